#include "config.h"

#include "yz-screenshot.h"

#include <glib/gi18n-lib.h>

#define INTERVAL_MS 250
#define SAME_NEEDED 4
#define MOST_LOOKS 80

typedef struct
{
  char *path;
  GdkPaintable *paintable;
  char *checksum; /* of the last look */
  guint same;
  guint looks;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->path);
  g_free (waiting->checksum);
  g_clear_object (&waiting->paintable);
  g_free (waiting);
}

static GdkTexture *
render (GtkWindow *window, GdkPaintable *paintable)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL || renderer == NULL)
    return NULL;
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_render_node_unref (node);
  return texture;
}

static gboolean
on_look (gpointer data)
{
  GTask *task = data;
  Waiting *waiting = g_task_get_task_data (task);
  g_autoptr (GdkTexture) texture = render (g_task_get_source_object (task), waiting->paintable);
  g_autoptr (GBytes) bytes = texture != NULL ? gdk_texture_save_to_png_bytes (texture) : NULL;
  g_autofree char *checksum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes) : NULL;
  GError *error = NULL;

  waiting->same = checksum != NULL && g_strcmp0 (checksum, waiting->checksum) == 0 ? waiting->same + 1 : 0;
  g_free (waiting->checksum);
  waiting->checksum = g_steal_pointer (&checksum);
  if (++waiting->looks < MOST_LOOKS && waiting->same < SAME_NEEDED)
    return G_SOURCE_CONTINUE;

  if (bytes == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _ ("The window could not be drawn"));
  else if (!g_file_set_contents (waiting->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

void
yz_screenshot_take_async (GtkWindow *window, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Waiting *waiting = g_new0 (Waiting, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));

  waiting->path = g_strdup (path);
  waiting->paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  task = g_task_new (window, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_screenshot_take_async);
  g_task_set_task_data (task, waiting, waiting_free);
  g_timeout_add_full (G_PRIORITY_LOW, INTERVAL_MS, on_look, task, g_object_unref);
}

gboolean
yz_screenshot_take_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

#include "config.h"

#include "yz-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "yz-blob.h"

/* A file of a few kilobytes can claim to be a picture of gigabytes. */
#define MAX_PIXELS (100 * G_GINT64_CONSTANT (1000000))

typedef struct
{
  YzStore *store;
  char *sha256;
  YzPictureFit fit;
  int size;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->store);
  g_free (load->sha256);
  g_free (load);
}

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, Load *load)
{
  int edge = load->fit == YZ_PICTURE_SQUARE ? MIN (width, height) : MAX (width, height);
  double scale = edge > 0 ? (double) load->size / edge : 1;

  if ((gint64) width * height > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* the loaders refuse to make a picture of no size */
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale + 0.5)), MAX (1, (int) (height * scale + 0.5)));
}

static GdkPixbuf *
cut_square (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int edge = MIN (width, height);

  return gdk_pixbuf_new_subpixbuf (pixbuf, (width - edge) / 2, (height - edge) / 2, edge, edge);
}

static GdkTexture *
decode (Load *load, GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GdkPixbuf) square = NULL;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), load);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (load->fit == YZ_PICTURE_SQUARE)
    square = cut_square (upright);
  return gdk_texture_new_for_pixbuf (square != NULL ? square : upright);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = yz_store_get_blob (load->store, load->sha256, &error);
  GdkTexture *texture = bytes != NULL ? decode (load, bytes, &error) : NULL;

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yz_picture_load_async (YzStore *store, const char *sha256, YzPictureFit fit, int size, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->store = g_object_ref (store);
  load->sha256 = g_strdup (sha256);
  load->fit = fit;
  load->size = size;
  g_task_set_source_tag (task, yz_picture_load_async);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_in_thread);
}

GdkTexture *
yz_picture_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

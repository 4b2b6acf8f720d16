#include "config.h"

#include "yz-guide-press-private.h"

#include <glib/gi18n-lib.h>

struct _YzGuideLeaf
{
  GObject parent_instance;

  YzWorker *worker;
  YzGuidePress *press;
  guint index;
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (YzGuideLeaf, yz_guide_leaf, G_TYPE_OBJECT)

static guint redraw_signal;

static void
yz_guide_leaf_finalize (GObject *object)
{
  YzGuideLeaf *self = YZ_GUIDE_LEAF (object);

  g_clear_object (&self->worker);
  g_clear_pointer (&self->press, yz_guide_press_unref);

  G_OBJECT_CLASS (yz_guide_leaf_parent_class)->finalize (object);
}

static void
yz_guide_leaf_class_init (YzGuideLeafClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_guide_leaf_finalize;
  redraw_signal = g_signal_new ("redraw", YZ_TYPE_GUIDE_LEAF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_guide_leaf_init (YzGuideLeaf *self)
{
}

guint
yz_guide_leaf_get_number (YzGuideLeaf *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_LEAF (self), 0);
  return self->index + 1;
}

char *
yz_guide_leaf_dup_title (YzGuideLeaf *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_LEAF (self), NULL);
  /* what is wanted does not change, unlike the rest of the press */
  return g_strdup_printf (yz_guide_request_shows_sheets (self->press->request) ? _ ("Side %u") : _ ("Page %u"),
                          self->index + 1);
}

void
yz_guide_leaf_get_size (YzGuideLeaf *self, double *width, double *height)
{
  g_return_if_fail (YZ_IS_GUIDE_LEAF (self));

  *width = self->width;
  *height = self->height;
}

typedef struct
{
  YzGuidePress *press;
  guint index;
  double dots;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  yz_guide_press_unref (look->press);
  g_free (look);
}

/* The task does not know the leaf, which is of the main thread. */
static void
run_look (YzGuideLeaf *self, double dots, GTaskThreadFunc func, gpointer tag, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->press = yz_guide_press_ref (self->press);
  look->index = self->index;
  look->dots = dots;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, look, look_free);
  yz_worker_run (self->worker, task, func);
}

void
yz_guide_picture_free (YzGuidePicture *picture)
{
  g_bytes_unref (picture->bytes);
  g_free (picture);
}

/* What cairo leaves in the byte that it does not use, a texture would take for transparency. */
static void
make_opaque (cairo_surface_t *surface)
{
  guchar *row = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);

  for (int y = 0; y < height; y++, row += cairo_image_surface_get_stride (surface))
    for (int x = 0; x < width; x++)
      ((guint32 *) (gpointer) row)[x] |= 0xff000000;
}

static YzGuidePicture *
picture_new (cairo_surface_t *surface)
{
  YzGuidePicture *picture = g_new0 (YzGuidePicture, 1);

  cairo_surface_flush (surface);
  make_opaque (surface);
  picture->width = cairo_image_surface_get_width (surface);
  picture->height = cairo_image_surface_get_height (surface);
  picture->stride = cairo_image_surface_get_stride (surface);
  picture->bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                               (gsize) picture->stride * (gsize) picture->height,
                                               (GDestroyNotify) cairo_surface_destroy, surface);
  return picture;
}

static void
draw_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, picture_new (yz_guide_press_draw (look->press, look->index, look->dots)),
                           (GDestroyNotify) yz_guide_picture_free);
}

void
yz_guide_leaf_draw_async (YzGuideLeaf *self, double dots, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (YZ_IS_GUIDE_LEAF (self));
  run_look (self, dots, draw_in_worker, yz_guide_leaf_draw_async, cancellable, callback, user_data);
}

YzGuidePicture *
yz_guide_leaf_draw_finish (YzGuideLeaf *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, yz_guide_press_find (look->press, look->index), (GDestroyNotify) g_ptr_array_unref);
}

void
yz_guide_leaf_find_async (YzGuideLeaf *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (YZ_IS_GUIDE_LEAF (self));
  run_look (self, 0, find_in_worker, yz_guide_leaf_find_async, cancellable, callback, user_data);
}

GPtrArray *
yz_guide_leaf_find_finish (YzGuideLeaf *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

YzGuideLeaf *
yz_guide_leaf_new (YzWorker *worker, YzGuidePress *press, guint index, double width, double height)
{
  YzGuideLeaf *self = g_object_new (YZ_TYPE_GUIDE_LEAF, NULL);

  self->worker = g_object_ref (worker);
  self->press = yz_guide_press_ref (press);
  self->index = index;
  self->width = width;
  self->height = height;
  return self;
}

void
yz_guide_leaf_redraw (YzGuideLeaf *self)
{
  g_signal_emit (self, redraw_signal, 0);
}

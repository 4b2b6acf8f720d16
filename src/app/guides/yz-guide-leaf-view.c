#include "config.h"

#include "yz-guide-leaf-view.h"

#include <math.h>

struct _YzGuideLeafView
{
  GtkWidget parent_instance;

  YzGuideLeaf *leaf;
  double scale;
  gboolean wanted;
  GdkTexture *texture;
  double drawn_dots; /* of @texture, 0 if it is not as the leaf is now */
  double asked_dots; /* of the picture that is being drawn, 0 for none */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YzGuideLeafView, yz_guide_leaf_view, GTK_TYPE_WIDGET)

static void
stop_drawing (YzGuideLeafView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->asked_dots = 0;
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzGuideLeafView) self = data;
  g_autoptr (YzGuidePicture) picture = yz_guide_leaf_draw_finish (self->leaf, result, NULL);

  if (picture == NULL)
    return; /* nobody wants it any more */
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->bytes,
                                          (gsize) picture->stride);
  self->drawn_dots = self->asked_dots;
  self->asked_dots = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update (YzGuideLeafView *self)
{
  double dots = self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->leaf == NULL || !self->wanted)
    {
      stop_drawing (self);
      g_clear_object (&self->texture);
      self->drawn_dots = 0;
      return;
    }
  if (dots == self->asked_dots || (self->asked_dots == 0 && dots == self->drawn_dots))
    return;
  stop_drawing (self);
  self->asked_dots = dots;
  self->cancellable = g_cancellable_new ();
  yz_guide_leaf_draw_async (self->leaf, dots, self->cancellable, on_drawn, g_object_ref (self));
}

static void
on_redraw (YzGuideLeafView *self)
{
  stop_drawing (self);
  self->drawn_dots = 0;
  update (self);
}

static void
get_size (YzGuideLeafView *self, int *width, int *height)
{
  double paper_width = 0, paper_height = 0;

  if (self->leaf != NULL)
    yz_guide_leaf_get_size (self->leaf, &paper_width, &paper_height);
  *width = (int) lround (paper_width * self->scale);
  *height = (int) lround (paper_height * self->scale);
}

static void
yz_guide_leaf_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  int width, height;

  get_size (YZ_GUIDE_LEAF_VIEW (widget), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

/* Paper is white, whatever the window is. */
static void
yz_guide_leaf_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzGuideLeafView *self = YZ_GUIDE_LEAF_VIEW (widget);
  graphene_rect_t bounds;
  int width, height;

  get_size (self, &width, &height);
  bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
yz_guide_leaf_view_dispose (GObject *object)
{
  YzGuideLeafView *self = YZ_GUIDE_LEAF_VIEW (object);

  self->wanted = FALSE;
  update (self);
  g_clear_object (&self->leaf);

  G_OBJECT_CLASS (yz_guide_leaf_view_parent_class)->dispose (object);
}

static void
yz_guide_leaf_view_class_init (YzGuideLeafViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_guide_leaf_view_dispose;
  widget_class->measure = yz_guide_leaf_view_measure;
  widget_class->snapshot = yz_guide_leaf_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "leaf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yz_guide_leaf_view_init (YzGuideLeafView *self)
{
  self->scale = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
}

GtkWidget *
yz_guide_leaf_view_new (void)
{
  return g_object_new (YZ_TYPE_GUIDE_LEAF_VIEW, NULL);
}

void
yz_guide_leaf_view_set_leaf (YzGuideLeafView *self, YzGuideLeaf *leaf)
{
  g_autofree char *name = NULL;

  g_return_if_fail (YZ_IS_GUIDE_LEAF_VIEW (self));

  if (self->leaf == leaf)
    return;
  if (self->leaf != NULL)
    g_signal_handlers_disconnect_by_data (self->leaf, self);
  stop_drawing (self);
  self->drawn_dots = 0;
  g_set_object (&self->leaf, leaf);
  if (leaf != NULL)
    {
      name = yz_guide_leaf_dup_title (leaf);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (leaf, "redraw", G_CALLBACK (on_redraw), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

YzGuideLeaf *
yz_guide_leaf_view_get_leaf (YzGuideLeafView *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_LEAF_VIEW (self), NULL);
  return self->leaf;
}

void
yz_guide_leaf_view_set_scale (YzGuideLeafView *self, double scale)
{
  g_return_if_fail (YZ_IS_GUIDE_LEAF_VIEW (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

void
yz_guide_leaf_view_set_wanted (YzGuideLeafView *self, gboolean wanted)
{
  g_return_if_fail (YZ_IS_GUIDE_LEAF_VIEW (self));

  if (self->wanted == wanted)
    return;
  self->wanted = wanted;
  update (self);
}

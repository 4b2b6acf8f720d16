#include "config.h"

#include "yz-guide-desk.h"

#include "yz-widgets.h"

#include <math.h>

struct _YzGuideDesk
{
  GtkWidget parent_instance;

  double scale;
  guint n_leaves; /* pages behind them lie here from before */
};

G_DEFINE_FINAL_TYPE (YzGuideDesk, yz_guide_desk, GTK_TYPE_WIDGET)

static double
get_height (YzGuideDesk *self, GtkWidget *page)
{
  double width, height;

  yz_guide_leaf_get_size (yz_guide_leaf_view_get_leaf (YZ_GUIDE_LEAF_VIEW (page)), &width, &height);
  return (double) lround (height * self->scale);
}

static void
yz_guide_desk_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_guide_desk_parent_class)->dispose (object);
}

static void
yz_guide_desk_class_init (YzGuideDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_guide_desk_dispose;
  gtk_widget_class_set_css_name (widget_class, "guidedesk");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yz_guide_desk_init (YzGuideDesk *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  self->scale = 1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), YZ_GUIDE_DESK_GAP);
  gtk_widget_set_margin_top (widget, YZ_GUIDE_DESK_GAP);
  gtk_widget_set_margin_bottom (widget, YZ_GUIDE_DESK_GAP);
  gtk_widget_set_margin_start (widget, YZ_GUIDE_DESK_GAP);
  gtk_widget_set_margin_end (widget, YZ_GUIDE_DESK_GAP);
}

void
yz_guide_desk_set_leaves (YzGuideDesk *self, GListModel *leaves, gboolean more)
{
  GtkWidget *page;
  guint n = leaves != NULL ? g_list_model_get_n_items (leaves) : 0;

  g_return_if_fail (YZ_IS_GUIDE_DESK (self));

  self->n_leaves = n;
  page = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YzGuideLeaf) leaf = g_list_model_get_item (leaves, i);

      if (page == NULL)
        {
          page = yz_guide_leaf_view_new ();
          yz_guide_leaf_view_set_scale (YZ_GUIDE_LEAF_VIEW (page), self->scale);
          gtk_widget_set_parent (page, GTK_WIDGET (self));
        }
      yz_guide_leaf_view_set_leaf (YZ_GUIDE_LEAF_VIEW (page), leaf);
      page = gtk_widget_get_next_sibling (page);
    }
  while (page != NULL && !more)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (page);

      gtk_widget_unparent (page);
      page = next;
    }
}

void
yz_guide_desk_set_scale (YzGuideDesk *self, double scale)
{
  g_return_if_fail (YZ_IS_GUIDE_DESK (self));

  self->scale = scale;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    yz_guide_leaf_view_set_scale (YZ_GUIDE_LEAF_VIEW (page), scale);
}

gboolean
yz_guide_desk_get_paper (YzGuideDesk *self, double *width, double *height)
{
  GtkWidget *page;

  g_return_val_if_fail (YZ_IS_GUIDE_DESK (self), FALSE);

  *width = *height = 0;
  page = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < self->n_leaves; i++, page = gtk_widget_get_next_sibling (page))
    {
      double page_width, page_height;

      yz_guide_leaf_get_size (yz_guide_leaf_view_get_leaf (YZ_GUIDE_LEAF_VIEW (page)), &page_width, &page_height);
      *width = MAX (*width, page_width);
      *height = MAX (*height, page_height);
    }
  return *width > 0 && *height > 0;
}

guint
yz_guide_desk_find_page (YzGuideDesk *self, double y, double *part)
{
  double top = YZ_GUIDE_DESK_GAP;
  guint index = 0;

  g_return_val_if_fail (YZ_IS_GUIDE_DESK (self) && part != NULL, 0);

  *part = 0;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page), index++)
    {
      double height = get_height (self, page);

      if (y < top + height + YZ_GUIDE_DESK_GAP)
        {
          *part = CLAMP ((y - top) / MAX (height, 1), 0, 1);
          return index;
        }
      top += height + YZ_GUIDE_DESK_GAP;
    }
  return index > 0 ? index - 1 : 0;
}

double
yz_guide_desk_find_top (YzGuideDesk *self, guint index, double part)
{
  double top = YZ_GUIDE_DESK_GAP;

  g_return_val_if_fail (YZ_IS_GUIDE_DESK (self), 0);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      double height = get_height (self, page);

      if (index-- == 0)
        return top + part * height;
      top += height + YZ_GUIDE_DESK_GAP;
    }
  return top;
}

double
yz_guide_desk_get_height (YzGuideDesk *self)
{
  return yz_guide_desk_find_top (self, G_MAXUINT, 0);
}

void
yz_guide_desk_look_at (YzGuideDesk *self, double y, double height)
{
  double top = YZ_GUIDE_DESK_GAP;

  g_return_if_fail (YZ_IS_GUIDE_DESK (self));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      double page_height = get_height (self, page);
      gboolean near = top < y + 2 * height && top + page_height > y - height;

      yz_guide_leaf_view_set_wanted (YZ_GUIDE_LEAF_VIEW (page), near);
      top += page_height + YZ_GUIDE_DESK_GAP;
    }
}

YzGuideLeafView *
yz_guide_desk_get_page (YzGuideDesk *self, guint index)
{
  GtkWidget *page;

  g_return_val_if_fail (YZ_IS_GUIDE_DESK (self), NULL);

  page = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (page != NULL && index-- > 0)
    page = gtk_widget_get_next_sibling (page);
  return page != NULL ? YZ_GUIDE_LEAF_VIEW (page) : NULL;
}

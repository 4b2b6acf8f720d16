#include "config.h"

#include "yz-stock-state.h"

#include "yz-widgets.h"

static const struct
{
  const char *icon, *style;
} looks[] = {
  [YZ_STOCK_ENOUGH] = { "yz-state-open-symbolic", "yz-state-open" },
  [YZ_STOCK_EXPIRING] = { "yz-stock-expiring-symbolic", "yz-state-paused" },
  [YZ_STOCK_EXPIRED] = { "yz-stock-expired-symbolic", "yz-refused" },
  [YZ_STOCK_LOW] = { "yz-stock-low-symbolic", "yz-state-paused" },
  [YZ_STOCK_OUT] = { "yz-stock-out-symbolic", "yz-refused" },
};

GtkWidget *
yz_stock_state_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  return box;
}

void
yz_stock_state_show (GtkWidget *box, const YzStockFigure *figure, guint32 today)
{
  /* where others have some, it has not run out */
  YzStockState state = figure->state == YZ_STOCK_OUT && figure->usable > 0 ? YZ_STOCK_LOW : figure->state;
  GtkWidget *image = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  g_autofree char *words = yz_stock_figure_dup_state (figure, today);
  const char *styles[] = { looks[state].style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[state].icon);
  gtk_widget_set_css_classes (image, styles);
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_css_classes (label, state == YZ_STOCK_ENOUGH ? NULL : styles);
}

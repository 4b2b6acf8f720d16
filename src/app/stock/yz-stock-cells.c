#include "config.h"

#include "yz-stock-cells.h"

#include "yz-stock-bar.h"
#include "yz-stock-rows.h"
#include "yz-stock-state.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* What it is about is the last to give way. */
#define MIN_TITLE_WIDTH 86

static GtkWidget *
make_pair (const char *first_style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, first_style));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-small"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "yz-dim");
  return box;
}

static void
show_pair (GtkWidget *box, const char *first, const char *second)
{
  GtkWidget *label = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), first);
  gtk_label_set_text (GTK_LABEL (label), second != NULL ? second : "");
  gtk_widget_set_visible (label, second != NULL && *second != '\0');
}

static void
set_up_title (GtkWidget *table, GtkListItem *item)
{
  GtkWidget *pair = make_pair ("yz-name");

  gtk_widget_set_size_request (pair, MIN_TITLE_WIDTH, -1);
  gtk_list_item_set_child (item, pair);
}

static void
bind_title (GtkWidget *table, GtkListItem *item)
{
  const YzStockFigure *figure = yz_stock_row_get_figure (gtk_list_item_get_item (item));

  show_pair (gtk_list_item_get_child (item), figure->title, figure->detail);
}

static void
set_up_expiry (GtkWidget *table, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_pair (NULL));
}

static char *
dup_lots (const YzStockFigure *figure)
{
  if (figure->n_lots > 1)
    /* Translators: the number of the first lot, and how many there are */
    return g_strdup_printf (ngettext ("%s of %u lot", "%s of %u lots", figure->n_lots), figure->lot, figure->n_lots);
  return g_strdup (figure->lot);
}

static void
bind_expiry (GtkWidget *table, GtkListItem *item)
{
  const YzStockFigure *figure = yz_stock_row_get_figure (gtk_list_item_get_item (item));
  g_autofree char *day = yz_value_format_day (figure->expiry);
  g_autofree char *lots = figure->lot != NULL ? dup_lots (figure) : NULL;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);

  show_pair (box, day != NULL ? day : figure->usable > 0 && figure->unit != NULL ? _ ("No expiry") : "", lots);
  yz_widgets_set_class (label, "yz-dim", day == NULL);
  yz_widgets_set_class (label, "yz-asking", figure->expiring > 0);
  yz_widgets_set_class (label, "yz-strong", figure->expiring > 0);
}

static void
set_up_quantity (GtkWidget *table, GtkListItem *item)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *side = yz_widgets_make_label (NULL, "yz-small");

  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-quantity"));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-second"));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_halign (side, GTK_ALIGN_END);
  gtk_widget_add_css_class (side, "yz-dim");
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), box);
  gtk_box_append (GTK_BOX (column), side);
  gtk_list_item_set_child (item, column);
}

/* What is not to be had, and yet is there or nearly. */
static char *
dup_aside (const YzStockFigure *figure)
{
  g_autofree char *coming = yz_stock_dup_quantity (figure->coming, NULL);
  g_autofree char *held = yz_stock_dup_quantity (figure->held, NULL);
  GString *text = g_string_new (NULL);

  if (figure->coming > 0)
    g_string_append_printf (text, _ ("%s on the way"), coming);
  if (figure->held > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _ ("%s held"), held);
    }
  return g_string_free (text, FALSE);
}

static void
bind_quantity (GtkWidget *table, GtkListItem *item)
{
  const YzStockFigure *figure = yz_stock_row_get_figure (gtk_list_item_get_item (item));
  GtkWidget *column = gtk_list_item_get_child (item);
  GtkWidget *box = gtk_widget_get_first_child (column), *side = gtk_widget_get_last_child (column);
  GtkWidget *number = gtk_widget_get_first_child (box);
  g_autofree char *quantity =
    yz_stock_dup_quantity (figure->unit != NULL ? figure->usable : (gint64) figure->n_items, NULL);
  g_autofree char *aside = figure->unit != NULL ? dup_aside (figure) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (number), quantity);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      figure->unit != NULL ? figure->unit
                                           /* Translators: the unit of a number of different items */
                                           : C_ ("unit", "items"));
  gtk_label_set_text (GTK_LABEL (side), aside);
  gtk_widget_set_visible (side, *aside != '\0');
  yz_widgets_set_class (number, "yz-asking", figure->usable > 0 && figure->usable < figure->minimum);
  yz_widgets_set_class (number, "yz-refused", figure->unit != NULL && figure->usable <= 0);
}

static void
set_up_bar (GtkWidget *table, GtkListItem *item)
{
  gtk_list_item_set_child (item, yz_stock_bar_new ());
}

static void
bind_bar (GtkWidget *table, GtkListItem *item)
{
  const YzStockFigure *figure = yz_stock_row_get_figure (gtk_list_item_get_item (item));
  GtkWidget *bar = gtk_list_item_get_child (item);
  /* Translators: how much of something there should be, with its unit */
  g_autofree char *minimum = yz_stock_dup_quantity (figure->minimum, figure->unit);
  g_autofree char *words = g_strdup_printf (_ ("At least %s"), minimum);

  yz_stock_bar_show (YZ_STOCK_BAR (bar), figure->unit != NULL ? figure : NULL);
  gtk_widget_set_tooltip_text (bar, figure->unit != NULL && figure->minimum > 0 ? words : NULL);
}

static void
set_up_state (GtkWidget *table, GtkListItem *item)
{
  gtk_list_item_set_child (item, yz_widgets_make_state ());
}

static void
bind_state (GtkWidget *table, GtkListItem *item)
{
  YzStockRow *row = gtk_list_item_get_item (item);

  yz_stock_state_show (gtk_list_item_get_child (item), yz_stock_row_get_figure (row),
                       yz_stock_row_get_figures (row)->today);
}

void
yz_stock_cells_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, set_up_title);
  gtk_widget_class_bind_template_callback (widget_class, bind_title);
  gtk_widget_class_bind_template_callback (widget_class, set_up_expiry);
  gtk_widget_class_bind_template_callback (widget_class, bind_expiry);
  gtk_widget_class_bind_template_callback (widget_class, set_up_quantity);
  gtk_widget_class_bind_template_callback (widget_class, bind_quantity);
  gtk_widget_class_bind_template_callback (widget_class, set_up_bar);
  gtk_widget_class_bind_template_callback (widget_class, bind_bar);
  gtk_widget_class_bind_template_callback (widget_class, set_up_state);
  gtk_widget_class_bind_template_callback (widget_class, bind_state);
}

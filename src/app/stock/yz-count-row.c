#include "config.h"

#include "yz-count-row.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzCountRow
{
  GtkWidget parent_instance;

  GtkLabel *place;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *counted;
  GtkLabel *unit;
};

G_DEFINE_FINAL_TYPE (YzCountRow, yz_count_row, GTK_TYPE_WIDGET)

static void
yz_count_row_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_count_row_parent_class)->dispose (object);
}

static void
yz_count_row_class_init (YzCountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_count_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCountRow, place);
  gtk_widget_class_bind_template_child (widget_class, YzCountRow, number);
  gtk_widget_class_bind_template_child (widget_class, YzCountRow, name);
  gtk_widget_class_bind_template_child (widget_class, YzCountRow, detail);
  gtk_widget_class_bind_template_child (widget_class, YzCountRow, counted);
  gtk_widget_class_bind_template_child (widget_class, YzCountRow, unit);
}

static void
yz_count_row_init (YzCountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
yz_count_row_dup_detail (const YzStocktakeLine *line)
{
  GString *text = g_string_new (NULL);

  append_part (text, yz_record_get_text (line->item, "spec"));
  if (line->lot != NULL)
    {
      append_part (text, yz_record_get_title (line->lot));
      append_part (text, yz_record_get_text (line->lot, "expiry"));
    }
  return g_string_free (text, FALSE);
}

static void
show_place (YzCountRow *self, const YzStocktakeSheet *sheet, guint index)
{
  const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, index);
  gboolean is_first = index == 0 || yz_stocktake_sheet_get_count (sheet, index)->place !=
                                      yz_stocktake_sheet_get_count (sheet, index - 1)->place;

  gtk_label_set_text (self->place, yz_record_get_title (line->place));
  gtk_widget_set_visible (GTK_WIDGET (self->place), is_first);
}

void
yz_count_row_show (YzCountRow *self, const YzStocktakeSheet *sheet, guint index)
{
  const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, index);
  const YzStockCount *count = yz_stocktake_sheet_get_count (sheet, index);
  g_autofree char *number = g_strdup_printf ("%u", line->number);
  g_autofree char *detail = yz_count_row_dup_detail (line);
  g_autofree char *counted = count->is_counted ? g_strdup_printf ("%" G_GINT64_FORMAT, count->counted)
                                               : g_strdup (_ ("not counted"));

  g_return_if_fail (YZ_IS_COUNT_ROW (self));

  show_place (self, sheet, index);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, yz_record_get_title (line->item));
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_label_set_text (self->counted, counted);
  yz_widgets_set_class (GTK_WIDGET (self->counted), "yz-counted", count->is_counted);
  yz_widgets_set_class (GTK_WIDGET (self->counted), "yz-dim", !count->is_counted);
  gtk_label_set_text (self->unit, count->is_counted ? yz_record_get_text (line->item, "unit") : "");
}

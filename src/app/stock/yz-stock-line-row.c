#include "config.h"

#include "yz-stock-line-row.h"

#include "yz-stock-figures.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzStockLineRow
{
  GtkWidget parent_instance;

  YzStockForm *form;
  YzStockFormLine *line;
  gboolean filling; /* the choice of lots follows the line, not the other way round */

  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *proposal_label;
  GtkLabel *error_label;
  GtkWidget *quantity_entry;
  GtkLabel *unit_label;
  GtkWidget *arrival_box;
  GtkWidget *expiry_entry;
  GtkWidget *lot_entry;
  GtkWidget *cost_entry;
  GtkDropDown *lot_choice;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (YzStockLineRow, yz_stock_line_row, GTK_TYPE_WIDGET)

static void
on_remove_clicked (YzStockLineRow *self)
{
  yz_stock_form_remove (self->form, self->line);
}

/* --- which lot ---------------------------------------------------------------------------------------------------- */

static char *
dup_lot_words (const YzStockLots *lots, guint index, const char *unit)
{
  YzRecord *record = g_ptr_array_index (lots->records, index);
  const char *expiry = record != NULL ? yz_record_get_text (record, "expiry") : NULL;
  g_autofree char *quantity = yz_stock_dup_quantity (g_array_index (lots->lots, YzStockLot, index).quantity, unit);
  const char *title = record != NULL ? yz_record_get_title (record) : _ ("without a lot");

  return expiry != NULL ? g_strdup_printf ("%s · %s · %s", title, expiry, quantity)
                        : g_strdup_printf ("%s · %s", title, quantity);
}

static void
on_offered (YzStockLineRow *self)
{
  YzStockLots *lots = yz_stock_form_line_get_offer (self->line);
  const char *unit = yz_record_get_text (yz_stock_form_line_get_item (self->line), "unit");
  const char *chosen = yz_stock_form_line_get (self->line, "lot");
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = lots != NULL && *chosen != '\0' ? yz_stock_lots_find (lots, chosen) + 1 : 0;

  gtk_string_list_append (words, _ ("First expiring first"));
  for (guint i = 0; lots != NULL && i < lots->lots->len; i++)
    {
      g_autofree char *text = dup_lot_words (lots, i, unit);

      gtk_string_list_append (words, text);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->lot_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->lot_choice, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->lot_choice), lots != NULL && lots->lots->len > 1);
}

static void
on_lot_selected (YzStockLineRow *self)
{
  YzStockLots *lots;
  guint selected;

  if (self->filling || self->line == NULL)
    return;
  lots = yz_stock_form_line_get_offer (self->line);
  selected = gtk_drop_down_get_selected (self->lot_choice);
  if (lots != NULL && selected > 0 && selected <= lots->lots->len)
    g_object_set (self->line, "lot", yz_stock_lots_get_id (lots, selected - 1), NULL);
  else
    g_object_set (self->line, "lot", "", NULL);
}

/* --- what is said ------------------------------------------------------------------------------------------------- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
on_line_notify (YzStockLineRow *self)
{
  const char *error = yz_stock_form_line_get (self->line, "error");

  show_text (self->proposal_label, *error == '\0' ? yz_stock_form_line_get (self->line, "proposal") : "");
  show_text (self->error_label, error);
  yz_widgets_set_class (self->quantity_entry, "error", *error != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quantity_entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error,
                                  -1);
}

static char *
dup_detail (YzStockLineRow *self)
{
  YzRecord *item = yz_stock_form_line_get_item (self->line), *lot = yz_stock_form_line_get_lot (self->line);
  const char *spec = yz_record_get_text (item, "spec");
  const char *expiry = lot != NULL ? yz_record_get_text (lot, "expiry") : NULL;

  if (lot == NULL || yz_stock_form_get_verb (self->form) == YZ_STOCK_RECEIVE)
    return g_strdup (spec != NULL ? spec : "");
  if (expiry != NULL)
    /* Translators: the number of a lot, and its last day of use */
    return g_strdup_printf (_ ("Lot %s, until %s"), yz_record_get_title (lot), expiry);
  /* Translators: the number of a lot */
  return g_strdup_printf (_ ("Lot %s"), yz_record_get_title (lot));
}

static void
name_controls (YzStockLineRow *self, const char *title)
{
  const struct
  {
    gpointer control;
    const char *format;
  } controls[] = {
    { self->quantity_entry, _ ("How many: %s") },     { self->expiry_entry, _ ("Last day of use: %s") },
    { self->lot_entry, _ ("Number of the lot: %s") }, { self->cost_entry, _ ("Cost of one in yuan: %s") },
    { self->lot_choice, _ ("Which lot: %s") },        { self->remove_button, _ ("Leave out: %s") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      g_autoptr (GString) name = g_string_new (controls[i].format);

      g_string_replace (name, "%s", title, 1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (controls[i].control), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                      -1);
    }
}

static void
bind_entry (YzStockLineRow *self, const char *property, GtkWidget *entry)
{
  g_object_bind_property (self->line, property, entry, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
fill (YzStockLineRow *self)
{
  YzRecord *item = yz_stock_form_line_get_item (self->line);
  YzStockVerb verb = yz_stock_form_get_verb (self->form);
  g_autofree char *detail = dup_detail (self);

  gtk_label_set_text (self->title_label, yz_record_get_title (item));
  gtk_label_set_text (self->unit_label, yz_record_get_text (item, "unit"));
  show_text (self->detail_label, detail);
  name_controls (self, yz_record_get_title (item));
  gtk_widget_set_visible (self->arrival_box, verb == YZ_STOCK_RECEIVE);
  bind_entry (self, "quantity", self->quantity_entry);
  if (verb == YZ_STOCK_RECEIVE)
    {
      bind_entry (self, "expiry", self->expiry_entry);
      bind_entry (self, "lot", self->lot_entry);
      bind_entry (self, "cost", self->cost_entry);
    }
  g_signal_connect_object (self->line, "notify", G_CALLBACK (on_line_notify), self, G_CONNECT_SWAPPED);
  if (verb != YZ_STOCK_RECEIVE && yz_stock_form_line_get_lot (self->line) == NULL)
    g_signal_connect_object (self->line, "offered", G_CALLBACK (on_offered), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->lot_choice), FALSE);
  on_line_notify (self);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static gboolean
yz_stock_line_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YZ_STOCK_LINE_ROW (widget)->quantity_entry);
}

static void
yz_stock_line_row_dispose (GObject *object)
{
  YzStockLineRow *self = YZ_STOCK_LINE_ROW (object);

  self->filling = TRUE;
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->form);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (yz_stock_line_row_parent_class)->dispose (object);
}

static void
yz_stock_line_row_class_init (YzStockLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_stock_line_row_dispose;
  widget_class->grab_focus = yz_stock_line_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, error_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, quantity_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, unit_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, arrival_box);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, expiry_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, lot_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, cost_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, lot_choice);
  gtk_widget_class_bind_template_child (widget_class, YzStockLineRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_lot_selected);
}

static void
yz_stock_line_row_init (YzStockLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_stock_line_row_new (YzStockForm *form, YzStockFormLine *line)
{
  YzStockLineRow *self = g_object_new (YZ_TYPE_STOCK_LINE_ROW, NULL);

  self->form = g_object_ref (form);
  self->line = g_object_ref (line);
  fill (self);
  return GTK_WIDGET (self);
}

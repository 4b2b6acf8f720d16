#include "config.h"

#include "yz-stock-due-row.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzStockDueRow
{
  GtkWidget parent_instance;

  GtkImage *symbol;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (YzStockDueRow, yz_stock_due_row, GTK_TYPE_WIDGET)

static void
yz_stock_due_row_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_stock_due_row_parent_class)->dispose (object);
}

static void
yz_stock_due_row_class_init (YzStockDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_stock_due_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockDueRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, YzStockDueRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockDueRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockDueRow, button);
}

static void
yz_stock_due_row_init (YzStockDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_stock_due_row_new (void)
{
  return g_object_new (YZ_TYPE_STOCK_DUE_ROW, NULL);
}

static void
show_symbol (YzStockDueRow *self, YzStockDueType type)
{
  static const struct
  {
    const char *symbol, *style;
  } looks[YZ_N_STOCK_DUE_TYPES] = {
    [YZ_STOCK_DUE_OUT] = { "yz-stock-out-symbolic", "yz-refused" },
    [YZ_STOCK_DUE_LOW] = { "yz-stock-low-symbolic", "yz-state-paused" },
    [YZ_STOCK_DUE_EXPIRED] = { "yz-stock-expired-symbolic", "yz-refused" },
    [YZ_STOCK_DUE_RECALLED] = { "yz-stock-expired-symbolic", "yz-refused" },
    [YZ_STOCK_DUE_EXPIRING] = { "yz-stock-expiring-symbolic", "yz-state-paused" },
    [YZ_STOCK_DUE_COUNT] = { "yz-movement-count-symbolic", "yz-state-planned" },
    [YZ_STOCK_DUE_TRANSIT] = { "yz-movement-send-symbolic", "yz-state-planned" },
  };
  const char *classes[] = { looks[type].style, NULL };

  gtk_image_set_from_icon_name (self->symbol, looks[type].symbol);
  gtk_widget_set_css_classes (GTK_WIDGET (self->symbol), classes);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

void
yz_stock_due_row_show (YzStockDueRow *self, YzStockDueEntry *entry, guint position, gboolean says_where)
{
  const char *title = yz_stock_due_entry_get_title (entry), *detail = yz_stock_due_entry_get_detail (entry);
  const char *where = yz_stock_due_entry_get_where (entry);
  YzStockDueType type = yz_stock_due_entry_get_due (entry)->type;
  /* a count of a whole station says of itself that it is about the station, and so does a transfer */
  g_autofree char *both = detail != NULL && !g_str_equal (detail, where) ? g_strdup_printf ("%s · %s", where, detail)
                                                                         : g_strdup (where);
  g_autofree char *verb = NULL, *name = NULL;

  g_object_get (entry, "verb-label", &verb, NULL);
  show_symbol (self, type);
  show_text (self->title_label, title);
  show_text (self->detail_label, says_where && type != YZ_STOCK_DUE_TRANSIT ? both : detail != NULL ? detail : "");
  gtk_button_set_label (self->button, verb);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "u", position);
  /* Translators: a button, read out: what it does, and what it is about */
  name = g_strdup_printf (_ ("%s: %s"), verb, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

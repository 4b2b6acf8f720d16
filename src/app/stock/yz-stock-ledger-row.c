#include "config.h"

#include "yz-stock-ledger-row.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzStockLedgerRow
{
  GtkWidget parent_instance;

  YzStockLedgerLine *line; /* nullable */
  gulong line_id;
  gboolean brief;

  GtkLabel *time_label;
  GtkImage *symbol;
  GtkLabel *sentence_label;
  GtkLabel *note_label;
  GtkLabel *balance_label;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (YzStockLedgerRow, yz_stock_ledger_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DAY = 1,
} YzStockLedgerRowProperty;

static GParamSpec *properties[PROP_DAY + 1];

/* --- what is seen ------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *symbol;
  const char *style; /* nullable */
} Look;

static Look
find_look (YzRecord *movement)
{
  static const Look looks[YZ_N_MOVEMENT_TYPES] = {
    [YZ_MOVEMENT_OPENING] = { "yz-movement-in-symbolic", "yz-state-open" },
    [YZ_MOVEMENT_RECEIVE] = { "yz-movement-in-symbolic", "yz-state-open" },
    [YZ_MOVEMENT_HAND_OUT] = { "yz-movement-out-symbolic", "yz-state-planned" },
    [YZ_MOVEMENT_GIVE_BACK] = { "yz-movement-in-symbolic", "yz-state-open" },
    [YZ_MOVEMENT_MOVE] = { "yz-movement-move-symbolic", "yz-dim" },
    [YZ_MOVEMENT_SEND] = { "yz-movement-send-symbolic", "yz-state-planned" },
    [YZ_MOVEMENT_ARRIVE] = { "yz-movement-in-symbolic", "yz-state-open" },
    [YZ_MOVEMENT_RESERVE] = { "yz-movement-hold-symbolic", "yz-dim" },
    [YZ_MOVEMENT_RELEASE] = { "yz-movement-hold-symbolic", "yz-dim" },
    [YZ_MOVEMENT_WRITE_OFF] = { "yz-movement-write-off-symbolic", "yz-dim" },
    [YZ_MOVEMENT_COUNT] = { "yz-movement-count-symbolic", "yz-state-paused" },
    [YZ_MOVEMENT_ASSEMBLE] = { "yz-movement-kit-symbolic", "yz-dim" },
    [YZ_MOVEMENT_TAKE_APART] = { "yz-movement-kit-symbolic", "yz-dim" },
    [YZ_MOVEMENT_DISPENSE] = { "yz-movement-out-symbolic", "yz-state-planned" },
  };

  return looks[yz_movement_get_type_of (movement)];
}

static void
show_symbol (YzStockLedgerRow *self)
{
  Look look = find_look (yz_stock_ledger_line_get_movement (self->line));
  const char *classes[] = { look.style, NULL };

  gtk_image_set_from_icon_name (self->symbol, look.symbol);
  gtk_widget_set_css_classes (GTK_WIDGET (self->symbol), classes);
}

static void
update (YzStockLedgerRow *self)
{
  g_autofree char *time = NULL, *when = NULL, *sentence = NULL, *balance = NULL, *note = NULL;
  gboolean in_effect;

  g_object_get (self->line, "time", &time, "when", &when, "sentence", &sentence, "balance", &balance, "note", &note,
                "in-effect", &in_effect, NULL);
  gtk_label_set_label (self->time_label, self->brief ? when : time);
  gtk_label_set_label (self->sentence_label, sentence);
  gtk_widget_set_tooltip_markup (GTK_WIDGET (self->sentence_label), sentence);
  gtk_label_set_label (self->balance_label, balance);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note_label), note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  yz_widgets_set_class (GTK_WIDGET (self->sentence_label), "yz-old", !in_effect);
  show_symbol (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done"), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/* --- the menu ----------------------------------------------------------------------------------------------------- */

static void
append_verb (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_text_verb (GMenu *menu, const char *label, const char *action, const char *text)
{
  if (text != NULL)
    append_verb (menu, label, action, g_variant_new_string (text));
}

static GMenu *
make_take_back (YzRecord *movement)
{
  GMenu *menu = g_menu_new ();
  const char *id = yz_record_get_id (movement);

  append_verb (menu, C_ ("ledger", "Take Back…"), "ledger.take-back", g_variant_new ("(sb)", id, FALSE));
  append_verb (menu, _ ("Take Back All That Was Done With It…"), "ledger.take-back", g_variant_new ("(sb)", id, TRUE));
  return menu;
}

static GMenu *
make_places (YzRecord *movement)
{
  const char *transfer = yz_record_get_text (movement, "transfer");
  const char *stocktake = yz_record_get_text (movement, "stocktake");
  GMenu *menu = g_menu_new ();

  append_text_verb (menu, _ ("Only This Item"), "ledger.item", yz_record_get_text (movement, "item"));
  append_text_verb (menu, _ ("Go to the Station"), "ledger.go-to-place", yz_record_get_id (movement));
  if (transfer != NULL)
    append_verb (menu, _ ("Open the Transfer Slip"), "win.print-document",
                 g_variant_new ("(ss)", "transfer-slip", transfer));
  if (stocktake != NULL)
    append_verb (menu, _ ("Open the Count Sheet"), "win.print-document",
                 g_variant_new ("(ss)", "count-sheet", stocktake));
  return menu;
}

static void
create_menu (GtkMenuButton *button, gpointer data)
{
  YzStockLedgerRow *self = YZ_STOCK_LEDGER_ROW (data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) take_back = NULL, places = NULL;
  YzRecord *movement;
  gboolean in_effect;

  if (self->line == NULL)
    return;
  movement = yz_stock_ledger_line_get_movement (self->line);
  g_object_get (self->line, "in-effect", &in_effect, NULL);
  take_back = in_effect ? make_take_back (movement) : g_menu_new ();
  places = make_places (movement);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (take_back));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_stock_ledger_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockLedgerRow *self = YZ_STOCK_LEDGER_ROW (object);

  if (id == PROP_DAY && self->line != NULL && !self->brief)
    g_object_get_property (G_OBJECT (self->line), "day", value);
  else if (id != PROP_DAY)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yz_stock_ledger_row_dispose (GObject *object)
{
  YzStockLedgerRow *self = YZ_STOCK_LEDGER_ROW (object);

  yz_stock_ledger_row_set_line (self, NULL);
  yz_widgets_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (yz_stock_ledger_row_parent_class)->dispose (object);
}

static void
yz_stock_ledger_row_class_init (YzStockLedgerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_ledger_row_get_property;
  object_class->dispose = yz_stock_ledger_row_dispose;
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-ledger-row.ui");
  yz_widgets_bind_text_closures (widget_class);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerRow, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerRow, balance_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerRow, menu_button);
}

static void
yz_stock_ledger_row_init (YzStockLedgerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  yz_widgets_skip_with_tab (GTK_WIDGET (self->menu_button));
}

GtkWidget *
yz_stock_ledger_row_new (gboolean brief)
{
  YzStockLedgerRow *self = g_object_new (YZ_TYPE_STOCK_LEDGER_ROW, NULL);

  self->brief = brief;
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !brief);
  gtk_label_set_width_chars (self->time_label, brief ? 12 : 5);
  return GTK_WIDGET (self);
}

void
yz_stock_ledger_row_set_line (YzStockLedgerRow *self, YzStockLedgerLine *line)
{
  g_return_if_fail (YZ_IS_STOCK_LEDGER_ROW (self));

  if (self->line != NULL)
    g_clear_signal_handler (&self->line_id, self->line);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  self->line_id = g_signal_connect_object (line, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

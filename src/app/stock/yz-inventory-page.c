#include "config.h"

#include "yz-inventory-page.h"

#include "yz-document-kind.h"
#include "yz-kinds.h"
#include "yz-kits-window.h"
#include "yz-stock-cabinets-view.h"
#include "yz-stock-chooser.h"
#include "yz-stock-counts-view.h"
#include "yz-stock-equipment-view.h"
#include "yz-stock-form-window.h"
#include "yz-stock-ledger-view.h"
#include "yz-stock-list-windows.h"
#include "yz-stock-overview.h"
#include "yz-stock-record-window.h"
#include "yz-text.h"
#include "yz-undo-buttons.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzInventoryPage
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  char *section;

  GtkSearchEntry *search_entry;
  GtkStack *sections;
  YzStockOverview *overview;
};

G_DEFINE_FINAL_TYPE (YzInventoryPage, yz_inventory_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_SECTION,
  PROP_SESSION,
} YzInventoryPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

/* --- bound in the template ---------------------------------------------------------------------------------------- */

static void
on_place_chosen (YzInventoryPage *self, YzRecord *record)
{
  g_object_set (self->inventory, "place", record != NULL ? yz_record_get_id (record) : "", NULL);
}

/* What is scanned from a count sheet is its number. */
static void
on_search_activated (YzInventoryPage *self)
{
  yz_stock_counts_open_numbered (GTK_WIDGET (self), gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static void
place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (YZ_INVENTORY_PAGE (widget)->inventory, "place", g_variant_get_string (parameter, NULL), NULL);
}

static GtkWindow *
get_window (YzInventoryPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Begins at the place that is chosen. */
static YzStockForm *
new_form (YzInventoryPage *self, YzStockVerb verb)
{
  YzStockForm *form = yz_stock_form_new (yz_inventory_get_session (self->inventory), verb);
  g_autoptr (YzInventoryScope) scope = yz_inventory_dup_scope (self->inventory);
  g_autofree char *title = NULL;

  g_object_get (self->inventory, "title", &title, NULL);
  if (scope->station != NULL || scope->place != NULL)
    yz_stock_form_set_place (form, scope->station != NULL ? scope->station : scope->place, scope->station != NULL,
                             title);
  return form;
}

static void
show_form (YzInventoryPage *self, YzStockForm *form)
{
  gtk_window_present (GTK_WINDOW (yz_stock_form_window_new (get_window (self), form)));
}

static const struct
{
  const char *action;      /* about nothing yet */
  const char *item_action; /* about an item */
  YzStockVerb verb;
} form_actions[] = {
  { "stock.receive", "stock.receive-item", YZ_STOCK_RECEIVE },
  { "stock.hand-out", "stock.hand-out-item", YZ_STOCK_HAND_OUT },
  { "stock.transfer", "stock.transfer-item", YZ_STOCK_SEND },
  { "stock.move", "stock.move-item", YZ_STOCK_MOVE },
  { "stock.take-back", "stock.take-back-item", YZ_STOCK_TAKE_BACK },
  { "stock.write-off", "stock.write-off-item", YZ_STOCK_WRITE_OFF },
};

static void
form_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (form_actions); i++)
    if (g_str_equal (form_actions[i].action, name))
      {
        g_autoptr (YzStockForm) form = new_form (YZ_INVENTORY_PAGE (widget), form_actions[i].verb);

        show_form (YZ_INVENTORY_PAGE (widget), form);
      }
}

/* What is to be done once a record is there. */
typedef struct
{
  YzInventoryPage *page;
  const char *action; /* name */
} Errand;

static void
run_errand (YzInventoryPage *self, const char *action, YzRecord *record)
{
  YzSession *session = yz_inventory_get_session (self->inventory);

  for (guint i = 0; i < G_N_ELEMENTS (form_actions); i++)
    if (g_str_equal (form_actions[i].item_action, action))
      {
        g_autoptr (YzStockForm) form = new_form (self, form_actions[i].verb);

        yz_stock_form_add (form, record, NULL, 1);
        show_form (self, form);
        return;
      }
  gtk_window_present (GTK_WINDOW (yz_stock_record_window_new (get_window (self), session, record, FALSE)));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Errand *errand = data;
  g_autoptr (YzInventoryPage) self = errand->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) record = yz_store_load_finish (YZ_STORE (source), result, &error);

  if (self->inventory == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (record != NULL)
    run_errand (self, errand->action, record);
  else
    yz_session_report_error (yz_inventory_get_session (self->inventory), error);
}

static void
load_for (YzInventoryPage *self, const YzKind *kind, const char *id, const char *action)
{
  YzStore *store = yz_session_get_store (yz_inventory_get_session (self->inventory));
  Errand *errand;

  if (store == NULL)
    return;
  errand = g_new (Errand, 1);
  *errand = (Errand){ g_object_ref (self), g_intern_string (action) };
  yz_store_load_async (store, kind, id, NULL, on_loaded, errand);
}

static void
item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  load_for (YZ_INVENTORY_PAGE (widget), &yz_item_kind, g_variant_get_string (parameter, NULL), name);
}

static void
edit_lot_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  load_for (YZ_INVENTORY_PAGE (widget), &yz_lot_kind, g_variant_get_string (parameter, NULL), name);
}

static void
arrive_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (widget);
  g_autoptr (YzStockForm) form = yz_stock_form_new (yz_inventory_get_session (self->inventory), YZ_STOCK_ARRIVE);

  yz_stock_form_fill_arrival (form, g_variant_get_string (parameter, NULL));
  show_form (self, form);
}

/* All that has expired at the place, listed before it is written off. */
static void
write_off_unusable_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (widget);
  g_autoptr (YzStockForm) form = new_form (self, YZ_STOCK_WRITE_OFF);

  yz_stock_form_fill_unusable (form);
  show_form (self, form);
}

static void
transit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_stock_transit_window_new (widget, YZ_INVENTORY_PAGE (widget)->inventory)));
}

static void
show_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_stock_lots_window_new (widget, YZ_INVENTORY_PAGE (widget)->inventory,
                                                            g_variant_get_string (parameter, NULL))));
}

static void
new_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (widget);
  YzSession *session = yz_inventory_get_session (self->inventory);

  gtk_window_present (GTK_WINDOW (yz_stock_record_window_new_item (get_window (self), session, NULL)));
}

static void
new_place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (widget);
  YzSession *session = yz_inventory_get_session (self->inventory);

  gtk_window_present (GTK_WINDOW (yz_stock_record_window_new_place (get_window (self), session,
                                                                    yz_inventory_get_place (self->inventory))));
}

static void
kits_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_kits_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                      YZ_INVENTORY_PAGE (widget)->inventory)));
}

/* A paper about the place that is chosen, on the page of printed documents. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (YzInventoryScope) scope = yz_inventory_dup_scope (YZ_INVENTORY_PAGE (widget)->inventory);
  const char *document = g_variant_get_string (parameter, NULL);
  const YzDocumentKind *kind = yz_document_kind_find (document, NULL);
  const char *subject = NULL;

  if (kind == NULL)
    return;
  if (kind->subject == YZ_DOCUMENT_OF_STATIONS || kind->subject == YZ_DOCUMENT_OF_WRITE_OFF)
    subject = scope->station;
  else if (kind->subject == YZ_DOCUMENT_OF_PICKING)
    subject = scope->place;
  gtk_widget_activate_action (widget, "win.print-document", "(ss)", document, subject != NULL ? subject : "");
}

/* The stations that have an item; of no item, all items again. */
static void
where_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (widget);

  g_object_set (self->overview, "item", g_variant_get_string (parameter, NULL), "filter", "all", NULL);
  g_object_set (self, "section", "overview", NULL);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
set_inventory (YzInventoryPage *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
yz_inventory_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (object);

  switch ((YzInventoryPageProperty) prop_id)
    {
    case PROP_INVENTORY:
      g_value_set_object (value, self->inventory);
      break;
    case PROP_SECTION:
      g_value_set_string (value, self->section);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->inventory != NULL ? yz_inventory_get_session (self->inventory) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_inventory_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (object);

  switch (prop_id)
    {
    case PROP_INVENTORY:
      set_inventory (self, g_value_get_object (value));
      break;
    case PROP_SECTION:
      if (yz_set_str (&self->section, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_inventory_page_dispose (GObject *object)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_inventory_page_parent_class)->dispose (object);
}

static void
yz_inventory_page_finalize (GObject *object)
{
  g_clear_pointer (&YZ_INVENTORY_PAGE (object)->section, g_free);

  G_OBJECT_CLASS (yz_inventory_page_parent_class)->finalize (object);
}

static void
item_ledger_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzInventoryPage *self = YZ_INVENTORY_PAGE (widget);

  g_object_set (self, "section", "ledger", NULL);
  gtk_widget_activate_action_variant (gtk_stack_get_visible_child (self->sections), "ledger.item", parameter);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "stock.section", "section");
  gtk_widget_class_install_action (widget_class, "stock.place", "s", place_cb);
  gtk_widget_class_install_action (widget_class, "stock.where", "s", where_cb);
  for (guint i = 0; i < G_N_ELEMENTS (form_actions); i++)
    {
      gtk_widget_class_install_action (widget_class, form_actions[i].action, NULL, form_cb);
      gtk_widget_class_install_action (widget_class, form_actions[i].item_action, "s", item_cb);
    }
  gtk_widget_class_install_action (widget_class, "stock.arrive", "s", arrive_cb);
  gtk_widget_class_install_action (widget_class, "stock.write-off-unusable", NULL, write_off_unusable_cb);
  gtk_widget_class_install_action (widget_class, "stock.transit", NULL, transit_cb);
  gtk_widget_class_install_action (widget_class, "stock.show-item", "s", show_item_cb);
  gtk_widget_class_install_action (widget_class, "stock.item-ledger", "s", item_ledger_cb);
  gtk_widget_class_install_action (widget_class, "stock.edit-item", "s", item_cb);
  gtk_widget_class_install_action (widget_class, "stock.edit-lot", "s", edit_lot_cb);
  gtk_widget_class_install_action (widget_class, "stock.kits", NULL, kits_cb);
  gtk_widget_class_install_action (widget_class, "stock.print", "s", print_cb);
  gtk_widget_class_install_action (widget_class, "stock.new-item", NULL, new_item_cb);
  gtk_widget_class_install_action (widget_class, "stock.new-place", NULL, new_place_cb);
}

static void
yz_inventory_page_class_init (YzInventoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_inventory_page_get_property;
  object_class->set_property = yz_inventory_page_set_property;
  object_class->dispose = yz_inventory_page_dispose;
  object_class->finalize = yz_inventory_page_finalize;

  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags | G_PARAM_WRITABLE);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, "overview", flags | G_PARAM_WRITABLE);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_INVENTORY);
  g_type_ensure (YZ_TYPE_STOCK_CABINETS_VIEW);
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  g_type_ensure (YZ_TYPE_STOCK_COUNTS_VIEW);
  g_type_ensure (YZ_TYPE_STOCK_LEDGER_VIEW);
  g_type_ensure (YZ_TYPE_STOCK_EQUIPMENT_VIEW);
  g_type_ensure (YZ_TYPE_STOCK_OVERVIEW);
  g_type_ensure (YZ_TYPE_UNDO_BUTTONS);
  install_actions (widget_class);
  yz_stock_counts_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-inventory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YzInventoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YzInventoryPage, sections);
  gtk_widget_class_bind_template_child (widget_class, YzInventoryPage, overview);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
}

static void
yz_inventory_page_init (YzInventoryPage *self)
{
  self->section = g_strdup ("overview");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "section", self->sections, "visible-child-name",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

YzInventory *
yz_inventory_page_get_inventory (YzInventoryPage *self)
{
  g_return_val_if_fail (YZ_IS_INVENTORY_PAGE (self), NULL);
  return self->inventory;
}

void
yz_inventory_page_focus_search (YzInventoryPage *self)
{
  g_return_if_fail (YZ_IS_INVENTORY_PAGE (self));

  g_object_set (self, "section", "overview", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

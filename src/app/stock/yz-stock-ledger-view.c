#include "config.h"

#include "yz-stock-ledger-view.h"

#include "yz-kinds.h"
#include "yz-stock-chooser.h"
#include "yz-stock-ledger-list.h"
#include "yz-stock-ledger-row.h"
#include "yz-stock-sentences.h"
#include "yz-stock-take-back.h"
#include "yz-stock-use-view.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzStockLedgerView
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockLedgerList *list; /* nullable */
  char *item_title;
  char *wanted; /* (nullable): the movement that is to be brought into view once it is there */
  GCancellable *cancellable;

  GtkLabel *count_label;
  YzStockChooser *item_chooser;
  YzStockUseView *use_view;
  GtkDropDown *type_choice;
  GtkEditable *person_entry;
  GtkEditable *since_entry;
  GtkEditable *until_entry;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (YzStockLedgerView, yz_stock_ledger_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_INVENTORY = 1,
  PROP_ITEM_TITLE,
} YzStockLedgerViewProperty;

static GParamSpec *properties[PROP_ITEM_TITLE + 1];

static YzSession *
get_session (YzStockLedgerView *self)
{
  return yz_inventory_get_session (self->inventory);
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

static void
set_up_row (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, yz_stock_ledger_row_new (FALSE));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row (GtkListItemFactory *factory, GtkListItem *item)
{
  yz_stock_ledger_row_set_line (YZ_STOCK_LEDGER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row (GtkListItemFactory *factory, GtkListItem *item)
{
  yz_stock_ledger_row_set_line (YZ_STOCK_LEDGER_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- which lines -------------------------------------------------------------------------------------------------- */

static gboolean
is_filtered (YzStockLedgerView *self)
{
  static const char *const names[] = { "item", "type", "person", "since", "until" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (self->list, names[i], &text, NULL);
      if (*text != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
set_filter (YzStockLedgerView *self, const char *name, const char *text)
{
  if (self->list != NULL)
    g_object_set (self->list, name, text, NULL);
}

static void
show_line (YzStockLedgerView *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  g_clear_pointer (&self->wanted, g_free);
}

/* While it is not known how many there are nothing is said about it. */
static void
on_lines_changed (YzStockLedgerView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *count = g_strdup_printf (ngettext ("%u movement", "%u movements", n), n);
  guint position = self->wanted != NULL ? yz_stock_ledger_list_find (self->list, self->wanted) : G_MAXUINT;
  gboolean whole;

  g_object_get (self->list, "whole", &whole, NULL);
  gtk_label_set_label (self->count_label, whole && n > 0 ? count : "");
  if (n > 0 || whole)
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lines" : is_filtered (self) ? "none" : "empty");
  if (position != G_MAXUINT)
    show_line (self, position);
}

static void
set_item (YzStockLedgerView *self, YzRecord *item)
{
  const char *id = item != NULL ? yz_record_get_id (item) : "";

  set_filter (self, "item", id);
  g_object_set (self->use_view, "item", id, NULL);
  if (yz_set_str (&self->item_title, item != NULL ? yz_record_get_title (item) : _ ("All items")))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM_TITLE]);
}

static void
on_item_chosen (YzStockLedgerView *self, YzRecord *item)
{
  set_item (self, item);
}

static void
on_type_selected (YzStockLedgerView *self)
{
  guint selected = gtk_drop_down_get_selected (self->type_choice);

  set_filter (self, "type",
              selected >= 1 && selected <= YZ_N_MOVEMENT_TYPES
                ? yz_movement_type_get_nick ((YzMovementType) (selected - 1))
                : "");
}

static void
on_person_changed (YzStockLedgerView *self)
{
  g_autofree char *person = g_strstrip (g_strdup (gtk_editable_get_text (self->person_entry)));

  set_filter (self, "person", person);
}

/* "today-7", "11-20": what is no day stays there, marked. */
static void
read_day (YzStockLedgerView *self, GtkEditable *entry, const char *name)
{
  const char *text = gtk_editable_get_text (entry);
  g_autofree char *day = yz_session_expand_date (get_session (self), text);
  GDate date;

  g_date_clear (&date, 1);
  if (day != NULL)
    g_date_set_parse (&date, day);
  yz_widgets_set_class (GTK_WIDGET (entry), "error", day != NULL && !g_date_valid (&date));
  if (day != NULL && !g_date_valid (&date))
    return;
  if (g_strcmp0 (day, text) != 0)
    gtk_editable_set_text (entry, day != NULL ? day : "");
  set_filter (self, name, day != NULL ? day : "");
}

static void
on_days_changed (YzStockLedgerView *self)
{
  if (self->inventory == NULL)
    return;
  read_day (self, self->since_entry, "since");
  read_day (self, self->until_entry, "until");
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);

  set_item (self, NULL);
  gtk_drop_down_set_selected (self->type_choice, 0);
  gtk_editable_set_text (self->person_entry, "");
  gtk_editable_set_text (self->since_entry, "");
  gtk_editable_set_text (self->until_entry, "");
  on_person_changed (self);
  on_days_changed (self);
}

static void
item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);
  YzStore *store = yz_session_get_store (get_session (self));
  g_autoptr (YzRecord) item = yz_store_load (store, &yz_item_kind, g_variant_get_string (parameter, NULL), NULL);

  set_item (self, item);
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);
  guint position;

  show_all_cb (widget, name, NULL);
  yz_set_str (&self->wanted, g_variant_get_string (parameter, NULL));
  position = yz_stock_ledger_list_find (self->list, self->wanted);
  if (position != G_MAXUINT)
    show_line (self, position);
}

/* Of a transfer between two stations the other one, of anything else the one where it was. */
static void
go_to_place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);
  YzStore *store = yz_session_get_store (get_session (self));
  g_autoptr (YzRecord)
    movement = yz_store_load (store, &yz_movement_kind, g_variant_get_string (parameter, NULL), NULL);
  g_autoptr (YzRecord) place = NULL;
  const char *station;

  if (movement != NULL)
    place = yz_store_load (store, &yz_place_kind, yz_stock_sentences_find_place (movement), NULL);
  if (place == NULL)
    return;
  station = yz_record_get_text (place, "station");
  gtk_widget_activate_action (widget, "stock.place", "s", station != NULL ? station : yz_record_get_id (place));
}

/* --- taking back -------------------------------------------------------------------------------------------------- */

typedef struct
{
  YzStockLedgerView *view;
  YzStockTakeBack *prepared;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->view);
  yz_stock_take_back_free (question->prepared);
  g_free (question);
}

static void
on_response (Question *question, const char *response)
{
  if (g_str_equal (response, "show"))
    gtk_widget_activate_action (GTK_WIDGET (question->view), "ledger.show", "s",
                                yz_record_get_id (question->prepared->blocker));
  else if (g_str_equal (response, "take-back"))
    yz_stock_take_back_begin (question->prepared, get_session (question->view));
}

/* Takes @prepared. */
static void
ask (YzStockLedgerView *self, const char *heading, const char *body, const char *verb, const char *label,
     YzStockTakeBack *prepared)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));
  Question *question = g_new0 (Question, 1);

  question->view = g_object_ref (self);
  question->prepared = prepared;
  adw_message_dialog_add_responses (dialog, "close", _ ("_Cancel"), verb, label, NULL);
  adw_message_dialog_set_default_response (dialog, verb);
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStockLedgerView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStockTakeBack) prepared = yz_stock_take_back_prepare_finish (result, &error);
  g_autofree char *blocker = prepared != NULL ? yz_stock_take_back_describe (prepared, YZ_STORE (source)) : NULL;
  g_autofree char *body = NULL;
  guint n;

  if (self->inventory == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (prepared == NULL)
    {
      yz_session_report_error (get_session (self), error);
      return;
    }
  n = prepared->n_movements;
  if (blocker != NULL)
    ask (self, _ ("Something Later Lives on It"), blocker, "show", _ ("_Show It"), g_steal_pointer (&prepared));
  else if (n > 1)
    {
      body = g_strdup_printf (ngettext ("%u movement was made together and is taken back.",
                                        "%u movements were made together and are taken back.", n),
                              n);
      ask (self, _ ("Take Everything Back?"), body, "take-back", C_ ("ledger", "_Take Back"),
           g_steal_pointer (&prepared));
    }
  else
    yz_stock_take_back_begin (prepared, get_session (self));
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);
  const char *movement;
  gboolean whole;

  g_variant_get (parameter, "(&sb)", &movement, &whole);
  yz_stock_take_back_prepare_async (yz_session_get_store (get_session (self)), movement, whole, NULL, on_prepared,
                                    g_object_ref (self));
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
set_inventory (YzStockLedgerView *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  if (inventory != NULL)
    {
      self->list = yz_stock_ledger_list_new (inventory);
      g_object_set (self->item_chooser, "session", get_session (self), NULL);
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_lines_changed), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->list, "notify::whole", G_CALLBACK (on_lines_changed), self, G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
      g_object_set (self->list, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

static void
yz_stock_ledger_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (object);

  switch ((YzStockLedgerViewProperty) id)
    {
    case PROP_INVENTORY:
      g_value_set_object (value, self->inventory);
      break;
    case PROP_ITEM_TITLE:
      g_value_set_string (value, self->item_title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yz_stock_ledger_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INVENTORY)
    set_inventory (YZ_STOCK_LEDGER_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yz_stock_ledger_view_map (GtkWidget *widget)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);

  GTK_WIDGET_CLASS (yz_stock_ledger_view_parent_class)->map (widget);
  if (self->list != NULL)
    g_object_set (self->list, "active", TRUE, NULL);
}

static void
yz_stock_ledger_view_unmap (GtkWidget *widget)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (widget);

  if (self->list != NULL)
    g_object_set (self->list, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_stock_ledger_view_parent_class)->unmap (widget);
}

static void
yz_stock_ledger_view_dispose (GObject *object)
{
  YzStockLedgerView *self = YZ_STOCK_LEDGER_VIEW (object);

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  self->selection = NULL;
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->list);
  g_clear_object (&self->inventory);
  g_clear_pointer (&self->item_title, g_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (yz_stock_ledger_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-ledger-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, count_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, item_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, use_view);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, type_choice);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, person_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, since_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, until_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, view);
  gtk_widget_class_bind_template_child (widget_class, YzStockLedgerView, selection);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_item_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_type_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_person_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_days_changed);
}

static void
yz_stock_ledger_view_class_init (YzStockLedgerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_ledger_view_get_property;
  object_class->set_property = yz_stock_ledger_view_set_property;
  object_class->dispose = yz_stock_ledger_view_dispose;
  widget_class->map = yz_stock_ledger_view_map;
  widget_class->unmap = yz_stock_ledger_view_unmap;
  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY, flags | G_PARAM_WRITABLE);
  properties[PROP_ITEM_TITLE] = g_param_spec_string ("item-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  g_type_ensure (YZ_TYPE_STOCK_USE_VIEW);
  yz_widgets_bind_row_menus (widget_class);
  gtk_widget_class_install_action (widget_class, "ledger.take-back", "(sb)", take_back_cb);
  gtk_widget_class_install_action (widget_class, "ledger.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "ledger.item", "s", item_cb);
  gtk_widget_class_install_action (widget_class, "ledger.go-to-place", "s", go_to_place_cb);
  gtk_widget_class_install_action (widget_class, "ledger.show-all", NULL, show_all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
fill_types (YzStockLedgerView *self)
{
  const YzField *field = yz_kind_find_field (&yz_movement_kind, "type");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Everything"));
  for (const YzChoice *choice = field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (titles, _ (choice->title));
  gtk_drop_down_set_model (self->type_choice, G_LIST_MODEL (titles));
}

static void
yz_stock_ledger_view_init (YzStockLedgerView *self)
{
  self->item_title = g_strdup (_ ("All items"));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_types (self);
}

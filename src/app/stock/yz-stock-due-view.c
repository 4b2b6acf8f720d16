#include "config.h"

#include "yz-stock-due-view.h"

#include "yz-kinds.h"
#include "yz-stock-due-row.h"
#include "yz-stock-form-window.h"
#include "yz-stock-reading.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzStockDueView
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;

  GtkLabel *count_label;
  GtkStack *stack;
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (YzStockDueView, yz_stock_due_view, GTK_TYPE_WIDGET)

enum
{
  PROP_INVENTORY = 1,
};

static GParamSpec *properties[PROP_INVENTORY + 1];

/* --- lines -------------------------------------------------------------------------------------------------------- */

static void
set_up_row (YzStockDueView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, yz_stock_due_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row (YzStockDueView *self, GtkListItem *item)
{
  yz_stock_due_row_show (YZ_STOCK_DUE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                         gtk_list_item_get_position (item), yz_inventory_get_place (self->inventory) == NULL);
}

static gpointer
read_list (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  return yz_stock_due_list_read (store, scope->station, scope->place, -1, cancellable, error);
}

static void
on_answered (YzStockDueView *self)
{
  GListModel *list = yz_stock_reading_get_answer (self->reading);
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_no_selection_set_model (self->selection, list);
  gtk_label_set_label (self->count_label, n > 0 ? count : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lines" : "done");
}

/* --- what is done about it ---------------------------------------------------------------------------------------- */

static gboolean
is_station (YzRecord *holder)
{
  return yz_record_get_kind (holder) == &yz_station_kind;
}

static void
set_place (YzStockForm *form, YzRecord *holder)
{
  if (holder != NULL)
    yz_stock_form_set_place (form, yz_record_get_id (holder), is_station (holder), yz_record_get_title (holder));
}

static void
set_target (YzStockForm *form, YzRecord *holder)
{
  if (holder != NULL)
    yz_stock_form_set_target (form, yz_record_get_id (holder), is_station (holder), yz_record_get_title (holder));
}

/* What may still be used goes where somebody uses it; what may not be used goes off the books. */
static YzStockForm *
make_handling (YzSession *session, YzStockDueEntry *entry)
{
  const YzStockDue *due = yz_stock_due_entry_get_due (entry);
  gboolean usable = due->type == YZ_STOCK_DUE_EXPIRING;
  YzStockForm *form = yz_stock_form_new (session, usable ? YZ_STOCK_SEND : YZ_STOCK_WRITE_OFF);

  set_place (form, yz_stock_due_entry_get_holder (entry));
  yz_stock_form_add (form, yz_stock_due_entry_get_item (entry), yz_stock_due_entry_get_record (entry),
                     (guint) due->there);
  return form;
}

static YzStockForm *
make_form (YzSession *session, YzStockDueEntry *entry)
{
  YzStockForm *form;

  switch (yz_stock_due_entry_get_verb (entry))
    {
    case YZ_STOCK_DUE_TRANSFER:
      form = yz_stock_form_new (session, YZ_STOCK_SEND);
      set_place (form, yz_stock_due_entry_get_giver (entry));
      set_target (form, yz_stock_due_entry_get_holder (entry));
      yz_stock_form_add (form, yz_stock_due_entry_get_item (entry), NULL, (guint) yz_stock_due_entry_get_given (entry));
      return form;
    case YZ_STOCK_DUE_REPLENISH:
      form = yz_stock_form_new (session, YZ_STOCK_RECEIVE);
      set_place (form, yz_stock_due_entry_get_holder (entry));
      yz_stock_form_add (form, yz_stock_due_entry_get_item (entry), NULL,
                         (guint) yz_stock_due_entry_get_due (entry)->lacking);
      return form;
    case YZ_STOCK_DUE_HANDLE:
      return make_handling (session, entry);
    case YZ_STOCK_DUE_RECEIVE:
      form = yz_stock_form_new (session, YZ_STOCK_ARRIVE);
      yz_stock_form_fill_arrival (form, yz_record_get_id (yz_stock_due_entry_get_record (entry)));
      return form;
    case YZ_STOCK_DUE_BEGIN:
    default:
      return NULL;
    }
}

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockDueView *self = YZ_STOCK_DUE_VIEW (widget);
  GListModel *list = yz_stock_reading_get_answer (self->reading);
  g_autoptr (YzStockDueEntry) entry = list != NULL ? g_list_model_get_item (list, g_variant_get_uint32 (parameter))
                                                   : NULL;
  g_autoptr (YzStockForm) form = NULL;

  if (entry == NULL)
    return;
  form = make_form (yz_inventory_get_session (self->inventory), entry);
  if (form != NULL)
    gtk_window_present (GTK_WINDOW (yz_stock_form_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), form)));
  else
    gtk_widget_activate_action (widget, "stock.open-count", "s",
                                yz_record_get_id (yz_stock_due_entry_get_record (entry)));
}

/* Enter on a row does what its button says. */
static void
on_activated (YzStockDueView *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "due.act", "u", position);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
set_inventory (YzStockDueView *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_clear_object (&self->reading);
  if (inventory != NULL)
    {
      self->reading = yz_stock_reading_new (inventory, read_list, g_object_unref);
      g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_object_set (self->reading, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

static void
yz_stock_due_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INVENTORY)
    g_value_set_object (value, YZ_STOCK_DUE_VIEW (object)->inventory);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yz_stock_due_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INVENTORY)
    set_inventory (YZ_STOCK_DUE_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yz_stock_due_view_map (GtkWidget *widget)
{
  YzStockDueView *self = YZ_STOCK_DUE_VIEW (widget);

  GTK_WIDGET_CLASS (yz_stock_due_view_parent_class)->map (widget);
  if (self->reading != NULL)
    g_object_set (self->reading, "active", TRUE, NULL);
}

static void
yz_stock_due_view_unmap (GtkWidget *widget)
{
  YzStockDueView *self = YZ_STOCK_DUE_VIEW (widget);

  if (self->reading != NULL)
    g_object_set (self->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_stock_due_view_parent_class)->unmap (widget);
}

static void
yz_stock_due_view_dispose (GObject *object)
{
  YzStockDueView *self = YZ_STOCK_DUE_VIEW (object);

  g_clear_object (&self->reading);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_due_view_parent_class)->dispose (object);
}

static void
yz_stock_due_view_class_init (YzStockDueViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_due_view_get_property;
  object_class->set_property = yz_stock_due_view_set_property;
  object_class->dispose = yz_stock_due_view_dispose;
  widget_class->map = yz_stock_due_view_map;
  widget_class->unmap = yz_stock_due_view_unmap;
  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "due.act", "u", act_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-due-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockDueView, count_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockDueView, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStockDueView, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
}

static void
yz_stock_due_view_init (YzStockDueView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

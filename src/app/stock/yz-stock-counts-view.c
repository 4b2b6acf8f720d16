#include "config.h"

#include "yz-stock-counts-view.h"

#include "yz-count-begin.h"
#include "yz-count-window.h"
#include "yz-inventory-page.h"
#include "yz-kinds.h"
#include "yz-stock-reading.h"
#include "yz-stocktake-row.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* Of those that are done: older ones are in the history. */
#define MAX_DONE 200

struct _YzStockCountsView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GListStore *stocktakes; /* YzRecord, in the order of the answer */

  YzInventory *inventory;
  YzStockReading *reading;
};

G_DEFINE_FINAL_TYPE (YzStockCountsView, yz_stock_counts_view, GTK_TYPE_WIDGET)

enum
{
  PROP_INVENTORY = 1,
};

static GParamSpec *properties[PROP_INVENTORY + 1];

/* --- the list ----------------------------------------------------------------------------------------------------- */

static gpointer
read_list (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  return yz_stocktake_list_load (store, scope->station, scope->place, MAX_DONE, cancellable, error);
}

static void
free_list (gpointer list)
{
  g_ptr_array_unref (list);
}

static void
on_answered (YzStockCountsView *self)
{
  GPtrArray *list = yz_stock_reading_get_answer (self->reading);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (records, ((YzStocktakeSummary *) g_ptr_array_index (list, i))->stocktake);
  g_list_store_splice (self->stocktakes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->stocktakes)), records->pdata,
                       records->len);
  gtk_stack_set_visible_child_name (self->stack, list->len > 0 ? "list" : "empty");
}

static void
on_row_setup (YzStockCountsView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (YZ_TYPE_STOCKTAKE_ROW, NULL));
}

static void
on_row_bind (YzStockCountsView *self, GtkListItem *item)
{
  GPtrArray *list = yz_stock_reading_get_answer (self->reading);
  g_autoptr (YzInventoryScope) scope = yz_inventory_dup_scope (self->inventory);
  guint position = gtk_list_item_get_position (item);

  if (position < list->len)
    yz_stocktake_row_show (YZ_STOCKTAKE_ROW (gtk_list_item_get_child (item)), g_ptr_array_index (list, position),
                           scope->today);
}

static void
on_activated (YzStockCountsView *self, guint position)
{
  g_autoptr (YzRecord) stocktake = g_list_model_get_item (G_LIST_MODEL (self->stocktakes), position);

  if (stocktake != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "stock.open-count", "s", yz_record_get_id (stocktake));
}

/* --- the verbs of the page ---------------------------------------------------------------------------------------- */

static void
open_count (GtkWidget *page, const char *stocktake)
{
  YzSession *session = yz_inventory_get_session (yz_inventory_page_get_inventory (YZ_INVENTORY_PAGE (page)));

  gtk_window_present (GTK_WINDOW (yz_count_window_new (GTK_WINDOW (gtk_widget_get_root (page)), session, stocktake)));
}

static void
on_begun (GtkWidget *page, const char *stocktake)
{
  open_count (page, stocktake);
}

static void
begin_cb (GtkWidget *page, const char *name, GVariant *parameter)
{
  YzInventory *inventory = yz_inventory_page_get_inventory (YZ_INVENTORY_PAGE (page));
  g_autofree char *title = NULL;
  GtkWidget *form;

  g_object_get (inventory, "title", &title, NULL);
  form = yz_count_begin_new (GTK_WINDOW (gtk_widget_get_root (page)), yz_inventory_get_session (inventory),
                             yz_inventory_get_place (inventory), title);
  g_signal_connect_object (form, "begun", G_CALLBACK (on_begun), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
open_cb (GtkWidget *page, const char *name, GVariant *parameter)
{
  open_count (page, g_variant_get_string (parameter, NULL));
}

static void
find_in_thread (GTask *task, gpointer store, gpointer number, GCancellable *cancellable)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_stocktake_kind);
  g_autoptr (GPtrArray) found = NULL;
  GError *error = NULL;

  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (number));
  found = yz_store_load_records (store, query, &error);
  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found->len > 0 ? g_strdup (yz_record_get_id (g_ptr_array_index (found, 0))) : NULL,
                           g_free);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  g_autofree char *id = g_task_propagate_pointer (G_TASK (result), NULL);

  if (id != NULL && gtk_widget_get_root (page) != NULL)
    open_count (page, id);
}

void
yz_stock_counts_open_numbered (GtkWidget *page, const char *number)
{
  YzStore *store =
    yz_session_get_store (yz_inventory_get_session (yz_inventory_page_get_inventory (YZ_INVENTORY_PAGE (page))));
  g_autoptr (GTask) task = NULL;

  if (*number == '\0' || store == NULL)
    return;
  task = g_task_new (store, NULL, on_found, g_object_ref (page));
  g_task_set_source_tag (task, yz_stock_counts_open_numbered);
  g_task_set_task_data (task, g_strdup (number), g_free);
  g_task_run_in_thread (task, find_in_thread);
}

void
yz_stock_counts_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "stock.begin-count", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "stock.open-count", "s", open_cb);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
set_inventory (YzStockCountsView *self, YzInventory *inventory)
{
  if (!g_set_object (&self->inventory, inventory))
    return;
  g_clear_object (&self->reading);
  if (inventory != NULL)
    {
      self->reading = yz_stock_reading_new (inventory, read_list, free_list);
      g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_object_set (self->reading, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INVENTORY]);
}

static void
yz_stock_counts_view_map (GtkWidget *widget)
{
  YzStockCountsView *self = YZ_STOCK_COUNTS_VIEW (widget);

  GTK_WIDGET_CLASS (yz_stock_counts_view_parent_class)->map (widget);
  if (self->reading != NULL)
    g_object_set (self->reading, "active", TRUE, NULL);
}

static void
yz_stock_counts_view_unmap (GtkWidget *widget)
{
  YzStockCountsView *self = YZ_STOCK_COUNTS_VIEW (widget);

  if (self->reading != NULL)
    g_object_set (self->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_stock_counts_view_parent_class)->unmap (widget);
}

static void
yz_stock_counts_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_INVENTORY)
    g_value_set_object (value, YZ_STOCK_COUNTS_VIEW (object)->inventory);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_counts_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_INVENTORY)
    set_inventory (YZ_STOCK_COUNTS_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_counts_view_dispose (GObject *object)
{
  YzStockCountsView *self = YZ_STOCK_COUNTS_VIEW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->reading);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_counts_view_parent_class)->dispose (object);
}

static void
yz_stock_counts_view_class_init (YzStockCountsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_counts_view_get_property;
  object_class->set_property = yz_stock_counts_view_set_property;
  object_class->dispose = yz_stock_counts_view_dispose;
  widget_class->map = yz_stock_counts_view_map;
  widget_class->unmap = yz_stock_counts_view_unmap;

  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-counts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockCountsView, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStockCountsView, stocktakes);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
yz_stock_counts_view_init (YzStockCountsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is due, as a list that words its lines when they are looked at. */
#include "config.h"

#include "yz-stock-due-entry-private.h"

struct _YzStockDueList
{
  GObject parent_instance;

  YzStore *store;
  YzStockDues *dues;
  GPtrArray *entries; /* (nullable) YzStockDueEntry, those that were asked for */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzStockDueList, yz_stock_due_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
list_get_item_type (GListModel *model)
{
  return YZ_TYPE_STOCK_DUE_ENTRY;
}

static guint
list_get_n_items (GListModel *model)
{
  return YZ_STOCK_DUE_LIST (model)->dues->dues->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  YzStockDueList *self = YZ_STOCK_DUE_LIST (model);
  YzStockDueEntry *entry;

  if (position >= self->dues->dues->len)
    return NULL;
  entry = g_ptr_array_index (self->entries, position);
  if (entry == NULL)
    {
      entry = yz_stock_due_entry_new (self->store, self->dues, &g_array_index (self->dues->dues, YzStockDue, position));
      g_ptr_array_index (self->entries, position) = entry;
    }
  return g_object_ref (entry);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
yz_stock_due_list_finalize (GObject *object)
{
  YzStockDueList *self = YZ_STOCK_DUE_LIST (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->dues, yz_stock_dues_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (yz_stock_due_list_parent_class)->finalize (object);
}

static void
yz_stock_due_list_class_init (YzStockDueListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_stock_due_list_finalize;
}

static void
yz_stock_due_list_init (YzStockDueList *self)
{
}

static void
unref_entry (gpointer entry)
{
  if (entry != NULL)
    g_object_unref (entry);
}

YzStockDueList *
yz_stock_due_list_read (YzStore *store, const char *station, const char *place, int days, GCancellable *cancellable,
                        GError **error)
{
  YzStockDues *dues = yz_stock_dues_read (store, station, place, days, cancellable, error);
  YzStockDueList *self;

  if (dues == NULL)
    return NULL;
  self = g_object_new (YZ_TYPE_STOCK_DUE_LIST, NULL);
  self->store = g_object_ref (store);
  self->dues = dues;
  self->entries = g_ptr_array_new_with_free_func (unref_entry);
  g_ptr_array_set_size (self->entries, (int) dues->dues->len);
  return self;
}

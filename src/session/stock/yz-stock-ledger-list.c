/*
 * Row numbers of a query, and the lines that somebody holds. Those are told when they read otherwise, because a
 * movement far down may have been taken back; lines that nobody holds are forgotten.
 */
#include "config.h"

#include "yz-stock-ledger-line-private.h"

#include "yz-kinds.h"
#include "yz-paged-query.h"
#include "yz-record-list.h"
#include "yz-stock-ledger-fold-private.h"
#include "yz-stock-ledger-query.h"
#include "yz-store-columns.h"
#include "yz-text.h"
#include "yz-value-text.h"

typedef enum
{
  PROP_CABINET = 1,
  PROP_ITEM,
  PROP_TYPE,
  PROP_PERSON,
  PROP_SINCE,
  PROP_UNTIL,
  PROP_ACTIVE,
  PROP_LIMIT,
  PROP_N_ITEMS,
  PROP_WHOLE,
} YzStockLedgerListProperty;

static GParamSpec *properties[PROP_WHOLE + 1];

struct _YzStockLedgerList
{
  GObject parent_instance;

  YzInventory *inventory;
  char *filter[PROP_UNTIL + 1]; /* of the properties that are texts */
  guint limit;
  gboolean active;
  gboolean stale;
  gboolean whole;

  YzInventoryScope *scope;
  YzStockLedgerFrame view;
  YzStore *store;
  YzRecordList *records; /* nullable */
  GHashTable *lines;     /* row → YzStockLedgerLine that somebody holds */
  GHashTable *folded;    /* row → how many more its line stands for */
  YzPagedQuery *question;
  GCancellable *cancellable; /* of a question with a limit */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzStockLedgerList, yz_stock_ledger_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- lines -------------------------------------------------------------------------------------------------------- */

static void
on_line_gone (gpointer data, GObject *line)
{
  YzStockLedgerList *self = data;
  GHashTableIter iter;
  gpointer held;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    if (held == line)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
forget_lines (YzStockLedgerList *self)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    {
      g_object_weak_unref (line, on_line_gone, self);
      g_hash_table_iter_remove (&iter);
    }
}

static YzStockLedgerLine *
make_line (YzStockLedgerList *self, YzRecord *movement, gint64 row)
{
  YzStockLedgerLine *line = yz_stock_ledger_line_new (movement, row);

  yz_stock_ledger_line_set_more (line, GPOINTER_TO_UINT (g_hash_table_lookup (self->folded, &row)));
  yz_stock_ledger_line_renew (line, &self->view);
  g_object_weak_ref (G_OBJECT (line), on_line_gone, self);
  g_hash_table_insert (self->lines, g_memdup2 (&row, sizeof row), line);
  return line;
}

static GType
list_get_item_type (GListModel *model)
{
  return YZ_TYPE_STOCK_LEDGER_LINE;
}

static guint
list_get_n_items (GListModel *model)
{
  YzStockLedgerList *self = YZ_STOCK_LEDGER_LIST (model);

  return self->records != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  YzStockLedgerList *self = YZ_STOCK_LEDGER_LIST (model);
  GListModel *records = G_LIST_MODEL (self->records);
  g_autoptr (YzRecord) movement = NULL, above = NULL;
  YzStockLedgerLine *line;
  gint64 row;

  if (position >= list_get_n_items (model))
    return NULL;
  row = yz_record_list_get_row (self->records, position);
  movement = g_list_model_get_item (records, position);
  above = position > 0 ? g_list_model_get_item (records, position - 1) : NULL;
  line = g_hash_table_lookup (self->lines, &row);
  line = line != NULL ? g_object_ref (line) : make_line (self, movement, row);
  yz_stock_ledger_line_set_above (line, above, self->view.today);
  return line;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* The line beneath a change may begin a day now, or no longer. */
static void
on_records_changed (YzStockLedgerList *self, guint position, guint removed, guint added)
{
  guint below = position + added < list_get_n_items (G_LIST_MODEL (self)) ? 1 : 0;

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed + below, added + below);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* --- what is asked ------------------------------------------------------------------------------------------------ */

static void
stop (YzStockLedgerList *self)
{
  g_clear_pointer (&self->question, yz_paged_query_stop);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
set_whole (YzStockLedgerList *self, gboolean whole)
{
  if (self->whole == whole)
    return;
  self->whole = whole;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}

static void
drop_records (YzStockLedgerList *self)
{
  guint n = list_get_n_items (G_LIST_MODEL (self));

  if (self->records != NULL)
    g_signal_handlers_disconnect_by_data (self->records, self);
  g_clear_object (&self->records);
  forget_lines (self);
  set_whole (self, FALSE);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

static void
set_scope (YzStockLedgerList *self, YzStore *store)
{
  g_clear_pointer (&self->scope, yz_inventory_scope_free);
  g_clear_pointer (&self->view.sentences, yz_stock_sentences_free);
  self->scope = yz_inventory_dup_scope (self->inventory);
  g_set_object (&self->store, store);
  self->view = (YzStockLedgerFrame){
    .store = store,
    .sentences = yz_stock_sentences_new (store, self->scope->station, self->scope->place),
    .station = self->scope->station,
    .place = self->scope->place,
    .today = self->scope->today,
  };
}

static void
show_rows (YzStockLedgerList *self, GArray *rows)
{
  GHashTableIter iter;
  gpointer line;

  yz_record_list_set_rows (self->records, rows);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    {
      gint64 row = yz_stock_ledger_line_get_row (line);

      yz_stock_ledger_line_set_more (line, GPOINTER_TO_UINT (g_hash_table_lookup (self->folded, &row)));
      yz_stock_ledger_line_renew (line, &self->view);
    }
}

static void
on_page (YzPagedStep step, GArray *rows, const GError *error, gpointer data)
{
  YzStockLedgerList *self = data;

  if (error != NULL)
    yz_session_report_error (yz_inventory_get_session (self->inventory), error);
  else if (rows != NULL)
    show_rows (self, rows);
  if (step != YZ_PAGED_WHOLE)
    return;
  g_clear_pointer (&self->question, yz_paged_query_stop);
  set_whole (self, error == NULL);
}

static void
on_few (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStockLedgerList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStockLedgerFold) fold = yz_stock_ledger_fold_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (fold == NULL && self->inventory != NULL)
    yz_session_report_error (yz_inventory_get_session (self->inventory), error);
  else if (fold != NULL && self->records != NULL && self->store == YZ_STORE (source))
    {
      g_hash_table_unref (self->folded);
      self->folded = g_hash_table_ref (fold->more);
      show_rows (self, fold->rows);
      set_whole (self, TRUE);
    }
}

/* The first or the last instant of a day; 0 for none. */
static gint64
find_instant (const char *day, const char *time)
{
  g_autofree char *text = g_strconcat (day, time, NULL);
  gint64 instant;

  return *day != '\0' && yz_value_parse_time (text, &instant) ? instant : 0;
}

static YzQuery *
make_query (YzStockLedgerList *self, GError **error)
{
  const YzStockLedgerFilter filter = {
    .station = self->scope->station,
    .place = self->scope->place,
    .cabinet = self->filter[PROP_CABINET][0] != '\0' ? self->filter[PROP_CABINET] : NULL,
    .item = self->filter[PROP_ITEM],
    .type = self->filter[PROP_TYPE],
    .person = self->filter[PROP_PERSON],
    .since = find_instant (self->filter[PROP_SINCE], "T00:00:00"),
    .until = find_instant (self->filter[PROP_UNTIL], "T23:59:59.999"),
  };

  return yz_stock_ledger_make_query (self->store, &filter, error);
}

static gboolean
is_elsewhere (YzStockLedgerList *self, YzStore *store)
{
  g_autoptr (YzInventoryScope) scope = yz_inventory_dup_scope (self->inventory);

  return self->scope == NULL || self->store != store || g_strcmp0 (scope->station, self->scope->station) != 0 ||
         g_strcmp0 (scope->place, self->scope->place) != 0;
}

static void
ask (YzStockLedgerList *self)
{
  YzSession *session = yz_inventory_get_session (self->inventory);
  YzStore *store = yz_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzQuery) query = NULL;

  stop (self);
  if (store == NULL || is_elsewhere (self, store))
    drop_records (self);
  if (store == NULL)
    return;
  set_scope (self, store);
  if (self->records == NULL)
    {
      self->records = yz_record_list_new (store, &yz_movement_kind);
      g_signal_connect_object (self->records, "items-changed", G_CALLBACK (on_records_changed), self,
                               G_CONNECT_SWAPPED);
    }
  self->stale = FALSE;
  query = make_query (self, &error);
  if (query == NULL)
    yz_session_report_error (session, error);
  else if (self->limit == 0)
    self->question = yz_paged_query_start (store, g_steal_pointer (&query), list_get_n_items (G_LIST_MODEL (self)) == 0,
                                           on_page, self);
  else
    {
      self->cancellable = g_cancellable_new ();
      yz_stock_ledger_fold_async (store, query, self->limit, self->cancellable, on_few, g_object_ref (self));
    }
}

static void
renew (YzStockLedgerList *self)
{
  self->stale = TRUE;
  if (self->active)
    ask (self);
}

/* Another question: what stands there does not answer it. */
static void
restart (YzStockLedgerList *self)
{
  stop (self);
  drop_records (self);
  renew (self);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
yz_stock_ledger_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockLedgerList *self = YZ_STOCK_LEDGER_LIST (object);

  if (id <= PROP_UNTIL)
    g_value_set_string (value, self->filter[id]);
  else if (id == PROP_ACTIVE)
    g_value_set_boolean (value, self->active);
  else if (id == PROP_LIMIT)
    g_value_set_uint (value, self->limit);
  else if (id == PROP_N_ITEMS)
    g_value_set_uint (value, list_get_n_items (G_LIST_MODEL (self)));
  else
    g_value_set_boolean (value, self->whole);
}

static void
set_filter (YzStockLedgerList *self, guint id, const char *text, GParamSpec *pspec)
{
  if (!yz_set_str (&self->filter[id], text != NULL ? text : ""))
    return;
  if (self->inventory != NULL)
    restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
yz_stock_ledger_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YzStockLedgerList *self = YZ_STOCK_LEDGER_LIST (object);

  if (id <= PROP_UNTIL)
    set_filter (self, id, g_value_get_string (value), pspec);
  else if (id == PROP_LIMIT)
    self->limit = g_value_get_uint (value);
  else if (id == PROP_ACTIVE && self->active != g_value_get_boolean (value))
    {
      self->active = g_value_get_boolean (value);
      if (self->active && self->stale)
        ask (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
yz_stock_ledger_list_dispose (GObject *object)
{
  YzStockLedgerList *self = YZ_STOCK_LEDGER_LIST (object);

  stop (self);
  forget_lines (self);
  if (self->records != NULL)
    g_signal_handlers_disconnect_by_data (self->records, self);
  g_clear_object (&self->records);
  g_clear_object (&self->store);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_ledger_list_parent_class)->dispose (object);
}

static void
yz_stock_ledger_list_finalize (GObject *object)
{
  YzStockLedgerList *self = YZ_STOCK_LEDGER_LIST (object);

  for (guint i = PROP_CABINET; i <= PROP_UNTIL; i++)
    g_free (self->filter[i]);
  g_clear_pointer (&self->scope, yz_inventory_scope_free);
  g_clear_pointer (&self->view.sentences, yz_stock_sentences_free);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->folded);

  G_OBJECT_CLASS (yz_stock_ledger_list_parent_class)->finalize (object);
}

static void
yz_stock_ledger_list_class_init (YzStockLedgerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_ledger_list_get_property;
  object_class->set_property = yz_stock_ledger_list_set_property;
  object_class->dispose = yz_stock_ledger_list_dispose;
  object_class->finalize = yz_stock_ledger_list_finalize;

  properties[PROP_CABINET] = g_param_spec_string ("cabinet", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_ITEM] = g_param_spec_string ("item", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_TYPE] = g_param_spec_string ("type", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_LIMIT] = g_param_spec_uint ("limit", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_WRITABLE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stock_ledger_list_init (YzStockLedgerList *self)
{
  self->stale = TRUE;
  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = PROP_CABINET; i <= PROP_UNTIL; i++)
    self->filter[i] = g_strdup ("");
}

YzStockLedgerList *
yz_stock_ledger_list_new (YzInventory *inventory)
{
  YzStockLedgerList *self;

  g_return_val_if_fail (YZ_IS_INVENTORY (inventory), NULL);

  self = g_object_new (YZ_TYPE_STOCK_LEDGER_LIST, NULL);
  self->inventory = g_object_ref (inventory);
  g_signal_connect_object (inventory, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  return self;
}

guint
yz_stock_ledger_list_find (YzStockLedgerList *self, const char *movement)
{
  gint64 row;

  g_return_val_if_fail (YZ_IS_STOCK_LEDGER_LIST (self), G_MAXUINT);

  if (self->records == NULL || !yz_store_find_row (self->store, &yz_movement_kind, movement, &row, NULL))
    return G_MAXUINT;
  return yz_record_list_find (self->records, row);
}

/*
 * Row numbers and a cache of records. The cache holds two generations: when the young one is full it becomes the old
 * one, so that what is looked at stays and what scrolled by goes, without a list of uses.
 */
#include "config.h"

#include "yz-record-list.h"

/* Several screens full. */
#define GENERATION_SIZE 512

struct _YzRecordList
{
  GObject parent_instance;

  YzStore *store;
  const YzKind *kind;
  GArray *rows;      /* of gint64 */
  GHashTable *young; /* row number → YzRecord */
  GHashTable *old;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzRecordList, yz_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static void
remember (YzRecordList *self, gint64 row, YzRecord *record)
{
  if (g_hash_table_size (self->young) >= GENERATION_SIZE)
    {
      g_hash_table_unref (self->old);
      self->old = g_steal_pointer (&self->young);
      self->young = new_generation ();
    }
  g_hash_table_replace (self->young, g_memdup2 (&row, sizeof row), g_object_ref (record));
}

static YzRecord *
recall (YzRecordList *self, gint64 row)
{
  YzRecord *record = g_hash_table_lookup (self->young, &row);

  if (record != NULL)
    return g_object_ref (record);
  record = g_hash_table_lookup (self->old, &row);
  if (record == NULL)
    return NULL;
  remember (self, row, record);
  return g_object_ref (record);
}

/* A model must have an item where it says that there is one: what is gone meanwhile shows as a record without name. */
static YzRecord *
load (YzRecordList *self, gint64 row)
{
  YzRecord *record = yz_store_load_row (self->store, self->kind, row, NULL);

  return record != NULL ? record : yz_record_new_empty (self->kind, "");
}

static GType
list_get_item_type (GListModel *model)
{
  return YZ_RECORD_LIST (model)->kind->get_type ();
}

static guint
list_get_n_items (GListModel *model)
{
  return YZ_RECORD_LIST (model)->rows->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  YzRecordList *self = YZ_RECORD_LIST (model);
  gint64 row = yz_record_list_get_row (self, position);
  YzRecord *record = row != 0 ? recall (self, row) : NULL;

  if (row != 0 && record == NULL)
    {
      record = load (self, row);
      remember (self, row, record);
    }
  return record;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
yz_record_list_finalize (GObject *object)
{
  YzRecordList *self = YZ_RECORD_LIST (object);

  g_clear_pointer (&self->young, g_hash_table_unref);
  g_clear_pointer (&self->old, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (yz_record_list_parent_class)->finalize (object);
}

static void
yz_record_list_class_init (YzRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_record_list_finalize;
}

static void
yz_record_list_init (YzRecordList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->young = new_generation ();
  self->old = new_generation ();
}

YzRecordList *
yz_record_list_new (YzStore *store, const YzKind *kind)
{
  YzRecordList *self;

  g_return_val_if_fail (YZ_IS_STORE (store) && kind != NULL, NULL);

  self = g_object_new (YZ_TYPE_RECORD_LIST, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  return self;
}

static guint
count_common (GArray *a, GArray *b, gboolean from_end, guint most)
{
  guint n = 0;

  for (; n < most; n++)
    if (g_array_index (a, gint64, from_end ? a->len - 1 - n : n) !=
        g_array_index (b, gint64, from_end ? b->len - 1 - n : n))
      break;
  return n;
}

void
yz_record_list_set_rows (YzRecordList *self, GArray *rows)
{
  g_autoptr (GArray) before = NULL;
  guint shorter, head, tail;

  g_return_if_fail (YZ_IS_RECORD_LIST (self) && rows != NULL);

  before = g_steal_pointer (&self->rows);
  self->rows = g_array_ref (rows);
  shorter = MIN (before->len, rows->len);
  head = count_common (before, rows, FALSE, shorter);
  tail = count_common (before, rows, TRUE, shorter - head);
  if (head + tail < MAX (before->len, rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, rows->len - head - tail);
}

GArray *
yz_record_list_get_rows (YzRecordList *self)
{
  g_return_val_if_fail (YZ_IS_RECORD_LIST (self), NULL);
  return self->rows;
}

gint64
yz_record_list_get_row (YzRecordList *self, guint position)
{
  g_return_val_if_fail (YZ_IS_RECORD_LIST (self), 0);
  return position < self->rows->len ? g_array_index (self->rows, gint64, position) : 0;
}

guint
yz_record_list_find (YzRecordList *self, gint64 row)
{
  g_return_val_if_fail (YZ_IS_RECORD_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, gint64, i) == row)
      return i;
  return G_MAXUINT;
}

/* Reads every cached record of @generation again; those that differ are replaced and put in @changed. */
static void
refresh_generation (YzRecordList *self, GHashTable *generation, GHashTable *changed)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, generation);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (YzRecord) now = load (self, *(gint64 *) key);

      if (yz_record_equal (value, now) && yz_record_get_deleted_at (value) == yz_record_get_deleted_at (now))
        continue;
      g_hash_table_add (changed, g_memdup2 (key, sizeof (gint64)));
      g_hash_table_iter_replace (&iter, g_steal_pointer (&now));
    }
}

static gboolean
is_row_of (YzRecordList *self, GHashTable *rows, guint position)
{
  return position < self->rows->len && g_hash_table_contains (rows, &g_array_index (self->rows, gint64, position));
}

/* Neighbours are told of together: a list view lays itself out anew at each word, and hundreds may have changed. */
void
yz_record_list_refresh (YzRecordList *self)
{
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_if_fail (YZ_IS_RECORD_LIST (self));

  refresh_generation (self, self->young, changed);
  refresh_generation (self, self->old, changed);
  if (g_hash_table_size (changed) == 0)
    return;
  for (guint i = 0, n = 0; i < self->rows->len; i += n + 1)
    {
      for (n = 0; is_row_of (self, changed, i + n);)
        n++;
      if (n > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), i, n, n);
    }
}

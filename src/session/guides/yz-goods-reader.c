#include "config.h"

#include "yz-goods-reader.h"

#include "yz-item.h"
#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

struct _YzGoodsReader
{
  YzStore *store;
  YzPrintLanguage language;
  GDate today;
  GHashTable *by_id;  /* id → YzRecord */
  GHashTable *by_row; /* "item 12" → YzRecord, of the other table */
};

YzGoodsReader *
yz_goods_reader_new (YzStore *store, const char *date, YzPrintLanguage language)
{
  YzGoodsReader *self = g_new0 (YzGoodsReader, 1);

  self->store = g_object_ref (store);
  self->language = language;
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->by_row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!yz_value_read_date (date, &self->today))
    g_date_set_julian (&self->today, 1);
  return self;
}

void
yz_goods_reader_free (YzGoodsReader *self)
{
  g_hash_table_unref (self->by_row);
  g_hash_table_unref (self->by_id);
  g_object_unref (self->store);
  g_free (self);
}

YzStore *
yz_goods_reader_get_store (YzGoodsReader *self)
{
  return self->store;
}

YzPrintLanguage
yz_goods_reader_get_language (YzGoodsReader *self)
{
  return self->language;
}

YzRecord *
yz_goods_reader_get (YzGoodsReader *self, const YzKind *kind, const char *id, GError **error)
{
  YzRecord *record = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  if (record != NULL || id == NULL)
    return record;
  record = yz_store_load (self->store, kind, id, error);
  if (record != NULL)
    g_hash_table_insert (self->by_id, g_strdup (id), record);
  return record;
}

YzRecord *
yz_goods_reader_get_row (YzGoodsReader *self, const YzKind *kind, gint64 row, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, row);
  YzRecord *record = row > 0 ? g_hash_table_lookup (self->by_row, key) : NULL;

  if (record != NULL || row <= 0)
    return record;
  record = yz_store_load_row (self->store, kind, row, error);
  if (record == NULL)
    return NULL;
  g_hash_table_replace (self->by_id, g_strdup (yz_record_get_id (record)), record);
  g_hash_table_insert (self->by_row, g_steal_pointer (&key), record);
  return record;
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

char *
yz_goods_dup_item_name (YzRecord *item)
{
  const char *spec = yz_record_get_text (item, "spec");

  return spec != NULL ? g_strconcat (yz_record_get_title (item), " ", spec, NULL)
                      : g_strdup (yz_record_get_title (item));
}

static void
fill_expiry (YzGoodsReader *self, YzGoodsLine *line, YzRecord *item, YzRecord *lot)
{
  GDate day;

  line->recalled = yz_record_get_boolean (lot, "recalled");
  line->expiry = g_strdup (yz_record_get_text (lot, "expiry"));
  if (!yz_value_read_date (line->expiry, &day))
    return;
  line->days_left = g_date_days_between (&self->today, &day);
  line->warned = line->days_left >= 0 && line->days_left <= (int) yz_item_get_warn_days (item);
}

YzGoodsLine *
yz_goods_reader_add (YzGoodsReader *self, YzGoodsGroup *group, YzRecord *item, YzRecord *lot, gint64 quantity)
{
  g_autofree char *name = yz_goods_dup_item_name (item);
  const char *unit = yz_record_get_text (item, "unit");
  YzGoodsLine *line = yz_goods_group_add_line (group, name, unit != NULL ? unit : "");

  line->id = g_strdup (yz_record_get_id (item));
  line->code = g_strdup (yz_record_get_text (item, "code"));
  line->quantity = quantity;
  line->value_fen = yz_item_find_value (item, lot);
  if (lot != NULL)
    {
      line->lot = g_strdup (yz_record_get_text (lot, "number"));
      fill_expiry (self, line, item, lot);
    }
  return line;
}

YzGoodsLine *
yz_goods_reader_add_heap (YzGoodsReader *self, YzGoodsGroup *group, const YzStockHeap *heap, GError **error)
{
  YzRecord *item = yz_goods_reader_get_row (self, &yz_item_kind, heap->item, error);
  YzRecord *lot = item != NULL ? yz_goods_reader_get_row (self, &yz_lot_kind, heap->lot, error) : NULL;

  if (item == NULL || (lot == NULL && heap->lot > 0))
    return NULL;
  return yz_goods_reader_add (self, group, item, lot, heap->quantity);
}

static void
on_heap (const YzStockHeap *heap, gpointer data)
{
  g_array_append_vals (data, heap, 1);
}

GArray *
yz_goods_reader_list (YzGoodsReader *self, const YzStockQuestion *question, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) heaps = g_array_new (FALSE, FALSE, sizeof (YzStockHeap));

  if (!yz_stock_read (self->store, question, on_heap, heaps, cancellable, error))
    return NULL;
  return g_steal_pointer (&heaps);
}

char *
yz_goods_reader_dup_where (YzGoodsReader *self, YzRecord *place, GError **error)
{
  const char *station_id = yz_record_get_text (place, "station");
  YzRecord *station = yz_goods_reader_get (self, &yz_station_kind, station_id, error);

  if (station == NULL && station_id != NULL)
    return NULL;
  if (station == NULL)
    return g_strdup (yz_record_get_title (place));
  if (yz_place_get_type_of (place) == YZ_PLACE_STATION)
    return g_strdup (yz_record_get_title (station));
  return g_strconcat (yz_record_get_title (station), " · ", yz_record_get_title (place), NULL);
}

char *
yz_goods_dup_time (gint64 time)
{
  g_autofree char *text = yz_value_format_time (time);
  char *t = strchr (text, 'T');

  if (t == NULL)
    return g_steal_pointer (&text);
  *t = ' ';
  t[6] = '\0'; /* "2026-01-17 08:00" */
  return g_steal_pointer (&text);
}

#include "config.h"

#include "yz-stock-lots.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-value-text.h"

static void
unref_if_any (gpointer record)
{
  g_clear_object (&record);
}

static YzStockLots *
lots_new (void)
{
  YzStockLots *self = g_new0 (YzStockLots, 1);

  self->lots = g_array_new (FALSE, FALSE, sizeof (YzStockLot));
  self->records = g_ptr_array_new_with_free_func (unref_if_any);
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
yz_stock_lots_free (YzStockLots *self)
{
  g_array_unref (self->lots);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->places);
  g_array_unref (self->items);
  g_free (self);
}

/* Heaps come place by place, so a place is loaded once. */
static YzRecord *
load_place (YzStore *store, const YzStockLots *self, gint64 row, GError **error)
{
  guint last = self->places->len;

  if (last > 0 && g_array_index (self->lots, YzStockLot, last - 1).place == (guint32) row)
    return g_object_ref (g_ptr_array_index (self->places, last - 1));
  return yz_store_load_row (store, &yz_place_kind, row, error);
}

static void
fill_lot (YzStockLot *lot, YzRecord *record)
{
  GDate expiry;

  lot->received = lot->lot; /* rows ascend as lots came */
  lot->recalled = yz_record_get_boolean (record, "recalled");
  if (yz_value_read_date (yz_record_get_text (record, "expiry"), &expiry))
    lot->expiry = g_date_get_julian (&expiry);
}

static gboolean
add_heap (YzStockLots *self, YzStore *store, const YzStockHeap *heap, GError **error)
{
  YzStockLot lot = { .place = (guint32) heap->place, .lot = (guint32) heap->lot, .quantity = heap->quantity };
  g_autoptr (YzRecord) place = load_place (store, self, heap->place, error);
  g_autoptr (YzRecord) record = NULL;

  if (place == NULL)
    return FALSE;
  if (heap->lot != 0)
    {
      record = yz_store_load_row (store, &yz_lot_kind, heap->lot, error);
      if (record == NULL)
        return FALSE;
      fill_lot (&lot, record);
    }
  g_array_append_val (self->lots, lot);
  g_array_append_val (self->items, heap->item);
  g_ptr_array_add (self->records, g_steal_pointer (&record));
  g_ptr_array_add (self->places, g_steal_pointer (&place));
  return TRUE;
}

YzStockLots *
yz_stock_lots_read (YzStore *store, const YzStockQuestion *question, GError **error)
{
  g_autoptr (GArray) heaps = yz_stock_list (store, question, NULL, error);
  g_autoptr (YzStockLots) self = lots_new ();

  for (guint i = 0; heaps != NULL && i < heaps->len; i++)
    if (!add_heap (self, store, &g_array_index (heaps, YzStockHeap, i), error))
      return NULL;
  return heaps != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_loose (YzRecord *place)
{
  YzPlaceType type = yz_place_get_type_of (place);

  return type == YZ_PLACE_STATION || type == YZ_PLACE_SHELF || type == YZ_PLACE_WAREHOUSE;
}

static void
keep_loose (YzStockLots *self)
{
  for (guint i = self->lots->len; i > 0; i--)
    {
      if (is_loose (g_ptr_array_index (self->places, i - 1)))
        continue;
      g_array_remove_index (self->lots, i - 1);
      g_array_remove_index (self->items, i - 1);
      g_ptr_array_remove_index (self->records, i - 1);
      g_ptr_array_remove_index (self->places, i - 1);
    }
}

YzStockLots *
yz_stock_lots_read_loose (YzStore *store, const char *holder, const char *item, gint64 at, GError **error)
{
  g_autoptr (YzRecord) station = NULL;
  YzStockQuestion question = { .item = item, .at = at };
  YzStockLots *self;

  if (!yz_store_look_up (store, &yz_station_kind, holder, &station, error))
    return NULL;
  *(station != NULL ? &question.station : &question.place) = holder;
  self = yz_stock_lots_read (store, &question, error);
  if (self != NULL && station != NULL)
    keep_loose (self);
  return self;
}

const char *
yz_stock_lots_get_id (const YzStockLots *self, guint index)
{
  YzRecord *record = g_ptr_array_index (self->records, index);

  return record != NULL ? yz_record_get_id (record) : NULL;
}

const char *
yz_stock_lots_get_place (const YzStockLots *self, guint index)
{
  return yz_record_get_id (g_ptr_array_index (self->places, index));
}

guint
yz_stock_lots_find (const YzStockLots *self, const char *lot)
{
  for (guint i = 0; i < self->lots->len; i++)
    if (g_strcmp0 (yz_stock_lots_get_id (self, i), lot) == 0)
      return i;
  return G_MAXUINT;
}

gint64
yz_stock_lots_count (const YzStockLots *self, guint32 today)
{
  return yz_stock_count_usable ((const YzStockLot *) self->lots->data, self->lots->len, today);
}

void
yz_stock_lots_subtract (YzStockLots *self, YzRecord *movement)
{
  const char *source = yz_record_get_text (movement, "source"), *lot = yz_record_get_text (movement, "lot");

  for (guint i = 0; i < self->lots->len; i++)
    if (g_strcmp0 (yz_stock_lots_get_place (self, i), source) == 0 &&
        g_strcmp0 (yz_stock_lots_get_id (self, i), lot) == 0)
      g_array_index (self->lots, YzStockLot, i).quantity -= yz_record_get_integer (movement, "quantity");
}

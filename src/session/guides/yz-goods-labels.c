/* Labels of stations: their shelves and slots, what lies there by item and by lot, their tagged equipment. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-place.h"

static YzGoodsLine *
add_label (YzGoodsGroup *group, YzRecord *record, const char *title, const char *scan, const char *station)
{
  YzGoodsLine *line = yz_goods_group_add_line (group, title, "");

  line->id = g_strdup (yz_record_get_id (record));
  line->scan = g_strdup (scan != NULL ? scan : yz_record_get_id (record));
  line->place = g_strdup (station);
  return line;
}

static GPtrArray *
load_of_station (YzGoodsReading *self, const YzKind *kind, const char *station, const char *order, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (station));
  yz_query_set_order (query, order, FALSE);
  return yz_store_load_records (yz_goods_reader_get_store (self->reader), query, error);
}

/* Shelves, then the slots of cabinets; the station as a whole has a name at its door. */
static gboolean
add_places (YzGoodsReading *self, YzGoodsGroup *group, const YzGuideStation *station, GError **error)
{
  g_autoptr (GPtrArray) places = load_of_station (self, &yz_place_kind, station->id, "position", error);

  if (places == NULL)
    return FALSE;
  for (guint slots = 0; slots < 2; slots++)
    for (guint i = 0; i < places->len; i++)
      {
        YzRecord *place = g_ptr_array_index (places, i);
        YzPlaceType type = yz_place_get_type_of (place);

        if (type != YZ_PLACE_STATION && (type == YZ_PLACE_SLOT) == (slots == 1))
          add_label (group, place, yz_record_get_title (place), NULL, station->name);
      }
  return TRUE;
}

static gboolean
add_equipment (YzGoodsReading *self, YzGoodsGroup *group, const YzGuideStation *station, GError **error)
{
  g_autoptr (GPtrArray) pieces = load_of_station (self, &yz_equipment_kind, station->id, "tag", error);

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      YzRecord *piece = g_ptr_array_index (pieces, i);
      const char *tag = yz_record_get_text (piece, "tag");
      YzRecord *item = yz_goods_reader_get (self->reader, &yz_item_kind, yz_record_get_text (piece, "item"), error);

      if (item == NULL)
        return FALSE;
      add_label (group, piece, yz_record_get_title (item), tag, station->name)->code = g_strdup (tag);
    }
  return pieces != NULL;
}

/* What a scanner finds again: a barcode, the code of the item, the number of the lot. */
static const char *
choose_scan (YzRecord *item, YzRecord *lot)
{
  g_autofree const char **barcodes = NULL;
  GVariant *list = yz_record_get (item, "barcodes");

  if (lot != NULL)
    return yz_record_get_text (lot, "number");
  barcodes = list != NULL ? g_variant_get_strv (list, NULL) : NULL;
  return barcodes != NULL && barcodes[0] != NULL ? barcodes[0] : yz_record_get_text (item, "code");
}

static gboolean
add_goods (YzGoodsReading *self, YzGoodsGroup *group, const YzGuideStation *station, const YzStockHeap *heap,
           GHashTable *seen, GError **error)
{
  YzRecord *item = yz_goods_reader_get_row (self->reader, &yz_item_kind, heap->item, error);
  YzRecord *lot = item != NULL ? yz_goods_reader_get_row (self->reader, &yz_lot_kind, heap->lot, error) : NULL;
  g_autofree char *name = item != NULL ? yz_goods_dup_item_name (item) : NULL;
  YzGoodsLine *line;

  if (item == NULL || (lot == NULL && heap->lot > 0))
    return FALSE;
  if (!g_hash_table_add (seen, lot != NULL ? lot : item))
    return TRUE;
  line = add_label (group, lot != NULL ? lot : item, name, choose_scan (item, lot), station->name);
  line->code = g_strdup (yz_record_get_text (item, "code"));
  if (lot == NULL)
    return TRUE;
  line->lot = g_strdup (yz_record_get_text (lot, "number"));
  line->expiry = g_strdup (yz_record_get_text (lot, "expiry"));
  return TRUE;
}

static gboolean
read_station (YzGoodsReading *self, const YzGuideStation *station, GError **error)
{
  const YzStockQuestion question = { .station = station->id };
  g_autoptr (YzGoodsPaper) paper = yz_goods_paper_new (station->id, station->name);
  YzGoodsGroup *group = yz_goods_paper_add_group (paper, "", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) heaps = yz_goods_reader_list (self->reader, &question, self->cancellable, error);

  if (heaps == NULL || !add_places (self, group, station, error))
    return FALSE;
  for (guint i = 0; i < heaps->len; i++)
    if (g_array_index (heaps, YzStockHeap, i).quantity > 0 &&
        !add_goods (self, group, station, &g_array_index (heaps, YzStockHeap, i), seen, error))
      return FALSE;
  if (!add_equipment (self, group, station, error))
    return FALSE;
  if (group->lines->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

gboolean
yz_goods_read_labels (YzGoodsReading *self, GError **error)
{
  for (guint i = 0; i < self->content->stations->len; i++)
    if (!read_station (self, g_ptr_array_index (self->content->stations, i), error))
      return FALSE;
  return TRUE;
}

/* The count sheet of a stocktake: its lines in their order, by the places where they lie. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-place.h"

static GPtrArray *
load_lines (YzStore *store, const char *stocktake, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_count_line_kind);

  yz_query_add (query, "stocktake", YZ_COMPARE_EQUAL, g_variant_new_string (stocktake));
  yz_query_set_order (query, "line", FALSE);
  return yz_store_load_records (store, query, error);
}

/* What the books had of a line when the stocktake began; of one lot among others of the item. */
static gboolean
read_books (YzGoodsReading *self, YzRecord *line, gint64 at, gint64 *quantity, GError **error)
{
  const YzStockQuestion question = { .place = yz_record_get_text (line, "place"),
                                     .item = yz_record_get_text (line, "item"),
                                     .at = at };
  gint64 lot = yz_goods_reader_find_row (self->reader, &yz_lot_kind, yz_record_get_text (line, "lot"));
  g_autoptr (GArray) heaps = yz_goods_reader_list (self->reader, &question, self->cancellable, error);

  *quantity = 0;
  for (guint i = 0; heaps != NULL && i < heaps->len; i++)
    if (g_array_index (heaps, YzStockHeap, i).lot == lot)
      *quantity += g_array_index (heaps, YzStockHeap, i).quantity;
  return heaps != NULL;
}

static gboolean
add_line (YzGoodsReading *self, YzGoodsGroup *group, YzRecord *line, gint64 books_at, GError **error)
{
  const char *lot_id = yz_record_get_text (line, "lot");
  YzRecord *item = yz_goods_reader_get (self->reader, &yz_item_kind, yz_record_get_text (line, "item"), error);
  YzRecord *lot = item != NULL ? yz_goods_reader_get (self->reader, &yz_lot_kind, lot_id, error) : NULL;
  gint64 quantity = 0;

  if (item == NULL || (lot == NULL && lot_id != NULL))
    return FALSE;
  if (books_at > 0 && !read_books (self, line, books_at, &quantity, error))
    return FALSE;
  yz_goods_reader_add (self->reader, group, item, lot, quantity);
  return TRUE;
}

/* The station itself beside its shelves is what lies anywhere else in it. */
static char *
name_group (YzRecord *place, YzPrintLanguage language)
{
  if (yz_place_get_type_of (place) != YZ_PLACE_STATION)
    return g_strdup (yz_record_get_title (place));
  return yz_print_say_both (language, "站内其他地方", "Elsewhere in the station");
}

static gboolean
add_lines (YzGoodsReading *self, YzGoodsPaper *paper, GPtrArray *lines, gint64 books_at, GError **error)
{
  const char *last = NULL;
  YzGoodsGroup *group = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      YzRecord *line = g_ptr_array_index (lines, i);
      const char *id = yz_record_get_text (line, "place");

      if (group == NULL || g_strcmp0 (id, last) != 0)
        {
          YzRecord *place = yz_goods_reader_get (self->reader, &yz_place_kind, id, error);
          g_autofree char *name = place != NULL ? name_group (place, yz_goods_reader_get_language (self->reader))
                                                : NULL;

          if (place == NULL)
            return FALSE;
          group = yz_goods_paper_add_group (paper, name, yz_record_get_text (place, "note"));
          last = id;
        }
      if (!add_line (self, group, line, books_at, error))
        return FALSE;
    }
  return TRUE;
}

static YzGoodsPaper *
new_paper (YzGoodsReading *self, YzRecord *stocktake, YzRecord *place, GError **error)
{
  g_autofree char *where = yz_goods_reader_dup_where (self->reader, place, error);
  YzGoodsPaper *paper;

  if (where == NULL)
    return NULL;
  paper = yz_goods_paper_new (yz_record_get_id (stocktake), where);
  paper->number = g_strdup (yz_record_get_text (stocktake, "number"));
  paper->where = g_strdup (yz_record_get_text (stocktake, "scope"));
  paper->at = yz_goods_dup_time (yz_record_get_integer (stocktake, "begun"));
  paper->due = g_strdup (yz_record_get_text (stocktake, "due"));
  paper->blind = yz_record_get_boolean (stocktake, "blind");
  paper->people[0] = g_strdup (yz_record_get_text (stocktake, "counted_by"));
  paper->people[1] = g_strdup (yz_record_get_text (stocktake, "confirmed_by"));
  return paper;
}

/* One place only needs no heading. */
static void
drop_single_name (YzGoodsPaper *paper)
{
  YzGoodsGroup *group = paper->groups->len == 1 ? g_ptr_array_index (paper->groups, 0) : NULL;

  if (group != NULL)
    *group->name = '\0';
}

gboolean
yz_goods_read_stocktake (YzGoodsReading *self, GError **error)
{
  YzRecord *stocktake = yz_goods_reader_get (self->reader, &yz_stocktake_kind, self->choice->subject, error);
  YzRecord *place = stocktake != NULL ? yz_goods_reader_get (self->reader, &yz_place_kind,
                                                             yz_record_get_text (stocktake, "place"), error)
                                      : NULL;
  g_autoptr (GPtrArray)
    lines = place != NULL ? load_lines (yz_goods_reader_get_store (self->reader), self->choice->subject, error) : NULL;
  g_autoptr (YzGoodsPaper) paper = lines != NULL ? new_paper (self, stocktake, place, error) : NULL;
  gint64 at;

  if (paper == NULL)
    return FALSE;
  at = paper->blind ? 0 : yz_record_get_integer (stocktake, "begun");
  if (!add_lines (self, paper, lines, at, error))
    return FALSE;
  drop_single_name (paper);
  if (lines->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

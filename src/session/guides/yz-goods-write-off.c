/* Write-off lists: what was taken off the books under one number, or what should be, since nobody may use it. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-movement.h"

static void
keep_reason (YzGoodsPaper *paper, const char *reason)
{
  if (reason != NULL && paper->reason == NULL)
    paper->reason = g_strdup (reason);
}

/* Lines of one place stand together: they come from one shelf and are carried away together. */
static YzGoodsGroup *
find_group (YzGoodsPaper *paper, const char *name)
{
  for (guint i = 0; i < paper->groups->len; i++)
    {
      YzGoodsGroup *group = g_ptr_array_index (paper->groups, i);

      if (g_str_equal (group->name, name))
        return group;
    }
  return yz_goods_paper_add_group (paper, name, NULL);
}

static gboolean
add_line (YzGoodsReading *self, YzGoodsPaper *paper, YzRecord *movement, GError **error)
{
  const char *lot_id = yz_record_get_text (movement, "lot");
  YzRecord *item = yz_goods_reader_get (self->reader, &yz_item_kind, yz_record_get_text (movement, "item"), error);
  YzRecord *lot = item != NULL ? yz_goods_reader_get (self->reader, &yz_lot_kind, lot_id, error) : NULL;
  YzRecord *place =
    item != NULL ? yz_goods_reader_get (self->reader, &yz_place_kind, yz_record_get_text (movement, "source"), error)
                 : NULL;
  g_autofree char *where = place != NULL ? yz_goods_reader_dup_where (self->reader, place, error) : NULL;
  YzGoodsLine *line;

  if (where == NULL || (lot == NULL && lot_id != NULL))
    return FALSE;
  line = yz_goods_reader_add (self->reader, find_group (paper, where), item, lot,
                              yz_record_get_integer (movement, "quantity"));
  line->note = g_strdup (yz_record_get_text (movement, "reason"));
  keep_reason (paper, line->note);
  if (paper->at == NULL)
    paper->at = yz_goods_dup_time (yz_record_get_integer (movement, "at"));
  if (paper->people[0] == NULL)
    paper->people[0] = g_strdup (yz_record_get_text (movement, "handler"));
  return TRUE;
}

/* What was taken back is not on the list. */
static gboolean
is_taken_back (GPtrArray *movements, YzRecord *movement)
{
  if (yz_record_get (movement, "takes_back") != NULL)
    return TRUE;
  for (guint i = 0; i < movements->len; i++)
    if (g_strcmp0 (yz_record_get_text (g_ptr_array_index (movements, i), "takes_back"), yz_record_get_id (movement)) ==
        0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
load_written_off (YzGoodsReading *self, const char *document, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);

  yz_query_add (query, "type", YZ_COMPARE_EQUAL, g_variant_new_string ("write_off"));
  yz_query_add (query, "document", YZ_COMPARE_EQUAL, g_variant_new_string (document));
  return yz_store_load_records (yz_goods_reader_get_store (self->reader), query, error);
}

static gboolean
read_written_off (YzGoodsReading *self, const char *document, GError **error)
{
  g_autoptr (YzGoodsPaper) paper = yz_goods_paper_new (document, self->content->area);
  g_autoptr (GPtrArray) movements = load_written_off (self, document, error);

  if (movements == NULL)
    return FALSE;
  paper->number = g_strdup (document);
  for (guint i = 0; i < movements->len; i++)
    if (!is_taken_back (movements, g_ptr_array_index (movements, i)) &&
        !add_line (self, paper, g_ptr_array_index (movements, i), error))
      return FALSE;
  if (paper->groups->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

/* --- what should be ----------------------------------------------------------------------------------------------- */

/* Returns FALSE on failure only. */
static gboolean
add_unusable (YzGoodsReading *self, YzGoodsPaper *paper, const YzStockHeap *heap, GError **error)
{
  YzPrintLanguage language = yz_goods_reader_get_language (self->reader);
  YzRecord *lot = yz_goods_reader_get_row (self->reader, &yz_lot_kind, heap->lot, error);
  YzRecord *place = NULL;
  g_autofree char *where = NULL;
  const char *expiry;
  gboolean is_recalled;
  YzGoodsLine *line;

  if (lot == NULL)
    return heap->lot == 0;
  expiry = yz_record_get_text (lot, "expiry");
  is_recalled = yz_record_get_boolean (lot, "recalled");
  if (heap->quantity <= 0 || (!is_recalled && (expiry == NULL || g_strcmp0 (expiry, self->content->date) >= 0)))
    return TRUE;
  place = yz_goods_reader_get_row (self->reader, &yz_place_kind, heap->place, error);
  where = place != NULL ? yz_goods_reader_dup_where (self->reader, place, error) : NULL;
  line = where != NULL ? yz_goods_reader_add_heap (self->reader, find_group (paper, where), heap, error) : NULL;
  if (line == NULL)
    return FALSE;
  line->note = is_recalled && yz_record_get (lot, "recall_reason") != NULL
                 ? g_strdup (yz_record_get_text (lot, "recall_reason"))
                 : g_strdup (is_recalled ? yz_print_say (language, "召回", "recalled")
                                         : yz_print_say (language, "过期", "expired"));
  return TRUE;
}

/* @station: NULL for everywhere */
static gboolean
read_unusable (YzGoodsReading *self, YzRecord *station, GError **error)
{
  const YzStockQuestion question = { .station = station != NULL ? yz_record_get_id (station) : NULL };
  const char *name = station != NULL ? yz_record_get_title (station) : self->content->area;
  g_autoptr (YzGoodsPaper) paper = yz_goods_paper_new (station != NULL ? yz_record_get_id (station) : "all", name);
  g_autoptr (GArray) heaps = yz_goods_reader_list (self->reader, &question, self->cancellable, error);

  if (heaps == NULL)
    return FALSE;
  paper->reason = g_strdup (yz_print_say (yz_goods_reader_get_language (self->reader), "过期、召回，不能再用",
                                          "expired or recalled"));
  for (guint i = 0; i < heaps->len; i++)
    if (!add_unusable (self, paper, &g_array_index (heaps, YzStockHeap, i), error))
      return FALSE;
  if (paper->groups->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

gboolean
yz_goods_read_write_off (YzGoodsReading *self, GError **error)
{
  const char *subject = self->choice->subject;
  YzRecord *station = subject != NULL ? yz_goods_reader_get (self->reader, &yz_station_kind, subject, NULL) : NULL;

  if (subject == NULL || station != NULL)
    return read_unusable (self, station, error);
  return read_written_off (self, subject, error);
}

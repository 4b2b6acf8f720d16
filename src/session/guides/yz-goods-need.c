/*
 * A pick list: of a transfer what was sent, or of a place what the stations need that are below their minimum. Whoever
 * comes first on the way is served first, with what expires first.
 */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stock-due-read.h"
#include "yz-stock-lots.h"

/* What a station lacks. */
typedef struct
{
  YzRecord *station;
  gint64 position; /* on the walk */
  YzRecord *item;
  gint64 lacking;
} Need;

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const Need *first = a, *second = b;
  int order = (first->position > second->position) - (first->position < second->position);

  if (order == 0)
    order =
      g_strcmp0 (yz_record_get_text (first->station, "district"), yz_record_get_text (second->station, "district"));
  if (order == 0)
    order = g_strcmp0 (yz_record_get_id (first->station), yz_record_get_id (second->station));
  return order != 0 ? order
                    : g_strcmp0 (yz_record_get_text (first->item, "code"), yz_record_get_text (second->item, "code"));
}

/* Stations without a place in the order come last. */
static gint64
find_position (YzGoodsReading *self, YzRecord *station)
{
  g_autofree char *id = yz_place_dup_id_of_station (yz_record_get_id (station));
  YzRecord *place = yz_goods_reader_get (self->reader, &yz_place_kind, id, NULL);

  return place != NULL && yz_record_get (place, "position") != NULL ? yz_record_get_integer (place, "position")
                                                                    : G_MAXINT64;
}

static gboolean
add_need (YzGoodsReading *self, GArray *needs, const YzStockDue *due, const char *from, GError **error)
{
  Need need = { .lacking = due->lacking };

  if ((due->type != YZ_STOCK_DUE_OUT && due->type != YZ_STOCK_DUE_LOW) || due->lacking <= 0 || due->holder <= 0)
    return TRUE;
  need.station = yz_goods_reader_get_row (self->reader, &yz_station_kind, due->holder, error);
  if (need.station != NULL)
    need.item = yz_goods_reader_get_row (self->reader, &yz_item_kind, due->item, error);
  if (need.item == NULL)
    return FALSE;
  if (g_strcmp0 (yz_record_get_id (need.station), from) == 0)
    return TRUE;
  need.position = find_position (self, need.station);
  g_array_append_val (needs, need);
  return TRUE;
}

static GArray *
read_needs (YzGoodsReading *self, const char *from, GError **error)
{
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (Need));
  g_autoptr (YzStockDues)
    dues = yz_stock_dues_read (yz_goods_reader_get_store (self->reader), NULL, NULL, -1, self->cancellable, error);

  for (guint i = 0; dues != NULL && i < dues->dues->len; i++)
    if (!add_need (self, needs, &g_array_index (dues->dues, YzStockDue, i), from, error))
      return NULL;
  if (dues == NULL)
    return NULL;
  g_array_sort (needs, compare_needs);
  return g_steal_pointer (&needs);
}

/* --- picking ------------------------------------------------------------------------------------------------------ */

/* What is left of each item where it is taken from. */
typedef struct
{
  YzGoodsReading *reading;
  const char *from;    /* id of the station or place */
  GHashTable *by_item; /* id → YzStockLots */
  guint32 today;
} Store;

static YzStockLots *
get_lots (Store *self, const char *item, GError **error)
{
  YzStockLots *lots = g_hash_table_lookup (self->by_item, item);

  if (lots != NULL)
    return lots;
  lots = yz_stock_lots_read_loose (yz_goods_reader_get_store (self->reading->reader), self->from, item, 0, error);
  if (lots != NULL)
    g_hash_table_insert (self->by_item, g_strdup (item), lots);
  return lots;
}

/* @missing: what there is too little of */
static gboolean
pick (Store *self, const Need *need, YzGoodsGroup *group, GError **error)
{
  YzPrintLanguage language = yz_goods_reader_get_language (self->reading->reader);
  YzStockLots *lots = get_lots (self, yz_record_get_id (need->item), error);
  g_autoptr (GArray) picks = NULL;
  YzGoodsLine *line = NULL;
  gint64 missing;

  if (lots == NULL)
    return FALSE;
  picks = yz_stock_pick ((const YzStockLot *) lots->lots->data, lots->lots->len, need->lacking, self->today, &missing);
  for (guint i = 0; i < picks->len; i++)
    {
      const YzStockPick *taken = &g_array_index (picks, YzStockPick, i);

      line = yz_goods_reader_add (self->reading->reader, group, need->item,
                                  g_ptr_array_index (lots->records, taken->index), taken->quantity);
      line->place = g_strdup (yz_record_get_title (g_ptr_array_index (lots->places, taken->index)));
      g_array_index (lots->lots, YzStockLot, taken->index).quantity -= taken->quantity;
    }
  if (missing > 0 && line == NULL)
    line = yz_goods_reader_add (self->reading->reader, group, need->item, NULL, 0);
  if (missing > 0)
    line->note = g_strdup_printf ("%s %" G_GINT64_FORMAT, yz_print_say (language, "还缺", "short of"), missing);
  return TRUE;
}

static gboolean
add_needs (Store *self, YzGoodsPaper *paper, const GArray *needs, GError **error)
{
  YzGoodsGroup *group = NULL;
  YzRecord *last = NULL;

  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = &g_array_index (needs, Need, i);

      if (need->station != last)
        group = yz_goods_paper_add_group (paper, yz_record_get_title (need->station),
                                          yz_record_get_text (need->station, "address"));
      last = need->station;
      if (!pick (self, need, group, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the papers --------------------------------------------------------------------------------------------------- */

static YzGoodsLine *
find_same (YzGoodsGroup *group, const YzGoodsLine *line)
{
  for (guint i = 0; i < group->lines->len; i++)
    {
      YzGoodsLine *other = g_ptr_array_index (group->lines, i);

      if (g_str_equal (other->id, line->id) && g_strcmp0 (other->lot, line->lot) == 0 &&
          g_strcmp0 (other->expiry, line->expiry) == 0 && g_strcmp0 (other->place, line->place) == 0)
        return other;
    }
  return NULL;
}

/* All that is taken from the shelves, each lot once: what @paper divides among stations. */
static YzGoodsPaper *
sum_up (YzGoodsReading *self, const YzGoodsPaper *paper)
{
  YzPrintLanguage language = yz_goods_reader_get_language (self->reader);
  g_autoptr (GPtrArray) lines = yz_goods_paper_list_lines (paper);
  g_autofree char *id = g_strconcat (paper->id, "-all", NULL);
  YzGoodsPaper *all = yz_goods_paper_new (id, paper->place);
  YzGoodsGroup *group = yz_goods_paper_add_group (all, "", NULL);

  all->at = g_strdup (paper->at);
  all->target = g_strdup (paper->target);
  all->reason =
    yz_print_say_both (language, "先从架上取齐，再按站分", "First take all of it, then divide it by station");
  for (guint i = 0; i < lines->len; i++)
    {
      const YzGoodsLine *line = g_ptr_array_index (lines, i);
      YzGoodsLine *sum = find_same (group, line);

      if (line->quantity == 0)
        continue;
      if (sum == NULL)
        {
          sum = yz_goods_group_add_line (group, line->item, line->unit);
          sum->id = g_strdup (line->id);
          sum->code = g_strdup (line->code);
          sum->lot = g_strdup (line->lot);
          sum->expiry = g_strdup (line->expiry);
          sum->days_left = line->days_left;
          sum->warned = line->warned;
          sum->place = g_strdup (line->place);
          sum->value_fen = line->value_fen;
        }
      sum->quantity += line->quantity;
    }
  return all;
}

static YzGoodsPaper *
new_paper (YzGoodsReading *self, YzRecord *from, guint n_stations)
{
  YzPrintLanguage language = yz_goods_reader_get_language (self->reader);
  gint64 now = yz_clock_get_now (yz_store_get_clock (yz_goods_reader_get_store (self->reader)));
  YzGoodsPaper *paper = yz_goods_paper_new (yz_record_get_id (from), yz_record_get_title (from));

  paper->at = yz_goods_dup_time (now);
  paper->target = yz_print_say_number (language, n_stations, "%u 处驿站", "%u station", "%u stations");
  paper->reason = yz_print_say_both (language, "按安全库存补到目标，站按行车顺序排",
                                     "What is below its minimum is filled up, stations in the order of the way");
  return paper;
}

static guint
count_stations (const GArray *needs)
{
  guint n = 0;

  for (guint i = 0; i < needs->len; i++)
    n += i == 0 || g_array_index (needs, Need, i).station != g_array_index (needs, Need, i - 1).station;
  return n;
}

static gboolean
read_need (YzGoodsReading *self, YzRecord *from, GError **error)
{
  Store store = { self, yz_record_get_id (from), NULL, 0 };
  g_autoptr (GHashTable)
    by_item = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) yz_stock_lots_free);
  g_autoptr (GArray) needs = read_needs (self, store.from, error);
  g_autoptr (YzGoodsPaper) paper = NULL;
  GDate today;

  if (needs == NULL || !yz_guide_choice_read_date (self->content->date, &today, error))
    return FALSE;
  store.by_item = by_item;
  store.today = g_date_get_julian (&today);
  paper = new_paper (self, from, count_stations (needs));
  if (!add_needs (&store, paper, needs, error))
    return FALSE;
  if (paper->groups->len == 0)
    return TRUE;
  g_ptr_array_add (self->content->goods, sum_up (self, paper));
  g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

gboolean
yz_goods_read_picking (YzGoodsReading *self, GError **error)
{
  const char *subject = self->choice->subject;
  YzRecord *from = yz_goods_reader_get (self->reader, &yz_place_kind, subject, NULL);

  if (from == NULL)
    from = yz_goods_reader_get (self->reader, &yz_station_kind, subject, NULL);
  return from != NULL ? read_need (self, from, error) : yz_goods_read_transfer (self, error);
}

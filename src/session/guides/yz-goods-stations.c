/* What stations have: what expires first, what is on a door, what labels are for. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-value-text.h"

/* What is looked ahead for a weekly list. */
#define DAYS_AHEAD 30

typedef gboolean (*AddHeap) (YzGoodsReading *self, YzGoodsGroup *group, const YzStockHeap *heap, GError **error);

/* Adds all heaps of @station to @group. */
static gboolean
add_heaps (YzGoodsReading *self, const YzGuideStation *station, YzGoodsGroup *group, AddHeap add, GError **error)
{
  const YzStockQuestion question = { .station = station->id };
  g_autoptr (GArray) heaps = yz_goods_reader_list (self->reader, &question, self->cancellable, error);

  for (guint i = 0; heaps != NULL && i < heaps->len; i++)
    if (g_array_index (heaps, YzStockHeap, i).quantity > 0 &&
        !add (self, group, &g_array_index (heaps, YzStockHeap, i), error))
      return FALSE;
  return heaps != NULL;
}

static YzGuideStation *
get_station (YzGoodsReading *self, guint i)
{
  return g_ptr_array_index (self->content->stations, i);
}

static void
drop_empty_group (YzGoodsPaper *paper)
{
  YzGoodsGroup *last = g_ptr_array_index (paper->groups, paper->groups->len - 1);

  if (last->lines->len == 0)
    g_ptr_array_set_size (paper->groups, (int) paper->groups->len - 1);
}

/* --- use first ---------------------------------------------------------------------------------------------------- */

static gboolean
add_expiring (YzGoodsReading *self, YzGoodsGroup *group, const YzStockHeap *heap, GError **error)
{
  YzGoodsLine *line = yz_goods_reader_add_heap (self->reader, group, heap, error);
  YzRecord *place = line != NULL ? yz_goods_reader_get_row (self->reader, &yz_place_kind, heap->place, error) : NULL;

  if (place == NULL)
    return FALSE;
  if (yz_place_get_type_of (place) != YZ_PLACE_STATION)
    line->place = g_strdup (yz_record_get_title (place));
  if (line->recalled || (line->expiry != NULL && (line->warned || line->days_left <= DAYS_AHEAD)))
    line->warned = TRUE;
  else
    g_ptr_array_set_size (group->lines, (int) group->lines->len - 1);
  return TRUE;
}

static int
compare_expiry (gconstpointer a, gconstpointer b)
{
  const YzGoodsLine *first = *(YzGoodsLine *const *) a, *second = *(YzGoodsLine *const *) b;

  return g_strcmp0 (first->expiry, second->expiry);
}

static char *
find_last_day (const YzGoodsReading *self)
{
  GDate day;

  if (!yz_guide_choice_read_date (self->content->date, &day, NULL))
    return NULL;
  g_date_add_days (&day, DAYS_AHEAD);
  return yz_value_format_day (g_date_get_julian (&day));
}

gboolean
yz_goods_read_expiring (YzGoodsReading *self, GError **error)
{
  g_autoptr (YzGoodsPaper) paper = yz_goods_paper_new ("use-first", self->content->area);

  paper->at = g_strdup (self->content->date);
  paper->due = find_last_day (self);
  for (guint i = 0; i < self->content->stations->len; i++)
    {
      YzGuideStation *station = get_station (self, i);
      YzGoodsGroup *group = yz_goods_paper_add_group (paper, station->name, station->address);

      if (!add_heaps (self, station, group, add_expiring, error))
        return FALSE;
      g_ptr_array_sort (group->lines, compare_expiry);
      drop_empty_group (paper);
    }
  if (paper->groups->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

/* --- the door ----------------------------------------------------------------------------------------------------- */

/* What anybody may be given: no equipment and nothing that is as good as money, each item once whatever its lots. */
static gboolean
add_public (YzGoodsReading *self, YzGoodsGroup *group, const YzStockHeap *heap, GError **error)
{
  YzRecord *item = yz_goods_reader_get_row (self->reader, &yz_item_kind, heap->item, error);
  YzRecord *place = item != NULL ? yz_goods_reader_get_row (self->reader, &yz_place_kind, heap->place, error) : NULL;
  const char *category = item != NULL ? yz_record_get_text (item, "category") : NULL;
  YzGoodsLine *line;

  if (place == NULL)
    return FALSE;
  if (g_strcmp0 (category, "equipment") == 0 || g_strcmp0 (category, "cash_like") == 0 ||
      yz_place_get_type_of (place) == YZ_PLACE_CAMPAIGN)
    return TRUE;
  line = yz_goods_reader_add_heap (self->reader, group, heap, error);
  if (line == NULL)
    return FALSE;
  g_free (line->item);
  line->item = g_strdup (yz_record_get_title (item)); /* nobody at the door asks for a specification */
  for (guint i = 0; i + 1 < group->lines->len; i++)
    if (g_str_equal (((YzGoodsLine *) g_ptr_array_index (group->lines, i))->item, line->item) ||
        !yz_goods_line_is_usable (line))
      {
        g_ptr_array_set_size (group->lines, (int) group->lines->len - 1);
        return TRUE;
      }
  if (!yz_goods_line_is_usable (line))
    g_ptr_array_set_size (group->lines, (int) group->lines->len - 1);
  return TRUE;
}

gboolean
yz_goods_read_public (YzGoodsReading *self, GError **error)
{
  for (guint i = 0; i < self->content->stations->len; i++)
    {
      YzGuideStation *station = get_station (self, i);
      g_autoptr (YzGoodsPaper) paper = yz_goods_paper_new (station->id, station->name);
      YzGoodsGroup *group = yz_goods_paper_add_group (paper, "", NULL);

      if (!add_heaps (self, station, group, add_public, error))
        return FALSE;
      if (group->lines->len > 0)
        g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
    }
  return TRUE;
}

/* Refill sheets: what the round of the smart cabinets brings to each of their slots. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-refill-rounds.h"

static YzGoodsPaper *
new_paper (const YzRefillRound *round, guint cabinet)
{
  const YzCabinetView *view = yz_refill_round_get_cabinet (round, cabinet);
  YzGoodsPaper *paper = yz_goods_paper_new (yz_record_get_id (view->cabinet), yz_record_get_title (view->cabinet));
  const char *address = yz_record_get_text (view->station, "address");

  paper->where = g_strjoin (" · ", yz_record_get_title (view->station), address, NULL);
  if (yz_record_get (view->cabinet, "monthly_cap") != NULL)
    paper->cap_fen = yz_record_get_integer (view->cabinet, "monthly_cap");
  paper->spent_fen = g_array_index (round->filled, gint64, cabinet);
  yz_goods_paper_add_group (paper, "", NULL);
  return paper;
}

static void
add_line (YzGoodsReading *self, YzGoodsPaper *paper, const YzRefillRound *round, const YzRefillLine *filled)
{
  YzPrintLanguage language = yz_goods_reader_get_language (self->reader);
  const YzSlot *slot = yz_refill_round_get_slot (round, filled->slot);
  const YzRefillSource *source = yz_refill_round_get_source (round, filled->lot);
  gint64 take_out = round->plan->results[filled->slot].take_out;
  YzGoodsLine *line = yz_goods_reader_add (self->reader, g_ptr_array_index (paper->groups, 0), source->item,
                                           source->lot, filled->quantity);

  line->place = g_strdup (yz_record_get_title (slot->place));
  line->value_fen = g_array_index (round->values, gint64, filled->lot);
  if (take_out > 0)
    line->note =
      g_strdup_printf ("%s %" G_GINT64_FORMAT, yz_print_say (language, "先取出过期", "take out expired:"), take_out);
}

/* The plan fills first what expires first; whoever stands before the cabinet goes from slot to slot. */
static void
add_cabinet (YzGoodsReading *self, const YzRefillRound *round, guint cabinet)
{
  g_autoptr (YzGoodsPaper) paper = new_paper (round, cabinet);
  const YzGoodsGroup *group = g_ptr_array_index (paper->groups, 0);

  for (guint slot = 0; slot < round->slots->len; slot++)
    for (guint i = 0; yz_refill_round_find_cabinet (round, slot) == cabinet && i < round->plan->lines->len; i++)
      if (g_array_index (round->plan->lines, YzRefillLine, i).slot == slot)
        add_line (self, paper, round, &g_array_index (round->plan->lines, YzRefillLine, i));
  if (group->lines->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
}

gboolean
yz_goods_read_refill (YzGoodsReading *self, GError **error)
{
  YzStore *store = yz_goods_reader_get_store (self->reader);
  gint64 now = yz_clock_get_now (yz_store_get_clock (store));
  g_autoptr (YzRefillRound)
    round = yz_refill_round_read (store, self->choice->subject, NULL, NULL, now, self->cancellable, error);

  if (round == NULL)
    return FALSE;
  for (guint visit = 0; visit < round->cabinets->len; visit++)
    add_cabinet (self, round, round->plan->visits[visit]);
  return TRUE;
}

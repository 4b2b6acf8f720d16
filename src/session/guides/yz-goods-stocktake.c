/* The count sheet of a stocktake: its lines in their order, by the places where they lie. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stocktake-sheet.h"

/* The station itself beside its shelves is what lies anywhere else in it. */
static char *
name_group (YzRecord *place, YzPrintLanguage language)
{
  if (yz_place_get_type_of (place) != YZ_PLACE_STATION)
    return g_strdup (yz_record_get_title (place));
  return yz_print_say_both (language, "站内其他地方", "Elsewhere in the station");
}

static void
add_lines (YzGoodsReading *self, YzGoodsPaper *paper, const YzStocktakeSheet *sheet)
{
  YzRecord *last = NULL;
  YzGoodsGroup *group = NULL;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *counted = g_ptr_array_index (sheet->lines, i);
      YzGoodsLine *line;

      if (group == NULL || counted->place != last)
        {
          g_autofree char *name = name_group (counted->place, yz_goods_reader_get_language (self->reader));

          group = yz_goods_paper_add_group (paper, name, yz_record_get_text (counted->place, "note"));
          last = counted->place;
        }
      line = yz_goods_reader_add (self->reader, group, counted->item, counted->lot,
                                  yz_stocktake_sheet_get_count (sheet, i)->now);
      line->number = counted->number;
      line->page = counted->page;
    }
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
  YzStore *store = yz_goods_reader_get_store (self->reader);
  YzRecord *stocktake = yz_goods_reader_get (self->reader, &yz_stocktake_kind, self->choice->subject, error);
  g_autoptr (YzStocktakeSheet) sheet = NULL;
  g_autoptr (YzGoodsPaper) paper = NULL;

  if (stocktake == NULL)
    return FALSE;
  sheet =
    yz_stocktake_sheet_load (store, self->choice->subject,
                             yz_record_get_boolean (stocktake, "blind") ? YZ_STOCKTAKE_BLIND : YZ_STOCKTAKE_WITH_BOOKS,
                             self->cancellable, error);
  if (sheet == NULL)
    return FALSE;
  paper = new_paper (self, stocktake, sheet->place, error);
  if (paper == NULL)
    return FALSE;
  add_lines (self, paper, sheet);
  drop_single_name (paper);
  if (sheet->lines->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

#include "config.h"

#include "yz-stocktake-scan.h"

guint
yz_stocktake_scan_find (const YzStocktakeSheet *sheet, const char *item, const char *lot, guint at)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);

      if (g_strcmp0 (yz_record_get_id (line->item), item) != 0 ||
          (lot != NULL && g_strcmp0 (yz_record_get_text (line->record, "lot"), lot) != 0))
        continue;
      if (found == G_MAXUINT || i == at)
        found = i;
    }
  return found;
}

gboolean
yz_stocktake_scan_add (YzStocktakeScan *self, const YzStocktakeSheet *sheet, guint index, guint times, gint64 *counted)
{
  const YzStockCount *count = yz_stocktake_sheet_get_count (sheet, index);
  guint number = ((YzStocktakeLine *) g_ptr_array_index (sheet->lines, index))->number;
  gboolean is_repeat = self->line == number;
  gboolean is_new = is_repeat || !count->is_counted;

  self->line = number;
  if (!is_repeat)
    self->counted = count->counted;
  if (is_new)
    self->counted += times;
  *counted = self->counted;
  return is_new;
}

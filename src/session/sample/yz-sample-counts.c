/* The sample's stocktakes, one confirmed and one under way, and its kits. */
#include "config.h"

#include "yz-kits.h"
#include "yz-sample-private.h"
#include "yz-stocktakes.h"

#define HOUR 60

static char *
begin (YzSample *self, const char *station, int day, int due, const char *counted_by, GError **error)
{
  g_autofree char *date = yz_sample_dup_date (self, due);
  YzStocktakePlan plan = { .at = yz_sample_get_time (self, day, 17 * HOUR),
                           .place = yz_sample_get_id (self, station),
                           .blind = TRUE,
                           .counted_by = counted_by,
                           .due = date };
  g_autofree char *id = NULL;
  YzEdit *edit = yz_stocktake_make_begin (self->store, &plan, &id, error);

  return yz_sample_apply (self, edit, error) ? g_steal_pointer (&id) : NULL;
}

/* Yesterday evening, when nothing moves any more: of each hundred lines @share are counted, as the books have them; but
 * of @good there is one less. */
static gboolean
count (YzSample *self, const char *id, guint share, const char *good, GError **error)
{
  g_autoptr (YzStocktakeSheet)
    sheet = yz_stocktake_sheet_load (self->store, id, YZ_STOCKTAKE_WITH_BOOKS, self->cancellable, error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (YzStocktakeEntry));

  for (guint i = 0; sheet != NULL && i < sheet->lines->len * share / 100; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);
      const YzStockCount *books = yz_stocktake_sheet_get_count (sheet, i);
      gboolean less = g_str_equal (yz_record_get_title (line->item), good) && books->now > 0;
      YzStocktakeEntry entry = { .line = line->number,
                                 .counted = books->now - (less ? 1 : 0),
                                 .at = yz_sample_get_time (self, -1, 18 * HOUR + 1 + (int) i),
                                 .reason = less ? "漏记领用" : NULL };

      g_array_append_val (entries, entry);
    }
  return sheet != NULL &&
         yz_sample_apply (self,
                          yz_stocktake_make_entries (self->store, id, (const YzStocktakeEntry *) entries->data,
                                                     entries->len, error),
                          error);
}

static gboolean
confirm (YzSample *self, const char *id, GError **error)
{
  gint64 at = yz_sample_get_time (self, -1, 18 * HOUR + 35);

  return yz_sample_apply (self, yz_stocktake_make_finish (self->store, id, NULL, error), error) &&
         yz_sample_apply (self, yz_stocktake_make_confirmation (self->store, id, "李晓燕", "月度盘点", at, error),
                          error);
}

gboolean
yz_sample_count (YzSample *self, GError **error)
{
  g_autofree char *first = begin (self, YZ_SAMPLE_FIRST, -1, 2, "周敏", error);
  g_autofree char *second = NULL;

  if (first == NULL || !count (self, first, 100, "创可贴", error) || !confirm (self, first, error))
    return FALSE;
  second = begin (self, "老码头驿站", -3, -1, "吴建国", error);
  return second != NULL && count (self, second, 60, "红糖姜茶", error);
}

static char *
find_kit (YzSample *self, GError **error)
{
  g_autoptr (GPtrArray) recipes = yz_recipes_load (self->store, error);
  const YzRecipe *recipe = recipes != NULL && recipes->len > 0 ? g_ptr_array_index (recipes, 0) : NULL;

  return recipe != NULL ? g_strdup (yz_record_get_id (recipe->kit)) : NULL;
}

gboolean
yz_sample_assemble (YzSample *self, GError **error)
{
  const YzStockLine parts[] = { { yz_sample_get_id (self, "降温贴"), NULL, 1 },
                                { yz_sample_get_id (self, "冰袖"), NULL, 1 },
                                { yz_sample_get_id (self, "防晒帽"), NULL, 1 } };
  YzStockNote note = { .at = yz_sample_get_time (self, -2, 15 * HOUR), .handler = "周敏" };
  const char *station = yz_sample_get_id (self, YZ_SAMPLE_FIRST);
  g_autofree char *kit = NULL;

  if (!yz_sample_apply (self, yz_kit_make_recipe (self->store, "清凉包", NULL, parts, G_N_ELEMENTS (parts), error),
                        error))
    return FALSE;
  kit = find_kit (self, error);
  return kit != NULL &&
         yz_sample_apply (self, yz_kit_make_assembly (self->store, station, kit, 3, &note, error), error);
}

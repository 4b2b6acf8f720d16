#include "config.h"

#include "yz-stock-people.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stock-holder.h"
#include "yz-store-columns.h"

typedef struct
{
  const char *const *places; /* (nullable): the ids that count */
  gint64 month;
  gint64 *people;
  gint64 *before;
} Givings;

/* A counter-entry is the same the other way round. */
static void
on_giving (gint64 row, const YzColumn *columns, gpointer data)
{
  Givings *givings = data;
  const char *out = yz_place_get_single_id (YZ_PLACE_HANDED_OUT);
  gboolean given = g_strcmp0 (columns[1].text, out) == 0;
  gint64 people = given ? columns[2].integer : -columns[2].integer;

  if (!given && g_strcmp0 (columns[0].text, out) != 0)
    return;
  if (givings->places != NULL && !g_strv_contains (givings->places, columns[given ? 0 : 1].text))
    return;
  *(columns[3].integer >= givings->month ? givings->people : givings->before) += people;
}

gboolean
yz_stock_people_read (YzStore *store, const YzInventoryScope *scope, gint64 *people, gint64 *before,
                      GCancellable *cancellable, GError **error)
{
  static const char *const fields[] = { "source", "target", "people", "at", NULL };
  const char *const place[] = { scope->place, NULL };
  g_auto (GStrv) places = NULL;
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  Givings givings = { NULL, yz_office_month (scope->now, 0), people, before };

  *people = *before = 0;
  if (scope->station != NULL)
    {
      places = yz_stock_holder_list_places (store, "station", scope->station, error);
      if (places == NULL)
        return FALSE;
      givings.places = (const char *const *) places;
    }
  else if (scope->place != NULL)
    givings.places = place;
  yz_query_add (query, "at", YZ_COMPARE_GREATER_OR_EQUAL, g_variant_new_int64 (yz_office_month (scope->now, -1)));
  yz_query_add (query, "people", YZ_COMPARE_GREATER, g_variant_new_int64 (0));
  return yz_store_read_columns (store, query, fields, on_giving, &givings, cancellable, error);
}

#include "config.h"

#include "yz-stocktake-list.h"

#include "yz-kinds.h"
#include "yz-stock-holder.h"

static void
summary_free (gpointer data)
{
  YzStocktakeSummary *summary = data;

  g_clear_object (&summary->stocktake);
  g_clear_object (&summary->place);
  g_free (summary);
}

static gboolean
count_lines (YzStore *store, YzStocktakeSummary *summary, GError **error)
{
  g_autoptr (YzQuery) lines = yz_query_new (&yz_count_line_kind);
  g_autoptr (YzQuery) counted = NULL;
  gint64 n_lines, n_counted;

  yz_query_add (lines, "stocktake", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (summary->stocktake)));
  counted = yz_query_copy (lines);
  yz_query_add (counted, "counted", YZ_COMPARE_NOT_EMPTY, NULL);
  n_lines = yz_store_count (store, lines, error);
  n_counted = n_lines >= 0 ? yz_store_count (store, counted, error) : -1;
  summary->n_lines = (guint) MAX (n_lines, 0);
  summary->n_counted = (guint) MAX (n_counted, 0);
  return n_counted >= 0;
}

static gboolean
add_summaries (YzStore *store, const YzQuery *query, GPtrArray *list, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) stocktakes = yz_store_load_records (store, query, error);

  for (guint i = 0; stocktakes != NULL && i < stocktakes->len; i++)
    {
      YzStocktakeSummary *summary = g_new0 (YzStocktakeSummary, 1);

      g_ptr_array_add (list, summary);
      summary->stocktake = g_object_ref (g_ptr_array_index (stocktakes, i));
      summary->place = yz_store_load (store, &yz_place_kind, yz_record_get_text (summary->stocktake, "place"), error);
      if (summary->place == NULL || !count_lines (store, summary, error) ||
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return stocktakes != NULL;
}

static YzQuery *
new_query (const char *const *places, const char *place)
{
  YzQuery *query = yz_query_new (&yz_stocktake_kind);

  if (places != NULL)
    yz_query_add (query, "place", YZ_COMPARE_IN, g_variant_new_strv (places, -1));
  if (place != NULL)
    yz_query_add (query, "place", YZ_COMPARE_EQUAL, g_variant_new_string (place));
  yz_query_set_order (query, "begun", TRUE);
  return query;
}

GPtrArray *
yz_stocktake_list_load (YzStore *store, const char *station, const char *place, guint limit, GCancellable *cancellable,
                        GError **error)
{
  static const char *const going_on[] = { "counting", "counted", NULL };
  static const char *const done[] = { "confirmed", "cancelled", NULL };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (summary_free);
  g_auto (GStrv) places = station != NULL ? yz_stock_holder_list_places (store, "station", station, error) : NULL;
  g_autoptr (YzQuery) first = NULL, then = NULL;

  if (station != NULL && places == NULL)
    return NULL;
  first = new_query ((const char *const *) places, place);
  yz_query_add (first, "state", YZ_COMPARE_IN, g_variant_new_strv (going_on, -1));
  then = new_query ((const char *const *) places, place);
  yz_query_add (then, "state", YZ_COMPARE_IN, g_variant_new_strv (done, -1));
  yz_query_set_limit (then, limit);
  if (!add_summaries (store, first, list, cancellable, error) || !add_summaries (store, then, list, cancellable, error))
    return NULL;
  return g_steal_pointer (&list);
}

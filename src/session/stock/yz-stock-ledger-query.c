#include "config.h"

#include "yz-stock-ledger-query.h"

#include "yz-kinds.h"
#include "yz-stock-holder.h"

void
yz_stock_ledger_filter_clear (YzStockLedgerFilter *self)
{
  char **const texts[] = { &self->station, &self->place, &self->cabinet, &self->item,
                           &self->lot,     &self->type,  &self->person };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  self->since = self->until = 0;
}

/* @owner: the field of places that names what has several: "station" or "cabinet" */
static gboolean
add_places (YzQuery *query, YzStore *store, const char *owner, const char *id, GError **error)
{
  g_auto (GStrv) places = yz_stock_holder_list_places (store, owner, id, error);

  if (places == NULL)
    return FALSE;
  yz_query_add_either (query, "source", "target", YZ_COMPARE_IN, g_variant_new_strv ((const char *const *) places, -1));
  return TRUE;
}

static void
add_equal (YzQuery *query, const char *field, const char *value)
{
  if (value != NULL && *value != '\0')
    yz_query_add (query, field, YZ_COMPARE_EQUAL, g_variant_new_string (value));
}

YzQuery *
yz_stock_ledger_make_query (YzStore *store, const YzStockLedgerFilter *filter, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);

  /* which the index by time wants to hear */
  yz_query_add (query, "at", YZ_COMPARE_NOT_EMPTY, NULL);
  if (!filter->counters)
    yz_query_add (query, "takes_back", YZ_COMPARE_EMPTY, NULL);
  if (filter->station != NULL && !add_places (query, store, "station", filter->station, error))
    return NULL;
  if (filter->cabinet != NULL && !add_places (query, store, "cabinet", filter->cabinet, error))
    return NULL;
  if (filter->place != NULL)
    yz_query_add_either (query, "source", "target", YZ_COMPARE_EQUAL, g_variant_new_string (filter->place));
  add_equal (query, "item", filter->item);
  add_equal (query, "lot", filter->lot);
  add_equal (query, "type", filter->type);
  if (filter->person != NULL && *filter->person != '\0')
    yz_query_add_either (query, "handler", "recipient", YZ_COMPARE_CONTAINS, g_variant_new_string (filter->person));
  if (filter->since != 0)
    yz_query_add (query, "at", YZ_COMPARE_GREATER_OR_EQUAL, g_variant_new_int64 (filter->since));
  if (filter->until != 0)
    yz_query_add (query, "at", YZ_COMPARE_LESS_OR_EQUAL, g_variant_new_int64 (filter->until));
  yz_query_set_order (query, "at", TRUE);
  return g_steal_pointer (&query);
}

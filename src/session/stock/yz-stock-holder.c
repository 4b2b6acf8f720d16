#include "config.h"

#include "yz-stock-holder.h"

#include "yz-kinds.h"
#include "yz-store-columns.h"

YzRecord *
yz_stock_holder_load (YzStore *store, const char *id, GError **error)
{
  YzRecord *station;

  if (!yz_store_look_up (store, &yz_station_kind, id, &station, error))
    return NULL;
  return station != NULL ? station : yz_store_load (store, &yz_place_kind, id, error);
}

static void
on_place (gint64 row, const YzColumn *columns, gpointer ids)
{
  g_strv_builder_add (ids, columns[0].text);
}

GStrv
yz_stock_holder_list_places (YzStore *store, const char *owner, const char *id, GError **error)
{
  static const char *const fields[] = { "id", NULL };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (YzQuery) query = yz_query_new (&yz_place_kind);

  yz_query_add (query, owner, YZ_COMPARE_EQUAL, g_variant_new_string (id));
  return yz_store_read_columns (store, query, fields, on_place, ids, NULL, error) ? g_strv_builder_end (ids) : NULL;
}

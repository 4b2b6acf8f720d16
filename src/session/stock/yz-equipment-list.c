#include "config.h"

#include "yz-equipment-list.h"

#include "yz-equipment-proposals.h"
#include "yz-kinds.h"
#include "yz-value-text.h"

#define DUE_WITHIN_DAYS 30

void
yz_equipment_list_free (gpointer data)
{
  YzEquipmentList *list = data;

  g_clear_pointer (&list->rows, g_array_unref);
  g_free (list);
}

static void
add_filter (YzQuery *query, YzEquipmentFilter filter, guint32 today)
{
  static const char *const states[YZ_N_EQUIPMENT_FILTERS] = {
    [YZ_EQUIPMENT_FILTER_IDLE] = "idle",
    [YZ_EQUIPMENT_FILTER_BROKEN] = "broken",
    [YZ_EQUIPMENT_FILTER_LENT] = "lent",
    [YZ_EQUIPMENT_FILTER_DISPOSED] = "disposed",
  };
  g_autofree char *until = yz_value_format_day (today + DUE_WITHIN_DAYS);

  if (states[filter] != NULL)
    yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string (states[filter]));
  else
    yz_query_add (query, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("disposed"));
  if (filter == YZ_EQUIPMENT_FILTER_DUE)
    yz_query_add (query, "next_check", YZ_COMPARE_LESS_OR_EQUAL, g_variant_new_string (until));
}

static YzQuery *
make_query (const YzInventoryScope *scope, YzEquipmentFilter filter, const char *type)
{
  YzQuery *query = yz_query_new (&yz_equipment_kind);

  add_filter (query, filter, scope->today);
  if (*type != '\0')
    yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (type));
  if (scope->station != NULL)
    yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (scope->station));
  if (scope->place != NULL)
    yz_query_add (query, "place", YZ_COMPARE_EQUAL, g_variant_new_string (scope->place));
  yz_query_set_order (query,
                      filter == YZ_EQUIPMENT_FILTER_IDLE  ? "state_since"
                      : filter == YZ_EQUIPMENT_FILTER_DUE ? "next_check"
                                                          : "tag",
                      FALSE);
  return query;
}

gpointer
yz_equipment_list_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable,
                        GError **error)
{
  YzEquipmentList *list = g_new0 (YzEquipmentList, 1);
  guint32 wanted = YZ_EQUIPMENT_FILTER_ALL;
  const char *type = "";

  if (wish != NULL)
    g_variant_get (wish, "(u&s)", &wanted, &type);
  for (guint filter = 0; filter < YZ_N_EQUIPMENT_FILTERS; filter++)
    {
      g_autoptr (YzQuery) query = make_query (scope, (YzEquipmentFilter) filter, type);

      if (filter == wanted)
        list->rows = yz_store_query (store, query, cancellable, error);
      list->counts[filter] = filter != wanted     ? yz_store_count (store, query, error)
                             : list->rows != NULL ? (gint64) list->rows->len
                                                  : -1;
      if (list->counts[filter] < 0)
        {
          yz_equipment_list_free (list);
          return NULL;
        }
    }
  return list;
}

static gboolean
is_in_scope (const YzInventoryScope *scope, YzRecord *piece)
{
  return (scope->station == NULL || g_strcmp0 (scope->station, yz_record_get_text (piece, "station")) == 0) &&
         (scope->place == NULL || g_strcmp0 (scope->place, yz_record_get_text (piece, "place")) == 0);
}

gpointer
yz_equipment_proposals_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *today = yz_value_format_day (scope->today);
  GPtrArray *proposals = yz_equipment_propose (store, today, cancellable, error);

  for (guint i = proposals != NULL ? proposals->len : 0; i > 0; i--)
    {
      const YzEquipmentProposal *proposal = g_ptr_array_index (proposals, i - 1);

      if (!is_in_scope (scope, proposal->piece))
        g_ptr_array_remove_index (proposals, i - 1);
    }
  return proposals;
}

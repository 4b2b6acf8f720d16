#include "config.h"

#include "yz-stock-transit.h"

#include "yz-kinds.h"
#include "yz-stock-verbs.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static void
transit_free (gpointer data)
{
  YzStockTransit *transit = data;

  g_clear_object (&transit->transfer);
  g_free (transit->title);
  g_free (transit->detail);
  g_free (transit);
}

static gboolean
concerns (const YzInventoryScope *scope, YzRecord *place)
{
  if (scope->station != NULL)
    return g_strcmp0 (yz_record_get_text (place, "station"), scope->station) == 0;
  return scope->place == NULL || g_str_equal (yz_record_get_id (place), scope->place);
}

static char *
dup_detail (YzRecord *transfer, guint32 today)
{
  g_autofree char *sent = yz_value_format_time (yz_record_get_integer (transfer, "sent"));
  const char *due = yz_record_get_text (transfer, "due");
  GDate day;

  sent[strlen ("2026-11-20")] = '\0';
  if (!yz_value_read_date (due, &day))
    return g_strdup_printf (_ ("sent on %s"), sent);
  if (g_date_get_julian (&day) < today)
    return g_strdup_printf (ngettext ("sent on %s, expected on %s, %u day late",
                                      "sent on %s, expected on %s, %u days late", today - g_date_get_julian (&day)),
                            sent, due, today - g_date_get_julian (&day));
  return g_strdup_printf (_ ("sent on %s, expected on %s"), sent, due);
}

static gboolean
add (YzStore *store, const YzInventoryScope *scope, YzRecord *transfer, GPtrArray *answer, GError **error)
{
  g_autoptr (YzRecord) source = yz_store_load (store, &yz_place_kind, yz_record_get_text (transfer, "source"), error);
  g_autoptr (YzRecord) target =
    source != NULL ? yz_store_load (store, &yz_place_kind, yz_record_get_text (transfer, "target"), error) : NULL;
  YzStockTransit *transit;
  gboolean is_on_way;

  if (target == NULL)
    return FALSE;
  if (!concerns (scope, source) && !concerns (scope, target))
    return TRUE;
  if (!yz_stock_read_is_on_way (store, yz_record_get_id (transfer), &is_on_way, error))
    return FALSE;
  if (!is_on_way)
    return TRUE;
  transit = g_new0 (YzStockTransit, 1);
  transit->transfer = g_object_ref (transfer);
  /* Translators: the number of a transfer, where it comes from and where it goes */
  transit->title = g_strdup_printf (_ ("%s: %s → %s"), yz_record_get_title (transfer), yz_record_get_title (source),
                                    yz_record_get_title (target));
  transit->detail = dup_detail (transfer, scope->today);
  g_ptr_array_add (answer, transit);
  return TRUE;
}

gpointer
yz_stock_transit_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) transfers = NULL;
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func (transit_free);

  yz_query_add (query, "closed", YZ_COMPARE_EMPTY, NULL);
  yz_query_set_order (query, "sent", FALSE);
  transfers = yz_store_load_records (store, query, error);
  for (guint i = 0; transfers != NULL && i < transfers->len; i++)
    if (!add (store, scope, g_ptr_array_index (transfers, i), answer, error))
      return NULL;
  return transfers != NULL ? g_steal_pointer (&answer) : NULL;
}

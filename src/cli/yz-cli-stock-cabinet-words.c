#include "config.h"

#include "yz-cli-stock-cabinet-words.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-place-names.h"
#include "yz-stock-lots.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static const char *const states[] = {
  [YZ_SLOT_FINE] = "fine",         [YZ_SLOT_FREE] = "free",       [YZ_SLOT_LOW] = "low",
  [YZ_SLOT_EXPIRING] = "expiring", [YZ_SLOT_EXPIRED] = "expired", [YZ_SLOT_EMPTY] = "empty",
  [YZ_SLOT_RESERVED] = "reserved", [YZ_SLOT_BROKEN] = "broken",
};

static const char *const reasons[] = {
  [YZ_REFILL_DONE] = "done", [YZ_REFILL_NO_ITEM] = "no_item", [YZ_REFILL_BROKEN] = "broken",
  [YZ_REFILL_CAP] = "cap",   [YZ_REFILL_SHORT] = "short",
};

static const char *const statuses[] = {
  [YZ_CABINET_EVENT_NEW] = "new",
  [YZ_CABINET_EVENT_KNOWN] = "known",
  [YZ_CABINET_EVENT_TAKEN_BACK] = "taken_back",
  [YZ_CABINET_EVENT_REFUSED] = "refused",
};

static const char *
title_of (YzRecord *record)
{
  return record != NULL ? yz_record_get_title (record) : NULL;
}

/* --- a cabinet ---------------------------------------------------------------------------------------------------- */

static void
append_slot (GString *out, const YzSlot *slot)
{
  g_autofree char *expiry = yz_value_format_day (slot->expiry);

  g_string_append (out, "{\"slot\":");
  yz_json_append_string (out, yz_record_get_title (slot->place));
  yz_cli_stock_append_member (out, "id", yz_record_get_id (slot->place));
  yz_cli_stock_append_member (out, "state", states[slot->state]);
  yz_cli_stock_append_member (out, "reason", yz_record_get_text (slot->place, "state_reason"));
  yz_cli_stock_append_member (out, "item", slot->item != NULL ? yz_record_get_id (slot->item) : NULL);
  yz_cli_stock_append_member (out, "item_name", title_of (slot->item));
  yz_cli_stock_append_number (out, "there", slot->there);
  yz_cli_stock_append_number (out, "unusable", slot->unusable);
  yz_cli_stock_append_number (out, "reserved", slot->reserved);
  yz_cli_stock_append_number (out, "capacity", slot->capacity);
  yz_cli_stock_append_member (out, "expiry", expiry);
  g_string_append_c (out, '}');
}

static void
append_cabinet (GString *out, const YzCabinetView *view)
{
  g_string_append (out, "{\"cabinet\":");
  yz_json_append_string (out, yz_record_get_id (view->cabinet));
  yz_cli_stock_append_member (out, "name", yz_record_get_title (view->cabinet));
  yz_cli_stock_append_member (out, "code", yz_record_get_text (view->cabinet, "code"));
  yz_cli_stock_append_member (out, "station", yz_record_get_id (view->station));
  yz_cli_stock_append_member (out, "station_name", yz_record_get_title (view->station));
  yz_cli_stock_append_number (out, "columns", view->columns);
  g_string_append (out, ",\"slots\":[");
  for (guint i = 0; i < view->slots->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_slot (out, yz_cabinet_view_get_slot (view, i));
    }
  g_string_append (out, "]}");
}

static void
append_slot_words (GString *out, const YzSlot *slot)
{
  const char *reason = yz_record_get_text (slot->place, "state_reason");

  g_string_append_printf (out, "  %s  %s  %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "  %s%s%s\n",
                          yz_record_get_title (slot->place), slot->item != NULL ? title_of (slot->item) : "–",
                          slot->there, slot->capacity, yz_slot_state_get_title (slot->state),
                          reason != NULL ? "  " : "", reason != NULL ? reason : "");
}

void
yz_cli_cabinet_append (GString *out, const YzCabinetView *view, gboolean json)
{
  if (json)
    {
      append_cabinet (out, view);
      return;
    }
  g_string_append_printf (out, "%s  %s\n", yz_record_get_title (view->cabinet), yz_record_get_title (view->station));
  for (guint i = 0; i < view->slots->len; i++)
    append_slot_words (out, yz_cabinet_view_get_slot (view, i));
}

void
yz_cli_cabinet_append_pickup (GString *out, YzStore *store, YzRecord *pickup, gboolean json)
{
  g_autoptr (YzRecord) slot = yz_store_load (store, &yz_place_kind, yz_record_get_text (pickup, "slot"), NULL);
  g_autoptr (YzRecord) item = yz_store_load (store, &yz_item_kind, yz_record_get_text (pickup, "item"), NULL);
  g_autofree char *expires = yz_value_format_time (yz_record_get_integer (pickup, "expires"));
  g_autofree char *where = slot != NULL ? yz_place_dup_name (store, slot, NULL) : g_strdup ("");

  if (!json)
    {
      g_string_append_printf (out, "%s  %s  %s  %" G_GINT64_FORMAT "  %s\n", yz_record_get_title (pickup), where,
                              title_of (item), yz_record_get_integer (pickup, "quantity"), expires);
      return;
    }
  g_string_append (out, "{\"code\":");
  yz_json_append_string (out, yz_record_get_title (pickup));
  yz_cli_stock_append_member (out, "slot", title_of (slot));
  yz_cli_stock_append_member (out, "slot_name", where);
  yz_cli_stock_append_member (out, "item_name", title_of (item));
  yz_cli_stock_append_number (out, "quantity", yz_record_get_integer (pickup, "quantity"));
  yz_cli_stock_append_member (out, "expires", expires);
  g_string_append_c (out, '}');
}

/* --- a round ------------------------------------------------------------------------------------------------------ */

static void
append_line (GString *out, const YzRefillRound *round, const YzRefillLine *line)
{
  const YzRefillSource *source = yz_refill_round_get_source (round, line->lot);
  const YzCabinetView *view = yz_refill_round_get_cabinet (round, yz_refill_round_find_cabinet (round, line->slot));

  g_string_append (out, "{\"cabinet_name\":");
  yz_json_append_string (out, yz_record_get_title (view->cabinet));
  yz_cli_stock_append_member (out, "slot", title_of (yz_refill_round_get_slot (round, line->slot)->place));
  yz_cli_stock_append_member (out, "item_name", title_of (source->item));
  yz_cli_stock_append_member (out, "lot_number", title_of (source->lot));
  yz_cli_stock_append_member (out, "place_name", title_of (source->place));
  yz_cli_stock_append_number (out, "quantity", line->quantity);
  yz_cli_stock_append_number (out, "value", line->quantity * g_array_index (round->values, gint64, line->lot));
  g_string_append_c (out, '}');
}

static void
append_result (GString *out, const YzRefillRound *round, guint index)
{
  const YzRefillResult *result = &round->plan->results[index];
  const YzCabinetView *view = yz_refill_round_get_cabinet (round, yz_refill_round_find_cabinet (round, index));

  g_string_append (out, "{\"cabinet_name\":");
  yz_json_append_string (out, yz_record_get_title (view->cabinet));
  yz_cli_stock_append_member (out, "slot", title_of (yz_refill_round_get_slot (round, index)->place));
  yz_cli_stock_append_number (out, "fill", result->fill);
  yz_cli_stock_append_number (out, "take_out", result->take_out);
  yz_cli_stock_append_number (out, "lacking", result->lacking);
  yz_cli_stock_append_member (out, "reason", reasons[result->reason]);
  g_string_append_c (out, '}');
}

static void
append_total (GString *out, const YzRefillRound *round, guint index)
{
  const YzCabinetView *view = yz_refill_round_get_cabinet (round, index);

  g_string_append (out, "{\"cabinet_name\":");
  yz_json_append_string (out, yz_record_get_title (view->cabinet));
  yz_cli_stock_append_number (out, "value", round->plan->values[index]);
  yz_cli_stock_append_number (out, "filled", g_array_index (round->filled, gint64, index));
  g_string_append (out, ",\"cap\":");
  yz_json_append_value (out, yz_record_get (view->cabinet, "monthly_cap"));
  g_string_append_c (out, '}');
}

static void
put_round_json (const YzRefillRound *round)
{
  g_autoptr (GString) out = g_string_new ("{\"lines\":[");

  for (guint i = 0; i < round->plan->lines->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_line (out, round, &g_array_index (round->plan->lines, YzRefillLine, i));
    }
  g_string_append (out, "],\"slots\":[");
  for (guint i = 0; i < round->slots->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_result (out, round, i);
    }
  g_string_append (out, "],\"cabinets\":[");
  for (guint i = 0; i < round->cabinets->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_total (out, round, round->plan->visits[i]);
    }
  g_string_append (out, "]}");
  yz_cli_put_document (out);
}

static void
append_result_words (GString *out, const YzRefillRound *round, guint index)
{
  const YzRefillResult *result = &round->plan->results[index];
  guint cabinet = yz_refill_round_find_cabinet (round, index);
  const char *name = title_of (yz_refill_round_get_cabinet (round, cabinet)->cabinet);
  const char *slot = title_of (yz_refill_round_get_slot (round, index)->place);

  if (result->take_out > 0)
    {
      g_string_append_printf (out, "%s  %s  ", name, slot);
      /* Translators: how many have expired or were recalled */
      g_string_append_printf (out, _ ("take out %d"), (int) result->take_out);
      g_string_append_c (out, '\n');
    }
  if (result->lacking > 0)
    g_string_append_printf (out, "%s  %s  −%d  %s\n", name, slot, (int) result->lacking,
                            yz_refill_reason_get_text (result->reason));
}

static void
put_round_words (const YzRefillRound *round)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < round->plan->lines->len; i++)
    {
      const YzRefillLine *line = &g_array_index (round->plan->lines, YzRefillLine, i);
      const YzRefillSource *source = yz_refill_round_get_source (round, line->lot);
      guint cabinet = yz_refill_round_find_cabinet (round, line->slot);

      g_string_append_printf (out, "%s  %s  %s  %" G_GINT64_FORMAT " %s  %s  %s\n",
                              title_of (yz_refill_round_get_cabinet (round, cabinet)->cabinet),
                              title_of (yz_refill_round_get_slot (round, line->slot)->place), title_of (source->item),
                              line->quantity, yz_record_get_text (source->item, "unit"), title_of (source->place),
                              source->lot != NULL ? title_of (source->lot) : "");
    }
  for (guint i = 0; i < round->slots->len; i++)
    append_result_words (out, round, i);
  for (guint i = 0; i < round->cabinets->len; i++)
    {
      g_autofree char *value = yz_value_format_money (round->plan->values[i]);
      g_autofree char *filled = yz_value_format_money (g_array_index (round->filled, gint64, i));

      /* Translators: a cabinet and two amounts in yuan */
      g_string_append_printf (out, _ ("%s: %s yuan, after %s this month"),
                              title_of (yz_refill_round_get_cabinet (round, i)->cabinet), value, filled);
      g_string_append_c (out, '\n');
    }
  yz_cli_put (out->str);
}

void
yz_cli_cabinet_put_round (const YzRefillRound *round, gboolean json)
{
  json ? put_round_json (round) : put_round_words (round);
}

/* --- events ------------------------------------------------------------------------------------------------------- */

static void
append_event (GString *out, const YzCabinetEventRow *row)
{
  g_string_append_printf (out, "{\"row\":%u", row->number);
  yz_cli_stock_append_member (out, "status", statuses[row->status]);
  yz_cli_stock_append_member (out, "event", title_of (row->record));
  yz_cli_stock_append_member (out, "slot", title_of (row->slot));
  yz_cli_stock_append_member (out, "item_name", title_of (row->item));
  yz_cli_stock_append_member (out, "problem", row->problem);
  g_string_append_printf (out, ",\"counted_since\":%s}", row->is_counted ? "true" : "false");
}

static void
put_events_json (const YzCabinetEvents *events)
{
  g_autoptr (GString) out = g_string_new ("{\"counts\":{\"rows\":");

  g_string_append_printf (out, "%u", events->rows->len);
  for (guint i = 0; i < YZ_N_CABINET_EVENT_STATUSES; i++)
    yz_cli_stock_append_number (out, statuses[i], events->counts[i]);
  g_string_append (out, "},\"rows\":[");
  for (guint i = 0; i < events->rows->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_event (out, yz_cabinet_events_get_row (events, i));
    }
  g_string_append (out, "]}");
  yz_cli_put_document (out);
}

static void
put_events_words (const YzCabinetEvents *events, gboolean done)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < YZ_N_CABINET_EVENT_STATUSES; i++)
    g_string_append_printf (out, "%s%s %u", i > 0 ? "  " : "",
                            i == YZ_CABINET_EVENT_NEW && done
                              ? _ ("Brought in")
                              : yz_cabinet_event_status_get_title ((YzCabinetEventStatus) i),
                            events->counts[i]);
  g_string_append_c (out, '\n');
  yz_cli_put (out->str);
  for (guint i = 0; i < events->rows->len; i++)
    if (yz_cabinet_events_get_row (events, i)->problem != NULL)
      /* Translators: the number of a row in a list, and what is wrong with it */
      yz_cli_say (_ ("row %u: %s"), yz_cabinet_events_get_row (events, i)->number,
                  yz_cabinet_events_get_row (events, i)->problem);
}

void
yz_cli_cabinet_put_events (const YzCabinetEvents *events, gboolean done, gboolean json)
{
  json ? put_events_json (events) : put_events_words (events, done);
}

#include "config.h"

#include "yz-pickups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-kinds.h"
#include "yz-stock-lots.h"
#include "yz-stock-movements.h"

#define CODE_DIGITS 8

/* Where a cabinet does not say how long it keeps what is reserved. */
#define HOLD_HOURS 24

static YzQuery *
query_reserved (void)
{
  YzQuery *query = yz_query_new (&yz_pickup_kind);

  yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("reserved"));
  return query;
}

gboolean
yz_pickup_count_held (YzStore *store, const char *slot, gint64 at, gint64 *held, GError **error)
{
  g_autoptr (YzQuery) query = query_reserved ();
  g_autoptr (GPtrArray) pickups = NULL;

  *held = 0;
  yz_query_add (query, "slot", YZ_COMPARE_EQUAL, g_variant_new_string (slot));
  yz_query_add (query, "expires", YZ_COMPARE_GREATER, g_variant_new_int64 (at));
  pickups = yz_store_load_records (store, query, error);
  for (guint i = 0; pickups != NULL && i < pickups->len; i++)
    *held += yz_record_get_integer (g_ptr_array_index (pickups, i), "quantity");
  return pickups != NULL;
}

static gboolean
is_in_cabinet (YzStore *store, YzRecord *pickup, const char *cabinet)
{
  g_autoptr (YzRecord) slot = yz_store_load (store, &yz_place_kind, yz_record_get_text (pickup, "slot"), NULL);

  return slot != NULL && g_strcmp0 (yz_record_get_text (slot, "cabinet"), cabinet) == 0;
}

GPtrArray *
yz_pickup_list_open (YzStore *store, const char *cabinet, GError **error)
{
  g_autoptr (YzQuery) query = query_reserved ();
  GPtrArray *pickups;

  yz_query_set_order (query, "expires", FALSE);
  pickups = yz_store_load_records (store, query, error);
  for (guint i = pickups != NULL && cabinet != NULL ? pickups->len : 0; i > 0; i--)
    if (!is_in_cabinet (store, g_ptr_array_index (pickups, i - 1), cabinet))
      g_ptr_array_remove_index (pickups, i - 1);
  return pickups;
}

/* --- reserving ---------------------------------------------------------------------------------------------------- */

/* Digits that follow from a new id, but do not betray the next ones. */
static char *
draw_code (YzStore *store)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  guint64 number;

  digest[15] = '\0';
  number = g_ascii_strtoull (digest, NULL, 16);
  return g_strdup_printf ("%0*" G_GUINT64_FORMAT, CODE_DIGITS, number % G_GUINT64_CONSTANT (100000000));
}

static char *
find_free_code (YzStore *store)
{
  for (;;)
    {
      g_autofree char *code = draw_code (store);
      g_autoptr (YzQuery) query = yz_query_new (&yz_pickup_kind);

      yz_query_add (query, "code", YZ_COMPARE_EQUAL, g_variant_new_string (code));
      if (yz_store_count (store, query, NULL) <= 0)
        return g_steal_pointer (&code);
    }
}

static gboolean
check_left (YzStore *store, YzRecord *place, gint64 quantity, gint64 now, GError **error)
{
  YzStockQuestion question = { .place = yz_record_get_id (place), .item = yz_record_get_text (place, "item") };
  g_autoptr (YzStockLots) lots = yz_stock_lots_read (store, &question, error);
  gint64 held, left;

  if (lots == NULL || !yz_pickup_count_held (store, question.place, now, &held, error))
    return FALSE;
  left = MAX (yz_stock_lots_count (lots, yz_office_day (now)) - held, 0);
  if (quantity > left)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT,
                 /* Translators: a slot, and how many can still be reserved */
                 _ ("Slot %s: only %d are neither reserved nor expired"), yz_record_get_title (place), (int) left);
  return quantity <= left;
}

static gboolean
check_slot (YzRecord *place, gint64 quantity, GError **error)
{
  const char *message = NULL;

  if (yz_place_get_type_of (place) != YZ_PLACE_SLOT)
    message = _ ("This place is no slot of a cabinet");
  else if (yz_record_get (place, "item") == NULL)
    message = _ ("Say first what belongs in this slot");
  else if (g_strcmp0 (yz_record_get_text (place, "state"), "out_of_order") == 0)
    message = _ ("This slot is out of order");
  else if (quantity < 1)
    message = _ ("At least 1");
  if (message != NULL)
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, message);
  return message == NULL;
}

static gint64
find_end (YzStore *store, YzRecord *place, gint64 now)
{
  const char *id = yz_record_get_text (place, "cabinet");
  g_autoptr (YzRecord) cabinet = id != NULL ? yz_store_load (store, &yz_cabinet_kind, id, NULL) : NULL;
  gint64 hours = cabinet != NULL ? yz_record_get_integer (cabinet, "hold_hours") : 0;

  return now + (hours > 0 ? hours : HOLD_HOURS) * 3600 * 1000;
}

YzEdit *
yz_pickup_make_reservation (YzStore *store, const char *slot, gint64 quantity, const char *recipient, gint64 expires,
                            gint64 now, GError **error)
{
  g_autoptr (YzRecord) place = yz_store_load (store, &yz_place_kind, slot, error);
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;
  g_autoptr (YzRecord) pickup = NULL;
  YzEdit *edit;

  if (place == NULL || !check_slot (place, quantity, error) || !check_left (store, place, quantity, now, error))
    return NULL;
  id = yz_id_factory_next (yz_store_get_ids (store));
  code = find_free_code (store);
  pickup = yz_record_new (&yz_pickup_kind, id);
  yz_record_set_text (pickup, "code", code);
  yz_record_set_text (pickup, "slot", slot);
  yz_record_set_text (pickup, "item", yz_record_get_text (place, "item"));
  yz_record_set (pickup, "quantity", g_variant_new_int64 (quantity));
  yz_record_set_text (pickup, "recipient", recipient);
  yz_record_set (pickup, "made", g_variant_new_int64 (now));
  yz_record_set (pickup, "expires", g_variant_new_int64 (expires != 0 ? expires : find_end (store, place, now)));
  edit = yz_edit_new (N_ ("Reserve goods in a cabinet"));
  yz_edit_create (edit, pickup);
  return edit;
}

/* --- closing ------------------------------------------------------------------------------------------------------ */

YzRecord *
yz_pickup_find (YzStore *store, const char *code, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_pickup_kind);
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) parts = g_strsplit_set (code, " -", -1);
  g_autofree char *digits = g_strjoinv ("", parts);

  yz_query_add (query, "code", YZ_COMPARE_EQUAL, g_variant_new_string (digits));
  found = yz_store_load_records (store, query, error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no reservation with the code “%s”"), code);
  return NULL;
}

static void
close_as (YzEdit *edit, YzRecord *pickup, const char *state, gint64 at)
{
  yz_edit_set (edit, pickup, "state", g_variant_new_string (state));
  yz_edit_set (edit, pickup, "closed", g_variant_new_int64 (at));
}

static gboolean
check_open (YzRecord *pickup, gint64 at, GError **error)
{
  const YzField *field = yz_kind_find_field (&yz_pickup_kind, "state");
  gboolean reserved = g_strcmp0 (yz_record_get_text (pickup, "state"), "reserved") == 0;
  g_autofree char *state = yz_field_format (field, yz_record_get (pickup, "state"));

  if (reserved && yz_record_get_integer (pickup, "expires") >= at)
    return TRUE;
  if (reserved)
    g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                 _ ("Reservation %s was not picked up in time: make a new one"), yz_record_get_title (pickup));
  else
    g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                 /* Translators: a code and a state, such as "Picked up" */
                 _ ("Reservation %s is closed: %s"), yz_record_get_title (pickup), state);
  return FALSE;
}

YzEdit *
yz_pickup_make_pickup (YzStore *store, YzRecord *pickup, const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Pick up what was reserved"));
  YzStockNote full = *note;
  YzStockMoving moving = { .store = store, .edit = edit, .note = &full };
  YzStockLine line = { yz_record_get_text (pickup, "item"), NULL, yz_record_get_integer (pickup, "quantity") };
  g_autofree char *end = NULL;

  if (!check_open (pickup, note->at, error))
    return NULL;
  full.recipient = yz_record_get_text (pickup, "recipient");
  full.document = yz_record_get_text (pickup, "code");
  full.people = 1;
  yz_edit_set_subject (edit, yz_record_get_title (pickup));
  end = yz_stock_moving_dup_place (&moving, yz_place_get_single_id (YZ_PLACE_HANDED_OUT), error);
  if (end == NULL || !yz_stock_moving_take (&moving, YZ_MOVEMENT_DISPENSE, &line, YZ_STOCK_TAKING_USABLE,
                                            yz_record_get_text (pickup, "slot"), end, error))
    return NULL;
  close_as (edit, pickup, "picked_up", note->at);
  return g_steal_pointer (&edit);
}

YzEdit *
yz_pickup_make_cancellation (YzRecord *pickup, gint64 now)
{
  YzEdit *edit = yz_edit_new (N_ ("Cancel a reservation"));

  close_as (edit, pickup, "cancelled", now);
  return edit;
}

YzEdit *
yz_pickup_make_release (YzStore *store, gint64 now, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Release what was not picked up"));
  g_autoptr (YzQuery) query = query_reserved ();
  g_autoptr (GPtrArray) late = NULL;

  yz_query_add (query, "expires", YZ_COMPARE_LESS_OR_EQUAL, g_variant_new_int64 (now));
  late = yz_store_load_records (store, query, error);
  for (guint i = 0; late != NULL && i < late->len; i++)
    close_as (edit, g_ptr_array_index (late, i), "expired", now);
  return late != NULL ? g_steal_pointer (&edit) : NULL;
}

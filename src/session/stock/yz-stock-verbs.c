#include "config.h"

#include "yz-stock-verbs.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-movements.h"
#include "yz-stock.h"

char *
yz_stock_dup_place_of_station (YzStore *store, YzEdit *edit, const char *station, GError **error)
{
  YzStockMoving moving = { .store = store, .edit = edit };
  g_autoptr (YzRecord) record = yz_store_load (store, &yz_station_kind, station, error);

  return record != NULL ? yz_stock_moving_dup_place (&moving, station, error) : NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, message);
  return FALSE;
}

static gboolean
check_note (const YzStockNote *note, GError **error)
{
  return !note->forced || note->reason != NULL || refuse (error, _ ("More than the books had: say how that can be"));
}

/* The lot of that number, which is made if it is new; *@id is %NULL where no lot is wanted. */
static gboolean
find_lot (YzStockMoving *self, const YzStockArrival *arrival, char **id, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);
  g_autoptr (GPtrArray) lots = NULL;

  *id = NULL;
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (arrival->item));
  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (arrival->lot));
  lots = yz_store_load_records (self->store, query, error);
  if (lots == NULL)
    return FALSE;
  for (guint i = 0; i < lots->len; i++)
    {
      YzRecord *lot = g_ptr_array_index (lots, i);

      /* one number with two expiry dates is two lots */
      if (arrival->expiry == NULL || g_strcmp0 (yz_record_get_text (lot, "expiry"), arrival->expiry) == 0)
        *id = g_strdup (yz_record_get_id (lot));
    }
  return TRUE;
}

static char *
make_lot (YzStockMoving *self, const YzStockArrival *arrival, const char *number)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  g_autoptr (YzRecord) lot = yz_record_new (&yz_lot_kind, id);

  yz_record_set_text (lot, "number", number);
  yz_record_set_text (lot, "item", arrival->item);
  yz_record_set_text (lot, "expiry", arrival->expiry);
  yz_record_set_text (lot, "supplier", arrival->supplier);
  if (arrival->source != NULL)
    yz_record_set_text (lot, "source", arrival->source);
  if (arrival->cost >= 0)
    yz_record_set (lot, "cost", g_variant_new_int64 (arrival->cost));
  yz_edit_create (self->edit, lot);
  return g_steal_pointer (&id);
}

/* Without a number on the box, the day of its expiry is what the lot is called. */
static gboolean
choose_lot (YzStockMoving *self, const YzStockArrival *arrival, char **id, GError **error)
{
  YzStockArrival named = *arrival;

  if (named.lot == NULL)
    named.lot = named.expiry;
  *id = NULL;
  if (named.lot == NULL)
    return TRUE;
  if (!find_lot (self, &named, id, error))
    return FALSE;
  if (*id == NULL)
    *id = make_lot (self, &named, named.lot);
  return TRUE;
}

static gboolean
receive (YzStockMoving *self, const YzStockArrival *arrival, const char *source, const char *target, GError **error)
{
  g_autoptr (YzRecord) item = yz_store_load (self->store, &yz_item_kind, arrival->item, error);
  g_autofree char *lot = NULL;

  if (item == NULL)
    return FALSE;
  if (yz_record_get_boolean (item, "needs_expiry") && arrival->expiry == NULL && arrival->lot == NULL)
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("%s: until when may it be used?"),
                   yz_record_get_title (item));
      return FALSE;
    }
  if (!choose_lot (self, arrival, &lot, error))
    return FALSE;
  yz_stock_moving_add (self, YZ_MOVEMENT_RECEIVE, arrival->item, lot, arrival->quantity, source, target);
  return TRUE;
}

YzEdit *
yz_stock_make_receipt (YzStore *store, const char *place, const YzStockArrival *arrivals, guint n_arrivals,
                       const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Receive goods"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };
  g_autofree char *source = yz_stock_moving_dup_place (&moving, yz_place_get_single_id (YZ_PLACE_SUPPLY), error);
  g_autofree char *target = source != NULL ? yz_stock_moving_dup_place (&moving, place, error) : NULL;

  if (target == NULL)
    return NULL;
  for (guint i = 0; i < n_arrivals; i++)
    if (!receive (&moving, &arrivals[i], source, target, error))
      return NULL;
  return g_steal_pointer (&edit);
}

/* Moves @lines from @from to @to, which may be stations. */
static gboolean
take_all (YzStockMoving *self, YzMovementType type, const char *from, const char *to, const YzStockLine *lines,
          guint n_lines, YzStockTaking taking, GError **error)
{
  g_autofree char *source = yz_stock_moving_dup_place (self, from, error);
  g_autofree char *target = source != NULL ? yz_stock_moving_dup_place (self, to, error) : NULL;

  if (target == NULL || !check_note (self->note, error))
    return FALSE;
  for (guint i = 0; i < n_lines; i++)
    if (!yz_stock_moving_take (self, type, &lines[i], taking, source, target, error))
      return FALSE;
  return TRUE;
}

YzEdit *
yz_stock_make_hand_out (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                        const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Hand out goods"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };

  if (!take_all (&moving, YZ_MOVEMENT_HAND_OUT, place, yz_place_get_single_id (YZ_PLACE_HANDED_OUT), lines, n_lines,
                 YZ_STOCK_TAKING_USABLE, error))
    return NULL;
  return g_steal_pointer (&edit);
}

YzEdit *
yz_stock_make_write_off (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                         const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Write off goods"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };

  if (note->reason == NULL)
    {
      refuse (error, _ ("Say why it is written off"));
      return NULL;
    }
  if (!take_all (&moving, YZ_MOVEMENT_WRITE_OFF, place, yz_place_get_single_id (YZ_PLACE_WRITTEN_OFF), lines, n_lines,
                 YZ_STOCK_TAKING_WORST, error))
    return NULL;
  return g_steal_pointer (&edit);
}

YzEdit *
yz_stock_make_return (YzStore *store, const char *place, const YzStockLine *lines, guint n_lines,
                      const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Take goods back from people"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };
  g_autofree char *source = yz_stock_moving_dup_place (&moving, yz_place_get_single_id (YZ_PLACE_HANDED_OUT), error);
  g_autofree char *target = source != NULL ? yz_stock_moving_dup_place (&moving, place, error) : NULL;

  if (target == NULL)
    return NULL;
  for (guint i = 0; i < n_lines; i++)
    yz_stock_moving_add (&moving, YZ_MOVEMENT_GIVE_BACK, lines[i].item, lines[i].lot, lines[i].quantity, source,
                         target);
  return g_steal_pointer (&edit);
}

static gboolean
is_campaign (YzStore *store, const char *id)
{
  g_autoptr (YzRecord) place = yz_store_load (store, &yz_place_kind, id, NULL);

  return place != NULL && yz_place_get_type_of (place) == YZ_PLACE_CAMPAIGN;
}

static YzMovementType
find_type_of_move (YzStore *store, const char *from, const char *to)
{
  if (is_campaign (store, to))
    return YZ_MOVEMENT_RESERVE;
  return is_campaign (store, from) ? YZ_MOVEMENT_RELEASE : YZ_MOVEMENT_MOVE;
}

YzEdit *
yz_stock_make_move (YzStore *store, const char *from, const char *to, const YzStockLine *lines, guint n_lines,
                    const YzStockNote *note, GError **error)
{
  YzMovementType type = find_type_of_move (store, from, to);
  g_autoptr (YzEdit) edit = yz_edit_new (type == YZ_MOVEMENT_RESERVE   ? N_ ("Hold goods for a campaign")
                                         : type == YZ_MOVEMENT_RELEASE ? N_ ("Hold goods no longer")
                                                                       : N_ ("Move goods"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };
  YzStockTaking taking = type == YZ_MOVEMENT_RESERVE ? YZ_STOCK_TAKING_USABLE : YZ_STOCK_TAKING_WORST;

  return take_all (&moving, type, from, to, lines, n_lines, taking, error) ? g_steal_pointer (&edit) : NULL;
}

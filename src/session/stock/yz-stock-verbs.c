#include "config.h"

#include "yz-stock-verbs.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-movements.h"
#include "yz-stock-origin.h"
#include "yz-stock.h"

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

static gboolean
receive (YzStockMoving *self, const YzStockArrival *arrival, const char *source, const char *target, GError **error)
{
  g_autoptr (YzRecord) item = yz_store_load (self->store, &yz_item_kind, arrival->item, error);
  g_autofree char *lot = NULL, *reason = NULL;
  YzRecord *movement;

  if (item == NULL)
    return FALSE;
  if (yz_record_get_boolean (item, "needs_expiry") && arrival->expiry == NULL && arrival->lot == NULL)
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("%s: until when may it be used?"),
                   yz_record_get_title (item));
      return FALSE;
    }
  if (!yz_stock_moving_choose_lot (self, arrival, &lot, error))
    return FALSE;
  movement = yz_stock_moving_add (self, YZ_MOVEMENT_RECEIVE, arrival->item, lot, arrival->quantity, source, target);
  if (lot != NULL)
    return TRUE;
  reason = yz_stock_origin_dup_reason (self->note->reason, arrival->source, arrival->supplier, arrival->cost);
  yz_record_set_text (movement, "reason", reason);
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

/* From a station as a whole what may be used is taken wherever at it it lies. */
static gboolean
take_line (YzStockMoving *self, YzMovementType type, const YzStockLine *line, YzStockTaking taking, const char *from,
           const char *source, const char *target, GError **error)
{
  if (line->place == NULL && line->lot == NULL && taking == YZ_STOCK_TAKING_USABLE && !self->note->forced)
    return yz_stock_moving_take_loose (self, type, line, from, target, error);
  return yz_stock_moving_take (self, type, line, taking, line->place != NULL ? line->place : source, target, error);
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
    if (!take_line (self, type, &lines[i], taking, from, source, target, error))
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
is_campaign (YzRecord *place)
{
  return place != NULL && yz_place_get_type_of (place) == YZ_PLACE_CAMPAIGN;
}

static gboolean
find_type_of_move (YzStore *store, const char *from, const char *to, YzMovementType *type, GError **error)
{
  g_autoptr (YzRecord) source = NULL;
  g_autoptr (YzRecord) target = NULL;

  if (!yz_store_look_up (store, &yz_place_kind, from, &source, error) ||
      !yz_store_look_up (store, &yz_place_kind, to, &target, error))
    return FALSE;
  if (is_campaign (target))
    *type = YZ_MOVEMENT_RESERVE;
  else
    *type = is_campaign (source) ? YZ_MOVEMENT_RELEASE : YZ_MOVEMENT_MOVE;
  return TRUE;
}

static const char *
label_move (YzMovementType type)
{
  if (type == YZ_MOVEMENT_RESERVE)
    return N_ ("Hold goods for a campaign");
  return type == YZ_MOVEMENT_RELEASE ? N_ ("Hold goods no longer") : N_ ("Move goods");
}

YzEdit *
yz_stock_make_move (YzStore *store, const char *from, const char *to, const YzStockLine *lines, guint n_lines,
                    const YzStockNote *note, GError **error)
{
  YzStockMoving moving = { .store = store, .note = note };
  g_autoptr (YzEdit) edit = NULL;
  YzMovementType type;
  YzStockTaking taking;

  if (!find_type_of_move (store, from, to, &type, error))
    return NULL;
  taking = type == YZ_MOVEMENT_RESERVE ? YZ_STOCK_TAKING_USABLE : YZ_STOCK_TAKING_WORST;
  moving.edit = edit = yz_edit_new (label_move (type));
  return take_all (&moving, type, from, to, lines, n_lines, taking, error) ? g_steal_pointer (&edit) : NULL;
}

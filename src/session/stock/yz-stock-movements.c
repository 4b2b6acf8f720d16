#include "config.h"

#include "yz-stock-movements.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-holder.h"
#include "yz-stock-lots.h"
#include "yz-value-text.h"

static gboolean
is_made (YzStockMoving *self, const char *id)
{
  for (guint i = 0; i < yz_edit_get_n_changes (self->edit); i++)
    if (g_str_equal (yz_record_get_id (yz_edit_get_change (self->edit, i)->record), id))
      return TRUE;
  return FALSE;
}

static gboolean
is_any_made (YzStockMoving *self, const YzKind *kind)
{
  for (guint i = 0; i < yz_edit_get_n_changes (self->edit); i++)
    if (yz_record_get_kind (yz_edit_get_change (self->edit, i)->record) == kind)
      return TRUE;
  return FALSE;
}

/* (nullable): the id of @made, which is in the workspace or comes into it */
static char *
ensure (YzStockMoving *self, YzRecord *made, GError **error)
{
  const char *id = yz_record_get_id (made);
  g_autoptr (YzRecord) there = NULL;

  if (is_made (self, id))
    return g_strdup (id);
  if (!yz_store_look_up (self->store, &yz_place_kind, id, &there, error))
    return NULL;
  if (there == NULL)
    yz_edit_create (self->edit, made);
  return g_strdup (id);
}

char *
yz_stock_moving_dup_place (YzStockMoving *self, const char *id, GError **error)
{
  g_autoptr (YzRecord) made = NULL;
  g_autoptr (YzRecord) station = NULL;
  YzPlaceType type;

  if (yz_place_find_single (id, &type))
    {
      made = yz_place_new_single (type);
      return ensure (self, made, error);
    }
  if (!yz_store_look_up (self->store, &yz_station_kind, id, &station, error))
    return NULL;
  if (station == NULL)
    return g_strdup (id);
  made = yz_place_new_of_station (station);
  return ensure (self, made, error);
}

YzRecord *
yz_stock_moving_add (YzStockMoving *self, YzMovementType type, const char *item, const char *lot, gint64 quantity,
                     const char *source, const char *target)
{
  const YzStockNote *note = self->note;
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  g_autoptr (YzRecord) movement = yz_record_new (&yz_movement_kind, id);

  yz_record_set_text (movement, "type", yz_movement_type_get_nick (type));
  yz_record_set_text (movement, "item", item);
  yz_record_set_text (movement, "lot", lot);
  yz_record_set (movement, "quantity", g_variant_new_int64 (quantity));
  yz_record_set_text (movement, "source", source);
  yz_record_set_text (movement, "target", target);
  yz_record_set (movement, "at", g_variant_new_int64 (note->at));
  yz_record_set_text (movement, "document", note->document);
  yz_record_set_text (movement, "handler", note->handler);
  yz_record_set_text (movement, "recipient", note->recipient);
  yz_record_set_text (movement, "campaign", note->campaign);
  yz_record_set_text (movement, "reason", note->reason);
  yz_record_set_text (movement, "transfer", self->transfer);
  yz_record_set_text (movement, "stocktake", self->stocktake);
  /* once, so that people can be added up */
  if (note->people > 0 && !is_any_made (self, &yz_movement_kind))
    yz_record_set (movement, "people", g_variant_new_int64 (note->people));
  if (note->forced)
    yz_record_set (movement, "forced", g_variant_new_boolean (TRUE));
  yz_edit_create (self->edit, movement);
  return movement;
}

/* What other lines of the same edit took already. */
static void
subtract_taken (YzEdit *edit, const char *item, YzStockLots *heaps)
{
  for (guint i = 0; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *record = yz_edit_get_change (edit, i)->record;

      if (yz_record_get_kind (record) == &yz_movement_kind &&
          g_strcmp0 (yz_record_get_text (record, "item"), item) == 0)
        yz_stock_lots_subtract (heaps, record);
    }
}

static YzStockLots *
read_heaps (YzStockMoving *self, const char *item, const char *place, GError **error)
{
  YzStockQuestion question = { .place = place, .item = item, .at = self->note->at };
  YzStockLots *heaps = yz_stock_lots_read (self->store, &question, error);

  if (heaps != NULL)
    subtract_taken (self->edit, item, heaps);
  return heaps;
}

static gboolean
refuse_short (YzStockMoving *self, const YzStockLine *line, const char *holder, gint64 usable, gint64 unusable,
              GError **error)
{
  g_autoptr (YzRecord) item = yz_store_load (self->store, &yz_item_kind, line->item, error);
  g_autoptr (YzRecord) place = item != NULL ? yz_stock_holder_load (self->store, holder, error) : NULL;
  g_autofree char *there = g_strdup_printf ("%" G_GINT64_FORMAT, usable);
  g_autofree char *beyond = g_strdup_printf ("%" G_GINT64_FORMAT, unusable);
  const char *unit, *where;

  if (place == NULL)
    return FALSE;
  where = yz_record_get_title (place);
  unit = yz_record_get_text (item, "unit");
  if (unusable > 0)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT,
                 /* Translators: an item, a place, a number and its unit, another number and its unit */
                 _ ("%s at %s: only %s %s may be used; %s %s have expired or were recalled"),
                 yz_record_get_title (item), where, there, unit, beyond, unit);
  else
    /* Translators: an item, a place, a number and its unit */
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT, _ ("%s at %s: there are only %s %s"),
                 yz_record_get_title (item), where, there, unit);
  return FALSE;
}

/* Somebody chose a lot. That there is enough of it, the store sees to. */
static gboolean
check_choice (YzStockMoving *self, const YzStockLine *line, const YzStockLots *heaps, guint32 today, GError **error)
{
  const YzStockLot *lots = (const YzStockLot *) heaps->lots->data;
  guint index = yz_stock_lots_find (heaps, line->lot);
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (YzStockPick));
  YzStockPick pick = { index, line->quantity };

  if (self->note->reason != NULL || index == G_MAXUINT)
    return TRUE;
  g_array_append_val (picks, pick);
  if (!yz_stock_lot_is_usable (&lots[index], today))
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED,
                         _ ("This lot has expired or was recalled. Say why it is used all the same"));
  else if (!yz_stock_pick_is_first_expiring (lots, heaps->lots->len, picks, today))
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED,
                         _ ("Another lot expires earlier. Take that one, or say why not"));
  else
    return TRUE;
  return FALSE;
}

static void
add_picks (YzStockMoving *self, YzMovementType type, const char *item, const YzStockLots *heaps, GArray *picks,
           const char *target)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const YzStockPick *pick = &g_array_index (picks, YzStockPick, i);

      yz_stock_moving_add (self, type, item, yz_stock_lots_get_id (heaps, pick->index), pick->quantity,
                           yz_stock_lots_get_place (heaps, pick->index), target);
    }
}

static gint64
count_all (const YzStockLots *heaps)
{
  gint64 all = 0;

  for (guint i = 0; i < heaps->lots->len; i++)
    all += g_array_index (heaps->lots, YzStockLot, i).quantity;
  return all;
}

/* What may not be used any more goes first: it is offered as what expires first of all. */
static void
prefer_worst (GArray *lots, guint32 today)
{
  for (guint i = 0; i < lots->len; i++)
    {
      YzStockLot *lot = &g_array_index (lots, YzStockLot, i);

      if (lot->recalled || (lot->expiry != 0 && lot->expiry < today))
        lot->expiry = today;
      else if (lot->expiry != 0)
        lot->expiry++;
      lot->recalled = FALSE;
    }
}

gboolean
yz_stock_moving_take (YzStockMoving *self, YzMovementType type, const YzStockLine *line, YzStockTaking taking,
                      const char *source, const char *target, GError **error)
{
  guint32 today = yz_office_day (self->note->at);
  g_autoptr (YzStockLots) heaps = read_heaps (self, line->item, source, error);
  g_autoptr (GArray) picks = NULL;
  gint64 missing, usable, all;

  if (heaps == NULL)
    return FALSE;
  if (line->lot != NULL)
    {
      if (taking == YZ_STOCK_TAKING_USABLE && !check_choice (self, line, heaps, today, error))
        return FALSE;
      yz_stock_moving_add (self, type, line->item, line->lot, line->quantity, source, target);
      return TRUE;
    }

  all = count_all (heaps);
  if (taking == YZ_STOCK_TAKING_WORST)
    prefer_worst (heaps->lots, today);
  usable = yz_stock_lots_count (heaps, today);
  picks = yz_stock_pick ((YzStockLot *) heaps->lots->data, heaps->lots->len, line->quantity, today, &missing);
  if (missing > 0 && !self->note->forced)
    return refuse_short (self, line, source, usable, all - usable, error);
  add_picks (self, type, line->item, heaps, picks, target);
  if (missing > 0)
    yz_stock_moving_add (self, type, line->item, NULL, missing, source, target);
  return TRUE;
}

/* One number with two expiry dates is two lots. */
static gboolean
is_lot (YzRecord *lot, const YzStockArrival *arrival)
{
  return g_strcmp0 (yz_record_get_text (lot, "item"), arrival->item) == 0 &&
         g_strcmp0 (yz_record_get_text (lot, "number"), arrival->lot) == 0 &&
         (arrival->expiry == NULL || g_strcmp0 (yz_record_get_text (lot, "expiry"), arrival->expiry) == 0);
}

/* Another line of the same edit may have made it. */
static char *
find_made_lot (YzEdit *edit, const YzStockArrival *arrival)
{
  for (guint i = 0; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *record = yz_edit_get_change (edit, i)->record;

      if (yz_record_get_kind (record) == &yz_lot_kind && is_lot (record, arrival))
        return g_strdup (yz_record_get_id (record));
    }
  return NULL;
}

static gboolean
find_lot_by_number (YzStockMoving *self, const YzStockArrival *arrival, char **id, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);
  g_autoptr (GPtrArray) lots = NULL;

  *id = find_made_lot (self->edit, arrival);
  if (*id != NULL)
    return TRUE;
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (arrival->item));
  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (arrival->lot));
  lots = yz_store_load_records (self->store, query, error);
  for (guint i = 0; lots != NULL && i < lots->len && *id == NULL; i++)
    if (is_lot (g_ptr_array_index (lots, i), arrival))
      *id = g_strdup (yz_record_get_id (g_ptr_array_index (lots, i)));
  return lots != NULL;
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

gboolean
yz_stock_moving_choose_lot (YzStockMoving *self, const YzStockArrival *arrival, char **id, GError **error)
{
  YzStockArrival named = *arrival;

  if (named.lot == NULL)
    named.lot = named.expiry;
  *id = NULL;
  if (named.lot == NULL)
    return TRUE;
  if (!find_lot_by_number (self, &named, id, error))
    return FALSE;
  if (*id == NULL)
    *id = make_lot (self, &named, named.lot);
  return TRUE;
}

gboolean
yz_stock_moving_take_loose (YzStockMoving *self, YzMovementType type, const YzStockLine *line, const char *holder,
                            const char *target, GError **error)
{
  guint32 today = yz_office_day (self->note->at);
  g_autoptr (YzStockLots) heaps = yz_stock_lots_read_loose (self->store, holder, line->item, self->note->at, error);
  g_autoptr (GArray) picks = NULL;
  gint64 missing, usable;

  if (heaps == NULL)
    return FALSE;
  subtract_taken (self->edit, line->item, heaps);
  usable = yz_stock_lots_count (heaps, today);
  picks = yz_stock_pick ((YzStockLot *) heaps->lots->data, heaps->lots->len, line->quantity, today, &missing);
  if (missing > 0)
    return refuse_short (self, line, holder, usable, count_all (heaps) - usable, error);
  add_picks (self, type, line->item, heaps, picks, target);
  return TRUE;
}

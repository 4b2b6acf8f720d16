#include "config.h"

#include "yz-refill-rounds.h"

#include <glib/gi18n-lib.h>

#include "yz-cabinets-private.h"
#include "yz-item.h"
#include "yz-kinds.h"

static void
view_free (gpointer view)
{
  yz_cabinet_view_free (view);
}

static void
source_free (gpointer data)
{
  YzRefillSource *source = data;

  g_clear_object (&source->item);
  g_clear_object (&source->lot);
  g_clear_object (&source->place);
  g_free (source);
}

void
yz_refill_round_free (YzRefillRound *self)
{
  g_clear_pointer (&self->cabinets, g_ptr_array_unref);
  g_clear_pointer (&self->filled, g_array_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->plan, yz_refill_plan_free);
  g_free (self);
}

const YzCabinetView *
yz_refill_round_get_cabinet (const YzRefillRound *self, guint index)
{
  return g_ptr_array_index (self->cabinets, index);
}

const YzSlot *
yz_refill_round_get_slot (const YzRefillRound *self, guint index)
{
  return g_ptr_array_index (self->slots, index);
}

const YzRefillSource *
yz_refill_round_get_source (const YzRefillRound *self, guint index)
{
  return g_ptr_array_index (self->lots, index);
}

guint
yz_refill_round_find_cabinet (const YzRefillRound *self, guint slot)
{
  guint cabinet = 0;

  for (; slot >= yz_refill_round_get_cabinet (self, cabinet)->slots->len; cabinet++)
    slot -= yz_refill_round_get_cabinet (self, cabinet)->slots->len;
  return cabinet;
}

const char *
yz_refill_reason_get_text (YzRefillReason reason)
{
  static const char *const texts[] = {
    [YZ_REFILL_DONE] = N_ ("Full"),
    [YZ_REFILL_NO_ITEM] = N_ ("Nothing belongs in it"),
    [YZ_REFILL_BROKEN] = N_ ("Out of order"),
    [YZ_REFILL_CAP] = N_ ("This month’s limit is reached"),
    [YZ_REFILL_SHORT] = N_ ("Not enough in stock"),
  };

  return _ (texts[reason]);
}

/* --- what was filled this month ----------------------------------------------------------------------------------- */

/* What nobody knows the worth of counts for nothing. */
static gint64
find_value (YzRecord *item, YzRecord *lot)
{
  return MAX (yz_item_find_value (item, lot), 0);
}

static gboolean
find_value_of_movement (YzStore *store, YzRecord *movement, gint64 *value, GError **error)
{
  const char *lot_id = yz_record_get_text (movement, "lot");
  g_autoptr (YzRecord) item = yz_store_load (store, &yz_item_kind, yz_record_get_text (movement, "item"), error);
  g_autoptr (YzRecord) lot = NULL;

  if (item == NULL)
    return FALSE;
  if (lot_id != NULL)
    {
      lot = yz_store_load (store, &yz_lot_kind, lot_id, error);
      if (lot == NULL)
        return FALSE;
    }
  *value = find_value (item, lot) * yz_record_get_integer (movement, "quantity");
  return TRUE;
}

/* What went from other places into a slot, less what went back: a counter-entry goes back too. */
static gboolean
add_filled (YzStore *store, YzRecord *slot, const char *end, gint64 since, int sign, gint64 *filled, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;

  yz_query_add (query, end, YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (slot)));
  yz_query_add (query, "type", YZ_COMPARE_EQUAL, g_variant_new_string (yz_movement_type_get_nick (YZ_MOVEMENT_MOVE)));
  yz_query_add (query, "at", YZ_COMPARE_GREATER_OR_EQUAL, g_variant_new_int64 (since));
  movements = yz_store_load_records (store, query, error);
  for (guint i = 0; movements != NULL && i < movements->len; i++)
    {
      gint64 value;

      if (!find_value_of_movement (store, g_ptr_array_index (movements, i), &value, error))
        return FALSE;
      *filled += sign * value;
    }
  return movements != NULL;
}

static gboolean
find_filled (YzStore *store, const YzCabinetView *view, gint64 now, gint64 *filled, GError **error)
{
  gint64 since = yz_office_month (now, 0);

  *filled = 0;
  for (guint i = 0; i < view->slots->len; i++)
    {
      YzRecord *place = yz_cabinet_view_get_slot (view, i)->place;

      if (!add_filled (store, place, "target", since, 1, filled, error) ||
          !add_filled (store, place, "source", since, -1, filled, error))
        return FALSE;
    }
  *filled = MAX (*filled, 0);
  return TRUE;
}

/* --- what there is to fill with ----------------------------------------------------------------------------------- */

/* While the plan is being made: names of stores and items are numbers there. */
typedef struct
{
  YzRefillRound *round;
  YzStore *store;
  gint64 now;
  GHashTable *items;  /* id → number, from 1 */
  GHashTable *stores; /* id of a station → number */
  GArray *offered;    /* YzRefillLot */
  GHashTable *read;   /* set of "store/item" */
} Reading;

static guint
number_of (GHashTable *numbers, const char *id, guint first)
{
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, id, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_hash_table_insert (numbers, g_strdup (id), GUINT_TO_POINTER (g_hash_table_size (numbers) + first));
  return g_hash_table_size (numbers) - 1 + first;
}

static void
add_lot (Reading *self, const YzStockLots *lots, guint index, YzRecord *item, guint number, guint store)
{
  YzRecord *lot = g_ptr_array_index (lots->records, index);
  YzRefillSource *source = g_new0 (YzRefillSource, 1);
  gint64 value = find_value (item, lot);
  YzRefillLot offered = { store, number, g_array_index (lots->lots, YzStockLot, index), value };

  *source = (YzRefillSource){ g_object_ref (item), lot != NULL ? g_object_ref (lot) : NULL,
                              g_object_ref (g_ptr_array_index (lots->places, index)) };
  g_array_append_val (self->offered, offered);
  g_array_append_val (self->round->values, value);
  g_ptr_array_add (self->round->lots, source);
}

static gboolean
read_lots (Reading *self, const char *holder, guint store, YzRecord *item, GError **error)
{
  const char *id = yz_record_get_id (item);
  char *key = g_strdup_printf ("%u/%s", store, id);
  g_autoptr (YzStockLots) lots = NULL;

  if (!g_hash_table_add (self->read, key))
    return TRUE;
  lots = yz_stock_lots_read_loose (self->store, holder, id, self->now, error);
  for (guint i = 0; lots != NULL && i < lots->lots->len; i++)
    add_lot (self, lots, i, item, number_of (self->items, id, 1), store);
  return lots != NULL;
}

/* A slot is filled with what belongs in it, not with what happens to lie there. */
static gboolean
add_slot (Reading *self, const YzSlot *slot, guint cabinet, const char *warehouse, GArray *slots, GError **error)
{
  const YzCabinetView *view = yz_refill_round_get_cabinet (self->round, cabinet);
  const char *station = yz_record_get_id (view->station);
  const char *item = yz_record_get_text (slot->place, "item");
  YzCabinetSlot planned = { .cabinet = cabinet,
                            .item = item != NULL ? number_of (self->items, item, 1) : 0,
                            .capacity = slot->capacity,
                            .there = MAX (slot->there, 0),
                            .unusable = slot->unusable,
                            .broken = slot->state == YZ_SLOT_BROKEN };

  g_array_append_val (slots, planned);
  g_ptr_array_add (self->round->slots, (gpointer) slot);
  if (item == NULL)
    return TRUE;
  return read_lots (self, station, number_of (self->stores, station, 0), slot->item, error) &&
         (warehouse == NULL || g_str_equal (warehouse, station) ||
          read_lots (self, warehouse, YZ_REFILL_ANY, slot->item, error));
}

static gboolean
read_cabinets (Reading *self, GPtrArray *records, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      YzCabinetView *view;
      gint64 filled;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      view = yz_cabinet_read (self->store, yz_record_get_id (g_ptr_array_index (records, i)), self->now, error);
      if (view == NULL)
        return FALSE;
      g_ptr_array_add (self->round->cabinets, view);
      if (!find_filled (self->store, view, self->now, &filled, error))
        return FALSE;
      g_array_append_val (self->round->filled, filled);
    }
  return TRUE;
}

static gint64
find_cap (YzRecord *cabinet)
{
  return yz_record_get (cabinet, "monthly_cap") != NULL ? yz_record_get_integer (cabinet, "monthly_cap")
                                                        : YZ_CABINET_NO_CAP;
}

static gboolean
plan (Reading *self, const char *warehouse, GError **error)
{
  g_autoptr (GArray) cabinets = g_array_new (FALSE, TRUE, sizeof (YzCabinetRound));
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (YzCabinetSlot));
  YzRefillTask task = { .today = yz_office_day (self->now) };

  for (guint i = 0; i < self->round->cabinets->len; i++)
    {
      const YzCabinetView *view = yz_refill_round_get_cabinet (self->round, i);
      YzCabinetRound cabinet = { yz_record_get_integer (view->cabinet, "visit_order"),
                                 number_of (self->stores, yz_record_get_id (view->station), 0),
                                 find_cap (view->cabinet), g_array_index (self->round->filled, gint64, i) };

      g_array_append_val (cabinets, cabinet);
      for (guint j = 0; j < view->slots->len; j++)
        if (!add_slot (self, yz_cabinet_view_get_slot (view, j), i, warehouse, slots, error))
          return FALSE;
    }
  task.cabinets = (YzCabinetRound *) cabinets->data;
  task.n_cabinets = cabinets->len;
  task.slots = (YzCabinetSlot *) slots->data;
  task.n_slots = slots->len;
  task.lots = (YzRefillLot *) self->offered->data;
  task.n_lots = self->offered->len;
  self->round->plan = yz_refill_plan (&task);
  return TRUE;
}

static GPtrArray *
list_cabinets (YzStore *store, const char *cabinet, const char *station, GError **error)
{
  GPtrArray *cabinets = yz_cabinet_list (store, station, error);

  for (guint i = cabinets != NULL && cabinet != NULL ? cabinets->len : 0; i > 0; i--)
    if (!g_str_equal (yz_record_get_id (g_ptr_array_index (cabinets, i - 1)), cabinet))
      g_ptr_array_remove_index (cabinets, i - 1);
  return cabinets;
}

static YzRefillRound *
round_new (void)
{
  YzRefillRound *self = g_new0 (YzRefillRound, 1);

  self->cabinets = g_ptr_array_new_with_free_func (view_free);
  self->filled = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->slots = g_ptr_array_new ();
  self->lots = g_ptr_array_new_with_free_func (source_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

YzRefillRound *
yz_refill_round_read (YzStore *store, const char *cabinet, const char *station, const char *warehouse, gint64 now,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (YzRefillRound) self = round_new ();
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) stores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) offered = g_array_new (FALSE, FALSE, sizeof (YzRefillLot));
  g_autoptr (GPtrArray) records = list_cabinets (store, cabinet, station, error);
  Reading reading = { self, store, now, items, stores, offered, read };

  if (records == NULL || !read_cabinets (&reading, records, cancellable, error) || !plan (&reading, warehouse, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- carrying it out ---------------------------------------------------------------------------------------------- */

YzEdit *
yz_refill_round_make (const YzRefillRound *self, YzStore *store, const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Fill the cabinets"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };

  for (guint i = 0; i < self->slots->len; i++)
    if (self->plan->results[i].take_out > 0 &&
        !yz_slot_clear (&moving, yz_record_get_id (yz_refill_round_get_slot (self, i)->place), error))
      return NULL;
  for (guint i = 0; i < self->plan->lines->len; i++)
    {
      const YzRefillLine *line = &g_array_index (self->plan->lines, YzRefillLine, i);
      const YzRefillSource *source = yz_refill_round_get_source (self, line->lot);

      yz_stock_moving_add (&moving, YZ_MOVEMENT_MOVE, yz_record_get_id (source->item),
                           source->lot != NULL ? yz_record_get_id (source->lot) : NULL, line->quantity,
                           yz_record_get_id (source->place),
                           yz_record_get_id (yz_refill_round_get_slot (self, line->slot)->place));
    }
  return g_steal_pointer (&edit);
}

/* Events into the books: what a cabinet gave out is gone. */
#include "config.h"

#include "yz-cabinet-events.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-lots.h"
#include "yz-stock-movements.h"

typedef struct
{
  YzStockMoving moving;
  YzStockNote note;
  GHashTable *taken; /* "slot/item/lot" → gint64: what movements take that are not written yet */
  const char *out;
} Writing;

/* What is taken of a lot, to which more may be added. */
static gint64 *
get_taken (Writing *self, const YzCabinetEventRow *row, const char *lot)
{
  g_autofree char *key =
    g_strdup_printf ("%s/%s/%s", yz_record_get_id (row->slot), yz_record_get_id (row->item), lot != NULL ? lot : "");
  gint64 *taken = g_hash_table_lookup (self->taken, key);

  if (taken == NULL)
    {
      taken = g_new0 (gint64, 1);
      g_hash_table_insert (self->taken, g_steal_pointer (&key), taken);
    }
  return taken;
}

static YzRecord *
add_movement (Writing *self, const YzCabinetEventRow *row, const char *lot, gint64 quantity)
{
  YzRecord *movement = yz_stock_moving_add (&self->moving, YZ_MOVEMENT_DISPENSE, yz_record_get_id (row->item), lot,
                                            quantity, yz_record_get_id (row->slot), self->out);

  yz_record_set_text (movement, "event", yz_record_get_id (row->record));
  *get_taken (self, row, lot) += quantity;
  return movement;
}

static YzStockLots *
read_lots (Writing *self, const YzCabinetEventRow *row, GError **error)
{
  YzStockQuestion question = { .place = yz_record_get_id (row->slot),
                               .item = yz_record_get_id (row->item),
                               .at = self->note.at };
  YzStockLots *lots = yz_stock_lots_read (self->moving.store, &question, error);

  for (guint i = 0; lots != NULL && i < lots->lots->len; i++)
    g_array_index (lots->lots, YzStockLot, i).quantity -= *get_taken (self, row, yz_stock_lots_get_id (lots, i));
  return lots;
}

/* Returns how many are still to be taken. A machine does not look at the date: on day 0 nothing has expired. */
static gint64
take (Writing *self, const YzCabinetEventRow *row, YzStockLots *lots, guint32 today, gint64 quantity)
{
  gint64 missing;
  g_autoptr (GArray)
    picks = yz_stock_pick ((YzStockLot *) lots->lots->data, lots->lots->len, quantity, today, &missing);

  for (guint i = 0; i < picks->len; i++)
    {
      const YzStockPick *pick = &g_array_index (picks, YzStockPick, i);

      add_movement (self, row, yz_stock_lots_get_id (lots, pick->index), pick->quantity);
      g_array_index (lots->lots, YzStockLot, pick->index).quantity -= pick->quantity;
    }
  return missing;
}

static void
say_note (Writing *self, const YzCabinetEventRow *row)
{
  self->note.at = yz_record_get_integer (row->record, "at");
  self->note.document = yz_record_get_text (row->record, "event");
  self->note.recipient = row->pickup != NULL ? yz_record_get_text (row->pickup, "recipient") : NULL;
  self->note.people = 1;
}

static gboolean
give_out (Writing *self, const YzCabinetEventRow *row, GError **error)
{
  gint64 left = yz_record_get_integer (row->record, "quantity");
  g_autoptr (YzStockLots) lots = NULL;
  YzRecord *movement;

  lots = read_lots (self, row, error);
  if (lots == NULL)
    return FALSE;
  left = take (self, row, lots, yz_office_day (self->note.at), left);
  if (left > 0)
    left = take (self, row, lots, 0, left);
  if (left == 0)
    return TRUE;
  movement = add_movement (self, row, NULL, left);
  yz_record_set (movement, "forced", g_variant_new_boolean (TRUE));
  yz_record_set_text (movement, "reason", _ ("The cabinet gave out more than the books had"));
  return TRUE;
}

static void
close_pickup (Writing *self, YzRecord *pickup)
{
  yz_edit_set (self->moving.edit, pickup, "state", g_variant_new_string ("picked_up"));
  yz_edit_set (self->moving.edit, pickup, "closed", g_variant_new_int64 (self->note.at));
}

static gboolean
add_event (Writing *self, const YzCabinetEventRow *row, GError **error)
{
  yz_edit_create (self->moving.edit, row->record);
  if (row->slot == NULL)
    return TRUE;
  say_note (self, row);
  if (!row->is_counted && !give_out (self, row, error))
    return FALSE;
  if (row->pickup != NULL)
    close_pickup (self, row->pickup);
  return TRUE;
}

/* --- again -------------------------------------------------------------------------------------------------------- */

static YzRecord *
find_counter (GPtrArray *movements, YzRecord *of)
{
  for (guint i = 0; i < movements->len; i++)
    if (g_strcmp0 (yz_record_get_text (g_ptr_array_index (movements, i), "takes_back"), yz_record_get_id (of)) == 0)
      return g_ptr_array_index (movements, i);
  return NULL;
}

/* The counter-entry of the last counter-entry: the movement is in effect again. */
static gboolean
bring_back (Writing *self, const YzCabinetEventRow *row, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;

  yz_query_add (query, "event", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (row->record)));
  movements = yz_store_load_records (self->moving.store, query, error);
  for (guint i = 0; movements != NULL && i < movements->len; i++)
    {
      YzRecord *movement = g_ptr_array_index (movements, i);
      g_autofree char *id = NULL;
      g_autoptr (YzRecord) counter = NULL;

      if (yz_record_get (movement, "takes_back") == NULL || find_counter (movements, movement) != NULL)
        continue;
      id = yz_id_factory_next (yz_store_get_ids (self->moving.store));
      counter = yz_movement_new_counter (movement, id);
      yz_edit_create (self->moving.edit, counter);
    }
  return movements != NULL;
}

/* ------------------------------------------------------------------------------------------------------------------ */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const YzCabinetEventRow *one = *(const YzCabinetEventRow *const *) a, *two = *(const YzCabinetEventRow *const *) b;
  gint64 left = yz_record_get_integer (one->record, "at"), right = yz_record_get_integer (two->record, "at");

  if (left != right)
    return left < right ? -1 : 1;
  return (one->number > two->number) - (one->number < two->number);
}

static GPtrArray *
sort_rows (const YzCabinetEvents *events)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < events->rows->len; i++)
    if (yz_cabinet_events_get_row (events, i)->record != NULL)
      g_ptr_array_add (rows, g_ptr_array_index (events->rows, i));
  g_ptr_array_sort (rows, compare_times);
  return rows;
}

YzEdit *
yz_cabinet_events_make (const YzCabinetEvents *self, YzStore *store, gboolean again, const char *handler,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Bring in what cabinets told"));
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = sort_rows (self);
  Writing writing = { .moving = { .store = store, .edit = edit }, .note = { .handler = handler }, .taken = taken };
  g_autofree char *out = NULL;

  writing.moving.note = &writing.note;
  yz_edit_set_subject (edit, self->source);
  if (self->counts[YZ_CABINET_EVENT_NEW] > 0)
    out = yz_stock_moving_dup_place (&writing.moving, yz_place_get_single_id (YZ_PLACE_HANDED_OUT), error);
  if (self->counts[YZ_CABINET_EVENT_NEW] > 0 && out == NULL)
    return NULL;
  writing.out = out;
  for (guint i = 0; i < rows->len; i++)
    {
      const YzCabinetEventRow *row = g_ptr_array_index (rows, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (row->status == YZ_CABINET_EVENT_NEW && !add_event (&writing, row, error)) ||
          (row->status == YZ_CABINET_EVENT_TAKEN_BACK && again && !bring_back (&writing, row, error)))
        return NULL;
    }
  return g_steal_pointer (&edit);
}

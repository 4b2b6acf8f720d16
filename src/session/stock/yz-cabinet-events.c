/* The maker's list, row by row, against what the workspace knows. */
#include "config.h"

#include "yz-cabinet-events.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-cabinet-event.h"
#include "yz-cabinets.h"
#include "yz-event-table.h"
#include "yz-movement.h"
#include "yz-place.h"
#include "yz-text.h"
#include "yz-value-text.h"

/* A clock that is wrong by more is no clock. */
#define MAX_AHEAD_MS (G_GINT64_CONSTANT (3600) * 1000)

/* 2001-09-09: numbers below are no instants of cabinets. */
#define FIRST_SECOND G_GINT64_CONSTANT (1000000000)

const char *
yz_cabinet_event_status_get_title (YzCabinetEventStatus status)
{
  static const char *const titles[] = {
    [YZ_CABINET_EVENT_NEW] = N_ ("To be brought in"),
    [YZ_CABINET_EVENT_KNOWN] = N_ ("Known already"),
    [YZ_CABINET_EVENT_TAKEN_BACK] = N_ ("Taken back"),
    [YZ_CABINET_EVENT_REFUSED] = N_ ("Cannot be brought in"),
  };

  return _ (titles[status]);
}

static void
row_free (gpointer data)
{
  YzCabinetEventRow *row = data;

  g_free (row->problem);
  g_clear_object (&row->record);
  g_clear_object (&row->slot);
  g_clear_object (&row->item);
  g_clear_object (&row->pickup);
  g_free (row);
}

void
yz_cabinet_events_free (YzCabinetEvents *self)
{
  g_free (self->source);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const YzCabinetEventRow *
yz_cabinet_events_get_row (const YzCabinetEvents *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

/* What is looked up once. */
typedef struct
{
  YzStore *store;
  const YzEventTable *table;
  const char *fallback; /* id of a cabinet */
  gint64 now;
  GHashTable *cabinets; /* what a row calls it → YzCabinetView, NULL for nobody */
  GHashTable *items;    /* likewise → YzRecord */
  GHashTable *seen;     /* set of ids of events in this file */
  GHashTable *counted;  /* "slot/item" → gint64: when it was last counted, 0 for never */
  GError *failure;      /* (nullable): of the workspace: nothing that was looked up since means anything */
} Reading;

/* Where the first failure is kept. */
static GError **
failure_of (Reading *self)
{
  return self->failure == NULL ? &self->failure : NULL;
}

static const char *
get (Reading *self, guint index, const char *field)
{
  return yz_event_table_get (self->table, index, field);
}

static gboolean refuse (YzCabinetEventRow *row, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (YzCabinetEventRow *row, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  row->problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

/* --- looking up --------------------------------------------------------------------------------------------------- */

static YzRecord *
find_by_barcode (Reading *self, const char *text)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_item_kind);
  YzRecord *item;

  yz_query_add (query, "barcodes", YZ_COMPARE_HAS, g_variant_new_string (text));
  yz_store_load_only (self->store, query, &item, failure_of (self));
  return item;
}

static YzRecord *
find_item (Reading *self, const char *text)
{
  YzRecord *item;

  if (g_hash_table_contains (self->items, text))
    return g_hash_table_lookup (self->items, text);
  yz_store_find_called (self->store, &yz_item_kind, text, &item, failure_of (self));
  if (item == NULL)
    item = find_by_barcode (self, text);
  g_hash_table_insert (self->items, g_strdup (text), item);
  return item;
}

static const YzCabinetView *
find_cabinet (Reading *self, const char *text)
{
  g_autoptr (YzRecord) cabinet = NULL;
  YzCabinetView *view = NULL;

  if (g_hash_table_contains (self->cabinets, text))
    return g_hash_table_lookup (self->cabinets, text);
  yz_store_find_called (self->store, &yz_cabinet_kind, text, &cabinet, failure_of (self));
  if (cabinet != NULL)
    view = yz_cabinet_read (self->store, yz_record_get_id (cabinet), self->now, failure_of (self));
  g_hash_table_insert (self->cabinets, g_strdup (text), view);
  return view;
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

/* "2026/11/19 8:12" as makers write it. */
static char *
normalize_time (const char *text)
{
  g_autofree char *folded = yz_text_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " t", 2);
  g_autofree char *date = parts[0] != NULL ? yz_value_parse_date (parts[0]) : NULL;
  const char *time = date != NULL && parts[1] != NULL ? g_strstrip (parts[1]) : NULL;

  if (time == NULL)
    return NULL;
  return g_strdup_printf (time[0] != '\0' && time[1] == ':' ? "%sT0%s" : "%sT%s", date, time);
}

/* Also seconds or milliseconds since 1970, in which programs tell time. */
static gboolean
read_time (const char *text, gint64 *at)
{
  g_autofree char *normal = NULL;

  if (yz_value_parse_time (text, at))
    return TRUE;
  if (*text != '\0' && strspn (text, "0123456789") == strlen (text) && strlen (text) <= 13)
    {
      *at = g_ascii_strtoll (text, NULL, 10);
      if (*at < FIRST_SECOND * 1000)
        *at *= 1000;
      return *at >= FIRST_SECOND * 1000;
    }
  normal = normalize_time (text);
  return normal != NULL && yz_value_parse_time (normal, at);
}

/* (nullable): with the reason in @row */
static const YzCabinetView *
take_cabinet (Reading *self, guint index, YzCabinetEventRow *row)
{
  const char *text = get (self, index, "cabinet");
  const char *cabinet = *text != '\0' ? text : self->fallback;
  const YzCabinetView *view = cabinet != NULL ? find_cabinet (self, cabinet) : NULL;

  if (view != NULL)
    yz_record_set_text (row->record, "cabinet", yz_record_get_id (view->cabinet));
  else if (cabinet == NULL)
    refuse (row, "%s", _ ("It does not say which cabinet"));
  else
    refuse (row, _ ("There is no cabinet “%s”"), text);
  return view;
}

static gboolean
take_time (Reading *self, guint index, YzCabinetEventRow *row)
{
  const char *text = get (self, index, "at");
  gint64 at;

  if (!read_time (text, &at))
    return refuse (row, _ ("“%s” is not a time"), text);
  if (at > self->now + MAX_AHEAD_MS)
    return refuse (row, _ ("“%s” is still to come"), text);
  yz_record_set (row->record, "at", g_variant_new_int64 (at));
  return TRUE;
}

static gboolean
says_failure (const char *text)
{
  static const char *const words[] = { "失败", "取消", "退款", "超时", "fail", "error", "cancel", "refund", "timeout" };
  g_autofree char *folded = yz_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A word that nobody knows, and whatever did not succeed, moves nothing. */
static void
take_type (Reading *self, guint index, YzCabinetEventRow *row)
{
  const char *text = get (self, index, "type"), *said = get (self, index, "said");
  const YzChoice *choice = yz_field_find_choice (yz_kind_find_field (&yz_cabinet_event_kind, "type"), text);
  gboolean failed = says_failure (text) || says_failure (said);
  g_autofree char *words = g_strjoin (" ", text, said, NULL);

  if (*text != '\0' || failed)
    yz_record_set_text (row->record, "type", choice != NULL && !failed ? choice->nick : "other");
  yz_record_set_text (row->record, "said", *g_strstrip (words) != '\0' ? words : NULL);
}

static gboolean
take_slot (Reading *self, guint index, YzCabinetEventRow *row, const YzCabinetView *view)
{
  const char *text = get (self, index, "slot");
  const YzSlot *slot = *text != '\0' ? yz_cabinet_find_slot (view, text) : NULL;

  if (slot == NULL)
    return refuse (row, _ ("The cabinet has no slot “%s”"), text);
  row->slot = g_object_ref (slot->place);
  yz_record_set_text (row->record, "slot", yz_record_get_id (slot->place));
  return TRUE;
}

/* Without a word about it, it is what belongs in the slot. */
static gboolean
take_item (Reading *self, guint index, YzCabinetEventRow *row)
{
  const char *text = get (self, index, "item"), *usual = yz_record_get_text (row->slot, "item");
  YzRecord *item = *text != '\0' ? find_item (self, text) : usual != NULL ? find_item (self, usual) : NULL;

  if (item == NULL && *text != '\0')
    return refuse (row, _ ("There is no item “%s”"), text);
  if (item == NULL)
    return refuse (row, _ ("It does not say what was given out, and nothing belongs in slot %s"),
                   yz_record_get_title (row->slot));
  row->item = g_object_ref (item);
  yz_record_set_text (row->record, "item", yz_record_get_id (item));
  return TRUE;
}

static gboolean
take_quantity (Reading *self, guint index, YzCabinetEventRow *row)
{
  const YzField *field = yz_kind_find_field (&yz_cabinet_event_kind, "quantity");
  const char *text = get (self, index, "quantity");
  gint64 quantity = 1;

  if (*text != '\0' && (!yz_value_parse_integer (text, NULL, &quantity) || quantity < 1 || quantity > field->maximum))
    return refuse (row, _ ("“%s” is no quantity: a whole number, at least 1"), text);
  yz_record_set (row->record, "quantity", g_variant_new_int64 (quantity));
  return TRUE;
}

static void
take_code (Reading *self, guint index, YzCabinetEventRow *row)
{
  const char *text = get (self, index, "code");
  g_autoptr (YzQuery) query = yz_query_new (&yz_pickup_kind);

  if (*text == '\0')
    return;
  yz_record_set_text (row->record, "code", text);
  yz_query_add (query, "code", YZ_COMPARE_EQUAL, g_variant_new_string (text));
  yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("reserved"));
  yz_store_load_only (self->store, query, &row->pickup, failure_of (self));
}

/* --- counts ------------------------------------------------------------------------------------------------------- */

static gboolean
is_in_effect (Reading *self, YzRecord *count)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);

  yz_query_add (query, "takes_back", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (count)));
  return yz_store_count (self->store, query, failure_of (self)) == 0;
}

/* A count that was taken back and then not is a rarity that the store sees. */
static gint64
find_last_count (Reading *self, const char *end, YzCabinetEventRow *row)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) counts = NULL;

  yz_query_add (query, end, YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (row->slot)));
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (row->item)));
  yz_query_add (query, "type", YZ_COMPARE_EQUAL, g_variant_new_string (yz_movement_type_get_nick (YZ_MOVEMENT_COUNT)));
  yz_query_add (query, "takes_back", YZ_COMPARE_EMPTY, NULL);
  yz_query_set_order (query, "at", TRUE);
  counts = yz_store_load_records (self->store, query, failure_of (self));
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    if (is_in_effect (self, g_ptr_array_index (counts, i)))
      return yz_record_get_integer (g_ptr_array_index (counts, i), "at");
  return 0;
}

static void
note_count (Reading *self, YzCabinetEventRow *row)
{
  char *key = g_strdup_printf ("%s/%s", yz_record_get_id (row->slot), yz_record_get_id (row->item));
  gint64 *last = g_hash_table_lookup (self->counted, key);

  if (last == NULL)
    {
      last = g_new (gint64, 1);
      *last = MAX (find_last_count (self, "source", row), find_last_count (self, "target", row));
      g_hash_table_insert (self->counted, g_strdup (key), last);
    }
  row->is_counted = *last >= yz_record_get_integer (row->record, "at");
  g_free (key);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* Of all movements of the event: what went out of the slot, less what came back. */
static gboolean
was_taken_back (Reading *self, const char *event)
{
  const char *out = yz_place_get_single_id (YZ_PLACE_HANDED_OUT);
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;
  gint64 sum = 0;

  yz_query_add (query, "event", YZ_COMPARE_EQUAL, g_variant_new_string (event));
  movements = yz_store_load_records (self->store, query, failure_of (self));
  for (guint i = 0; movements != NULL && i < movements->len; i++)
    {
      YzRecord *movement = g_ptr_array_index (movements, i);
      gint64 quantity = yz_record_get_integer (movement, "quantity");

      sum += g_strcmp0 (yz_record_get_text (movement, "target"), out) == 0 ? quantity : -quantity;
    }
  return movements != NULL && movements->len > 0 && sum == 0;
}

static gboolean
find_known (Reading *self, YzCabinetEventRow *row, const char *id)
{
  g_autoptr (YzRecord) known = NULL;
  const char *slot, *item;

  if (!yz_store_look_up (self->store, &yz_cabinet_event_kind, id, &known, failure_of (self)) || known == NULL)
    return FALSE;
  slot = yz_record_get_text (known, "slot");
  item = yz_record_get_text (known, "item");
  g_set_object (&row->record, known);
  if (slot != NULL)
    yz_store_look_up (self->store, &yz_place_kind, slot, &row->slot, failure_of (self));
  if (item != NULL)
    yz_store_look_up (self->store, &yz_item_kind, item, &row->item, failure_of (self));
  row->status = was_taken_back (self, id) ? YZ_CABINET_EVENT_TAKEN_BACK : YZ_CABINET_EVENT_KNOWN;
  return TRUE;
}

static gboolean
is_dispense (YzCabinetEventRow *row)
{
  return g_str_equal (yz_record_get_text (row->record, "type"), "dispense");
}

static gboolean
take_rest (Reading *self, guint index, YzCabinetEventRow *row, const YzCabinetView *view)
{
  if (!take_time (self, index, row))
    return FALSE;
  take_type (self, index, row);
  if (!is_dispense (row))
    return TRUE;
  take_code (self, index, row);
  return take_slot (self, index, row, view) && take_item (self, index, row) && take_quantity (self, index, row);
}

/* Whether the row tells something else than what came in under its number; where it cannot be read any more, as when
   slots are called otherwise now, it does not. */
static gboolean
differs (Reading *self, guint index, const YzCabinetView *view, YzRecord *known)
{
  static const char *const told[] = { "at", "slot", "quantity" };
  YzCabinetEventRow *row = g_new0 (YzCabinetEventRow, 1);
  gboolean found = FALSE;

  row->record = yz_record_new (&yz_cabinet_event_kind, yz_record_get_id (known));
  if (take_rest (self, index, row, view))
    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
      found |= !yz_field_equal (yz_record_get (row->record, told[i]), yz_record_get (known, told[i]));
  row_free (row);
  return found;
}

/* Takes the cells one after the other; what is known already stays as it came in. */
static gboolean
read_cells (Reading *self, guint index, YzCabinetEventRow *row)
{
  g_autofree char *number = yz_value_strip (get (self, index, "event"));
  const YzCabinetView *view;
  g_autofree char *id = NULL;
  gboolean is_repeated;
  YzRecord *named;

  row->record = yz_record_new (&yz_cabinet_event_kind, "00000000-0000-0000-0000-000000000000");
  if (*number == '\0')
    return refuse (row, "%s", _ ("The event has no number"));
  view = take_cabinet (self, index, row);
  if (view == NULL)
    return FALSE;
  id = yz_cabinet_event_dup_id (yz_record_get_id (view->cabinet), number);
  named = yz_record_copy_as (row->record, id);
  yz_record_set_text (named, "event", number);
  g_object_unref (row->record);
  row->record = named;
  is_repeated = !g_hash_table_add (self->seen, g_strdup (id));
  if (is_repeated)
    return refuse (row, _ ("Event %s stands in the file twice"), number);
  if (find_known (self, row, id))
    return !differs (self, index, view, row->record) ||
           refuse (row, _ ("Event %s came in before, and told something else then"), number);
  if (!take_rest (self, index, row, view))
    return FALSE;
  if (is_dispense (row))
    note_count (self, row);
  return TRUE;
}

static YzCabinetEventRow *
read_row (Reading *self, guint index)
{
  YzCabinetEventRow *row = g_new0 (YzCabinetEventRow, 1);

  row->number = yz_event_table_get_number (self->table, index);
  if (!read_cells (self, index, row))
    {
      row->status = YZ_CABINET_EVENT_REFUSED;
      g_clear_object (&row->record);
    }
  return row;
}

static void
free_view (gpointer view)
{
  g_clear_pointer ((YzCabinetView **) &view, yz_cabinet_view_free);
}

static void
unref_if_any (gpointer record)
{
  g_clear_object (&record);
}

YzCabinetEvents *
yz_cabinet_events_read (YzStore *store, const char *path, const char *cabinet, gint64 now, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (YzEventTable) table = yz_event_table_read (path, cancellable, error);
  g_autoptr (GHashTable) cabinets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_view);
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reading reading = { store, table, cabinet, now, cabinets, items, seen, counted, NULL };
  g_autoptr (YzCabinetEvents) self = NULL;

  if (table == NULL)
    return NULL;
  self = g_new0 (YzCabinetEvents, 1);
  self->source = g_path_get_basename (path);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < yz_event_table_get_n_rows (table); i++)
    {
      YzCabinetEventRow *row = read_row (&reading, i);

      g_ptr_array_add (self->rows, row);
      self->counts[row->status]++;
      if (reading.failure != NULL)
        {
          g_propagate_error (error, reading.failure);
          return NULL;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

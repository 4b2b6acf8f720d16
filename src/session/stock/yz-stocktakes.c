#include "config.h"

#include "yz-stocktakes.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-movements.h"
#include "yz-stocktake-sheet.h"
#include "yz-text.h"
#include "yz-value-text.h"

/* So often nobody changes a stocktake. */
#define MAX_HISTORY 1000

/* In the order of YzStocktakeState. */
static const char *const states[] = { "counting", "counted", "confirmed", "cancelled" };

YzStocktakeState
yz_stocktake_get_state (YzRecord *stocktake)
{
  const char *nick = yz_record_get_text (stocktake, "state");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], nick) == 0)
      return (YzStocktakeState) i;
  return YZ_STOCKTAKE_COUNTING;
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, YzModelError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, YZ_MODEL_ERROR, code, message);
  return FALSE;
}

/* @beside: another state in which it may be done, or the same once more */
static gboolean
check_state (YzRecord *stocktake, YzStocktakeState wanted, YzStocktakeState beside, GError **error)
{
  YzStocktakeState state = yz_stocktake_get_state (stocktake);
  const char *number = yz_record_get_title (stocktake);

  if (state == wanted || state == beside)
    return TRUE;
  switch (state)
    {
    case YZ_STOCKTAKE_CONFIRMED:
      return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("%s is confirmed. Take the confirmation back first"), number);
    case YZ_STOCKTAKE_CANCELLED:
      return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("%s was cancelled. Go on with it first"), number);
    case YZ_STOCKTAKE_COUNTED:
      return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("%s was handed over to be confirmed. Go on with it first"),
                     number);
    case YZ_STOCKTAKE_COUNTING:
    default:
      return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("%s is still being counted"), number);
    }
}

gboolean
yz_stocktake_check_counting (YzRecord *stocktake, GError **error)
{
  return check_state (stocktake, YZ_STOCKTAKE_COUNTING, YZ_STOCKTAKE_COUNTING, error);
}

/* (transfer full) (nullable): the lines, if something may be done to them now */
static YzStocktakeSheet *
load (YzStore *store, const char *id, YzStocktakeBooks books, YzStocktakeState wanted, YzStocktakeState beside,
      GError **error)
{
  g_autoptr (YzStocktakeSheet) sheet = yz_stocktake_sheet_load (store, id, books, NULL, error);

  if (sheet == NULL || !check_state (sheet->stocktake, wanted, beside, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

static gboolean
check_time (YzStore *store, gint64 at, GError **error)
{
  g_autofree char *text = yz_value_format_time (at);

  if (at <= yz_clock_get_now (yz_store_get_clock (store)))
    return TRUE;
  return refuse (error, YZ_MODEL_ERROR_RANGE, _ ("%s is still to come: nobody can have counted then"), text);
}

/* Of what has lots, those without one are none that anybody could hand out. */
static gboolean
check_lot (YzStore *store, const YzStocktakeLine *line, gint64 counted, GError **error)
{
  if (counted <= 0 || line->lot != NULL || !yz_record_get_boolean (line->item, "needs_expiry"))
    return TRUE;
  return refuse (error, YZ_MODEL_ERROR_REQUIRED,
                 _ ("%s: until when may it be used? Count 0 here, and add a line with the lot that was found"),
                 yz_record_get_title (line->item));
}

static YzStocktakeLine *
find_line (const YzStocktakeSheet *sheet, guint number, GError **error)
{
  YzStocktakeLine *line = yz_stocktake_sheet_find (sheet, number, NULL);

  if (line == NULL)
    refuse (error, YZ_MODEL_ERROR_UNKNOWN, _ ("%s has no line %u"), yz_record_get_title (sheet->stocktake), number);
  return line;
}

static void
set_count (YzRecord *line, const YzStocktakeEntry *entry)
{
  gboolean counted = entry->counted >= 0;

  if (!entry->again || !counted)
    {
      yz_record_set (line, "recounted", NULL);
      yz_record_set (line, "counted", counted ? g_variant_new_int64 (entry->counted) : NULL);
    }
  else
    yz_record_set (line, "recounted", g_variant_new_int64 (entry->counted));
  yz_record_set (line, "counted_at", counted ? g_variant_new_int64 (entry->at) : NULL);
  if (entry->reason != NULL)
    yz_record_set_text (line, "reason", entry->reason);
}

gboolean
yz_stocktake_add_entry (YzStore *store, const YzStocktakeSheet *sheet, YzEdit *edit, const YzStocktakeEntry *entry,
                        GError **error)
{
  YzStocktakeLine *line = find_line (sheet, entry->line, error);
  g_autoptr (YzRecord) after = NULL;

  if (line == NULL || !check_time (store, entry->at, error) || !check_lot (store, line, entry->counted, error))
    return FALSE;
  if (entry->again && entry->counted >= 0 && yz_record_get (line->record, "counted") == NULL)
    return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("Line %u was not counted a first time"), entry->line);
  after = yz_record_copy (line->record);
  set_count (after, entry);
  yz_edit_update (edit, line->record, after);
  return TRUE;
}

static gboolean
are_again (const YzStocktakeEntry *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    if (!entries[i].again)
      return FALSE;
  return TRUE;
}

YzEdit *
yz_stocktake_make_entries (YzStore *store, const char *stocktake, const YzStocktakeEntry *entries, guint n_entries,
                           GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Enter a count"));
  /* whoever confirms may have something counted again */
  YzStocktakeState beside = are_again (entries, n_entries) ? YZ_STOCKTAKE_COUNTED : YZ_STOCKTAKE_COUNTING;
  g_autoptr (YzStocktakeSheet)
    sheet = load (store, stocktake, YZ_STOCKTAKE_BLIND, YZ_STOCKTAKE_COUNTING, beside, error);

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < n_entries; i++)
    if (!yz_stocktake_add_entry (store, sheet, edit, &entries[i], error))
      return NULL;
  if (n_entries != 1)
    yz_edit_set_subject (edit, yz_record_get_title (sheet->stocktake));
  return g_steal_pointer (&edit);
}

/* The page in whose empty lines the number stands. */
static guint
find_page (const YzStocktakeSheet *sheet, guint number)
{
  guint page = 1;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);

      if (line->number < number)
        page = line->page;
    }
  return page;
}

static gboolean
check_new (const YzStocktakeSheet *sheet, const char *place, const char *item, const char *lot, GError **error)
{
  YzRecord *known = yz_stocktake_sheet_get_about (sheet, place, item, lot);

  return known == NULL || refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("%s is on the sheet already, in line %u"),
                                  yz_record_get_title (known), (guint) yz_record_get_integer (known, "line"));
}

/* Without a number the one behind all others, so that nobody who wrote by hand into an empty line is disturbed. */
static void
add_line (YzStore *store, YzStocktakeSheet *sheet, YzEdit *edit, const YzStocktakeFind *find, const char *place,
          YzRecord *item, const char *lot)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  g_autoptr (YzRecord) line = yz_record_new (&yz_count_line_kind, id);
  guint number = find->line != 0 ? find->line : sheet->last_number + 1;
  YzStocktakeEntry entry = { .line = number, .counted = find->counted, .at = find->at };

  yz_record_set_text (line, "name", yz_record_get_title (item));
  yz_record_set_text (line, "stocktake", yz_record_get_id (sheet->stocktake));
  yz_record_set (line, "line", g_variant_new_int64 (number));
  yz_record_set (line, "page", g_variant_new_int64 (find_page (sheet, number)));
  yz_record_set (line, "added", g_variant_new_boolean (TRUE));
  yz_record_set_text (line, "place", place);
  yz_record_set_text (line, "item", find->item);
  yz_record_set_text (line, "lot", lot);
  set_count (line, &entry);
  yz_edit_create (edit, line);
  yz_stocktake_sheet_take (sheet, line);
}

gboolean
yz_stocktake_add_find (YzStore *store, YzStocktakeSheet *sheet, YzEdit *edit, const YzStocktakeFind *find,
                       GError **error)
{
  g_autoptr (YzRecord) item = yz_store_load (store, &yz_item_kind, find->item, error);
  const YzStockArrival arrival = { find->item, 1, find->lot, find->expiry, NULL, NULL, -1 };
  const YzStockNote note = { .at = find->at };
  YzStockMoving moving = { .store = store, .edit = edit, .note = &note };
  const char *place = find->place != NULL ? find->place : yz_record_get_id (sheet->place);
  g_autofree char *lot = NULL;

  if (item == NULL || !check_time (store, find->at, error))
    return FALSE;
  if (find->lot == NULL && find->expiry == NULL && yz_record_get_boolean (item, "needs_expiry"))
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("%s: until when may it be used?"), yz_record_get_title (item));
  if (find->line != 0 && yz_stocktake_sheet_get_numbered (sheet, find->line) != NULL)
    return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("Line %u is taken: choose another number"), find->line);
  if (!yz_stock_moving_choose_lot (&moving, &arrival, &lot, error) || !check_new (sheet, place, find->item, lot, error))
    return FALSE;
  add_line (store, sheet, edit, find, place, item, lot);
  return TRUE;
}

YzEdit *
yz_stocktake_make_find (YzStore *store, const char *stocktake, const YzStocktakeFind *find, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Add a line to a count"));
  g_autoptr (YzStocktakeSheet)
    sheet = load (store, stocktake, YZ_STOCKTAKE_BLIND, YZ_STOCKTAKE_COUNTING, YZ_STOCKTAKE_COUNTING, error);

  if (sheet == NULL || !yz_stocktake_add_find (store, sheet, edit, find, error))
    return NULL;
  yz_edit_set_subject (edit, yz_record_get_title (sheet->stocktake));
  return g_steal_pointer (&edit);
}

YzEdit *
yz_stocktake_make_reason (YzStore *store, const char *stocktake, const guint *lines, guint n_lines, const char *reason,
                          GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Explain a difference"));
  g_autoptr (YzStocktakeSheet)
    sheet = load (store, stocktake, YZ_STOCKTAKE_BLIND, YZ_STOCKTAKE_COUNTING, YZ_STOCKTAKE_COUNTED, error);

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < n_lines; i++)
    {
      YzStocktakeLine *line = find_line (sheet, lines[i], error);

      if (line == NULL)
        return NULL;
      yz_edit_set (edit, line->record, "reason", reason != NULL ? g_variant_new_string (reason) : NULL);
    }
  if (n_lines != 1)
    yz_edit_set_subject (edit, yz_record_get_title (sheet->stocktake));
  return g_steal_pointer (&edit);
}

static YzEdit *
make_step (YzStore *store, const char *id, const char *label, YzStocktakeState from, YzStocktakeState or_from,
           YzStocktakeState to, YzRecord **stocktake, GError **error)
{
  g_autoptr (YzRecord) before = yz_store_load (store, &yz_stocktake_kind, id, error);
  YzEdit *edit;

  if (before == NULL || !check_state (before, from, or_from, error))
    return NULL;
  edit = yz_edit_new (label);
  yz_edit_set (edit, before, "state", g_variant_new_string (states[to]));
  if (stocktake != NULL)
    *stocktake = g_steal_pointer (&before);
  return edit;
}

YzEdit *
yz_stocktake_make_finish (YzStore *store, const char *stocktake, const char *counted_by, GError **error)
{
  g_autoptr (YzRecord) before = NULL;
  YzEdit *edit = make_step (store, stocktake, N_ ("Hand over a stocktake"), YZ_STOCKTAKE_COUNTING,
                            YZ_STOCKTAKE_COUNTING, YZ_STOCKTAKE_COUNTED, &before, error);

  if (edit != NULL && counted_by != NULL)
    yz_edit_set (edit, before, "counted_by", g_variant_new_string (counted_by));
  return edit;
}

YzEdit *
yz_stocktake_make_reopening (YzStore *store, const char *stocktake, GError **error)
{
  return make_step (store, stocktake, N_ ("Go on with a stocktake"), YZ_STOCKTAKE_COUNTED, YZ_STOCKTAKE_CANCELLED,
                    YZ_STOCKTAKE_COUNTING, NULL, error);
}

YzEdit *
yz_stocktake_make_cancellation (YzStore *store, const char *stocktake, GError **error)
{
  return make_step (store, stocktake, N_ ("Cancel a stocktake"), YZ_STOCKTAKE_COUNTING, YZ_STOCKTAKE_COUNTED,
                    YZ_STOCKTAKE_CANCELLED, NULL, error);
}

static gboolean
check_people (YzRecord *stocktake, const char *confirmed_by, GError **error)
{
  const char *counted_by = yz_record_get_text (stocktake, "counted_by");
  g_autofree char *one = yz_text_fold (counted_by);
  g_autofree char *two = yz_text_fold (confirmed_by);

  if (*one == '\0')
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("Say who counted"));
  if (*two == '\0')
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("Say who confirms the count"));
  if (g_str_equal (one, two))
    return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("Somebody else than who counted has to confirm"));
  return TRUE;
}

/* Each difference is explained, by what stands beside it or by what is said of all. */
static gboolean
check_reasons (const YzStocktakeSheet *sheet, const char *reason, GError **error)
{
  const YzStocktakeLine *first = NULL;
  guint n = 0, n_counted = 0;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);
      const YzStockCount *count = yz_stocktake_sheet_get_count (sheet, i);

      n_counted += count->is_counted;
      if (reason != NULL || yz_stock_count_get_difference (count) == 0 ||
          yz_record_get_text (line->record, "reason") != NULL)
        continue;
      if (n++ == 0)
        first = line;
    }
  if (n_counted == 0)
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("Nothing was counted: cancel the stocktake instead"));
  if (n == 1)
    return refuse (error, YZ_MODEL_ERROR_REQUIRED, _ ("Line %u, %s, differs from the books: say why"), first->number,
                   yz_record_get_title (first->item));
  if (n > 1)
    return refuse (error, YZ_MODEL_ERROR_REQUIRED,
                   /* Translators: a number above 1, the number of a line, an item */
                   _ ("%u lines differ from the books, the first is line %u, %s: say why"), n, first->number,
                   yz_record_get_title (first->item));
  return TRUE;
}

static void
add_movement (YzStockMoving *moving, const YzStocktakeSheet *sheet, guint index, const char *place_of_differences,
              const char *reason)
{
  const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, index);
  const YzStockCount *count = yz_stocktake_sheet_get_count (sheet, index);
  gint64 difference = yz_stock_count_get_difference (count);
  const char *own = yz_record_get_text (line->record, "reason");
  const char *place = yz_record_get_id (line->place);
  YzStockNote note = {
    .at = yz_stocktake_line_get_counted_at (line),
    .document = yz_record_get_title (sheet->stocktake),
    .handler = yz_record_get_text (sheet->stocktake, "counted_by"),
    .reason = difference == 0 || own != NULL ? own : reason,
  };
  YzRecord *movement;

  moving->note = &note;
  movement = yz_stock_moving_add (moving, YZ_MOVEMENT_COUNT, yz_record_get_id (line->item),
                                  line->lot != NULL ? yz_record_get_id (line->lot) : NULL, ABS (difference),
                                  difference > 0 ? place_of_differences : place,
                                  difference > 0 ? place : place_of_differences);
  yz_record_set (movement, "counted", g_variant_new_int64 (count->counted));
  if (difference != 0 && own == NULL)
    yz_edit_set (moving->edit, line->record, "reason", g_variant_new_string (reason));
  moving->note = NULL;
}

YzEdit *
yz_stocktake_make_confirmation (YzStore *store, const char *stocktake, const char *confirmed_by, const char *reason,
                                gint64 at, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Confirm a stocktake"));
  YzStockMoving moving = { .store = store, .edit = edit, .stocktake = stocktake };
  g_autoptr (YzStocktakeSheet)
    sheet = load (store, stocktake, YZ_STOCKTAKE_WITH_BOOKS, YZ_STOCKTAKE_COUNTING, YZ_STOCKTAKE_COUNTED, error);
  g_autoptr (YzRecord) after = NULL;
  g_autofree char *differences = NULL;

  if (sheet == NULL || !check_people (sheet->stocktake, confirmed_by, error) || !check_reasons (sheet, reason, error))
    return NULL;
  differences = yz_stock_moving_dup_place (&moving, yz_place_get_single_id (YZ_PLACE_DIFFERENCE), error);
  if (differences == NULL)
    return NULL;
  after = yz_record_copy (sheet->stocktake);
  yz_record_set_text (after, "state", states[YZ_STOCKTAKE_CONFIRMED]);
  yz_record_set_text (after, "confirmed_by", confirmed_by);
  yz_record_set (after, "confirmed_at", g_variant_new_int64 (at));
  yz_edit_update (edit, sheet->stocktake, after);
  for (guint i = 0; i < sheet->lines->len; i++)
    if (yz_stocktake_sheet_get_count (sheet, i)->is_counted)
      add_movement (&moving, sheet, i, differences, reason);
  yz_edit_set_subject (edit, yz_record_get_title (sheet->stocktake));
  return g_steal_pointer (&edit);
}

static gboolean
confirms (const YzHistoryEntry *entry)
{
  if (entry->verb != YZ_VERB_SET || entry->action->mode != YZ_ACTION_DO || entry->action->undone)
    return FALSE;
  for (guint i = 0; i < entry->fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (entry->fields, YzFieldChange, i);

      if (g_str_equal (change->field->name, "state") && change->after != NULL &&
          g_str_equal (g_variant_get_string (change->after, NULL), states[YZ_STOCKTAKE_CONFIRMED]))
        return TRUE;
    }
  return FALSE;
}

gboolean
yz_stocktake_find_confirmation (YzStore *store, const char *stocktake, gint64 *action, GError **error)
{
  g_autoptr (GPtrArray) entries = yz_store_get_history (store, stocktake, 0, MAX_HISTORY, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const YzHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (!confirms (entry))
        continue;
      *action = entry->action->seq;
      return TRUE;
    }
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("This stocktake is not confirmed"));
  return FALSE;
}

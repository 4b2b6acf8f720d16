#include "config.h"

#include "yz-import-plan-private.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-likeness.h"
#include "yz-import-words.h"
#include "yz-store-columns.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PROGRESS_ROWS 512
#define MAX_EVIDENCE 2000 /* positions that are compared to find the datum */

enum
{
  SHARED_NAME = 1 << 0,
  SHARED_ADDRESS = 1 << 1,
  SHARED_PHONE = 1 << 2,
  SHARED_CODE = 1 << 3,
};

static void
clear_judgement (gpointer data)
{
  YzImportJudgement *judgement = data;

  g_clear_pointer (&judgement->reason, g_free);
}

YzWordList *
yz_import_plan_load_words (YzStore *store)
{
  YzWordList *words = yz_word_list_new ();
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (GArray) rows = store != NULL ? yz_store_query (store, query, NULL, NULL) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord) service = yz_store_load_row (store, &yz_service_kind, g_array_index (rows, gint64, i), NULL);

      if (service != NULL)
        yz_word_list_add_service (words, service);
    }
  return words;
}

YzImportPlan *
yz_import_plan_new (YzStore *store, YzSheet *sheet, const YzMapping *mapping, const YzImportOptions *options)
{
  YzImportPlan *plan = g_new0 (YzImportPlan, 1);

  plan->store = g_object_ref (store);
  plan->sheet = yz_sheet_ref (sheet);
  plan->mapping = yz_mapping_copy (mapping);
  plan->kind = yz_mapping_get_kind (mapping);
  plan->key = g_strdupv ((char **) options->key);
  plan->clear_empty = options->clear_empty;
  plan->duplicates = options->duplicates;
  plan->remember = options->remember;
  plan->settled = options->settled;
  plan->row = yz_sheet_row_new (plan->kind);
  plan->known_rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->entry_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->judgements = g_array_new (FALSE, TRUE, sizeof (YzImportJudgement));
  g_array_set_clear_func (plan->judgements, clear_judgement);
  plan->astray = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  plan->claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return plan;
}

void
yz_import_plan_free (YzImportPlan *plan)
{
  g_clear_pointer (&plan->reader, yz_row_reader_free);
  g_clear_pointer (&plan->second_reader, yz_row_reader_free);
  g_clear_pointer (&plan->matcher, yz_matcher_free);
  g_clear_pointer (&plan->kin, yz_import_kin_free);
  g_clear_object (&plan->blank);
  yz_sheet_row_free (plan->row);
  g_array_unref (plan->known_rows);
  g_array_unref (plan->entry_rows);
  g_array_unref (plan->judgements);
  g_hash_table_unref (plan->astray);
  g_hash_table_unref (plan->claimed);
  g_clear_pointer (&plan->words, yz_word_list_free);
  g_strfreev (plan->key);
  yz_mapping_free (plan->mapping);
  yz_sheet_unref (plan->sheet);
  g_object_unref (plan->store);
  g_free (plan);
}

/* What is known */

typedef struct
{
  YzImportPlan *plan;
  GPtrArray *fields; /* const YzField *, in the order of the columns */
  YzSheetRow *row;
} KnownReader;

static GVariant *
column_to_value (const YzField *field, const YzColumn *column)
{
  switch (field->type)
    {
    case YZ_FIELD_REAL:
      return g_variant_new_double (column->real);
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      return g_variant_new_int64 (column->integer);
    case YZ_FIELD_BOOLEAN:
      return g_variant_new_boolean (column->integer != 0);
    case YZ_FIELD_LIST:
    case YZ_FIELD_MAP:
      {
        g_autoptr (YzJson) json = yz_json_parse (column->text, -1, NULL);
        GVariant *value = NULL;

        return json != NULL && yz_json_read_value (json, field, &value, NULL) ? value : NULL;
      }
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
    default:
      return g_variant_new_string (column->text);
    }
}

static void
add_known (gint64 store_row, const YzColumn *columns, gpointer user_data)
{
  KnownReader *reader = user_data;

  yz_sheet_row_clear (reader->row);
  for (guint i = 0; i < reader->fields->len; i++)
    if (!columns[i].empty)
      yz_sheet_row_set (reader->row, g_ptr_array_index (reader->fields, i), YZ_ROW_VALUE,
                        column_to_value (g_ptr_array_index (reader->fields, i), &columns[i]));
  yz_matcher_add_record (reader->plan->matcher, reader->row);
  g_array_append_val (reader->plan->known_rows, store_row);
}

static void
want_field (GPtrArray *fields, const YzKind *kind, const char *name)
{
  const YzField *field = yz_kind_find_field (kind, name);

  if (field != NULL && !g_ptr_array_find (fields, field, NULL))
    g_ptr_array_add (fields, (gpointer) field);
}

static gboolean
load_known (YzImportPlan *plan, GCancellable *cancellable, GError **error)
{
  static const char *const wanted[] = { "code", "district", "address", "phones", "lon", "lat" };
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (YzQuery) query = yz_query_new (plan->kind);
  g_autoptr (YzSheetRow) row = yz_sheet_row_new (plan->kind);
  KnownReader reader = { plan, fields, row };

  want_field (fields, plan->kind, plan->kind->title_field);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    want_field (fields, plan->kind, wanted[i]);
  for (guint i = 0; plan->key != NULL && plan->key[i] != NULL; i++)
    want_field (fields, plan->kind, plan->key[i]);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (names, (gpointer) ((const YzField *) g_ptr_array_index (fields, i))->name);
  g_ptr_array_add (names, NULL);
  return yz_store_read_columns (plan->store, query, (const char *const *) names->pdata, add_known, &reader, cancellable,
                                error);
}

YzRecord *
yz_import_plan_load_entry (YzImportPlan *plan, guint32 entry)
{
  if (entry >= plan->known_rows->len)
    return NULL;
  return yz_store_load_row (plan->store, plan->kind, g_array_index (plan->known_rows, gint64, entry), NULL);
}

/* Which entry a record is, by its id. */
static guint32
find_entry (YzImportPlan *plan, const char *id)
{
  gint64 row = yz_store_find_row (plan->store, plan->kind, id);

  for (guint i = 0; row != 0 && i < plan->known_rows->len; i++)
    if (g_array_index (plan->known_rows, gint64, i) == row)
      return i;
  return YZ_IMPORT_NO_ENTRY;
}

static void
add_distinct (YzImportPlan *plan, const char *id, const char *other)
{
  guint32 entry = find_entry (plan, id);
  g_autoptr (YzRecord) record = yz_store_load (plan->store, plan->kind, other, NULL);

  if (entry != YZ_IMPORT_NO_ENTRY && record != NULL)
    yz_matcher_add_distinct (plan->matcher, entry, yz_record_get_title (record));
}

/* Pairs that somebody has told apart. */
static gboolean
load_distinct (YzImportPlan *plan, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_distinct_pair_kind);
  g_autoptr (GArray) rows = yz_store_query (plan->store, query, NULL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord)
        pair = yz_store_load_row (plan->store, &yz_distinct_pair_kind, g_array_index (rows, gint64, i), NULL);

      if (pair == NULL)
        continue;
      add_distinct (plan, yz_record_get_text (pair, "first"), yz_record_get_text (pair, "second"));
      add_distinct (plan, yz_record_get_text (pair, "second"), yz_record_get_text (pair, "first"));
    }
  return rows != NULL;
}

static char *
find_reference (const char *kind_name, const char *text, gpointer user_data)
{
  YzImportPlan *plan = user_data;
  const YzKind *kind = yz_kinds_find (kind_name);
  g_autoptr (YzRecord) record = yz_store_find (plan->store, kind, text, NULL);
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;

  if (record == NULL)
    {
      yz_query_add (query, kind->title_field, YZ_COMPARE_EQUAL, g_variant_new_string (text));
      rows = yz_store_query (plan->store, query, NULL, NULL);
      /* two organisations of one name: which is meant is not ours to choose */
      if (rows != NULL && rows->len == 1)
        record = yz_store_load_row (plan->store, kind, g_array_index (rows, gint64, 0), NULL);
    }
  if (record != NULL)
    return g_strdup (yz_record_get_id (record));
  return plan->kin != NULL && kind == plan->kind ? g_strdup (yz_import_kin_find (plan->kin, text)) : NULL;
}

/* The datum and the places that are astray: both need all positions, and only those */

static guint64
hash_group (YzImportPlan *plan, int column, guint row)
{
  const char *cell = column >= 0 ? yz_sheet_get_cell (plan->sheet, row, column) : "";
  const char *dash = strrchr (cell, '-');

  if (dash != NULL && dash[1] != '\0')
    cell = dash + 1;
  return *cell != '\0' ? yz_likeness_hash (cell, strlen (cell)) : 0;
}

/* The column that says in which city or district a place is. */
static int
find_group_column (const YzImportPlan *plan)
{
  static const char *const words[] = { "城市", "市", "地市", "市州", "city", "dataset", "区县", "地区" };
  int column = yz_mapping_find_field (plan->mapping, "district");

  for (guint i = 0; column < 0 && i < yz_sheet_get_n_columns (plan->sheet); i++)
    {
      g_autofree char *folded = yz_text_fold (yz_sheet_get_heading (plan->sheet, i));

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (g_str_equal (folded, words[j]))
          column = i;
    }
  return column;
}

static void
collect_positions (YzImportPlan *plan, GArray *positions)
{
  int column = find_group_column (plan);

  for (guint row = 0; row < yz_sheet_get_n_rows (plan->sheet); row++)
    {
      YzGroupedPosition position = { .row = row };
      YzPairShape shape;

      if (!yz_row_read_pair (plan->sheet, plan->mapping, row, &position.position, &shape) ||
          !yz_position_is_valid (position.position))
        continue;
      plan->has_positions = TRUE;
      position.group = hash_group (plan, column, row);
      g_array_append_val (positions, position);
    }
}

/* Compares the raw positions of rows that are surely known stations with where those are. */
static void
weigh_datum (YzImportPlan *plan, GArray *positions)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  int column = yz_mapping_find_field (plan->mapping, plan->kind->title_field);

  for (guint i = 0; column >= 0 && i < positions->len && i < MAX_EVIDENCE; i++)
    {
      const YzGroupedPosition *position = &g_array_index (positions, YzGroupedPosition, i);

      g_hash_table_replace (by_name, g_strdup (yz_sheet_get_cell (plan->sheet, position->row, column)),
                            (gpointer) position);
    }
  for (guint i = 0; i < plan->known_rows->len && g_hash_table_size (by_name) > 0; i++)
    {
      g_autoptr (YzRecord) record = yz_import_plan_load_entry (plan, i);
      const YzGroupedPosition *position = record != NULL ? g_hash_table_lookup (by_name, yz_record_get_title (record))
                                                         : NULL;
      YzPosition place;

      if (position == NULL || yz_record_get (record, "lon") == NULL || yz_record_get (record, "lat") == NULL)
        continue;
      place = (YzPosition){ yz_record_get_real (record, "lon"), yz_record_get_real (record, "lat") };
      g_array_append_val (raw, position->position);
      g_array_append_val (known, place);
      if (raw->len >= MAX_EVIDENCE)
        break;
    }
  yz_datum_weigh ((const YzPosition *) raw->data, (const YzPosition *) known->data, raw->len, &plan->evidence);
}

static void
find_datum (YzImportPlan *plan, GArray *positions)
{
  plan->datum_stated = yz_mapping_get_datum (plan->mapping, &plan->datum);
  if (yz_kind_find_field (plan->kind, "lon") == NULL || positions->len == 0)
    return;
  if (plan->known_rows->len > 0)
    weigh_datum (plan, positions);
  if (!plan->datum_stated)
    plan->datum = plan->evidence.certain ? plan->evidence.datum : YZ_DATUM_WGS84;
}

static void
find_astray (YzImportPlan *plan, GArray *positions)
{
  yz_positions_find_astray (positions);
  for (guint i = 0; i < positions->len; i++)
    {
      const YzGroupedPosition *position = &g_array_index (positions, YzGroupedPosition, i);

      if (position->astray)
        g_hash_table_insert (plan->astray, GUINT_TO_POINTER (position->row),
                             g_memdup2 (&position->metres, sizeof position->metres));
    }
}

gboolean
yz_import_plan_check_mapping (const YzMapping *mapping, const char *const *key, GError **error)
{
  const YzKind *kind = yz_mapping_get_kind (mapping);
  const YzField *title = yz_kind_find_field (kind, kind->title_field);

  for (guint i = 0; key != NULL && key[i] != NULL; i++)
    if (yz_mapping_find_field (mapping, key[i]) < 0)
      {
        g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING,
                     _ ("No column holds “%s”, by which the rows shall be told apart"), key[i]);
        return FALSE;
      }
  if (key != NULL || yz_mapping_find_field (mapping, title->name) >= 0 || yz_mapping_find_field (mapping, "code") >= 0)
    return TRUE;

  g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING, _ ("No column holds the field “%s”"),
               _ (title->title));
  return FALSE;
}

YzRowReader *
yz_import_plan_new_reader (YzImportPlan *plan)
{
  return yz_row_reader_new (plan->sheet, plan->mapping, plan->words, plan->datum, find_reference, plan);
}

gboolean
yz_import_plan_prepare (YzImportPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (YzGroupedPosition));

  if (!yz_import_plan_check_mapping (plan->mapping, (const char *const *) plan->key, error))
    return FALSE;
  plan->words = yz_import_plan_load_words (plan->store);
  plan->matcher = yz_matcher_new (plan->kind, (const char *const *) plan->key);
  if (!load_known (plan, cancellable, error))
    return FALSE;
  if (!load_distinct (plan, error))
    return FALSE;
  collect_positions (plan, positions);
  find_datum (plan, positions);
  find_astray (plan, positions);

  plan->blank = yz_record_new (plan->kind, "00000000-0000-7000-8000-000000000000");
  plan->kin = yz_import_kin_new (plan->sheet, plan->mapping, yz_store_get_ids (plan->store));
  plan->reader = yz_import_plan_new_reader (plan);
  g_array_set_size (plan->judgements, yz_sheet_get_n_rows (plan->sheet));
  return TRUE;
}

/* Judging */

YzImportJudgement *
yz_import_plan_get_judgement (const YzImportPlan *plan, guint row)
{
  return &g_array_index (plan->judgements, YzImportJudgement, row);
}

static void
refuse (YzImportPlan *plan, YzImportJudgement *judgement, const char *reason)
{
  judgement->outcome = YZ_IMPORT_REFUSED;
  judgement->reason = g_strdup (reason);
}

static void
note_match (YzImportJudgement *judgement, const YzMatch *match)
{
  judgement->entry = match->entry;
  judgement->likeness = (float) match->likeness;
  judgement->metres = (float) match->metres;
  judgement->shared = (match->same_name ? SHARED_NAME : 0) | (match->same_address ? SHARED_ADDRESS : 0) |
                      (match->same_phone ? SHARED_PHONE : 0) | (match->same_code ? SHARED_CODE : 0);
}

static gint64
count_held (YzImportPlan *plan, const YzField *field, GVariant *value, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (plan->kind);

  yz_query_add (query, field->name, YZ_COMPARE_EQUAL, value);
  return yz_store_count (plan->store, query, error);
}

static gboolean
claim_value (YzImportPlan *plan, const YzField *field, GVariant *value, GError **error)
{
  g_autofree char *text = yz_field_format (field, value);
  g_autofree char *claim = g_strdup_printf ("%s=%s", field->name, text);

  gint64 n_held = count_held (plan, field, value, error);

  if (n_held < 0)
    return FALSE;
  if (n_held == 0 && !g_hash_table_contains (plan->claimed, claim))
    {
      g_hash_table_add (plan->claimed, g_steal_pointer (&claim));
      return TRUE;
    }
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT, _ ("%s “%s” is there already"), _ (field->title), text);
  return FALSE;
}

gboolean
yz_import_plan_claim (YzImportPlan *plan, YzRecord *before, YzRecord *after, GError **error)
{
  for (guint i = 0; i < plan->kind->n_fields; i++)
    {
      const YzField *field = &plan->kind->fields[i];
      GVariant *value = yz_record_get_at (after, i);

      if ((field->flags & YZ_FIELD_UNIQUE) == 0 || value == NULL ||
          (before != NULL && yz_field_equal (yz_record_get_at (before, i), value)))
        continue;
      if (!claim_value (plan, field, value, error))
        return FALSE;
    }
  return TRUE;
}

YzRecord *
yz_import_plan_make_new (YzImportPlan *plan, guint row, const YzSheetRow *values)
{
  const char *kin_id = plan->kin != NULL ? yz_import_kin_get_id (plan->kin, row) : NULL;
  g_autofree char *id = kin_id != NULL ? g_strdup (kin_id) : yz_id_factory_next (yz_store_get_ids (plan->store));
  g_autoptr (YzRecord) blank = yz_record_copy_as (plan->blank, id);

  return yz_sheet_row_merge (values, blank, plan->clear_empty);
}

/* @result: takes what becomes of the record, and @before */
static void
judge_against (YzImportPlan *plan, YzImportJudgement *judgement, guint row, YzRecord *before, YzImportResult *result)
{
  YzRecord *after = before != NULL ? yz_sheet_row_merge (plan->row, before, plan->clear_empty)
                                   : yz_import_plan_make_new (plan, row, plan->row);
  g_autoptr (GError) error = NULL;

  *result = (YzImportResult){ before, after };
  if (before != NULL && yz_record_equal (before, after))
    judgement->outcome = YZ_IMPORT_SAME;
  else if (!yz_record_check (after, before, &error) || !yz_import_plan_claim (plan, before, after, &error))
    {
      guint number = yz_sheet_get_row_number (plan->sheet, row);
      g_autofree char *reason = g_strdup_printf (_ ("Row %u: %s"), number, error->message);

      refuse (plan, judgement, reason);
    }
  else
    judgement->outcome = before != NULL ? YZ_IMPORT_CHANGED : YZ_IMPORT_NEW;
}

static gboolean
is_refused (YzImportPlan *plan, YzImportJudgement *judgement, guint row, guint number)
{
  const char *refusal = yz_sheet_row_get_refusal (plan->row);
  const double *metres = g_hash_table_lookup (plan->astray, GUINT_TO_POINTER (row));
  g_autofree char *reason = NULL;

  if (refusal == NULL && metres != NULL)
    refusal = reason = g_strdup_printf (_ ("Row %u: the position lies %.0f km from the others of its district or city"),
                                        number, *metres / 1000);
  if (refusal != NULL)
    refuse (plan, judgement, refusal);
  return refusal != NULL;
}

static void
judge_match (YzImportPlan *plan, YzImportJudgement *judgement, guint row, YzImportResult *result)
{
  guint entry = yz_matcher_add_row (plan->matcher, plan->row);
  YzMatch match;

  g_array_append_val (plan->entry_rows, row);
  if (yz_matcher_find_same (plan->matcher, entry, &match))
    {
      YzRecord *known = yz_import_plan_load_entry (plan, match.entry);

      note_match (judgement, &match);
      if (known != NULL)
        judge_against (plan, judgement, row, known, result);
      else
        judgement->outcome = YZ_IMPORT_DUPLICATE;
    }
  else if (yz_matcher_find_alike (plan->matcher, entry, &match))
    {
      note_match (judgement, &match);
      judgement->outcome = YZ_IMPORT_DUPLICATE;
    }
  else
    judge_against (plan, judgement, row, NULL, result);
}

void
yz_import_result_clear (YzImportResult *result)
{
  g_clear_object (&result->before);
  g_clear_object (&result->after);
}

void
yz_import_plan_judge_next (YzImportPlan *plan, YzImportResult *result)
{
  guint row = plan->n_judged++;
  guint number = yz_sheet_get_row_number (plan->sheet, row);
  YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  judgement->entry = YZ_IMPORT_NO_ENTRY;
  judgement->metres = NAN;
  yz_row_reader_read (plan->reader, row, plan->row);
  if (!is_refused (plan, judgement, row, number))
    judge_match (plan, judgement, row, result);
  if (judgement->outcome == YZ_IMPORT_DUPLICATE)
    judgement->decision = plan->duplicates;
  plan->counts[judgement->outcome]++;
}

gboolean
yz_import_plan_judge (YzImportPlan *plan, YzExchangeProgress progress, gpointer progress_data,
                      GCancellable *cancellable, GError **error)
{
  while (plan->n_judged < plan->judgements->len)
    {
      g_auto (YzImportResult) result = { NULL };

      if (plan->n_judged % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (plan->n_judged, plan->judgements->len, progress_data);
        }
      yz_import_plan_judge_next (plan, &result);
    }
  return TRUE;
}

/* What is asked */

YzDatum
yz_import_plan_get_datum (const YzImportPlan *plan, YzDatumEvidence *evidence, gboolean *stated)
{
  if (evidence != NULL)
    *evidence = plan->evidence;
  if (stated != NULL)
    *stated = plan->datum_stated;
  return plan->datum;
}

gboolean
yz_import_plan_has_positions (const YzImportPlan *plan)
{
  return plan->has_positions;
}

YzSheet *
yz_import_plan_get_table (const YzImportPlan *plan)
{
  return plan->sheet;
}

const YzMapping *
yz_import_plan_get_mapping (const YzImportPlan *plan)
{
  return plan->mapping;
}

guint
yz_import_plan_get_n_rows (const YzImportPlan *plan)
{
  return plan->judgements->len;
}

guint
yz_import_plan_count (const YzImportPlan *plan, YzImportOutcome outcome)
{
  return plan->counts[outcome];
}

guint
yz_import_plan_count_decided (const YzImportPlan *plan, YzImportDecision decision)
{
  guint n = 0;

  for (guint row = 0; plan->counts[YZ_IMPORT_DUPLICATE] > 0 && row < plan->n_judged; row++)
    if (yz_import_plan_get_outcome (plan, row) == YZ_IMPORT_DUPLICATE &&
        yz_import_plan_get_decision (plan, row) == decision)
      n++;
  return n;
}

guint
yz_import_plan_count_written (const YzImportPlan *plan)
{
  return plan->counts[YZ_IMPORT_NEW] + plan->counts[YZ_IMPORT_CHANGED] +
         yz_import_plan_count_decided (plan, YZ_IMPORT_MERGE) + yz_import_plan_count_decided (plan, YZ_IMPORT_SEPARATE);
}

YzImportOutcome
yz_import_plan_get_outcome (const YzImportPlan *plan, guint row)
{
  return yz_import_plan_get_judgement (plan, row)->outcome;
}

YzImportDecision
yz_import_plan_get_decision (const YzImportPlan *plan, guint row)
{
  return yz_import_plan_get_judgement (plan, row)->decision;
}

void
yz_import_plan_decide (YzImportPlan *plan, guint row, YzImportDecision decision)
{
  g_return_if_fail (yz_import_plan_get_outcome (plan, row) == YZ_IMPORT_DUPLICATE);
  yz_import_plan_get_judgement (plan, row)->decision = decision;
}

gboolean
yz_import_plan_get_match (const YzImportPlan *plan, guint row, YzMatch *match, guint *other_row)
{
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  if (judgement->outcome != YZ_IMPORT_DUPLICATE)
    return FALSE;
  *match = (YzMatch){
    .entry = judgement->entry,
    .likeness = judgement->likeness,
    .metres = judgement->metres,
    .same_name = (judgement->shared & SHARED_NAME) != 0,
    .same_address = (judgement->shared & SHARED_ADDRESS) != 0,
    .same_phone = (judgement->shared & SHARED_PHONE) != 0,
    .same_code = (judgement->shared & SHARED_CODE) != 0,
  };
  *other_row = judgement->entry < plan->known_rows->len
                 ? YZ_SHEET_NONE
                 : g_array_index (plan->entry_rows, guint, judgement->entry - plan->known_rows->len);
  return TRUE;
}

static char *
describe_match (const YzImportPlan *plan, guint row)
{
  YzMatch match;
  guint other;
  g_auto (GStrv) words = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *what = NULL;

  yz_import_plan_get_match (plan, row, &match, &other);
  words = yz_match_dup_words (&match);
  shared = g_strjoinv (_ (", "), words);
  what = yz_match_dup_other ((YzImportPlan *) plan, row, other);
  return g_strdup_printf (_ ("Row %u may be %s: %s"), yz_sheet_get_row_number (plan->sheet, row), what, shared);
}

char *
yz_import_plan_get_reason (const YzImportPlan *plan, guint row)
{
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  return judgement->outcome == YZ_IMPORT_DUPLICATE ? describe_match (plan, row) : g_strdup (judgement->reason);
}

YzSheetRow *
yz_import_plan_read_row (YzImportPlan *plan, guint row)
{
  YzSheetRow *values = yz_sheet_row_new (plan->kind);

  /* by a reader of its own: the first one counts what it reads */
  if (plan->second_reader == NULL)
    plan->second_reader = yz_import_plan_new_reader (plan);
  yz_row_reader_read (plan->second_reader, row, values);
  return values;
}

YzRecord *
yz_import_plan_load_known (YzImportPlan *plan, guint row)
{
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  return judgement->entry != YZ_IMPORT_NO_ENTRY ? yz_import_plan_load_entry (plan, judgement->entry) : NULL;
}

YzRecord *
yz_import_plan_load_result (YzImportPlan *plan, guint row, YzRecord **before)
{
  g_autoptr (YzSheetRow) values = yz_import_plan_read_row (plan, row);
  g_autoptr (YzRecord) known = yz_import_plan_load_known (plan, row);
  YzRecord *after;

  if (yz_import_plan_get_outcome (plan, row) == YZ_IMPORT_DUPLICATE && known != NULL)
    after = yz_sheet_row_fill (values, known);
  else
    after = yz_sheet_row_merge (values, known != NULL ? known : plan->blank, plan->clear_empty);
  if (before != NULL)
    *before = g_steal_pointer (&known);
  return after;
}

const YzColumnCount *
yz_import_plan_get_column_count (const YzImportPlan *plan, guint column)
{
  return yz_row_reader_get_count (plan->reader, column);
}

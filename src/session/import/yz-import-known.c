/*
 * What a workspace knows, as far as an import needs it: the records that rows may be, the pairs that somebody has told
 * apart, and the records that cells refer to. The store may fail at any row: the plan keeps the first failure, and is
 * judged and written no further.
 */
#include "config.h"

#include "yz-import-plan-private.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-store-columns.h"

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

/* @error: (transfer full) (nullable): that a record is not there is an answer, not a failure */
static void
keep_failure (YzImportPlan *plan, GError *error)
{
  if (error == NULL || plan->failure != NULL || g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
    g_clear_error (&error);
  else
    plan->failure = error;
}

gboolean
yz_import_plan_has_failed (const YzImportPlan *plan, GError **error)
{
  if (plan->failure != NULL)
    g_propagate_error (error, g_error_copy (plan->failure));
  return plan->failure != NULL;
}

YzRecord *
yz_import_plan_load_entry (YzImportPlan *plan, guint32 entry)
{
  GError *error = NULL;
  YzRecord *record;

  if (entry >= plan->known_rows->len)
    return NULL;
  record = yz_store_load_row (plan->store, plan->kind, g_array_index (plan->known_rows, gint64, entry), &error);
  keep_failure (plan, error);
  return record;
}

/* Which entry a record is, by its id. */
static guint32
find_entry (YzImportPlan *plan, const char *id)
{
  GError *error = NULL;
  gint64 row;

  yz_store_find_row (plan->store, plan->kind, id, &row, &error);
  keep_failure (plan, error);
  for (guint i = 0; row != 0 && i < plan->known_rows->len; i++)
    if (g_array_index (plan->known_rows, gint64, i) == row)
      return i;
  return YZ_IMPORT_NO_ENTRY;
}

static void
add_distinct (YzImportPlan *plan, const char *id, const char *other)
{
  guint32 entry = find_entry (plan, id);
  GError *error = NULL;
  g_autoptr (YzRecord) record = yz_store_load (plan->store, plan->kind, other, &error);

  keep_failure (plan, error);
  if (entry != YZ_IMPORT_NO_ENTRY && record != NULL)
    yz_matcher_add_distinct (plan->matcher, entry, yz_record_get_title (record));
}

/* Pairs that somebody has told apart. */
static gboolean
load_distinct (YzImportPlan *plan, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_distinct_pair_kind);
  g_autoptr (GPtrArray) pairs = yz_store_load_records (plan->store, query, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      YzRecord *pair = g_ptr_array_index (pairs, i);

      add_distinct (plan, yz_record_get_text (pair, "first"), yz_record_get_text (pair, "second"));
      add_distinct (plan, yz_record_get_text (pair, "second"), yz_record_get_text (pair, "first"));
    }
  return pairs != NULL;
}

gboolean
yz_import_plan_load_known_all (YzImportPlan *plan, GCancellable *cancellable, GError **error)
{
  return load_known (plan, cancellable, error) && load_distinct (plan, error);
}

/* The only record with that title: of two organisations of one name, which is meant is not ours to choose. */
static YzRecord *
find_by_title (YzStore *store, const YzKind *kind, const char *title, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;

  yz_query_add (query, kind->title_field, YZ_COMPARE_EQUAL, g_variant_new_string (title));
  rows = yz_store_query (store, query, NULL, error);
  if (rows == NULL || rows->len != 1)
    return NULL;
  return yz_store_load_row (store, kind, g_array_index (rows, gint64, 0), error);
}

char *
yz_import_plan_find_reference (const char *kind_name, const char *text, gpointer user_data)
{
  YzImportPlan *plan = user_data;
  const YzKind *kind = yz_kinds_find (kind_name);
  GError *error = NULL;
  g_autoptr (YzRecord) record = yz_store_find (plan->store, kind, text, &error);

  if (g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&error);
      record = find_by_title (plan->store, kind, text, &error);
    }
  keep_failure (plan, error);
  if (record != NULL)
    return g_strdup (yz_record_get_id (record));
  return plan->kin != NULL && kind == plan->kind ? g_strdup (yz_import_kin_find (plan->kin, text)) : NULL;
}

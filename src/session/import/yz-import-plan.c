#include "config.h"

#include "yz-import-plan-private.h"

#include "yz-import-words.h"
#include "yz-service-words.h"
#include "yz-stock-list.h"

#include <glib/gi18n-lib.h>

static void
clear_judgement (gpointer data)
{
  YzImportJudgement *judgement = data;

  g_clear_pointer (&judgement->reason, g_free);
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
  plan->make_unknown = options->make_unknown;
  plan->row = yz_sheet_row_new (plan->kind);
  plan->known_rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->entry_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->judgements = g_array_new (FALSE, TRUE, sizeof (YzImportJudgement));
  g_array_set_clear_func (plan->judgements, clear_judgement);
  plan->astray = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  plan->sound_maps = yz_record_sound_maps_new ();
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
  g_clear_pointer (&plan->stock, yz_import_stock_free);
  g_clear_object (&plan->blank);
  g_clear_error (&plan->failure);
  yz_sheet_row_free (plan->row);
  g_array_unref (plan->known_rows);
  g_array_unref (plan->entry_rows);
  g_array_unref (plan->judgements);
  g_hash_table_unref (plan->astray);
  g_hash_table_unref (plan->sound_maps);
  g_hash_table_unref (plan->claimed);
  g_clear_pointer (&plan->words, yz_word_list_free);
  g_strfreev (plan->key);
  yz_mapping_free (plan->mapping);
  yz_sheet_unref (plan->sheet);
  g_object_unref (plan->store);
  g_free (plan);
}

gboolean
yz_import_plan_check_mapping (const YzMapping *mapping, const char *const *key, GError **error)
{
  const YzKind *kind = yz_mapping_get_kind (mapping);
  const YzField *title = yz_kind_find_field (kind, kind->title_field);

  if (yz_stock_list_is (kind))
    return yz_import_stock_check_mapping (mapping, error);
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

static YzRowReader *
new_reader (YzImportPlan *plan)
{
  return yz_row_reader_new (plan->sheet, plan->mapping, plan->words, plan->datum, yz_import_plan_find_reference, plan);
}

static gboolean
prepare_goods (YzImportPlan *plan, GError **error)
{
  plan->stock = yz_import_stock_new (plan->store, plan->sheet, plan->kind, plan->make_unknown, error);
  return plan->stock != NULL;
}

static gboolean
prepare_records (YzImportPlan *plan, GCancellable *cancellable, GError **error)
{
  plan->matcher = yz_matcher_new (plan->kind, (const char *const *) plan->key);
  if (!yz_import_plan_load_known_all (plan, cancellable, error))
    return FALSE;
  yz_import_plan_find_positions (plan);
  plan->kin = yz_import_kin_new (plan->sheet, plan->mapping, yz_store_get_ids (plan->store));
  return TRUE;
}

char *
yz_import_plan_describe_goods (const YzImportPlan *plan)
{
  return plan->stock != NULL ? yz_import_stock_describe (plan->stock) : NULL;
}

gboolean
yz_import_plan_prepare (YzImportPlan *plan, GCancellable *cancellable, GError **error)
{
  if (!yz_import_plan_check_mapping (plan->mapping, (const char *const *) plan->key, error))
    return FALSE;
  plan->words = yz_service_words_load (plan->store, error);
  if (plan->words == NULL)
    return FALSE;
  if (!(yz_stock_list_is (plan->kind) ? prepare_goods (plan, error) : prepare_records (plan, cancellable, error)))
    return FALSE;
  plan->blank = yz_record_new (plan->kind, "00000000-0000-7000-8000-000000000000");
  plan->reader = new_reader (plan);
  g_array_set_size (plan->judgements, yz_sheet_get_n_rows (plan->sheet));
  return !yz_import_plan_has_failed (plan, error);
}

/* What is asked */

YzImportJudgement *
yz_import_plan_get_judgement (const YzImportPlan *plan, guint row)
{
  return &g_array_index (plan->judgements, YzImportJudgement, row);
}

void
yz_import_result_clear (YzImportResult *result)
{
  g_clear_object (&result->before);
  g_clear_object (&result->after);
}

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
    .same_name = (judgement->shared & YZ_IMPORT_SHARED_NAME) != 0,
    .same_address = (judgement->shared & YZ_IMPORT_SHARED_ADDRESS) != 0,
    .same_phone = (judgement->shared & YZ_IMPORT_SHARED_PHONE) != 0,
    .same_code = (judgement->shared & YZ_IMPORT_SHARED_CODE) != 0,
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
    plan->second_reader = new_reader (plan);
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

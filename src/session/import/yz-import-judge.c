/*
 * Judging the rows of a list one by one, in their order: what a row is, whether it may be the double of a record or of
 * a row before it, and whether the workspace can take it.
 */
#include "config.h"

#include "yz-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PROGRESS_ROWS 512

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
  judgement->shared = (match->same_name ? YZ_IMPORT_SHARED_NAME : 0) |
                      (match->same_address ? YZ_IMPORT_SHARED_ADDRESS : 0) |
                      (match->same_phone ? YZ_IMPORT_SHARED_PHONE : 0) | (match->same_code ? YZ_IMPORT_SHARED_CODE : 0);
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
      GVariant *value = (field->flags & YZ_FIELD_UNIQUE) != 0 ? yz_record_get_at (after, i) : NULL;

      if (value == NULL || (before != NULL && yz_field_equal (yz_record_get_at (before, i), value)))
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

  return yz_sheet_row_make (values, plan->blank, id, plan->clear_empty);
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
  else if (!yz_record_check_of_many (after, before, plan->sound_maps, &error) ||
           !yz_import_plan_claim (plan, before, after, &error))
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

/* A receipt without its price or its day is another receipt: what cannot be read refuses the row. */
static const char *
find_unread (const YzSheetRow *values)
{
  for (guint i = 0; values->findings != NULL && i < values->findings->len; i++)
    {
      const YzFinding *finding = g_ptr_array_index (values->findings, i);

      if (finding->level != YZ_FINDING_NOTE)
        return finding->message;
    }
  return NULL;
}

static void
judge_goods (YzImportPlan *plan, YzImportJudgement *judgement, guint row, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  const char *unread = find_unread (plan->row);
  YzImportOutcome outcome;

  if (unread != NULL)
    {
      refuse (plan, judgement, unread);
      return;
    }
  if (yz_import_stock_judge (plan->stock, row, plan->row, &outcome, &error))
    {
      judgement->outcome = outcome;
      return;
    }
  if (error->domain == YZ_STORE_ERROR && plan->failure == NULL)
    plan->failure = g_error_copy (error);
  reason = g_strdup_printf (_ ("Row %u: %s"), number, error->message);
  refuse (plan, judgement, reason);
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
  if (plan->stock != NULL)
    judge_goods (plan, judgement, row, number);
  else if (!is_refused (plan, judgement, row, number))
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
      if (yz_import_plan_has_failed (plan, error))
        return FALSE;
    }
  return TRUE;
}

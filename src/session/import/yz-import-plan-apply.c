/*
 * Writing a plan. A thread reads the rows again, or judges them if nobody looked at a preview, and makes changes of
 * them; the store's worker takes these in batches as it writes, and gives the batches back to be emptied and filled
 * again. There are N_BATCHES of them, so that memory does not grow with the list.
 */
#include "config.h"

#include "yz-import-plan-private.h"

#include "yz-import-layouts.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BATCH 256
#define N_BATCHES 8

typedef struct
{
  YzImportPlan *plan;
  GCancellable *cancellable;
  GAsyncQueue *batches; /* GPtrArray of YzChange, an empty one at the end */
  GAsyncQueue *spent;   /* batches that were written */
  gint stopped;

  /* of the thread that makes changes */
  GPtrArray *batch;
  GHashTable *followers; /* entry or row of what is doubled → GArray of rows that fill it */
  GHashTable *ids;       /* row → id of the record made of it */
  guint next_row;

  /* of the thread that writes */
  GPtrArray *taken;
  guint n_taken;
} Writing;

static void
change_free (gpointer data)
{
  YzChange *change = data;

  g_clear_object (&change->record);
  g_clear_object (&change->after);
  g_free (change);
}

static GPtrArray *
new_batch (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

/* Rows that fill what they double */

static gpointer
entry_key (guint32 entry)
{
  return GSIZE_TO_POINTER ((gsize) entry * 2 + 2);
}

static gpointer
row_key (guint row)
{
  return GSIZE_TO_POINTER ((gsize) row * 2 + 1);
}

static gboolean
becomes_record (const YzImportPlan *plan, guint row)
{
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  return judgement->outcome == YZ_IMPORT_NEW ||
         (judgement->outcome == YZ_IMPORT_DUPLICATE && judgement->decision == YZ_IMPORT_SEPARATE);
}

/* What the double of @row is in the end: a record, a row that becomes one, or nothing that is written. */
static gpointer
find_target (const YzImportPlan *plan, guint row)
{
  for (guint steps = 0; steps < plan->n_judged; steps++)
    {
      const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

      if (judgement->entry == YZ_IMPORT_NO_ENTRY)
        return NULL;
      if (judgement->entry < plan->known_rows->len)
        return entry_key (judgement->entry);
      row = g_array_index (plan->entry_rows, guint, judgement->entry - plan->known_rows->len);
      if (becomes_record (plan, row))
        return row_key (row);
      if (yz_import_plan_get_outcome (plan, row) == YZ_IMPORT_DUPLICATE &&
          yz_import_plan_get_decision (plan, row) != YZ_IMPORT_MERGE)
        return NULL;
    }
  return NULL;
}

static gboolean
is_merged (const YzImportPlan *plan, guint row)
{
  return yz_import_plan_get_outcome (plan, row) == YZ_IMPORT_DUPLICATE &&
         yz_import_plan_get_decision (plan, row) == YZ_IMPORT_MERGE;
}

static void
find_followers (Writing *writing)
{
  const YzImportPlan *plan = writing->plan;

  for (guint row = 0; plan->counts[YZ_IMPORT_DUPLICATE] > 0 && row < plan->n_judged; row++)
    {
      gpointer target = is_merged (plan, row) ? find_target (plan, row) : NULL;
      GArray *rows;

      if (target == NULL)
        continue;
      rows = g_hash_table_lookup (writing->followers, target);
      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (writing->followers, target, rows);
        }
      g_array_append_val (rows, row);
    }
}

/* Fills the gaps of @record from the rows that follow it, which are then done. */
static YzRecord *
fill_from_followers (Writing *writing, gpointer target, YzRecord *record)
{
  GArray *rows = g_hash_table_lookup (writing->followers, target);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzSheetRow) values = yz_import_plan_read_row (writing->plan, g_array_index (rows, guint, i));
      YzRecord *filled = yz_sheet_row_fill (values, record);

      g_object_unref (record);
      record = filled;
    }
  g_hash_table_remove (writing->followers, target);
  return record;
}

/* Changes */

static gboolean
send_batch (Writing *writing)
{
  g_async_queue_push (writing->batches, g_steal_pointer (&writing->batch));
  writing->batch = g_async_queue_pop (writing->spent);
  g_ptr_array_set_size (writing->batch, 0);
  return g_atomic_int_get (&writing->stopped) == 0;
}

static void
add_change (Writing *writing, YzVerb verb, YzRecord *record, YzRecord *after)
{
  YzChange *change = g_new0 (YzChange, 1);

  *change = (YzChange){ verb, record, after };
  g_ptr_array_add (writing->batch, change);
}

/* What a row that others refer to has become; nothing where it is not written. */
static char *
dup_kin_id (YzImportPlan *plan, guint row)
{
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);
  gboolean known = judgement->outcome == YZ_IMPORT_SAME || judgement->outcome == YZ_IMPORT_CHANGED;
  gpointer target = known ? entry_key (judgement->entry) : is_merged (plan, row) ? find_target (plan, row) : NULL;
  g_autoptr (YzRecord) record = NULL;

  if (becomes_record (plan, row))
    return g_strdup (yz_import_kin_get_id (plan->kin, row));
  if (target == NULL)
    return NULL;
  if (GPOINTER_TO_SIZE (target) % 2 != 0)
    return g_strdup (yz_import_kin_get_id (plan->kin, GPOINTER_TO_SIZE (target) / 2));
  record = yz_import_plan_load_entry (plan, GPOINTER_TO_SIZE (target) / 2 - 1);
  return record != NULL ? g_strdup (yz_record_get_id (record)) : NULL;
}

/* References to rows of the list become references to what was made of them. */
static void
settle_references (YzImportPlan *plan, YzRecord *record)
{
  for (guint i = 0; plan->kin != NULL && i < plan->kind->n_fields; i++)
    {
      const YzField *field = &plan->kind->fields[i];
      const char *id = field->type == YZ_FIELD_REF ? yz_record_get_text (record, field->name) : NULL;
      g_autofree char *settled = NULL;
      guint row;

      if (id == NULL || !yz_import_kin_find_row (plan->kin, id, &row))
        continue;
      settled = dup_kin_id (plan, row);
      yz_record_set_text (record, field->name, g_strcmp0 (settled, yz_record_get_id (record)) != 0 ? settled : NULL);
    }
}

/* So that nobody is asked again whether these two are one. */
static void
add_pair (Writing *writing, const YzImportJudgement *judgement, YzRecord *record)
{
  YzImportPlan *plan = writing->plan;
  g_autoptr (YzRecord) known = yz_import_plan_load_entry (plan, judgement->entry);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  const char *other = known != NULL ? yz_record_get_id (known) : NULL;
  YzRecord *pair;

  if (known == NULL && judgement->entry != YZ_IMPORT_NO_ENTRY)
    other =
      g_hash_table_lookup (writing->ids, GUINT_TO_POINTER (g_array_index (plan->entry_rows, guint,
                                                                          judgement->entry - plan->known_rows->len)));
  if (other == NULL)
    return;
  id = yz_id_factory_next (yz_store_get_ids (plan->store));
  name = g_strdup_printf ("%s / %s", known != NULL ? yz_record_get_title (known) : "", yz_record_get_title (record));
  pair = yz_record_new (&yz_distinct_pair_kind, id);
  yz_record_set_text (pair, "name", name);
  yz_record_set_text (pair, "first", other);
  yz_record_set_text (pair, "second", yz_record_get_id (record));
  add_change (writing, YZ_VERB_CREATE, pair, NULL);
}

static void
refuse_late (YzImportPlan *plan, guint row, const char *message)
{
  YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  plan->counts[judgement->outcome]--;
  plan->counts[YZ_IMPORT_REFUSED]++;
  judgement->outcome = YZ_IMPORT_REFUSED;
  judgement->reason = g_strdup_printf (_ ("Row %u: %s"), yz_sheet_get_row_number (plan->sheet, row), message);
}

static void
create (Writing *writing, guint row, YzRecord *made)
{
  YzImportPlan *plan = writing->plan;
  g_autoptr (YzRecord) record = fill_from_followers (writing, row_key (row), made);
  g_autoptr (GError) error = NULL;
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  settle_references (plan, record);
  /* a duplicate was not checked as a record of its own before */
  if (judgement->outcome == YZ_IMPORT_DUPLICATE &&
      (!yz_record_check (record, NULL, &error) || !yz_import_plan_claim (plan, NULL, record, &error)))
    {
      refuse_late (plan, row, error->message);
      return;
    }
  g_hash_table_insert (writing->ids, GUINT_TO_POINTER (row), g_strdup (yz_record_get_id (record)));
  add_change (writing, YZ_VERB_CREATE, g_object_ref (record), NULL);
  if (judgement->outcome == YZ_IMPORT_DUPLICATE && judgement->decision == YZ_IMPORT_SEPARATE)
    add_pair (writing, judgement, record);
}

static void
update (Writing *writing, guint32 entry, YzRecord *before, YzRecord *made)
{
  g_autoptr (YzRecord) after = fill_from_followers (writing, entry_key (entry), made);

  settle_references (writing->plan, after);
  if (!yz_record_equal (before, after))
    add_change (writing, YZ_VERB_SET, g_object_ref (before), g_steal_pointer (&after));
}

/* A record that only doubles fill. */
static void
update_other (Writing *writing, guint32 entry)
{
  g_autoptr (YzRecord) before = yz_import_plan_load_entry (writing->plan, entry);

  if (before != NULL)
    update (writing, entry, before, yz_record_copy (before));
}

static void
make_goods (Writing *writing, guint row, const YzSheetRow *values)
{
  YzImportPlan *plan = writing->plan;
  g_autoptr (GPtrArray) records = NULL;

  if (yz_import_plan_get_outcome (plan, row) != YZ_IMPORT_NEW)
    return;
  records = yz_import_stock_take (plan->stock, row, values);
  for (guint i = 0; i < records->len; i++)
    add_change (writing, YZ_VERB_CREATE, g_object_ref (g_ptr_array_index (records, i)), NULL);
}

/* @result: what was found when the row was judged, if that was just now */
static void
make_changes (Writing *writing, guint row, const YzSheetRow *values, YzImportResult *result)
{
  YzImportPlan *plan = writing->plan;
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  if (plan->stock != NULL)
    {
      make_goods (writing, row, values);
      return;
    }
  switch ((YzImportOutcome) judgement->outcome)
    {
    case YZ_IMPORT_NEW:
      create (writing, row,
              result->after != NULL ? g_steal_pointer (&result->after) : yz_import_plan_make_new (plan, row, values));
      break;
    case YZ_IMPORT_CHANGED:
      if (result->before == NULL)
        result->before = yz_import_plan_load_entry (plan, judgement->entry);
      if (result->before != NULL)
        update (writing, judgement->entry, result->before,
                result->after != NULL ? g_steal_pointer (&result->after)
                                      : yz_sheet_row_merge (values, result->before, plan->clear_empty));
      break;
    case YZ_IMPORT_SAME:
      if (g_hash_table_contains (writing->followers, entry_key (judgement->entry)))
        update_other (writing, judgement->entry);
      break;
    case YZ_IMPORT_DUPLICATE:
      /* without anything to be merged into, the row is a record of its own */
      if (judgement->decision == YZ_IMPORT_SEPARATE ||
          (judgement->decision == YZ_IMPORT_MERGE && find_target (plan, row) == NULL))
        create (writing, row, yz_import_plan_make_new (plan, row, values));
      break;
    case YZ_IMPORT_REFUSED:
    default:
      break;
    }
}

/* Records that no row is, but that doubles fill. */
static void
update_others (Writing *writing)
{
  g_autoptr (GList) keys = g_hash_table_get_keys (writing->followers);

  for (GList *key = keys; key != NULL; key = key->next)
    if (GPOINTER_TO_SIZE (key->data) % 2 == 0)
      update_other (writing, GPOINTER_TO_SIZE (key->data) / 2 - 1);
}

static gboolean
needs_values (const YzImportPlan *plan, guint row)
{
  const YzImportJudgement *judgement = yz_import_plan_get_judgement (plan, row);

  return judgement->outcome != YZ_IMPORT_SAME && judgement->outcome != YZ_IMPORT_REFUSED;
}

static void
make_of_row (Writing *writing, guint row)
{
  YzImportPlan *plan = writing->plan;
  g_autoptr (YzSheetRow) values = NULL;
  g_auto (YzImportResult) result = { NULL };

  if (row >= plan->n_judged)
    {
      yz_import_plan_judge_next (plan, &result);
      make_changes (writing, row, plan->row, &result);
      return;
    }
  if (needs_values (plan, row))
    values = yz_import_plan_read_row (plan, row);
  make_changes (writing, row, values, &result);
}

static gpointer
make_all (gpointer data)
{
  Writing *writing = data;
  guint n_rows = yz_import_plan_get_n_rows (writing->plan);
  gboolean going = TRUE;

  find_followers (writing);
  for (guint row = 0; going && row < n_rows; row++)
    {
      make_of_row (writing, row);
      going = !yz_import_plan_has_failed (writing->plan, NULL) && (writing->batch->len < BATCH || send_batch (writing));
    }
  if (going)
    update_others (writing);
  if (writing->batch->len > 0)
    send_batch (writing);
  g_async_queue_push (writing->batches, new_batch ());
  return NULL;
}

static gboolean
take_change (const YzChange **change, gpointer user_data, GError **error)
{
  Writing *writing = user_data;

  *change = NULL;
  if (g_cancellable_set_error_if_cancelled (writing->cancellable, error))
    return FALSE;
  while (writing->taken == NULL || writing->n_taken == writing->taken->len)
    {
      if (writing->taken != NULL && writing->taken->len == 0)
        return !yz_import_plan_has_failed (writing->plan, error);
      if (writing->taken != NULL)
        g_async_queue_push (writing->spent, g_steal_pointer (&writing->taken));
      writing->taken = g_async_queue_pop (writing->batches);
      writing->n_taken = 0;
    }
  *change = g_ptr_array_index (writing->taken, writing->n_taken++);
  return TRUE;
}

typedef struct
{
  YzExchangeProgress progress;
  gpointer data;
  guint total;
} Progress;

static void
report (guint64 done, guint64 total, gpointer data)
{
  Progress *progress = data;

  if (progress->progress != NULL)
    progress->progress (done, total > 0 ? total : progress->total, progress->data);
}

static void
writing_clear (Writing *writing)
{
  g_clear_pointer (&writing->batches, g_async_queue_unref);
  g_clear_pointer (&writing->spent, g_async_queue_unref);
  g_clear_pointer (&writing->batch, g_ptr_array_unref);
  g_clear_pointer (&writing->taken, g_ptr_array_unref);
  g_clear_pointer (&writing->followers, g_hash_table_unref);
  g_clear_pointer (&writing->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static YzEdit *
make_edit (YzImportPlan *plan, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Import list"));

  yz_edit_set_subject (edit, yz_sheet_get_source (plan->sheet));
  if (plan->settled)
    yz_edit_set_settled (edit);
  if (plan->remember && !yz_import_layouts_remember (plan->store, edit, plan->mapping, plan->sheet, error))
    return NULL;
  return g_steal_pointer (&edit);
}

static gboolean
is_idle (const YzImportPlan *plan)
{
  return plan->n_judged == yz_import_plan_get_n_rows (plan) && yz_import_plan_count_written (plan) == 0 &&
         !plan->remember;
}

gboolean
yz_import_plan_apply (YzImportPlan *plan, YzExchangeProgress progress, gpointer progress_data,
                      GCancellable *cancellable, YzAction **action, GError **error)
{
  g_auto (Writing) writing = { .plan = plan, .cancellable = cancellable };
  Progress relay = { progress, progress_data, yz_import_plan_get_n_rows (plan) };
  g_autoptr (YzEdit) edit = NULL;
  g_autoptr (YzAction) written = NULL;
  g_autoptr (GError) local_error = NULL;
  GThread *thread;

  if (action != NULL)
    *action = NULL;
  /* who is merged into what, and what is referred to, is only known when every row has been looked at */
  if ((plan->duplicates == YZ_IMPORT_MERGE || plan->kin != NULL) &&
      !yz_import_plan_judge (plan, NULL, NULL, cancellable, error))
    return FALSE;
  if (is_idle (plan))
    return TRUE;
  edit = make_edit (plan, error);
  if (edit == NULL)
    return FALSE;

  writing.batches = g_async_queue_new_full ((GDestroyNotify) g_ptr_array_unref);
  writing.spent = g_async_queue_new_full ((GDestroyNotify) g_ptr_array_unref);
  writing.batch = new_batch ();
  writing.followers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  writing.ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (writing.spent, new_batch ());

  thread = g_thread_new ("yz-import", make_all, &writing);
  written = yz_store_apply_stream (plan->store, edit, take_change, &writing, report, &relay, cancellable, &local_error);
  g_atomic_int_set (&writing.stopped, 1);
  /* the thread may be waiting for a batch; one too many harms nobody */
  g_async_queue_push (writing.spent, new_batch ());
  g_async_queue_push (writing.spent, new_batch ());
  g_thread_join (thread);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (action != NULL)
    *action = g_steal_pointer (&written);
  return TRUE;
}

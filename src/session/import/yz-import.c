/*
 * Reading, judging and writing each run on a thread of their own; while one does, the plan belongs to it and the
 * property "job" is set. A change of columns or datum cancels the judging that goes on and begins another.
 */
#include "config.h"

#include "yz-import-private.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (YzImport, yz_import, G_TYPE_OBJECT)

enum
{
  COLUMNS_CHANGED,
  JUDGED,
  REPORT_SAVED,
  N_SIGNALS,
};

static GParamSpec *properties[YZ_IMPORT_PROP_SUMMARY + 1];
static guint signals[N_SIGNALS];

void
yz_import_notify (YzImport *self, YzImportProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
yz_import_notify_plan (YzImport *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint property = YZ_IMPORT_PROP_DATUM; property <= YZ_IMPORT_PROP_SUMMARY; property++)
    yz_import_notify (self, property);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[JUDGED], 0);
}

void
yz_import_tell_report (YzImport *self)
{
  g_signal_emit (self, signals[REPORT_SAVED], 0);
}

void
yz_import_set_error (YzImport *self, const char *message)
{
  g_free (self->error);
  self->error = g_strdup (message);
  yz_import_notify (self, YZ_IMPORT_PROP_ERROR);
}

void
yz_import_set_stage (YzImport *self, YzImportStage stage)
{
  self->stage = stage;
  yz_import_notify (self, YZ_IMPORT_PROP_STAGE);
  yz_import_notify (self, YZ_IMPORT_PROP_QUEUE);
  yz_import_notify (self, YZ_IMPORT_PROP_SUMMARY);
}

void
yz_import_drop_plan (YzImport *self)
{
  yz_import_rows_set_plan (self->rows, NULL);
  g_clear_pointer (&self->plan, yz_import_plan_free);
}

gboolean
yz_import_is_fixed (YzImport *self)
{
  return self->reading || self->writing;
}

void
yz_import_drop_table (YzImport *self)
{
  yz_import_drop_plan (self);
  yz_import_forget_decisions (self);
  g_clear_pointer (&self->table, yz_sheet_unref);
  g_clear_pointer (&self->mapping, yz_mapping_free);
  g_clear_pointer (&self->layers, g_strfreev);
  yz_import_notify (self, YZ_IMPORT_PROP_SOURCE);
}

void
yz_import_begin_job (YzImport *self, const char *title)
{
  self->reading = FALSE;
  self->job = yz_job_new (title);
  yz_import_notify (self, YZ_IMPORT_PROP_JOB);
}

gboolean
yz_import_end_job (YzImport *self, YzJob *job)
{
  yz_job_finish (job);
  if (self->job != job)
    return FALSE;
  self->reading = FALSE;
  g_clear_object (&self->job);
  yz_import_notify (self, YZ_IMPORT_PROP_JOB);
  return TRUE;
}

void
yz_import_drop_job (YzImport *self)
{
  if (self->job == NULL)
    return;
  self->reading = FALSE;
  yz_job_cancel (self->job);
  g_clear_object (&self->job);
  yz_import_notify (self, YZ_IMPORT_PROP_JOB);
}

void
yz_import_tell_columns (YzImport *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

/* --- judging --- */

typedef struct
{
  YzImportPlan *plan;
  YzJob *job;
} Judging;

static void
judging_free (gpointer data)
{
  Judging *judging = data;

  g_clear_pointer (&judging->plan, yz_import_plan_free);
  g_clear_object (&judging->job);
  g_free (judging);
}

static void
judge_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Judging *judging = data;
  GError *error = NULL;

  if (yz_import_plan_prepare (judging->plan, cancellable, &error) &&
      yz_import_plan_judge (judging->plan, yz_job_report, judging->job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  Judging *judging = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean judged = g_task_propagate_boolean (G_TASK (result), &error);

  if (!yz_import_end_job (self, judging->job))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_import_reset (self);
  if (!judged)
    {
      if (self->table != NULL)
        yz_import_set_error (self, error->message);
      yz_import_notify_plan (self);
      return;
    }
  self->plan = g_steal_pointer (&judging->plan);
  yz_import_decide_again (self);
  yz_import_rows_set_plan (self->rows, self->plan);
  yz_import_notify_plan (self);
}

void
yz_import_judge (YzImport *self)
{
  YzImportOptions options = { .clear_empty = self->clear_empty,
                              .make_unknown = self->make_unknown,
                              .remember = self->remember };
  g_autoptr (GTask) task = NULL;
  Judging *judging;

  yz_import_drop_job (self);
  yz_import_drop_plan (self);
  yz_import_set_error (self, NULL);
  yz_import_begin_job (self, _ ("Comparing with what is there"));
  judging = g_new0 (Judging, 1);
  judging->job = g_object_ref (self->job);
  judging->plan = yz_import_plan_new (yz_session_get_store (self->session), self->table, self->mapping, &options);
  task = g_task_new (self, yz_job_get_cancellable (self->job), on_judged, NULL);
  g_task_set_source_tag (task, yz_import_judge);
  g_task_set_task_data (task, judging, judging_free);
  g_task_run_in_thread (task, judge_thread);
}

void
yz_import_cancel (YzImport *self)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->job != NULL)
    yz_job_cancel (self->job);
}

void
yz_import_reset (YzImport *self)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->writing)
    return;
  yz_import_drop_job (self);
  yz_import_drop_table (self);
  g_ptr_array_set_size (self->files, 0);
  self->file = 0;
  self->totals = (YzImportTotals){ 0 };
  self->written = 0;
  yz_import_set_error (self, NULL);
  yz_import_set_stage (self, YZ_IMPORT_STAGE_SOURCE);
}

/* --- rows --- */

YzImportRows *
yz_import_get_rows (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return self->rows;
}

guint
yz_import_count (YzImport *self, YzImportOutcome outcome)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), 0);
  return self->plan != NULL ? yz_import_plan_count (self->plan, outcome) : 0;
}

YzImportPlan *
yz_import_get_plan (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return self->job == NULL ? self->plan : NULL;
}

const YzKind *
yz_import_get_kind (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return self->kind;
}

/* --- the object --- */

/* The preview tells what an import would do now, so it is made anew when something else is done meanwhile. */
static void
on_applied (YzImport *self, const YzAction *action)
{
  gboolean taken_back = action->mode == YZ_ACTION_UNDO && self->written != 0 && action->target == self->written;

  if (taken_back)
    {
      self->totals = self->earlier;
      self->written = 0;
    }
  if (yz_import_is_fixed (self) || self->table == NULL)
    return;
  if (self->stage == YZ_IMPORT_STAGE_DONE && taken_back)
    yz_import_set_stage (self, YZ_IMPORT_STAGE_PREVIEW);
  if (self->stage == YZ_IMPORT_STAGE_PREVIEW)
    yz_import_judge (self);
}

static YzDatum
get_datum (YzImport *self, gboolean *stated)
{
  YzDatum datum = YZ_DATUM_WGS84;

  *stated = self->mapping != NULL && yz_mapping_get_datum (self->mapping, &datum);
  return self->plan != NULL ? yz_import_plan_get_datum (self->plan, NULL, stated) : datum;
}

static char *
format_text (YzImport *self, YzImportProperty property)
{
  if (property == YZ_IMPORT_PROP_SOURCE)
    return yz_import_format_source (self);
  if (property == YZ_IMPORT_PROP_QUEUE)
    return yz_import_format_queue (self);
  return property == YZ_IMPORT_PROP_EVIDENCE ? yz_import_format_evidence (self) : yz_import_format_summary (self);
}

static guint
count_rows (YzImport *self, YzImportProperty property)
{
  if (property == YZ_IMPORT_PROP_N_TOGETHER)
    return g_hash_table_size (self->together);
  if (self->plan == NULL)
    return 0;
  return property == YZ_IMPORT_PROP_N_WRITTEN ? yz_import_plan_count_written (self->plan)
                                              : yz_import_plan_count_decided (self->plan, YZ_IMPORT_UNDECIDED);
}

static void
yz_import_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzImport *self = YZ_IMPORT (object);
  gboolean stated;

  switch ((YzImportProperty) prop_id)
    {
    case YZ_IMPORT_PROP_STAGE:
      g_value_set_int (value, self->stage);
      break;
    case YZ_IMPORT_PROP_KIND:
      g_value_set_string (value, self->kind->name);
      break;
    case YZ_IMPORT_PROP_SOURCE:
    case YZ_IMPORT_PROP_QUEUE:
    case YZ_IMPORT_PROP_EVIDENCE:
    case YZ_IMPORT_PROP_SUMMARY:
      g_value_take_string (value, format_text (self, prop_id));
      break;
    case YZ_IMPORT_PROP_JOB:
      g_value_set_object (value, self->job);
      break;
    case YZ_IMPORT_PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case YZ_IMPORT_PROP_CLEAR_EMPTY:
      g_value_set_boolean (value, self->clear_empty);
      break;
    case YZ_IMPORT_PROP_MAKE_UNKNOWN:
      g_value_set_boolean (value, self->make_unknown);
      break;
    case YZ_IMPORT_PROP_DATUM:
      g_value_set_int (value, get_datum (self, &stated));
      break;
    case YZ_IMPORT_PROP_DATUM_STATED:
      get_datum (self, &stated);
      g_value_set_boolean (value, stated);
      break;
    case YZ_IMPORT_PROP_ASKS_DATUM:
      g_value_set_boolean (value, yz_import_asks_datum (self));
      break;
    case YZ_IMPORT_PROP_SHOWN:
      g_value_set_int (value, self->shown);
      break;
    case YZ_IMPORT_PROP_N_WRITTEN:
    case YZ_IMPORT_PROP_N_UNDECIDED:
    case YZ_IMPORT_PROP_N_TOGETHER:
      g_value_set_uint (value, count_rows (self, prop_id));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_import_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzImport *self = YZ_IMPORT (object);

  switch (prop_id)
    {
    case YZ_IMPORT_PROP_CLEAR_EMPTY:
      if (yz_import_is_fixed (self))
        break;
      self->clear_empty = g_value_get_boolean (value);
      yz_import_notify (self, YZ_IMPORT_PROP_CLEAR_EMPTY);
      if (self->stage == YZ_IMPORT_STAGE_PREVIEW)
        yz_import_judge (self);
      break;
    case YZ_IMPORT_PROP_MAKE_UNKNOWN:
      if (yz_import_is_fixed (self))
        break;
      self->make_unknown = g_value_get_boolean (value);
      yz_import_notify (self, YZ_IMPORT_PROP_MAKE_UNKNOWN);
      if (self->stage == YZ_IMPORT_STAGE_PREVIEW)
        yz_import_judge (self);
      break;
    case YZ_IMPORT_PROP_SHOWN:
      self->shown = g_value_get_int (value);
      yz_import_notify (self, YZ_IMPORT_PROP_SHOWN);
      yz_import_rows_set_shown (self->rows, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_import_finalize (GObject *object)
{
  YzImport *self = YZ_IMPORT (object);

  yz_import_drop_plan (self);
  g_clear_object (&self->job);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->table, yz_sheet_unref);
  g_clear_pointer (&self->mapping, yz_mapping_free);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_strfreev (self->layers);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->decisions);
  g_hash_table_unref (self->together);
  g_free (self->error);

  G_OBJECT_CLASS (yz_import_parent_class)->finalize (object);
}

static void
yz_import_class_init (YzImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_import_get_property;
  object_class->set_property = yz_import_set_property;
  object_class->finalize = yz_import_finalize;

  properties[YZ_IMPORT_PROP_STAGE] = g_param_spec_int ("stage", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[YZ_IMPORT_PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[YZ_IMPORT_PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[YZ_IMPORT_PROP_QUEUE] = g_param_spec_string ("queue", NULL, NULL, NULL, flags);
  properties[YZ_IMPORT_PROP_JOB] = g_param_spec_object ("job", NULL, NULL, YZ_TYPE_JOB, flags);
  properties[YZ_IMPORT_PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[YZ_IMPORT_PROP_CLEAR_EMPTY] =
    g_param_spec_boolean ("clear-empty", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[YZ_IMPORT_PROP_MAKE_UNKNOWN] =
    g_param_spec_boolean ("make-unknown", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[YZ_IMPORT_PROP_DATUM] = g_param_spec_int ("datum", NULL, NULL, 0, YZ_N_DATUMS, 0, flags);
  properties[YZ_IMPORT_PROP_DATUM_STATED] = g_param_spec_boolean ("datum-stated", NULL, NULL, FALSE, flags);
  properties[YZ_IMPORT_PROP_EVIDENCE] = g_param_spec_string ("evidence", NULL, NULL, NULL, flags);
  properties[YZ_IMPORT_PROP_ASKS_DATUM] = g_param_spec_boolean ("asks-datum", NULL, NULL, FALSE, flags);
  properties[YZ_IMPORT_PROP_SHOWN] = g_param_spec_int ("shown", NULL, NULL, -1, G_MAXINT, -1, flags | G_PARAM_WRITABLE);
  properties[YZ_IMPORT_PROP_N_WRITTEN] = g_param_spec_uint ("n-written", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[YZ_IMPORT_PROP_N_UNDECIDED] = g_param_spec_uint ("n-undecided", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[YZ_IMPORT_PROP_N_TOGETHER] = g_param_spec_uint ("n-together", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[YZ_IMPORT_PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[COLUMNS_CHANGED] =
    g_signal_new ("columns-changed", YZ_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[JUDGED] = g_signal_new ("judged", YZ_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REPORT_SAVED] =
    g_signal_new ("report-saved", YZ_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_import_init (YzImport *self)
{
  self->kind = &yz_station_kind;
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->decisions = g_hash_table_new (NULL, NULL);
  self->together = g_hash_table_new (NULL, NULL);
  self->rows = yz_import_rows_new ();
  self->shown = -1;
}

YzImport *
yz_import_new (YzSession *session)
{
  YzImport *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_IMPORT, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "applied", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  /* what is compared with lies in another workspace then */
  g_signal_connect_object (session, "notify::store", G_CALLBACK (yz_import_reset), self, G_CONNECT_SWAPPED);
  return self;
}

YzSession *
yz_import_get_session (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return self->session;
}

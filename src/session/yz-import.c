/*
 * Reading, judging and writing each run on a thread of their own; while one does, the plan belongs to it and the
 * property "job" is set. A change of columns or datum cancels the judging that goes on and begins another.
 */
#include "config.h"

#include "yz-import-private.h"

#include "yz-import-layouts.h"
#include "yz-kinds.h"
#include "yz-list-report.h"
#include "yz-sheet-reader.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (YzImport, yz_import, G_TYPE_OBJECT)

typedef enum
{
  PROP_STAGE = 1,
  PROP_SOURCE,
  PROP_JOB,
  PROP_ERROR,
  PROP_CLEAR_EMPTY,
  PROP_DATUM,
  PROP_DATUM_STATED,
  PROP_EVIDENCE,
  PROP_ASKS_DATUM,
  PROP_SHOWN,
  PROP_N_WRITTEN,
  PROP_SUMMARY,
} YzImportProperty;

enum
{
  COLUMNS_CHANGED,
  JUDGED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SUMMARY + 1];
static guint signals[N_SIGNALS];

static void
notify (YzImport *self, YzImportProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_error (YzImport *self, const char *message)
{
  g_free (self->error);
  self->error = g_strdup (message);
  notify (self, PROP_ERROR);
}

static void
set_stage (YzImport *self, YzImportStage stage)
{
  self->stage = stage;
  notify (self, PROP_STAGE);
}

static void
drop_plan (YzImport *self)
{
  yz_import_rows_set_plan (self->rows, NULL);
  g_clear_pointer (&self->plan, yz_import_plan_free);
}

static void
begin_job (YzImport *self, const char *title)
{
  self->job = yz_job_new (title);
  notify (self, PROP_JOB);
}

/* Whether the answer of @job is still wanted: another one may have taken its place. */
static gboolean
end_job (YzImport *self, YzJob *job)
{
  yz_job_finish (job);
  if (self->job != job)
    return FALSE;
  g_clear_object (&self->job);
  notify (self, PROP_JOB);
  return TRUE;
}

static void
drop_job (YzImport *self)
{
  if (self->job == NULL)
    return;
  yz_job_cancel (self->job);
  g_clear_object (&self->job);
  notify (self, PROP_JOB);
}

/* --- texts --- */

static char *
format_source (YzImport *self)
{
  const char *source, *layer;
  guint n_rows;
  g_autofree char *rows = NULL;

  if (self->table == NULL)
    return NULL;
  source = yz_sheet_get_source (self->table);
  layer = yz_sheet_get_layer (self->table);
  n_rows = yz_sheet_get_n_rows (self->table);
  rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  return g_strdup_printf ("%s%s%s · %s", *source != '\0' ? source : _ ("Pasted list"), *layer != '\0' ? " · " : "",
                          layer, rows);
}

static char *
format_evidence (YzImport *self)
{
  YzDatumEvidence evidence;
  gboolean stated;
  YzDatum datum;

  if (self->plan == NULL || !yz_import_plan_has_positions (self->plan))
    return NULL;
  datum = yz_import_plan_get_datum (self->plan, &evidence, &stated);
  if (evidence.n == 0)
    return g_strdup (stated ? NULL : _ ("No known station to compare with: please say which datum it is"));
  /* Translators: a datum, a number of positions and metres */
  return g_strdup_printf (_ ("Read as %s, %u positions lie %.0f m from known stations on average"),
                          yz_datum_get_name (datum), evidence.n, evidence.metres[datum]);
}

static gboolean
asks_datum (YzImport *self)
{
  YzDatumEvidence evidence;
  gboolean stated;

  if (self->plan == NULL || !yz_import_plan_has_positions (self->plan))
    return FALSE;
  yz_import_plan_get_datum (self->plan, &evidence, &stated);
  return !stated && !evidence.certain;
}

static char *
format_summary (YzImport *self)
{
  if (self->stage == YZ_IMPORT_STAGE_DONE || self->plan == NULL)
    return g_strdup (self->summary);
  return g_strdup_printf (_ ("After the import: %u new, %u changed, %u stay as they are. %u to be decided, "
                             "%u rows are not written. All of it can be undone, also after a restart."),
                          yz_import_plan_count (self->plan, YZ_IMPORT_NEW),
                          yz_import_plan_count (self->plan, YZ_IMPORT_CHANGED),
                          yz_import_plan_count (self->plan, YZ_IMPORT_SAME),
                          yz_import_plan_count (self->plan, YZ_IMPORT_DUPLICATE),
                          yz_import_plan_count (self->plan, YZ_IMPORT_REFUSED));
}

static void
notify_plan (YzImport *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint property = PROP_DATUM; property <= PROP_SUMMARY; property++)
    notify (self, property);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[JUDGED], 0);
}

/* --- reading --- */

typedef struct
{
  char *path;
  char *layer;
  char *text;
  YzJob *job;
  YzStore *store;
  char **layers;
  YzMapping *mapping;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_free (reading->layer);
  g_free (reading->text);
  g_strfreev (reading->layers);
  g_clear_pointer (&reading->mapping, yz_mapping_free);
  g_clear_object (&reading->job);
  g_clear_object (&reading->store);
  g_free (reading);
}

static YzSheet *
read_table (Reading *reading, GCancellable *cancellable, GError **error)
{
  if (reading->text != NULL)
    return yz_sheet_read_text (reading->text, -1, NULL, cancellable, error);

  reading->layers = yz_sheet_list_layers (reading->path, error);
  if (reading->layers == NULL)
    return NULL;
  return yz_sheet_read_file (reading->path, reading->layer, NULL, yz_job_report, reading->job, cancellable, error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  YzSheet *table = read_table (reading, cancellable, &error);
  YzWordList *words;

  if (table == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  words = yz_import_plan_load_words (reading->store);
  reading->mapping = yz_mapping_guess (&yz_station_kind, table, words);
  yz_import_layouts_apply (reading->store, reading->mapping, table);
  yz_word_list_free (words);
  g_task_return_pointer (task, table, (GDestroyNotify) yz_sheet_unref);
}

static void
take_table (YzImport *self, YzSheet *table, Reading *reading)
{
  drop_plan (self);
  g_clear_pointer (&self->table, yz_sheet_unref);
  g_clear_pointer (&self->mapping, yz_mapping_free);
  g_strfreev (self->layers);
  self->table = table;
  self->mapping = g_steal_pointer (&reading->mapping);
  self->layers = g_steal_pointer (&reading->layers);
  self->remember = FALSE;
  notify (self, PROP_SOURCE);
  set_stage (self, YZ_IMPORT_STAGE_PREVIEW);
  yz_import_judge (self);
  yz_import_tell_columns (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  YzSheet *table = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end_job (self, reading->job))
    g_clear_pointer (&table, yz_sheet_unref);
  else if (table != NULL)
    take_table (self, table, reading);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, error->message);
}

static void
start_reading (YzImport *self, Reading *reading, const char *title)
{
  g_autoptr (GTask) task = NULL;

  drop_job (self);
  set_error (self, NULL);
  begin_job (self, title);
  reading->job = g_object_ref (self->job);
  reading->store = g_object_ref (yz_session_get_store (self->session));
  task = g_task_new (self, yz_job_get_cancellable (self->job), on_read, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

void
yz_import_read_file (YzImport *self, const char *path, const char *layer)
{
  Reading *reading;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  char *copy;

  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (path != NULL && yz_session_get_store (self->session) != NULL);

  if (self->writing)
    return;
  copy = g_strdup (path);
  g_free (self->path);
  self->path = copy;
  name = g_filename_display_basename (path);
  title = g_strdup_printf (_ ("Reading %s"), name);
  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (path);
  reading->layer = g_strdup (layer);
  start_reading (self, reading, title);
}

void
yz_import_read_text (YzImport *self, const char *text)
{
  Reading *reading;

  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (text != NULL && yz_session_get_store (self->session) != NULL);

  if (self->writing)
    return;
  g_clear_pointer (&self->path, g_free);
  reading = g_new0 (Reading, 1);
  reading->text = g_strdup (text);
  start_reading (self, reading, _ ("Reading the pasted list"));
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

  if (!end_job (self, judging->job))
    return;
  if (!judged)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        set_error (self, error->message);
      return;
    }
  self->plan = g_steal_pointer (&judging->plan);
  yz_import_rows_set_plan (self->rows, self->plan);
  notify_plan (self);
}

void
yz_import_judge (YzImport *self)
{
  YzImportOptions options = { .clear_empty = self->clear_empty, .remember = self->remember };
  g_autoptr (GTask) task = NULL;
  Judging *judging;

  drop_job (self);
  drop_plan (self);
  begin_job (self, _ ("Comparing with what is there"));
  judging = g_new0 (Judging, 1);
  judging->job = g_object_ref (self->job);
  judging->plan = yz_import_plan_new (yz_session_get_store (self->session), self->table, self->mapping, &options);
  task = g_task_new (self, yz_job_get_cancellable (self->job), on_judged, NULL);
  g_task_set_source_tag (task, yz_import_judge);
  g_task_set_task_data (task, judging, judging_free);
  g_task_run_in_thread (task, judge_thread);
}

/* --- writing --- */

typedef struct
{
  YzImportPlan *plan; /* the import's own, which nobody touches meanwhile */
  YzJob *job;
  char *text; /* of an import what it did, of a report its path */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_object (&writing->job);
  g_free (writing->text);
  g_free (writing);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;
  YzAction *action = NULL;

  if (yz_import_plan_apply (writing->plan, yz_job_report, writing->job, cancellable, &action, &error))
    g_task_return_pointer (task, action, (GDestroyNotify) yz_action_free);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = g_task_propagate_pointer (G_TASK (result), &error);

  self->writing = FALSE;
  end_job (self, writing->job);
  if (error != NULL)
    {
      yz_import_rows_set_plan (self->rows, self->plan);
      notify_plan (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        set_error (self, error->message);
      return;
    }
  g_free (self->summary);
  self->summary = g_steal_pointer (&writing->text);
  drop_plan (self);
  set_stage (self, YZ_IMPORT_STAGE_DONE);
  notify (self, PROP_SUMMARY);
  if (action != NULL)
    yz_session_report_applied (self->session, action);
}

void
yz_import_apply (YzImport *self)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->plan == NULL || self->job != NULL)
    return;
  self->writing = TRUE;
  begin_job (self, _ ("Importing"));
  yz_session_add_job (self->session, self->job);
  writing = g_new0 (Writing, 1);
  writing->plan = self->plan;
  writing->job = g_object_ref (self->job);
  writing->text = g_strdup_printf (_ ("%u new, %u changed, %u as they were, %u not written"),
                                   yz_import_count (self, YZ_IMPORT_NEW), yz_import_count (self, YZ_IMPORT_CHANGED),
                                   yz_import_count (self, YZ_IMPORT_SAME), yz_import_count (self, YZ_IMPORT_REFUSED));
  /* the rows read from the plan, which is the writing thread's now */
  yz_import_rows_set_plan (self->rows, NULL);
  task = g_task_new (self, yz_job_get_cancellable (self->job), on_written, NULL);
  g_task_set_source_tag (task, yz_import_apply);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (yz_list_report_save (writing->plan, writing->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_report_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  self->writing = FALSE;
  end_job (self, writing->job);
  yz_import_rows_set_plan (self->rows, self->plan);
  notify_plan (self);
  set_error (self, saved ? NULL : error->message);
}

void
yz_import_save_report (YzImport *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (path != NULL);

  if (self->plan == NULL || self->job != NULL)
    return;
  self->writing = TRUE;
  begin_job (self, _ ("Saving the list with its results"));
  writing = g_new0 (Writing, 1);
  writing->plan = self->plan;
  writing->job = g_object_ref (self->job);
  writing->text = g_strdup (path);
  yz_import_rows_set_plan (self->rows, NULL);
  task = g_task_new (self, yz_job_get_cancellable (self->job), on_report_saved, NULL);
  g_task_set_source_tag (task, yz_import_save_report);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, report_thread);
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
  drop_job (self);
  drop_plan (self);
  g_clear_pointer (&self->table, yz_sheet_unref);
  g_clear_pointer (&self->mapping, yz_mapping_free);
  g_clear_pointer (&self->layers, g_strfreev);
  g_clear_pointer (&self->path, g_free);
  set_error (self, NULL);
  set_stage (self, YZ_IMPORT_STAGE_SOURCE);
  notify (self, PROP_SOURCE);
}

void
yz_import_tell_columns (YzImport *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
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

void
yz_import_decide (YzImport *self, guint row, YzImportDecision decision)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (yz_import_get_plan (self) == NULL)
    return;
  yz_import_plan_decide (self->plan, row, decision);
  yz_import_rows_refresh (self->rows, row);
  notify (self, PROP_N_WRITTEN);
  notify (self, PROP_SUMMARY);
}

/* --- the object --- */

static YzDatum
get_datum (YzImport *self, gboolean *stated)
{
  YzDatum datum = YZ_DATUM_WGS84;

  *stated = self->mapping != NULL && yz_mapping_get_datum (self->mapping, &datum);
  return self->plan != NULL ? yz_import_plan_get_datum (self->plan, NULL, stated) : datum;
}

static void
yz_import_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzImport *self = YZ_IMPORT (object);
  gboolean stated;

  switch ((YzImportProperty) prop_id)
    {
    case PROP_STAGE:
      g_value_set_int (value, self->stage);
      break;
    case PROP_SOURCE:
      g_value_take_string (value, format_source (self));
      break;
    case PROP_JOB:
      g_value_set_object (value, self->job);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_CLEAR_EMPTY:
      g_value_set_boolean (value, self->clear_empty);
      break;
    case PROP_DATUM:
      g_value_set_int (value, get_datum (self, &stated));
      break;
    case PROP_DATUM_STATED:
      get_datum (self, &stated);
      g_value_set_boolean (value, stated);
      break;
    case PROP_EVIDENCE:
      g_value_take_string (value, format_evidence (self));
      break;
    case PROP_ASKS_DATUM:
      g_value_set_boolean (value, asks_datum (self));
      break;
    case PROP_SHOWN:
      g_value_set_int (value, self->shown);
      break;
    case PROP_N_WRITTEN:
      g_value_set_uint (value, self->plan != NULL ? yz_import_plan_count_written (self->plan) : 0);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, format_summary (self));
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
    case PROP_CLEAR_EMPTY:
      if (self->writing)
        break;
      self->clear_empty = g_value_get_boolean (value);
      notify (self, PROP_CLEAR_EMPTY);
      if (self->table != NULL)
        yz_import_judge (self);
      break;
    case PROP_SHOWN:
      self->shown = g_value_get_int (value);
      notify (self, PROP_SHOWN);
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

  drop_plan (self);
  g_clear_object (&self->job);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->table, yz_sheet_unref);
  g_clear_pointer (&self->mapping, yz_mapping_free);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_strfreev (self->layers);
  g_free (self->path);
  g_free (self->error);
  g_free (self->summary);

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

  properties[PROP_STAGE] = g_param_spec_int ("stage", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_JOB] = g_param_spec_object ("job", NULL, NULL, YZ_TYPE_JOB, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_CLEAR_EMPTY] = g_param_spec_boolean ("clear-empty", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_DATUM] = g_param_spec_int ("datum", NULL, NULL, 0, YZ_N_DATUMS, 0, flags);
  properties[PROP_DATUM_STATED] = g_param_spec_boolean ("datum-stated", NULL, NULL, FALSE, flags);
  properties[PROP_EVIDENCE] = g_param_spec_string ("evidence", NULL, NULL, NULL, flags);
  properties[PROP_ASKS_DATUM] = g_param_spec_boolean ("asks-datum", NULL, NULL, FALSE, flags);
  properties[PROP_SHOWN] = g_param_spec_int ("shown", NULL, NULL, -1, G_MAXINT, -1, flags | G_PARAM_WRITABLE);
  properties[PROP_N_WRITTEN] = g_param_spec_uint ("n-written", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[COLUMNS_CHANGED] =
    g_signal_new ("columns-changed", YZ_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[JUDGED] = g_signal_new ("judged", YZ_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_import_init (YzImport *self)
{
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
  return self;
}

/* Writing what was decided, and the list with its results, on a thread to which the plan belongs meanwhile. */
#include "config.h"

#include "yz-import-private.h"

#include "yz-list-report.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YzImportPlan *plan; /* the import's own, which nobody touches meanwhile */
  YzJob *job;
  char *path; /* of a report */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_object (&writing->job);
  g_free (writing->path);
  g_free (writing);
}

static void
start_writing (YzImport *self, const char *title, const char *path, GTaskThreadFunc thread,
               GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing = g_new0 (Writing, 1);

  self->writing = TRUE;
  yz_import_begin_job (self, title);
  writing->plan = self->plan;
  writing->job = g_object_ref (self->job);
  writing->path = g_strdup (path);
  /* the rows read from the plan, which is the writing thread's now */
  yz_import_rows_set_plan (self->rows, NULL);
  task = g_task_new (self, yz_job_get_cancellable (self->job), callback, NULL);
  g_task_set_source_tag (task, start_writing);
  /* who cancels too late has a list that is written, and must not hear that it is not */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, thread);
}

/* The plan is the main thread's again. */
static void
end_writing (YzImport *self, GTask *task)
{
  Writing *writing = g_task_get_task_data (task);

  self->writing = FALSE;
  yz_import_end_job (self, writing->job);
}

static void
show_rows_again (YzImport *self)
{
  if (self->stage != YZ_IMPORT_STAGE_PREVIEW)
    return;
  yz_import_rows_set_plan (self->rows, self->plan);
  yz_import_notify_plan (self);
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
count_row (YzImportTotals *totals, YzImportPlan *plan, guint row)
{
  switch (yz_import_plan_get_outcome (plan, row))
    {
    case YZ_IMPORT_NEW:
      totals->created++;
      return;
    case YZ_IMPORT_CHANGED:
      totals->changed++;
      return;
    case YZ_IMPORT_SAME:
      totals->same++;
      return;
    case YZ_IMPORT_DUPLICATE:
    case YZ_IMPORT_REFUSED:
    default:
      break;
    }

  if (yz_import_plan_get_decision (plan, row) == YZ_IMPORT_SEPARATE)
    totals->created++;
  else if (yz_import_plan_get_decision (plan, row) == YZ_IMPORT_MERGE)
    totals->changed++;
  else
    totals->left_out++;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = g_task_propagate_pointer (G_TASK (result), &error);

  end_writing (self, G_TASK (result));
  if (error != NULL)
    {
      show_rows_again (self);
      yz_import_set_error (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                   ? _ ("The import was cancelled. Nothing of this list was written.")
                                   : error->message);
      return;
    }
  self->earlier = self->totals;
  self->totals.files++;
  for (guint row = 0; row < yz_import_plan_get_n_rows (self->plan); row++)
    count_row (&self->totals, self->plan, row);
  self->written = action != NULL ? action->seq : 0;
  if (!yz_import_take_next_file (self))
    yz_import_set_stage (self, YZ_IMPORT_STAGE_DONE);
  if (action != NULL)
    yz_session_report_applied (self->session, action);
}

void
yz_import_apply (YzImport *self)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->plan == NULL || self->job != NULL || self->stage != YZ_IMPORT_STAGE_PREVIEW)
    return;
  yz_import_set_error (self, NULL);
  start_writing (self, _ ("Importing"), NULL, write_thread, on_written);
  yz_session_add_job (self->session, self->job);
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (yz_list_report_save (writing->plan, writing->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_report_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  end_writing (self, G_TASK (result));
  show_rows_again (self);
  yz_import_set_error (self, saved ? NULL : error->message);
  if (saved)
    yz_import_tell_report (self);
}

void
yz_import_save_report (YzImport *self, const char *path)
{
  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (path != NULL);

  if (self->plan != NULL && self->job == NULL)
    start_writing (self, _ ("Saving the list with its results"), path, report_thread, on_report_saved);
}

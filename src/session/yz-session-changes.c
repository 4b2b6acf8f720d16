/* What is written to the workspace: edits, undo and redo; each is told of by #YzSession::applied. */
#include "config.h"

#include "yz-session.h"

#include <glib/gi18n-lib.h>

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YzSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  YzAction *action = yz_store_apply_finish (YZ_STORE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (action != NULL)
    yz_session_report_applied (self, action);
  g_task_return_pointer (task, action, (GDestroyNotify) yz_action_free);
}

void
yz_session_apply_async (YzSession *self, YzEdit *edit, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (YZ_IS_SESSION (self));
  g_return_if_fail (yz_session_get_store (self) != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_session_apply_async);
  yz_store_apply_async (yz_session_get_store (self), edit, NULL, on_applied, task);
}

YzAction *
yz_session_apply_finish (YzSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_unattended_apply (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    yz_session_report_error (YZ_SESSION (source), error);
}

void
yz_session_apply (YzSession *self, YzEdit *edit)
{
  yz_session_apply_async (self, edit, on_unattended_apply, NULL);
}

typedef struct
{
  YzSession *session;
  YzJob *job;
} Reversal;

static Reversal *
reversal_begin (YzSession *self, const YzAction *action, gboolean undo)
{
  Reversal *reversal = g_new0 (Reversal, 1);
  const char *what = action->subject != NULL ? action->subject : _ (action->label);
  g_autofree char *title = g_strdup_printf (undo ? _ ("Undo: %s") : _ ("Redo: %s"), what);

  reversal->session = g_object_ref (self);
  reversal->job = yz_job_new (title);
  yz_session_add_job (self, reversal->job);
  return reversal;
}

static void
reversal_end (Reversal *reversal, const YzAction *action, const GError *error)
{
  yz_job_finish (reversal->job);
  if (error != NULL)
    yz_session_report_error (reversal->session, error);
  else if (action != NULL)
    yz_session_report_applied (reversal->session, action);
  g_clear_object (&reversal->job);
  g_clear_object (&reversal->session);
  g_free (reversal);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_undo_finish (YZ_STORE (source), result, &error);

  reversal_end (data, action, error);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_redo_finish (YZ_STORE (source), result, &error);

  reversal_end (data, action, error);
}

void
yz_session_undo (YzSession *self)
{
  const YzAction *action;
  Reversal *reversal;

  g_return_if_fail (YZ_IS_SESSION (self));

  action = yz_session_get_undo_action (self);
  if (action == NULL)
    return;
  reversal = reversal_begin (self, action, TRUE);
  yz_store_undo_async (yz_session_get_store (self), action->seq, yz_job_report, reversal->job,
                       yz_job_get_cancellable (reversal->job), on_undone, reversal);
}

void
yz_session_redo (YzSession *self)
{
  const YzAction *action;
  Reversal *reversal;

  g_return_if_fail (YZ_IS_SESSION (self));

  action = yz_session_get_redo_action (self);
  if (action == NULL)
    return;
  reversal = reversal_begin (self, action, FALSE);
  yz_store_redo_async (yz_session_get_store (self), yz_job_report, reversal->job,
                       yz_job_get_cancellable (reversal->job), on_redone, reversal);
}

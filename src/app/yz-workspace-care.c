#include "config.h"

#include "yz-workspace-care.h"

#include "yz-dialogs.h"

#include <glib/gi18n-lib.h>

/* What the worker needs; the store outlives it. */
typedef struct
{
  YzStore *store;
  YzJob *job;
  char *path;
  char *backup;
} Care;

static void
care_free (gpointer data)
{
  Care *care = data;

  yz_job_finish (care->job);
  g_clear_object (&care->store);
  g_clear_object (&care->job);
  g_free (care->path);
  g_free (care->backup);
  g_free (care);
}

static void
run (YzWindow *window, const char *title, const char *path, const char *backup, GTaskThreadFunc func,
     GAsyncReadyCallback callback)
{
  YzSession *session = yz_window_get_session (window);
  YzStore *store = yz_session_get_store (session);
  g_autoptr (GTask) task = g_task_new (window, NULL, callback, NULL);
  Care *care = g_new0 (Care, 1);

  care->store = store != NULL ? g_object_ref (store) : NULL;
  care->job = yz_job_new (title);
  care->path = g_strdup (path);
  care->backup = g_strdup (backup);
  yz_session_add_job (session, care->job);
  g_task_set_source_tag (task, func);
  g_task_set_task_data (task, care, care_free);
  g_task_run_in_thread (task, func);
}

static void
tell (YzWindow *window, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  yz_window_add_toast (window, adw_toast_new (markup));
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Care *care = data;
  GError *error = NULL;
  GPtrArray *findings =
    yz_store_check (care->store, yz_job_report, care->job, yz_job_get_cancellable (care->job), &error);

  if (findings == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  YzWindow *window = YZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (findings == NULL)
    {
      yz_window_tell_error (window, error);
      return;
    }
  if (findings->len == 0)
    {
      tell (window, _ ("The workspace is sound"));
      return;
    }
  for (guint i = 0; i < MIN (findings->len, 12); i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (findings, i));
  g_string_append (text, _ ("Restore a backup from before the damage, or save a copy and ask for help."));
  yz_dialogs_tell (GTK_WINDOW (window), _ ("The Workspace Is Damaged"), text->str);
}

void
yz_workspace_check (YzWindow *window)
{
  run (window, _ ("Checking the workspace"), NULL, NULL, check_in_thread, on_checked);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Care *care = data;
  GError *error = NULL;

  if (yz_store_backup (care->store, care->path, yz_job_get_cancellable (care->job), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell (YZ_WINDOW (source), _ ("The copy is saved"));
  else
    yz_window_tell_error (YZ_WINDOW (source), error);
}

void
yz_workspace_save_copy (YzWindow *window, const char *path)
{
  run (window, _ ("Saving a copy"), path, NULL, copy_in_thread, on_copied);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Care *care = data;
  GError *error = NULL;

  if (yz_store_restore (care->path, care->backup, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_reopened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!yz_window_open_finish (YZ_WINDOW (source), result, &error))
    yz_window_tell_error (YZ_WINDOW (source), error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  YzWindow *window = YZ_WINDOW (source);
  Care *care = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) file = g_file_new_for_path (care->path);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell (window, _ ("The backup is restored. What was there before is kept as a backup too."));
  else
    yz_window_tell_error (window, error);
  yz_window_open_async (window, file, YZ_STORE_NONE, on_reopened, NULL);
}

void
yz_workspace_restore (YzWindow *window, const char *backup)
{
  YzSession *session = yz_window_get_session (window);
  g_autofree char *path = g_strdup (yz_store_get_path (yz_session_get_store (session)));
  g_autoptr (GError) error = NULL;

  if (!yz_session_close (session, &error))
    yz_window_tell_error (window, error);
  run (window, _ ("Restoring a backup"), path, backup, restore_in_thread, on_restored);
}

char *
yz_workspace_suggest_path (void)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  for (guint i = 1;; i++)
    {
      /* Translators: name of a new workspace file, without the ending */
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.yizhan", _ ("Stations"))
                                     : g_strdup_printf ("%s %u.yizhan", _ ("Stations"), i);
      g_autofree char *path = g_build_filename (folder != NULL ? folder : g_get_home_dir (), name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

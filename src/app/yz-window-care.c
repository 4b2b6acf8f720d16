#include "config.h"

#include "yz-window-care.h"

#include "yz-dialogs.h"
#include "yz-workspace-care.h"

#include <glib/gi18n-lib.h>

/* A damaged file has damage in many places; the first ones tell what kind it is. */
#define MAX_FINDINGS_TOLD 12

static void
tell (YzWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  yz_window_add_toast (self, adw_toast_new (markup));
}

static void
tell_findings (YzWindow *self, GPtrArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (findings->len, MAX_FINDINGS_TOLD); i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (findings, i));
  g_string_append (text, _ ("Restore a backup from before the damage, or save a copy and ask for help."));
  yz_dialogs_tell (GTK_WINDOW (self), _ ("The Workspace Is Damaged"), text->str);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_workspace_check_finish (YZ_SESSION (source), result, &error);

  if (findings == NULL)
    yz_window_tell_error (self, error);
  else if (findings->len == 0)
    tell (self, _ ("The workspace is sound"));
  else
    tell_findings (self, findings);
}

void
yz_window_check_workspace (YzWindow *self)
{
  YzSession *session = yz_window_get_session (self);
  g_autoptr (YzJob) job = yz_job_new (_ ("Checking the workspace"));

  yz_workspace_check_async (session, job, on_checked, g_object_ref (self));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (yz_workspace_save_copy_finish (YZ_SESSION (source), result, &error))
    tell (self, _ ("The copy is saved"));
  else
    yz_window_tell_error (self, error);
}

void
yz_window_save_copy (YzWindow *self, const char *path)
{
  yz_workspace_save_copy_async (yz_window_get_session (self), path, on_copied, g_object_ref (self));
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (yz_workspace_restore_finish (YZ_SESSION (source), result, &error))
    tell (self, _ ("The backup is restored. What was there before is kept as a backup too."));
  else
    yz_window_tell_error (self, error);
}

void
yz_window_restore_backup (YzWindow *self, const char *backup)
{
  yz_workspace_restore_async (yz_window_get_session (self), backup, on_restored, g_object_ref (self));
}

char *
yz_window_suggest_path (void)
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

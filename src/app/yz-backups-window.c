#include "config.h"

#include "yz-backups-window.h"

#include "yz-dialogs.h"
#include "yz-list-window.h"
#include "yz-workspace-care.h"

#include <glib/gi18n-lib.h>

static void
free_path (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_restore_clicked (GtkWidget *button, const char *path)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));
  GtkWindow *parent = gtk_window_get_transient_for (window);

  yz_dialogs_confirm (parent, _ ("Restore This Backup?"),
                      _ ("All stations and records go back to what they were then. What stands there now is kept as a "
                         "backup and can be restored in the same way."),
                      _ ("_Restore"), "win.restore-backup", g_variant_new_string (path));
  gtk_window_close (window);
}

static void
add_backup (AdwPreferencesGroup *group, YzBackupFile *backup)
{
  g_autofree char *path = NULL, *when = NULL, *reason = NULL, *size = NULL, *subtitle = NULL;

  g_object_get (backup, "path", &path, "when", &when, "reason", &reason, "size", &size, NULL);
  subtitle = g_strdup_printf ("%s · %s", reason, size);
  adw_preferences_group_add (group,
                             yz_list_window_make_row (when, subtitle, _ ("Restore"), G_CALLBACK (on_restore_clicked),
                                                      g_steal_pointer (&path), free_path));
}

GtkWidget *
yz_backups_window_new (GtkWindow *parent, YzSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) backups = yz_workspace_list_backups (session, &error);
  guint n_backups = backups != NULL ? g_list_model_get_n_items (backups) : 0;
  const char *empty = error != NULL ? error->message : _ ("There is no backup yet. The first is made when you close.");

  adw_preferences_group_set_description (
    group, _ ("A backup is made each day when the workspace is closed. What stands there now is kept as one too."));
  for (guint i = 0; i < n_backups; i++)
    {
      g_autoptr (YzBackupFile) backup = g_list_model_get_item (backups, i);

      add_backup (group, backup);
    }
  return yz_list_window_new (parent, _ ("Backups"), yz_list_window_wrap (group, n_backups, empty));
}

#include "config.h"

#include "yz-backups-window.h"

#include "yz-list-window.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

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

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.restore-backup", "s", path);
  gtk_window_close (window);
}

static void
add_backup (AdwPreferencesGroup *group, const char *path)
{
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *when = NULL;
  g_autofree char *size = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return;
  made = yz_office_time ((gint64) status.st_mtime * 1000);
  when = g_date_time_format (made, "%Y-%m-%d %H:%M");
  size = g_format_size ((guint64) status.st_size);
  adw_preferences_group_add (group, yz_list_window_make_row (when, size, _ ("Restore"), G_CALLBACK (on_restore_clicked),
                                                             g_strdup (path), free_path));
}

GtkWidget *
yz_backups_window_new (GtkWindow *parent, YzSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GPtrArray) backups = yz_store_list_backups (yz_store_get_path (yz_session_get_store (session)));

  adw_preferences_group_set_description (
    group, _ ("A backup is made each day when the workspace is closed. What stands there now is kept as one too."));
  for (guint i = 0; i < backups->len; i++)
    add_backup (group, g_ptr_array_index (backups, i));
  return yz_list_window_new (
    parent, _ ("Backups"),
    yz_list_window_wrap (group, backups->len, _ ("There is no backup yet. The first is made when you close.")));
}

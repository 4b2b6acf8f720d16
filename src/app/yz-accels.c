#include "config.h"

#include "yz-accels.h"

#include <glib/gi18n-lib.h>

static const YzVerbEntry verbs[] = {
  { "win.add", "<Control>n", NULL },
  { "win.add-station", NULL, N_ ("New station") },
  { "win.import", "<Control>i", N_ ("Import a list") },
  { "win.export", "<Control>e", N_ ("Export the list") },
  { "win.print", "<Control>p", N_ ("Print a guide, a poster or a list") },
  { "win.undo", "<Control>z", N_ ("Undo") },
  { "win.redo", "<Control><Shift>z", N_ ("Redo") },
  { "win.find", "<Control>f", N_ ("Search stations") },
  { "win.palette", "<Control>k", NULL },
  { "win.view::list", "<Control>1", N_ ("Show the list") },
  { "win.view::split", "<Control>2", N_ ("Show list and map") },
  { "win.view::map", "<Control>3", N_ ("Show the map") },
  { "win.bulk-edit-selected", "<Control>b", N_ ("Change the selected records together") },
  { "win.edit-hours", "<Control>t", N_ ("Edit opening hours") },
  { "win.page::stations", NULL, N_ ("Go to the stations") },
  { "win.page::records", NULL, N_ ("Go to organisations, services and people") },
  { "win.page::inventory", NULL, N_ ("Go to the inventory") },
  { "win.stock::receive", NULL, N_ ("Receive goods") },
  { "win.stock::hand-out", "<Control><Shift>h", N_ ("Hand out goods") },
  { "win.stock::transfer", "<Control><Shift>t", N_ ("Send goods to another station") },
  { "win.stock::transit", NULL, N_ ("Goods on their way") },
  { "win.stock::write-off-unusable", NULL, N_ ("Write off all that has expired") },
  { "win.stock::begin-count", NULL, N_ ("Begin a stocktake") },
  { "win.stock::new-item", NULL, N_ ("New item") },
  { "win.page::guides", NULL, N_ ("Go to the printed guides") },
  { "win.days", "<Control>d", N_ ("Holidays and exceptions") },
  { "win.history", "<Control>h", N_ ("History of the workspace") },
  { "win.trash", NULL, N_ ("Trash") },
  { "win.check", NULL, N_ ("Check the integrity of the workspace") },
  { "win.save-copy", "<Control><Shift>s", N_ ("Save a copy of the workspace") },
  { "win.restore", NULL, N_ ("Restore a backup") },
  { "win.open-workspace", "<Control>o", N_ ("Open a workspace") },
  { "app.new-workspace", "<Control><Shift>n", N_ ("New workspace") },
  { "app.open-sample", NULL, N_ ("Open the sample") },
  { "app.preferences", "<Control>comma", N_ ("Preferences") },
  { "win.shortcuts", "<Control>question", N_ ("Keyboard shortcuts") },
  { "app.about", NULL, N_ ("About Yizhan") },
  { "win.close-workspace", "<Control>w", NULL },
  { "app.quit", "<Control>q", N_ ("Quit") },
};

const YzVerbEntry *
yz_accels_get_verbs (guint *n_verbs)
{
  *n_verbs = G_N_ELEMENTS (verbs);
  return verbs;
}

void
yz_accels_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].accel != NULL)
      {
        const char *accels[] = { verbs[i].accel, NULL };

        gtk_application_set_accels_for_action (application, verbs[i].action, accels);
      }
}

#include "config.h"

#include "yz-history-window.h"

#include "yz-history-view.h"
#include "yz-list-window.h"

#include <glib/gi18n-lib.h>

GtkWidget *
yz_history_window_new (GtkWindow *parent, YzSession *session)
{
  g_autoptr (YzHistory) history = yz_history_new (session);
  GtkWidget *view;

  yz_history_set_record (history, NULL);
  view = g_object_new (YZ_TYPE_HISTORY_VIEW, "history", history, "show-subject", TRUE, "vexpand", TRUE, NULL);
  return yz_list_window_new (parent, _ ("History"), view);
}

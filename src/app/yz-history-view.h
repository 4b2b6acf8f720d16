/* The history of a record or of everything: who changed what and when, old → new, each change to be taken back. */
#pragma once

#include <gtk/gtk.h>

#include "yz-history.h"

G_BEGIN_DECLS

#define YZ_TYPE_HISTORY_VIEW (yz_history_view_get_type ())

/**
 * YzHistoryView:
 *
 * Properties: "history" (#YzHistory), "show-subject" (gboolean: also say which record it was).
 */
G_DECLARE_FINAL_TYPE (YzHistoryView, yz_history_view, YZ, HISTORY_VIEW, GtkWidget)

G_END_DECLS

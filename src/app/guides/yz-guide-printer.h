/* A document to the printer, on paper of its true size. */
#pragma once

#include "yz-guide-print.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_guide_printer_run:
 * @parent: whose dialog it is
 * @run: (transfer full): what is printed
 * @page: from 1: the one that is looked at
 * @path: (nullable): a PDF to print into, without a dialog
 *
 * Prints in the background, as it was last done on such paper. What goes wrong is told by #YzSession::failed.
 */
void yz_guide_printer_run (GtkWindow *parent, YzSession *session, YzGuideRun *run, guint page, const char *path);

G_END_DECLS

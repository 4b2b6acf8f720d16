/* Which printer takes a paper, and how: chosen once in the dialog, there again the next time. */
#pragma once

#include "yz-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_printer_settings_load:
 *
 * Returns: (transfer full): what was kept for @paper; at first what suits it: sheets to be folded are printed on both
 *   sides and turned over the short edge
 */
GtkPrintSettings *yz_printer_settings_load (const YzPaper *paper);

/**
 * yz_printer_settings_keep:
 *
 * Keeps them for @paper, but for what is of one print only: copies, a range of pages, a file.
 */
void yz_printer_settings_keep (const YzPaper *paper, GtkPrintSettings *settings);

G_END_DECLS

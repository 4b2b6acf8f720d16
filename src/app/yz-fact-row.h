/* A fact in the detail pane: a symbol, one or two lines, and a button that copies it. Hidden while it has no text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_FACT_ROW (yz_fact_row_get_type ())

/**
 * YzFactRow:
 *
 * Properties: "icon-name", "title" (what it is, for tooltip and screen readers), "text", "second" (nullable),
 * "copyable" (gboolean).
 */
G_DECLARE_FINAL_TYPE (YzFactRow, yz_fact_row, YZ, FACT_ROW, GtkWidget)

G_END_DECLS

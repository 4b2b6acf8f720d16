/* Lists that go out of the window: what is exported, and what comes of it is said in the window. */
#pragma once

#include "yz-window.h"

G_BEGIN_DECLS

/**
 * yz_window_dup_export_rows:
 * @selection: the selected records only
 * @kind: (out): of the records
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows of the page's list, %NULL while it has none
 */
GArray *yz_window_dup_export_rows (YzWindow *self, gboolean selection, const YzKind **kind);

/**
 * yz_window_show_export:
 *
 * Asks what shall be exported, and how.
 */
void yz_window_show_export (YzWindow *self);

/**
 * yz_window_export:
 * @datum: see yz_datum_from_name()
 * @purpose: what personal data is needed for, "" to mask it
 */
void yz_window_export (YzWindow *self, const char *path, const char *datum, const char *purpose, gboolean selection);

G_END_DECLS

/* What an edit of many records would do to each of them, as rows of a list: old → new, or why it is left alone. */
#pragma once

#include "yz-bulk-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * yz_bulk_preview_fill:
 * @edit: (nullable): %NULL for an empty list
 *
 * Shows the rows of @edit in place of what @list has, those that are left alone first.
 */
void yz_bulk_preview_fill (GtkListBox *list, YzBulkEdit *edit);

/**
 * yz_bulk_preview_count:
 * @changed: (out): how many records would change
 *
 * Returns: (transfer full): "12 are changed · 3 stay as they are · 1 is left alone"
 */
char *yz_bulk_preview_count (YzBulkEdit *edit, guint *changed);

G_END_DECLS

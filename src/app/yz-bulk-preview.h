/* What an edit of many records would do to each of them, as rows of a list: old → new, or why it is left alone. */
#pragma once

#include "yz-bulk-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * yz_bulk_preview_show:
 * @counts: says "12 are changed · 3 stay as they are · 1 is left alone"
 *
 * Shows the rows of @edit in place of what @list has, those that are left alone first. While they are worked out the
 * list stays as it is, and @counts says so.
 *
 * Returns: how many records would change, 0 while that is not known
 */
guint yz_bulk_preview_show (GtkListBox *list, GtkLabel *counts, YzBulkEdit *edit);

G_END_DECLS

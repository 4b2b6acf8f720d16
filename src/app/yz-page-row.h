/* A page in the sidebar: its symbol, and beside it, while there is room, its title and how much it holds. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_PAGE_ROW (yz_page_row_get_type ())

/**
 * YzPageRow:
 *
 * Its name is that of the page. Properties, all writable: "icon-name", "title", "count" (guint, 0 to say none),
 * "collapsed" (whether only the symbol is shown).
 */
G_DECLARE_FINAL_TYPE (YzPageRow, yz_page_row, YZ, PAGE_ROW, GtkListBoxRow)

G_END_DECLS

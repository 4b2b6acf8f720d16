/* Tooltips in Chinese, which GTK would break in the middle. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_tooltips_keep_short_lines:
 * @window: in which tooltips are shown
 *
 * GTK 4.8 counts the characters of a tooltip to know how wide it is, as if all were Latin letters: Chinese is twice as
 * wide, and four characters would stand on two lines. From now on a short text is one line.
 */
void yz_tooltips_keep_short_lines (GtkWindow *window);

G_END_DECLS

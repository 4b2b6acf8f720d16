/* Where the lines of a text end: where a reader would end them. */
#pragma once

#include <pango/pango.h>

#include "yz-no-break.h"

G_BEGIN_DECLS

/* Sets the text of a layout, with what is other in parts of it. */
typedef void (*YzLinesSet) (PangoLayout *layout, const char *text, gpointer data);

/**
 * yz_lines_break:
 * @layout: in the type of the text; its text, width and size are changed
 * @width: in Pango's units
 * @loose: breaks anywhere
 * @set: sets the text of @layout
 * @data: for @set
 * @shrink: (out): what the size was multiplied by, 0.96 or more
 *
 * What yz-no-break.h finds is on one line unless it alone is wider than @width, and so are the hours up to a ；. The
 * last line of each paragraph has three characters or more: the type shrinks for it, or others go down to them.
 *
 * Returns: (transfer full): the text with a line feed wherever a line ends
 */
char *yz_lines_break (const YzNoBreak *no_break, PangoLayout *layout, const char *text, int width, gboolean loose,
                      YzLinesSet set, gpointer data, double *shrink);

G_END_DECLS

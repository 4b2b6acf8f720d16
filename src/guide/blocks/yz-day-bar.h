/* Hours as bars from midnight to midnight: solid staffed, hatched self-service, dotted unknown, a hairline shut. */
#pragma once

#include "yz-canvas.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_BAR_STAFFED,
  YZ_BAR_SELF_SERVICE,
  YZ_BAR_UNKNOWN,
  YZ_BAR_SHUT,
} YzBarStyle;

YzBarStyle yz_bar_get_style (const YzHoursBar *bar);

/**
 * yz_bar_dup_word:
 *
 * Returns: (transfer full): what the bar means: "有人值守", "staffed", see yz_print_say_both()
 */
char *yz_bar_dup_word (YzBarStyle style, YzPrintLanguage language);

/**
 * yz_bar_draw:
 *
 * Draws @rect, of any height from 0.5 mm, in a style. A line, dotted or not, is drawn in the middle of it.
 */
void yz_bar_draw (YzCanvas *canvas, YzBarStyle style, const YzRect *rect);

/**
 * yz_day_bar_draw:
 * @bars: (nullable) (element-type YzHoursBar): %NULL while unknown
 * @weekday: those to draw, 1 for Monday
 * @first: hour at the left edge
 * @last: hour at the right edge
 *
 * Draws the bars of one day into @rect; what lies outside of the hours is left out.
 */
void yz_day_bar_draw (YzCanvas *canvas, const GArray *bars, guint weekday, double first, double last,
                      const YzRect *rect);

/**
 * yz_day_bar_draw_worded:
 * @size: of the type in points
 *
 * Draws a day with its words in the bars where they fit, and the times at which they begin and end below: what a poster
 * has. Where the times would touch, all are smaller; at last the later of two is left out.
 *
 * Returns: the height with the times
 */
double yz_day_bar_draw_worded (YzCanvas *canvas, const GArray *bars, guint weekday, const YzRect *rect, double size);

G_END_DECLS

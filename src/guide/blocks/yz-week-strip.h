/* An ordinary week in a square inch: seven rows of bars, from midnight to midnight. */
#pragma once

#include "yz-canvas.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

#define YZ_WEEK_STRIP_WIDTH 25.5
#define YZ_WEEK_STRIP_HEIGHT 14.6 /* with the hours above it */

/**
 * yz_week_strip_draw:
 * @rect: at least of %YZ_WEEK_STRIP_WIDTH by %YZ_WEEK_STRIP_HEIGHT, in millimetres of A4's type
 *
 * Draws the week of @station; days without a bar, and a station that is not open at all, say so in a word.
 */
void yz_week_strip_draw (YzCanvas *canvas, const YzGuideStation *station, const YzRect *rect);

G_END_DECLS

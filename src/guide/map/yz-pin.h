/* A station on a map and beside its name: its number in the shape of its state. Shape and word, then colour. */
#pragma once

#include "yz-canvas.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * yz_pin_draw:
 * @number: of the station, up to four digits; 0 for none
 * @x: of the middle, in millimetres
 * @radius: of the disc; some shapes go beyond it
 *
 * Open is a red disc; all day has a second ring and a moon; unknown is dashed and hollow; paused a triangle; planned an
 * outline; over is grey and struck.
 */
void yz_pin_draw (YzCanvas *canvas, YzGuideLook look, guint number, double x, double y, double radius);

/**
 * yz_pin_draw_dot:
 *
 * As yz_pin_draw(), for maps so small that only the shape can be seen: no number, no badge.
 */
void yz_pin_draw_dot (YzCanvas *canvas, YzGuideLook look, double x, double y, double radius);

/**
 * yz_pin_get_box:
 *
 * Returns: all that yz_pin_draw() would draw on, with its white rim
 */
YzRect yz_pin_get_box (YzGuideLook look, double x, double y, double radius);

/**
 * yz_pin_dup_word:
 *
 * Returns: (transfer full): the words beside the shape: "全天开放", "Open 24 hours", see yz_print_say_both()
 */
char *yz_pin_dup_word (YzGuideLook look, YzPrintLanguage language);

G_END_DECLS

#include "config.h"

#include "yz-pin.h"

#include "yz-symbol.h"

#include <math.h>

/* All in parts of the radius. */
#define RIM 0.13   /* white around a shape */
#define INNER 0.84 /* radius of the disc inside the second ring */
#define RING 1.1   /* radius of the second ring's line */
#define RING_LINE 0.13
#define LINE 0.15 /* of a hollow shape */
#define BADGE_AT 0.86
#define BADGE 0.42
#define TRIANGLE_TOP 1.25 /* above the middle */
#define TRIANGLE_FOOT 0.87
#define TRIANGLE_HALF 1.28
#define DIGITS 1.22     /* height of the type */
#define ROOM 1.45       /* of the number in a disc */
#define HOLLOW_ROOM 1.3 /* inside a line */
#define SMALL_ROOM 0.95 /* in a triangle */

#define POINTS_PER_MM (72 / 25.4)

static void
add_circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
add_triangle (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x, y - TRIANGLE_TOP * radius);
  cairo_line_to (cr, x + TRIANGLE_HALF * radius, y + TRIANGLE_FOOT * radius);
  cairo_line_to (cr, x - TRIANGLE_HALF * radius, y + TRIANGLE_FOOT * radius);
  cairo_close_path (cr);
}

static void
fill_circle (YzCanvas *canvas, double x, double y, double radius, YzInk ink)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  /* a point under a round pen: a quarter of what four curves take in a file, and there are two a pin */
  yz_canvas_set_ink (canvas, ink);
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2 * radius);
  cairo_move_to (cr, x, y);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_badge (YzCanvas *canvas, double x, double y, double radius)
{
  double badge_x = x + BADGE_AT * radius, badge_y = y - BADGE_AT * radius, moon = BADGE * radius * 1.3;

  fill_circle (canvas, badge_x, badge_y, (BADGE + RIM * 0.6) * radius, YZ_INK_WHITE);
  fill_circle (canvas, badge_x, badge_y, BADGE * radius, YZ_INK_BLACK);
  yz_symbol_draw (canvas, "yz-moon-symbolic", &(YzRect){ badge_x - moon / 2, badge_y - moon / 2, moon, moon },
                  YZ_INK_WHITE, YZ_SYMBOL_SOLID);
}

static void
draw_all_day (YzCanvas *canvas, double x, double y, double radius)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  fill_circle (canvas, x, y, (RING + RING_LINE / 2 + RIM) * radius, YZ_INK_WHITE);
  yz_canvas_set_ink (canvas, YZ_INK_RED);
  add_circle (cr, x, y, RING * radius);
  cairo_set_line_width (cr, RING_LINE * radius);
  cairo_stroke (cr);
  fill_circle (canvas, x, y, INNER * radius, YZ_INK_RED);
}

/* A white shape with a line around it, dashed by @dashes if there are any. */
static void
draw_hollow (YzCanvas *canvas, double radius, YzInk ink, guint dashes, double line)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  double dash = 2 * G_PI * radius / (MAX (dashes, 1) * 2);

  cairo_save (cr);
  yz_canvas_set_ink (canvas, YZ_INK_WHITE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, (line + 2 * RIM) * radius);
  cairo_stroke_preserve (cr);
  cairo_fill_preserve (cr);
  yz_canvas_set_ink (canvas, ink);
  if (dashes > 0)
    cairo_set_dash (cr, (double[]){ dash * 1.2, dash * 0.8 }, 2, 0);
  cairo_set_line_width (cr, line * radius);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_shape (YzCanvas *canvas, YzGuideLook look, double x, double y, double radius)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  switch (look)
    {
    case YZ_GUIDE_OPEN:
      fill_circle (canvas, x, y, (1 + RIM) * radius, YZ_INK_WHITE);
      fill_circle (canvas, x, y, radius, YZ_INK_RED);
      break;
    case YZ_GUIDE_ALL_DAY:
      draw_all_day (canvas, x, y, radius);
      break;
    case YZ_GUIDE_PAUSED:
      add_triangle (cr, x, y, radius);
      draw_hollow (canvas, radius, YZ_INK_BLACK, 0, LINE);
      break;
    case YZ_GUIDE_UNKNOWN:
    case YZ_GUIDE_PLANNED:
    case YZ_GUIDE_OVER:
    default:
      add_circle (cr, x, y, (1 - LINE / 2) * radius);
      draw_hollow (canvas, radius, look == YZ_GUIDE_OVER ? YZ_INK_HAIR : YZ_INK_BLACK,
                   look == YZ_GUIDE_UNKNOWN ? 11 : 0, look == YZ_GUIDE_PLANNED ? LINE / 2 : LINE);
      break;
    }
}

static YzInk
get_ink (YzGuideLook look)
{
  if (look == YZ_GUIDE_OPEN || look == YZ_GUIDE_ALL_DAY)
    return YZ_INK_WHITE;
  return look == YZ_GUIDE_OVER ? YZ_INK_SECOND : YZ_INK_BLACK;
}

static double
get_room (YzGuideLook look)
{
  switch (look)
    {
    case YZ_GUIDE_OPEN:
      return ROOM;
    case YZ_GUIDE_ALL_DAY:
      return ROOM * INNER;
    case YZ_GUIDE_PAUSED:
      return SMALL_ROOM;
    case YZ_GUIDE_UNKNOWN:
    case YZ_GUIDE_PLANNED:
    case YZ_GUIDE_OVER:
    default:
      return HOLLOW_ROOM;
    }
}

/* By the extents of its ink: a digit stands off the middle of its line. */
static void
write_number (YzCanvas *canvas, const char *number, YzGuideLook look, double x, double y, double radius)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double room = get_room (look) * radius;
  double size = (look == YZ_GUIDE_PAUSED || look == YZ_GUIDE_ALL_DAY ? 0.8 : 1) * DIGITS * radius * POINTS_PER_MM;
  const YzType type = { .size = size / yz_typesetter_get_scale (typesetter),
                        .bold = TRUE,
                        .ink = get_ink (look),
                        .struck = look == YZ_GUIDE_OVER };
  g_autoptr (YzText) text = yz_typesetter_fit (typesetter, &type, number, room, 1);
  PangoRectangle ink;

  if (look == YZ_GUIDE_PAUSED)
    y += 0.28 * radius;
  pango_layout_get_extents (text->layout, &ink, NULL);
  yz_canvas_show (canvas, text, x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                  y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
}

void
yz_pin_draw (YzCanvas *canvas, YzGuideLook look, guint number, double x, double y, double radius)
{
  char digits[12];
  YzRect box = yz_pin_get_box (look, x, y, radius);

  draw_shape (canvas, look, x, y, radius);
  if (look == YZ_GUIDE_ALL_DAY)
    draw_badge (canvas, x, y, radius);
  g_snprintf (digits, sizeof digits, "%u", number);
  if (number > 0)
    write_number (canvas, digits, look, x, y, radius);
  else if (look == YZ_GUIDE_UNKNOWN)
    write_number (canvas, "?", look, x, y, radius);
  else
    fill_circle (canvas, x, y + (look == YZ_GUIDE_PAUSED ? 0.2 * radius : 0), 0.3 * radius, get_ink (look));
  yz_canvas_add_mark (canvas, YZ_MARK_SYMBOL, &box, digits);
}

void
yz_pin_draw_dot (YzCanvas *canvas, YzGuideLook look, double x, double y, double radius)
{
  YzRect box = yz_pin_get_box (look, x, y, radius);

  draw_shape (canvas, look, x, y, radius);
  yz_canvas_add_mark (canvas, YZ_MARK_SYMBOL, &box, "0");
}

YzRect
yz_pin_get_box (YzGuideLook look, double x, double y, double radius)
{
  double reach = (1 + RIM) * radius, badge = (BADGE_AT + BADGE + RIM * 0.6) * radius;
  double edge = (LINE / 2 + RIM) * radius;

  if (look == YZ_GUIDE_ALL_DAY)
    {
      reach = (RING + RING_LINE / 2 + RIM) * radius;
      return (YzRect){ x - reach, y - badge, reach + badge, badge + reach };
    }
  if (look == YZ_GUIDE_PAUSED)
    return (YzRect){ x - TRIANGLE_HALF * radius - edge, y - TRIANGLE_TOP * radius - edge,
                     2 * (TRIANGLE_HALF * radius + edge), (TRIANGLE_TOP + TRIANGLE_FOOT) * radius + 2 * edge };
  return (YzRect){ x - reach, y - reach, 2 * reach, 2 * reach };
}

char *
yz_pin_dup_word (YzGuideLook look, YzPrintLanguage language)
{
  switch (look)
    {
    case YZ_GUIDE_ALL_DAY:
      return yz_print_say_both (language, "全天开放", "Open 24 hours");
    case YZ_GUIDE_UNKNOWN:
      return yz_print_say_both (language, "时间未知", "Hours not known");
    case YZ_GUIDE_PAUSED:
      return yz_print_say_both (language, "暂停开放", "Closed for now");
    case YZ_GUIDE_PLANNED:
      return yz_print_say_both (language, "尚未开放", "Not open yet");
    case YZ_GUIDE_OVER:
      return yz_print_say_both (language, "不再开放", "Closed for good");
    case YZ_GUIDE_OPEN:
    default:
      return yz_print_say_both (language, "按所列时间开放", "Open at the hours given");
    }
}

#include "config.h"

#include "yz-day-bar.h"

#define DAY 1440.0 /* minutes */
#define MM_PER_POINT (25.4 / 72)
#define SMALLEST_TIME 0.6 /* of the size asked for */
#define TIMES_GAP 0.35    /* from bar to times, and between two times, in parts of the type's size */

YzBarStyle
yz_bar_get_style (const YzHoursBar *bar)
{
  if (bar->state == YZ_HOURS_UNKNOWN)
    return YZ_BAR_UNKNOWN;
  return bar->self_service ? YZ_BAR_SELF_SERVICE : YZ_BAR_STAFFED;
}

char *
yz_bar_dup_word (YzBarStyle style, YzPrintLanguage language)
{
  switch (style)
    {
    case YZ_BAR_SELF_SERVICE:
      return yz_print_say_both (language, "自助进门", "self-service");
    case YZ_BAR_UNKNOWN:
      return yz_print_say_both (language, "未核实", "not known");
    case YZ_BAR_SHUT:
      return yz_print_say_both (language, "不开", "closed");
    case YZ_BAR_STAFFED:
    default:
      return yz_print_say_both (language, "有人值守", "staffed");
    }
}

/* Slanting lines, cut at the edges by reckoning: a clip and a pattern would both weigh more in a PDF. */
static void
draw_hatched (YzCanvas *canvas, const YzRect *rect)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  double step = 0.42 + 0.09 * rect->height, line = 0.09 + 0.014 * rect->height;

  yz_canvas_fill (canvas, rect, YZ_INK_WHITE); /* no line of the ground goes through */
  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  for (double foot = step - rect->height; foot < rect->width; foot += step)
    {
      double from = MAX (foot, 0), to = MIN (foot + rect->height, rect->width);

      if (to <= from)
        continue;
      cairo_move_to (cr, rect->x + from, rect->y + rect->height - (from - foot));
      cairo_line_to (cr, rect->x + to, rect->y + rect->height - (to - foot));
    }
  cairo_rectangle (cr, rect->x + line / 2, rect->y + line / 2, MAX (rect->width - line, 0), rect->height - line);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_dotted (YzCanvas *canvas, const YzRect *rect)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  double dot = 0.28 + 0.03 * rect->height, step = 2.4 * dot;

  cairo_save (cr);
  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, (double[]){ 0, step }, 2, 0);
  cairo_set_line_width (cr, dot);
  cairo_move_to (cr, rect->x + dot / 2, rect->y + rect->height / 2);
  cairo_line_to (cr, rect->x + rect->width - dot / 2, rect->y + rect->height / 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
yz_bar_draw (YzCanvas *canvas, YzBarStyle style, const YzRect *rect)
{
  switch (style)
    {
    case YZ_BAR_SELF_SERVICE:
      draw_hatched (canvas, rect);
      break;
    case YZ_BAR_UNKNOWN:
      draw_dotted (canvas, rect);
      break;
    case YZ_BAR_SHUT:
      yz_canvas_rule (canvas, rect->x, rect->y + rect->height / 2, rect->width, 0.1, YZ_INK_HAIR);
      break;
    case YZ_BAR_STAFFED:
    default:
      yz_canvas_fill (canvas, rect, YZ_INK_BLACK);
      break;
    }
}

void
yz_day_bar_draw (YzCanvas *canvas, const GArray *bars, guint weekday, double first, double last, const YzRect *rect)
{
  if (bars == NULL)
    yz_bar_draw (canvas, YZ_BAR_UNKNOWN, rect);
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (bars, YzHoursBar, i);
      double from = MAX (bar->start / 60.0, first), to = MIN (bar->end / 60.0, last);
      double scale = rect->width / (last - first);

      if (bar->weekday == weekday && to > from)
        yz_bar_draw (canvas, yz_bar_get_style (bar),
                     &(YzRect){ rect->x + (from - first) * scale, rect->y, (to - from) * scale, rect->height });
    }
}

/* --- with words and times ----------------------------------------------------------------------------------------- */

/* The word that says what a bar is, the short one where the long one does not fit; in a hatched bar on white. */
static void
write_word (YzCanvas *canvas, YzBarStyle style, const YzRect *bar, double size)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  YzPrintLanguage language = yz_canvas_get_language (canvas);
  const YzType type = { .size = size, .bold = TRUE, .ink = style == YZ_BAR_STAFFED ? YZ_INK_WHITE : YZ_INK_BLACK };
  g_autofree char *word = yz_bar_dup_word (style, language);
  const char *words[] = { word, style == YZ_BAR_STAFFED        ? yz_print_say (language, "值守", "staff")
                                : style == YZ_BAR_SELF_SERVICE ? yz_print_say (language, "自助", "self")
                                                               : "?" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (YzText) text = yz_typesetter_set (typesetter, &type, words[i], 0);
      double pad = text->height * 0.2, x = bar->x + (bar->width - text->width) / 2;
      double y = bar->y + (bar->height - text->height) / 2;

      if (text->width + 4 * pad > bar->width || text->height > bar->height * 1.1)
        continue;
      if (style != YZ_BAR_STAFFED)
        yz_canvas_fill (canvas, &(YzRect){ x - pad, bar->y + pad, text->width + 2 * pad, bar->height - 2 * pad },
                        YZ_INK_WHITE);
      yz_canvas_show (canvas, text, x, y);
      return;
    }
}

/* A time below the bar: a beginning stands right of its line, an end left of it, as both are read from inside. */
typedef struct
{
  int minute;
  gboolean ends;
} BarTime;

/* Each once; where self-service begins, it is what staff end with. */
static GArray *
list_times (const GArray *bars, guint weekday)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (BarTime));

  for (guint i = 0; i < bars->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (bars, YzHoursBar, i);
      BarTime start = { bar->start, FALSE }, end = { bar->end, TRUE };
      BarTime *last = times->len > 0 ? &g_array_index (times, BarTime, times->len - 1) : NULL;

      if (bar->weekday != weekday)
        continue;
      if (last != NULL && last->minute == bar->start)
        last->ends = bar->self_service;
      else
        g_array_append_val (times, start);
      g_array_append_val (times, end);
    }
  return times;
}

/* Without a canvas it is tried whether all of them have room. Returns the height, 0 where they have none. */
static double
lay_times (YzTypesetter *typesetter, YzCanvas *canvas, const GArray *times, const YzRect *rect, double size)
{
  const YzType type = { .size = size, .bold = TRUE };
  double gap = TIMES_GAP * size * MM_PER_POINT * yz_typesetter_get_scale (typesetter), free_from = rect->x, height = 0;

  for (guint i = 0; i < times->len; i++)
    {
      const BarTime *time = &g_array_index (times, BarTime, i);
      g_autofree char *words = g_strdup_printf ("%02d:%02d", time->minute / 60, time->minute % 60);
      g_autoptr (YzText) text = yz_typesetter_set (typesetter, &type, words, 0);
      double at = rect->x + time->minute / DAY * rect->width - (time->ends ? text->width : 0);
      double x = CLAMP (at, rect->x, rect->x + rect->width - text->width);

      if (x < free_from && canvas == NULL)
        return 0;
      if (x < free_from)
        continue;
      if (canvas != NULL)
        yz_canvas_show (canvas, text, x, rect->y + rect->height + gap);
      free_from = x + text->width + gap;
      height = gap + text->height;
    }
  return height;
}

/* In smaller type where they are many. */
static double
write_times (YzCanvas *canvas, const GArray *bars, guint weekday, const YzRect *rect, double size)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  g_autoptr (GArray) times = list_times (bars, weekday);
  double fitting = size;

  while (fitting > size * SMALLEST_TIME && lay_times (typesetter, NULL, times, rect, fitting) <= 0)
    fitting *= 0.9;
  return lay_times (typesetter, canvas, times, rect, fitting);
}

double
yz_day_bar_draw_worded (YzCanvas *canvas, const GArray *bars, guint weekday, const YzRect *rect, double size)
{
  gboolean shut = TRUE;

  yz_canvas_frame (canvas, rect, 0, 0.3, YZ_INK_BLACK);
  yz_day_bar_draw (canvas, bars, weekday, 0, 24, rect);
  for (guint i = 0; i < bars->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (bars, YzHoursBar, i);

      if (bar->weekday != weekday)
        continue;
      write_word (canvas, yz_bar_get_style (bar),
                  &(YzRect){ rect->x + bar->start / DAY * rect->width, rect->y,
                             (bar->end - bar->start) / DAY * rect->width, rect->height },
                  size);
      shut = FALSE;
    }
  if (shut)
    write_word (canvas, YZ_BAR_SHUT, rect, size);
  return rect->height + write_times (canvas, bars, weekday, rect, size);
}

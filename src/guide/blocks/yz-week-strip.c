#include "config.h"

#include "yz-week-strip.h"

#include "yz-day-bar.h"

/* In parts of the height: the rows fill what is left below the hours. */
#define TICKS 0.16
#define BAR 0.66    /* of a row's pitch */
#define DAY_GAP 0.8 /* from a day's name to its bars, in millimetres of A4's type */
#define DAYS 7

static const YzType tick_type = { .size = 5, .ink = YZ_INK_SECOND, .leading = 2.2 };
static const YzType word_type = { .size = 5.6, .leading = 2.2, .one_line = TRUE };
static const YzType day_type = { .size = 5, .ink = YZ_INK_SECOND, .leading = 2.2 };

typedef struct
{
  YzCanvas *canvas;
  const YzGuideStation *station;
  YzRect rows; /* of the bars, without the labels */
  double pitch;
  YzText *days[DAYS]; /* names of every other day */
} Strip;

static void
show_centred (Strip *strip, const YzType *type, const char *words, double x, double y)
{
  g_autoptr (YzText) text = yz_typesetter_set (yz_canvas_get_typesetter (strip->canvas), type, words, 0);

  yz_canvas_show (strip->canvas, text, x - text->width / 2, y - text->height / 2);
}

static void
draw_grid (Strip *strip, const YzRect *rect)
{
  const YzRect *rows = &strip->rows;
  double tick_y = rect->y + (rows->y - rect->y) * 0.42;
  static const char *const hours[] = { "0", "6", "12", "18", "24" };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      double x = rows->x + rows->width * i / 4;

      yz_canvas_fill (strip->canvas, &(YzRect){ x - 0.05, rows->y, 0.1, rows->height }, YZ_INK_HAIR);
      /* the last one ends with the strip */
      show_centred (strip, &tick_type, hours[i], i == 4 ? x - rows->width * 0.042 : x, tick_y);
    }
  for (guint day = 0; day < DAYS; day += 2)
    yz_canvas_show (strip->canvas, strip->days[day], rect->x,
                    rows->y + (day + 0.5) * strip->pitch - strip->days[day]->height / 2);
}

/* Returns the room that the widest name takes. */
static double
set_days (Strip *strip)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (strip->canvas);
  YzPrintLanguage language = yz_canvas_get_language (strip->canvas);
  double width = 0;

  for (guint day = 0; day < DAYS; day += 2)
    {
      g_autofree char *name = yz_print_say_both (language, yz_print_weekday (YZ_PRINT_CHINESE, day + 1, TRUE),
                                                 yz_print_weekday (YZ_PRINT_ENGLISH, day + 1, TRUE));

      strip->days[day] = yz_typesetter_set (typesetter, &day_type, name, 0);
      width = MAX (width, strip->days[day]->width);
    }
  return width + DAY_GAP * yz_typesetter_get_scale (typesetter);
}

/* The word stands in the middle of @first to @last, on white. */
static void
write_word (Strip *strip, const char *word, guint first, guint last)
{
  g_autoptr (YzText)
    text = yz_typesetter_fit (yz_canvas_get_typesetter (strip->canvas), &word_type, word, strip->rows.width - 1.2, 4);
  double x = strip->rows.x + (strip->rows.width - text->width) / 2;
  double y = strip->rows.y + (first + last + 1) / 2.0 * strip->pitch;
  double height = MIN (text->height, strip->pitch * (last - first + 1));

  yz_canvas_fill (strip->canvas, &(YzRect){ x - 0.6, y - height / 2, text->width + 1.2, height }, YZ_INK_WHITE);
  yz_canvas_show (strip->canvas, text, x, y - text->height / 2);
}

static gboolean
has_bars (Strip *strip, guint day)
{
  for (guint i = 0; i < strip->station->week->len; i++)
    if (g_array_index (strip->station->week, YzHoursBar, i).weekday == day + 1)
      return TRUE;
  return FALSE;
}

static YzRect
get_row (Strip *strip, guint day)
{
  return (YzRect){ strip->rows.x, strip->rows.y + (day + (1 - BAR) / 2) * strip->pitch, strip->rows.width,
                   strip->pitch * BAR };
}

static void
draw_week (Strip *strip)
{
  g_autofree char *shut = yz_bar_dup_word (YZ_BAR_SHUT, yz_canvas_get_language (strip->canvas));
  guint last;

  for (guint day = 0; day < DAYS; day++)
    {
      YzRect row = get_row (strip, day);

      yz_bar_draw (strip->canvas, YZ_BAR_SHUT, &row);
      yz_day_bar_draw (strip->canvas, strip->station->week, day + 1, 0, 24, &row);
    }
  for (guint day = 0; day < DAYS; day = last + 1)
    {
      for (last = day; !has_bars (strip, day) && last + 1 < DAYS && !has_bars (strip, last + 1); last++)
        ;
      if (!has_bars (strip, day))
        write_word (strip, shut, day, last);
    }
}

static void
draw_without_hours (Strip *strip, YzBarStyle style, const char *chinese, const char *english)
{
  g_autofree char *word = yz_print_say_both (yz_canvas_get_language (strip->canvas), chinese, english);

  for (guint day = 0; day < DAYS; day++)
    {
      YzRect row = get_row (strip, day);

      yz_bar_draw (strip->canvas, style, &row);
    }
  write_word (strip, word, 0, DAYS - 1);
}

void
yz_week_strip_draw (YzCanvas *canvas, const YzGuideStation *station, const YzRect *rect)
{
  Strip strip = { canvas, station };
  double labels = set_days (&strip);

  strip.rows =
    (YzRect){ rect->x + labels, rect->y + TICKS * rect->height, rect->width - labels, (1 - TICKS) * rect->height };
  strip.pitch = strip.rows.height / DAYS;
  draw_grid (&strip, rect);
  if (station->look == YZ_GUIDE_PAUSED)
    draw_without_hours (&strip, YZ_BAR_SHUT, "停用", "closed for now");
  else if (station->look == YZ_GUIDE_PLANNED)
    draw_without_hours (&strip, YZ_BAR_SHUT, "尚未开放", "not open yet");
  else if (station->look == YZ_GUIDE_OVER)
    draw_without_hours (&strip, YZ_BAR_SHUT, "不再开放", "closed");
  else if (station->week == NULL)
    draw_without_hours (&strip, YZ_BAR_UNKNOWN, "未核实", "not known");
  else
    draw_week (&strip);
  for (guint day = 0; day < DAYS; day += 2)
    yz_text_free (strip.days[day]);
}

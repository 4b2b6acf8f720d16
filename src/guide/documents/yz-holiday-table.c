#include "config.h"

#include "yz-holiday-notice-private.h"

#include "yz-day-bar.h"
#include "yz-holiday-words.h"
#include "yz-value-text.h"

#include <string.h>

/* Millimetres of the design. */
#define DATE_END 13.0
#define WEEKDAY_AT 17.0
#define LUNAR_AT 32.0
#define HOURS_AT 58.0
#define BARS_AT 92.0
#define ROW 12.4
#define BAR 5.4
#define RING 2.6

/* Hours that a day bar shows at least. */
#define FIRST_HOUR 6
#define LAST_HOUR 20
#define TICK_STEP 3

static const YzType date_type = { .size = 23, .bold = TRUE, .leading = 9 };
static const YzType word_type = { .size = 12.5, .leading = 5.4 };
static const YzType second_type = { .size = 7, .ink = YZ_INK_SECOND, .leading = 2.8 };
static const YzType small_type = { .size = 8.5, .ink = YZ_INK_SECOND, .leading = 4 };
static const YzType half_type = { .size = 11.5, .bold = TRUE };

typedef struct
{
  int first;
  int last;
} Hours;

static Hours
find_hours (const GPtrArray *days)
{
  Hours hours = { FIRST_HOUR, LAST_HOUR };

  for (guint i = 0; i < days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (days, i);

      for (guint k = 0; day->bars != NULL && k < day->bars->len; k++)
        {
          const YzHoursBar *bar = &g_array_index (day->bars, YzHoursBar, k);

          if (bar->start < hours.first * 60)
            hours.first = bar->start / 60 / TICK_STEP * TICK_STEP;
          if (bar->end > hours.last * 60)
            hours.last = 24;
        }
    }
  return hours;
}

static double
hour_to_x (const YzPen *pen, const YzRect *area, const Hours *hours, double hour)
{
  double from = BARS_AT * pen->unit, width = area->width - from;

  return area->x + from + width * (hour - hours->first) / (hours->last - hours->first);
}

static void
draw_ticks (const YzPen *pen, const YzRect *area, const Hours *hours, double top, double bottom)
{
  for (int hour = (hours->first / TICK_STEP + 1) * TICK_STEP; hour < hours->last; hour += TICK_STEP)
    yz_canvas_fill (pen->canvas, &(YzRect){ hour_to_x (pen, area, hours, hour) - 0.05, top, 0.1, bottom - top },
                    YZ_INK_HAIR);
}

static double
lay_out_heading (const YzPen *pen, const YzRect *area, const Hours *hours)
{
  double height = 6 * pen->unit;
  g_autofree char *date = yz_print_say_both (pen->language, "日期", "Date");
  g_autofree char *open = yz_print_say_both (pen->language, "开放时间", "Open");

  yz_pen_write (pen, &small_type, date, area->x, area->y, 0);
  yz_pen_write (pen, &small_type, open, area->x + HOURS_AT * pen->unit, area->y, 0);
  for (int hour = hours->first; hour <= hours->last; hour = MIN (hour + TICK_STEP, MAX (hours->last, hour + 1)))
    {
      g_autofree char *label = g_strdup_printf ("%d", hour);
      g_autoptr (YzText) text = yz_pen_set (pen, &small_type, label, 0);
      double x = hour_to_x (pen, area, hours, hour) - text->width / 2;

      yz_pen_show (pen, text, MIN (x, area->x + area->width - text->width), area->y);
    }
  yz_pen_rule (pen, area->x, area->y + height, area->width, 0.3, YZ_INK_BLACK);
  return height;
}

/* The number of the day; where a notice goes over the end of a month, with the month. */
static char *
name_date (const YzPen *pen, const YzGuideDay *day, gboolean with_month)
{
  g_autofree char *english = NULL;
  GDate date;

  if (!yz_value_read_date (day->date, &date))
    return g_strdup (day->date);
  if (!with_month)
    return g_strdup_printf ("%d", g_date_get_day (&date));
  if (pen->language != YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%d/%d", g_date_get_month (&date), g_date_get_day (&date));
  english = yz_print_day (YZ_PRINT_ENGLISH, day->date);
  return g_strndup (english, strcspn (english, " ") + strlen (" Jan"));
}

static void
write_date (const YzPen *pen, const YzRect *area, const YzGuideDay *day, gboolean with_month)
{
  g_autofree char *name = name_date (pen, day, with_month);
  g_autoptr (YzText) text = yz_pen_fit (pen, &date_type, name, (WEEKDAY_AT - 2) * pen->unit, 8);
  double right = MAX (DATE_END * pen->unit, text->width);

  yz_pen_show (pen, text, area->x + right - text->width, area->y + (ROW * pen->unit - text->height) / 2);
}

static void
write_words (const YzPen *pen, const YzRect *area, const YzGuideDay *day)
{
  YzType lunar = word_type;
  GDate date;
  double y = area->y + (ROW - word_type.leading) / 2 * pen->unit;
  gboolean both = pen->language == YZ_PRINT_BOTH;

  lunar.bold = day->lunar != NULL && (g_str_equal (day->lunar, "除夕") || g_str_equal (day->lunar, "初一"));
  if (pen->language == YZ_PRINT_ENGLISH)
    lunar.size = small_type.size;
  if (yz_value_read_date (day->date, &date))
    {
      guint weekday = g_date_get_weekday (&date);

      if (both)
        yz_pen_write (pen, &second_type, yz_print_weekday (YZ_PRINT_ENGLISH, weekday, TRUE),
                      area->x + WEEKDAY_AT * pen->unit, y + 4.2 * pen->unit, 0);
      yz_pen_write (pen, &word_type, yz_print_weekday (pen->language, weekday, pen->language == YZ_PRINT_ENGLISH),
                    area->x + WEEKDAY_AT * pen->unit, y - (both ? 1.2 * pen->unit : 0), 0);
    }
  if (day->lunar != NULL)
    {
      double width = (HOURS_AT - LUNAR_AT - 2) * pen->unit;
      double x = area->x + LUNAR_AT * pen->unit, up = day->festival != NULL ? 1.2 * pen->unit : 0;
      g_autoptr (YzText) text = yz_pen_fit (pen, &lunar, day->lunar, width, 6);

      yz_pen_show (pen, text, x, area->y + (ROW * pen->unit - text->height) / 2 - up);
      if (up > 0)
        yz_pen_write_fitted (pen, &second_type, day->festival, x, y + 4.2 * pen->unit, width, 5);
    }
}

static void
draw_ring (const YzPen *pen, double x, double y)
{
  cairo_t *cr = yz_canvas_get_cairo (pen->canvas);

  yz_canvas_set_ink (pen->canvas, YZ_INK_BLACK);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, RING * pen->unit, 0, 2 * G_PI);
  cairo_set_line_width (cr, 0.7 * pen->unit);
  cairo_stroke (cr);
}

/* The hours of a day, a stretch a line: large where there is one. */
static YzText *
set_hours (const YzPen *pen, const YzGuideDay *day)
{
  g_autofree char *hours = yz_holiday_get_hours (day, pen->language);
  g_auto (GStrv) spans = g_strsplit (hours, yz_print_say (pen->language, "、", ", "), -1);
  g_autofree char *lines = g_strjoinv ("\n", spans);
  guint n = g_strv_length (spans);
  const YzType type = { .size = n == 1 ? 17 : n == 2 ? 12 : 9, .bold = TRUE, .one_line = TRUE };
  gboolean shut = yz_holiday_get_state (day) == YZ_HOLIDAY_SHUT;
  double width = (BARS_AT - HOURS_AT - (shut ? 2 * RING + 2 : 0) - 1) * pen->unit;

  return n == 1 ? yz_pen_fit (pen, &type, lines, width, 8) : yz_pen_set (pen, &type, lines, width);
}

static void
draw_shut_line (const YzPen *pen, double from, double to, double y)
{
  cairo_t *cr = yz_canvas_get_cairo (pen->canvas);

  cairo_save (cr);
  yz_canvas_set_ink (pen->canvas, YZ_INK_SECOND);
  cairo_set_line_width (cr, 0.12);
  cairo_set_dash (cr, (double[]){ 0.9, 0.9 }, 2, 0);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bars (const YzPen *pen, const YzRect *row, const YzGuideDay *day, const GPtrArray *days, const Hours *hours)
{
  double left = hour_to_x (pen, row, hours, hours->first), width = row->x + row->width - left;
  double middle = row->y + row->height / 2, bar = BAR * pen->unit;
  const YzHoursBar *last;
  GDate date;

  if (yz_holiday_get_state (day) == YZ_HOLIDAY_SHUT)
    draw_shut_line (pen, left, row->x + row->width, middle);
  if (yz_value_read_date (day->date, &date))
    yz_day_bar_draw (pen->canvas, day->bars, g_date_get_weekday (&date), hours->first, hours->last,
                     &(YzRect){ left, middle - bar / 2, width, bar });
  if (!yz_holiday_is_half (day, days))
    return;
  last = &g_array_index (day->bars, YzHoursBar, day->bars->len - 1);
  if (last->end <= 18 * 60)
    {
      g_autofree char *words = yz_print_say_both (pen->language, "半天", "half day");
      g_autoptr (YzText) half = yz_pen_set (pen, &half_type, words, 0);
      double x = hour_to_x (pen, row, hours, last->end / 60.0) + 2.4 * pen->unit;

      if (x + half->width <= row->x + row->width)
        {
          yz_canvas_fill (pen->canvas, &(YzRect){ x - 0.5, middle - bar / 2, half->width + 1, bar }, YZ_INK_WHITE);
          yz_pen_show (pen, half, x, middle - half->height / 2);
        }
    }
}

static double
lay_out_day (const YzPen *pen, const YzRect *area, const YzHolidayPart *part, guint index, const Hours *hours,
             gboolean with_month)
{
  const YzGuideDay *day = g_ptr_array_index (part->days, index);
  g_autoptr (YzText) text = set_hours (pen, day);
  double height = MAX (ROW * pen->unit, text->height + pen->unit);
  double top = area->y + (height - ROW * pen->unit) / 2, x = area->x + HOURS_AT * pen->unit;
  const YzRect row = { area->x, area->y, area->width, height };

  if (pen->canvas == NULL)
    return height;
  draw_ticks (pen, area, hours, area->y, area->y + height);
  write_date (pen, &(YzRect){ area->x, top, area->width, height }, day, with_month);
  write_words (pen, &(YzRect){ area->x, top, area->width, height }, day);
  if (yz_holiday_get_state (day) == YZ_HOLIDAY_SHUT)
    {
      draw_ring (pen, x + (RING + 0.3) * pen->unit, area->y + height / 2);
      x += (2 * RING + 2.4) * pen->unit;
    }
  yz_pen_show (pen, text, x, area->y + (height - text->height) / 2);
  draw_bars (pen, &row, day, part->days, hours);
  return height;
}

static gboolean
changes_after (const GPtrArray *days, guint index)
{
  return index + 1 == days->len || yz_holiday_get_state (g_ptr_array_index (days, index)) !=
                                     yz_holiday_get_state (g_ptr_array_index (days, index + 1));
}

double
yz_holiday_table_lay_out (const YzPen *pen, const YzRect *area, gpointer data)
{
  const YzHolidayPart *part = data;
  const Hours hours = find_hours (part->days);
  const YzGuideDay *first = g_ptr_array_index (part->days, 0);
  const YzGuideDay *last = g_ptr_array_index (part->days, part->days->len - 1);
  gboolean with_month = strncmp (first->date, last->date, strlen ("2026-02")) != 0;
  YzRect rest = *area;

  rest.y += lay_out_heading (pen, &rest, &hours);
  for (guint i = 0; i < part->days->len; i++)
    {
      gboolean strong = changes_after (part->days, i);

      rest.y += lay_out_day (pen, &rest, part, i, &hours, with_month);
      yz_pen_rule (pen, area->x, rest.y, area->width, strong ? 0.35 : 0.1, strong ? YZ_INK_BLACK : YZ_INK_SECOND);
    }
  return rest.y - area->y;
}

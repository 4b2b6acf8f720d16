#include "config.h"

#include "yz-hours-bars-draw.h"

#include "yz-drawing.h"
#include "yz-hours-names.h"

#include <glib/gi18n.h>

#define MINUTES 1440
#define RADIUS 5
#define HANDLE_WIDTH 8
#define HANDLE_HEIGHT 18
#define TEXT_SCALE 0.92
#define SMALL_SCALE 0.78
#define LABEL_MARGIN 2

double
yz_hours_bars_minute_to_x (GtkWidget *widget, int minute)
{
  return gtk_widget_get_width (widget) * (double) minute / MINUTES;
}

static double
x_of (const YzHoursBarsLook *look, int minute)
{
  return yz_hours_bars_minute_to_x (look->widget, MIN (minute, MINUTES));
}

static void
draw_track (cairo_t *cr, const YzHoursBarsLook *look)
{
  cairo_save (cr);
  yz_draw_rounded_rectangle (cr, 0, 0, x_of (look, MINUTES), YZ_HOURS_BARS_HEIGHT, RADIUS);
  yz_draw_set_colour (cr, look->widget, "yz_track");
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1);
  for (int hour = 1; hour < 24; hour++)
    {
      double x = (int) x_of (look, hour * 60) + 0.5;

      yz_draw_set_colour (cr, look->widget, hour % 6 == 0 ? "yz_tick" : "yz_line");
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, YZ_HOURS_BARS_HEIGHT);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_shape (cairo_t *cr, const YzHoursBarsLook *look, double x, double width, YzHoursBrush brush)
{
  static const double dots[] = { 2, 3 };

  yz_draw_set_colour (cr, look->widget, brush == YZ_HOURS_BRUSH_UNKNOWN ? "yz_closed" : "yz_open");
  yz_draw_rounded_rectangle (cr, x + 0.5, 0.5, width - 1, YZ_HOURS_BARS_HEIGHT - 1, RADIUS);
  if (brush == YZ_HOURS_BRUSH_STAFFED)
    {
      cairo_fill (cr);
      return;
    }
  if (brush == YZ_HOURS_BRUSH_SELF_SERVICE)
    {
      yz_draw_hatch (cr, x, 0, width, YZ_HOURS_BARS_HEIGHT);
      return;
    }
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static char *
make_label (int start, int end, YzHoursBrush brush, gboolean with_kind)
{
  g_autofree char *from = yz_hours_time_to_words (start);
  g_autofree char *to = yz_hours_time_to_words (end);
  g_autofree char *next_day = end > MINUTES ? g_strdup_printf (_ ("next day %s"), to) : NULL;
  g_autofree char *times = start == 0 && end == MINUTES
                             ? g_strdup (_ ("24 hours"))
                             : g_strdup_printf ("%s–%s", from, next_day != NULL ? next_day : to);

  if (!with_kind || brush == YZ_HOURS_BRUSH_STAFFED)
    return g_steal_pointer (&times);
  return g_strdup_printf ("%s %s", brush == YZ_HOURS_BRUSH_SELF_SERVICE ? _ ("self-service") : _ ("not certain"),
                          times);
}

/* Where two bars overlap, the part that is left of each names only the end that it has for itself. */
static char *
make_end_label (int start, int end, gboolean cut_before, gboolean cut_after)
{
  g_autofree char *from = yz_hours_time_to_words (start), *to = yz_hours_time_to_words (end);

  if (cut_before == cut_after)
    return NULL;
  return cut_after ? g_strdup_printf (C_ ("hours", "from %s"), from) : g_strdup_printf (C_ ("hours", "to %s"), to);
}

/* A label for a bar: with its kind, its times alone, its times in small type, or nothing, as there is room. */
static void
draw_label (cairo_t *cr, const YzHoursBarsLook *look, double x, double end_x, int start, int end, YzHoursBrush brush)
{
  gboolean filled = brush == YZ_HOURS_BRUSH_STAFFED;
  gboolean cut_before = x > x_of (look, start) + 1, cut_after = end_x < x_of (look, end) - 1;
  YzTextStyle style = { filled ? "yz_on_open" : "yz_open_text", TEXT_SCALE, 0.5, FALSE };
  double middle = (x + end_x) / 2;

  if (brush == YZ_HOURS_BRUSH_UNKNOWN)
    style.colour = "yz_dim";
  for (int attempt = 0; attempt < 3; attempt++)
    {
      g_autofree char *end_label = make_end_label (start, end, cut_before, cut_after);
      g_autofree char *label = end_label != NULL ? g_steal_pointer (&end_label)
                                                 : make_label (start, end, brush, attempt == 0);
      int width;

      style.scale = attempt == 2 ? SMALL_SCALE : TEXT_SCALE;
      width = yz_draw_measure_text (look->widget, label, &style);
      if (width + 2 * LABEL_MARGIN > end_x - x)
        continue;
      if (!filled)
        {
          yz_draw_set_colour (cr, look->widget, "yz_track");
          yz_draw_rounded_rectangle (cr, middle - width / 2.0 - 4, 7, width + 8, YZ_HOURS_BARS_HEIGHT - 14, 4);
          cairo_fill (cr);
        }
      yz_draw_text (cr, look->widget, label, &style, middle, YZ_HOURS_BARS_HEIGHT / 2.0);
      return;
    }
}

/* @limit: where the next bar begins, so that labels of overlapping bars stand apart */
static void
draw_bar (cairo_t *cr, const YzHoursBarsLook *look, int start, int end, int from, int limit, YzHoursBrush brush)
{
  double x = x_of (look, start), end_x = x_of (look, end);

  draw_shape (cr, look, x, MAX (end_x - x, 3), brush);
  draw_label (cr, look, MAX (x, x_of (look, from)), MIN (end_x, x_of (look, limit)), start, end, brush);
}

static void
draw_overlap (cairo_t *cr, const YzHoursBarsLook *look, int start, int end)
{
  double x = x_of (look, start), width = x_of (look, end) - x;

  yz_draw_set_colour (cr, look->widget, "yz_warning_fill");
  yz_draw_rounded_rectangle (cr, x, 0, width, YZ_HOURS_BARS_HEIGHT, 3);
  cairo_fill (cr);
  yz_draw_set_colour (cr, look->widget, "yz_paused");
  yz_draw_rounded_rectangle (cr, x, 0, width, YZ_HOURS_BARS_HEIGHT, 3);
  yz_draw_hatch (cr, x, 0, width, YZ_HOURS_BARS_HEIGHT);
  yz_draw_rounded_rectangle (cr, x + 0.75, 0.75, MAX (width - 1.5, 1), YZ_HOURS_BARS_HEIGHT - 1.5, 3);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_handle (cairo_t *cr, const YzHoursBarsLook *look, int minute, gboolean held)
{
  double x = CLAMP (x_of (look, minute), HANDLE_WIDTH / 2.0, x_of (look, MINUTES) - HANDLE_WIDTH / 2.0);

  yz_draw_rounded_rectangle (cr, x - HANDLE_WIDTH / 2.0, (YZ_HOURS_BARS_HEIGHT - HANDLE_HEIGHT) / 2.0, HANDLE_WIDTH,
                             HANDLE_HEIGHT, 4);
  yz_draw_set_colour (cr, look->widget, "card_bg_color");
  cairo_fill_preserve (cr);
  yz_draw_set_colour (cr, look->widget, held ? "accent_bg_color" : "yz_open");
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static const YzHoursGridSpan *
get_span (const YzHoursBarsLook *look, guint index)
{
  return &g_array_index (look->spans, YzHoursGridSpan, index);
}

static gboolean
is_dragged (const YzHoursBarsLook *look, guint index)
{
  return look->drag.active && look->drag.index == (int) index;
}

static void
draw_bars (cairo_t *cr, const YzHoursBarsLook *look)
{
  int from = 0;

  for (guint i = 0; i < look->spans->len; i++)
    {
      const YzHoursGridSpan *span = get_span (look, i);
      int limit = i + 1 < look->spans->len ? get_span (look, i + 1)->start : 2 * MINUTES;

      if (!is_dragged (look, i))
        draw_bar (cr, look, span->start, span->end, from, MAX (limit, span->start), yz_hours_span_get_brush (span));
      from = MAX (from, span->end);
    }
  for (guint i = 0; i + 1 < look->spans->len && !look->drag.active; i++)
    if (get_span (look, i + 1)->start < get_span (look, i)->end)
      draw_overlap (cr, look, get_span (look, i + 1)->start,
                    MIN (get_span (look, i)->end, get_span (look, i + 1)->end));
}

static void
draw_current (cairo_t *cr, const YzHoursBarsLook *look)
{
  const YzHoursGridSpan *span;
  double x;

  if (look->current < 0 || look->current >= (int) look->spans->len)
    return;
  span = get_span (look, look->current);
  x = x_of (look, span->start);
  yz_draw_rounded_rectangle (cr, x + 1, 1, MAX (x_of (look, span->end) - x - 2, 2), YZ_HOURS_BARS_HEIGHT - 2, RADIUS);
  yz_draw_set_colour (cr, look->widget, "accent_bg_color");
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_handles (cairo_t *cr, const YzHoursBarsLook *look)
{
  for (guint i = 0; i < look->spans->len; i++)
    if (!is_dragged (look, i))
      {
        draw_handle (cr, look, get_span (look, i)->start, FALSE);
        draw_handle (cr, look, get_span (look, i)->end, FALSE);
      }
}

/* The time in a bubble over the row, above what stands there. */
static void
draw_bubble (cairo_t *cr, const YzHoursBarsLook *look)
{
  const YzHoursBarsDrag *drag = &look->drag;
  YzTextStyle style = { "yz_bubble_text", TEXT_SCALE, 0.5, FALSE };
  g_autofree char *times = make_label (drag->start, drag->end, drag->brush, FALSE);
  /* Translators: %s is the time that a bar is dragged to */
  g_autofree char *label = g_strdup_printf (_ ("%s ↔ steps of %d min"), times, YZ_HOURS_STEP);
  int minute = drag->at_start ? drag->start : drag->at_end ? drag->end : (drag->start + drag->end) / 2;
  double width = yz_draw_measure_text (look->widget, label, &style) + 24;
  double x = x_of (look, minute), left = CLAMP (x - width / 2, 0, MAX (x_of (look, MINUTES) - width, 0));

  yz_draw_set_colour (cr, look->widget, "yz_bubble");
  yz_draw_rounded_rectangle (cr, left, -32, width, 26, 6);
  cairo_fill (cr);
  cairo_move_to (cr, x - 5, -6);
  cairo_line_to (cr, x, 0);
  cairo_line_to (cr, x + 5, -6);
  cairo_fill (cr);
  yz_draw_text (cr, look->widget, label, &style, left + width / 2, -19);
}

static void
draw_drag (cairo_t *cr, const YzHoursBarsLook *look)
{
  const YzHoursBarsDrag *drag = &look->drag;

  if (drag->end <= drag->start)
    return;
  draw_bar (cr, look, drag->start, drag->end, 0, 2 * MINUTES, drag->brush);
  draw_handle (cr, look, drag->start, drag->at_start);
  draw_handle (cr, look, drag->end, drag->at_end);
  draw_bubble (cr, look);
}

static void
draw_hint (cairo_t *cr, const YzHoursBarsLook *look)
{
  YzTextStyle style = { "yz_dim", TEXT_SCALE, 0.5, FALSE };

  yz_draw_text (cr, look->widget, look->hint, &style, x_of (look, MINUTES / 2), YZ_HOURS_BARS_HEIGHT / 2.0);
}

void
yz_hours_bars_draw (cairo_t *cr, const YzHoursBarsLook *look)
{
  draw_track (cr, look);
  if (look->faded)
    cairo_push_group (cr);
  draw_bars (cr, look);
  if (look->faded)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.4);
    }
  if (look->hint != NULL && look->spans->len == 0 && !look->drag.active)
    draw_hint (cr, look);
  if (look->handles)
    draw_handles (cr, look);
  draw_current (cr, look);
  if (look->drag.active)
    draw_drag (cr, look);
}

/* Drawn with cairo in a snapshot; the sentence beneath it in the pane is its accessible twin. */
#include "config.h"

#include "yz-week-strip.h"

#include "yz-drawing.h"

#include <glib/gi18n.h>

#define DAYS 7
#define MINUTES 1440
#define ROW_HEIGHT 20
#define BAR_HEIGHT 9
#define HEAD_HEIGHT 18
#define NAME_WIDTH 42
#define LEGEND_HEIGHT 24
#define SWATCH_WIDTH 18
#define END_MARGIN 4

struct _YzWeekStrip
{
  GtkWidget parent_instance;

  YzCardWeek week;
};

G_DEFINE_FINAL_TYPE (YzWeekStrip, yz_week_strip, GTK_TYPE_WIDGET)

static const char *
day_name (guint day)
{
  /* Translators: one letter or character for each day of the week, as in a calendar's head */
  static const char *const names[DAYS] = { NC_ ("day", "M"), NC_ ("day", "T"),  NC_ ("day", "W"), NC_ ("day", "Th"),
                                           NC_ ("day", "F"), NC_ ("day", "Sa"), NC_ ("day", "Su") };

  return g_dpgettext2 (NULL, "day", names[day]);
}

static double
minute_to_x (YzWeekStrip *self, int minute)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - NAME_WIDTH - END_MARGIN;

  return NAME_WIDTH + width * minute / MINUTES;
}

static void
draw_text (YzWeekStrip *self, cairo_t *cr, const char *text, const char *colour, gboolean bold, double x, double y,
           double alignment)
{
  YzTextStyle style = { colour, 0.86, alignment, bold };

  yz_draw_text (cr, GTK_WIDGET (self), text, &style, x, y);
}

static void
draw_head (YzWeekStrip *self, cairo_t *cr)
{
  static const int hours[] = { 0, 6, 12, 18, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", hours[i]);
      double x = minute_to_x (self, hours[i] * 60);

      draw_text (self, cr, text, "yz_dim", FALSE, x, HEAD_HEIGHT / 2.0, hours[i] == 24 ? 1 : hours[i] == 0 ? 0 : 0.5);
      yz_draw_set_colour (cr, GTK_WIDGET (self), "yz_line");
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, (int) x + 0.5, HEAD_HEIGHT);
      cairo_line_to (cr, (int) x + 0.5, HEAD_HEIGHT + DAYS * ROW_HEIGHT);
      cairo_stroke (cr);
    }
}

static double
day_to_y (guint day)
{
  return HEAD_HEIGHT + day * ROW_HEIGHT;
}

/* Holidays in the colour that calendars print them in, workdays in that of the text. */
static void
draw_kind (YzWeekStrip *self, cairo_t *cr, guint day)
{
  YzDayKind kind = self->week.kinds[day];

  if (kind == YZ_DAY_HOLIDAY)
    /* Translators: one character that marks a public holiday in a calendar */
    draw_text (self, cr, C_ ("day mark", "H"), "accent_color", TRUE, 30, day_to_y (day) + ROW_HEIGHT / 2.0, 0.5);
  else if (kind == YZ_DAY_WORKDAY)
    /* Translators: one character that marks a shifted workday in a calendar */
    draw_text (self, cr, C_ ("day mark", "W"), "window_fg_color", TRUE, 30, day_to_y (day) + ROW_HEIGHT / 2.0, 0.5);
}

static void
draw_day (YzWeekStrip *self, cairo_t *cr, guint day)
{
  gboolean today = (int) day == self->week.today;
  double y = day_to_y (day);

  if (today)
    {
      yz_draw_set_colour (cr, GTK_WIDGET (self), "yz_selection");
      yz_draw_rounded_rectangle (cr, 0, y + 1, gtk_widget_get_width (GTK_WIDGET (self)), ROW_HEIGHT - 2, 6);
      cairo_fill (cr);
    }
  draw_text (self, cr, day_name (day), today ? "accent_color" : "window_fg_color", today, 13, y + ROW_HEIGHT / 2.0,
             0.5);
  draw_kind (self, cr, day);

  yz_draw_set_colour (cr, GTK_WIDGET (self), "yz_track");
  yz_draw_rounded_rectangle (cr, minute_to_x (self, 0), y + (ROW_HEIGHT - BAR_HEIGHT) / 2.0,
                             minute_to_x (self, MINUTES) - minute_to_x (self, 0), BAR_HEIGHT, 3);
  cairo_fill (cr);
}

typedef enum
{
  LOOK_STAFFED,
  LOOK_SELF_SERVICE,
  LOOK_UNKNOWN,
  N_LOOKS,
} BarLook;

static void
draw_block (YzWeekStrip *self, cairo_t *cr, BarLook look, double x, double y, double width)
{
  yz_draw_set_colour (cr, GTK_WIDGET (self), look == LOOK_UNKNOWN ? "yz_closed" : "yz_open");
  yz_draw_rounded_rectangle (cr, x, y, width, BAR_HEIGHT, 2.5);
  if (look == LOOK_SELF_SERVICE)
    yz_draw_hatch (cr, x, y, width, BAR_HEIGHT);
  else if (look == LOOK_UNKNOWN)
    {
      const double dots[] = { 1.5, 2.5 };

      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  else
    cairo_fill (cr);
}

static void
draw_bar (YzWeekStrip *self, cairo_t *cr, const YzHoursBar *bar)
{
  double x = minute_to_x (self, bar->start);
  double width = MAX (minute_to_x (self, bar->end) - x, 2);
  double y = day_to_y (bar->weekday - G_DATE_MONDAY) + (ROW_HEIGHT - BAR_HEIGHT) / 2.0;
  BarLook look = LOOK_STAFFED;

  /* a comment alone makes hours uncertain by the specification, but "自助" says how one gets in */
  if (bar->self_service)
    look = LOOK_SELF_SERVICE;
  else if (bar->state == YZ_HOURS_UNKNOWN)
    look = LOOK_UNKNOWN;
  draw_block (self, cr, look, x, y, width);
}

static void
draw_legend (YzWeekStrip *self, cairo_t *cr)
{
  static const char *const words[N_LOOKS] = { N_ ("Staffed"), N_ ("Self-service"), N_ ("Unknown") };
  double y = HEAD_HEIGHT + DAYS * ROW_HEIGHT + (LEGEND_HEIGHT - BAR_HEIGHT) / 2.0 + 2;
  double step = (gtk_widget_get_width (GTK_WIDGET (self)) - NAME_WIDTH - END_MARGIN) / (double) N_LOOKS;

  for (guint look = 0; look < N_LOOKS; look++)
    {
      double x = NAME_WIDTH + look * step;

      draw_block (self, cr, look, x, y, SWATCH_WIDTH);
      draw_text (self, cr, _ (words[look]), "yz_dim", FALSE, x + SWATCH_WIDTH + 6, y + BAR_HEIGHT / 2.0, 0);
    }
}

static void
draw_now (YzWeekStrip *self, cairo_t *cr)
{
  double x = minute_to_x (self, self->week.minute);
  double y = day_to_y ((guint) self->week.today);

  yz_draw_set_colour (cr, GTK_WIDGET (self), "accent_bg_color");
  cairo_arc (cr, x, y - 1, 3, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x, y - 1);
  cairo_line_to (cr, x, y + ROW_HEIGHT);
  cairo_stroke (cr);
}

static void
yz_week_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzWeekStrip *self = YZ_WEEK_STRIP (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  draw_head (self, cr);
  for (guint day = 0; day < DAYS; day++)
    draw_day (self, cr, day);
  for (guint i = 0; self->week.bars != NULL && i < self->week.bars->len; i++)
    draw_bar (self, cr, &g_array_index (self->week.bars, YzHoursBar, i));
  if (self->week.today >= 0)
    draw_now (self, cr);
  draw_legend (self, cr);
  cairo_destroy (cr);
}

static void
yz_week_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEAD_HEIGHT + DAYS * ROW_HEIGHT + LEGEND_HEIGHT;
  else
    {
      *minimum = 160;
      *natural = 320;
    }
}

static void
yz_week_strip_finalize (GObject *object)
{
  yz_card_week_clear (&YZ_WEEK_STRIP (object)->week);
  G_OBJECT_CLASS (yz_week_strip_parent_class)->finalize (object);
}

static void
yz_week_strip_class_init (YzWeekStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yz_week_strip_finalize;
  widget_class->snapshot = yz_week_strip_snapshot;
  widget_class->measure = yz_week_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "weekstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yz_week_strip_init (YzWeekStrip *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Opening hours of the week"),
                                  -1);
}

void
yz_week_strip_set_week (YzWeekStrip *self, const YzCardWeek *week)
{
  g_return_if_fail (YZ_IS_WEEK_STRIP (self));

  yz_card_week_clear (&self->week);
  self->week = *week;
  if (week->bars != NULL)
    g_array_ref (week->bars);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

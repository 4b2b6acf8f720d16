/* A poster for each station: its name, whether it is open, how to get in, to be read from two metres away. */
#include "config.h"

#include "yz-day-bar.h"
#include "yz-documents-private.h"
#include "yz-service-grid-private.h"
#include "yz-sheet-parts-private.h"
#include "yz-station-words.h"

#define BAR_HEIGHT 11.0
#define LABEL 30.0 /* of the days before a bar, where there are several bars */
#define BOX_PAD 6.0
#define MOST_STEPS 4
#define MOST_BARS 2

static const YzType name_type = { .size = 85, .bold = TRUE, .leading = 34 };
static const YzType kind_type = { .size = 28, .bold = TRUE, .leading = 12 };
static const YzType where_type = { .size = 17, .leading = 9 };
static const YzType round_the_clock_type = { .size = 110, .bold = TRUE, .leading = 39 };
static const YzType all_year_type = { .size = 24, .bold = TRUE, .leading = 10 };
static const YzType hours_type = { .size = 58, .bold = TRUE, .leading = 23 };
static const YzType days_type = { .size = 16, .bold = TRUE, .leading = BAR_HEIGHT };
static const YzType closure_type = { .size = 17, .bold = TRUE, .leading = 8.4 };
static const YzType box_title_type = { .size = 27, .bold = TRUE, .leading = 11.5 };
static const YzType box_note_type = { .size = 14.5, .leading = 7 };
static const YzType step_type = { .size = 15, .bold = TRUE, .leading = 7 };
static const YzType only_step_type = { .size = 20, .bold = TRUE, .leading = 9 };
static const YzType step_number_type = { .size = 13, .bold = TRUE, .ink = YZ_INK_WHITE };
static const YzType section_type = { .size = 17, .bold = TRUE, .leading = 9 };

#define YZ_TYPE_POSTER (yz_poster_get_type ())
G_DECLARE_FINAL_TYPE (YzPoster, yz_poster, YZ, POSTER, YzBlock)

struct _YzPoster
{
  YzBlock parent_instance;
  const YzGuideContent *content;
  const YzGuideStation *station;
};

G_DEFINE_FINAL_TYPE (YzPoster, yz_poster, YZ_TYPE_BLOCK)

/* Or may be: nobody knows. */
static gboolean
is_open (const YzGuideStation *station)
{
  return station->look == YZ_GUIDE_OPEN || station->look == YZ_GUIDE_ALL_DAY || station->look == YZ_GUIDE_UNKNOWN;
}

static double
lay_head (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;

  return yz_sheet_lay_head (self->content, self->station, pen, x, y, width);
}

/* --- name --------------------------------------------------------------------------------------------------------- */

/* What stands below the name in smaller type: the kind of place. Returns its bytes, 0 where the name is short. */
static gsize
get_suffix_length (const char *name)
{
  static const char *const suffixes[] = { "户外劳动者工会驿站", "户外劳动者服务站点", "户外劳动者驿站",
                                          "户外劳动者爱心驿站", "工会爱心驿站",       "工会服务站点",
                                          "小哥驿站",           "职工驿站",           "工会驿站",
                                          "爱心驿站",           "骑手驿站",           "驿站" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]) && g_utf8_strlen (name, -1) >= g_utf8_strlen (suffixes[i], -1) + 2)
      return strlen (suffixes[i]);
  return 0;
}

/* District and street; an empty text where neither is known. */
static char *
say_where (const YzGuideStation *station)
{
  if (station->district == NULL || station->street == NULL)
    return g_strdup (station->district != NULL ? station->district : station->street != NULL ? station->street : "");
  return g_strconcat (station->district, " · ", station->street, NULL);
}

static double
lay_name (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;
  gsize suffix = get_suffix_length (self->station->name), all = strlen (self->station->name);
  g_autofree char *place = g_strndup (self->station->name, all - suffix);
  double height = yz_pen_write_fitted (pen, &name_type, place, x, y, width, 40), left = 0, room;
  g_autofree char *where = say_where (self->station);
  g_autoptr (YzText) whereabouts = NULL;

  if (suffix > 0)
    {
      g_autofree char *what = g_strconcat (self->station->name + all - suffix, " " YZ_PRINT_GLOSS "Union rest stop",
                                           YZ_PRINT_GLOSS_END, NULL);
      g_autoptr (YzText)
        kind = yz_pen_fit (pen, &kind_type,
                           pen->language == YZ_PRINT_CHINESE ? self->station->name + all - suffix : what, width, 10);

      yz_pen_show (pen, kind, x, y + height);
      left = kind->width + 6 * pen->unit;
    }
  room = width - left;
  whereabouts = yz_pen_fit (pen, &where_type, where, room, 9);
  yz_pen_show (pen, whereabouts, x + width - whereabouts->width,
               y + height + kind_type.leading * pen->unit - whereabouts->height);
  if (suffix > 0 || *where != '\0')
    height += MAX (kind_type.leading * pen->unit, whereabouts->height);
  height += 3 * pen->unit;
  yz_pen_rule (pen, x, y + height, width, 0.2 * pen->unit, YZ_INK_BLACK);
  return height;
}

/* --- hours -------------------------------------------------------------------------------------------------------- */

static double
lay_round_the_clock (const YzPen *pen, double x, double y, double width)
{
  g_autoptr (YzText) hours =
    yz_pen_fit (pen, &round_the_clock_type, yz_print_say (pen->language, "24小时", "24 hours"), width * 0.76, 40);
  g_autofree char *words = yz_print_say_both (pen->language, "每天开放", "24 hours every day");
  g_autoptr (YzText) days = yz_pen_fit (pen, &all_year_type, pen->language == YZ_PRINT_ENGLISH ? "every day" : words,
                                        width - hours->width - 4 * pen->unit, 10);

  yz_pen_show (pen, hours, x, y);
  yz_pen_show (pen, days, x + width - days->width, y + (hours->height - days->height) / 2);
  return hours->height;
}

static double
lay_hours (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;

  if (self->station->look == YZ_GUIDE_ALL_DAY && self->station->state_note == NULL)
    return lay_round_the_clock (pen, x, y, width);
  return yz_sheet_lay_hours (self->station, pen, &hours_type, x, y, width);
}

/* Whether two days have the same bars. */
static gboolean
days_are_alike (const GArray *week, guint a, guint b)
{
  guint i = 0, j = 0;

  while (TRUE)
    {
      const YzHoursBar *first, *second;

      while (i < week->len && g_array_index (week, YzHoursBar, i).weekday != a)
        i++;
      while (j < week->len && g_array_index (week, YzHoursBar, j).weekday != b)
        j++;
      if (i == week->len || j == week->len)
        return i == week->len && j == week->len;
      first = &g_array_index (week, YzHoursBar, i++);
      second = &g_array_index (week, YzHoursBar, j++);
      if (first->start != second->start || first->end != second->end ||
          yz_bar_get_style (first) != yz_bar_get_style (second))
        return FALSE;
    }
}

static char *
name_days (YzPrintLanguage language, guint first, guint last)
{
  const char *from = yz_print_weekday (language, first, language == YZ_PRINT_ENGLISH);
  const char *to = yz_print_weekday (language, last, language == YZ_PRINT_ENGLISH);

  if (first == last)
    return g_strdup (from);
  return g_strconcat (from, yz_print_say (language, last == first + 1 ? "、" : "至", last == first + 1 ? ", " : "–"),
                      to, NULL);
}

static char *
say_days (YzPrintLanguage language, guint first, guint last)
{
  g_autofree char *chinese = name_days (YZ_PRINT_CHINESE, first, last);
  g_autofree char *english = name_days (YZ_PRINT_ENGLISH, first, last);

  return yz_print_say_both (language, chinese, english);
}

/* Days that are alike share a bar. Returns how many bars there are, so far as @bars has room. */
static guint
group_days (const GArray *week, guint bars[][2], guint most)
{
  guint n = 0;

  for (guint day = 1, last; day <= 7; day = last + 1)
    {
      for (last = day; last < 7 && days_are_alike (week, day, last + 1); last++)
        ;
      if (n < most)
        {
          bars[n][0] = day;
          bars[n][1] = last;
        }
      n++;
    }
  return n;
}

static double
lay_bar (YzPoster *self, const YzPen *pen, guint weekday, double size, double x, double y, double width)
{
  double u = pen->unit, type = size * u / yz_typesetter_get_scale (pen->typesetter);

  if (pen->canvas != NULL)
    yz_day_bar_draw_worded (pen->canvas, self->station->week, weekday, &(YzRect){ x, y, width, BAR_HEIGHT * u }, type);
  return (BAR_HEIGHT + size * 0.6) * u;
}

static double
lay_bars (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;
  const YzGuideStation *station = self->station;
  guint bars[MOST_BARS][2], n;
  double label, height = 0;

  if (station->week == NULL || !is_open (station) || station->look == YZ_GUIDE_UNKNOWN)
    return 0;
  n = group_days (station->week, bars, MOST_BARS);
  if (n > MOST_BARS) /* the clauses above say it better */
    return 0;
  label = n > 1 ? LABEL * pen->unit : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *days = say_days (pen->language, bars[i][0], bars[i][1]);

      if (n > 1)
        yz_pen_write_fitted (pen, &days_type, days, x, y + height, label - 2 * pen->unit, 8);
      height += lay_bar (self, pen, bars[i][0], n > 1 ? 11.5 : 14, x + label, y + height, width - label);
    }
  return height;
}

static double
lay_closures (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;
  double height = 0, symbol = 7 * pen->unit;

  for (guint i = 0; i < self->station->closures->len; i++)
    {
      g_autofree char *text =
        yz_station_words_get_closure (g_ptr_array_index (self->station->closures, i), pen->language);

      yz_pen_symbol (pen, "yz-calendar-symbolic", x, y + height + 0.5 * pen->unit, symbol, YZ_INK_BLACK,
                     YZ_SYMBOL_SOLID);
      height += yz_pen_write (pen, &closure_type, text, x + 1.3 * symbol, y + height, width - 1.3 * symbol);
    }
  return height;
}

/* --- how to get in ------------------------------------------------------------------------------------------------ */

/* The sentence as steps: its clauses, or one step where they would be too many. */
static GStrv
split_steps (const char *access)
{
  g_autoptr (GRegex) ends = g_regex_new ("\\s*[；;。]\\s*|\\.\\s+", G_REGEX_DEFAULT, 0, NULL);
  g_auto (GStrv) clauses = g_regex_split (ends, access, 0);
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; clauses[i] != NULL; i++)
    if (*clauses[i] != '\0')
      {
        g_strv_builder_add (steps, clauses[i]);
        n++;
      }
  if (n <= MOST_STEPS)
    return g_strv_builder_end (steps);
  g_strv_builder_unref (g_steal_pointer (&steps));
  return g_strdupv ((char *[]){ (char *) access, NULL });
}

static double
lay_step (const YzPen *pen, guint number, const char *text, double x, double y, double width)
{
  double u = pen->unit, radius = 3.6 * u;
  char digits[12];

  g_snprintf (digits, sizeof digits, "%u", number);
  if (pen->canvas != NULL && number > 0)
    {
      cairo_t *cr = yz_canvas_get_cairo (pen->canvas);
      g_autoptr (YzText) digit = yz_pen_set (pen, &step_number_type, digits, 0);

      yz_canvas_set_ink (pen->canvas, YZ_INK_BLACK);
      cairo_arc (cr, x + radius, y + radius, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      yz_pen_show (pen, digit, x + radius - digit->width / 2, y + radius - digit->height / 2);
    }
  return yz_pen_write (pen, number > 0 ? &step_type : &only_step_type, text, x + (number > 0 ? 2 * radius + 2 * u : 0),
                       y, width - (number > 0 ? 2 * radius + 4 * u : 0));
}

static double
lay_steps (YzPoster *self, const YzPen *pen, double x, double y, double width)
{
  g_auto (GStrv) steps = split_steps (self->station->access);
  guint n = MAX (g_strv_length (steps), 1);
  double height = 0;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      double step = lay_step (pen, n > 1 ? i + 1 : 0, steps[i], x + i * width / n, y, width / n);

      height = MAX (height, step);
    }
  return height;
}

/* From when in the evening to when in the morning nobody is there, where that is so. */
static char *
describe_night (const YzGuideStation *station, YzPrintLanguage language)
{
  int evening = 0, morning = 0;
  g_autofree char *chinese = NULL, *english = NULL;

  for (guint i = 0; station->workday != NULL && i < station->workday->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (station->workday, YzHoursBar, i);

      if (bar->self_service && bar->end == 1440)
        evening = bar->start;
      if (bar->self_service && bar->start == 0)
        morning = bar->end;
    }
  if (evening == 0 || morning == 0)
    return NULL;
  chinese = g_strdup_printf ("%02d:%02d 至次日 %02d:%02d", evening / 60, evening % 60, morning / 60, morning % 60);
  english = g_strdup_printf ("%02d:%02d to %02d:%02d", evening / 60, evening % 60, morning / 60, morning % 60);
  return yz_print_say_both (language, chinese, english);
}

static void
draw_box_symbol (const YzPen *pen, gboolean at_night, double x, double y, double size)
{
  if (pen->canvas == NULL)
    return;
  if (!at_night)
    {
      yz_pen_symbol (pen, "yz-entrance-symbolic", x, y, size, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
      return;
    }
  yz_canvas_set_ink (pen->canvas, YZ_INK_BLACK);
  cairo_arc (yz_canvas_get_cairo (pen->canvas), x + size / 2, y + size / 2, size / 2, 0, 2 * G_PI);
  cairo_fill (yz_canvas_get_cairo (pen->canvas));
  yz_pen_symbol (pen, "yz-moon-symbolic", x + size * 0.18, y + size * 0.2, size * 0.6, YZ_INK_WHITE, YZ_SYMBOL_SOLID);
}

/* Inside of the box. */
static double
lay_entrance (YzPoster *self, const YzPen *pen, double x, double y, double width)
{
  const YzGuideStation *station = self->station;
  double u = pen->unit, symbol = 13 * u, left = x + symbol + 5 * u, height, room = width - symbol - 5 * u;
  g_autofree char *night = describe_night (station, pen->language);
  gboolean at_night = station->open_at_night;
  g_autofree char *title = at_night ? yz_print_say_both (pen->language, "夜里怎么进", "Getting in at night")
                                    : yz_print_say_both (pen->language, "怎么进门", "How to get in");

  draw_box_symbol (pen, at_night, x, y, symbol);
  height = yz_pen_write_fitted (pen, &box_title_type, title, left, y, room, 14);
  if (at_night && night != NULL)
    height += yz_pen_write (pen, &box_note_type, night, left, y + height, room);
  if (station->access == NULL || *station->access == '\0')
    return MAX (height, symbol);
  height += 2.5 * u;
  height += lay_steps (self, pen, left, y + height, room);
  return MAX (height, symbol);
}

static double
lay_box (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;
  double pad = BOX_PAD * pen->unit, height;
  gboolean has_access = self->station->access != NULL && *self->station->access != '\0';

  if (!has_access || !is_open (self->station))
    return 0;
  height = lay_entrance (self, pen, x + pad, y + pad, width - 2 * pad) + 2 * pad;
  if (pen->canvas != NULL)
    yz_canvas_frame (pen->canvas, &(YzRect){ x + 0.6 * pen->unit, y, width - 1.2 * pen->unit, height }, 3.5 * pen->unit,
                     1.2 * pen->unit, YZ_INK_BLACK);
  return height;
}

/* --- services ----------------------------------------------------------------------------------------------------- */

/* The more there are, the smaller. */
static const YzServiceGrid *
get_grid (guint n)
{
  static const YzServiceGrid grids[] = {
    { .pitch = 35, .english_pitch = 44, .symbol = 10, .row = 16, .size = 13.5 },
    { .pitch = 29, .english_pitch = 44, .symbol = 7.6, .row = 11.5, .size = 11 },
    { .pitch = 25, .english_pitch = 35, .symbol = 5.4, .row = 8, .size = 9 },
  };

  return &grids[n <= 10 ? 0 : n <= 18 ? 1 : 2];
}

static double
lay_services (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;
  const GPtrArray *offers = self->station->offers;
  g_autofree char *title = yz_print_say_both (pen->language, "里面有", "Inside");
  double height;

  if (offers->len == 0)
    return 0;
  height = yz_pen_write (pen, &section_type, title, x, y, width) + 2 * pen->unit;
  return height + yz_service_grid_lay (get_grid (offers->len), pen, offers, x, y + height, width);
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static double
lay_foot (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzPoster *self = data;

  return yz_sheet_lay_foot (self->content, self->station, pen, x, y, width);
}

static const YzSheetPart parts[] = { lay_head,     lay_name, lay_hours,    lay_bars,
                                     lay_closures, lay_box,  lay_services, lay_foot };

static double
poster_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, width / SHEET_WIDTH);

  return yz_sheet_lay (parts, G_N_ELEMENTS (parts), block, &pen, &(YzRect){ .width = width });
}

static void
poster_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, area->width / SHEET_WIDTH);

  yz_sheet_lay (parts, G_N_ELEMENTS (parts), block, &pen, area);
}

static void
yz_poster_class_init (YzPosterClass *class)
{
  YZ_BLOCK_CLASS (class)->measure = poster_measure;
  YZ_BLOCK_CLASS (class)->draw = poster_draw;
}

static void
yz_poster_init (YzPoster *self)
{
}

YzDocument *
yz_poster_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (content->language, "驿站海报", " – posters of stations"), NULL);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);

  section->bare = TRUE;
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzPoster *poster = g_object_new (YZ_TYPE_POSTER, NULL);

      poster->content = content;
      poster->station = g_ptr_array_index (content->stations, i);
      yz_sheet_add (section, YZ_BLOCK (poster), poster->station);
    }
  return document;
}

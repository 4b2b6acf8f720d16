#include "config.h"

#include "yz-cover-block.h"

#include "yz-guide-index.h"
#include "yz-map-block.h"
#include "yz-pen-private.h"
#include "yz-station-card-block.h"

#include <string.h>

/* Of the page that the cover was drawn for; on any other one it is made larger or smaller. */
#define UPRIGHT_WIDTH 186.0
#define UPRIGHT_HEIGHT 273.0

/* Millimetres of that page. */
#define INSET 6.0
#define HEAD 8.0
#define TITLE_Y 21.0
#define LINE 23.0
#define BLOCK_WIDTH 46.0
#define BLOCK_HEIGHT 64.0
#define PAD 5.0
#define GAP 8.0
#define FACT 17.0
#define FACT_GAP 4.0
#define HELP 21.0
#define FOOT 5.0
#define LOOSEST 1.5 /* where there is room */
#define NAME_LINE 8.0
#define LEFT 122.0 /* left half of a page that is wider than high */

#define MOST_FACTS 4
#define MOST_NUMBERS 5  /* that are told of a fact */
#define LONGEST_NAME 10 /* that stands on one line below it */

static const YzType running_type = { .size = 9.6 };
static const YzType title_type = { .size = 54, .bold = TRUE, .leading = LINE };
static const YzType english_type = { .size = 14, .bold = TRUE, .leading = 7 };
static const YzType purpose_type = { .size = 10, .leading = 4.8, .ink = YZ_INK_SECOND };
static const YzType audience_type = { .size = 13, .bold = TRUE, .leading = 6.5 };
static const YzType year_type = { .size = 16, .bold = TRUE, .ink = YZ_INK_WHITE, .leading = 7.6 };
static const YzType season_type = { .size = 22, .bold = TRUE, .ink = YZ_INK_WHITE, .leading = 10 };
static const YzType edition_type = { .size = 46, .bold = TRUE, .ink = YZ_INK_WHITE, .leading = 18 };
static const YzType word_type = { .size = 14, .bold = TRUE, .ink = YZ_INK_WHITE };
static const YzType date_type = { .size = 8.8, .ink = YZ_INK_WHITE, .leading = 4.9 };
static const YzType number_type = { .size = 26, .bold = TRUE, .leading = 11 };
static const YzType fact_type = { .size = 11, .bold = TRUE, .leading = 4.6 };
static const YzType detail_type = { .size = 8.8, .ink = YZ_INK_SECOND, .leading = 4.2 };
static const YzType hotline_type = { .size = 23, .bold = TRUE, .leading = 10 };
static const YzType help_title_type = { .size = 9.6, .bold = TRUE, .leading = 5 };
static const YzType help_type = { .size = 9, .leading = 4.6 };
static const YzType name_type = { .size = 10.5, .bold = TRUE, .leading = 5.2 };
static const YzType foot_type = { .size = 7, .ink = YZ_INK_SECOND, .leading = 3.4 };

#define YZ_TYPE_COVER (yz_cover_get_type ())
G_DECLARE_FINAL_TYPE (YzCover, yz_cover, YZ, COVER, YzBlock)

struct _YzCover
{
  YzBlock parent_instance;
  const YzGuideContent *content; /* of the document, which it lives as long as */
  char *audience;
  YzBlock *map; /* nullable */
};

G_DEFINE_FINAL_TYPE (YzCover, yz_cover, YZ_TYPE_BLOCK)

/* --- title and edition -------------------------------------------------------------------------------------------- */

static double
draw_title (YzCover *self, const YzPen *pen, double x, double y, double width)
{
  const YzGuideContent *content = self->content;
  const char *lines[] = { content->area, yz_print_say (pen->language, "工会驿站", "Union stations"),
                          yz_print_say (pen->language, "服务指南", "Service guide") };
  double top = y, u = pen->unit;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (YzText) line = yz_pen_fit (pen, &title_type, lines[i], width, 22);
      double room = MAX (line->height, (pen->language == YZ_PRINT_ENGLISH ? 0.75 : 1) * LINE * u);

      yz_pen_show (pen, line, x, y + room - line->height);
      y += room;
    }
  if (pen->language == YZ_PRINT_BOTH)
    y += yz_pen_write_fitted (pen, &english_type, "Guide to union stations", x, y + u, width, 8) + u;
  if (pen->language != YZ_PRINT_CHINESE)
    y += yz_pen_write (pen, &purpose_type, "Where couriers, cleaners and drivers can rest, eat and charge a phone", x,
                       y + 1.4 * u, width) +
         1.4 * u;
  if (self->audience != NULL)
    y += yz_pen_write_fitted (pen, &audience_type, self->audience, x, y + 3 * u, width, 9) + 3 * u;
  return y - top;
}

/* The year above the season: "2026 年", "冬季版". What else the name says is said below in figures. */
static void
draw_season (YzCover *self, const YzPen *pen, double x, double y, double width)
{
  const char *name = self->content->edition_name, *end = name != NULL ? strstr (name, " · ") : NULL;
  g_autofree char *season = end != NULL ? g_strndup (name, end - name) : g_strdup (name);
  char *year = season != NULL ? strstr (season, "年") : NULL;

  if (season == NULL)
    season = g_strndup (self->content->date, 4);
  if (year != NULL && year[strlen ("年")] != '\0')
    {
      g_autofree char *first = g_strndup (season, year + strlen ("年") - season);

      y += yz_pen_write_fitted (pen, &year_type, first, x, y, width, 9);
      yz_pen_write_fitted (pen, &season_type, g_strchug (year + strlen ("年")), x, y, width, 10);
    }
  else
    yz_pen_write_fitted (pen, &season_type, season, x, y + 4 * pen->unit, width, 10);
}

/* "第 8 版", with a large figure. */
static void
draw_edition (YzCover *self, const YzPen *pen, double x, double y, double width)
{
  g_autofree char *draft = yz_print_say_both (pen->language, "草稿", "Draft");
  const char *before = yz_print_say (pen->language, "第", "Edition");
  g_autofree char *after = *before != 'E' ? yz_print_say_both (pen->language, "版", "edition") : g_strdup ("");
  g_autofree char *figure = g_strdup_printf ("%u", self->content->edition);
  g_autoptr (YzText) first = yz_pen_fit (pen, &word_type, before, width / 2, 8);
  g_autoptr (YzText) last = yz_pen_set (pen, &word_type, after, 0);
  double gap = 2 * pen->unit, at = first->width + gap;
  g_autoptr (YzText) number = yz_pen_fit (pen, &edition_type, figure, width - at - last->width - gap, 12);
  double base = y + number->baseline;

  if (self->content->edition == 0)
    {
      yz_pen_write_fitted (pen, &season_type, draft, x, y + 5 * pen->unit, width, 10);
      return;
    }
  yz_pen_show (pen, first, x, base - first->baseline);
  yz_pen_show (pen, number, x + at, y);
  yz_pen_show (pen, last, x + at + number->width + gap, base - last->baseline);
}

static char *
say_date (YzPrintLanguage language, const char *chinese, const char *english, const char *date)
{
  g_autofree char *day = yz_print_date (YZ_PRINT_CHINESE, date), *day_en = yz_print_date (YZ_PRINT_ENGLISH, date);
  g_autofree char *words = g_strconcat (chinese, day, NULL), *words_en = g_strconcat (english, day_en, NULL);

  return yz_print_say_both (language, words, words_en);
}

static void
draw_block (YzCover *self, const YzPen *pen, double x, double y)
{
  double u = pen->unit, left = x + PAD * u, width = (BLOCK_WIDTH - 2 * PAD) * u;
  g_autofree char *as_of = say_date (pen->language, "截至 ", "As of ", self->content->date);

  yz_canvas_fill (pen->canvas, &(YzRect){ x, y, BLOCK_WIDTH * u, BLOCK_HEIGHT * u }, YZ_INK_RED);
  draw_season (self, pen, left, y + PAD * u, width);
  yz_canvas_rule (pen->canvas, left, y + 27.5 * u, width, 0.5 * u, YZ_INK_WHITE);
  draw_edition (self, pen, left, y + 30 * u, width);
  y += 51 * u;
  y += yz_pen_write_fitted (pen, &date_type, as_of, left, y, width, 6.5);
  if (self->content->use_until != NULL)
    {
      g_autofree char *use = say_date (pen->language, "用到 ", "Use until ", self->content->use_until);

      yz_pen_write_fitted (pen, &date_type, use, left, y, width, 6.5);
    }
}

/* --- facts -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint number;
  char *words;
  char *detail;
} Fact;

static void
fact_clear (gpointer data)
{
  g_free (((Fact *) data)->words);
  g_free (((Fact *) data)->detail);
}

/* Which they are, if they are few: the name of a single one. */
static char *
say_which (const GPtrArray *stations, YzPrintLanguage language)
{
  const YzGuideStation *first = g_ptr_array_index (stations, 0);
  g_autofree char *numbers = yz_guide_index_say_numbers (stations, language);

  if (*numbers == '\0' || stations->len > MOST_NUMBERS)
    return NULL;
  if (stations->len == 1 && language == YZ_PRINT_CHINESE && g_utf8_strlen (first->name, -1) <= LONGEST_NAME)
    return g_strdup_printf ("%s 号 %s", numbers, first->name);
  return language == YZ_PRINT_CHINESE ? g_strconcat (numbers, " 号", NULL) : g_strconcat ("No. ", numbers, NULL);
}

static void
add_fact (GArray *facts, const GPtrArray *stations, const char *chinese, const char *english, YzPrintLanguage language)
{
  Fact fact = { stations->len };

  if (stations->len == 0 || facts->len == MOST_FACTS)
    return;
  fact.words = yz_print_say_both (language, chinese, english);
  fact.detail = say_which (stations, language);
  g_array_append_val (facts, fact);
}

static GPtrArray *
list_at (const YzGuideContent *content, YzIndexTime time)
{
  GPtrArray *stations = g_ptr_array_new ();

  for (guint i = 0; i < content->stations->len; i++)
    if (yz_guide_index_is_at (g_ptr_array_index (content->stations, i), time))
      g_ptr_array_add (stations, g_ptr_array_index (content->stations, i));
  return stations;
}

static GArray *
list_facts (const YzGuideContent *content, YzPrintLanguage language)
{
  static const struct
  {
    YzIndexTime time;
    const char *chinese;
    const char *english;
  } times[] = {
    { YZ_INDEX_NIGHT, "处夜间开放", "open at night" },
    { YZ_INDEX_CALL, "处时间未知", "hours not known" },
    { YZ_INDEX_PAUSED, "处暂停开放", "closed for now" },
    { YZ_INDEX_EVENING, "处开到 20 点以后", "open after 8 pm" },
    { YZ_INDEX_MORNING, "处 7 点半已开门", "open by 7:30 am" },
  };
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (content);
  Fact all = { content->stations->len,
               yz_print_say_both (language, "处驿站", content->stations->len == 1 ? "station" : "stations"),
               districts->len < 2 ? NULL
                                  : yz_print_say_number (language, districts->len, "分布在 %u 个区县", "in %u district",
                                                         "in %u districts") };

  g_array_set_clear_func (facts, fact_clear);
  g_array_append_val (facts, all);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GPtrArray) stations = list_at (content, times[i].time);

      add_fact (facts, stations, times[i].chinese, times[i].english, language);
    }
  return facts;
}

static void
draw_facts (YzCover *self, const YzPen *pen, double x, double y, double width, guint columns)
{
  g_autoptr (GArray) facts = list_facts (self->content, pen->language);
  double u = pen->unit, pitch = (width + FACT_GAP * u) / columns, room = pitch - FACT_GAP * u;

  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);
      g_autofree char *figure = g_strdup_printf ("%u", fact->number);
      g_autoptr (YzText) number = yz_pen_fit (pen, &number_type, figure, room / 2, 10);
      double left = x + i % columns * pitch, top = y + i / columns * FACT * u, at = number->width + 1.6 * u;
      g_autoptr (YzText) words = yz_pen_fit (pen, &fact_type, fact->words, room - at, 7);

      yz_pen_show (pen, number, left, top + 11 * u - number->height);
      yz_pen_show (pen, words, left + at,
                   pango_layout_get_line_count (words->layout) > 1
                     ? top + 11 * u - words->height
                     : top + 11 * u - number->height + number->baseline - words->baseline);
      if (fact->detail != NULL)
        yz_pen_write_fitted (pen, &detail_type, fact->detail, left, top + 11.4 * u, room, 8);
    }
}

/* --- help --------------------------------------------------------------------------------------------------------- */

static char *
say_how_in (YzCover *self, const YzPen *pen, YzPrintLanguage language)
{
  const YzGuideStation *first = g_ptr_array_index (self->content->stations, 0);
  g_autofree char *anchor = yz_station_card_get_anchor (first);
  guint legend = yz_canvas_get_page_of (pen->canvas, YZ_ANCHOR_LEGEND);
  guint stations = yz_canvas_get_page_of (pen->canvas, anchor);
  guint index = yz_canvas_get_page_of (pen->canvas, YZ_ANCHOR_INDEX);

  if (legend == 0 || stations == 0 || index == 0)
    return g_strdup (yz_print_say (language, "地图上的编号就是卡片上的编号。",
                                   "The number on the map is the number on the card."));
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("Stations by district: from page %u.\nBy service or street: page %u. Signs: page %u.",
                            stations, index, legend);
  return g_strdup_printf ("第 %u 页起按区找驿站；\n第 %u 页起换个方法找；第 %u 页看符号。", stations, index, legend);
}

static char *
say_how (YzCover *self, const YzPen *pen)
{
  g_autofree char *chinese = say_how_in (self, pen, YZ_PRINT_CHINESE);
  g_autofree char *english = say_how_in (self, pen, YZ_PRINT_ENGLISH);
  g_autofree char *shown = g_strconcat (english, "\n", YZ_PRINT_SHOW_A_DRIVER, NULL);

  return yz_print_say_both (pen->language, chinese, pen->language == YZ_PRINT_ENGLISH ? shown : english);
}

static void
draw_help (YzCover *self, const YzPen *pen, double x, double y, double width)
{
  double u = pen->unit, left = x + 9 * u;
  g_autofree char *how = say_how (self, pen);
  g_autofree char *link = g_strconcat ("tel:", self->content->hotline, NULL);
  g_autofree char *what = yz_print_say_both (pen->language, "工会热线", "Union hotline");
  g_autofree char *title = yz_print_say_both (pen->language, "本册怎么用", "How to use this guide");
  g_autoptr (YzText) hotline = yz_pen_fit (pen, &hotline_type, self->content->hotline, width / 3, 10);
  double help = x + MAX (9 * u + hotline->width + 10 * u, width / 3);

  yz_canvas_rule (pen->canvas, x, y, width, 0.4 * u, YZ_INK_BLACK);
  y += 2.5 * u;
  yz_canvas_begin_link (pen->canvas, link);
  yz_pen_symbol (pen, "yz-call-symbolic", x, y + 1.8 * u, 6.6 * u, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_pen_show (pen, hotline, left, y);
  yz_canvas_end_link (pen->canvas);
  yz_pen_write_fitted (pen, &detail_type, what, left, y + hotline->height, help - left - 2 * u, 6.5);
  y += 1.4 * u;
  y += yz_pen_write (pen, &help_title_type, title, help, y, x + width - help);
  yz_pen_write (pen, &help_type, how, help, y, x + width - help);
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void
draw_head (YzCover *self, const YzPen *pen, const YzRect *page)
{
  const char *office = self->content->publisher;
  g_autofree char *published = yz_print_say_both (pen->language, "编印", "Published by");
  g_autofree char *publisher = office == NULL                      ? g_strdup (self->content->area)
                               : pen->language == YZ_PRINT_ENGLISH ? g_strconcat (published, " ", office, NULL)
                                                                   : g_strconcat (office, " ", published, NULL);
  g_autofree char *price = yz_print_say_both (pen->language, "免费取阅", "Free of charge");
  g_autoptr (YzText) right = yz_pen_set (pen, &running_type, price, 0);
  g_autoptr (YzText) left = yz_pen_fit (pen, &running_type, publisher, page->width - right->width - 6 * pen->unit, 7);

  yz_pen_show (pen, left, page->x, page->y + (HEAD - 1.5) * pen->unit - left->height);
  yz_pen_show (pen, right, page->x + page->width - right->width, page->y + (HEAD - 1.5) * pen->unit - right->height);
  yz_canvas_rule (pen->canvas, page->x, page->y + HEAD * pen->unit, page->width, 0.3 * pen->unit, YZ_INK_BLACK);
}

static void
draw_name (const YzPen *pen, const char *number, const char *name, double x, double y, double width)
{
  double u = pen->unit;
  g_autoptr (YzText) figure = yz_pen_fit (pen, &name_type, number, 9 * u, 6);
  g_autoptr (YzText) text = yz_pen_fit (pen, &help_type, name, width - 12 * u, 5);

  if (text->height > NAME_LINE * u) /* too long for a line: its chapter tells it in full */
    return;
  yz_pen_show (pen, figure, x + 8 * u - figure->width, y);
  yz_pen_show (pen, text, x + 11 * u, y + MAX (figure->baseline - text->baseline, 0));
  yz_canvas_rule (pen->canvas, x, y + (NAME_LINE - 1.4) * u, width, 0.1, YZ_INK_HAIR);
}

/* How many stations a district has, its name, and their numbers. */
static void
draw_district (YzCover *self, const YzPen *pen, const char *district, double x, double y, double width)
{
  g_autoptr (GPtrArray) stations = yz_guide_index_list_district (self->content, district);
  g_autofree char *numbers = yz_guide_index_say_span (stations, pen->language);
  g_autofree char *count = g_strdup_printf ("%u", stations->len);
  g_autofree char *text =
    g_strconcat (*district != '\0' ? district : yz_print_say (pen->language, "其他驿站", "Other stations"),
                 *numbers != '\0' ? yz_print_say (pen->language, "，", ", ") : "", numbers, NULL);

  draw_name (pen, count, text, x, y, width);
}

/* In two columns, instead of a map: the stations if there is room for all, otherwise the districts. */
static void
draw_names (YzCover *self, const YzPen *pen, const YzRect *rect)
{
  const GPtrArray *stations = self->content->stations;
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (self->content);
  double u = pen->unit, pitch = (rect->width + GAP * u) / 2, line = NAME_LINE * u;
  guint most = rect->height > line ? (guint) (rect->height / line) : 0;
  gboolean in_short = stations->len > 2 * most && districts->len > 1;
  guint n = in_short ? districts->len : stations->len, rows = MIN (most, (n + 1) / 2);

  line = CLAMP (rect->height / MAX (rows, 1), line, LOOSEST * line);
  for (guint i = 0; i < n && i < 2 * rows; i++)
    {
      double x = rect->x + i / rows * pitch, y = rect->y + i % rows * line;
      const YzGuideStation *station = g_ptr_array_index (stations, i);
      g_autofree char *number = g_strdup_printf ("%u", station->number);

      if (in_short)
        draw_district (self, pen, g_ptr_array_index (districts, i), x, y, pitch - GAP * u);
      else
        draw_name (pen, station->number > 0 ? number : "", station->name, x, y, pitch - GAP * u);
    }
}

static void
draw_map (YzCover *self, const YzPen *pen, const YzRect *rect)
{
  if (self->map == NULL)
    draw_names (self, pen, rect);
  else if (rect->height > 20 * pen->unit)
    yz_block_draw (self->map, pen->canvas, rect);
  if (self->map != NULL && self->content->attribution != NULL)
    yz_pen_write_fitted (pen, &foot_type, self->content->attribution, rect->x, rect->y + rect->height + pen->unit,
                         rect->width, 5);
}

static void
draw_upright (YzCover *self, const YzPen *pen, const YzRect *page)
{
  double u = pen->unit, top = page->y + TITLE_Y * u, bottom = page->y + page->height;
  double title = draw_title (self, pen, page->x, top, page->width - (BLOCK_WIDTH + GAP) * u);
  double y = top + MAX (title, BLOCK_HEIGHT * u) + GAP * u, facts = bottom - (HELP + FACT + 1) * u;
  YzRect map = { page->x, y, page->width, facts - (FOOT + 2) * u - y };

  draw_block (self, pen, page->x + page->width - BLOCK_WIDTH * u, top);
  draw_map (self, pen, &map);
  draw_facts (self, pen, page->x, facts, page->width, 4);
  draw_help (self, pen, page->x, bottom - HELP * u, page->width);
}

static void
draw_wide (YzCover *self, const YzPen *pen, const YzRect *page)
{
  double u = pen->unit, top = page->y + (HEAD + 7) * u, bottom = page->y + page->height, width = LEFT * u;
  YzRect map = { page->x + width + GAP * u, top, page->width - width - GAP * u, bottom - FOOT * u - top };

  draw_title (self, pen, page->x, top, width - (BLOCK_WIDTH + GAP / 2) * u);
  draw_block (self, pen, page->x + width - BLOCK_WIDTH * u, top);
  draw_map (self, pen, &map);
  draw_facts (self, pen, page->x, bottom - (HELP + 2 * FACT + 3) * u, width, 2);
  draw_help (self, pen, page->x, bottom - HELP * u, width);
}

static double
cover_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  return width / 2; /* the least of a page that is wider than high */
}

static void
cover_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzCover *self = YZ_COVER (block);
  gboolean wide = area->width > area->height;
  double unit = wide ? MIN (area->width / UPRIGHT_HEIGHT, area->height / UPRIGHT_WIDTH)
                     : MIN (area->width / UPRIGHT_WIDTH, area->height / UPRIGHT_HEIGHT);
  const YzPen pen = yz_pen_to_draw (canvas, unit);
  YzRect page = { area->x + INSET * unit, area->y + INSET * unit, area->width - 2 * INSET * unit,
                  area->height - 2 * INSET * unit };

  draw_head (self, &pen, &page);
  if (wide)
    draw_wide (self, &pen, &page);
  else
    draw_upright (self, &pen, &page);
}

static void
yz_cover_finalize (GObject *object)
{
  YzCover *self = YZ_COVER (object);

  g_free (self->audience);
  g_clear_object (&self->map);
  G_OBJECT_CLASS (yz_cover_parent_class)->finalize (object);
}

static void
yz_cover_class_init (YzCoverClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_cover_finalize;
  YZ_BLOCK_CLASS (class)->measure = cover_measure;
  YZ_BLOCK_CLASS (class)->draw = cover_draw;
}

static void
yz_cover_init (YzCover *self)
{
}

YzBlock *
yz_cover_new (const YzGuideContent *content, const char *audience)
{
  const YzMapBlockOptions options = { .aspect = 0.68, .least = 2000, .pins = YZ_MAP_DOTS, .parts = YZ_MAP_AREAS };
  YzCover *self = g_object_new (YZ_TYPE_COVER, NULL);

  self->content = content;
  self->audience = g_strdup (audience);
  if (content->basemap != NULL) /* dots on white paper would tell nothing */
    self->map = yz_map_block_new (content, content->stations, &options);
  if (self->map != NULL)
    yz_block_set_flow (self->map, YZ_BLOCK_FILLS);
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_FILLS);
  return YZ_BLOCK (self);
}

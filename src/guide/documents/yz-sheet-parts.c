#include "config.h"

#include "yz-sheet-parts-private.h"

#include "yz-qr.h"
#include "yz-station-words.h"

/* Millimetres of A4. */
#define LEAST_GAP 2.5
#define MOST_GAP 17.0
#define CODE 21.0
#define SMALLEST_CLAUSE 0.66 /* of its type's size, before it is broken */

static const YzType office_type = { .size = 11, .bold = TRUE };
static const YzType kind_type = { .size = 11, .ink = YZ_INK_SECOND };
static const YzType english_type = { .size = 17, .leading = 8, .ink = YZ_INK_SECOND };
static const YzType large_type = { .size = 27, .bold = TRUE, .leading = 11 };
static const YzType note_type = { .size = 11.5, .leading = 5.6 };
static const YzType code_type = { .size = 11, .bold = TRUE, .leading = 5.2, .align = PANGO_ALIGN_RIGHT };
static const YzType place_type = { .size = 9.5, .leading = 4.6 };
static const YzType date_type = { .size = 7.6, .leading = 4.6, .ink = YZ_INK_SECOND };

double
yz_sheet_lay (const YzSheetPart *parts, guint n_parts, gpointer data, const YzPen *pen, const YzRect *area)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  double x = area->x + SHEET_MARGIN * pen->unit, width = area->width - 2 * SHEET_MARGIN * pen->unit;
  g_autofree double *heights = g_new (double, n_parts);
  double sum = 0, y = area->y, gap = LEAST_GAP * pen->unit;
  guint n_gaps = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      heights[i] = parts[i](data, &ruler, x, 0, width);
      sum += heights[i];
      n_gaps += i > 0 && heights[i] > 0;
    }
  if (pen->canvas == NULL)
    return sum + n_gaps * gap;
  gap = CLAMP ((area->height - sum) / MAX (n_gaps, 1), gap, MOST_GAP * pen->unit);
  for (guint i = 0; i < n_parts; i++)
    {
      if (i + 1 == n_parts)
        y = area->y + area->height - heights[i];
      if (heights[i] > 0)
        y += parts[i](data, pen, x, y, width) + gap;
    }
  return area->height;
}

double
yz_sheet_lay_head (const YzGuideContent *content, const YzGuideStation *station, const YzPen *pen, double x, double y,
                   double width)
{
  double u = pen->unit, left;
  const char *office = content->publisher != NULL ? content->publisher : content->area;
  g_autofree char *what = yz_print_say_both (pen->language, "户外劳动者服务站点", "Rest stop for outdoor workers");
  g_autofree char *number = NULL;
  g_autoptr (YzText) name = yz_pen_fit (pen, &office_type, office, width * 0.5, 7), kind = NULL, end = NULL;

  if (station->number > 0)
    number = yz_print_say_number (pen->language, station->number, "%u 号站", "Station %u", "Station %u");
  end = yz_pen_set (pen, &office_type, number != NULL ? number : "", 0);
  left = name->width + 4 * u;
  kind = yz_pen_fit (pen, &kind_type, what, width - left - end->width - 3 * u, 5);
  yz_pen_show (pen, name, x, y);
  yz_pen_show (pen, kind, x + left, y + name->baseline - kind->baseline);
  yz_pen_show (pen, end, x + width - end->width, y);
  if (pen->canvas != NULL)
    yz_canvas_fill (pen->canvas, &(YzRect){ x, y + name->height + 2 * u, width, 1.6 * u }, YZ_INK_RED);
  return name->height + 3.6 * u;
}

/* A clause that is too long for large type is broken where a reader pauses: at a comma, or between days and times. */
static double
lay_clause (const YzPen *pen, const YzType *type, const char *clause, double x, double y, double width)
{
  g_autoptr (GRegex) pause = g_regex_new ("[，：]|[,:] |(?<=\\pL) (?=\\d\\d:)", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (YzText) whole = yz_pen_set (pen, type, clause, 0);
  g_auto (GStrv) parts = NULL;
  double height = 0;

  if (whole->width * SMALLEST_CLAUSE <= width)
    return yz_pen_write_fitted (pen, type, clause, x, y, width, 20);
  parts = g_regex_split_full (pause, clause, -1, 0, 0, 2, NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    height += yz_pen_write_fitted (pen, type, parts[i], x, y + height, width, 20);
  return height;
}

double
yz_sheet_lay_hours (const YzGuideStation *station, const YzPen *pen, const YzType *largest, double x, double y,
                    double width)
{
  g_autofree char *words = yz_station_words_get_hours (station, pen->language);
  g_autofree char *english = yz_station_words_get_english_hours (station, pen->language);
  g_auto (GStrv) clauses = g_strsplit (words, "\n", -1);
  guint n = MAX (g_strv_length (clauses), 1);
  YzType type = *largest;
  double height = 0;

  type.size = largest->size / (1 + 0.3 * (n - 1));
  type.leading = largest->leading / (1 + 0.3 * (n - 1));
  for (guint i = 0; clauses[i] != NULL; i++)
    height += lay_clause (pen, &type, clauses[i], x, y + height, width);
  if (english != NULL)
    height += yz_pen_write (pen, &english_type, english, x, y + height, width);
  return height;
}

/* A telephone, large, with what it is below it, as a link. Returns the height. */
static double
lay_phone (const YzPen *pen, const char *phone, const char *note, double x, double y, double width)
{
  g_autofree char *link = yz_station_words_get_phone_link (phone);
  double height;

  if (pen->canvas != NULL)
    yz_canvas_begin_link (pen->canvas, link);
  height = yz_pen_write_fitted (pen, &large_type, phone, x, y, width, 11);
  if (pen->canvas != NULL)
    yz_canvas_end_link (pen->canvas);
  return height + yz_pen_write (pen, &note_type, note, x, y + height, width);
}

/* The code at the right end, its words left of it. Returns the width that it takes. */
static double
lay_code (const YzGuideStation *station, const YzPen *pen, double end, double y)
{
  g_autofree char *link = yz_station_words_get_door_link (station);
  double least = link != NULL ? yz_qr_get_width (link) : 0, u = pen->unit, size = MAX (CODE * u, least);
  g_autofree char *caption = NULL;
  g_autoptr (YzText) words = NULL;

  if (least <= 0)
    return 0;
  caption = station->rating_page != NULL ? yz_print_say_both (pen->language, "扫码\n评价本站", "Rate\nthis station")
                                         : yz_print_say_both (pen->language, "导航\n到这里", "Scan for\ndirections");
  words = yz_pen_set (pen, &code_type, caption, 20 * u);
  if (pen->canvas != NULL)
    yz_qr_draw (pen->canvas, link, &(YzRect){ end - size, y, size, size });
  yz_pen_show (pen, words, end - size - 22 * u, y + size - words->height);
  return size + 25 * u;
}

static double
lay_last_line (const YzGuideContent *content, const YzGuideStation *station, const YzPen *pen, double x, double y,
               double width)
{
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  g_autoptr (YzText) end = yz_pen_set (pen, &date_type, as_of, 0);
  double height = 0;

  if (station->address != NULL)
    height = yz_pen_write (pen, &place_type, station->address, x, y, width - end->width - 6 * pen->unit);
  height = MAX (height, end->height);
  yz_pen_show (pen, end, x + width - end->width, y + height - end->height);
  return height;
}

double
yz_sheet_lay_foot (const YzGuideContent *content, const YzGuideStation *station, const YzPen *pen, double x, double y,
                   double width)
{
  double u = pen->unit, symbol = 8 * u, top = y + 3.5 * u, code = lay_code (station, pen, x + width, top);
  g_autofree char *hotline_note = yz_print_say_both (pen->language, "工会热线", "Union hotline");
  g_autofree char *own_note = yz_print_say_both (pen->language, "本站电话", "This station");
  gboolean has_phone = station->phones != NULL && station->phones[0] != NULL;
  double left = x + symbol + 2.5 * u, room = width - code - symbol - 2.5 * u;
  double hotline = room * (has_phone ? 0.42 : 1), height, own = 0;

  yz_pen_rule (pen, x, y, width, 0.5 * u, YZ_INK_BLACK);
  yz_pen_symbol (pen, "yz-call-symbolic", x, top + 1.5 * u, symbol, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  height = lay_phone (pen, content->hotline, hotline_note, left, top, hotline - 3 * u);
  if (has_phone)
    own = lay_phone (pen, station->phones[0], own_note, left + hotline, top, room - hotline - 3 * u);
  height = MAX (height, own);
  if (code > 0)
    height = MAX (height, code - 25 * u);
  height += top - y + 4 * u;
  return height + lay_last_line (content, station, pen, x, y + height, width);
}

void
yz_sheet_add (YzSection *section, YzBlock *block, const YzGuideStation *station)
{
  g_autofree char *anchor = g_strconcat ("sheet-", station->id, NULL);

  yz_section_add (section, block);
  yz_block_set_flow (block, YZ_BLOCK_FILLS);
  yz_block_set_new_page (block, TRUE);
  yz_block_set_record (block, station->id);
  yz_block_set_anchor (block, anchor, station->name, 0);
}

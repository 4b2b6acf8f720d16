/* Side A of a pocket fold: the cover, two panels of stations, and the back. */
#include "config.h"

#include "yz-fold-private.h"
#include "yz-guide-index.h"
#include "yz-pin.h"
#include "yz-station-words.h"

#include <string.h>

/* Millimetres. */
#define INDENT 10.0
#define PIN 2.9
#define SYMBOL 3.5
#define LINE_GAP 9.0 /* of lines to write on */
#define MOST_AT_NIGHT 3
#define MOST_CONTACTS 4

static const YzType area_type = { .size = 44, .bold = TRUE, .leading = 18 };
static const YzType title_type = { .size = 29, .bold = TRUE, .leading = 13 };
static const YzType english_type = { .size = 11, .leading = 5 };
static const YzType audience_type = { .size = 13, .bold = TRUE, .leading = 6.4 };
static const YzType count_type = { .size = 11.5, .leading = 5.6 };
static const YzType night_type = { .size = 18, .bold = TRUE, .leading = 8.4 };
static const YzType night_note_type = { .size = 10, .leading = 4.8 };
static const YzType hotline_type = { .size = 33, .bold = TRUE, .leading = 14 };
static const YzType edition_type = { .size = 10.5, .bold = TRUE, .leading = 5 };
static const YzType imprint_type = { .size = 7.2, .ink = YZ_INK_SECOND, .leading = 3.6 };

static const YzType name_type = { .size = 13.2, .bold = TRUE, .leading = 6 };
static const YzType hours_type = { .size = 11.2, .bold = TRUE, .leading = 5.1 };
static const YzType fact_type = { .size = 9.8, .leading = 4.7 };
static const YzType phone_type = { .size = 10.6, .bold = TRUE, .leading = 5 };
static const YzType word_type = { .size = 9, .bold = TRUE, .leading = 5 };
static const YzType note_type = { .size = 9, .ink = YZ_INK_SECOND, .leading = 4.3 };

static GPtrArray *
list_at_night (const YzFoldSheet *sheet)
{
  GPtrArray *stations = g_ptr_array_new ();

  for (guint i = 0; i < sheet->stations->len; i++)
    if (yz_guide_index_is_at (g_ptr_array_index (sheet->stations, i), YZ_INDEX_NIGHT))
      g_ptr_array_add (stations, g_ptr_array_index (sheet->stations, i));
  return stations;
}

static void
lay_phone (const YzPen *pen, const char *phone, const YzText *text, double x, double y)
{
  g_autofree char *link = yz_station_words_get_phone_link (phone);
  double size = SYMBOL * text->height / (5 * pen->unit) * pen->unit;

  if (pen->canvas == NULL)
    return;
  yz_canvas_begin_link (pen->canvas, link);
  yz_pen_symbol (pen, "yz-call-symbolic", x, y + (text->height - size) / 2, size, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_pen_show (pen, text, x + 1.3 * size, y);
  yz_canvas_end_link (pen->canvas);
}

/* --- cover -------------------------------------------------------------------------------------------------------- */

/* "8 处驿站，编号 1–8"; which sheet it is, if there are several. */
static char *
say_stations_in (const YzFoldSheet *sheet, YzPrintLanguage language)
{
  g_autofree char *span = yz_guide_index_say_span (sheet->stations, language);
  guint all = sheet->content->stations->len;
  g_autofree char *count =
    yz_print_say_number (language, sheet->stations->len, "%u 处驿站", "%u station", "%u stations");
  g_autoptr (GString) words = g_string_new (count);

  if (*span != '\0')
    g_string_append_printf (words, "%s%s", yz_print_say (language, "，", ", "), span);
  if (sheet->n_parts > 1 && language == YZ_PRINT_ENGLISH)
    g_string_append_printf (words, "\nSheet %u of %u", sheet->part, sheet->n_parts);
  else if (sheet->n_parts > 1)
    g_string_append_printf (words, "\n第 %u 张，共 %u 张", sheet->part, sheet->n_parts);
  if (all > sheet->stations->len && language == YZ_PRINT_ENGLISH)
    g_string_append_printf (words, "\n%s has %u: see the service guide", sheet->content->area, all);
  else if (all > sheet->stations->len)
    g_string_append_printf (words, "\n%s共 %u 处，见服务指南", sheet->content->area, all);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
say_stations (const YzFoldSheet *sheet, YzPrintLanguage language)
{
  g_autofree char *chinese = say_stations_in (sheet, YZ_PRINT_CHINESE);
  g_autofree char *english = say_stations_in (sheet, YZ_PRINT_ENGLISH);

  return yz_print_say_both (language, chinese, english);
}

/* Which stations can be entered at night. */
static char *
say_night (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *numbers = yz_guide_index_say_numbers (stations, YZ_PRINT_CHINESE);
  g_autofree char *numbers_en = yz_guide_index_say_numbers (stations, YZ_PRINT_ENGLISH);
  g_autofree char *chinese = g_strconcat ("夜里去 ", numbers, " 号", NULL);
  g_autofree char *english = g_strconcat ("At night: No. ", numbers_en, NULL);

  if (*numbers == '\0')
    return yz_print_say_both (language, "夜里先打热线", "At night: call first");
  return yz_print_say_both (language, chinese, english);
}

static char *
say_night_note (const GPtrArray *stations, YzPrintLanguage language)
{
  if (stations->len == 1)
    return g_strdup (((const YzGuideStation *) g_ptr_array_index (stations, 0))->name);
  if (stations->len == 0)
    return yz_print_say_both (language, "这里没有夜间开放的驿站", "No station here is open at night");
  return yz_print_say_both (language, "夜间开放", "Open at night");
}

/* "夜里去 1 号" */
static double
lay_night (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  g_autoptr (GPtrArray) stations = list_at_night (sheet);
  g_autofree char *words = say_night (stations, pen->language);
  g_autofree char *note = say_night_note (stations, pen->language);
  double u = pen->unit, left = x + 17 * u, height, radius = 7 * u;

  height = yz_pen_write_fitted (pen, &night_type, words, left, y, width - 17 * u, 10);
  height += yz_pen_write (pen, &night_note_type, note, left, y + height, width - 17 * u);
  if (pen->canvas != NULL)
    {
      cairo_t *cr = yz_canvas_get_cairo (pen->canvas);

      yz_canvas_set_ink (pen->canvas, YZ_INK_BLACK);
      cairo_arc (cr, x + radius, y + height / 2, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      yz_pen_symbol (pen, "yz-moon-symbolic", x + radius - 4.4 * u, y + height / 2 - 4.4 * u, 8.8 * u, YZ_INK_WHITE,
                     YZ_SYMBOL_SOLID);
    }
  return MAX (height, 2 * radius);
}

static double
lay_hotline (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  const char *hotline = sheet->content->hotline;
  double u = pen->unit, left = x + 13 * u, height;
  g_autoptr (YzText) number = yz_pen_fit (pen, &hotline_type, hotline, width - 13 * u, 14);
  g_autofree char *link = yz_station_words_get_phone_link (hotline);
  g_autofree char *note = yz_print_say_both (pen->language, "工会热线：欠薪、工伤、入会都能问",
                                             "Union hotline: unpaid wages, injuries, joining");

  if (pen->canvas != NULL)
    yz_canvas_begin_link (pen->canvas, link);
  yz_pen_symbol (pen, "yz-call-symbolic", x, y + 2.4 * u, 9.5 * u, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_pen_show (pen, number, left, y);
  if (pen->canvas != NULL)
    yz_canvas_end_link (pen->canvas);
  height = number->height;
  return height + yz_pen_write (pen, &night_note_type, note, left, y + height, width - 13 * u);
}

static double
lay_imprint (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  const YzGuideContent *content = sheet->content;
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  g_autofree char *line =
    g_strconcat (content->publisher != NULL ? content->publisher : content->area, " · ", as_of, NULL);
  double top = y;

  if (content->edition_name != NULL)
    y += yz_pen_write (pen, &edition_type, content->edition_name, x, y, width);
  y += yz_pen_write (pen, &imprint_type, line, x, y, width);
  return y - top;
}

double
yz_fold_lay_cover (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  double u = pen->unit, x = area->x, y = area->y, width = area->width, foot;
  g_autofree char *count = say_stations (sheet, pen->language);

  if (pen->canvas != NULL)
    yz_canvas_fill (pen->canvas, &(YzRect){ x, y, width, 3.4 * u }, YZ_INK_RED);
  y += 11 * u;
  y += yz_pen_write_fitted (pen, &area_type, sheet->title, x, y, width, 20) + 2 * u;
  y +=
    yz_pen_write_fitted (pen, &title_type, yz_print_say (pen->language, "驿站口袋图", "Pocket map"), x, y, width, 14);
  if (pen->language != YZ_PRINT_CHINESE)
    y += yz_pen_write (pen, &english_type,
                       pen->language == YZ_PRINT_BOTH ? "Pocket map of stations where workers can rest"
                                                      : "Stations where workers can rest",
                       x, y, width);
  if (pen->language == YZ_PRINT_ENGLISH)
    y += yz_pen_write (pen, &imprint_type, YZ_PRINT_SHOW_A_DRIVER, x, y + u, width) + u;
  y += 5 * u;
  if (sheet->audience != NULL)
    y += yz_pen_write (pen, &audience_type, sheet->audience, x, y, width);
  y += yz_pen_write (pen, &count_type, count, x, y, width) + 7 * u;
  yz_pen_rule (pen, x, y, width, 0.3, YZ_INK_BLACK);
  y += 7 * u;
  y += lay_night (sheet, pen, x, y, width) + 7 * u;
  yz_pen_rule (pen, x, y, width, 0.3, YZ_INK_BLACK);
  y += 5 * u;
  y += lay_hotline (sheet, pen, x, y, width) + 6 * u;
  yz_pen_rule (pen, x, y, width, 0.3, YZ_INK_BLACK);
  y += 6 * u;
  foot = lay_imprint (sheet, &ruler, x, y, width);
  lay_imprint (sheet, pen, x, area->y + area->height - foot, width);
  return y - area->y + foot;
}

/* --- stations ----------------------------------------------------------------------------------------------------- */

/* The telephone, and the word for a state that is not the ordinary one: beside each other if there is room. */
static double
lay_telephone (const YzGuideStation *station, const YzPen *pen, double x, double y, double width)
{
  const char *phone = station->phones != NULL ? station->phones[0] : NULL;
  double gap = 3 * pen->unit, symbol = 1.5 * SYMBOL * pen->unit, height = 0;
  g_autoptr (YzText) text = phone != NULL ? yz_pen_fit (pen, &phone_type, phone, width - symbol, 6) : NULL;
  g_autofree char *state = yz_pin_dup_word (station->look, pen->language);
  g_autoptr (YzText) word = NULL;

  if (text != NULL)
    lay_phone (pen, phone, text, x, y);
  if (station->look == YZ_GUIDE_OPEN)
    return text != NULL ? text->height : 0;
  word = yz_pen_fit (pen, &word_type, state, width, 6);
  if (text != NULL && symbol + text->width + gap + word->width > width)
    height = text->height;
  yz_pen_show (pen, word, x + width - word->width, y + height);
  return MAX (height + word->height, text != NULL ? text->height : 0);
}

/* @height: of its place, at the foot of which the telephone stands; 0 for the least. Returns the least. */
static double
lay_station (const YzGuideStation *station, const YzPen *pen, double x, double y, double width, double height)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  double u = pen->unit, left = x + INDENT * u, room = width - INDENT * u, top = y, phone;
  g_autofree char *hours = yz_station_words_get_hours (station, pen->language);
  g_autofree char *english = yz_station_words_get_english_hours (station, pen->language);

  y += 2.2 * u;
  if (pen->canvas != NULL)
    yz_pin_draw (pen->canvas, station->look, station->number, x + 3.8 * u, y + 3 * u, PIN * u);
  y += yz_pen_write_fitted (pen, &name_type, station->name, left, y, room, 10.5);
  y += yz_pen_write (pen, &hours_type, hours, left, y, room);
  if (english != NULL)
    y += yz_pen_write (pen, &note_type, english, left, y, room);
  if (station->address != NULL)
    y += yz_pen_write (pen, &fact_type, station->address, left, y, room);
  if (station->access != NULL)
    {
      yz_pen_symbol (pen, "yz-entrance-symbolic", left - 5 * u, y + 0.6 * u, SYMBOL * u, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
      y += yz_pen_write (pen, &fact_type, station->access, left, y, room);
    }
  for (guint i = 0; i < station->closures->len && i < 2; i++)
    {
      g_autofree char *closure = yz_station_words_get_closure (g_ptr_array_index (station->closures, i), pen->language);

      y += yz_pen_write (pen, &word_type, closure, left, y, room);
    }
  y += u;
  phone = lay_telephone (station, &ruler, left, y, room);
  lay_telephone (station, pen, left, MAX (y, top + height - phone - 1.6 * u), room);
  return y + phone + 1.6 * u - top;
}

/* White lines to write on, where there is nothing to read. */
static double
lay_lines (const YzPen *pen, const YzRect *area, double y)
{
  for (y += LINE_GAP * pen->unit; y < area->y + area->height; y += LINE_GAP * pen->unit)
    yz_pen_rule (pen, area->x, y, area->width, 0.1, YZ_INK_HAIR);
  return 0;
}

/* "编号 2–7 No. 2–7" */
static char *
say_span (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *span = yz_guide_index_say_span (stations, language);

  return *span != '\0' ? g_steal_pointer (&span) : yz_print_say_both (language, "驿站", "Stations");
}

static double
lay_stations (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area, guint first, guint end)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  g_autoptr (GPtrArray) stations = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *notes = yz_print_say_both (pen->language, "记一记", "Notes");
  g_autofree char *note = yz_print_say_both (pen->language, "时间、门、电话", "hours, door, telephone");
  double y = area->y, needed = 0, spare;

  for (guint i = first; i < end; i++)
    g_ptr_array_add (stations, g_ptr_array_index (sheet->stations, i));
  if (stations->len == 0)
    {
      y += yz_fold_lay_heading (pen, notes, NULL, area->x, y, area->width);
      return lay_lines (pen, area, y);
    }
  title = say_span (stations, pen->language);
  y += yz_fold_lay_heading (pen, title, note, area->x, y, area->width);
  for (guint i = 0; i < stations->len; i++)
    needed += lay_station (g_ptr_array_index (stations, i), &ruler, area->x, y, area->width, 0);
  spare = MAX (area->y + area->height - y - needed, 0) / stations->len;
  needed += y - area->y;
  for (guint i = 0; pen->canvas != NULL && i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);
      double height = lay_station (station, &ruler, area->x, y, area->width, 0) + spare;

      yz_canvas_add_mark (pen->canvas, YZ_MARK_RECORD, &(YzRect){ area->x, y, area->width, height }, station->id);
      lay_station (station, pen, area->x, y, area->width, height);
      y += height;
      if (i + 1 < stations->len)
        yz_pen_rule (pen, area->x, y, area->width, 0.15, YZ_INK_SECOND);
    }
  return needed;
}

double
yz_fold_lay_first (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area)
{
  return lay_stations (sheet, pen, area, 0, (sheet->stations->len + 1) / 2);
}

double
yz_fold_lay_second (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area)
{
  return lay_stations (sheet, pen, area, (sheet->stations->len + 1) / 2, sheet->stations->len);
}

/* --- back --------------------------------------------------------------------------------------------------------- */

static double
lay_night_doors (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  g_autoptr (GPtrArray) stations = list_at_night (sheet);
  g_autofree char *title = yz_print_say_both (pen->language, "夜里怎么进", "Getting in at night");
  double u = pen->unit, top = y, left = x + INDENT * u, room = width - INDENT * u;

  if (stations->len == 0)
    return 0;
  y += yz_fold_lay_heading (pen, title, NULL, x, y, width);
  for (guint i = 0; i < stations->len && i < MOST_AT_NIGHT; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);
      const char *access = station->access != NULL ? station->access : station->address;

      y += 2 * u;
      if (pen->canvas != NULL)
        yz_pin_draw (pen->canvas, station->look, station->number, x + 3.8 * u, y + 3 * u, PIN * u);
      y += yz_pen_write_fitted (pen, &hours_type, station->name, left, y, room, 9);
      if (access != NULL)
        y += yz_pen_write (pen, &fact_type, access, left, y, room);
      y = MAX (y, top + 7 * u);
    }
  return y + 7 * u - top;
}

static double
lay_contacts (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  const GPtrArray *contacts = sheet->content->contacts;
  g_autofree char *title = yz_print_say_both (pen->language, "有纠纷找谁", "Help in a dispute");
  double u = pen->unit, top = y;
  guint n = 0;

  if (contacts->len == 0)
    return 0;
  y += yz_fold_lay_heading (pen, title, NULL, x, y, width);
  /* first those of the sheet's own district */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < contacts->len && n < MOST_CONTACTS; i++)
      {
        const YzGuideContact *contact = g_ptr_array_index (contacts, i);
        g_autoptr (YzText) phone = yz_pen_fit (pen, &phone_type, contact->phone, width / 2, 7);
        g_autoptr (YzText) name = NULL;

        if ((g_strcmp0 (contact->place, sheet->title) == 0) != (pass == 0))
          continue;
        name = yz_pen_fit (pen, &phone_type, contact->name, width - phone->width - 3 * u, 7);
        y += 1.2 * u;
        yz_pen_show (pen, name, x, y);
        yz_pen_show (pen, phone, x + width - phone->width, y);
        y += MAX (name->height, phone->height);
        y += yz_pen_write (pen, &note_type, contact->where != NULL ? contact->where : contact->place, x, y, width) + u;
        yz_pen_rule (pen, x, y, width, 0.1, YZ_INK_HAIR);
        n++;
      }
  return y + 7 * u - top;
}

static double
lay_signs (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  g_autofree char *title = yz_print_say_both (pen->language, "符号", "Signs");
  double u = pen->unit, top = y, height;

  y += yz_fold_lay_heading (pen, title, NULL, x, y, width) + u;
  for (YzGuideLook look = YZ_GUIDE_OPEN; look <= YZ_GUIDE_PLANNED; look++)
    {
      g_autofree char *word = yz_pin_dup_word (look, pen->language);

      if (yz_guide_index_count (sheet->stations, look) == 0)
        continue;
      if (pen->canvas != NULL)
        yz_pin_draw (pen->canvas, look, 0, x + 3.8 * u, y + 3.4 * u, 2.4 * u);
      height = yz_pen_write (pen, &fact_type, word, x + INDENT * u, y + 1.1 * u, width - INDENT * u);
      y += MAX (height + 2.6 * u, 7.4 * u);
    }
  return y + 2 * u - top;
}

double
yz_fold_lay_back (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  double u = pen->unit, x = area->x, y = area->y, width = area->width, foot;
  const char *hotline = sheet->content->hotline;
  g_autofree char *chinese = g_strconcat ("写错了？打 ", hotline, "，下一版改。以驿站门口告示为准。", NULL);
  g_autofree char *english = g_strconcat ("Found a mistake? Call ", hotline, ". Go by the notice at the door.", NULL);
  g_autofree char *mistake = yz_print_say_both (pen->language, chinese, english);

  y += lay_night_doors (sheet, pen, x, y, width);
  y += lay_contacts (sheet, pen, x, y, width);
  y += lay_signs (sheet, pen, x, y, width) + 3 * u;
  foot = yz_pen_write (&ruler, &note_type, mistake, x, y, width);
  yz_pen_write (pen, &note_type, mistake, x, area->y + area->height - foot, width);
  return y + foot - area->y;
}

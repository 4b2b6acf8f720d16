/*
 * The notice on a door before a holiday: a sentence, a line for each day, where else to go, whom to ring. A station has
 * one page, read from across the street; long ones are made smaller.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-holiday-notice-private.h"
#include "yz-holiday-words.h"
#include "yz-station-words.h"
#include "yz-value-text.h"

#include <string.h>

/* Millimetres of the design. */
#define INSET (6.0 / 186)
#define TITLE_SHARE 122.0
#define BOX_PADDING 5.2
#define STAMP 10.3
#define FOOT 35.0

static const YzType head_type = { .size = 11, .bold = TRUE };
static const YzType title_type = { .size = 57, .bold = TRUE, .leading = 24 };
static const YzType title_en_type = { .size = 15, .bold = TRUE, .leading = 7 };
static const YzType dates_type = { .size = 17, .bold = TRUE, .leading = 9.4, .align = PANGO_ALIGN_RIGHT };
static const YzType station_type = { .size = 17.5, .bold = TRUE, .leading = 8.4 };
static const YzType address_type = { .size = 11, .ink = YZ_INK_SECOND, .leading = 5.4 };
static const YzType sentence_type = { .size = 24.5, .bold = TRUE, .leading = 11, .align = PANGO_ALIGN_CENTER };
static const YzType sentence_en_type = { .size = 11.5, .leading = 5.4, .align = PANGO_ALIGN_CENTER };
static const YzType note_type = { .size = 9.7, .leading = 4.8 };
static const YzType hotline_type = { .size = 23, .bold = TRUE, .leading = 9.5 };
static const YzType phone_type = { .size = 14, .bold = TRUE, .leading = 7 };
static const YzType small_type = { .size = 9.5, .leading = 4.6 };
static const YzType office_type = { .size = 11.5, .bold = TRUE, .leading = 5.6, .align = PANGO_ALIGN_RIGHT };
static const YzType issued_type = { .size = 9.5, .leading = 4.6, .align = PANGO_ALIGN_RIGHT };
static const YzType stamp_type = { .size = 8, .ink = YZ_INK_SECOND, .align = PANGO_ALIGN_CENTER };
static const YzType down_type = { .size = 8.5, .ink = YZ_INK_SECOND };

static const char *
get_first (const YzHolidayPart *part)
{
  return ((const YzGuideDay *) g_ptr_array_index (part->days, 0))->date;
}

static const char *
get_last (const YzHolidayPart *part)
{
  return ((const YzGuideDay *) g_ptr_array_index (part->days, part->days->len - 1))->date;
}

/* --- the head ----------------------------------------------------------------------------------------------------- */

static char *
name_number (const YzHolidayPart *part)
{
  if (part->content->edition == 0 || part->station->number == 0)
    return NULL;
  return yz_print_say_number (part->content->language, part->station->number, "%u 号站", "Station %u", "Station %u");
}

static double
lay_out_bar (const YzPen *pen, const YzRect *area, const YzHolidayPart *part)
{
  g_autofree char *number = name_number (part);
  g_autoptr (YzText) text = yz_pen_set (pen, &head_type, number != NULL ? number : "", 0);
  const char *office = part->content->publisher != NULL ? part->content->publisher : part->content->area;
  double y = area->y + pen->unit, height;

  if (number != NULL)
    yz_pen_show (pen, text, area->x + area->width - text->width, y);
  height = yz_pen_write_fitted (pen, &head_type, office, area->x, y, area->width - text->width - 5 * pen->unit, 7);
  y += MAX (text->height, height);
  y += 1.4 * pen->unit;
  if (pen->canvas != NULL)
    yz_canvas_fill (pen->canvas, &(YzRect){ area->x, y, area->width, 1.6 * pen->unit }, YZ_INK_RED);
  return y + 5.6 * pen->unit - area->y;
}

/* "2026 年" above "2 月 15–23 日". */
static char *
name_dates (const YzHolidayPart *part)
{
  YzPrintLanguage language = part->content->language;
  g_autofree char *days = yz_print_days (language, get_first (part), get_last (part));
  g_autofree char *year = g_strndup (get_first (part), strlen ("2026"));

  g_autofree char *english = NULL;

  if (language == YZ_PRINT_ENGLISH)
    return g_strconcat (days, "\n", year, NULL);
  english = yz_print_days (YZ_PRINT_ENGLISH, get_first (part), get_last (part));
  if (language == YZ_PRINT_BOTH)
    return g_strconcat (year, " 年\n", days, "\n" YZ_PRINT_GLOSS, english, YZ_PRINT_GLOSS_END, NULL);
  return g_strconcat (year, " 年\n", days, NULL);
}

static double
lay_out_title (const YzPen *pen, const YzRect *area, const YzHolidayPart *part)
{
  const char *holiday = part->title;
  g_autofree char *chinese = holiday != NULL ? g_strconcat (holiday, "开放安排", NULL) : g_strdup ("开放时间调整");
  g_autofree char *english = part->title_en != NULL ? g_strconcat (part->title_en, " opening hours", NULL)
                                                    : g_strdup ("Changed opening hours");
  g_autofree char *dates = name_dates (part);
  double share = TITLE_SHARE * pen->unit, room = area->width - share - 4 * pen->unit, y = area->y;
  g_autoptr (YzText) title = yz_pen_fit (pen, &title_type, yz_print_say (pen->language, chinese, english), share, 30);
  g_autoptr (YzText) when = yz_pen_fit (pen, &dates_type, dates, room, 11);

  yz_pen_show (pen, title, area->x, y);
  yz_pen_show (pen, when, area->x + area->width - room, y + MAX (0, title->height - when->height - pen->unit));
  y += MAX (title->height, when->height);
  if (pen->language == YZ_PRINT_BOTH)
    y += yz_pen_write (pen, &title_en_type, english, area->x, y, area->width);
  return y + 1.6 * pen->unit - area->y;
}

static double
lay_out_station (const YzPen *pen, const YzRect *area, const YzHolidayPart *part)
{
  const YzGuideStation *station = part->station;
  g_autoptr (YzText) name = yz_pen_fit (pen, &station_type, station->name, area->width, 12);
  double x = area->x + name->width + 5 * pen->unit, room = area->x + area->width - x, y = area->y;
  g_autoptr (YzText)
    address = yz_pen_set (pen, &address_type, station->address != NULL ? station->address : "", area->width);
  gboolean beside = address->width <= room && name->height < 12 * pen->unit;

  yz_pen_show (pen, name, area->x, y);
  if (beside)
    yz_pen_show (pen, address, x, y + name->baseline - address->baseline);
  y += name->height;
  if (!beside)
    {
      yz_pen_show (pen, address, area->x, y);
      y += address->height;
    }
  return y + 4 * pen->unit - area->y;
}

static double
lay_out_sentence (const YzPen *pen, const YzRect *area, const YzHolidayPart *part)
{
  double padding = BOX_PADDING * pen->unit, width = area->width - 2 * padding;
  const char *note = part->station->state_note;
  g_autofree char *first = note != NULL ? g_strdup (note) : yz_holiday_get_sentence (part->days, pen->language);
  g_autofree char *second =
    note == NULL && pen->language == YZ_PRINT_BOTH ? yz_holiday_get_sentence (part->days, YZ_PRINT_ENGLISH) : NULL;
  g_autoptr (YzText) text = yz_pen_fit (pen, &sentence_type, first, width, 15);
  double y = area->y + padding;

  yz_pen_show (pen, text, area->x + padding, y);
  y += text->height;
  if (second != NULL)
    y += yz_pen_write (pen, &sentence_en_type, second, area->x + padding, y + 0.4 * pen->unit, width) + pen->unit;
  y += padding;
  if (pen->canvas != NULL)
    yz_canvas_frame (pen->canvas, &(YzRect){ area->x + 0.45, area->y + 0.45, area->width - 0.9, y - area->y - 0.9 },
                     2.6 * pen->unit, 0.9 * pen->unit, YZ_INK_BLACK);
  return y + 5.5 * pen->unit - area->y;
}

static double
lay_out_head (const YzPen *pen, const YzRect *area, gpointer part)
{
  YzRect rest = *area;

  rest.y += lay_out_bar (pen, &rest, part);
  rest.y += lay_out_title (pen, &rest, part);
  rest.y += lay_out_station (pen, &rest, part);
  rest.y += lay_out_sentence (pen, &rest, part);
  return rest.y - area->y;
}

/* --- below the table ---------------------------------------------------------------------------------------------- */

static char *
name_shift (const YzGuideDay *day, YzPrintLanguage language)
{
  g_autofree char *name = yz_print_day (language, day->date);
  GDate date;
  const char *weekday = "";

  if (yz_value_read_date (day->date, &date))
    weekday = yz_print_weekday (language, g_date_get_weekday (&date), language == YZ_PRINT_ENGLISH);
  return language == YZ_PRINT_ENGLISH ? g_strconcat (weekday, " ", name, NULL)
                                      : g_strconcat (name, "（", weekday, "）", NULL);
}

/* "2 月 14 日（周六）、2 月 28 日（周六）调休上班，08:00–18:00" */
static void
append_shifts (GString *note, const YzHolidayPart *part, YzPrintLanguage language)
{
  g_autofree char *hours = NULL;

  for (guint i = 0; i < part->station->days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (part->station->days, i);
      g_autofree char *name = NULL, *here = NULL;

      if (day->kind != YZ_GUIDE_DAY_WORKDAY ||
          (strcmp (day->date, get_first (part)) >= 0 && strcmp (day->date, get_last (part)) <= 0))
        continue;
      name = name_shift (day, language);
      here = yz_holiday_get_hours (day, language);
      if (hours != NULL && !g_str_equal (hours, here))
        g_string_append_printf (note, "%s%s", yz_print_say (language, " ", ": "), hours);
      if (note->len > 0)
        g_string_append (note, yz_print_say (language, "、", ", "));
      else
        g_string_append (note, yz_print_say (language, "调休上班：", "Make-up workdays: "));
      g_string_append (note, name);
      g_free (hours);
      hours = g_steal_pointer (&here);
    }
  if (hours != NULL)
    g_string_append_printf (note, "%s%s", yz_print_say (language, " ", ": "), hours);
}

static const YzGuideDay *
find_day_after (const YzHolidayPart *part)
{
  for (guint i = 0; i < part->station->days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (part->station->days, i);

      if (strcmp (day->date, get_last (part)) > 0)
        return day;
    }
  return NULL;
}

static char *
say_note (const YzHolidayPart *part, YzPrintLanguage language)
{
  const YzGuideDay *after = find_day_after (part);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *name = after != NULL ? yz_print_day (language, after->date) : NULL;

  append_shifts (note, part, language);
  if (after != NULL && after->usual)
    {
      if (note->len > 0)
        g_string_append (note, yz_print_say (language, "；", ". "));
      g_string_append (note, yz_print_say (language, "", "Usual hours again from "));
      g_string_append (note, name);
      g_string_append (note, yz_print_say (language, "起恢复平日时间", ""));
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static double
lay_out_note (const YzPen *pen, const YzRect *area, gpointer data)
{
  g_autofree char *chinese = say_note (data, YZ_PRINT_CHINESE), *english = say_note (data, YZ_PRINT_ENGLISH);
  g_autofree char *note = yz_print_say_both (pen->language, chinese, english);

  if (*note == '\0')
    return 4 * pen->unit;
  return yz_pen_write (pen, &note_type, note, area->x, area->y + 2.4 * pen->unit, area->width) + 9 * pen->unit;
}

static void
draw_stamp (const YzPen *pen, double x, double y)
{
  cairo_t *cr = yz_canvas_get_cairo (pen->canvas);
  double radius = STAMP * pen->unit;
  g_autofree char *stamp = yz_print_say_both (pen->language, "盖章处", "stamp");
  g_autoptr (YzText) word = yz_pen_set (pen, &stamp_type, stamp, 0);

  cairo_save (cr);
  yz_canvas_set_ink (pen->canvas, YZ_INK_SECOND);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, 0.15);
  cairo_set_dash (cr, (double[]){ 1.1, 0.9 }, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
  yz_pen_show (pen, word, x - word->width / 2, y - word->height / 2);
}

static void
draw_phones (const YzPen *pen, const YzRect *area, const YzHolidayPart *part)
{
  double unit = pen->unit, y = area->y + 4.6 * unit;
  const char *phone = part->station->phones != NULL ? part->station->phones[0] : NULL;
  g_autofree char *hotline = yz_station_words_get_phone_link (part->content->hotline);
  g_autofree char *what = yz_print_say_both (pen->language, "工会服务热线", "Union hotline");
  g_autofree char *own = yz_print_say_both (pen->language, "本站，开门时间内", "This station, when open");

  yz_pen_symbol (pen, "yz-call-symbolic", area->x, y + 1.4 * unit, 7 * unit, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_canvas_begin_link (pen->canvas, hotline);
  yz_pen_write_fitted (pen, &hotline_type, part->content->hotline, area->x + 10 * unit, y, 40 * unit, 10);
  yz_canvas_end_link (pen->canvas);
  yz_pen_write_fitted (pen, &small_type, what, area->x + 10 * unit, y + 10.4 * unit, 44 * unit, 6);
  if (phone == NULL)
    return;
  yz_pen_write_fitted (pen, &phone_type, phone, area->x + 58 * unit, y + 2 * unit, 42 * unit, 8);
  yz_pen_write_fitted (pen, &small_type, own, area->x + 58 * unit, y + 10.4 * unit, 42 * unit, 6);
}

static double
lay_out_foot (const YzPen *pen, const YzRect *area, gpointer data)
{
  const YzHolidayPart *part = data;
  const YzGuideContent *content = part->content;
  double unit = pen->unit, right = area->width - (2 * STAMP + 6) * unit, office = right - 102 * unit;
  YzRect foot = { area->x, area->y + MAX (0, area->height - FOOT * unit), area->width };
  const YzGuideDay *after = find_day_after (part);
  const char *end = after != NULL ? after->date : get_last (part);
  g_autofree char *issued = yz_print_date (pen->language, content->date);
  g_autofree char *down = yz_print_day (YZ_PRINT_CHINESE, end), *down_en = yz_print_day (YZ_PRINT_ENGLISH, end);
  g_autofree char *chinese = g_strconcat (down, "撕下", NULL);
  g_autofree char *english = g_strconcat ("Take down on ", down_en, NULL);
  g_autofree char *words = yz_print_say_both (pen->language, chinese, english);

  if (pen->canvas == NULL)
    return FOOT * unit;
  yz_pen_rule (pen, foot.x, foot.y, foot.width, 0.3, YZ_INK_BLACK);
  draw_phones (pen, &foot, part);
  if (content->publisher != NULL)
    yz_pen_write_fitted (pen, &office_type, content->publisher, foot.x + right - office, foot.y + 8.6 * unit, office,
                         7);
  yz_pen_write_fitted (pen, &issued_type, issued, foot.x + right - office, foot.y + 15 * unit, office, 6);
  draw_stamp (pen, foot.x + foot.width - (STAMP + 1) * unit, foot.y + 12.6 * unit);
  yz_pen_write (pen, &down_type, words, foot.x, foot.y + 28 * unit, foot.width);
  return FOOT * unit;
}

/* --- the document ------------------------------------------------------------------------------------------------- */

static void
part_clear (gpointer data)
{
  YzHolidayPart *part = data;

  g_ptr_array_unref (part->days);
  g_free (part->title);
  g_free (part->title_en);
}

static void
part_unref (gpointer part)
{
  g_rc_box_release_full (part, part_clear);
}

static YzHolidayPart *
new_part (const YzGuideContent *content, const YzDocumentOptions *options, const YzGuideStation *station)
{
  YzHolidayPart *part = g_rc_box_new0 (YzHolidayPart);
  const char *first = options->first != NULL ? options->first : content->first;
  const char *last = options->last != NULL ? options->last : options->first != NULL ? first : content->last;

  part->content = content;
  part->station = station;
  part->title = g_strdup (options->holiday != NULL ? options->holiday : content->holiday);
  part->title_en = g_strdup (content->language != YZ_PRINT_BOTH ? part->title
                             : content->holiday_en != NULL      ? content->holiday_en
                             : part->title != NULL              ? "Holiday"
                                                                : NULL);
  part->days = g_ptr_array_new ();
  for (guint i = 0; first != NULL && i < station->days->len; i++)
    {
      YzGuideDay *day = g_ptr_array_index (station->days, i);

      if (strcmp (day->date, first) >= 0 && strcmp (day->date, last) <= 0)
        g_ptr_array_add (part->days, day);
    }
  return part;
}

/* All parts of a page are one clump that the flow makes smaller as a whole; the last is drawn at its foot. */
static void
add_station (YzDocument *document, const YzGuideContent *content, const YzDocumentOptions *options,
             const YzGuideStation *station)
{
  static const YzPenFunc layouts[] = { lay_out_head, yz_holiday_table_lay_out, lay_out_note, yz_holiday_places_lay_out,
                                       lay_out_foot };
  YzHolidayPart *part = new_part (content, options, station);
  YzSection *section;

  if (part->days->len == 0)
    {
      part_unref (part);
      return;
    }
  section = yz_document_add_section (document, 1);
  section->bare = TRUE;
  section->inset = INSET;
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      YzBlock *block =
        yz_section_add (section, yz_pen_block_new (layouts[i], YZ_HOLIDAY_DESIGN, g_rc_box_acquire (part), part_unref));

      yz_block_set_flow (block, YZ_BLOCK_FILLS);
      yz_block_set_keep (block, i + 1 < G_N_ELEMENTS (layouts));
      if (i == 0)
        {
          yz_block_set_anchor (block, station->id, station->name, 0);
          yz_block_set_record (block, station->id);
        }
    }
  part_unref (part);
}

YzDocument *
yz_holiday_notice_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  const char *holiday = options->holiday != NULL ? options->holiday : content->holiday;
  g_autofree char *title = g_strconcat (content->area, yz_print_say (content->language, "", " – "),
                                        holiday != NULL ? holiday : "",
                                        yz_print_say (content->language, "开放安排", " opening hours"), NULL);
  YzDocument *document = yz_document_new (title);

  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (station->days->len > 0)
        add_station (document, content, options, station);
    }
  return document;
}

/*
 * Letters of a union office, in the manner of GB/T 9704: a red head, a title of 22 pt, text of 16 pt
 * at 28 characters a line, the office and the date at the end. A letter for each station.
 */
#include "config.h"

#include "yz-amount-words.h"
#include "yz-documents-private.h"
#include "yz-pen-block-private.h"
#include "yz-text-block.h"
#include "yz-value-text.h"

#define INSET (15.0 / 186) /* leaves the 156 mm of the standard */
#define INDENT "　　"
#define BLANK_LINES 5
#define SLIP 66.0

static const YzType head_type = { .size = 26,
                                  .bold = TRUE,
                                  .leading = 12,
                                  .ink = YZ_INK_RED,
                                  .align = PANGO_ALIGN_CENTER,
                                  .spacing = 0.12 };
static const YzType title_type = { .size = 22, .bold = TRUE, .leading = 11, .align = PANGO_ALIGN_CENTER };
static const YzType number_type = { .size = 16, .leading = 10, .align = PANGO_ALIGN_CENTER };
static const YzType text_type = { .size = 16, .leading = 10 };
static const YzType english_type = { .size = 12, .leading = 6.6 };
static const YzType end_type = { .size = 16, .leading = 10, .align = PANGO_ALIGN_RIGHT };
static const YzType slip_title_type = { .size = 14, .bold = TRUE, .leading = 8, .align = PANGO_ALIGN_CENTER };
static const YzType slip_type = { .size = 11.5, .leading = 7 };
static const YzType note_type = { .size = 8, .ink = YZ_INK_SECOND };

/* What the parts of a letter are made from. */
typedef struct
{
  const YzGuideContent *content;
  const YzGuideStation *station;
  YzPrintLanguage language; /* of this one: where pages are in both, a letter follows in English */
  const char *chinese;      /* title */
  const char *english;
  gboolean registered; /* has a number in the office's register, written by hand */
} Letter;

/* "〔2026〕　　号", with room for the office's short name before it */
static char *
write_number (const Letter *letter)
{
  const char *date = letter->content->date;

  if (letter->language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("No. ________ (%.4s)", date);
  return g_strdup_printf ("　　　〔%.4s〕　　　号", date);
}

static double
lay_out_head (const YzPen *pen, const YzRect *area, gpointer data)
{
  const Letter *letter = data;
  const char *office = letter->content->publisher != NULL ? letter->content->publisher : letter->content->area;
  double y = area->y + 10 * pen->unit;

  y += yz_pen_write_fitted (pen, &head_type, office, area->x, y, area->width, 14) + 3 * pen->unit;
  if (letter->registered)
    {
      g_autofree char *number = write_number (letter);

      y += yz_pen_write (pen, &number_type, number, area->x, y, area->width) + pen->unit;
    }
  if (pen->canvas != NULL)
    yz_canvas_fill (pen->canvas, &(YzRect){ area->x, y, area->width, 0.7 }, YZ_INK_RED);
  y += 12 * pen->unit;
  y += yz_pen_write (pen, &title_type, yz_print_say (letter->language, letter->chinese, letter->english), area->x, y,
                     area->width);
  return y + 7 * pen->unit - area->y;
}

static double
lay_out_signature (const YzPen *pen, const YzRect *area, gpointer data)
{
  const Letter *letter = data;
  g_autofree char *date = yz_print_date (letter->language, letter->content->date);
  double y = area->y + 12 * pen->unit, width = area->width - 12 * pen->unit;

  if (letter->content->publisher != NULL)
    y += yz_pen_write (pen, &end_type, letter->content->publisher, area->x, y, width);
  y += yz_pen_write (pen, &end_type, date, area->x, y, width);
  y += yz_pen_write (pen, &note_type, yz_print_say (letter->language, "（盖章）", "(stamp)"),
                     area->x + width - 30 * pen->unit, y, 0);
  return y + 6 * pen->unit - area->y;
}

/* --- the slip that comes back ------------------------------------------------------------------------------------- */

static double
lay_out_line (const YzPen *pen, const YzRect *area, const char *word, double y, double share, double from)
{
  g_autoptr (YzText) text = yz_pen_set (pen, &slip_type, word, 0);
  double x = area->x + from * area->width, line = x + text->width + pen->unit;

  yz_pen_show (pen, text, x, y);
  yz_pen_rule (pen, line, y + text->baseline + pen->unit, MAX (0, x + share * area->width - line - 4 * pen->unit), 0.15,
               YZ_INK_BLACK);
  return text->height;
}

static void
draw_cut (const YzPen *pen, const YzRect *area, double y)
{
  cairo_t *cr = yz_canvas_get_cairo (pen->canvas);

  cairo_save (cr);
  yz_canvas_set_ink (pen->canvas, YZ_INK_SECOND);
  cairo_set_line_width (cr, 0.2);
  cairo_set_dash (cr, (double[]){ 2, 1.4 }, 2, 0);
  cairo_move_to (cr, area->x, y);
  cairo_line_to (cr, area->x + area->width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static double
lay_out_slip (const YzPen *pen, const YzRect *area, gpointer data)
{
  const Letter *letter = data;
  YzPrintLanguage language = letter->language;
  double unit = pen->unit, y = area->y + MAX (0, area->height - SLIP * unit);
  g_autofree char *received =
    g_strconcat (letter->station->name,
                 yz_print_say (language, "：整改通知书已收到。", ": the notice has been received."), NULL);

  if (pen->canvas == NULL)
    return SLIP * unit;
  draw_cut (pen, area, y);
  y += 5 * unit;
  y += yz_pen_write (pen, &slip_title_type, yz_print_say (language, "回　执", "Receipt"), area->x, y, area->width);
  y += yz_pen_write_fitted (pen, &slip_type, received, area->x, y + unit, area->width, 6) + 3 * unit;
  y += lay_out_line (pen, area, yz_print_say (language, "整改情况", "What was done"), y, 1, 0);
  for (guint i = 0; i < 2; i++)
    y += lay_out_line (pen, area, "", y, 1, 0);
  y += 2 * unit;
  lay_out_line (pen, area, yz_print_say (language, "签收人", "Signed"), y, 0.4, 0);
  lay_out_line (pen, area, yz_print_say (language, "电话", "Telephone"), y, 0.33, 0.4);
  lay_out_line (pen, area, yz_print_say (language, "日期", "Date"), y, 0.27, 0.73);
  return SLIP * unit;
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

static void
add_paragraph (YzSection *section, YzPrintLanguage language, const char *text, gboolean indented)
{
  gboolean english = language == YZ_PRINT_ENGLISH;
  g_autofree char *whole = g_strconcat (indented && !english ? INDENT : "", text, NULL);
  YzBlock *block = yz_section_add (section, yz_text_block_new (english ? &english_type : &text_type, whole));

  yz_block_set_flow (block, YZ_BLOCK_ACROSS);
  if (english)
    yz_block_set_space (block, 3);
}

static double
lay_out_blank_line (const YzPen *pen, const YzRect *area, gpointer data)
{
  double height = text_type.leading * pen->unit;

  yz_pen_rule (pen, area->x, area->y + height, area->width, 0.12, YZ_INK_SECOND);
  return height;
}

/* Blank lines between them are none. */
static GStrv
split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GStrvBuilder) full = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (full, lines[i]);
  return g_strv_builder_end (full);
}

/* A finding a line, numbered where there are several; without any, lines to write on. */
static void
add_findings (YzSection *section, YzPrintLanguage language, const char *text)
{
  g_auto (GStrv) findings = split_lines (text);
  guint n = g_strv_length (findings);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *numbered = n > 1 ? g_strdup_printf ("%u. %s", i + 1, findings[i]) : g_strdup (findings[i]);

      add_paragraph (section, language, numbered, TRUE);
    }
  for (guint i = 0; n == 0 && i < BLANK_LINES; i++)
    yz_section_add (section, yz_pen_block_new (lay_out_blank_line, 0, NULL, NULL));
}

static void
add_request (YzSection *section, const YzGuideContent *content, YzPrintLanguage language, const char *deadline)
{
  g_autofree char *date = deadline != NULL ? yz_print_date (language, deadline)
                                           : g_strdup (yz_print_say (language, "＿＿＿年＿＿月＿＿日", "____________"));
  g_autofree char *request =
    language == YZ_PRINT_ENGLISH
      ? g_strconcat ("Please put this right by ", date,
                     " and tell us on the slip below what was done. For questions, call ", content->hotline, ".", NULL)
      : g_strconcat ("请于 ", date, "前整改完毕，并将整改情况填入回执报送我会。如有疑问，请拨打 ", content->hotline,
                     " 联系。", NULL);

  add_paragraph (section, language, request, TRUE);
}

static YzSection *
begin_letter (YzDocument *document, const Letter *letter, const char *recipient)
{
  YzSection *section = yz_document_add_section (document, 1);
  YzPrintLanguage language = letter->language;
  g_autofree char *salutation = g_strconcat (recipient, yz_print_say (language, "：", ","), NULL);
  YzBlock *head;

  section->bare = TRUE;
  section->numbered = TRUE;
  section->inset = INSET;
  head = yz_section_add (section, yz_pen_block_new (lay_out_head, 0, g_memdup2 (letter, sizeof *letter), g_free));
  if (language != YZ_PRINT_ENGLISH || letter->content->language == YZ_PRINT_ENGLISH)
    yz_block_set_anchor (head, letter->station->id, letter->station->name, 0);
  yz_block_set_record (head, letter->station->id);
  add_paragraph (section, language, salutation, FALSE);
  return section;
}

static void
end_letter (YzSection *section, const Letter *letter)
{
  yz_section_add (section, yz_pen_block_new (lay_out_signature, 0, g_memdup2 (letter, sizeof *letter), g_free));
}

typedef void (*AddLetter) (YzDocument *document, const Letter *letter, const YzDocumentOptions *options);

/* A letter for each station, in each language of the pages. */
static YzDocument *
build (const YzGuideContent *content, const YzDocumentOptions *options, const char *chinese, const char *english,
       gboolean registered, AddLetter add)
{
  YzDocument *document = yz_document_new (yz_print_say (content->language, chinese, english));

  for (guint i = 0; i < content->stations->len; i++)
    {
      Letter letter = { content,   g_ptr_array_index (content->stations, i), YZ_PRINT_CHINESE, chinese, english,
                        registered };

      if (content->language != YZ_PRINT_ENGLISH)
        add (document, &letter, options);
      letter.language = YZ_PRINT_ENGLISH;
      if (content->language != YZ_PRINT_CHINESE)
        add (document, &letter, options);
    }
  return document;
}

static void
add_rectification (YzDocument *document, const Letter *letter, const YzDocumentOptions *options)
{
  YzPrintLanguage language = letter->language;
  const char *recipient = options->recipient != NULL ? options->recipient : letter->station->name;
  YzSection *section = begin_letter (document, letter, recipient);
  YzBlock *slip;

  add_paragraph (section, language,
                 yz_print_say (language, "经检查，你站存在以下问题：",
                               "An inspection of your station found the following:"),
                 TRUE);
  add_findings (section, language, options->text);
  add_request (section, letter->content, language, options->deadline);
  end_letter (section, letter);
  slip = yz_section_add (section, yz_pen_block_new (lay_out_slip, 0, g_memdup2 (letter, sizeof *letter), g_free));
  yz_block_set_flow (slip, YZ_BLOCK_FILLS);
}

YzDocument *
yz_letter_build_rectification (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return build (content, options, "整改通知书", "Rectification notice", TRUE, add_rectification);
}

/* "，价值人民币壹仟贰佰元整（¥1200.00）", nothing without an amount. */
static char *
describe_amount (gint64 fen, YzPrintLanguage language)
{
  g_autofree char *figures = yz_value_format_money (fen);
  g_autofree char *capitals = yz_amount_to_capitals (fen);

  if (fen == 0)
    return g_strdup ("");
  if (language == YZ_PRINT_ENGLISH)
    return g_strconcat (" (worth CNY ", figures, ")", NULL);
  return g_strconcat ("，价值人民币", capitals, "（¥", figures, "），", NULL);
}

static void
add_gratitude (YzSection *section, const Letter *letter, const YzDocumentOptions *options)
{
  YzPrintLanguage language = letter->language;
  g_autofree char *amount = describe_amount (options->amount_fen, language);
  g_auto (GStrv) gifts = split_lines (options->text);
  g_autofree char *given = g_strjoinv (yz_print_say (language, "、", ", "), gifts);
  const char *gift = *given != '\0' ? given : yz_print_say (language, "物资", "supplies");
  g_autofree char *chinese = g_strconcat ("您向", letter->station->name, "捐赠的", gift, amount,
                                          "已经收到，将全部用于户外劳动者的饮水、休息和应急。", NULL);
  g_autofree char *english = g_strconcat ("We have received your gift to ", letter->station->name, ": ", gift, amount,
                                          ". All of it will go to people who work outdoors.", NULL);

  add_paragraph (section, language, yz_print_say (language, chinese, english), TRUE);
  add_paragraph (
    section, language,
    yz_print_say (language,
                  "天热时的一口水、下雨时的一把伞，都有您的一份心意。我们代表在这里歇脚的骑手、环卫工人和"
                  "司机师傅，向您表示衷心的感谢！",
                  "A drink on a hot day, an umbrella in the rain: on behalf of the couriers, street cleaners and "
                  "drivers who rest here, thank you."),
    TRUE);
  if (language != YZ_PRINT_ENGLISH)
    {
      add_paragraph (section, language, "此致", TRUE);
      add_paragraph (section, language, "敬礼！", FALSE);
    }
}

static void
add_thanks (YzDocument *document, const Letter *letter, const YzDocumentOptions *options)
{
  YzPrintLanguage language = letter->language;
  const char *donor = options->recipient != NULL ? options->recipient
                                                 : yz_print_say (language, "捐赠单位（个人）", "donor");
  g_autofree char *recipient = g_strconcat (yz_print_say (language, "尊敬的", "Dear "), donor, NULL);
  YzSection *section = begin_letter (document, letter, recipient);

  add_gratitude (section, letter, options);
  end_letter (section, letter);
}

YzDocument *
yz_letter_build_thanks (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return build (content, options, "感谢信", "Letter of thanks", FALSE, add_thanks);
}

#include "config.h"

#include "yz-goods-parts-private.h"

#include "yz-amount-words.h"
#include "yz-value-text.h"

#define SIGNATURE 19.0 /* from the word to below the line, millimetres of A4's type */
#define SIGNATURE_LINE 13.5
#define SIGNATURE_GAP 7.0
#define ROOM_FOR_THREE 130.0

static const YzType sum_type = { .size = 9, .leading = 4.8 };
static const YzType total_type = { .size = 10.5, .bold = TRUE, .leading = 5.4 };
static const YzType signer_type = { .size = 9.6, .bold = TRUE, .leading = 4.6, .one_line = TRUE };
static const YzType signer_note_type = { .size = 7.2, .leading = 3.6, .ink = YZ_INK_SECOND };
static const YzType sign_type = { .size = 7.2, .leading = 3.6, .ink = YZ_INK_SECOND, .one_line = TRUE };

/* --- words -------------------------------------------------------------------------------------------------------- */

char *
yz_goods_say_expiry (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  const char *sign = NULL;

  *note = NULL;
  if (line->recalled)
    {
      sign = "×";
      *note = yz_print_say_both (language, "已召回，停用", "recalled: do not use");
    }
  else if (line->expiry != NULL && line->days_left < 0)
    {
      sign = "×";
      *note = yz_print_say_both (language, "已过期，另放", "expired: put aside");
    }
  else if (line->expiry != NULL && line->warned)
    {
      sign = "▲";
      *note = line->days_left == 0
                ? yz_print_say_both (language, "今天到期", "today")
                : yz_print_say_number (language, (guint) line->days_left, "%u 天后到期", "%u day left", "%u days left");
    }
  if (sign == NULL)
    return g_strdup (yz_goods_say_dash (line->expiry));
  return g_strconcat (line->expiry != NULL ? line->expiry : "", line->expiry != NULL ? " " : "", sign, NULL);
}

char *
yz_goods_say_quantity (gint64 quantity, const char *unit)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", quantity, unit);
}

char *
yz_goods_say_money (gint64 fen)
{
  g_autofree char *figures = yz_value_format_money (fen);

  return g_strconcat ("¥", figures, NULL);
}

const char *
yz_goods_say_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "—";
}

/* --- sums --------------------------------------------------------------------------------------------------------- */

YzGoodsSum
yz_goods_sum (const GPtrArray *lines, guint first, guint n)
{
  YzGoodsSum sum = { .n = n };

  for (guint i = first; i < first + n; i++)
    {
      const YzGoodsLine *line = g_ptr_array_index (lines, i);

      sum.quantity += line->quantity;
      sum.fen += yz_goods_line_get_value (line);
      sum.unpriced += line->value_fen < 0;
    }
  return sum;
}

/* @page: the words for this page; @all: for the whole paper, NULL before its end */
static double
lay_sums (const YzPen *pen, const YzRect *area, char *page, char *all)
{
  g_autofree char *first = page, *second = all;
  double y = area->y + 1.8 * pen->unit;

  y += yz_pen_write (pen, &sum_type, first, area->x, y, area->width);
  if (second != NULL)
    y += yz_pen_write (pen, &total_type, second, area->x, y + pen->unit, area->width) + pen->unit;
  return y - area->y;
}

static const char *
say_lines (guint n)
{
  return n == 1 ? "line" : "lines";
}

static char *
say_counts (YzPrintLanguage language, const char *chinese, const char *english, YzGoodsSum sum)
{
  g_autofree char *zh =
    g_strdup_printf ("%s %u 行，数量合计 %" G_GINT64_FORMAT "（各单位相加，核对用）", chinese, sum.n, sum.quantity);
  g_autofree char *en = g_strdup_printf ("%s: %u %s, quantities add up to %" G_GINT64_FORMAT " (a check)", english,
                                         sum.n, say_lines (sum.n), sum.quantity);

  return yz_print_say_both (language, zh, en);
}

double
yz_goods_lay_counts (const YzPen *pen, const YzRect *area, const YzRuledPart *part, const GPtrArray *lines)
{
  YzGoodsSum page = yz_goods_sum (lines, part->first, part->n), all = yz_goods_sum (lines, 0, lines->len);

  return lay_sums (pen, area, say_counts (pen->language, "本页", "This page", page),
                   part->ends ? say_counts (pen->language, "全单", "All pages", all) : NULL);
}

/* "本页 12 行，金额小计 ¥345.00" */
static char *
say_values (YzPrintLanguage language, YzGoodsSum sum)
{
  g_autofree char *money = yz_goods_say_money (sum.fen);
  g_autofree char *zh = g_strdup_printf ("本页 %u 行，金额小计 %s", sum.n, money);
  g_autofree char *en = g_strdup_printf ("This page: %u %s, worth %s", sum.n, say_lines (sum.n), money);

  return yz_print_say_both (language, zh, en);
}

/* "全单 30 行，金额合计 人民币壹仟贰佰元整（¥1200.00）；另有 2 行没有单价" */
static char *
say_total (YzPrintLanguage language, YzGoodsSum sum)
{
  g_autofree char *money = yz_goods_say_money (sum.fen), *capitals = yz_amount_to_capitals (sum.fen);
  g_autofree char *unpriced_zh = g_strdup_printf ("；另有 %u 行没有单价，未计入", sum.unpriced);
  g_autofree char *unpriced_en = g_strdup_printf ("; %u %s without a price", sum.unpriced, say_lines (sum.unpriced));
  g_autofree char *zh = g_strdup_printf ("全单 %u 行，金额合计 人民币%s（%s）%s", sum.n, capitals, money,
                                         sum.unpriced > 0 ? unpriced_zh : "");
  g_autofree char *en = g_strdup_printf ("All pages: %u %s, worth %s%s", sum.n, say_lines (sum.n), money,
                                         sum.unpriced > 0 ? unpriced_en : "");

  return yz_print_say_both (language, zh, en);
}

double
yz_goods_lay_values (const YzPen *pen, const YzRect *area, const YzRuledPart *part, const GPtrArray *lines)
{
  YzGoodsSum page = yz_goods_sum (lines, part->first, part->n), all = yz_goods_sum (lines, 0, lines->len);

  return lay_sums (pen, area, say_values (pen->language, page), part->ends ? say_total (pen->language, all) : NULL);
}

/* --- signatures --------------------------------------------------------------------------------------------------- */

/* The word, a line to sign on, and below it where to write the day. */
static void
lay_signature (const YzPen *pen, const YzGoodsSigner *signer, const char *name, double x, double y, double width)
{
  g_autofree char *word = yz_print_say_both (pen->language, signer->chinese, signer->english);
  g_autofree char *sign = yz_print_say_both (pen->language, "签名", "Signature");
  const char *date = yz_print_say (pen->language, "年　　月　　日", "Date:　　　　　　");
  g_autoptr (YzText) said = yz_pen_fit (pen, &signer_type, word, width, 6);
  g_autoptr (YzText) day = yz_pen_fit (pen, &sign_type, date, width / 2, 5);
  double line = y + SIGNATURE_LINE * pen->unit, room = width - said->width - 2 * pen->unit;
  const char *note = name != NULL ? name : yz_print_say (pen->language, signer->note, signer->note_english);

  yz_pen_show (pen, said, x, y);
  if (note != NULL && room > 12 * pen->unit)
    yz_pen_write_fitted (pen, &signer_note_type, note, x + width - room, y + 0.7 * pen->unit, room, 5);
  yz_pen_rule (pen, x, line, width, 0.2, YZ_INK_BLACK);
  yz_pen_write_fitted (pen, &sign_type, sign, x, line + 0.8 * pen->unit, width - day->width - 2 * pen->unit, 5);
  yz_pen_show (pen, day, x + width - day->width, line + 0.8 * pen->unit);
}

double
yz_goods_lay_signatures (const YzPen *pen, const YzRect *area, const YzGoodsSigner *signers, guint n,
                         const char *const *names)
{
  double u = pen->unit, gap = SIGNATURE_GAP * u;
  guint a_row = area->width / u >= ROOM_FOR_THREE ? n : 1, n_rows = (n + a_row - 1) / a_row;
  double width = (area->width - (a_row - 1) * gap) / a_row, height = n_rows * SIGNATURE * u;
  double y = area->y + MAX (0, area->height - height);

  for (guint i = 0; pen->canvas != NULL && i < n; i++)
    lay_signature (pen, &signers[i], names != NULL ? names[i] : NULL, area->x + (i % a_row) * (width + gap),
                   y + i / a_row * SIGNATURE * u, width);
  return height;
}

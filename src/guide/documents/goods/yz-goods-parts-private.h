/* What papers about stock have in common: their head, how a line is told, who signs. */
#pragma once

#include "yz-goods-paper.h"
#include "yz-guide-content.h"
#include "yz-pen-private.h"
#include "yz-ruled-table.h"

G_BEGIN_DECLS

#define GOODS_MOST_FACTS 4
#define GOODS_ROW 8.0 /* millimetres of A4's type: as high as a hand writes */

/**
 * YzGoodsHead:
 * @title: what kind of paper it is
 * @place: (nullable): bold, beside or below it
 * @where: (nullable): below that
 * @number: (nullable): of the paper, at the right
 * @caption: (nullable): below that: what the code is good for
 * @scan: (nullable): what the code says
 * @facts: pairs of a title and a value, up to the first without a title; see yz_print_say_both()
 * @note: (nullable): how to fill it in
 *
 * All of it texts, %NULL for none.
 */
typedef struct
{
  char *title;
  char *place;
  char *where;
  char *number;
  char *caption;
  char *scan;
  char *facts[GOODS_MOST_FACTS][2];
  char *note;
} YzGoodsHead;

/**
 * yz_goods_head_new:
 *
 * Returns: (transfer full): a head without texts; all that is set is its own
 */
YzGoodsHead *yz_goods_head_new (void);

/**
 * yz_goods_head_add_fact:
 * @title: (transfer full)
 * @value: (transfer full) (nullable): without it there is room to write
 */
void yz_goods_head_add_fact (YzGoodsHead *self, char *title, char *value);

/**
 * yz_goods_head_make_block:
 * @self: (transfer full)
 *
 * Returns: (transfer full): kept with what follows
 */
YzBlock *yz_goods_head_make_block (YzGoodsHead *self);

/**
 * yz_goods_say_expiry:
 * @note: (out) (transfer full) (nullable): why one has to look at it: near, passed, recalled
 *
 * Returns: (transfer full): the day with a sign where there is a note, "—" where it keeps
 */
char *yz_goods_say_expiry (const YzGoodsLine *line, YzPrintLanguage language, char **note);

/**
 * yz_goods_say_quantity:
 *
 * Returns: (transfer full): "24 盒"
 */
char *yz_goods_say_quantity (gint64 quantity, const char *unit);

/**
 * yz_goods_say_money:
 *
 * Returns: (transfer full): "¥1,284.50" without the separator: "¥1284.50"
 */
char *yz_goods_say_money (gint64 fen);

/**
 * yz_goods_say_dash:
 *
 * Returns: (transfer none): @text, "—" for nothing
 */
const char *yz_goods_say_dash (const char *text);

/**
 * YzGoodsSum:
 * @n: lines
 * @quantity: of all of them, whatever their units
 * @fen: what they are worth
 * @unpriced: lines whose value is unknown
 */
typedef struct
{
  guint n;
  gint64 quantity;
  gint64 fen;
  guint unpriced;
} YzGoodsSum;

/**
 * yz_goods_sum:
 * @lines: (element-type YzGoodsLine)
 */
YzGoodsSum yz_goods_sum (const GPtrArray *lines, guint first, guint n);

/**
 * yz_goods_lay_counts:
 * @lines: (element-type YzGoodsLine): of the whole table
 *
 * How many lines this page has and what their quantities add up to; on the last one, all of them too. Whoever lost a
 * page, or skipped a line, sees it.
 *
 * Returns: the height
 */
double yz_goods_lay_counts (const YzPen *pen, const YzRect *area, const YzRuledPart *part, const GPtrArray *lines);

/**
 * yz_goods_lay_values:
 *
 * Likewise with what they are worth, in the end in capital figures too.
 *
 * Returns: the height
 */
double yz_goods_lay_values (const YzPen *pen, const YzRect *area, const YzRuledPart *part, const GPtrArray *lines);

/**
 * YzGoodsSigner:
 * @chinese: who signs
 * @english: likewise
 * @note: (nullable): Chinese: small beside it
 * @note_english: (nullable): likewise
 */
typedef struct
{
  const char *chinese;
  const char *english;
  const char *note;
  const char *note_english;
} YzGoodsSigner;

/**
 * yz_goods_lay_signatures:
 * @area: they stand at its foot, or where they end if it is too low
 * @names: (nullable): who it was, beside the words
 *
 * Returns: the height
 */
double yz_goods_lay_signatures (const YzPen *pen, const YzRect *area, const YzGoodsSigner *signers, guint n,
                                const char *const *names);

G_END_DECLS

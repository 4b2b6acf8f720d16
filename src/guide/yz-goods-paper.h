/*
 * What papers about stock are made of: the lines of a stocktake, of a transfer, of what lies at a station, as they were
 * at one moment. The session fills it; it may be read from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzGoodsLine:
 * @id: of the record that a click on it leads to
 * @code: (nullable): of the item
 * @item: its name and specification
 * @unit: in which it is counted
 * @lot: (nullable): number of the lot
 * @expiry: (nullable): the last day of use, a civil date
 * @days_left: until then; less than 0 once it has passed
 * @warned: whether that is soon, as the item has it
 * @recalled: whether nobody may use it
 * @number: by which the line is typed in, 0 for its place on the paper
 * @page: which it has to stand on, 0 for any
 * @place: (nullable): where in its group: a shelf, a slot
 * @quantity: what lies there, or is to be taken; 0 or more
 * @arrived: what came of it, -1 while nobody has said
 * @value_fen: of one unit, -1 for unknown
 * @note: (nullable): a reason, a remark
 * @scan: (nullable): what the code of a label says
 */
typedef struct
{
  char *id;
  char *code;
  char *item;
  char *unit;
  char *lot;
  char *expiry;
  int days_left;
  gboolean warned;
  gboolean recalled;
  guint number;
  guint page;
  char *place;
  gint64 quantity;
  gint64 arrived;
  gint64 value_fen;
  char *note;
  char *scan;
} YzGoodsLine;

/**
 * YzGoodsGroup:
 * @name: of a shelf, a station, a cabinet; "" where there is one group only
 * @note: (nullable): address, or whatever helps to find it
 * @lines: (element-type YzGoodsLine): in the order of the walk
 *
 * Lines that stand under one heading.
 */
typedef struct
{
  char *name;
  char *note;
  GPtrArray *lines;
} YzGoodsGroup;

/**
 * YzGoodsPaper:
 * @id: of the stocktake, transfer, station or cabinet
 * @number: (nullable): of the stocktake, the slip, the document
 * @place: whose stock it is, or where it is taken from
 * @where: (nullable): which part of it, or its address
 * @target: (nullable): where it goes
 * @at: (nullable): since when the books say so, when it was sent: date and time of the office
 * @due: (nullable): civil date
 * @blind: whether the figures of the books are not told
 * @reason: (nullable)
 * @people: (nullable): who counts, sends, carries, receives, in the order of the signatures
 * @cap_fen: what may be brought this month, -1 without such a limit
 * @spent_fen: what was brought this month already
 * @groups: (element-type YzGoodsGroup): in the order of the walk
 *
 * One paper: documents of many stations or cabinets have several.
 */
typedef struct
{
  char *id;
  char *number;
  char *place;
  char *where;
  char *target;
  char *at;
  char *due;
  gboolean blind;
  char *reason;
  char *people[3];
  gint64 cap_fen;
  gint64 spent_fen;
  GPtrArray *groups;
} YzGoodsPaper;

/**
 * yz_goods_paper_new:
 *
 * Returns: (transfer full): a paper without groups
 */
YzGoodsPaper *yz_goods_paper_new (const char *id, const char *place);
void          yz_goods_paper_free (YzGoodsPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGoodsPaper, yz_goods_paper_free)

/**
 * yz_goods_paper_add_group:
 *
 * Returns: (transfer none): a group without lines, the last of the paper
 */
YzGoodsGroup *yz_goods_paper_add_group (YzGoodsPaper *self, const char *name, const char *note);

/**
 * yz_goods_group_add_line:
 *
 * Returns: (transfer none): a line of which nothing else is known, the last of the group
 */
YzGoodsLine *yz_goods_group_add_line (YzGoodsGroup *self, const char *item, const char *unit);

/**
 * yz_goods_paper_list_lines:
 *
 * Returns: (transfer container) (element-type YzGoodsLine): all of them in their order
 */
GPtrArray *yz_goods_paper_list_lines (const YzGoodsPaper *self);

/**
 * yz_goods_line_is_usable:
 *
 * Returns: whether it has neither expired nor been recalled
 */
gboolean yz_goods_line_is_usable (const YzGoodsLine *self);

/**
 * yz_goods_line_get_value:
 *
 * Returns: of the whole quantity in fen, 0 where it is unknown
 */
gint64 yz_goods_line_get_value (const YzGoodsLine *self);

G_END_DECLS

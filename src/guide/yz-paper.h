/* Sizes of paper, and what of a sheet is printed on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Millimetres from the upper left corner of a page. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} YzRect;

/**
 * yz_rect_meets:
 *
 * Returns: whether the rectangles have more than an edge in common
 */
static inline gboolean
yz_rect_meets (const YzRect *a, const YzRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * yz_rect_contains:
 *
 * Returns: whether @inner is wholly in @outer
 */
static inline gboolean
yz_rect_contains (const YzRect *outer, const YzRect *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

/**
 * YzImposition:
 * @YZ_IMPOSITION_NONE: a page is a sheet
 * @YZ_IMPOSITION_BOOKLET: two pages side by side, in the order in which folded and stapled sheets are read
 * @YZ_IMPOSITION_Z_FOLD: four narrow pages side by side, folded like a Z
 *
 * How pages stand on the sheets that the printer takes.
 */
typedef enum
{
  YZ_IMPOSITION_NONE,
  YZ_IMPOSITION_BOOKLET,
  YZ_IMPOSITION_Z_FOLD,
} YzImposition;

/**
 * YzPaper:
 * @nick: "a4"
 * @title: msgid
 * @width: of a page, in millimetres
 * @height: likewise; 0 for a roll, cut where the text ends
 * @margin: left and right of the text
 * @head: from the upper edge to the rule below the running head
 * @foot: from the lower edge to the rule above the foot
 * @base: size of the running text, in parts of that of A4
 * @imposition: how its pages stand on sheets
 *
 * All of it millimetres. Nothing bleeds: every office printer leaves 4 mm white.
 */
typedef struct
{
  const char *nick;
  const char *title;
  double width;
  double height;
  double margin;
  double head;
  double foot;
  double base;
  YzImposition imposition;
} YzPaper;

/**
 * yz_paper_get_all:
 *
 * Returns: (transfer none) (array length=n_papers): every paper
 */
const YzPaper *yz_paper_get_all (guint *n_papers);

/**
 * yz_paper_find:
 * @nick: "a4", "a4-landscape", "a3", "a3-landscape", "a5", "booklet", "fold", "strip"
 *
 * Returns: (transfer none) (nullable): the paper, or %NULL with %YZ_GUIDE_ERROR_UNKNOWN
 */
const YzPaper *yz_paper_find (const char *nick, GError **error);

/**
 * yz_paper_get_area:
 * @panels: pages side by side that the area goes across, 1 unless the paper is folded
 * @framed: whether a running head and foot take their share
 *
 * Returns: where text may stand; a roll has a height of %G_MAXDOUBLE
 */
YzRect yz_paper_get_area (const YzPaper *self, guint panels, gboolean framed);

G_END_DECLS

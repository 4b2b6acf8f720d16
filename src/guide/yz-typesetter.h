/*
 * Text set for paper: the fonts, sizes in points, leading in millimetres, line breaks that a reader would choose.
 *
 * For one thread. Positions do not depend on the device: a page breaks alike on screen, in the PDF and at the printer.
 */
#pragma once

#include "yz-print-fonts.h"
#include "yz-print-language.h"

G_BEGIN_DECLS

/* Of what is printed. In grey, red becomes a dark grey. */
typedef enum
{
  YZ_INK_BLACK,  /* text */
  YZ_INK_SECOND, /* notes */
  YZ_INK_HAIR,   /* hairlines, grids */
  YZ_INK_FAINT,  /* grounds that text stands on */
  YZ_INK_RED,    /* open stations, the bar beside a title */
  YZ_INK_WHITE,
} YzInk;

/**
 * YzType:
 * @size: of the type in points
 * @bold: the weight
 * @leading: from line to line in millimetres; 0 for 1.4 of the size
 * @ink: its colour
 * @align: of the lines in their width
 * @struck: with a line through it
 * @spacing: between characters, in parts of @size
 * @loose: breaks anywhere, for text without words such as a link
 * @one_line: English beside Chinese never moves below it
 */
typedef struct
{
  double size;
  gboolean bold;
  double leading;
  YzInk ink;
  PangoAlignment align;
  gboolean struck;
  double spacing;
  gboolean loose;
  gboolean one_line;
} YzType;

/**
 * YzText:
 * @layout: in millimetres
 * @type: as set
 * @width: of the widest line, in millimetres
 * @height: of all lines
 * @baseline: of the first line, from the top
 * @box_width: what was given to break the lines at, or @width
 *
 * Text that is set and can be shown.
 */
typedef struct
{
  PangoLayout *layout;
  YzType type;
  double width;
  double height;
  double baseline;
  double box_width;
} YzText;

void yz_text_free (YzText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzText, yz_text_free)

typedef struct _YzTypesetter YzTypesetter;
typedef struct _YzSymbols YzSymbols;

/**
 * yz_typesetter_new:
 * @language: of the pages
 * @scale: of every size: 1, or more for a large-type edition
 *
 * Returns: (transfer full) (nullable): a typesetter, or %NULL with %YZ_GUIDE_ERROR_FONT
 */
YzTypesetter *yz_typesetter_new (YzPrintLanguage language, double scale, GError **error);

void yz_typesetter_free (YzTypesetter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzTypesetter, yz_typesetter_free)

/**
 * yz_typesetter_get_fonts:
 *
 * Returns: (transfer none): what its texts are drawn with on vector devices; all of them are noted
 */
YzPrintFonts   *yz_typesetter_get_fonts (YzTypesetter *self);

/**
 * yz_typesetter_get_symbols:
 *
 * Returns: (transfer none): the symbols that its pages share, see yz-symbol.h
 */
YzSymbols      *yz_typesetter_get_symbols (YzTypesetter *self);
YzPrintLanguage yz_typesetter_get_language (YzTypesetter *self);
double          yz_typesetter_get_scale (YzTypesetter *self);

/**
 * yz_typesetter_set:
 * @width: at which lines are broken, in millimetres; 0 for one line however long
 *
 * Lines are never broken inside a range of time, a date, a number with its unit or a telephone number, unless it alone
 * is wider than @width. The last of several lines has three characters or more: the type shrinks by up to 4 % for it,
 * or the lines are broken earlier.
 *
 * Returns: (transfer full): the text
 */
YzText *yz_typesetter_set (YzTypesetter *self, const YzType *type, const char *text, double width);

/**
 * yz_typesetter_fit:
 * @floor: the smallest size in points
 *
 * Sets @text on one line, in a smaller size if it is wider than @width; at @floor it is broken into lines. English
 * beside Chinese moves below it before anything is made smaller.
 *
 * Returns: (transfer full): the text
 */
YzText *yz_typesetter_fit (YzTypesetter *self, const YzType *type, const char *text, double width, double floor);

/**
 * yz_typesetter_measure:
 *
 * Returns: the width of @text on one line, in millimetres
 */
double yz_typesetter_measure (YzTypesetter *self, const YzType *type, const char *text);

/**
 * yz_typesetter_get_missing:
 *
 * Returns: (transfer full) (nullable): the characters set so far that no font has, with their numbers:
 *   "𠮷 U+20BB7"; %NULL if there are none
 */
char *yz_typesetter_get_missing (YzTypesetter *self);

G_END_DECLS

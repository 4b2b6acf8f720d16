/*
 * A table with lines between all cells, to be read and written on: boxes for digits, boxes to tick, empty cells. It is
 * one block that goes over pages; each page of it has the heading and a foot, which is where the sums of the page stand
 * and where people sign.
 */
#pragma once

#include "yz-block.h"
#include "yz-pen-private.h"

G_BEGIN_DECLS

/**
 * YzRuledColumn:
 * @title: of the heading row, see yz_print_say_both()
 * @width: millimetres of A4's type; 0 for the one column that takes what is left
 * @align: of its texts
 * @bold: their weight
 * @quiet: set smaller
 * @boxes: so many boxes for digits in every line, instead of text
 * @tick: a box to be ticked
 * @yields: 0 for a column that is always there; the table being too narrow for all, the column with the least number
 *   gives way first: what it tells then stands below the texts of the column that takes what is left
 * @word: (nullable): before what it tells there
 */
typedef struct
{
  const char *title;
  double width;
  PangoAlignment align;
  gboolean bold;
  gboolean quiet;
  guint boxes;
  gboolean tick;
  guint yields;
  const char *word;
} YzRuledColumn;

/**
 * YzRuledCell:
 * @text: (nullable)
 * @note: (nullable): small and bold below it, which is bold then too
 */
typedef struct
{
  const char *text;
  const char *note;
} YzRuledCell;

/**
 * YzRuledPart:
 * @first: of the table's lines, the first of the page
 * @n: how many of them stand there
 * @ends: whether the table ends there
 *
 * What a page has of a table.
 */
typedef struct
{
  guint first;
  guint n;
  gboolean ends;
} YzRuledPart;

/**
 * YzRuledFoot:
 * @area: where, of no height while it is measured; as wide as the table
 *
 * Lays out and, where @pen has a canvas, draws what stands below the rows of a page.
 *
 * Returns: the height that is needed
 */
typedef double (*YzRuledFoot) (const YzPen *pen, const YzRect *area, const YzRuledPart *part, gpointer data);

/**
 * yz_ruled_table_new:
 * @columns: (array length=n_columns): copied, with their texts
 * @row_height: the least, in millimetres of A4's type
 *
 * Returns: (transfer full): a table without rows, across the page
 */
YzBlock *yz_ruled_table_new (const YzRuledColumn *columns, guint n_columns, double row_height);

/**
 * yz_ruled_table_add_band:
 * @note: (nullable): smaller, beside it
 *
 * A heading across all columns, for the lines below it; it is repeated where a page begins among them.
 */
void yz_ruled_table_add_band (YzBlock *self, const char *text, const char *note);

/**
 * yz_ruled_table_add_line:
 * @cells: (array length=n_columns): copied
 * @record: (nullable): see yz_block_set_record()
 */
void yz_ruled_table_add_line (YzBlock *self, const YzRuledCell *cells, const char *record);

/**
 * yz_ruled_table_break:
 *
 * Begins a page with the row that is added next.
 */
void yz_ruled_table_break (YzBlock *self);

/**
 * yz_ruled_table_add_blank:
 * @number: in the first column
 *
 * An empty line that is written on; it does not count as one of the table.
 */
void yz_ruled_table_add_blank (YzBlock *self, guint number);

/**
 * yz_ruled_table_set_spare:
 * @number: of the last line
 * @least: empty lines after the last one, numbered on in the first column
 * @most: of them, where a page has room left; the table has to fill it, see %YZ_BLOCK_FILLS
 */
void yz_ruled_table_set_spare (YzBlock *self, guint number, guint least, guint most);

/**
 * yz_ruled_table_set_foot:
 * @data: (transfer full)
 */
void yz_ruled_table_set_foot (YzBlock *self, YzRuledFoot foot, gpointer data, GDestroyNotify free_data);

G_END_DECLS

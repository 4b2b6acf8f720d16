/* Rows of contents and indexes: what is looked for, and the numbers and pages where it is. Each leads there. */
#pragma once

#include "yz-block.h"
#include "yz-guide-index.h"

G_BEGIN_DECLS

/**
 * YzIndexRow:
 * @symbol: (nullable): see yz_symbol_draw()
 * @label: (nullable): what is looked for; without one the row goes on with the one above
 * @note: (nullable): smaller, after the label
 * @entries: (element-type YzIndexEntry): where it is, by number
 * @sentence: (nullable): instead of the numbers
 * @open: no line below, as the next row goes on with it
 *
 * A row of numbers. A station that is open all day is white on black, a paused one struck through, one whose hours
 * nobody knows has a question mark.
 */
typedef struct
{
  const char *symbol;
  const char *label;
  const char *note;
  const GArray *entries;
  const char *sentence;
  gboolean open;
} YzIndexRow;

/**
 * yz_index_row_new:
 * @row: copied; stations must live longer
 *
 * Returns: (transfer full): the row
 */
YzBlock *yz_index_row_new (const YzIndexRow *row);

/**
 * yz_index_place_new:
 * @letter: under which it is looked for; 0 if it is that of the row above
 * @place: (nullable): the street; "" if it is that of the row above, %NULL in an index by name
 * @station: must live longer
 *
 * Returns: (transfer full): a row with the station's number, name and page
 */
YzBlock *yz_index_place_new (char letter, const char *place, const YzGuideStation *station);

/**
 * yz_contents_row_new:
 * @fact: (nullable): after the title
 * @anchor: where the row leads to
 *
 * Returns: (transfer full): a row of the contents, with the page
 */
YzBlock *yz_contents_row_new (const char *title, const char *fact, const char *anchor);

G_END_DECLS

/*
 * A piece of a page: a card, a row, a heading, a map. It can say how high it is at a width, and draw itself into a
 * rectangle; it knows neither page nor paper.
 *
 * A new block is one file: a subclass with @measure and @draw. What a document is made of is said by the properties
 * that every block has.
 */
#pragma once

#include <glib-object.h>

#include "yz-canvas.h"

G_BEGIN_DECLS

#define YZ_TYPE_BLOCK (yz_block_get_type ())

G_DECLARE_DERIVABLE_TYPE (YzBlock, yz_block, YZ, BLOCK, GObject)

/**
 * YzBlockFlow:
 * @YZ_BLOCK_IN_COLUMN: stands in a column of its section
 * @YZ_BLOCK_ACROSS: goes across all columns; what came before is balanced above it
 * @YZ_BLOCK_FILLS: goes across, and takes what is left of the page
 */
typedef enum
{
  YZ_BLOCK_IN_COLUMN,
  YZ_BLOCK_ACROSS,
  YZ_BLOCK_FILLS,
} YzBlockFlow;

/**
 * YzBlockClass:
 * @measure: the height that the block needs at @width, in millimetres; of a block that fills, the least height
 * @draw: draws the block; @area is as wide as was measured and at least as high
 * @split: (nullable): makes two new blocks of it, of which the first fits into @height; %FALSE if nothing would
 */
struct _YzBlockClass
{
  GObjectClass parent_class;

  double (*measure) (YzBlock *self, YzTypesetter *typesetter, double width);
  void (*draw) (YzBlock *self, YzCanvas *canvas, const YzRect *area);
  gboolean (*split) (YzBlock *self, YzTypesetter *typesetter, double width, double height, YzBlock **first,
                     YzBlock **rest);
};

/**
 * yz_block_measure:
 *
 * Returns: the height at @width, see #YzBlockClass; asked again, it is not measured again
 */
double yz_block_measure (YzBlock *self, YzTypesetter *typesetter, double width);

/**
 * yz_block_draw:
 *
 * Draws the block, its anchor, and the mark of its record.
 */
void yz_block_draw (YzBlock *self, YzCanvas *canvas, const YzRect *area);

/**
 * yz_block_split:
 * @first: (out) (transfer full): what fits into @height
 * @rest: (out) (transfer full): what is left for the next column or page
 *
 * Returns: %FALSE for a block that cannot be divided there
 */
gboolean yz_block_split (YzBlock *self, YzTypesetter *typesetter, double width, double height, YzBlock **first,
                         YzBlock **rest);

void        yz_block_set_flow (YzBlock *self, YzBlockFlow flow);
YzBlockFlow yz_block_get_flow (YzBlock *self);

/**
 * yz_block_set_space:
 * @above: white before the block, in millimetres of A4's type; none at the top of a column
 */
void   yz_block_set_space (YzBlock *self, double above);
double yz_block_get_space (YzBlock *self);

/**
 * yz_block_set_keep:
 * @keep: whether the block stays on one column and page with the one that follows
 */
void     yz_block_set_keep (YzBlock *self, gboolean keep);
gboolean yz_block_get_keep (YzBlock *self);

/**
 * yz_block_set_new_page:
 * @new_page: whether the block begins a page
 */
void     yz_block_set_new_page (YzBlock *self, gboolean new_page);
gboolean yz_block_get_new_page (YzBlock *self);

/**
 * yz_block_set_continued:
 * @heading: (transfer none) (nullable): repeated above the block where it begins a column: a table's heading row
 */
void     yz_block_set_continued (YzBlock *self, YzBlock *heading);
YzBlock *yz_block_get_continued (YzBlock *self);

/**
 * yz_block_set_anchor:
 * @anchor: (nullable): what links and page numbers refer to
 * @title: (nullable): its entry in the PDF's outline
 * @level: of the entry, 0 for a chapter
 */
void        yz_block_set_anchor (YzBlock *self, const char *anchor, const char *title, guint level);
const char *yz_block_get_anchor (YzBlock *self);
const char *yz_block_get_outline_title (YzBlock *self);
guint       yz_block_get_outline_level (YzBlock *self);

/**
 * yz_block_set_record:
 * @id: (nullable): of the record that the block stands for: a click in the preview leads there
 */
void yz_block_set_record (YzBlock *self, const char *id);

/**
 * yz_block_set_changed:
 * @changed: whether a bar in the margin tells that this is not as in the edition before
 */
void     yz_block_set_changed (YzBlock *self, gboolean changed);
gboolean yz_block_get_changed (YzBlock *self);

G_END_DECLS

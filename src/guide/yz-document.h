/*
 * A document to be printed: sections of blocks, what stands at the head and foot of its pages, what the file says of
 * itself. It has no pages yet: yz-pages.h makes them for a paper.
 */
#pragma once

#include "yz-block.h"

G_BEGIN_DECLS

/**
 * YzSection:
 * @blocks: (element-type YzBlock): in their order
 * @columns: at A4's width; narrower paper has fewer, wider paper more
 * @gutter: between columns, in millimetres
 * @panels: pages of a folded sheet that it goes across
 * @bare: no running head and foot
 * @numbered: whether its pages are counted by themselves where it is bare, from the second on
 * @head: (nullable): left in the running head, instead of the document's
 * @whole: on the whole sheet, without margins, as what is cut already must be
 * @inset: white left and right besides the paper's margins, in parts of the width between them
 * @grows: whether wider paper gets more columns
 *
 * Blocks that share a layout. A section begins a page.
 */
typedef struct
{
  GPtrArray *blocks;
  guint columns;
  double gutter;
  guint panels;
  gboolean bare;
  gboolean numbered;
  char *head;
  gboolean whole;
  double inset;
  gboolean grows;
} YzSection;

#define YZ_TYPE_DOCUMENT (yz_document_get_type ())

G_DECLARE_FINAL_TYPE (YzDocument, yz_document, YZ, DOCUMENT, GObject)

/**
 * yz_document_new:
 * @title: of the document, and the name that a file of it gets
 *
 * Returns: (transfer full): a document without sections
 */
YzDocument *yz_document_new (const char *title);

/* What the document was made with; all are (transfer none). */
const char *yz_document_get_title (YzDocument *self);

/**
 * yz_document_set_author:
 * @author: (nullable): the office that publishes it
 * @subject: (nullable): a sentence about it
 */
void        yz_document_set_author (YzDocument *self, const char *author, const char *subject);
const char *yz_document_get_author (YzDocument *self);
const char *yz_document_get_subject (YzDocument *self);

/**
 * yz_document_set_running:
 * @head_start: (nullable): left in the running head
 * @head_end: (nullable): right in it
 * @foot: (nullable): left in the foot, opposite to the page's number
 */
void        yz_document_set_running (YzDocument *self, const char *head_start, const char *head_end, const char *foot);
const char *yz_document_get_head_start (YzDocument *self);
const char *yz_document_get_head_end (YzDocument *self);
const char *yz_document_get_foot (YzDocument *self);

/**
 * yz_document_add_section:
 * @columns: at A4's width
 *
 * Returns: (transfer none): a section with a running head and foot, to be changed before blocks are laid out
 */
YzSection *yz_document_add_section (YzDocument *self, guint columns);

guint            yz_document_get_n_sections (YzDocument *self);
const YzSection *yz_document_get_section (YzDocument *self, guint index);

/**
 * yz_section_add:
 * @block: (transfer full): comes last
 *
 * Returns: (transfer none): @block, to be told how it flows
 */
YzBlock *yz_section_add (YzSection *self, YzBlock *block);

G_END_DECLS

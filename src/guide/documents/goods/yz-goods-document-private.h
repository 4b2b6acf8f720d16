/*
 * A paper about stock as a whole: head, table, sums, signatures. Each kind of them says what is its own, the rest is
 * done here.
 */
#pragma once

#include "yz-document.h"
#include "yz-goods-table-private.h"

G_BEGIN_DECLS

/**
 * YzGoodsSums:
 * @lines: (element-type YzGoodsLine): of the whole table
 *
 * Returns: the height of what stands below the rows of a page
 */
typedef double (*YzGoodsSums) (const YzPen *pen, const YzRect *area, const YzRuledPart *part, const GPtrArray *lines);

/**
 * YzGoodsForm:
 * @chinese: its title
 * @english: likewise
 * @columns: (array length=n_columns): of the table
 * @lay_sums: what is added up on each page
 * @signers: (array length=n_signers): who signs
 * @sign_every_page: or only where the table ends
 * @least_spare: see yz_ruled_table_set_spare()
 * @most_spare: likewise
 * @fill_head: adds facts and a note; title, place and number are there
 */
typedef struct
{
  const char *chinese;
  const char *english;
  const YzGoodsColumn *columns;
  guint n_columns;
  YzGoodsSums lay_sums;
  const YzGoodsSigner *signers;
  guint n_signers;
  gboolean sign_every_page;
  guint least_spare;
  guint most_spare;
  void (*fill_head) (YzGoodsHead *head, const YzGuideContent *content, const YzGoodsPaper *paper);
} YzGoodsForm;

/**
 * yz_goods_form_new_document:
 *
 * Returns: (transfer full): a document without papers, named after the only one
 */
YzDocument *yz_goods_form_new_document (const YzGoodsForm *self, const YzGuideContent *content);

/**
 * yz_goods_form_add:
 * @caption: (nullable) (transfer full): below the number
 * @section: (nullable): which it goes on; the block of the table is not divided there
 *
 * Adds @paper, on a page of its own without a @section.
 *
 * Returns: (transfer none): its section
 */
YzSection *yz_goods_form_add (const YzGoodsForm *self, YzDocument *document, const YzGuideContent *content,
                              const YzGoodsPaper *paper, char *caption, YzSection *section);

/**
 * yz_goods_form_build:
 *
 * Returns: (transfer full): a document of all papers of the content
 */
YzDocument *yz_goods_form_build (const YzGoodsForm *self, const YzGuideContent *content);

G_END_DECLS

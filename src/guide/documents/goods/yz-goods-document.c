#include "config.h"

#include "yz-goods-document-private.h"

#define BETWEEN 12.0 /* papers on one page, millimetres */
#define ABOVE_SIGNATURES 4.0

/* What the foot of a page is told of. */
typedef struct
{
  const YzGoodsForm *form;
  const YzGoodsPaper *paper; /* belongs to the content */
  GPtrArray *lines;
} Foot;

static void
foot_free (gpointer data)
{
  Foot *foot = data;

  g_ptr_array_unref (foot->lines);
  g_free (foot);
}

static double
lay_foot (const YzPen *pen, const YzRect *area, const YzRuledPart *part, gpointer data)
{
  const Foot *foot = data;
  const YzGoodsForm *form = foot->form;
  double height = form->lay_sums (pen, area, part, foot->lines);
  YzRect rest = *area;

  if (form->n_signers == 0 || !(part->ends || form->sign_every_page))
    return height;
  height += ABOVE_SIGNATURES * pen->unit;
  rest.y += height;
  rest.height = MAX (0, area->height - height);
  return height + yz_goods_lay_signatures (pen, &rest, form->signers, form->n_signers,
                                           (const char *const *) foot->paper->people);
}

static YzBlock *
new_table (const YzGoodsForm *self, const YzGoodsPaper *paper, YzPrintLanguage language)
{
  YzBlock *table =
    yz_goods_table_new (paper, language, self->columns, self->n_columns, self->least_spare, self->most_spare);
  Foot *foot = g_new0 (Foot, 1);

  foot->form = self;
  foot->paper = paper;
  foot->lines = yz_goods_paper_list_lines (paper);
  yz_ruled_table_set_foot (table, lay_foot, foot, foot_free);
  return table;
}

static YzGoodsHead *
new_head (const YzGoodsForm *self, const YzGuideContent *content, const YzGoodsPaper *paper, char *caption)
{
  YzGoodsHead *head = yz_goods_head_new ();

  head->title = yz_print_say_both (content->language, self->chinese, self->english);
  head->place = g_strdup (paper->place);
  head->where = g_strdup (paper->where);
  head->number = g_strdup (paper->number);
  head->scan = g_strdup (paper->number);
  head->caption = caption;
  self->fill_head (head, content, paper);
  return head;
}

YzDocument *
yz_goods_form_new_document (const YzGoodsForm *self, const YzGuideContent *content)
{
  const YzGoodsPaper *only = content->goods->len == 1 ? g_ptr_array_index (content->goods, 0) : NULL;
  const char *what = yz_print_say (content->language, self->chinese, self->english);
  const char *which = only == NULL ? content->area : only->number != NULL ? only->number : only->place;
  g_autofree char *title = g_strjoin (" ", what, which, NULL);
  g_autofree char *foot =
    content->printed != NULL
      ? g_strconcat (yz_print_say (content->language, "打印：", "Printed "), content->printed, NULL)
      : NULL;
  YzDocument *document = yz_document_new (title);

  yz_document_set_running (document, title, content->area, foot);
  return document;
}

/* Of two copies the first is what one looks for. */
static gboolean
has_anchor (YzDocument *document, const char *anchor)
{
  guint n = yz_document_get_n_sections (document);
  const YzSection *last = n > 0 ? yz_document_get_section (document, n - 1) : NULL;

  return last != NULL && g_strcmp0 (yz_block_get_anchor (g_ptr_array_index (last->blocks, 0)), anchor) == 0;
}

YzSection *
yz_goods_form_add (const YzGoodsForm *self, YzDocument *document, const YzGuideContent *content,
                   const YzGoodsPaper *paper, char *caption, YzSection *section)
{
  YzBlock *head = yz_goods_head_make_block (new_head (self, content, paper, caption));
  YzBlock *table = new_table (self, paper, content->language);

  yz_block_set_space (head, BETWEEN);
  yz_block_set_flow (table, section != NULL ? YZ_BLOCK_ACROSS : YZ_BLOCK_FILLS);
  if (!has_anchor (document, paper->id))
    yz_block_set_anchor (head, paper->id, paper->place, 0);
  if (section == NULL)
    {
      g_autofree char *title = yz_print_say_both (content->language, self->chinese, self->english);

      section = yz_document_add_section (document, 1);
      section->head = g_strjoin (" · ", title, paper->number != NULL ? paper->number : paper->place,
                                 paper->number != NULL ? paper->place : NULL, NULL);
    }
  yz_section_add (section, head);
  yz_section_add (section, table);
  return section;
}

YzDocument *
yz_goods_form_build (const YzGoodsForm *self, const YzGuideContent *content)
{
  YzDocument *document = yz_goods_form_new_document (self, content);

  for (guint i = 0; i < content->goods->len; i++)
    yz_goods_form_add (self, document, content, g_ptr_array_index (content->goods, i), NULL, NULL);
  return document;
}

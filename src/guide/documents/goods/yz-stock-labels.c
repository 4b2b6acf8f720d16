/*
 * Labels for shelves, items, lots and tagged pieces of equipment: what it is in words that are read from a step away,
 * and a code for the scanner.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-goods-parts-private.h"
#include "yz-label-sheet-private.h"
#include "yz-qr.h"

#define CODE 20.0
#define GAP 3.0

static const YzType name_type = { .size = 12.5, .bold = TRUE, .leading = 5.6 };
static const YzType fact_type = { .size = 9.5, .leading = 4.6 };
static const YzType place_type = { .size = 7.6, .leading = 3.8, .ink = YZ_INK_SECOND };

static double
lay_words (const YzPen *pen, const YzGoodsLine *line, double x, double y, double width)
{
  double top = y;

  y += yz_pen_write (pen, &name_type, line->item, x, y, width) + 0.6 * pen->unit;
  if (line->code != NULL)
    y += yz_pen_write (pen, &fact_type, line->code, x, y, width);
  if (line->lot != NULL)
    {
      g_autofree char *lot = g_strconcat (yz_print_say (pen->language, "批次 ", "Lot "), line->lot, NULL);

      y += yz_pen_write (pen, &fact_type, lot, x, y, width);
    }
  if (line->expiry != NULL)
    {
      g_autofree char *until = g_strconcat (yz_print_say (pen->language, "至 ", "Until "), line->expiry, NULL);

      y += yz_pen_write (pen, &fact_type, until, x, y, width);
    }
  if (line->place != NULL)
    y += yz_pen_write (pen, &place_type, line->place, x, y + 0.6 * pen->unit, width) + 0.6 * pen->unit;
  return y - top;
}

/* The code stays as large as it must be for a scanner, however much is said beside it. */
static double
lay_label (const YzPen *pen, const YzRect *area, gconstpointer label, gconstpointer data)
{
  const YzGoodsLine *line = label;
  double code = line->scan != NULL ? MAX (yz_qr_get_width (line->scan), MIN (CODE, area->height)) : 0;
  double x = area->x + code + (code > 0 ? GAP : 0), height;
  YzPen silent = *pen;

  silent.canvas = NULL;
  height = lay_words (&silent, line, x, area->y, area->x + area->width - x);
  lay_words (pen, line, x, area->y + MAX (0, (code - height) / 2), area->x + area->width - x);
  if (pen->canvas != NULL && code > 0)
    yz_qr_draw (pen->canvas, line->scan, &(YzRect){ area->x, area->y + MAX (0, (height - code) / 2), code, code });
  return MAX (height, code);
}

static YzDocument *
build (const YzLabelSheet *sheet, const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (content->language, "物资标签", " – labels for stock"), NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new (), ids = g_ptr_array_new ();
  YzDocument *document = yz_document_new (title);

  for (guint i = 0; i < content->goods->len; i++)
    {
      g_autoptr (GPtrArray) more = yz_goods_paper_list_lines (g_ptr_array_index (content->goods, i));

      g_ptr_array_extend (lines, more, NULL, NULL);
    }
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (ids, ((const YzGoodsLine *) g_ptr_array_index (lines, i))->id);
  yz_label_sheet_add (sheet, document, lines, ids, options->start, lay_label, NULL, NULL);
  return document;
}

YzDocument *
yz_stock_labels_build_small (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return build (&yz_label_sheet_small, content, options);
}

YzDocument *
yz_stock_labels_build_large (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return build (&yz_label_sheet_large, content, options);
}

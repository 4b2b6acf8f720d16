/* A sheet for the door of a station: what it has today for whoever comes in, to be read from two metres away. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-sheet-parts-private.h"
#include "yz-goods-parts-private.h"

/* Millimetres of A4. */
#define FEW 10  /* items that stand below one another */
#define MANY 24 /* beyond so many, three side by side */
#define MARK 4.4

static const YzType name_type = { .size = 40, .bold = TRUE, .leading = 16 };
static const YzType title_type = { .size = 32, .bold = TRUE, .leading = 14 };
static const YzType day_type = { .size = 17, .leading = 8 };
static const YzType few_type = { .size = 30, .bold = TRUE, .leading = 13 };
static const YzType some_type = { .size = 22, .bold = TRUE, .leading = 10 };
static const YzType many_type = { .size = 15, .bold = TRUE, .leading = 7 };
static const YzType ask_type = { .size = 17, .leading = 8.4 };

#define YZ_TYPE_STOCK_DOOR_SHEET (yz_stock_door_sheet_get_type ())
G_DECLARE_FINAL_TYPE (YzStockDoorSheet, yz_stock_door_sheet, YZ, STOCK_DOOR_SHEET, YzBlock)

struct _YzStockDoorSheet
{
  YzBlock parent_instance;
  const YzGuideContent *content;
  const YzGuideStation *station;
  GPtrArray *names; /* of what there is, of YzGoodsLine */
};

G_DEFINE_FINAL_TYPE (YzStockDoorSheet, yz_stock_door_sheet, YZ_TYPE_BLOCK)

static double
lay_head (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzStockDoorSheet *self = data;

  return yz_sheet_lay_head (self->content, self->station, pen, x, y, width);
}

static double
lay_name (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzStockDoorSheet *self = data;

  return yz_pen_write_fitted (pen, &name_type, self->station->name, x, y, width, 26);
}

static double
lay_title (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzStockDoorSheet *self = data;
  g_autofree char *title = yz_print_say_both (pen->language, "今天可以领用", "Available today");
  g_autofree char *day = yz_print_date (pen->language, self->content->date);
  double height = yz_pen_write (pen, &title_type, title, x, y, width);

  height += yz_pen_write (pen, &day_type, day, x, y + height, width) + 1.5 * pen->unit;
  yz_pen_rule (pen, x, y + height, width, 0.6 * pen->unit, YZ_INK_BLACK);
  return height + 3 * pen->unit;
}

/* A dot and the name; names that are too long for their column go on below. */
static double
lay_item (const YzPen *pen, const YzType *type, const char *name, double x, double y, double width)
{
  double mark = MARK * pen->unit, height;
  g_autoptr (YzText) text = yz_pen_fit (pen, type, name, width - 2.4 * mark, type->size * 0.6);

  height = text->height;
  if (pen->canvas != NULL)
    yz_canvas_fill (pen->canvas, &(YzRect){ x, y + text->baseline - mark, mark, mark }, YZ_INK_RED);
  yz_pen_show (pen, text, x + 1.8 * mark, y);
  return height + 1.2 * pen->unit;
}

static double
lay_items (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzStockDoorSheet *self = data;
  guint n = self->names->len, n_columns = n <= FEW ? 1 : n <= MANY ? 2 : 3, rows = (n + n_columns - 1) / n_columns;
  const YzType *type = n <= FEW ? &few_type : n <= MANY ? &some_type : &many_type;
  double gap = 6 * pen->unit, column = (width - (n_columns - 1) * gap) / n_columns, highest = 0;

  for (guint k = 0; k < n_columns; k++)
    {
      double height = 0;

      for (guint i = k * rows; i < MIN ((k + 1) * rows, n); i++)
        {
          const YzGoodsLine *line = g_ptr_array_index (self->names, i);

          height += lay_item (pen, type, line->item, x + k * (column + gap), y + height, column);
        }
      highest = MAX (highest, height);
    }
  return highest;
}

static double
lay_ask (gpointer data, const YzPen *pen, double x, double y, double width)
{
  g_autofree char *ask = yz_print_say_both (pen->language, "免费，向工作人员说一声即可；发完为止。",
                                            "Free: just ask the staff, while stocks last.");

  return yz_pen_write (pen, &ask_type, ask, x, y, width);
}

static double
lay_foot (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzStockDoorSheet *self = data;

  return yz_sheet_lay_foot (self->content, self->station, pen, x, y, width);
}

static const YzSheetPart parts[] = { lay_head, lay_name, lay_title, lay_items, lay_ask, lay_foot };

static double
stock_door_sheet_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, width / SHEET_WIDTH);

  return yz_sheet_lay (parts, G_N_ELEMENTS (parts), block, &pen, &(YzRect){ .width = width });
}

static void
stock_door_sheet_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, area->width / SHEET_WIDTH);

  yz_sheet_lay (parts, G_N_ELEMENTS (parts), block, &pen, area);
}

static void
yz_stock_door_sheet_finalize (GObject *object)
{
  g_ptr_array_unref (YZ_STOCK_DOOR_SHEET (object)->names);
  G_OBJECT_CLASS (yz_stock_door_sheet_parent_class)->finalize (object);
}

static void
yz_stock_door_sheet_class_init (YzStockDoorSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_stock_door_sheet_finalize;
  YZ_BLOCK_CLASS (class)->measure = stock_door_sheet_measure;
  YZ_BLOCK_CLASS (class)->draw = stock_door_sheet_draw;
}

static void
yz_stock_door_sheet_init (YzStockDoorSheet *self)
{
}

static const YzGuideStation *
find_station (const YzGuideContent *content, const char *id)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (g_str_equal (station->id, id))
        return station;
    }
  return NULL;
}

YzDocument *
yz_stock_door_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area,
                 yz_print_say (content->language, "驿站可领用物资（贴门）", " – what stations have, for the door"),
                 NULL);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);

  section->bare = TRUE;
  for (guint i = 0; i < content->goods->len; i++)
    {
      const YzGoodsPaper *paper = g_ptr_array_index (content->goods, i);
      const YzGuideStation *station = find_station (content, paper->id);
      YzStockDoorSheet *sheet;

      if (station == NULL)
        continue;
      sheet = g_object_new (YZ_TYPE_STOCK_DOOR_SHEET, NULL);
      sheet->content = content;
      sheet->station = station;
      sheet->names = yz_goods_paper_list_lines (paper);
      yz_sheet_add (section, YZ_BLOCK (sheet), station);
    }
  return document;
}

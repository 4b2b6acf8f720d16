#include "config.h"

#include "yz-table-block.h"

#define CELL_GAP 2.5 /* between columns, millimetres of A4's type */
#define PADDING 1.1  /* above and below a row's text */

#define YZ_TYPE_TABLE_ROW (yz_table_row_get_type ())
G_DECLARE_FINAL_TYPE (YzTableRow, yz_table_row, YZ, TABLE_ROW, YzBlock)

struct _YzTableRow
{
  YzBlock parent_instance;
  YzTableColumn *columns;
  char **cells;
  guint n_columns;
  gboolean heading;
};

G_DEFINE_FINAL_TYPE (YzTableRow, yz_table_row, YZ_TYPE_BLOCK)

static YzType
cell_type (YzTableRow *self, guint column)
{
  YzType type = { .size = 8.2, .leading = 3.9, .align = self->columns[column].align };

  if (self->heading)
    {
      type.size = 7.2;
      type.ink = YZ_INK_SECOND;
    }
  else
    type.bold = self->columns[column].bold;
  return type;
}

/* Left edge and width of a column. */
static void
get_column (YzTableRow *self, double scale, double width, guint column, double *x, double *column_width)
{
  double shares = 0, before = 0, gap = CELL_GAP * scale, text = width - (self->n_columns - 1) * gap;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i < column)
        before += self->columns[i].share;
      shares += self->columns[i].share;
    }
  *x = text * before / shares + column * gap;
  *column_width = text * self->columns[column].share / shares;
}

static YzText *
set_cell (YzTableRow *self, YzTypesetter *typesetter, double width, guint column, double *x)
{
  YzType type = cell_type (self, column);
  double column_width;

  get_column (self, yz_typesetter_get_scale (typesetter), width, column, x, &column_width);
  return yz_typesetter_set (typesetter, &type, self->cells[column], column_width);
}

static double
table_row_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzTableRow *self = YZ_TABLE_ROW (block);
  double height = 3.9 * yz_typesetter_get_scale (typesetter), x;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (YzText) text = set_cell (self, typesetter, width, i, &x);

      height = MAX (height, text->height);
    }
  return height + 2 * PADDING * yz_typesetter_get_scale (typesetter);
}

static void
table_row_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzTableRow *self = YZ_TABLE_ROW (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double y = area->y + PADDING * yz_typesetter_get_scale (typesetter), x;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (YzText) text = set_cell (self, typesetter, area->width, i, &x);

      yz_canvas_show (canvas, text, area->x + x, y);
    }
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, self->heading ? 0.3 : 0.1,
                  self->heading ? YZ_INK_BLACK : YZ_INK_HAIR);
}

static void
yz_table_row_finalize (GObject *object)
{
  YzTableRow *self = YZ_TABLE_ROW (object);

  g_free (self->columns);
  g_strfreev (self->cells);
  G_OBJECT_CLASS (yz_table_row_parent_class)->finalize (object);
}

static void
yz_table_row_class_init (YzTableRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_table_row_finalize;
  YZ_BLOCK_CLASS (class)->measure = table_row_measure;
  YZ_BLOCK_CLASS (class)->draw = table_row_draw;
}

static void
yz_table_row_init (YzTableRow *self)
{
}

YzBlock *
yz_table_row_new (const YzTableColumn *columns, guint n_columns, const char *const *cells)
{
  YzTableRow *self = g_object_new (YZ_TYPE_TABLE_ROW, NULL);

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->cells = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  return YZ_BLOCK (self);
}

YzBlock *
yz_table_heading_new (const YzTableColumn *columns, guint n_columns)
{
  g_autofree const char **titles = g_new (const char *, n_columns);
  YzBlock *row;

  for (guint i = 0; i < n_columns; i++)
    titles[i] = columns[i].title;
  row = yz_table_row_new (columns, n_columns, titles);
  YZ_TABLE_ROW (row)->heading = TRUE;
  yz_block_set_keep (row, TRUE);
  return row;
}

YzBlock *
yz_table_add_row (YzSection *section, YzBlock *heading, YzBlock *row)
{
  yz_block_set_continued (row, heading);
  return yz_section_add (section, row);
}

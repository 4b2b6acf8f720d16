#include "config.h"

#include "yz-ruled-table.h"

#include "yz-text.h"

#define MOST_COLUMNS 12

/* All in millimetres of A4's type. */
#define PADDING_X 1.4
#define PADDING_Y 0.6
#define BAND 5.2
#define NARROWEST 42.0 /* of the column that takes what is left */
#define BOX_WIDTH 6.2
#define BOX_HEIGHT 5.9
#define TICK 4.6
#define LINE 0.15

#define SMALLEST 5.5 /* points */

/* Of what has to be divided in any case, in millimetres. */
#define HIGHER_THAN_ANY_PAGE 1e5

static const YzType heading_type = { .size = 8.2, .bold = TRUE, .leading = 3.9 };
static const YzType band_type = { .size = 8.2, .bold = TRUE, .leading = 3.9 };
static const YzType text_type = { .size = 9, .leading = 4.2 };
static const YzType quiet_type = { .size = 7.8, .leading = 3.7 };
static const YzType note_type = { .size = 6.4, .bold = TRUE, .leading = 3.1 };
static const YzType below_type = { .size = 7.2, .leading = 3.5, .ink = YZ_INK_SECOND };

typedef struct
{
  gboolean is_band;
  gboolean is_blank;  /* to be written on, no line of the table */
  gboolean is_broken; /* begins a page */
  char **texts;       /* of a band, itself and its note; otherwise one a column */
  char **notes;       /* of a line */
  char *record;
  double width; /* at which it was measured last */
  double height;
} Row;

/* What the pages of a table share. */
typedef struct
{
  YzRuledColumn columns[MOST_COLUMNS];
  guint n_columns;
  double row_height;
  GPtrArray *rows;
  gboolean breaks;   /* before the next row */
  guint last_number; /* of a line */
  guint least_spare;
  guint most_spare;
  YzRuledFoot foot;
  gpointer data;
  GDestroyNotify free_data;
} Table;

#define YZ_TYPE_RULED_TABLE (yz_ruled_table_get_type ())
G_DECLARE_FINAL_TYPE (YzRuledTable, yz_ruled_table, YZ, RULED_TABLE, YzBlock)

/* The rows from @first to @end, and the lines that come before them. */
struct _YzRuledTable
{
  YzBlock parent_instance;
  Table *table;
  guint first;
  guint end;
};

G_DEFINE_FINAL_TYPE (YzRuledTable, yz_ruled_table, YZ_TYPE_BLOCK)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_strfreev (row->texts);
  g_strfreev (row->notes);
  g_free (row->record);
  g_free (row);
}

static void
table_clear (gpointer data)
{
  Table *table = data;

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_free ((char *) table->columns[i].title);
      g_free ((char *) table->columns[i].word);
    }
  g_ptr_array_unref (table->rows);
  if (table->free_data != NULL)
    table->free_data (table->data);
}

static const Row *
get_row (const Table *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

/* --- columns ------------------------------------------------------------------------------------------------------ */

/* Which columns are there at a width, and where they end. */
typedef struct
{
  const Table *table;
  double scale;
  double widths[MOST_COLUMNS]; /* 0 for one that has given way */
  guint wide;                  /* the one that takes what is left */
} Grid;

/* The one that gives way next, G_MAXUINT if none is left. */
static guint
find_yielding (const Grid *grid)
{
  const YzRuledColumn *columns = grid->table->columns;
  guint found = G_MAXUINT;

  for (guint i = 0; i < grid->table->n_columns; i++)
    if (columns[i].yields > 0 && grid->widths[i] > 0 &&
        (found == G_MAXUINT || columns[i].yields < columns[found].yields))
      found = i;
  return found;
}

/* Columns give way until there is room for the names; if that is not enough, all of them are narrower. */
static void
grid_init (Grid *grid, const Table *table, double scale, double width)
{
  double fixed = 0, least = NARROWEST * scale;

  *grid = (Grid){ .table = table, .scale = scale };
  for (guint i = 0; i < table->n_columns; i++)
    {
      grid->widths[i] = table->columns[i].width * scale;
      fixed += grid->widths[i];
      if (table->columns[i].width == 0)
        grid->wide = i;
    }
  for (guint i; width - fixed < least && (i = find_yielding (grid)) != G_MAXUINT;)
    {
      fixed -= grid->widths[i];
      grid->widths[i] = 0;
    }
  if (width - fixed < least)
    {
      double shrink = (width * (1 - least / (least + fixed))) / fixed;

      for (guint i = 0; i < table->n_columns; i++)
        grid->widths[i] *= shrink;
      fixed *= shrink;
    }
  grid->widths[grid->wide] = width - fixed;
}

static gboolean
is_hidden (const Grid *grid, guint column)
{
  return grid->widths[column] == 0;
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

/* A text with a smaller one below it. */
typedef struct
{
  YzText *main;
  YzText *below;
} Cell;

static void
cell_clear (Cell *cell)
{
  g_clear_pointer (&cell->main, yz_text_free);
  g_clear_pointer (&cell->below, yz_text_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, cell_clear)

static double
cell_height (const Cell *cell)
{
  return (cell->main != NULL ? cell->main->height : 0) + (cell->below != NULL ? cell->below->height : 0);
}

static void
append_word (GString *text, const char *separator, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", word);
}

/* What the columns that gave way would have told of a line. */
static char *
join_hidden (const Grid *grid, const Row *row)
{
  const YzRuledColumn *columns = grid->table->columns;
  g_autoptr (GString) text = g_string_new (NULL);

  append_word (text, " ", row->notes[grid->wide]);
  for (guint i = 0; i < grid->table->n_columns; i++)
    if (is_hidden (grid, i) && *row->texts[i] != '\0' && !g_str_equal (row->texts[i], "—"))
      {
        append_word (text, " · ", columns[i].word);
        append_word (text, columns[i].word != NULL ? " " : " · ", row->texts[i]);
        append_word (text, " ", row->notes[i]);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static Cell
set_cell (const Grid *grid, YzTypesetter *typesetter, const Row *row, guint column)
{
  const YzRuledColumn *declared = &grid->table->columns[column];
  gboolean is_wide = column == grid->wide;
  g_autofree char *below = is_wide ? join_hidden (grid, row) : g_strdup (row->notes[column]);
  double width = grid->widths[column] - 2 * PADDING_X * grid->scale;
  YzType type = declared->quiet ? quiet_type : text_type, small = is_wide ? below_type : note_type;
  Cell cell = { NULL, NULL };

  type.align = small.align = declared->align;
  type.bold = declared->bold || *row->notes[column] != '\0';
  /* a figure in two lines is read as two */
  if (*row->texts[column] != '\0')
    cell.main = declared->align == PANGO_ALIGN_RIGHT
                  ? yz_typesetter_fit (typesetter, &type, row->texts[column], width, SMALLEST * grid->scale)
                  : yz_typesetter_set (typesetter, &type, row->texts[column], width);
  if (*below != '\0')
    cell.below = yz_typesetter_set (typesetter, &small, below, width);
  return cell;
}

static void
show_cell (YzCanvas *canvas, const Cell *cell, double x, double y, double height)
{
  y += (height - cell_height (cell)) / 2;
  if (cell->main != NULL)
    yz_canvas_show (canvas, cell->main, x, y);
  if (cell->below != NULL)
    yz_canvas_show (canvas, cell->below, x, y + (cell->main != NULL ? cell->main->height : 0));
}

static void
draw_boxes (YzCanvas *canvas, guint n, const YzRect *cell, double scale)
{
  double padding = PADDING_X * scale, room = cell->width - 2 * padding;
  double width = MIN (BOX_WIDTH * scale, room / n), height = BOX_HEIGHT / BOX_WIDTH * width;

  for (guint i = 0; i < n; i++)
    {
      const YzRect box = { cell->x + padding + i * width, cell->y + (cell->height - height) / 2, width, height };

      yz_canvas_frame (canvas, &box, 0, LINE, YZ_INK_BLACK);
    }
}

static void
draw_tick (YzCanvas *canvas, const YzRect *cell, double scale)
{
  double size = MIN (TICK * scale, cell->width * 0.7);
  const YzRect box = { cell->x + (cell->width - size) / 2, cell->y + (cell->height - size) / 2, size, size };

  yz_canvas_frame (canvas, &box, 0, 0.25, YZ_INK_BLACK);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static YzText *
set_title (const Grid *grid, YzTypesetter *typesetter, guint column)
{
  YzType type = heading_type;

  type.align = grid->table->columns[column].align;
  return yz_typesetter_fit (typesetter, &type, grid->table->columns[column].title,
                            grid->widths[column] - 2 * PADDING_X * grid->scale, SMALLEST * grid->scale);
}

static double
measure_heading (const Grid *grid, YzTypesetter *typesetter)
{
  double height = 4.6 * grid->scale;

  for (guint i = 0; i < grid->table->n_columns; i++)
    if (!is_hidden (grid, i))
      {
        g_autoptr (YzText) title = set_title (grid, typesetter, i);

        height = MAX (height, title->height);
      }
  return height + 2 * PADDING_Y * grid->scale;
}

/* The note stands beside it, or below where there is no room. */
static YzText *
set_band (const Grid *grid, YzTypesetter *typesetter, const Row *row, double width)
{
  g_autofree char *text = row->texts[1] != NULL
                            ? g_strconcat (row->texts[0], YZ_PRINT_GLOSS, "　", row->texts[1], YZ_PRINT_GLOSS_END, NULL)
                            : g_strdup (row->texts[0]);

  return yz_typesetter_set (typesetter, &band_type, text, width - 2 * PADDING_X * grid->scale);
}

static double
measure_band (const Grid *grid, YzTypesetter *typesetter, const Row *row, double width)
{
  g_autoptr (YzText) text = set_band (grid, typesetter, row, width);

  return MAX (BAND * grid->scale, text->height + 1.3 * grid->scale);
}

static double
measure_line (const Grid *grid, YzTypesetter *typesetter, const Row *row)
{
  double height = 0;

  for (guint i = 0; i < grid->table->n_columns; i++)
    if (!is_hidden (grid, i))
      {
        g_auto (Cell) cell = set_cell (grid, typesetter, row, i);

        height = MAX (height, cell_height (&cell));
      }
  return MAX (grid->table->row_height * grid->scale, height + 2 * PADDING_Y * grid->scale);
}

/* A row is asked for its height each time that what follows it is divided. */
static double
measure_row (const Grid *grid, YzTypesetter *typesetter, guint index, double width)
{
  Row *row = g_ptr_array_index (grid->table->rows, index);

  if (row->width != width)
    {
      row->height = row->is_band ? measure_band (grid, typesetter, row, width) : measure_line (grid, typesetter, row);
      row->width = width;
    }
  return row->height;
}

static void
draw_line_down (YzCanvas *canvas, double x, double y, double height, YzInk ink)
{
  yz_canvas_fill (canvas, &(YzRect){ x - LINE / 2, y, LINE, height }, ink);
}

static void
draw_dividers (YzCanvas *canvas, const Grid *grid, double x, double y, double height)
{
  draw_line_down (canvas, x, y, height, YZ_INK_SECOND);
  for (guint i = 0; i < grid->table->n_columns; i++)
    if (!is_hidden (grid, i))
      {
        x += grid->widths[i];
        draw_line_down (canvas, x, y, height, YZ_INK_SECOND);
      }
}

static void
draw_heading (YzCanvas *canvas, const Grid *grid, const YzRect *area)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double x = area->x;

  yz_canvas_fill (canvas, area, YZ_INK_FAINT);
  for (guint i = 0; i < grid->table->n_columns; i++)
    if (!is_hidden (grid, i))
      {
        g_autoptr (YzText) title = set_title (grid, typesetter, i);

        yz_canvas_show (canvas, title, x + PADDING_X * grid->scale, area->y + (area->height - title->height) / 2);
        x += grid->widths[i];
      }
  draw_dividers (canvas, grid, area->x, area->y, area->height);
  yz_canvas_rule (canvas, area->x, area->y, area->width, 0.3, YZ_INK_BLACK);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, 0.4, YZ_INK_BLACK);
}

static void
draw_band (YzCanvas *canvas, const Grid *grid, const Row *row, const YzRect *area)
{
  g_autoptr (YzText) text = set_band (grid, yz_canvas_get_typesetter (canvas), row, area->width);

  yz_canvas_fill (canvas, area, YZ_INK_FAINT);
  yz_canvas_show (canvas, text, area->x + PADDING_X * grid->scale, area->y + (area->height - text->height) / 2);
  draw_line_down (canvas, area->x, area->y, area->height, YZ_INK_SECOND);
  draw_line_down (canvas, area->x + area->width, area->y, area->height, YZ_INK_SECOND);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, LINE, YZ_INK_SECOND);
}

static void
draw_line (YzCanvas *canvas, const Grid *grid, const Row *row, const YzRect *area)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double x = area->x;

  for (guint i = 0; i < grid->table->n_columns; i++)
    {
      const YzRuledColumn *column = &grid->table->columns[i];
      const YzRect box = { x, area->y, grid->widths[i], area->height };

      if (is_hidden (grid, i))
        continue;
      if (column->boxes > 0)
        draw_boxes (canvas, column->boxes, &box, grid->scale);
      else if (column->tick)
        draw_tick (canvas, &box, grid->scale);
      else
        {
          g_auto (Cell) cell = set_cell (grid, typesetter, row, i);

          show_cell (canvas, &cell, x + PADDING_X * grid->scale, area->y, area->height);
        }
      x += grid->widths[i];
    }
  draw_dividers (canvas, grid, area->x, area->y, area->height);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, LINE, YZ_INK_SECOND);
  if (row->record != NULL)
    yz_canvas_add_mark (canvas, YZ_MARK_RECORD, area, row->record);
}

/* Returns where it ends. */
static double
draw_row (YzCanvas *canvas, const Grid *grid, guint index, const YzRect *area, double y)
{
  double height = measure_row (grid, yz_canvas_get_typesetter (canvas), index, area->width);
  const YzRect box = { area->x, y, area->width, height };
  const Row *row = get_row (grid->table, index);

  if (row->is_band)
    draw_band (canvas, grid, row, &box);
  else
    draw_line (canvas, grid, row, &box);
  return y + height;
}

static Row *
new_empty_line (const Table *table)
{
  Row *row = g_new0 (Row, 1);

  row->texts = g_new0 (char *, table->n_columns + 1);
  row->notes = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      row->texts[i] = g_strdup ("");
      row->notes[i] = g_strdup ("");
    }
  return row;
}

/* --- the part of a page ------------------------------------------------------------------------------------------- */

static guint
count_lines (const Table *table, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += !get_row (table, i)->is_band && !get_row (table, i)->is_blank;
  return n;
}

static YzRuledPart
describe_part (YzRuledTable *self, guint end)
{
  const Table *table = self->table;

  return (YzRuledPart){ count_lines (table, 0, self->first), count_lines (table, self->first, end),
                        end == table->rows->len };
}

/* The band above the lines with which the page begins, where that stands on a page before; G_MAXUINT for none. */
static guint
find_band (YzRuledTable *self)
{
  if (self->first == 0 || self->first >= self->table->rows->len || get_row (self->table, self->first)->is_band)
    return G_MAXUINT;
  for (guint i = self->first; i-- > 0;)
    if (get_row (self->table, i)->is_band)
      return i;
  return G_MAXUINT;
}

static double
measure_foot (YzRuledTable *self, YzTypesetter *typesetter, guint end, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, 0);
  const YzRuledPart part = describe_part (self, end);

  return self->table->foot != NULL ? self->table->foot (&pen, &(YzRect){ .width = width }, &part, self->table->data)
                                   : 0;
}

static double
measure_top (YzRuledTable *self, const Grid *grid, YzTypesetter *typesetter, double width)
{
  guint band = find_band (self);

  return measure_heading (grid, typesetter) + (band != G_MAXUINT ? measure_row (grid, typesetter, band, width) : 0);
}

static double
measure_end (YzRuledTable *self, const Grid *grid, YzTypesetter *typesetter, double width)
{
  gboolean ends = self->end == self->table->rows->len;

  return measure_foot (self, typesetter, self->end, width) +
         (ends ? self->table->least_spare * self->table->row_height * grid->scale : 0);
}

/* Where the page ends at the latest. */
static guint
find_break (YzRuledTable *self)
{
  for (guint i = self->first + 1; i < self->end; i++)
    if (get_row (self->table, i)->is_broken)
      return i;
  return self->end;
}

static double
ruled_table_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzRuledTable *self = YZ_RULED_TABLE (block);
  double height;
  Grid grid;

  grid_init (&grid, self->table, yz_typesetter_get_scale (typesetter), width);
  height = measure_top (self, &grid, typesetter, width) + measure_end (self, &grid, typesetter, width);
  for (guint i = self->first; i < self->end; i++)
    height += measure_row (&grid, typesetter, i, width);
  return find_break (self) < self->end ? HIGHER_THAN_ANY_PAGE : height;
}

/* Empty lines, numbered on, as many as there is room for. */
static double
draw_spare (YzRuledTable *self, YzCanvas *canvas, const Grid *grid, YzRect area)
{
  const Table *table = self->table;
  double height = table->row_height * grid->scale;
  guint number = table->last_number;
  Row *row = new_empty_line (table);

  for (guint i = 0; i < table->most_spare && (i < table->least_spare || area.height >= height); i++)
    {
      g_free (row->texts[0]);
      row->texts[0] = g_strdup_printf ("%u", ++number);
      area.height -= height;
      draw_line (canvas, grid, row, &(YzRect){ area.x, area.y, area.width, height });
      area.y += height;
    }
  row_free (row);
  return area.y;
}

static void
ruled_table_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzRuledTable *self = YZ_RULED_TABLE (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double foot = measure_foot (self, typesetter, self->end, area->width), y = area->y, height;
  const YzRuledPart part = describe_part (self, self->end);
  const YzPen pen = yz_pen_to_draw (canvas, 0);
  guint band = find_band (self);
  Grid grid;

  grid_init (&grid, self->table, yz_typesetter_get_scale (typesetter), area->width);
  height = measure_heading (&grid, typesetter);
  draw_heading (canvas, &grid, &(YzRect){ area->x, y, area->width, height });
  y += height;
  if (band != G_MAXUINT)
    y = draw_row (canvas, &grid, band, area, y);
  for (guint i = self->first; i < self->end; i++)
    y = draw_row (canvas, &grid, i, area, y);
  if (part.ends)
    y = draw_spare (self, canvas, &grid, (YzRect){ area->x, y, area->width, area->y + area->height - foot - y });
  yz_canvas_rule (canvas, area->x, y, area->width, 0.3, YZ_INK_BLACK);
  if (self->table->foot != NULL)
    self->table->foot (&pen, &(YzRect){ area->x, y, area->width, area->y + area->height - y }, &part,
                       self->table->data);
}

static YzBlock *
new_part (YzRuledTable *self, guint first, guint end)
{
  YzRuledTable *part = g_object_new (YZ_TYPE_RULED_TABLE, NULL);

  part->table = g_atomic_rc_box_acquire (self->table);
  part->first = first;
  part->end = end;
  yz_block_set_flow (YZ_BLOCK (part), yz_block_get_flow (YZ_BLOCK (self)));
  yz_block_set_space (YZ_BLOCK (part), yz_block_get_space (YZ_BLOCK (self)));
  return YZ_BLOCK (part);
}

/* The last page is never without a line, and no band is without one. */
static gboolean
ruled_table_split (YzBlock *block, YzTypesetter *typesetter, double width, double height, YzBlock **first,
                   YzBlock **rest)
{
  YzRuledTable *self = YZ_RULED_TABLE (block);
  guint end = self->first, broken = find_break (self);
  double used;
  Grid grid;

  grid_init (&grid, self->table, yz_typesetter_get_scale (typesetter), width);
  used = measure_top (self, &grid, typesetter, width) + measure_foot (self, typesetter, self->first, width);
  while (end < broken && (used += measure_row (&grid, typesetter, end, width)) <= height)
    end++;
  if (end == broken && broken < self->end)
    {
      *first = new_part (self, self->first, end);
      *rest = new_part (self, end, self->end);
      return TRUE;
    }
  end = MIN (end, MAX (self->end, 1) - 1);
  while (end > self->first && get_row (self->table, end - 1)->is_band)
    end--;
  if (end == self->first)
    return FALSE;
  *first = new_part (self, self->first, end);
  *rest = new_part (self, end, self->end);
  return TRUE;
}

static void
yz_ruled_table_finalize (GObject *object)
{
  g_atomic_rc_box_release_full (YZ_RULED_TABLE (object)->table, table_clear);
  G_OBJECT_CLASS (yz_ruled_table_parent_class)->finalize (object);
}

static void
yz_ruled_table_class_init (YzRuledTableClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_ruled_table_finalize;
  YZ_BLOCK_CLASS (class)->measure = ruled_table_measure;
  YZ_BLOCK_CLASS (class)->draw = ruled_table_draw;
  YZ_BLOCK_CLASS (class)->split = ruled_table_split;
}

static void
yz_ruled_table_init (YzRuledTable *self)
{
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
}

/* --- to be filled ------------------------------------------------------------------------------------------------- */

YzBlock *
yz_ruled_table_new (const YzRuledColumn *columns, guint n_columns, double row_height)
{
  YzRuledTable *self = g_object_new (YZ_TYPE_RULED_TABLE, NULL);
  Table *table = g_atomic_rc_box_new0 (Table);

  g_assert (n_columns <= MOST_COLUMNS);
  self->table = table;
  table->n_columns = n_columns;
  table->row_height = row_height;
  table->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < n_columns; i++)
    {
      table->columns[i] = columns[i];
      table->columns[i].title = g_strdup (columns[i].title);
      table->columns[i].word = g_strdup (columns[i].word);
    }
  return YZ_BLOCK (self);
}

static void
add_row (YzBlock *block, Row *row)
{
  YzRuledTable *self = YZ_RULED_TABLE (block);

  row->is_broken = self->table->breaks;
  self->table->breaks = FALSE;
  g_ptr_array_add (self->table->rows, row);
  self->end = self->table->rows->len;
}

void
yz_ruled_table_add_band (YzBlock *self, const char *text, const char *note)
{
  Row *row = g_new0 (Row, 1);

  row->is_band = TRUE;
  row->texts = g_new0 (char *, 3);
  row->texts[0] = g_strdup (text);
  row->texts[1] = g_strdup (note);
  add_row (self, row);
}

void
yz_ruled_table_add_line (YzBlock *self, const YzRuledCell *cells, const char *record)
{
  const Table *table = YZ_RULED_TABLE (self)->table;
  Row *row = new_empty_line (table);

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (cells[i].text != NULL)
        yz_set_str (&row->texts[i], cells[i].text);
      if (cells[i].note != NULL)
        yz_set_str (&row->notes[i], cells[i].note);
    }
  row->record = g_strdup (record);
  add_row (self, row);
}

void
yz_ruled_table_break (YzBlock *self)
{
  YZ_RULED_TABLE (self)->table->breaks = TRUE;
}

void
yz_ruled_table_add_blank (YzBlock *self, guint number)
{
  Row *row = new_empty_line (YZ_RULED_TABLE (self)->table);

  row->is_blank = TRUE;
  g_free (row->texts[0]);
  row->texts[0] = g_strdup_printf ("%u", number);
  add_row (self, row);
}

void
yz_ruled_table_set_spare (YzBlock *self, guint number, guint least, guint most)
{
  YZ_RULED_TABLE (self)->table->last_number = number;
  YZ_RULED_TABLE (self)->table->least_spare = least;
  YZ_RULED_TABLE (self)->table->most_spare = most;
}

void
yz_ruled_table_set_foot (YzBlock *self, YzRuledFoot foot, gpointer data, GDestroyNotify free_data)
{
  Table *table = YZ_RULED_TABLE (self)->table;

  table->foot = foot;
  table->data = data;
  table->free_data = free_data;
}

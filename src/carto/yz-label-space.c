/* A grid of cells, each with the boxes that touch it. */
#include "config.h"

#include "yz-label-space.h"

#include <math.h>

#define CELL 64.0

struct _YzLabelSpace
{
  YzMapBox bounds;
  int columns;
  int rows;
  GArray **cells; /* of YzMapBox, NULL while empty */
};

typedef struct
{
  int column0, row0, column1, row1;
} CellRange;

YzLabelSpace *
yz_label_space_new (const YzMapBox *bounds)
{
  YzLabelSpace *self = g_new0 (YzLabelSpace, 1);

  self->bounds = *bounds;
  self->columns = MAX (1, (int) ceil ((bounds->x1 - bounds->x0) / CELL));
  self->rows = MAX (1, (int) ceil ((bounds->y1 - bounds->y0) / CELL));
  self->cells = g_new0 (GArray *, self->columns * self->rows);
  return self;
}

void
yz_label_space_free (YzLabelSpace *self)
{
  for (int i = 0; i < self->columns * self->rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_free (self);
}

/* The border cells also hold what lies outside. */
static int
cell_index (double offset, int n_cells)
{
  return (int) CLAMP (floor (offset / CELL), 0, n_cells - 1);
}

static CellRange
cells_of (YzLabelSpace *self, const YzMapBox *box)
{
  return (CellRange){ cell_index (box->x0 - self->bounds.x0, self->columns),
                      cell_index (box->y0 - self->bounds.y0, self->rows),
                      cell_index (box->x1 - self->bounds.x0, self->columns),
                      cell_index (box->y1 - self->bounds.y0, self->rows) };
}

static gboolean
cell_is_free (GArray *cell, const YzMapBox *box)
{
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const YzMapBox *taken = &g_array_index (cell, YzMapBox, i);

      if (taken->x0 < box->x1 && box->x0 < taken->x1 && taken->y0 < box->y1 && box->y0 < taken->y1)
        return FALSE;
    }
  return TRUE;
}

static gboolean
box_is_free (YzLabelSpace *self, const YzMapBox *box)
{
  CellRange range = cells_of (self, box);

  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      if (!cell_is_free (self->cells[row * self->columns + column], box))
        return FALSE;
  return TRUE;
}

static void
take (YzLabelSpace *self, const YzMapBox *box)
{
  CellRange range = cells_of (self, box);

  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        GArray **cell = &self->cells[row * self->columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (YzMapBox));
        g_array_append_vals (*cell, box, 1);
      }
}

gboolean
yz_label_space_claim (YzLabelSpace *self, const YzMapBox *boxes, guint n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    if (!box_is_free (self, &boxes[i]))
      return FALSE;
  for (guint i = 0; i < n_boxes; i++)
    take (self, &boxes[i]);
  return TRUE;
}

void
yz_label_space_block (YzLabelSpace *self, const YzMapBox *box)
{
  take (self, box);
}

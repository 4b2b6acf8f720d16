#include "config.h"

#include "yz-label-sheet-private.h"

#include "yz-pen-block-private.h"

#define SHEET 210.0 /* wide, in millimetres */
#define PADDING 4.5
#define SHRINK 0.95
#define SMALLEST 0.35
#define MOST_COLUMNS 3

const YzLabelSheet yz_label_sheet_small = { 3, 37 };
const YzLabelSheet yz_label_sheet_large = { 2, 42.4 };

/* What the rows of a document share. */
typedef struct
{
  const YzLabelSheet *sheet;
  YzLabelLay lay;
  gpointer data;
  GDestroyNotify free_data;
} Shared;

/* A row of labels; some may be used up already. */
typedef struct
{
  Shared *shared;
  gconstpointer labels[MOST_COLUMNS];
  const char *ids[MOST_COLUMNS];
} Row;

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  if (shared->free_data != NULL)
    shared->free_data (shared->data);
}

static void
row_free (gpointer data)
{
  g_atomic_rc_box_release_full (((Row *) data)->shared, shared_clear);
  g_free (data);
}

/* What is too much for a label is set smaller: a cut never goes through text. */
static void
draw_label (const YzPen *pen, const YzRect *area, const Shared *shared, gconstpointer label)
{
  YzPen fitted = *pen;
  YzRect box = { area->x + PADDING, area->y + PADDING, area->width - 2 * PADDING, area->height - 2 * PADDING };
  double height;

  fitted.canvas = NULL;
  while ((height = shared->lay (&fitted, &box, label, shared->data)) > box.height && fitted.unit > SMALLEST * pen->unit)
    fitted.unit *= SHRINK;
  fitted.canvas = pen->canvas;
  box.y += (box.height - height) / 2;
  shared->lay (&fitted, &box, label, shared->data);
}

static double
lay_out_row (const YzPen *pen, const YzRect *area, gpointer data)
{
  const Row *row = data;
  const YzLabelSheet *sheet = row->shared->sheet;
  double width = area->width / sheet->n_columns;

  for (guint i = 0; pen->canvas != NULL && i < sheet->n_columns; i++)
    if (row->labels[i] != NULL)
      {
        const YzRect label = { area->x + i * width, area->y, width, sheet->height };

        if (row->ids[i] != NULL)
          yz_canvas_add_mark (pen->canvas, YZ_MARK_RECORD, &label, row->ids[i]);
        draw_label (pen, &label, row->shared, row->labels[i]);
      }
  return sheet->height;
}

void
yz_label_sheet_add (const YzLabelSheet *self, YzDocument *document, const GPtrArray *labels, const GPtrArray *ids,
                    guint start, YzLabelLay lay, gpointer data, GDestroyNotify free_data)
{
  YzSection *section = yz_document_add_section (document, 1);
  guint used = start > 1 ? start - 1 : 0, all = used + labels->len;
  Shared *shared = g_atomic_rc_box_new0 (Shared);
  Row *row = NULL;

  *shared = (Shared){ self, lay, data, free_data };
  section->bare = TRUE;
  section->whole = TRUE;
  for (guint i = 0; i < all; i++)
    {
      guint column = i % self->n_columns;

      if (column == 0)
        {
          row = g_new0 (Row, 1);
          row->shared = g_atomic_rc_box_acquire (shared);
          yz_section_add (section, yz_pen_block_new (lay_out_row, SHEET, row, row_free));
        }
      if (i < used)
        continue;
      row->labels[column] = g_ptr_array_index (labels, i - used);
      row->ids[column] = ids != NULL ? g_ptr_array_index (ids, i - used) : NULL;
    }
  g_atomic_rc_box_release_full (shared, shared_clear);
}

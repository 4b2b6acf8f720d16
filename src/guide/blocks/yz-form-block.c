#include "config.h"

#include "yz-form-block.h"

/* All in millimetres of A4's type. */
#define UNIT 56.0
#define LABEL 19.0
#define PADDING_X 1.6
#define PADDING_Y 1.15
#define BAND 5.6

static const YzType band_type = { .size = 9, .bold = TRUE, .leading = 4.2 };
static const YzType label_type = { .size = 7.6, .leading = 3.8, .ink = YZ_INK_SECOND };
static const YzType value_type = { .size = 8.6, .leading = 3.8 };

#define YZ_TYPE_FORM_BLOCK (yz_form_block_get_type ())
G_DECLARE_FINAL_TYPE (YzFormBlock, yz_form_block, YZ, FORM_BLOCK, YzBlock)

struct _YzFormBlock
{
  YzBlock parent_instance;
  char *title;
  GPtrArray *titles; /* of the facts */
  GPtrArray *values;
  double unit;
  double least;
};

G_DEFINE_FINAL_TYPE (YzFormBlock, yz_form_block, YZ_TYPE_BLOCK)

/* A fact in its row. */
typedef struct
{
  guint fact;
  double x;
  double width;
} Cell;

static guint
count_units (YzFormBlock *self, YzTypesetter *typesetter, double width)
{
  return MAX (1, (guint) (width / (self->unit * yz_typesetter_get_scale (typesetter))));
}

/* How many units of @unit a fact needs to stand on one line; no more than @most. */
static guint
count_needed (YzFormBlock *self, YzTypesetter *typesetter, guint fact, double unit, guint most)
{
  double scale = yz_typesetter_get_scale (typesetter);
  const char *value = g_ptr_array_index (self->values, fact);
  double wanted = yz_typesetter_measure (typesetter, &value_type, value) + (LABEL + 2 * PADDING_X) * scale;
  guint n = 1;

  while (n < most && n * unit < wanted)
    n++;
  return n;
}

/* The facts of the row that begins with @first; the last of them takes what is left of the width. */
static GArray *
fill_row (YzFormBlock *self, YzTypesetter *typesetter, guint first, double width)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Cell));
  guint n_units = count_units (self, typesetter, width), used = 0;
  double unit = width / n_units;

  for (guint i = first; i < self->titles->len && used < n_units; i++)
    {
      guint needed = count_needed (self, typesetter, i, unit, n_units);
      const Cell cell = { i, used * unit, needed * unit };

      if (used + needed > n_units)
        break;
      g_array_append_val (row, cell);
      used += needed;
    }
  g_array_index (row, Cell, row->len - 1).width += (n_units - used) * unit;
  return row;
}

static YzText *
set_value (YzFormBlock *self, YzTypesetter *typesetter, const Cell *cell)
{
  double scale = yz_typesetter_get_scale (typesetter);

  return yz_typesetter_set (typesetter, &value_type, g_ptr_array_index (self->values, cell->fact),
                            cell->width - (LABEL + 2 * PADDING_X) * scale);
}

static YzText *
set_label (YzFormBlock *self, YzTypesetter *typesetter, const Cell *cell)
{
  return yz_typesetter_set (typesetter, &label_type, g_ptr_array_index (self->titles, cell->fact),
                            (LABEL - 2 * PADDING_X) * yz_typesetter_get_scale (typesetter));
}

static double
measure_row (YzFormBlock *self, YzTypesetter *typesetter, const GArray *row)
{
  double scale = yz_typesetter_get_scale (typesetter);
  double height = MAX (value_type.leading, self->least - 2 * PADDING_Y) * scale;

  for (guint i = 0; i < row->len; i++)
    {
      g_autoptr (YzText) value = set_value (self, typesetter, &g_array_index (row, Cell, i));
      g_autoptr (YzText) label = set_label (self, typesetter, &g_array_index (row, Cell, i));

      height = MAX (height, MAX (value->height, label->height));
    }
  return height + 2 * PADDING_Y * scale;
}

static double
measure_band (YzFormBlock *self, YzTypesetter *typesetter, double width)
{
  g_autoptr (YzText) text = NULL;
  double scale = yz_typesetter_get_scale (typesetter);

  if (self->title == NULL)
    return 0;
  text = yz_typesetter_set (typesetter, &band_type, self->title, width - 2 * PADDING_X * scale);
  return MAX (BAND * scale, text->height + 2 * scale);
}

static double
form_block_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzFormBlock *self = YZ_FORM_BLOCK (block);
  double height = measure_band (self, typesetter, width);

  for (guint first = 0; first < self->titles->len;)
    {
      g_autoptr (GArray) row = fill_row (self, typesetter, first, width);

      height += measure_row (self, typesetter, row);
      first += row->len;
    }
  return height;
}

static void
draw_line_down (YzCanvas *canvas, double x, double y, double height)
{
  yz_canvas_fill (canvas, &(YzRect){ x - 0.05, y, 0.1, height }, YZ_INK_HAIR);
}

static void
draw_row (YzFormBlock *self, YzCanvas *canvas, const GArray *row, double x, double y, double height)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double scale = yz_typesetter_get_scale (typesetter), label_width = LABEL * scale;

  for (guint i = 0; i < row->len; i++)
    {
      const Cell *cell = &g_array_index (row, Cell, i);
      g_autoptr (YzText) label = set_label (self, typesetter, cell), value = set_value (self, typesetter, cell);
      double left = x + cell->x, top = y + PADDING_Y * scale;

      yz_canvas_fill (canvas, &(YzRect){ left, y, label_width, height }, YZ_INK_FAINT);
      draw_line_down (canvas, left, y, height);
      draw_line_down (canvas, left + label_width, y, height);
      yz_canvas_show (canvas, label, left + PADDING_X * scale, top + MAX (0, value->baseline - label->baseline));
      yz_canvas_show (canvas, value, left + label_width + PADDING_X * scale, top);
    }
}

static void
draw_band (YzFormBlock *self, YzCanvas *canvas, const YzRect *area, double height)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double padding = PADDING_X * yz_typesetter_get_scale (typesetter);
  g_autoptr (YzText) text = yz_typesetter_set (typesetter, &band_type, self->title, area->width - 2 * padding);

  yz_canvas_show (canvas, text, area->x, area->y + (height - text->height) / 2);
  yz_canvas_rule (canvas, area->x, area->y + height, area->width, 0.3, YZ_INK_BLACK);
}

static void
form_block_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzFormBlock *self = YZ_FORM_BLOCK (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double band = measure_band (self, typesetter, area->width), y = area->y + band;

  for (guint first = 0; first < self->titles->len;)
    {
      g_autoptr (GArray) row = fill_row (self, typesetter, first, area->width);
      double height = measure_row (self, typesetter, row);

      draw_row (self, canvas, row, area->x, y, height);
      yz_canvas_rule (canvas, area->x, y + height, area->width, 0.1, YZ_INK_HAIR);
      y += height;
      first += row->len;
    }
  draw_line_down (canvas, area->x + area->width, area->y + band, y - area->y - band);
  if (self->title != NULL)
    draw_band (self, canvas, area, band);
  else
    yz_canvas_rule (canvas, area->x, area->y, area->width, 0.1, YZ_INK_HAIR);
}

static YzBlock *
new_part (YzFormBlock *self, guint first, guint end)
{
  YzFormBlock *part = g_object_new (YZ_TYPE_FORM_BLOCK, NULL);

  part->title = g_strdup (self->title);
  part->unit = self->unit;
  part->least = self->least;
  for (guint i = first; i < end; i++)
    {
      g_ptr_array_add (part->titles, g_strdup (g_ptr_array_index (self->titles, i)));
      g_ptr_array_add (part->values, g_strdup (g_ptr_array_index (self->values, i)));
    }
  yz_block_set_space (YZ_BLOCK (part), yz_block_get_space (YZ_BLOCK (self)));
  return YZ_BLOCK (part);
}

static gboolean
form_block_split (YzBlock *block, YzTypesetter *typesetter, double width, double height, YzBlock **first,
                  YzBlock **rest)
{
  YzFormBlock *self = YZ_FORM_BLOCK (block);
  double used = measure_band (self, typesetter, width);
  guint n = 0;

  while (n < self->titles->len)
    {
      g_autoptr (GArray) row = fill_row (self, typesetter, n, width);

      used += measure_row (self, typesetter, row);
      if (used > height)
        break;
      n += row->len;
    }
  if (n == 0 || n == self->titles->len)
    return FALSE;
  *first = new_part (self, 0, n);
  *rest = new_part (self, n, self->titles->len);
  return TRUE;
}

static void
yz_form_block_finalize (GObject *object)
{
  g_free (YZ_FORM_BLOCK (object)->title);
  g_ptr_array_unref (YZ_FORM_BLOCK (object)->titles);
  g_ptr_array_unref (YZ_FORM_BLOCK (object)->values);
  G_OBJECT_CLASS (yz_form_block_parent_class)->finalize (object);
}

static void
yz_form_block_class_init (YzFormBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_form_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = form_block_measure;
  YZ_BLOCK_CLASS (class)->draw = form_block_draw;
  YZ_BLOCK_CLASS (class)->split = form_block_split;
}

static void
yz_form_block_init (YzFormBlock *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
}

YzBlock *
yz_form_block_new (const char *title, const GPtrArray *facts, double unit, double least)
{
  YzFormBlock *self = g_object_new (YZ_TYPE_FORM_BLOCK, NULL);

  self->title = g_strdup (title);
  self->unit = unit > 0 ? unit : UNIT;
  self->least = least;
  for (guint i = 0; i < facts->len; i++)
    {
      const YzGuideFact *fact = g_ptr_array_index (facts, i);

      g_ptr_array_add (self->titles, g_strdup (fact->title));
      g_ptr_array_add (self->values, g_strdup (fact->value));
    }
  return YZ_BLOCK (self);
}

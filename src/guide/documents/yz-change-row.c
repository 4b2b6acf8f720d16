/* A station on a change sheet: its pin, its name, what was printed → what holds now, since when. */
#include "config.h"

#include "yz-change-blocks.h"
#include "yz-pin.h"

/* All in millimetres of A4's type. */
#define PADDING 1.35
#define LEAST 6.9
#define PIN_COLUMN 8.9
#define PIN_RADIUS 2.1
#define ARROW 4.5
#define GAP 2.5
#define NARROW 120.0 /* below it, what was and what is stand one below the other */

/* Parts of the width behind the pin. */
#define NAME 0.275
#define WAS 0.225
#define SINCE 0.115

#define YZ_TYPE_CHANGE_ROW (yz_change_row_get_type ())
G_DECLARE_FINAL_TYPE (YzChangeRow, yz_change_row, YZ, CHANGE_ROW, YzBlock)

typedef struct
{
  char *was;
  char *is;
  char *since;
} Line;

struct _YzChangeRow
{
  YzBlock parent_instance;
  gboolean head;
  char *name;
  GArray *lines; /* of Line */
  YzGuideLook look;
  guint number;
};

G_DEFINE_FINAL_TYPE (YzChangeRow, yz_change_row, YZ_TYPE_BLOCK)

static const YzType name_type = { .size = 9, .leading = 4.2 };
static const YzType was_type = { .size = 8.2, .leading = 4.2, .ink = YZ_INK_SECOND, .struck = TRUE };
static const YzType is_type = { .size = 8.8, .bold = TRUE, .leading = 4.2 };
static const YzType since_type = { .size = 7.6, .leading = 4.2, .ink = YZ_INK_SECOND };
static const YzType head_type = { .size = 7.2, .leading = 3.6, .ink = YZ_INK_SECOND };

/* Left edges and widths, from the block's left edge. */
typedef struct
{
  gboolean narrow;
  double name_x, name_width;
  double was_x, was_width;
  double arrow_x;
  double is_x, is_width;
  double since_x, since_width;
} Columns;

static Columns
get_columns (YzTypesetter *typesetter, double width)
{
  double scale = yz_typesetter_get_scale (typesetter), pin = PIN_COLUMN * scale, gap = GAP * scale;
  double arrow = ARROW * scale, inner = width - pin;
  Columns columns = { .narrow = width < NARROW * scale, .name_x = pin };

  columns.since_width = MAX (inner * SINCE, 17 * scale);
  columns.since_x = width - columns.since_width;
  if (columns.narrow)
    {
      columns.name_width = columns.since_x - gap - pin;
      columns.was_x = columns.is_x = pin + arrow;
      columns.was_width = columns.is_width = width - columns.is_x;
      columns.arrow_x = pin;
      return columns;
    }
  columns.name_width = inner * NAME - gap;
  columns.was_x = pin + inner * NAME;
  columns.was_width = inner * WAS - gap;
  columns.arrow_x = pin + inner * (NAME + WAS);
  columns.is_x = columns.arrow_x + arrow;
  columns.is_width = columns.since_x - gap - columns.is_x;
  return columns;
}

/* Shows @text on @canvas, if there is one; returns its height. */
static double
put (YzTypesetter *typesetter, YzCanvas *canvas, const YzType *type, const char *text, double x, double y, double width)
{
  g_autoptr (YzText) set = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  set = yz_typesetter_set (typesetter, type, text, width);
  if (canvas != NULL)
    yz_canvas_show (canvas, set, x, y);
  return set->height;
}

static double
put_line (YzChangeRow *self, const Columns *columns, YzTypesetter *typesetter, YzCanvas *canvas, const Line *line,
          double x, double y)
{
  const YzType *was_is = self->head ? &head_type : &was_type, *is_is = self->head ? &head_type : &is_type;
  const YzType *since_is = self->head ? &head_type : &since_type;
  gboolean none = line->was == NULL;
  double was = put (typesetter, canvas, none ? since_is : was_is, none && !columns->narrow ? "—" : line->was,
                    x + columns->was_x, y, columns->was_width);
  double is;

  if (columns->narrow)
    y += was;
  if (!self->head && line->was != NULL)
    put (typesetter, canvas, &since_type, "→", x + columns->arrow_x, y, 0);
  is = put (typesetter, canvas, is_is, line->is, x + columns->is_x, y, columns->is_width);
  if (columns->narrow)
    return was + is;
  put (typesetter, canvas, since_is, line->since, x + columns->since_x, y, columns->since_width);
  return MAX (was, is);
}

/* Draws the row, or measures it where there is no @canvas. */
static double
put_row (YzChangeRow *self, YzTypesetter *typesetter, YzCanvas *canvas, const YzRect *area)
{
  double scale = yz_typesetter_get_scale (typesetter), y = area->y + PADDING * scale, name, height;
  Columns columns = get_columns (typesetter, area->width);

  name = put (typesetter, canvas, &name_type, self->name, area->x + columns.name_x, y, columns.name_width);
  if (columns.narrow && self->lines->len > 0)
    {
      const Line *first = &g_array_index (self->lines, Line, 0);

      put (typesetter, canvas, &since_type, first->since, area->x + columns.since_x, y, columns.since_width);
      y += name;
    }
  for (guint i = 0; i < self->lines->len; i++)
    y += put_line (self, &columns, typesetter, canvas, &g_array_index (self->lines, Line, i), area->x, y);
  height = MAX (y, area->y + PADDING * scale + name) + PADDING * scale - area->y;
  return self->head ? height : MAX (height, LEAST * scale);
}

static double
change_row_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  return put_row (YZ_CHANGE_ROW (block), typesetter, NULL, &(YzRect){ .width = width });
}

static void
change_row_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzChangeRow *self = YZ_CHANGE_ROW (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double scale = yz_typesetter_get_scale (typesetter);

  put_row (self, typesetter, canvas, area);
  if (self->head)
    return;
  yz_pin_draw (canvas, self->look, self->number, area->x + 3 * scale, area->y + LEAST / 2 * scale, PIN_RADIUS * scale);
  yz_canvas_rule (canvas, area->x + PIN_COLUMN * scale, area->y + area->height, area->width - PIN_COLUMN * scale, 0.1,
                  YZ_INK_HAIR);
}

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->was);
  g_free (line->is);
  g_free (line->since);
}

static void
yz_change_row_finalize (GObject *object)
{
  g_free (YZ_CHANGE_ROW (object)->name);
  g_array_unref (YZ_CHANGE_ROW (object)->lines);
  G_OBJECT_CLASS (yz_change_row_parent_class)->finalize (object);
}

static void
yz_change_row_class_init (YzChangeRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_change_row_finalize;
  YZ_BLOCK_CLASS (class)->measure = change_row_measure;
  YZ_BLOCK_CLASS (class)->draw = change_row_draw;
}

static void
yz_change_row_init (YzChangeRow *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
}

YzBlock *
yz_change_row_new (const YzGuideChange *change, YzPrintLanguage language)
{
  YzChangeRow *self = g_object_new (YZ_TYPE_CHANGE_ROW, NULL);
  const YzGuideStation *station = change->now != NULL ? change->now : change->before;

  self->name = g_strdup (station->name);
  self->look = change->now != NULL ? station->look : YZ_GUIDE_OVER;
  self->number = station->number;
  for (guint i = 0; i < change->lines->len; i++)
    {
      const YzGuideChangeLine *from = g_ptr_array_index (change->lines, i);
      Line line = { g_strdup (from->was), g_strdup (from->is), yz_print_short_date (language, from->since) };

      g_array_append_val (self->lines, line);
    }
  yz_block_set_record (YZ_BLOCK (self), station->id);
  return YZ_BLOCK (self);
}

YzBlock *
yz_change_head_new (YzPrintLanguage language)
{
  YzChangeRow *self = g_object_new (YZ_TYPE_CHANGE_ROW, NULL);
  Line line = { yz_print_say_both (language, "原来", "before"), yz_print_say_both (language, "现在", "now"),
                yz_print_say_both (language, "从哪天起", "since") };

  self->head = TRUE;
  g_array_append_val (self->lines, line);
  yz_block_set_keep (YZ_BLOCK (self), TRUE);
  return YZ_BLOCK (self);
}

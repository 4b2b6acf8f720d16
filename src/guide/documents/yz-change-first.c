/* What to read first on a change sheet, and the headings of its groups. */
#include "config.h"

#include "yz-change-blocks.h"
#include "yz-symbol.h"

/* All in millimetres of A4's type. */
#define LABEL 28.0
#define DISC 2.0 /* radius */
#define TEXT_X 7.0
#define LINE_GAP 1.2
#define PADDING 3.0
#define NARROW 110.0
#define SYMBOL 4.6
#define SYMBOL_COLUMN 8.9

static const YzType label_type = { .size = 10.5, .bold = TRUE, .leading = 4.8 };
static const YzType digit_type = { .size = 7.4, .bold = TRUE, .ink = YZ_INK_WHITE };
static const YzType group_type = { .size = 11.5, .bold = TRUE, .leading = 5 };
static const YzType note_type = { .size = 8, .ink = YZ_INK_SECOND };

/* --- what to read first ------------------------------------------------------------------------------------------- */

#define YZ_TYPE_CHANGE_FIRST (yz_change_first_get_type ())
G_DECLARE_FINAL_TYPE (YzChangeFirst, yz_change_first, YZ, CHANGE_FIRST, YzBlock)

struct _YzChangeFirst
{
  YzBlock parent_instance;
  char *label;
  GStrv things;
};

G_DEFINE_FINAL_TYPE (YzChangeFirst, yz_change_first, YZ_TYPE_BLOCK)

static void
draw_digit (YzCanvas *canvas, guint number, double x, double y, double radius)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  g_autoptr (YzText) text = yz_typesetter_set (yz_canvas_get_typesetter (canvas), &digit_type, digit, 0);

  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  yz_canvas_show (canvas, text, x - text->width / 2, y - text->height / 2);
}

/* Draws the block, or measures it where there is no @canvas. */
static double
put_first (YzChangeFirst *self, YzTypesetter *typesetter, YzCanvas *canvas, const YzRect *area)
{
  double scale = yz_typesetter_get_scale (typesetter), x = area->x, y = area->y + PADDING * scale;
  g_autoptr (YzText) label = yz_typesetter_set (typesetter, &label_type, self->label, area->width);

  if (canvas != NULL)
    yz_canvas_show (canvas, label, x, y);
  if (area->width < NARROW * scale)
    y += label->height + LINE_GAP * scale;
  else
    x += MAX (LABEL * scale, label->width + TEXT_X * scale);
  for (guint i = 0; self->things[i] != NULL; i++)
    {
      g_autoptr (YzText)
        text = yz_typesetter_set (typesetter, &label_type, self->things[i], area->x + area->width - x - TEXT_X * scale);

      if (canvas != NULL)
        {
          draw_digit (canvas, i + 1, x + DISC * scale, y + label->height / 2, DISC * scale);
          yz_canvas_show (canvas, text, x + TEXT_X * scale, y);
        }
      y += text->height + LINE_GAP * scale;
    }
  return y - area->y + (PADDING - LINE_GAP) * scale;
}

static double
change_first_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  return put_first (YZ_CHANGE_FIRST (block), typesetter, NULL, &(YzRect){ .width = width });
}

static void
change_first_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  put_first (YZ_CHANGE_FIRST (block), yz_canvas_get_typesetter (canvas), canvas, area);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, 0.3, YZ_INK_BLACK);
}

static void
yz_change_first_finalize (GObject *object)
{
  g_free (YZ_CHANGE_FIRST (object)->label);
  g_strfreev (YZ_CHANGE_FIRST (object)->things);
  G_OBJECT_CLASS (yz_change_first_parent_class)->finalize (object);
}

static void
yz_change_first_class_init (YzChangeFirstClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_change_first_finalize;
  YZ_BLOCK_CLASS (class)->measure = change_first_measure;
  YZ_BLOCK_CLASS (class)->draw = change_first_draw;
}

static void
yz_change_first_init (YzChangeFirst *self)
{
}

YzBlock *
yz_change_first_new (const char *label, const char *const *things)
{
  YzChangeFirst *self = g_object_new (YZ_TYPE_CHANGE_FIRST, NULL);

  self->label = g_strdup (label);
  self->things = g_strdupv ((char **) things);
  return YZ_BLOCK (self);
}

/* --- the heading of a group --------------------------------------------------------------------------------------- */

#define YZ_TYPE_CHANGE_GROUP (yz_change_group_get_type ())
G_DECLARE_FINAL_TYPE (YzChangeGroup, yz_change_group, YZ, CHANGE_GROUP, YzBlock)

struct _YzChangeGroup
{
  YzBlock parent_instance;
  const char *symbol;
  char *text;
  char *note;
};

G_DEFINE_FINAL_TYPE (YzChangeGroup, yz_change_group, YZ_TYPE_BLOCK)

static double
change_group_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  double scale = yz_typesetter_get_scale (typesetter);
  g_autoptr (YzText)
    text = yz_typesetter_set (typesetter, &group_type, YZ_CHANGE_GROUP (block)->text, width - SYMBOL_COLUMN * scale);

  return text->height + 1.4 * scale;
}

static void
change_group_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzChangeGroup *self = YZ_CHANGE_GROUP (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double scale = yz_typesetter_get_scale (typesetter), x = area->x + SYMBOL_COLUMN * scale;
  g_autoptr (YzText)
    text = yz_typesetter_set (typesetter, &group_type, self->text, area->width - SYMBOL_COLUMN * scale);
  g_autoptr (YzText) note = self->note != NULL ? yz_typesetter_set (typesetter, &note_type, self->note, 0) : NULL;
  YzRect symbol = { area->x + 0.7 * scale, area->y + 0.3 * scale, SYMBOL * scale, SYMBOL * scale };

  yz_symbol_draw (canvas, self->symbol, &symbol, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_canvas_show (canvas, text, x, area->y);
  x += text->width + 2.5 * scale;
  if (note != NULL && x + note->width <= area->x + area->width)
    yz_canvas_show (canvas, note, x, area->y + text->baseline - note->baseline);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, 0.2, YZ_INK_BLACK);
}

static void
yz_change_group_finalize (GObject *object)
{
  g_free (YZ_CHANGE_GROUP (object)->text);
  g_free (YZ_CHANGE_GROUP (object)->note);
  G_OBJECT_CLASS (yz_change_group_parent_class)->finalize (object);
}

static void
yz_change_group_class_init (YzChangeGroupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_change_group_finalize;
  YZ_BLOCK_CLASS (class)->measure = change_group_measure;
  YZ_BLOCK_CLASS (class)->draw = change_group_draw;
}

static void
yz_change_group_init (YzChangeGroup *self)
{
}

YzBlock *
yz_change_group_new (const char *symbol, const char *text, const char *note)
{
  YzChangeGroup *self = g_object_new (YZ_TYPE_CHANGE_GROUP, NULL);

  self->symbol = g_intern_string (symbol);
  self->text = g_strdup (text);
  self->note = g_strdup (note);
  yz_block_set_keep (YZ_BLOCK (self), TRUE);
  yz_block_set_space (YZ_BLOCK (self), 4.5);
  return YZ_BLOCK (self);
}

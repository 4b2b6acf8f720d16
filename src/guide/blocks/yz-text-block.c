#include "config.h"

#include "yz-text-block.h"

#define FEWEST_LINES 2 /* on either side of a division */

#define YZ_TYPE_TEXT_BLOCK (yz_text_block_get_type ())
G_DECLARE_FINAL_TYPE (YzTextBlock, yz_text_block, YZ, TEXT_BLOCK, YzBlock)

struct _YzTextBlock
{
  YzBlock parent_instance;
  YzType type;
  char *text;
};

G_DEFINE_FINAL_TYPE (YzTextBlock, yz_text_block, YZ_TYPE_BLOCK)

static double
text_block_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzTextBlock *self = YZ_TEXT_BLOCK (block);
  g_autoptr (YzText) text = yz_typesetter_set (typesetter, &self->type, self->text, width);

  return text->height;
}

static void
text_block_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzTextBlock *self = YZ_TEXT_BLOCK (block);

  yz_canvas_write (canvas, &self->type, self->text, area->x, area->y, area->width);
}

static gboolean
text_block_split (YzBlock *block, YzTypesetter *typesetter, double width, double height, YzBlock **first,
                  YzBlock **rest)
{
  YzTextBlock *self = YZ_TEXT_BLOCK (block);
  g_autoptr (YzText) text = yz_typesetter_set (typesetter, &self->type, self->text, width);
  int n = pango_layout_get_line_count (text->layout);
  int fitting = MIN ((int) (height / (text->height / n)), n - FEWEST_LINES);
  const char *lines = pango_layout_get_text (text->layout);
  g_autofree char *head = NULL;
  int at;

  if (fitting < FEWEST_LINES)
    return FALSE;
  at = pango_layout_get_line_readonly (text->layout, fitting)->start_index;
  head = g_strndup (lines, at);
  *first = yz_text_block_new (&self->type, g_strchomp (head));
  *rest = yz_text_block_new (&self->type, lines + at);
  yz_block_set_space (*first, yz_block_get_space (block));
  yz_block_set_keep (*rest, yz_block_get_keep (block));
  yz_block_set_flow (*first, yz_block_get_flow (block));
  yz_block_set_flow (*rest, yz_block_get_flow (block));
  return TRUE;
}

static void
yz_text_block_finalize (GObject *object)
{
  g_free (YZ_TEXT_BLOCK (object)->text);
  G_OBJECT_CLASS (yz_text_block_parent_class)->finalize (object);
}

static void
yz_text_block_class_init (YzTextBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_text_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = text_block_measure;
  YZ_BLOCK_CLASS (class)->draw = text_block_draw;
  YZ_BLOCK_CLASS (class)->split = text_block_split;
}

static void
yz_text_block_init (YzTextBlock *self)
{
}

YzBlock *
yz_text_block_new (const YzType *type, const char *text)
{
  YzTextBlock *self = g_object_new (YZ_TYPE_TEXT_BLOCK, NULL);

  self->type = *type;
  self->text = g_strdup (text);
  return YZ_BLOCK (self);
}

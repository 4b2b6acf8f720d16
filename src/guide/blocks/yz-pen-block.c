#include "config.h"

#include "yz-pen-block-private.h"

#define YZ_TYPE_PEN_BLOCK (yz_pen_block_get_type ())
G_DECLARE_FINAL_TYPE (YzPenBlock, yz_pen_block, YZ, PEN_BLOCK, YzBlock)

struct _YzPenBlock
{
  YzBlock parent_instance;
  YzPenFunc layout;
  double design;
  gpointer data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (YzPenBlock, yz_pen_block, YZ_TYPE_BLOCK)

static double
pen_block_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzPenBlock *self = YZ_PEN_BLOCK (block);
  const YzPen pen = yz_pen_to_measure (typesetter, self->design > 0 ? width / self->design : 0);

  return self->layout (&pen, &(YzRect){ .width = width }, self->data);
}

static void
pen_block_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzPenBlock *self = YZ_PEN_BLOCK (block);
  const YzPen pen = yz_pen_to_draw (canvas, self->design > 0 ? area->width / self->design : 0);

  self->layout (&pen, area, self->data);
}

static void
yz_pen_block_finalize (GObject *object)
{
  YzPenBlock *self = YZ_PEN_BLOCK (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (yz_pen_block_parent_class)->finalize (object);
}

static void
yz_pen_block_class_init (YzPenBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_pen_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = pen_block_measure;
  YZ_BLOCK_CLASS (class)->draw = pen_block_draw;
}

static void
yz_pen_block_init (YzPenBlock *self)
{
}

YzBlock *
yz_pen_block_new (YzPenFunc layout, double design, gpointer data, GDestroyNotify free_data)
{
  YzPenBlock *self = g_object_new (YZ_TYPE_PEN_BLOCK, NULL);

  self->layout = layout;
  self->design = design;
  self->data = data;
  self->free_data = free_data;
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
  return YZ_BLOCK (self);
}

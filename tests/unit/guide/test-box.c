#include "config.h"

#include "test-box.h"

#define TEST_TYPE_BOX (test_box_get_type ())
G_DECLARE_FINAL_TYPE (TestBox, test_box, TEST, BOX, YzBlock)

struct _TestBox
{
  YzBlock parent_instance;
  double height;
};

G_DEFINE_FINAL_TYPE (TestBox, test_box, YZ_TYPE_BLOCK)

static double
test_box_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  return TEST_BOX (block)->height;
}

static void
test_box_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  yz_canvas_fill (canvas, &(YzRect){ area->x, area->y, area->width / 2, area->height / 2 }, YZ_INK_BLACK);
}

static void
test_box_class_init (TestBoxClass *class)
{
  YZ_BLOCK_CLASS (class)->measure = test_box_measure;
  YZ_BLOCK_CLASS (class)->draw = test_box_draw;
}

static void
test_box_init (TestBox *self)
{
}

YzBlock *
test_box_new (const char *name, double height)
{
  YzBlock *block = g_object_new (TEST_TYPE_BOX, NULL);

  TEST_BOX (block)->height = height;
  yz_block_set_record (block, name);
  return block;
}

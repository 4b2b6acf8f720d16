#include "config.h"

#include "yz-pin-labels.h"

#include "yz-label-space.h"

#define GAP 3.0 /* pixels between pin and text */

static YzMapBox
box_at (const YzPinLabel *label, YzLabelSide side)
{
  double left = label->x - label->width / 2;
  double top = label->y - label->height / 2;

  switch (side)
    {
    case YZ_LABEL_RIGHT:
      left = label->x + label->reach + GAP;
      break;
    case YZ_LABEL_LEFT:
      left = label->x - label->reach - GAP - label->width;
      break;
    case YZ_LABEL_BELOW:
      top = label->y + label->reach + 1;
      break;
    case YZ_LABEL_ABOVE:
      top = label->y - label->reach - 1 - label->height;
      break;
    case YZ_LABEL_NOWHERE:
    default:
      break;
    }
  return (YzMapBox){ left, top, left + label->width, top + label->height };
}

static void
place (YzLabelSpace *space, YzPinLabel *label)
{
  label->side = YZ_LABEL_NOWHERE;
  for (YzLabelSide side = YZ_LABEL_RIGHT; side <= YZ_LABEL_ABOVE; side++)
    {
      YzMapBox box = box_at (label, side);

      if (!yz_label_space_claim (space, &box, 1))
        continue;
      label->side = side;
      label->left = box.x0;
      label->top = box.y0;
      return;
    }
}

/* pointers into one array: their order is the order of the array */
static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const YzPinLabel *label_a = *(YzPinLabel *const *) a;
  const YzPinLabel *label_b = *(YzPinLabel *const *) b;

  if (label_a->importance != label_b->importance)
    return label_a->importance > label_b->importance ? -1 : 1;
  return label_a < label_b ? -1 : label_a > label_b;
}

void
yz_pin_labels_place (YzPinLabel *labels, guint n_labels, const YzMapBox *view, const YzMapBox *blocks, guint n_blocks)
{
  g_autoptr (YzLabelSpace) space = yz_label_space_new (view);
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (n_labels);

  for (guint i = 0; i < n_blocks; i++)
    yz_label_space_block (space, &blocks[i]);
  for (guint i = 0; i < n_labels; i++)
    g_ptr_array_add (order, &labels[i]);
  g_ptr_array_sort (order, compare_importance);
  for (guint i = 0; i < n_labels; i++)
    place (space, order->pdata[i]);
}

/* Where the names of pins stand on the map: beside the pin where there is room, nowhere where there is none. */
#pragma once

#include "yz-map-view.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_LABEL_NOWHERE,
  YZ_LABEL_RIGHT,
  YZ_LABEL_BELOW,
  YZ_LABEL_LEFT,
  YZ_LABEL_ABOVE,
} YzLabelSide;

/**
 * YzPinLabel:
 * @x: of the pin's middle, pixels
 * @y: likewise
 * @reach: how far the pin extends from its middle
 * @width: of the text
 * @height: likewise
 * @importance: the larger is placed first; among equals the earlier in the array
 * @side: (out): where the text stands
 * @left: (out): of the text, unless it stands nowhere
 * @top: (out): likewise
 */
typedef struct
{
  double x;
  double y;
  double reach;
  double width;
  double height;
  guint importance;
  YzLabelSide side;
  double left;
  double top;
} YzPinLabel;

/**
 * yz_pin_labels_place:
 * @labels: (array length=n_labels): their order stays as it is
 * @view: what is seen; labels may reach beyond it
 * @blocks: (array length=n_blocks): what no label may cover: all pins and clusters
 *
 * Places the labels greedily: no two overlap, none covers a block.
 */
void yz_pin_labels_place (YzPinLabel *labels, guint n_labels, const YzMapBox *view, const YzMapBox *blocks,
                          guint n_blocks);

G_END_DECLS

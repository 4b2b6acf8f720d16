/* Which parts of the view are covered by labels already. */
#pragma once

#include <glib.h>

#include "yz-map-view.h"

G_BEGIN_DECLS

typedef struct _YzLabelSpace YzLabelSpace;

/**
 * yz_label_space_new:
 *
 * Returns: (transfer full): an empty space; boxes may lie outside the given bounds
 */
YzLabelSpace *yz_label_space_new (const YzMapBox *bounds);

void yz_label_space_free (YzLabelSpace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzLabelSpace, yz_label_space_free)

/**
 * yz_label_space_claim:
 * @boxes: (array length=n_boxes): of one label; they may overlap each other
 *
 * Takes the boxes if all of them are free.
 *
 * Returns: whether they were
 */
gboolean yz_label_space_claim (YzLabelSpace *self, const YzMapBox *boxes, guint n_boxes);

/**
 * yz_label_space_block:
 *
 * Takes a box whether it is free or not: for what is drawn in any case.
 */
void yz_label_space_block (YzLabelSpace *self, const YzMapBox *box);

G_END_DECLS

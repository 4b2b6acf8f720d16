/* Pictures side by side: photos with their captions, maps. */
#pragma once

#include "yz-block.h"

G_BEGIN_DECLS

/**
 * yz_shelf_block_new:
 *
 * Returns: (transfer full): an empty shelf, across the page; it may be divided between two rows
 */
YzBlock *yz_shelf_block_new (void);

/**
 * yz_shelf_block_add:
 * @shelf: from yz_shelf_block_new()
 * @picture: (transfer full): stands beside the last one, where there is room
 */
void yz_shelf_block_add (YzBlock *shelf, YzBlock *picture);

/**
 * yz_photo_block_new:
 * @file: a JPEG or PNG
 * @caption: (nullable): below it
 *
 * Returns: (transfer full): a photo, four wide and three high
 */
YzBlock *yz_photo_block_new (GBytes *file, const char *caption);

G_END_DECLS

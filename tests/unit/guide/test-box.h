/* A block of a fixed height for tests of what stands where: its record's mark tells its name. */
#pragma once

#include "yz-document.h"

G_BEGIN_DECLS

/**
 * test_box_new:
 * @name: its record
 *
 * A box draws black the upper left quarter of itself, so that a picture tells which way up it stands.
 *
 * Returns: (transfer full): a block
 */
YzBlock *test_box_new (const char *name, double height);

G_END_DECLS

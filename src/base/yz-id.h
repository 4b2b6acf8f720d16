/* Identifiers of records, actions and devices: UUID version 7 (RFC 9562), as lower-case text. */
#pragma once

#include "yz-clock.h"

G_BEGIN_DECLS

#define YZ_ID_LENGTH 36

#define YZ_TYPE_ID_FACTORY (yz_id_factory_get_type ())

G_DECLARE_FINAL_TYPE (YzIdFactory, yz_id_factory, YZ, ID_FACTORY, GObject)

/**
 * yz_id_factory_new:
 * @clock: gives the time part
 *
 * Returns: (transfer full): a factory with randomness from the operating system
 */
YzIdFactory *yz_id_factory_new (YzClock *clock);

/**
 * yz_id_factory_new_seeded:
 * @clock: gives the time part
 * @seed: the same seed and clock make the same ids, for tests and samples
 *
 * Returns: (transfer full): a factory
 */
YzIdFactory *yz_id_factory_new_seeded (YzClock *clock, guint32 seed);

/**
 * yz_id_factory_next:
 *
 * Ids of one factory ascend strictly, also within a millisecond, so that inserts append to an index.
 * May be called from any thread.
 *
 * Returns: (transfer full): an id of %YZ_ID_LENGTH characters
 */
char *yz_id_factory_next (YzIdFactory *self);

G_END_DECLS

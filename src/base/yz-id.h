/*
 * Identifiers of records, actions and devices: UUID (RFC 9562), as lower-case text. Version 7 for what is new, version
 * 5 for what has a name that everybody knows.
 */
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

/**
 * yz_id_derive:
 * @space: what kind of name it is
 * @name: unique within @space
 *
 * An id for something that everybody who makes it must call the same: UUID version 5 of RFC 9562.
 *
 * Returns: (transfer full): always the same id of %YZ_ID_LENGTH characters for the same names
 */
char *yz_id_derive (const char *space, const char *name);

/**
 * yz_id_is_made:
 *
 * Returns: whether @id came from a factory, so that nobody else can have it; others are known names
 */
gboolean yz_id_is_made (const char *id);

G_END_DECLS

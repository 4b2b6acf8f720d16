/*
 * What the Inventory page is about: the stock of every place, or of one station or warehouse. Its sections share it,
 * and read what they show through YzStockReading. Main thread.
 */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * YzInventoryScope:
 * @station: (nullable): the id of the only station that counts
 * @place: (nullable): the id of the only place that counts, one that is no station as a whole
 * @now: milliseconds since 1970-01-01T00:00Z
 * @today: the office's day, a Julian day
 *
 * What is asked for, to be handed to a worker. Without @station and @place everything counts.
 */
typedef struct
{
  char *station;
  char *place;
  gint64 now;
  guint32 today;
} YzInventoryScope;

void yz_inventory_scope_free (YzInventoryScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzInventoryScope, yz_inventory_scope_free)

#define YZ_TYPE_INVENTORY (yz_inventory_get_type ())

G_DECLARE_FINAL_TYPE (YzInventory, yz_inventory, YZ, INVENTORY, GObject)

/**
 * YzInventory::changed:
 *
 * Emitted when an answer about stock may be another one: something was written, another place was chosen, a day has
 * begun.
 */

/**
 * yz_inventory_new:
 *
 * Properties: "place" (the id of a station or of a place, "" for all; writable: it is looked up first, and takes
 * effect together with the title), "title" (what is chosen, in words).
 *
 * Returns: (transfer full): the state of an Inventory page that follows the session's workspace
 */
YzInventory *yz_inventory_new (YzSession *session);

YzSession *yz_inventory_get_session (YzInventory *self);

/**
 * yz_inventory_get_place:
 *
 * Returns: (transfer none) (nullable): the id of the station or place that is chosen, as the verbs of stock take it;
 *   %NULL for all
 */
const char *yz_inventory_get_place (YzInventory *self);

/**
 * yz_inventory_dup_scope:
 *
 * Returns: (transfer full): what to ask for now
 */
YzInventoryScope *yz_inventory_dup_scope (YzInventory *self);

G_END_DECLS

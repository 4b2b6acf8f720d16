/*
 * A season's kits: so many heads at so many stations, what they have, what is brought from where, what is missing.
 * Blocking, for the command line, tests and workers.
 */
#pragma once

#include "yz-kits.h"
#include "yz-position.h"
#include "yz-stock-kit.h"

G_BEGIN_DECLS

/**
 * YzKitDemand:
 * @holder: the id of a station, or of a place
 * @heads: how many people, each of whom is given a kit; 0 for one that only gives
 */
typedef struct
{
  const char *holder;
  gint64 heads;
} YzKitDemand;

/**
 * YzKitSite:
 * @id: of the station or place
 * @heads: as asked for
 * @stock: what it has
 * @position: not valid where it is not known
 */
typedef struct
{
  char *id;
  char *name;
  gint64 heads;
  YzKitStock *stock;
  YzPosition position;
} YzKitSite;

/**
 * YzKitPlanning:
 * @sites: (element-type YzKitSite): as they were asked for, then the warehouses
 * @plan: by the indexes of @sites and of the recipe's parts
 */
typedef struct
{
  YzRecipe *recipe;
  GPtrArray *sites;
  YzStockKitPlan *plan;
} YzKitPlanning;

void yz_kit_planning_free (YzKitPlanning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzKitPlanning, yz_kit_planning_free)

/**
 * yz_kit_planning_read:
 * @kit: the id of a version
 * @demands: in the order in which they are served, each holder once
 * @with_warehouses: whether every warehouse gives too
 *
 * Stations keep the minimum of each item for themselves.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with an error
 */
YzKitPlanning *yz_kit_planning_read (YzStore *store, const char *kit, const YzKitDemand *demands, guint n_demands,
                                     gboolean with_warehouses, gint64 at, GCancellable *cancellable, GError **error);

const YzKitSite *yz_kit_planning_get_site (const YzKitPlanning *self, guint index);

/**
 * yz_kit_planning_get_item:
 * @part: of the recipe, %YZ_STOCK_KIT_NONE for the kit itself
 *
 * Returns: (transfer none): what is sent
 */
YzRecord *yz_kit_planning_get_item (const YzKitPlanning *self, guint part);

/**
 * yz_kit_planning_make_transfers:
 * @due: (nullable): when they are expected, YYYY-MM-DD
 *
 * A transfer for each way, all of them one edit; its movements are the pick list.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_STORE_ERROR_SHORT where the stock is not what it was
 */
YzEdit *yz_kit_planning_make_transfers (const YzKitPlanning *self, YzStore *store, const char *due,
                                        const YzStockNote *note, GError **error);

G_END_DECLS

/*
 * How much there is to be done about stock anywhere, for the badge of the Inventory page: what runs short, expires or
 * has expired. Main thread.
 */
#pragma once

#include "yz-inventory.h"

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_ALARM (yz_stock_alarm_get_type ())

G_DECLARE_FINAL_TYPE (YzStockAlarm, yz_stock_alarm, YZ, STOCK_ALARM, GObject)

/**
 * yz_stock_alarm_new:
 *
 * Property: "count" (guint).
 *
 * Returns: (transfer full): what follows the workspace of @inventory, whatever place is chosen there
 */
YzStockAlarm *yz_stock_alarm_new (YzInventory *inventory);

G_END_DECLS

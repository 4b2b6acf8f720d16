/* The pages at the left, and beneath them the state of the workspace in words and its menu. */
#pragma once

#include "yz-stations.h"
#include "yz-stock-alarm.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_SIDEBAR (yz_sidebar_get_type ())

/**
 * YzSidebar:
 *
 * Properties: "session", "stations", "alarm" (#YzStockAlarm), "page" (name of the page that is shown), "collapsed"
 * (icons only) and "state-detail" (read-only text).
 */
G_DECLARE_FINAL_TYPE (YzSidebar, yz_sidebar, YZ, SIDEBAR, GtkWidget)

G_END_DECLS

/* The lines of a stocktake, one of which is being counted. */
#pragma once

#include "yz-stocktake-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_LIST (yz_count_list_get_type ())

/**
 * YzCountList:
 *
 * Properties, writable: "desk"; "index" (guint: of the line that is being counted, brought into view).
 */
G_DECLARE_FINAL_TYPE (YzCountList, yz_count_list, YZ, COUNT_LIST, GtkWidget)

G_END_DECLS

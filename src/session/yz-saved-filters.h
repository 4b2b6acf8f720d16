/* Filters kept in the workspace under a name. Main thread. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * yz_saved_filters_list:
 * @page: "stations"
 *
 * Returns: (transfer full) (element-type YzSavedFilter): by name
 */
GPtrArray *yz_saved_filters_list (YzSession *session, const char *page);

/**
 * yz_saved_filters_save:
 * @conditions: see yz_station_filter_to_text()
 *
 * Keeps @conditions under @name, in place of an older filter of that name.
 */
void yz_saved_filters_save (YzSession *session, const char *page, const char *name, const char *conditions);

void yz_saved_filters_delete (YzSession *session, YzRecord *filter);

G_END_DECLS

/* Filters kept in the workspace under a name. Main thread. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

/**
 * yz_saved_filters_make_query:
 * @page: "stations"
 *
 * Returns: (transfer full): the question for the filters of a page, by name, for a #YzFinder
 */
YzQuery *yz_saved_filters_make_query (const char *page);

/**
 * yz_saved_filters_save:
 * @present: (element-type YzSavedFilter): the filters of @page
 * @conditions: see yz_station_filter_to_text()
 *
 * Keeps @conditions under @name, in place of the one among @present that has this name.
 */
void yz_saved_filters_save (YzSession *session, GListModel *present, const char *page, const char *name,
                            const char *conditions);

/**
 * yz_saved_filters_rename:
 * @present: (element-type YzSavedFilter): the filters of its page
 * @filter: a record of the kind "saved_filter"
 *
 * Gives a filter another name, one step to undo.
 *
 * Returns: %FALSE with a %G_IO_ERROR_EXISTS, and nothing is changed, if another one among @present has this name
 */
gboolean yz_saved_filters_rename (YzSession *session, GListModel *present, YzRecord *filter, const char *name,
                                  GError **error);

/**
 * yz_saved_filters_delete:
 * @filter: a record of the kind "saved_filter"
 *
 * Puts a filter into the trash.
 */
void yz_saved_filters_delete (YzSession *session, YzRecord *filter);

G_END_DECLS

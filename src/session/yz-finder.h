/*
 * Finds records to choose from, while somebody types: the last question counts, and the screen never waits for its
 * answer. Main thread.
 */
#pragma once

#include "yz-record-list.h"
#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_FINDER (yz_finder_get_type ())

G_DECLARE_FINAL_TYPE (YzFinder, yz_finder, YZ, FINDER, GObject)

/**
 * YzFinder::answered:
 *
 * Emitted when yz_finder_get_list() shows the answer to the last question. A question that fails finds nothing, and
 * #YzSession::failed tells why.
 */

/**
 * yz_finder_new:
 * @session: (transfer none): with an open workspace, to which the finder keeps
 *
 * Returns: (transfer full): a finder that has not been asked
 */
YzFinder *yz_finder_new (YzSession *session, const YzKind *kind);

/**
 * yz_finder_ask:
 * @query: (transfer none) (nullable): for records of the finder's kind; %NULL finds nothing, at once
 *
 * Drops the question before, if it is not answered yet.
 */
void yz_finder_ask (YzFinder *self, YzQuery *query);

/**
 * yz_finder_get_list:
 *
 * Returns: (transfer none): what was found, in the order of the question; the same list all along
 */
YzRecordList *yz_finder_get_list (YzFinder *self);

G_END_DECLS

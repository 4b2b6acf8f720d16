/* The review of a stocktake: what differs from the books, what was not counted, and who confirms it. */
#pragma once

#include "yz-stocktake-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_REVIEW (yz_count_review_get_type ())

/**
 * YzCountReview:
 *
 * Properties, writable: "desk"; "filter" ("different", "open" or "all": which lines are listed).
 *
 * Actions: "count.filter" (s), "count.explain" (us, number of a line and the reason), "count.confirm",
 * "count.confirm-by" (ss, who and the reason of what has none), "count.hand-over", "count.reopen", "count.take-back".
 */
G_DECLARE_FINAL_TYPE (YzCountReview, yz_count_review, YZ, COUNT_REVIEW, GtkWidget)

/**
 * yz_count_review_refuse:
 * @message: why it could not be confirmed
 */
void yz_count_review_refuse (YzCountReview *self, const char *message);

G_END_DECLS

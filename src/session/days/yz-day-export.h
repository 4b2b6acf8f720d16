/* What days do to the stations, as a list to be sent around: written on a thread of its own, as a job. */
#pragma once

#include "yz-day-review.h"

G_BEGIN_DECLS

/**
 * yz_day_export_async:
 * @review: what it lists now is written
 * @path: ending as a list does: .csv, .xlsx …
 *
 * Writes each station with its finding beside it, telephone numbers masked. The job is listed in the session until it
 * is done; cancelling it leaves no file.
 */
void     yz_day_export_async (YzDayReview *review, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean yz_day_export_finish (YzDayReview *review, GAsyncResult *result, GError **error);

G_END_DECLS

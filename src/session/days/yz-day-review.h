/*
 * The calendar of exceptions: what a chosen day, or the days of a holiday, do to every station in service. Follows
 * the workspace. Main thread; the stations are judged on a thread of their own.
 */
#pragma once

#include "yz-day-finding.h"
#include "yz-stations.h"

G_BEGIN_DECLS

#define YZ_TYPE_DAY_REVIEW (yz_day_review_get_type ())

G_DECLARE_FINAL_TYPE (YzDayReview, yz_day_review, YZ, DAY_REVIEW, GObject)

/* All verdicts together. */
#define YZ_DAY_ANY YZ_DAY_N_VERDICTS

/**
 * YzDayReview::changed:
 *
 * Emitted when the days, the counts or the list are other ones.
 */

/**
 * yz_day_review_new:
 *
 * Returns: (transfer full): a review of the present day
 */
YzDayReview *yz_day_review_new (YzStations *stations);

YzStations *yz_day_review_get_stations (YzDayReview *self);

/**
 * yz_day_review_set_days:
 * @first, @last: GDate's day numbers; of more than 62 days the first 62 are shown
 */
void    yz_day_review_set_days (YzDayReview *self, guint32 first, guint32 last);
guint32 yz_day_review_get_first (YzDayReview *self);
guint32 yz_day_review_get_last (YzDayReview *self);

/**
 * yz_day_review_get_today:
 *
 * Returns: the present day
 */
guint32 yz_day_review_get_today (YzDayReview *self);

/**
 * yz_day_review_set_verdict:
 * @verdict: which stations are listed; %YZ_DAY_ANY for all
 */
void  yz_day_review_set_verdict (YzDayReview *self, guint verdict);
guint yz_day_review_get_verdict (YzDayReview *self);

/**
 * yz_day_review_count:
 * @verdict: or %YZ_DAY_ANY
 *
 * Returns: how many stations it concerns
 */
guint yz_day_review_count (YzDayReview *self, guint verdict);

/**
 * yz_day_review_get_list:
 *
 * Returns: (transfer none): a #GListModel of the listed #YzStation, by district and name
 */
GListModel *yz_day_review_get_list (YzDayReview *self);

/**
 * yz_day_review_get_finding:
 * @position: in the list
 *
 * Returns: (transfer none) (nullable): what the days do to that station
 */
const YzDayFinding *yz_day_review_get_finding (YzDayReview *self, guint position);

/**
 * yz_day_review_dup_ids:
 * @positions: (nullable): in the list; %NULL for all
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of stations
 */
char **yz_day_review_dup_ids (YzDayReview *self, const GArray *positions);

/**
 * yz_day_review_dup_title:
 *
 * Returns: (transfer full): the days and what is special about them: "Thu, Oct 1 · National Day"
 */
char *yz_day_review_dup_title (YzDayReview *self);

G_END_DECLS

/*
 * What certain days do to a station: whether it is open as on any such day of the week, has other hours, is closed, or
 * says nothing about a public holiday. A pure function of its hours.
 */
#pragma once

#include "yz-station-hours.h"

G_BEGIN_DECLS

/**
 * YzDayVerdict:
 * @YZ_DAY_AS_USUAL: open, with the hours of an ordinary day
 * @YZ_DAY_OTHER_HOURS: open, with others
 * @YZ_DAY_CLOSED: not open at all, if only as on every such day
 * @YZ_DAY_SILENT: a public holiday of which the hours say nothing: somebody has to ask
 * @YZ_DAY_UNKNOWN: the hours are not known, or may be other ones
 */
typedef enum
{
  YZ_DAY_AS_USUAL,
  YZ_DAY_OTHER_HOURS,
  YZ_DAY_CLOSED,
  YZ_DAY_SILENT,
  YZ_DAY_UNKNOWN,
  YZ_DAY_N_VERDICTS,
} YzDayVerdict;

/**
 * yz_day_verdict_get_title:
 *
 * Returns: (transfer none): translated: "Open as usual", "Other hours", …
 */
const char *yz_day_verdict_get_title (YzDayVerdict verdict);

/**
 * YzDayFinding:
 * @usual: the hours of ordinary days of that weekday, "" if they are not known
 * @special: those of the days in question, "" if they are not known
 * @reason: (nullable): why they differ, translated: a holiday, a shifted workday, a closure with its reason, a season
 */
typedef struct
{
  YzDayVerdict verdict;
  char *usual;
  char *special;
  char *reason;
} YzDayFinding;

/**
 * yz_day_finding_new:
 * @hours: (nullable): of the station
 * @first, @last: GDate's day numbers
 *
 * Returns: (transfer full): what these days do to it
 */
YzDayFinding *yz_day_finding_new (const YzStationHours *hours, guint32 first, guint32 last);

void yz_day_finding_free (YzDayFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzDayFinding, yz_day_finding_free)

G_END_DECLS

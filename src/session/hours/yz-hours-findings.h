/* What there is to mind about hours that are being edited, and what can be done about it with one click. */
#pragma once

#include "yz-hours-grid.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_HOURS_REMEDY_MERGE,          /* two bars become one */
  YZ_HOURS_REMEDY_SHIFT,          /* the second begins where the first ends */
  YZ_HOURS_REMEDY_SPLIT_NIGHT,    /* the hours after midnight go to the next day's row */
  YZ_HOURS_REMEDY_HOLIDAY_CLOSED, /* closed on public holidays */
  YZ_HOURS_REMEDY_HOLIDAY_SUNDAY, /* public holidays as Sundays */
  YZ_HOURS_REMEDY_REMOVE_SEASON,
  YZ_HOURS_REMEDY_COPY_YEAR, /* the season begins with the hours of the year */
} YzHoursRemedy;

/* What a button for a remedy says. */
typedef struct
{
  YzHoursRemedy remedy;
  char *label;
} YzHoursRemedyOffer;

/**
 * YzHoursFinding:
 * @kind: %YZ_HOURS_NOTE_ERROR stands in the way of saving
 * @season: index of the season, -1 if it concerns none
 * @row: #YzHoursRow, -1 if it concerns none
 * @span: index of the bar, -1 if it concerns none
 * @start, @end: bytes of the value that it concerns, equal if none
 * @message: a translated sentence
 * @offers: (element-type YzHoursRemedyOffer)
 */
typedef struct
{
  YzHoursNoteKind kind;
  int season;
  int row;
  int span;
  guint start;
  guint end;
  char *message;
  GPtrArray *offers;
} YzHoursFinding;

/**
 * yz_hours_findings_new:
 * @grid: (nullable): the hours as a grid
 * @text: the value
 *
 * Returns: (transfer full) (element-type YzHoursFinding): in the order of seasons and rows, then of the text
 */
GPtrArray *yz_hours_findings_new (const YzHoursGrid *grid, const char *text);

/**
 * yz_hours_findings_forbid:
 *
 * Returns: whether something stands in the way of saving
 */
gboolean yz_hours_findings_forbid (GPtrArray *findings);

G_END_DECLS

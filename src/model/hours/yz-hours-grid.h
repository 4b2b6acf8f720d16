/*
 * Hours as an editor shows them: a week of bars, a row for public holidays, seasons, days that are different.
 *
 * Not every value fits. One that does not has no grid, and stays the text that it is; one that does can be changed
 * here and written again.
 */
#pragma once

#include "yz-hours.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_HOURS_ROW_MONDAY,
  YZ_HOURS_ROW_TUESDAY,
  YZ_HOURS_ROW_WEDNESDAY,
  YZ_HOURS_ROW_THURSDAY,
  YZ_HOURS_ROW_FRIDAY,
  YZ_HOURS_ROW_SATURDAY,
  YZ_HOURS_ROW_SUNDAY,
  YZ_HOURS_ROW_HOLIDAY,
  YZ_HOURS_N_ROWS,
} YzHoursRow;

/* A bar: minutes since midnight, to at most 48:00 on the next day. */
typedef struct
{
  gint16 start;
  gint16 end;
  char *comment;    /* such as "自助"; %NULL for plain opening hours */
  gboolean unknown; /* perhaps open, as the comment may explain */
} YzHoursGridSpan;

/*
 * @is_set: whether the row says anything. A weekday of the year without a word is closed; one of a season has the
 *   hours of the year. A holiday row without a word leaves holidays the hours of their weekday.
 * @spans: (element-type YzHoursGridSpan): in order, disjoint; empty where closed
 */
typedef struct
{
  gboolean is_set;
  GArray *spans;
} YzHoursGridRow;

/* The year, with @first_month 0, or a part that comes every year; it may lead over New Year. */
typedef struct
{
  guint8 first_month;
  guint8 first_day;
  guint8 last_month;
  guint8 last_day; /* 29 in February: its last day, whichever that is */
  YzHoursGridRow rows[YZ_HOURS_N_ROWS];
} YzHoursGridSeason;

/*
 * Days of one time that are not as the week says. A closure takes its times away from the week's hours; any other
 * exception stands in their place.
 *
 * @state: %YZ_HOURS_CLOSED for a closure
 * @comment: (nullable): the reason; "自助" in it makes the days ones of self-service
 * @spans: (element-type YzHoursGridSpan): only their times count; empty for the whole day
 */
typedef struct
{
  guint32 first; /* day numbers of GDate, both included */
  guint32 last;
  YzHoursState state;
  char *comment;
  GArray *spans;
} YzHoursException;

typedef struct
{
  GPtrArray *seasons;    /* YzHoursGridSeason; the first is the year */
  GPtrArray *exceptions; /* YzHoursException; later ones win */
} YzHoursGrid;

/**
 * yz_hours_grid_new:
 *
 * Returns: (transfer full): a grid of a year in which every day is closed
 */
YzHoursGrid *yz_hours_grid_new (void);

/**
 * yz_hours_grid_copy:
 *
 * Returns: (transfer full): a grid of its own
 */
YzHoursGrid *yz_hours_grid_copy (const YzHoursGrid *self);

void yz_hours_grid_free (YzHoursGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHoursGrid, yz_hours_grid_free)

/**
 * yz_hours_grid_new_for_hours:
 *
 * Returns: (transfer full) (nullable): a grid that means the same as @hours, on every day of a trial over years with
 *   and without holidays; %NULL where no grid does
 */
YzHoursGrid *yz_hours_grid_new_for_hours (YzHours *hours);

/**
 * yz_hours_grid_why_not:
 * @hours: that have no grid
 *
 * Returns: (transfer none): a translated sentence that tells what in @hours no grid can show
 */
const char *yz_hours_grid_why_not (YzHours *hours);

/**
 * yz_hours_grid_add_season:
 *
 * Returns: (transfer none): a season, belonging to @self, whose rows all leave the hours of the year
 */
YzHoursGridSeason *yz_hours_grid_add_season (YzHoursGrid *self, int first_month, int first_day, int last_month,
                                             int last_day);

/**
 * yz_hours_grid_set_row:
 * @spans: (nullable) (array length=n_spans): copied; %NULL for closed
 */
void yz_hours_grid_set_row (YzHoursGridSeason *season, YzHoursRow row, const YzHoursGridSpan *spans, guint n_spans);

/**
 * yz_hours_grid_clear_row:
 *
 * Makes the row say nothing.
 */
void yz_hours_grid_clear_row (YzHoursGridSeason *season, YzHoursRow row);

/**
 * yz_hours_grid_row_equal:
 *
 * Returns: whether both rows say the same
 */
gboolean yz_hours_grid_row_equal (const YzHoursGridRow *a, const YzHoursGridRow *b);

/**
 * yz_hours_exception_new:
 * @comment: (nullable): shown to people; a straight double quote becomes a single one
 *
 * Returns: (transfer full): an exception for whole days
 */
YzHoursException *yz_hours_exception_new (guint32 first, guint32 last, YzHoursState state, const char *comment);

/**
 * yz_hours_exception_add_time:
 * @start: minutes since midnight
 * @end: minutes since midnight, to at most 48:00 on the next day
 */
void yz_hours_exception_add_time (YzHoursException *exception, int start, int end);

/**
 * yz_hours_exception_copy:
 *
 * Returns: (transfer full): an exception of its own
 */
YzHoursException *yz_hours_exception_copy (const YzHoursException *exception);
void              yz_hours_exception_free (YzHoursException *exception);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHoursException, yz_hours_exception_free)

/**
 * yz_hours_grid_add_exception:
 * @exception: (transfer full)
 */
void yz_hours_grid_add_exception (YzHoursGrid *self, YzHoursException *exception);

/**
 * yz_hours_spans_parse:
 * @text: the hours of one day as staff type them: "8:30-12:00, 13:00-18:00", "9-12、18-22 自助", "24 小时", "休息"
 * @error: a %YZ_HOURS_ERROR that tells which part is not understood
 *
 * Returns: (transfer full) (element-type YzHoursGridSpan): in order of their starts, empty for a closed day; %NULL
 *   with @error set
 */
GArray *yz_hours_spans_parse (const char *text, GError **error);

/**
 * yz_hours_spans_to_string:
 * @spans: (element-type YzHoursGridSpan)
 *
 * Returns: (transfer full): a text that yz_hours_spans_parse() reads as @spans
 */
char *yz_hours_spans_to_string (const GArray *spans, YzHoursLanguage language);

/**
 * yz_hours_spans_copy:
 *
 * Returns: (transfer full): an array of its own that frees its comments
 */
GArray *yz_hours_spans_copy (const YzHoursGridSpan *spans, guint n_spans);

/**
 * yz_hours_grid_to_string:
 *
 * Returns: (transfer full): a canonical value
 */
char *yz_hours_grid_to_string (const YzHoursGrid *self);

G_END_DECLS

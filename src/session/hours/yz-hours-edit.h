/*
 * One editing of opening hours: a grid, or a text that no grid can show and that is then kept exactly. It has undo and
 * redo of its own, says what it comes to while it is edited, and what to mind. Nothing is written to the workspace
 * until it is saved, as one change; what was done survives a crash. Main thread.
 */
#pragma once

#include "yz-draft.h"
#include "yz-holidays.h"
#include "yz-hours-findings.h"

G_BEGIN_DECLS

/* What is drawn: the kind of a new bar. */
typedef enum
{
  YZ_HOURS_BRUSH_STAFFED,
  YZ_HOURS_BRUSH_SELF_SERVICE,
  YZ_HOURS_BRUSH_UNKNOWN,
  YZ_HOURS_N_BRUSHES,
} YzHoursBrush;

/* Bars begin and end at quarters of an hour when they are drawn; typed times may be anything. */
#define YZ_HOURS_STEP 15

#define YZ_TYPE_HOURS_EDIT (yz_hours_edit_get_type ())

G_DECLARE_FINAL_TYPE (YzHoursEdit, yz_hours_edit, YZ, HOURS_EDIT, GObject)

/**
 * YzHoursEdit::changed:
 *
 * Emitted when the hours are others, after undo and redo too, when another season is shown, and when a text was
 * recognised.
 */

/**
 * yz_hours_edit_new:
 * @holidays: (nullable): what the coming days are reckoned with
 * @station: as it was read from the store
 *
 * Begins editing; what a crash has left behind is taken up again.
 *
 * Properties, read-only unless said otherwise: "title", "subtitle", "value" (texts), "chinese", "english" (texts: the
 * hours without their exceptions, with what holds on shifted workdays), "why-not"
 * (nullable: why there is no grid), "workday" (nick of the field "workday_hours", "" for none, see
 * yz_hours_edit_set_workday()), "season" (guint, writable: which one is shown, 0 is the year), "brush" (#YzHoursBrush
 * as int, writable), "can-undo", "can-redo", "can-save", "dirty", "n-changes" (guint), "n-stations" (guint).
 *
 * Returns: (transfer full): an editing
 */
YzHoursEdit *yz_hours_edit_new (YzSession *session, YzHolidays *holidays, YzRecord *station);

/**
 * yz_hours_edit_open_async:
 * @ids: (array zero-terminated=1): of stations, at least one
 *
 * Begins editing the hours of one station, as yz_hours_edit_new() does, or of several together: with the value that
 * they have in common, otherwise with nothing. Of several it is neither kept for a crash nor saved: its value is handed
 * to #YzBulkEdit. The stations are read on a worker.
 */
void yz_hours_edit_open_async (YzSession *session, YzHolidays *holidays, const char *const *ids,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * yz_hours_edit_open_finish:
 *
 * Returns: (transfer full) (nullable): an editing; %NULL with a %YZ_STORE_ERROR, or with %G_IO_ERROR_CANCELLED where
 *   another workspace has been opened since
 */
YzHoursEdit *yz_hours_edit_open_finish (YzSession *session, GAsyncResult *result, GError **error);

/**
 * yz_hours_edit_get_draft:
 *
 * Returns: (transfer none): what is saved or discarded
 */
YzDraft *yz_hours_edit_get_draft (YzHoursEdit *self);

/**
 * yz_hours_edit_get_ids:
 *
 * Returns: (transfer none): of the stations
 */
const char *const *yz_hours_edit_get_ids (YzHoursEdit *self);
guint              yz_hours_edit_get_n_stations (YzHoursEdit *self);

/**
 * yz_hours_edit_get_value:
 *
 * Returns: (transfer none): the text as it would be saved, "" for unknown hours
 */
const char *yz_hours_edit_get_value (YzHoursEdit *self);

/**
 * yz_hours_edit_get_grid:
 *
 * Returns: (transfer none) (nullable): %NULL where no grid can show the value
 */
const YzHoursGrid *yz_hours_edit_get_grid (YzHoursEdit *self);

/**
 * yz_hours_edit_get_findings:
 *
 * Returns: (transfer none) (element-type YzHoursFinding): what there is to mind
 */
GPtrArray *yz_hours_edit_get_findings (YzHoursEdit *self);

/**
 * yz_hours_edit_get_hours:
 *
 * Returns: (transfer none) (nullable): the value as it is understood, %NULL where it is not
 */
YzHours *yz_hours_edit_get_hours (YzHoursEdit *self);

/**
 * yz_hours_edit_get_workday:
 *
 * Returns: (transfer none): nick of the field "workday_hours", "" for none
 */
const char *yz_hours_edit_get_workday (YzHoursEdit *self);
void        yz_hours_edit_set_workday (YzHoursEdit *self, const char *workday);

/**
 * yz_hours_edit_get_today:
 *
 * Returns: GDate's day number of today
 */
guint32 yz_hours_edit_get_today (YzHoursEdit *self);

/**
 * yz_hours_edit_describe_days:
 *
 * Returns: (transfer full) (element-type YzHoursDayLine): what holds on @n_days from today, with the holidays and the
 *   place of the station
 */
GPtrArray *yz_hours_edit_describe_days (YzHoursEdit *self, guint n_days);

void yz_hours_edit_undo (YzHoursEdit *self);
void yz_hours_edit_redo (YzHoursEdit *self);

/**
 * yz_hours_edit_set_text:
 * @text: an opening_hours value, perhaps a wrong one; line breaks count as spaces
 *
 * Takes the text exactly as it is, and shows it as a grid where there is one. Texts one after another are one change.
 */
void yz_hours_edit_set_text (YzHoursEdit *self, const char *text);

/**
 * yz_hours_edit_clear:
 *
 * Replaces what no grid can show by an empty week.
 */
void yz_hours_edit_clear (YzHoursEdit *self);

/**
 * yz_hours_edit_get_templates:
 *
 * Returns: (transfer none) (array length=n_templates): titles, translated by the caller
 */
const char *const *yz_hours_edit_get_templates (guint *n_templates);

/**
 * yz_hours_edit_apply_template:
 * @index: of a title of yz_hours_edit_get_templates()
 *
 * Replaces the weekly hours, as one change.
 */
void yz_hours_edit_apply_template (YzHoursEdit *self, guint index);

/**
 * yz_hours_edit_copy_from:
 * @station: whose hours are taken over
 */
void yz_hours_edit_copy_from (YzHoursEdit *self, YzRecord *station);

/* --- rows of the season that is shown --- */

/**
 * yz_hours_edit_get_row:
 *
 * Returns: (transfer none): what holds on the row: its own hours, or those it leaves standing
 */
const YzHoursGridRow *yz_hours_edit_get_row (YzHoursEdit *self, YzHoursRow row);

/**
 * yz_hours_edit_row_is_own:
 *
 * Returns: whether the season that is shown says itself what holds on the row
 */
gboolean yz_hours_edit_row_is_own (YzHoursEdit *self, YzHoursRow row);

/**
 * yz_hours_edit_dup_row_text:
 *
 * Returns: (transfer full): the row's hours as they may be typed, "" where it says nothing
 */
char *yz_hours_edit_dup_row_text (YzHoursEdit *self, YzHoursRow row);

/**
 * yz_hours_edit_set_row_text:
 *
 * Returns: %FALSE with a %YZ_HOURS_ERROR if @text is not understood; nothing is changed then
 */
gboolean yz_hours_edit_set_row_text (YzHoursEdit *self, YzHoursRow row, const char *text, GError **error);

/**
 * yz_hours_edit_add_span:
 * @start: minutes since midnight
 * @end: minutes, after @start
 *
 * Adds a bar of the brush's kind. Bars of another kind make way for it; with one of its own kind it may overlap, which
 * is a finding.
 *
 * Returns: its index
 */
guint yz_hours_edit_add_span (YzHoursEdit *self, YzHoursRow row, int start, int end);

/**
 * yz_hours_edit_find_gap:
 * @start: (out): of the first usual time that is free on the row
 * @end: (out): of it
 *
 * Returns: whether there is one, of at least a quarter of an hour
 */
gboolean yz_hours_edit_find_gap (YzHoursEdit *self, YzHoursRow row, int *start, int *end);

/**
 * yz_hours_edit_set_span:
 *
 * Moves or stretches a bar. Steps of the same bar one after another are one change.
 *
 * Returns: its index, which may be another than before
 */
guint yz_hours_edit_set_span (YzHoursEdit *self, YzHoursRow row, guint index, int start, int end);

/**
 * yz_hours_edit_split_span:
 *
 * Makes two bars of one, around 12:00-13:30 where that lies in it, otherwise around half an hour in its middle.
 *
 * Returns: whether it was long enough
 */
gboolean yz_hours_edit_split_span (YzHoursEdit *self, YzHoursRow row, guint index);

/**
 * yz_hours_edit_remove_span:
 * @index: of a bar in @row
 *
 * Takes a bar out of its row, as one change.
 */
void yz_hours_edit_remove_span (YzHoursEdit *self, YzHoursRow row, guint index);

/**
 * yz_hours_edit_paint_span:
 * @index: of a bar in @row
 * @brush: what the bar shall say
 *
 * Gives a bar another meaning and leaves its times.
 */
void yz_hours_edit_paint_span (YzHoursEdit *self, YzHoursRow row, guint index, YzHoursBrush brush);

YzHoursBrush yz_hours_span_get_brush (const YzHoursGridSpan *span);

gboolean yz_hours_edit_is_round_the_clock (YzHoursEdit *self, YzHoursRow row);
void     yz_hours_edit_set_round_the_clock (YzHoursEdit *self, YzHoursRow row, gboolean round_the_clock);

/**
 * yz_hours_edit_clear_row:
 *
 * Makes the row say nothing: closed for a weekday of the year, otherwise as the year or as the weekday.
 */
void yz_hours_edit_clear_row (YzHoursEdit *self, YzHoursRow row);

/**
 * yz_hours_edit_copy_row:
 * @rows: bits of #YzHoursRow
 */
void yz_hours_edit_copy_row (YzHoursEdit *self, YzHoursRow from, guint rows);

/* --- seasons and exceptions --- */

/**
 * yz_hours_edit_add_season:
 *
 * Adds a season that leaves all hours standing, and shows it.
 */
void yz_hours_edit_add_season (YzHoursEdit *self, int first_month, int first_day, int last_month, int last_day);
void yz_hours_edit_set_season_dates (YzHoursEdit *self, guint season, int first_month, int first_day, int last_month,
                                     int last_day);
void yz_hours_edit_remove_season (YzHoursEdit *self, guint season);

/**
 * yz_hours_edit_set_exception:
 * @index: of the exception that is replaced; their number to add one
 * @exception: (transfer full)
 */
void yz_hours_edit_set_exception (YzHoursEdit *self, guint index, YzHoursException *exception);
void yz_hours_edit_remove_exception (YzHoursEdit *self, guint index);

/**
 * yz_hours_edit_dup_exception_note:
 *
 * Returns: (transfer full) (nullable): the public holidays among its days: "includes New Year"
 */
char *yz_hours_edit_dup_exception_note (YzHoursEdit *self, guint index);

/* --- remedies and recognition --- */

/**
 * yz_hours_edit_apply_remedy:
 * @finding: of yz_hours_edit_get_findings()
 */
void yz_hours_edit_apply_remedy (YzHoursEdit *self, const YzHoursFinding *finding, YzHoursRemedy remedy);

/**
 * yz_hours_edit_recognise:
 * @text: as it stands on a notice or in a list
 *
 * Reads hours from a text in Chinese. What it is sure of is offered, see yz_hours_edit_get_recognised(); the hours are
 * changed by yz_hours_edit_accept_recognised() only.
 *
 * Returns: %FALSE with a %YZ_HOURS_ERROR that tells why it is not sure
 */
gboolean yz_hours_edit_recognise (YzHoursEdit *self, const char *text, GError **error);

/**
 * yz_hours_edit_get_recognised:
 *
 * Returns: (transfer none) (nullable): the value that was recognised last
 */
const char *yz_hours_edit_get_recognised (YzHoursEdit *self);
void        yz_hours_edit_accept_recognised (YzHoursEdit *self);

G_END_DECLS

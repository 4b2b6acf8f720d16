/* What can be done to the grid: bars, rows, seasons, exceptions, remedies. Each is one change for undo. */
#include "config.h"

#include "yz-hours-edit-private.h"

#include "yz-hours-names.h"
#include "yz-hours-remedy.h"

#include <glib/gi18n-lib.h>

#define DAY 1440
#define DAYS_NAMED 366 /* of an exception, whose holidays are told */
#define LUNCH_START (12 * 60)
#define LUNCH_END (13 * 60 + 30)

static YzHoursGridSeason *
get_season (const YzHoursGrid *grid, guint season)
{
  return g_ptr_array_index (grid->seasons, season);
}

/* A season leaves the hours of the year standing where it says nothing, a holiday those of nobody. */
static const YzHoursGridRow *
find_row (const YzHoursGrid *grid, guint season, YzHoursRow row)
{
  const YzHoursGridRow *own = &get_season (grid, season)->rows[row];

  return own->is_set ? own : &get_season (grid, 0)->rows[row];
}

static GArray *
copy_row (YzHoursEdit *self, YzHoursRow row)
{
  const GArray *spans = yz_hours_edit_get_row (self, row)->spans;

  return yz_hours_spans_copy ((const YzHoursGridSpan *) spans->data, spans->len);
}

static YzHoursGridSpan *
get_span (GArray *spans, guint index)
{
  return &g_array_index (spans, YzHoursGridSpan, index);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const YzHoursGridSpan *first = a, *second = b;

  return first->start != second->start ? first->start - second->start : first->end - second->end;
}

static void
commit_spans (YzHoursEdit *self, guint season, YzHoursRow row, GArray *spans, gint64 step)
{
  YzHoursGrid *grid = yz_hours_edit_begin (self);

  g_array_sort (spans, compare_starts);
  yz_hours_grid_set_row (get_season (grid, season), row, (const YzHoursGridSpan *) spans->data, spans->len);
  yz_hours_edit_commit (self, grid, step);
}

/* --- kinds of bars --- */

YzHoursBrush
yz_hours_span_get_brush (const YzHoursGridSpan *span)
{
  if (yz_hours_comment_is_self_service (span->comment))
    return YZ_HOURS_BRUSH_SELF_SERVICE;
  return span->unknown ? YZ_HOURS_BRUSH_UNKNOWN : YZ_HOURS_BRUSH_STAFFED;
}

static YzHoursGridSpan
make_span (int start, int end, YzHoursBrush brush)
{
  return (YzHoursGridSpan){ start, end, brush == YZ_HOURS_BRUSH_SELF_SERVICE ? (char *) "自助" : NULL,
                            brush == YZ_HOURS_BRUSH_UNKNOWN };
}

/* A bar begins on the row's own day: what would begin after midnight is nobody's. */
static void
append_copy (GArray *spans, const YzHoursGridSpan *span, int start, int end)
{
  YzHoursGridSpan copy = { start, end, g_strdup (span->comment), span->unknown };

  if (start < end && start < DAY)
    g_array_append_val (spans, copy);
}

/* Bars of another kind make way for @placed: what it covers is taken out of them. */
static GArray *
make_way (const GArray *spans, const YzHoursGridSpan *placed)
{
  GArray *left = yz_hours_spans_copy (NULL, 0);

  for (guint i = 0; i < spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, i);
      gboolean apart = span->end <= placed->start || span->start >= placed->end;

      if (apart || yz_hours_span_get_brush (span) == yz_hours_span_get_brush (placed))
        {
          append_copy (left, span, span->start, span->end);
          continue;
        }
      append_copy (left, span, span->start, MIN (span->end, placed->start));
      append_copy (left, span, MAX (span->start, placed->end), span->end);
    }
  return left;
}

/* Returns: the index of @placed among the row's bars, after all others made way for it */
static guint
place (YzHoursEdit *self, YzHoursRow row, const GArray *others, const YzHoursGridSpan *placed, gint64 step)
{
  g_autoptr (GArray) spans = make_way (others, placed);
  guint index = 0;

  for (guint i = 0; i < spans->len; i++)
    if (compare_starts (get_span (spans, i), placed) < 0)
      index++;
  append_copy (spans, placed, placed->start, placed->end);
  commit_spans (self, self->season, row, spans, step);
  return index;
}

/* --- rows --- */

const YzHoursGridRow *
yz_hours_edit_get_row (YzHoursEdit *self, YzHoursRow row)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self) && self->state->grid != NULL, NULL);
  g_return_val_if_fail (row < YZ_HOURS_N_ROWS, NULL);
  return find_row (self->state->grid, self->season, row);
}

gboolean
yz_hours_edit_row_is_own (YzHoursEdit *self, YzHoursRow row)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self) && self->state->grid != NULL, FALSE);
  return get_season (self->state->grid, self->season)->rows[row].is_set;
}

char *
yz_hours_edit_dup_row_text (YzHoursEdit *self, YzHoursRow row)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self) && self->state->grid != NULL, NULL);

  /* a weekday of the year that says nothing is closed, unless nothing is known at all */
  if (!yz_hours_edit_row_is_own (self, row) &&
      (self->season > 0 || row == YZ_HOURS_ROW_HOLIDAY || *self->state->text == '\0'))
    return g_strdup ("");
  return yz_hours_spans_to_string (yz_hours_edit_get_row (self, row)->spans, yz_hours_language ());
}

gboolean
yz_hours_edit_set_row_text (YzHoursEdit *self, YzHoursRow row, const char *text, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  before = yz_hours_edit_dup_row_text (self, row);
  stripped = g_strstrip (g_strdup (text));
  if (g_str_equal (stripped, before))
    return TRUE;
  if (*stripped == '\0')
    {
      yz_hours_edit_clear_row (self, row);
      return TRUE;
    }
  spans = yz_hours_spans_parse (stripped, error);
  if (spans == NULL)
    return FALSE;
  commit_spans (self, self->season, row, spans, 0);
  return TRUE;
}

void
yz_hours_edit_clear_row (YzHoursEdit *self, YzHoursRow row)
{
  YzHoursGrid *grid;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  if (!yz_hours_edit_row_is_own (self, row))
    return;
  grid = yz_hours_edit_begin (self);
  yz_hours_grid_clear_row (get_season (grid, self->season), row);
  yz_hours_edit_commit (self, grid, 0);
}

void
yz_hours_edit_copy_row (YzHoursEdit *self, YzHoursRow from, guint rows)
{
  YzHoursGrid *grid;
  const GArray *spans;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  spans = yz_hours_edit_get_row (self, from)->spans;
  grid = yz_hours_edit_begin (self);
  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    if ((rows & (1 << row)) && row != from)
      yz_hours_grid_set_row (get_season (grid, self->season), row, (const YzHoursGridSpan *) spans->data, spans->len);
  yz_hours_edit_commit (self, grid, 0);
}

/* --- bars --- */

guint
yz_hours_edit_add_span (YzHoursEdit *self, YzHoursRow row, int start, int end)
{
  YzHoursGridSpan span;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), 0);
  g_return_val_if_fail (start >= 0 && start < end && end <= 2 * DAY, 0);

  span = make_span (start, end, self->brush);
  return place (self, row, yz_hours_edit_get_row (self, row)->spans, &span, 0);
}

static gboolean
is_free (const GArray *spans, int start, int end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, i);

      if (span->start < end && span->end > start)
        return FALSE;
    }
  return TRUE;
}

gboolean
yz_hours_edit_find_gap (YzHoursEdit *self, YzHoursRow row, int *start, int *end)
{
  static const int usual[][2] = { { 540, 720 }, { 840, 1080 }, { 1140, 1260 } };
  const GArray *spans;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), FALSE);

  spans = yz_hours_edit_get_row (self, row)->spans;
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (is_free (spans, usual[i][0], usual[i][1]))
      {
        *start = usual[i][0];
        *end = usual[i][1];
        return TRUE;
      }
  for (int minute = 0; minute < DAY; minute += YZ_HOURS_STEP)
    if (is_free (spans, minute, minute + YZ_HOURS_STEP))
      {
        *start = minute;
        for (*end = minute + YZ_HOURS_STEP; *end < DAY && *end < minute + 60; *end += YZ_HOURS_STEP)
          if (!is_free (spans, *end, *end + YZ_HOURS_STEP))
            break;
        return TRUE;
      }
  return FALSE;
}

guint
yz_hours_edit_set_span (YzHoursEdit *self, YzHoursRow row, guint index, int start, int end)
{
  g_autoptr (GArray) spans = NULL;
  YzHoursGridSpan span;
  g_autofree char *comment = NULL;
  gint64 step;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), 0);
  g_return_val_if_fail (start >= 0 && start < DAY && start < end && end <= 2 * DAY, 0);

  spans = copy_row (self, row);
  g_return_val_if_fail (index < spans->len, 0);
  span = *get_span (spans, index);
  if (span.start == start && span.end == end)
    return index;
  comment = g_strdup (span.comment);
  span = (YzHoursGridSpan){ start, end, comment, span.unknown };
  g_array_remove_index (spans, index);
  step = 1 + index + 100 * (row + YZ_HOURS_N_ROWS * (gint64) self->season);
  return place (self, row, spans, &span, step);
}

gboolean
yz_hours_edit_split_span (YzHoursEdit *self, YzHoursRow row, guint index)
{
  g_autoptr (GArray) spans = NULL;
  const YzHoursGridSpan *span;
  int from = LUNCH_START, to = LUNCH_END, end;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), FALSE);

  spans = copy_row (self, row);
  g_return_val_if_fail (index < spans->len, FALSE);
  span = get_span (spans, index);
  if (span->end - span->start < 4 * YZ_HOURS_STEP)
    return FALSE;
  if (span->start + YZ_HOURS_STEP > from || span->end - YZ_HOURS_STEP < to)
    {
      to = (span->start + span->end) / 2 / YZ_HOURS_STEP * YZ_HOURS_STEP + YZ_HOURS_STEP;
      to = MIN (to, DAY - YZ_HOURS_STEP);
      from = to - 2 * YZ_HOURS_STEP;
    }
  if (from <= span->start || to >= span->end)
    return FALSE;
  end = span->end;
  append_copy (spans, span, to, end);
  get_span (spans, index)->end = from;
  commit_spans (self, self->season, row, spans, 0);
  return TRUE;
}

void
yz_hours_edit_remove_span (YzHoursEdit *self, YzHoursRow row, guint index)
{
  g_autoptr (GArray) spans = NULL;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  spans = copy_row (self, row);
  g_return_if_fail (index < spans->len);
  g_array_remove_index (spans, index);
  commit_spans (self, self->season, row, spans, 0);
}

void
yz_hours_edit_paint_span (YzHoursEdit *self, YzHoursRow row, guint index, YzHoursBrush brush)
{
  g_autoptr (GArray) spans = NULL;
  YzHoursGridSpan painted;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  spans = copy_row (self, row);
  g_return_if_fail (index < spans->len);
  if (yz_hours_span_get_brush (get_span (spans, index)) == brush)
    return;
  painted = make_span (get_span (spans, index)->start, get_span (spans, index)->end, brush);
  g_array_remove_index (spans, index);
  place (self, row, spans, &painted, 0);
}

gboolean
yz_hours_edit_is_round_the_clock (YzHoursEdit *self, YzHoursRow row)
{
  const GArray *spans;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), FALSE);

  spans = yz_hours_edit_get_row (self, row)->spans;
  return spans->len == 1 && g_array_index (spans, YzHoursGridSpan, 0).start == 0 &&
         g_array_index (spans, YzHoursGridSpan, 0).end == DAY;
}

void
yz_hours_edit_set_round_the_clock (YzHoursEdit *self, YzHoursRow row, gboolean round_the_clock)
{
  g_autoptr (GArray) spans = NULL;
  YzHoursGridSpan whole;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  if (round_the_clock == yz_hours_edit_is_round_the_clock (self, row))
    return;
  whole = make_span (0, DAY, self->brush);
  spans = yz_hours_spans_copy (&whole, round_the_clock ? 1 : 0);
  commit_spans (self, self->season, row, spans, 0);
}

/* --- seasons --- */

void
yz_hours_edit_add_season (YzHoursEdit *self, int first_month, int first_day, int last_month, int last_day)
{
  YzHoursGrid *grid;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  grid = yz_hours_edit_begin (self);
  yz_hours_grid_add_season (grid, first_month, first_day, last_month, last_day);
  yz_hours_edit_commit (self, grid, 0);
  g_object_set (self, "season", self->state->grid->seasons->len - 1, NULL);
}

void
yz_hours_edit_set_season_dates (YzHoursEdit *self, guint season, int first_month, int first_day, int last_month,
                                int last_day)
{
  YzHoursGrid *grid;
  YzHoursGridSeason *changed;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (self->state->grid != NULL && season > 0 && season < self->state->grid->seasons->len);

  grid = yz_hours_edit_begin (self);
  changed = get_season (grid, season);
  changed->first_month = first_month;
  changed->first_day = first_day;
  changed->last_month = last_month;
  changed->last_day = last_day;
  yz_hours_edit_commit (self, grid, 0);
}

void
yz_hours_edit_remove_season (YzHoursEdit *self, guint season)
{
  YzHoursGrid *grid;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (self->state->grid != NULL && season > 0 && season < self->state->grid->seasons->len);

  grid = yz_hours_edit_begin (self);
  g_ptr_array_remove_index (grid->seasons, season);
  yz_hours_edit_commit (self, grid, 0);
}

/* --- exceptions --- */

static int
compare_first_days (gconstpointer a, gconstpointer b)
{
  const YzHoursException *first = *(YzHoursException *const *) a, *second = *(YzHoursException *const *) b;

  return first->first < second->first ? -1 : first->first > second->first;
}

void
yz_hours_edit_set_exception (YzHoursEdit *self, guint index, YzHoursException *exception)
{
  YzHoursGrid *grid;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (exception != NULL);

  grid = yz_hours_edit_begin (self);
  if (index < grid->exceptions->len)
    g_ptr_array_remove_index (grid->exceptions, index);
  yz_hours_grid_add_exception (grid, exception);
  g_ptr_array_sort (grid->exceptions, compare_first_days);
  yz_hours_edit_commit (self, grid, 0);
}

void
yz_hours_edit_remove_exception (YzHoursEdit *self, guint index)
{
  YzHoursGrid *grid;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  grid = yz_hours_edit_begin (self);
  if (index < grid->exceptions->len)
    g_ptr_array_remove_index (grid->exceptions, index);
  yz_hours_edit_commit (self, grid, 0);
}

char *
yz_hours_edit_dup_exception_note (YzHoursEdit *self, guint index)
{
  const YzHoursException *exception;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self) && self->state->grid != NULL, NULL);
  g_return_val_if_fail (index < self->state->grid->exceptions->len, NULL);

  exception = g_ptr_array_index (self->state->grid->exceptions, index);
  for (guint32 day = exception->first; day <= exception->last && day < exception->first + DAYS_NAMED; day++)
    {
      const YzHoliday *holiday = yz_holidays_find (self->holidays, day);

      if (holiday != NULL && !holiday->workday &&
          !g_ptr_array_find_with_equal_func (names, yz_holiday_get_name (holiday), g_str_equal, NULL))
        g_ptr_array_add (names, (char *) yz_holiday_get_name (holiday));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (yz_hours_language () == YZ_HOURS_CHINESE ? "、" : ", ", (char **) names->pdata);
  /* Translators: %s are public holidays */
  return g_strdup_printf (_ ("includes %s"), list);
}

/* --- remedies --- */

void
yz_hours_edit_apply_remedy (YzHoursEdit *self, const YzHoursFinding *finding, YzHoursRemedy remedy)
{
  YzHoursGrid *grid;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (finding->season >= 0);

  grid = yz_hours_edit_begin (self);
  yz_hours_remedy_apply (remedy, finding, grid);
  yz_hours_edit_commit (self, grid, 0);
}

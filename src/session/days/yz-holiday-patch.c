/*
 * Where a grid shows the hours, its holiday row is set; where none does, a rule is appended. In both cases the result
 * is tried: a rule for holidays that touches another day, or that opens what a closure closes, is none.
 */
#include "config.h"

#include "yz-holiday-patch.h"

#include "yz-holiday-usual.h"

#include <glib/gi18n-lib.h>

#define TRIAL_DAYS 731

/* Where the sun stands for hours that follow it: any place will do to compare two texts. */
#define TRIAL_LATITUDE 34.75
#define TRIAL_LONGITUDE 113.63
#define TRIAL_UTC_OFFSET 480

struct _YzHolidayPatch
{
  YzHolidayRule rule;
  guint32 from;
  char *rule_text;           /* "PH off" */
  YzHours *alone;            /* of @rule_text */
  GArray *spans;             /* YzHoursGridSpan of the holiday row */
  YzHoursCalendar *ordinary; /* no holidays */
  YzHoursCalendar *trial;    /* one on every day of the week */
  GHashTable *outcomes;      /* text to Outcome */
};

typedef struct
{
  char *value; /* NULL where refused */
  GError *error;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_free (outcome->value);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

/* --- the trial --- */

static YzHoursCalendar *
make_calendar (guint32 from, gboolean with_holidays)
{
  YzHoursCalendar *calendar = yz_hours_calendar_new ();

  yz_hours_calendar_set_position (calendar, TRIAL_LATITUDE, TRIAL_LONGITUDE, TRIAL_UTC_OFFSET);
  /* 5 and 7 have no common divisor: each weekday is a holiday once, between ordinary days */
  for (guint i = 0; with_holidays && i < TRIAL_DAYS; i += 5)
    yz_hours_calendar_add_public_holiday (calendar, from + i);
  for (guint i = 0; with_holidays && i < TRIAL_DAYS; i += 11)
    if (i % 5 != 0)
      yz_hours_calendar_shift_workday (calendar, from + i, i / 11 % 5 + G_DATE_MONDAY);
  return calendar;
}

static gboolean
are_alike (YzHours *a, YzHours *b, const YzHoursCalendar *calendar, guint32 first, guint n_days)
{
  gint64 from = yz_hours_instant (first, 0), to = yz_hours_instant (first + n_days, 0);
  g_autoptr (GArray) x = yz_hours_get_intervals (a, calendar, from, to);
  g_autoptr (GArray) y = yz_hours_get_intervals (b, calendar, from, to);

  for (guint i = 0; x->len == y->len && i < x->len; i++)
    {
      const YzHoursInterval *p = &g_array_index (x, YzHoursInterval, i), *q = &g_array_index (y, YzHoursInterval, i);

      if (p->start != q->start || p->end != q->end || p->state != q->state || g_strcmp0 (p->comment, q->comment) != 0)
        return FALSE;
    }
  return x->len == y->len;
}

/* The morning after a holiday may have what is left of its night. */
static gboolean
leaves_ordinary_days (YzHolidayPatch *self, YzHours *before, YzHours *after)
{
  if (!are_alike (before, after, self->ordinary, self->from, TRIAL_DAYS))
    return FALSE;
  for (guint i = 0; i < TRIAL_DAYS; i++)
    if (i % 5 > 1 && !are_alike (before, after, self->trial, self->from + i, 1))
      return FALSE;
  return TRUE;
}

static gboolean
rules_holidays (YzHolidayPatch *self, YzHours *hours)
{
  for (guint i = 0; i < TRIAL_DAYS; i += 5)
    if (!are_alike (hours, self->alone, self->trial, self->from + i, 1))
      return FALSE;
  return TRUE;
}

static gboolean
means_the_same (YzHolidayPatch *self, YzHours *before, YzHours *after)
{
  return are_alike (before, after, self->ordinary, self->from, TRIAL_DAYS) &&
         are_alike (before, after, self->trial, self->from, TRIAL_DAYS);
}

/* --- what a grid shows --- */

static void
set_row (YzHoursGridSeason *season, YzHoursRow row, const GArray *spans)
{
  yz_hours_grid_set_row (season, row, (const YzHoursGridSpan *) spans->data, spans->len);
}

static YzHours *
parse_grid (const YzHoursGrid *grid)
{
  g_autofree char *text = yz_hours_grid_to_string (grid);

  return yz_hours_parse (text, NULL, NULL);
}

/* Without its closures and the like, which win over holidays, the grid must have on each of them what is wanted. */
static gboolean
holidays_are_right (YzHolidayPatch *self, const YzHoursGrid *grid)
{
  g_autoptr (YzHoursGrid) regular = yz_hours_grid_copy (grid);
  g_autoptr (YzHours) hours = NULL;

  g_ptr_array_set_size (regular->exceptions, 0);
  hours = parse_grid (regular);
  return hours != NULL && rules_holidays (self, hours);
}

/* Returns: (nullable): NULL if the trial of the holidays fails */
static char *
patch_grid (YzHolidayPatch *self, const YzHoursGrid *grid)
{
  g_autoptr (YzHoursGrid) changed = NULL;

  if (self->rule == YZ_HOLIDAY_RULE_AS_USUAL)
    return yz_holiday_usual_write (grid);
  changed = yz_hours_grid_copy (grid);
  yz_holiday_usual_silence (changed);
  set_row (g_ptr_array_index (changed->seasons, 0), YZ_HOURS_ROW_HOLIDAY, self->spans);
  return holidays_are_right (self, changed) ? yz_hours_grid_to_string (changed) : NULL;
}

/* --- what no grid shows --- */

static gboolean
is_closed_by_rule (YzHolidayPatch *self, YzHours *hours, gint64 at)
{
  const YzHoursStatus status = yz_hours_get_status (hours, self->ordinary, at);

  return status.state == YZ_HOURS_CLOSED && status.rule >= 0;
}

/* Whether a rule closes something, which a rule behind it for holidays would open again. */
static gboolean
has_closures (YzHolidayPatch *self, YzHours *hours)
{
  gint64 from = yz_hours_instant (self->from, 0), to = yz_hours_instant (self->from + TRIAL_DAYS, 0);
  g_autoptr (GArray) spans = yz_hours_get_intervals (hours, self->ordinary, from, to);

  for (guint i = 0; i < TRIAL_DAYS; i++)
    if (is_closed_by_rule (self, hours, yz_hours_instant (self->from + i, 12 * 60)))
      return TRUE;
  for (guint i = 0; i < spans->len; i++)
    if (is_closed_by_rule (self, hours, g_array_index (spans, YzHoursInterval, i).end))
      return TRUE;
  return FALSE;
}

static char *
append_rule (YzHolidayPatch *self, YzHours *before, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (YzHours) after = NULL;

  if (yz_hours_uses_holidays (before))
    g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN,
                         _ ("The hours speak of holidays already, in a way that cannot surely be replaced."));
  else if (self->rule == YZ_HOLIDAY_RULE_AS_USUAL)
    g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN,
                 /* Translators: %s is a sentence: why the hours cannot be shown as a week */
                 _ ("It cannot surely be written that holidays are like other days. %s"),
                 yz_hours_grid_why_not (before));
  else if (self->spans->len > 0 && has_closures (self, before))
    g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN,
                         _ ("There are closures that hours for holidays would open again."));
  else
    text = g_strdup_printf ("%s; %s", yz_hours_get_text (before), self->rule_text);
  if (text == NULL)
    return NULL;

  after = yz_hours_parse (text, NULL, NULL);
  if (after != NULL && rules_holidays (self, after))
    return g_steal_pointer (&text);
  g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN,
                       _ ("A rule for holidays would not surely hold beside the others."));
  return NULL;
}

/* --- one value --- */

static gboolean
is_round_the_clock (YzHolidayPatch *self, YzHours *hours)
{
  return !yz_hours_uses_holidays (hours) && yz_hours_get_status (hours, self->ordinary, 0).state == YZ_HOURS_OPEN &&
         yz_hours_get_next_change (hours, self->ordinary, 0, NULL) == YZ_HOURS_NEVER;
}

/* As usual is what the hours are without a word about holidays. */
static gboolean
is_as_usual (YzHolidayPatch *self, const YzHoursGrid *grid, YzHours *hours)
{
  g_autoptr (YzHoursGrid) silent = yz_hours_grid_copy (grid);
  g_autoptr (YzHours) wanted = NULL;

  yz_holiday_usual_silence (silent);
  wanted = parse_grid (silent);
  return wanted != NULL && means_the_same (self, wanted, hours);
}

/* Returns: (nullable): the text if it stands the trial, the old one if it says the same; @text is taken */
static char *
try_text (YzHolidayPatch *self, YzHours *before, const YzHoursGrid *grid, char *text)
{
  g_autofree char *owned = text;
  g_autoptr (YzHours) after = text != NULL ? yz_hours_parse (text, NULL, NULL) : NULL;

  if (after == NULL || !leaves_ordinary_days (self, before, after))
    return NULL;
  if (self->rule == YZ_HOLIDAY_RULE_AS_USUAL && !is_as_usual (self, grid, after))
    return NULL;
  if (yz_hours_uses_holidays (before) && means_the_same (self, before, after))
    return g_strdup (yz_hours_get_text (before));
  return g_steal_pointer (&owned);
}

static YzHours *
parse (const char *text, GError **error)
{
  YzHours *hours;

  if (text == NULL || *text == '\0')
    {
      g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN, _ ("There are no hours yet."));
      return NULL;
    }
  hours = yz_hours_parse (text, NULL, error);
  if (hours == NULL)
    /* Translators: what follows is the reason */
    g_prefix_error (error, "%s", _ ("The hours are not understood: "));
  return hours;
}

/* Nights reach into the next morning, where ";" before a rule for holidays would end them and "," does not. */
static char *
patch_shown (YzHolidayPatch *self, YzHours *before, const YzHoursGrid *grid)
{
  char *changed = try_text (self, before, grid, patch_grid (self, grid));

  if (changed == NULL && self->rule == YZ_HOLIDAY_RULE_AS_USUAL)
    changed = try_text (self, before, grid, yz_holiday_usual_write_by_day (grid, ", "));
  return changed;
}

static char *
patch (YzHolidayPatch *self, const char *text, GError **error)
{
  g_autoptr (YzHours) before = parse (text, error);
  g_autoptr (YzHoursGrid) grid = NULL;
  char *appended, *changed;

  if (before == NULL)
    return NULL;
  /* what never closes needs no word about holidays, and would no longer be seen to never close */
  if (self->rule == YZ_HOLIDAY_RULE_AS_USUAL && is_round_the_clock (self, before))
    return g_strdup (text);

  grid = yz_hours_grid_new_for_hours (before);
  appended = grid == NULL ? append_rule (self, before, error) : NULL;
  if (grid == NULL && appended == NULL)
    return NULL;
  changed = grid != NULL ? patch_shown (self, before, grid) : try_text (self, before, NULL, appended);
  if (changed == NULL)
    g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN,
                         _ ("The other days would not surely stay as they are."));
  return changed;
}

char *
yz_holiday_patch_apply (YzHolidayPatch *self, const char *text, GError **error)
{
  const char *key = text != NULL ? text : "";
  Outcome *outcome = g_hash_table_lookup (self->outcomes, key);

  if (outcome == NULL)
    {
      outcome = g_new0 (Outcome, 1);
      outcome->value = patch (self, text, &outcome->error);
      g_hash_table_insert (self->outcomes, g_strdup (key), outcome);
    }
  if (outcome->error != NULL)
    g_propagate_error (error, g_error_copy (outcome->error));
  return g_strdup (outcome->value);
}

/* --- the patch --- */

static gboolean
check_spans (const GArray *spans, GError **error)
{
  for (guint i = 0; i + 1 < spans->len; i++)
    if (g_array_index (spans, YzHoursGridSpan, i + 1).start < g_array_index (spans, YzHoursGridSpan, i).end)
      {
        g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN, _ ("Two of the times overlap."));
        return FALSE;
      }
  return TRUE;
}

YzHolidayPatch *
yz_holiday_patch_new (YzHolidayRule rule, const char *times, guint32 from, GError **error)
{
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new ();
  g_autoptr (GArray) spans = NULL;
  YzHolidayPatch *self;

  g_return_val_if_fail (rule != YZ_HOLIDAY_RULE_HOURS || times != NULL, NULL);

  spans = rule == YZ_HOLIDAY_RULE_HOURS ? yz_hours_spans_parse (times, error) : yz_hours_spans_copy (NULL, 0);
  if (spans == NULL || !check_spans (spans, error))
    return NULL;

  self = g_new0 (YzHolidayPatch, 1);
  self->rule = rule;
  self->from = from;
  self->spans = g_steal_pointer (&spans);
  set_row (g_ptr_array_index (grid->seasons, 0), YZ_HOURS_ROW_HOLIDAY, self->spans);
  self->rule_text = yz_hours_grid_to_string (grid);
  self->alone = yz_hours_parse (self->rule_text, NULL, NULL);
  self->ordinary = make_calendar (from, FALSE);
  self->trial = make_calendar (from, TRUE);
  self->outcomes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, outcome_free);
  g_assert (self->alone != NULL);
  return self;
}

void
yz_holiday_patch_free (YzHolidayPatch *self)
{
  if (self == NULL)
    return;
  g_free (self->rule_text);
  yz_hours_unref (self->alone);
  g_array_unref (self->spans);
  yz_hours_calendar_free (self->ordinary);
  yz_hours_calendar_free (self->trial);
  g_hash_table_unref (self->outcomes);
  g_free (self);
}

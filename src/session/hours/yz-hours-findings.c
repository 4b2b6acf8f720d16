#include "config.h"

#include "yz-hours-findings.h"

#include "yz-hours-names.h"

#include <glib/gi18n-lib.h>

#define DAY 1440
#define N_WEEKDAYS 7

static void
offer_free (gpointer data)
{
  g_free (((YzHoursRemedyOffer *) data)->label);
  g_free (data);
}

static void
finding_free (gpointer data)
{
  YzHoursFinding *finding = data;

  g_free (finding->message);
  g_ptr_array_unref (finding->offers);
  g_free (finding);
}

static YzHoursFinding *
add_finding (GPtrArray *findings, YzHoursNoteKind kind, int season, int row, int span, char *message)
{
  YzHoursFinding *finding = g_new0 (YzHoursFinding, 1);

  finding->kind = kind;
  finding->season = season;
  finding->row = row;
  finding->span = span;
  finding->message = message;
  finding->offers = g_ptr_array_new_with_free_func (offer_free);
  g_ptr_array_add (findings, finding);
  return finding;
}

static void
add_offer (YzHoursFinding *finding, YzHoursRemedy remedy, char *label)
{
  YzHoursRemedyOffer *offer = g_new0 (YzHoursRemedyOffer, 1);

  offer->remedy = remedy;
  offer->label = label;
  g_ptr_array_add (finding->offers, offer);
}

static char *
describe_times (int start, int end)
{
  return g_strdup_printf ("%d:%02d–%d:%02d", start / 60, start % 60, end % DAY == 0 ? end / 60 : end % DAY / 60,
                          end % 60);
}

/* --- bars that overlap --- */

static void
tell_overlap (GPtrArray *findings, int season, int row, int index, const YzHoursGridSpan *first,
              const YzHoursGridSpan *second)
{
  int overlap_end = MIN (first->end, second->end), merged_end = MAX (first->end, second->end);
  int minutes = overlap_end - second->start;
  g_autofree char *overlap = describe_times (second->start, overlap_end);
  g_autofree char *merged = describe_times (first->start, merged_end);
  g_autofree char *from = yz_hours_time_to_words (first->end);
  YzHoursFinding *finding =
    add_finding (findings, YZ_HOURS_NOTE_ERROR, season, row, index,
                 /* Translators: a day, a number of minutes, a stretch of time */
                 g_strdup_printf (ngettext ("%s: two spans overlap by %d minute (%s).",
                                            "%s: two spans overlap by %d minutes (%s).", minutes),
                                  yz_hours_row_to_words (row), minutes, overlap));

  add_offer (finding, YZ_HOURS_REMEDY_MERGE, g_strdup_printf (_ ("Merge to %s"), merged));
  if (second->end > first->end)
    add_offer (finding, YZ_HOURS_REMEDY_SHIFT, g_strdup_printf (_ ("Begin the second at %s"), from));
}

static void
find_overlaps (GPtrArray *findings, const YzHoursGridSeason *season, int index, int row)
{
  const GArray *spans = season->rows[row].spans;

  for (guint i = 0; i + 1 < spans->len; i++)
    {
      const YzHoursGridSpan *first = &g_array_index (spans, YzHoursGridSpan, i);
      const YzHoursGridSpan *second = &g_array_index (spans, YzHoursGridSpan, i + 1);

      if (second->start < first->end)
        tell_overlap (findings, index, row, i, first, second);
    }
}

/* --- nights that the next day's rule ends at midnight --- */

/* The row whose rule is written for all rows that are equal to this one. */
static int
first_equal_row (const YzHoursGridSeason *season, int row)
{
  for (int i = 0; i < row; i++)
    if (yz_hours_grid_row_equal (&season->rows[i], &season->rows[row]))
      return i;
  return row;
}

static gboolean
is_cut (const YzHoursGridSeason *season, int row)
{
  int next = (row + 1) % N_WEEKDAYS;
  gboolean written = season->rows[next].is_set && (season->first_month != 0 || season->rows[next].spans->len > 0);

  return written && first_equal_row (season, next) > first_equal_row (season, row);
}

static void
find_cut_nights (GPtrArray *findings, const YzHoursGridSeason *season, int index, int row)
{
  const GArray *spans = season->rows[row].spans;

  for (guint i = 0; i < spans->len && is_cut (season, row); i++)
    {
      const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, i);
      YzHoursFinding *finding;

      if (span->end <= DAY)
        continue;
      finding =
        add_finding (findings, YZ_HOURS_NOTE_WARNING, index, row, i,
                     /* Translators: two neighbouring days of the week */
                     g_strdup_printf (_ ("%s: the night ends at midnight, because %s has hours of its own."),
                                      yz_hours_row_to_words (row), yz_hours_row_to_words ((row + 1) % N_WEEKDAYS)));
      add_offer (finding, YZ_HOURS_REMEDY_SPLIT_NIGHT, g_strdup (_ ("Continue it on the next day")));
    }
}

/* --- what is not said --- */

static gboolean
has_open_day (const YzHoursGridSeason *season, gboolean *differ)
{
  gboolean open = FALSE;

  *differ = FALSE;
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      open = open || season->rows[i].spans->len > 0;
      *differ = *differ || (season->rows[i].spans->len > 0) != (season->rows[0].spans->len > 0) ||
                (season->rows[i].spans->len > 0 && !yz_hours_grid_row_equal (&season->rows[i], &season->rows[0]));
    }
  return open;
}

static gboolean
has_open_season (const YzHoursGrid *grid)
{
  gboolean differ;

  for (guint i = 1; i < grid->seasons->len; i++)
    if (has_open_day (g_ptr_array_index (grid->seasons, i), &differ))
      return TRUE;
  return FALSE;
}

/* Who is open every day alike is meant to be open on holidays too. */
static void
find_holidays (GPtrArray *findings, const YzHoursGrid *grid)
{
  const YzHoursGridSeason *year = g_ptr_array_index (grid->seasons, 0);
  gboolean differ;
  YzHoursFinding *finding;

  if (!has_open_day (year, &differ))
    {
      if (!has_open_season (grid))
        add_finding (findings, YZ_HOURS_NOTE_HINT, -1, -1, -1, g_strdup (_ ("No day has hours: always closed.")));
      return;
    }
  if (!differ || year->rows[YZ_HOURS_ROW_HOLIDAY].is_set)
    return;
  finding = add_finding (findings, YZ_HOURS_NOTE_HINT, 0, YZ_HOURS_ROW_HOLIDAY, -1,
                         g_strdup (_ ("Nothing is said about public holidays.")));
  add_offer (finding, YZ_HOURS_REMEDY_HOLIDAY_CLOSED, g_strdup (_ ("Closed on them")));
  add_offer (finding, YZ_HOURS_REMEDY_HOLIDAY_SUNDAY, g_strdup (_ ("As on Sundays")));
}

static void
find_empty_season (GPtrArray *findings, const YzHoursGridSeason *season, int index)
{
  g_autofree char *name = yz_hours_season_to_words (season);
  YzHoursFinding *finding;

  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    if (season->rows[row].is_set)
      return;
  finding = add_finding (findings, YZ_HOURS_NOTE_HINT, index, -1, -1,
                         g_strdup_printf (_ ("“%s” has no hours of its own yet."), name));
  add_offer (finding, YZ_HOURS_REMEDY_COPY_YEAR, g_strdup (_ ("Begin with the year’s")));
  add_offer (finding, YZ_HOURS_REMEDY_REMOVE_SEASON, g_strdup (_ ("Remove the season")));
}

/* --- the text --- */

static void
find_notes (GPtrArray *findings, const char *text, gboolean errors_only)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (text, &notes, NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const YzHoursNote *note = g_ptr_array_index (notes, i);
      YzHoursFinding *finding;

      /* a grid has said the hints in its own words */
      if (errors_only && note->kind == YZ_HOURS_NOTE_HINT)
        continue;
      finding = add_finding (findings, note->kind, -1, -1, -1, g_strdup (note->message));
      finding->start = note->start;
      finding->end = note->end;
    }
}

GPtrArray *
yz_hours_findings_new (const YzHoursGrid *grid, const char *text)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (finding_free);

  for (guint i = 0; grid != NULL && i < grid->seasons->len; i++)
    {
      const YzHoursGridSeason *season = g_ptr_array_index (grid->seasons, i);

      for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
        {
          find_overlaps (findings, season, i, row);
          if (row < N_WEEKDAYS)
            find_cut_nights (findings, season, i, row);
        }
      if (i > 0)
        find_empty_season (findings, season, i);
    }
  if (grid != NULL && *text != '\0')
    find_holidays (findings, grid);
  if (*text != '\0')
    find_notes (findings, text, grid != NULL);
  return findings;
}

gboolean
yz_hours_findings_forbid (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const YzHoursFinding *) g_ptr_array_index (findings, i))->kind == YZ_HOURS_NOTE_ERROR)
      return TRUE;
  return FALSE;
}

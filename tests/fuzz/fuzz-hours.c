/* No text makes the hours hang or lie: what is accepted has a canonical spelling that means the same. */
#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "yz-hours-grid.h"

#define FIRST_DAY 739617 /* 2026-01-01 */
#define N_DAYS 400

static void
assert_same_hours (YzHours *a, YzHours *b, const YzHoursCalendar *calendar)
{
  gint64 from = yz_hours_instant (FIRST_DAY, 0), to = yz_hours_instant (FIRST_DAY + N_DAYS, 0);
  g_autoptr (GArray) first = yz_hours_get_intervals (a, calendar, from, to);
  g_autoptr (GArray) second = yz_hours_get_intervals (b, calendar, from, to);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      const YzHoursInterval *x = &g_array_index (first, YzHoursInterval, i);
      const YzHoursInterval *y = &g_array_index (second, YzHoursInterval, i);

      g_assert_true (x->start == y->start && x->end == y->end && x->state == y->state && x->start < x->end);
      g_assert_cmpstr (x->comment, ==, y->comment);
      g_assert_true (i == 0 || x[-1].end <= x->start);
    }
}

static void
check_hours (YzHours *hours)
{
  g_autoptr (YzHoursCalendar) calendar = yz_hours_calendar_new ();
  g_autofree char *canonical = yz_hours_to_string (hours);
  g_autofree char *chinese = yz_hours_describe (hours, YZ_HOURS_CHINESE);
  g_autofree char *english = yz_hours_describe (hours, YZ_HOURS_ENGLISH);
  g_autoptr (YzHours) again = NULL;
  g_autofree char *fixed = NULL;

  g_assert_true (g_utf8_validate (chinese, -1, NULL) && g_utf8_validate (english, -1, NULL));

  /* spelled out, a value may outgrow the limit */
  again = yz_hours_parse (canonical, NULL, NULL);
  if (again == NULL)
    {
      g_assert_cmpuint (strlen (canonical), >, YZ_HOURS_MAX_BYTES);
      return;
    }
  fixed = yz_hours_to_string (again);
  g_assert_cmpstr (fixed, ==, canonical);

  yz_hours_calendar_add_public_holiday (calendar, FIRST_DAY + 5);
  yz_hours_calendar_add_school_holidays (calendar, FIRST_DAY + 30, FIRST_DAY + 60);
  yz_hours_calendar_set_position (calendar, 39.9, 116.4, 480);
  assert_same_hours (hours, again, calendar);
}

static void
check_notes (const GPtrArray *notes, gsize size)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const YzHoursNote *note = g_ptr_array_index (notes, i);

      g_assert_true (note->start <= note->end && note->end <= size && note->message != NULL);
    }
}

static void
check_chinese (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = yz_hours_from_chinese (text, &error);
  g_autoptr (YzHours) hours = NULL;

  g_assert_true ((value == NULL) == (error != NULL));
  if (value == NULL)
    return;
  hours = yz_hours_parse (value, NULL, &error);
  g_assert_no_error (error);
}

/* What an editor shows is written as what it reads again. */
static void
check_grid (YzHours *hours)
{
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new_for_hours (hours);
  g_autoptr (YzHoursGrid) grid_again = NULL;
  g_autoptr (YzHours) again = NULL;
  g_autofree char *written = NULL, *written_again = NULL;

  if (grid == NULL)
    {
      g_assert_nonnull (yz_hours_grid_why_not (hours));
      return;
    }
  written = yz_hours_grid_to_string (grid);
  again = yz_hours_parse (written, NULL, NULL);
  g_assert_nonnull (again);
  grid_again = yz_hours_grid_new_for_hours (again);
  g_assert_nonnull (grid_again);
  written_again = yz_hours_grid_to_string (grid_again);
  g_assert_cmpstr (written_again, ==, written);
}

static void
check_spans (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spans = yz_hours_spans_parse (text, &error);
  g_autoptr (GArray) again = NULL;
  g_autofree char *written = NULL;

  g_assert_true ((spans == NULL) == (error != NULL));
  if (spans == NULL)
    return;
  written = yz_hours_spans_to_string (spans, YZ_HOURS_CHINESE);
  again = yz_hours_spans_parse (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, spans->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (text, &notes, &error);

  g_assert_true ((hours == NULL) == (error != NULL));
  check_notes (notes, strlen (text));
  if (hours != NULL)
    {
      check_hours (hours);
      check_grid (hours);
    }
  check_chinese (text);
  check_spans (text);
  return 0;
}

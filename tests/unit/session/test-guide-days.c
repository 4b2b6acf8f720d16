/* The days of a notice: Spring Festival 2026 is 15 to 23 February, made up for on the 14th and the 28th. */
#include "config.h"

#include "session-fixture.h"

#include "yz-guide-source.h"

static void
set_hours (Fixture *fixture, const char *hours, const char *workday_hours)
{
  YzEdit *edit = yz_edit_new ("Edit");
  g_autoptr (YzRecord) after = yz_record_copy (fixture->first);

  yz_record_set_text (after, "hours", hours);
  yz_record_set_text (after, "workday_hours", workday_hours);
  yz_edit_update (edit, fixture->first, after);
  fixture_apply (fixture, edit);
  g_object_unref (fixture->first);
  fixture->first = fixture_reload (fixture, after);
}

static YzGuideContent *
load (Fixture *fixture, const char *first, const char *last, GError **error)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();

  choice->ids = g_strsplit (yz_record_get_id (fixture->first), ",", -1);
  choice->with_days = TRUE;
  choice->date = g_strdup ("2026-02-06");
  choice->first = g_strdup (first);
  choice->last = g_strdup (last);
  return yz_guide_source_load (yz_session_get_store (fixture->session), choice, NULL, error);
}

static const YzGuideDay *
get_day (const YzGuideContent *content, const char *date)
{
  const YzGuideStation *station = g_ptr_array_index (content->stations, 0);

  for (guint i = 0; i < station->days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (station->days, i);

      if (g_str_equal (day->date, date))
        return day;
    }
  g_assert_not_reached ();
}

static void
check_day (const YzGuideContent *content, const char *date, YzGuideDayKind kind, int opens, gboolean usual)
{
  const YzGuideDay *day = get_day (content, date);

  g_assert_cmpint (day->kind, ==, kind);
  g_assert_cmpint (day->usual, ==, usual);
  if (opens < 0)
    g_assert_cmpuint (day->bars->len, ==, 0);
  else
    g_assert_cmpint (g_array_index (day->bars, YzHoursBar, 0).start, ==, opens * 60);
}

static void
test_coming_holiday (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzGuideContent) content = NULL;

  set_hours (fixture, "Mo-Sa 08:00-18:00; 2026 Feb 15-16,2026 Feb 20-23 09:00-16:00; 2026 Feb 17-19 off", "mo");
  content = load (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content->first, ==, "2026-02-15");
  g_assert_cmpstr (content->last, ==, "2026-02-23");
  g_assert_cmpstr (content->holiday, ==, "春节");
  check_day (content, "2026-02-14", YZ_GUIDE_DAY_WORKDAY, 8, TRUE);
  check_day (content, "2026-02-15", YZ_GUIDE_DAY_HOLIDAY, 9, FALSE);
  check_day (content, "2026-02-17", YZ_GUIDE_DAY_HOLIDAY, -1, FALSE);
  check_day (content, "2026-02-24", YZ_GUIDE_DAY_ORDINARY, 8, TRUE);
  check_day (content, "2026-02-28", YZ_GUIDE_DAY_WORKDAY, 8, TRUE);
  g_assert_cmpstr (get_day (content, "2026-02-16")->lunar, ==, "除夕");
}

static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzGuideContent) content = load (fixture, "2026-02-15", "2026-02-16", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (content->stations->len, ==, 1);
  g_assert_cmpuint (content->neighbours->len, ==, 2);
  g_assert_null (get_day (content, "2026-02-15")->bars);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, "2026-02-15", "2026-06-15", &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (load (fixture, "2026-02-15", "2026-02-01", &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/guide-days/coming-holiday", test_coming_holiday);
  fixture_add ("/session/guide-days/neighbours", test_neighbours);
  fixture_add ("/session/guide-days/refused", test_refused);
  return g_test_run ();
}

#include "session-fixture.h"

#include "yz-hours-edit.h"
#include "yz-hours-names.h"

static YzHoursEdit *
edit_new (Fixture *fixture, const char *value)
{
  yz_record_set_text (fixture->first, "hours", value);
  return yz_hours_edit_new (fixture->session, NULL, fixture->first);
}

/* Leaves nothing behind for the next test of the same station. */
static void
edit_end (YzHoursEdit *edit)
{
  yz_draft_discard (yz_hours_edit_get_draft (edit));
  g_object_unref (edit);
}

static void
assert_value (YzHoursEdit *edit, const char *value)
{
  g_assert_cmpstr (yz_hours_edit_get_value (edit), ==, value);
}

static void
test_bars (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, NULL);
  int start, end;

  assert_value (edit, "");
  g_assert_nonnull (yz_hours_edit_get_grid (edit));
  g_assert_true (yz_hours_edit_find_gap (edit, YZ_HOURS_ROW_MONDAY, &start, &end));
  g_assert_cmpint (start, ==, 540);
  g_assert_cmpuint (yz_hours_edit_add_span (edit, YZ_HOURS_ROW_MONDAY, 510, 1080), ==, 0);
  assert_value (edit, "Mo 08:30-18:00");
  g_assert_true (yz_hours_edit_split_span (edit, YZ_HOURS_ROW_MONDAY, 0));
  assert_value (edit, "Mo 08:30-12:00,13:30-18:00");
  g_assert_cmpuint (yz_hours_edit_set_span (edit, YZ_HOURS_ROW_MONDAY, 1, 840, 1080), ==, 1);
  assert_value (edit, "Mo 08:30-12:00,14:00-18:00");

  g_object_set (edit, "brush", YZ_HOURS_BRUSH_SELF_SERVICE, NULL);
  g_assert_cmpuint (yz_hours_edit_add_span (edit, YZ_HOURS_ROW_MONDAY, 1020, 1320), ==, 2);
  assert_value (edit, "Mo 08:30-12:00,14:00-17:00, Mo 17:00-22:00 open \"自助\"");
  yz_hours_edit_paint_span (edit, YZ_HOURS_ROW_MONDAY, 2, YZ_HOURS_BRUSH_UNKNOWN);
  assert_value (edit, "Mo 08:30-12:00,14:00-17:00, Mo 17:00-22:00 unknown");
  yz_hours_edit_remove_span (edit, YZ_HOURS_ROW_MONDAY, 2);
  yz_hours_edit_copy_row (edit, YZ_HOURS_ROW_MONDAY, 0x1f);
  assert_value (edit, "Mo-Fr 08:30-12:00,14:00-17:00");

  g_object_set (edit, "brush", YZ_HOURS_BRUSH_STAFFED, NULL);
  yz_hours_edit_set_round_the_clock (edit, YZ_HOURS_ROW_SATURDAY, TRUE);
  g_assert_true (yz_hours_edit_is_round_the_clock (edit, YZ_HOURS_ROW_SATURDAY));
  assert_value (edit, "Mo-Fr 08:30-12:00,14:00-17:00; Sa 00:00-24:00");
  yz_hours_edit_set_round_the_clock (edit, YZ_HOURS_ROW_SATURDAY, FALSE);
  yz_hours_edit_clear_row (edit, YZ_HOURS_ROW_FRIDAY);
  assert_value (edit, "Mo-Th 08:30-12:00,14:00-17:00");
  edit_end (edit);
}

/* A night keeps its end, a short bar is not split, a long one without noon is split in its middle. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo 20:00-02:00; Tu 08:00-08:45; We 06:00-10:00 open \"自助\"");

  g_assert_true (yz_hours_edit_split_span (edit, YZ_HOURS_ROW_MONDAY, 0));
  g_assert_false (yz_hours_edit_split_span (edit, YZ_HOURS_ROW_TUESDAY, 0));
  g_assert_true (yz_hours_edit_split_span (edit, YZ_HOURS_ROW_WEDNESDAY, 0));
  assert_value (edit, "Mo 20:00-22:45,23:15-02:00; Tu 08:00-08:45; We 06:00-07:45,08:15-10:00 open \"自助\"");
  edit_end (edit);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 9:00-17:00");
  gboolean can_undo, can_redo, can_save;
  guint n_changes;

  g_object_get (edit, "can-undo", &can_undo, "can-save", &can_save, NULL);
  g_assert_false (can_undo || can_save);

  /* steps of one bar are one change */
  yz_hours_edit_set_span (edit, YZ_HOURS_ROW_MONDAY, 0, 555, 1020);
  yz_hours_edit_set_span (edit, YZ_HOURS_ROW_MONDAY, 0, 570, 1020);
  yz_hours_edit_set_span (edit, YZ_HOURS_ROW_TUESDAY, 0, 570, 1020);
  yz_hours_edit_set_workday (edit, "fr");
  g_object_get (edit, "n-changes", &n_changes, "can-save", &can_save, NULL);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_true (can_save);

  yz_hours_edit_undo (edit);
  g_assert_cmpstr (yz_hours_edit_get_workday (edit), ==, "");
  yz_hours_edit_undo (edit);
  assert_value (edit, "Mo 09:30-17:00; Tu-Fr 09:00-17:00");
  yz_hours_edit_undo (edit);
  /* exactly as it was written */
  assert_value (edit, "Mo-Fr 9:00-17:00");
  g_object_get (edit, "can-undo", &can_undo, "can-redo", &can_redo, "can-save", &can_save, NULL);
  g_assert_false (can_undo || can_save);
  g_assert_true (can_redo);
  yz_hours_edit_undo (edit);

  yz_hours_edit_redo (edit);
  yz_hours_edit_redo (edit);
  yz_hours_edit_redo (edit);
  g_assert_cmpstr (yz_hours_edit_get_workday (edit), ==, "fr");
  yz_hours_edit_undo (edit);
  yz_hours_edit_clear_row (edit, YZ_HOURS_ROW_MONDAY);
  g_object_get (edit, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
  edit_end (edit);
}

static void
test_row_text (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 09:00-17:00; Jun-Sep Mo 08:00-12:00");
  g_autofree char *monday = NULL, *sunday = NULL, *holiday = NULL, *summer_tuesday = NULL;
  g_autoptr (GError) error = NULL;

  monday = yz_hours_edit_dup_row_text (edit, YZ_HOURS_ROW_MONDAY);
  sunday = yz_hours_edit_dup_row_text (edit, YZ_HOURS_ROW_SUNDAY);
  holiday = yz_hours_edit_dup_row_text (edit, YZ_HOURS_ROW_HOLIDAY);
  g_assert_cmpstr (monday, ==, "9:00-17:00");
  g_assert_cmpstr (sunday, ==, "closed");
  g_assert_cmpstr (holiday, ==, "");

  g_assert_true (yz_hours_edit_set_row_text (edit, YZ_HOURS_ROW_HOLIDAY, "9-12, 14-16 自助", &error));
  g_assert_no_error (error);
  assert_value (edit, "Mo-Fr 09:00-17:00; Jun-Sep Mo 08:00-12:00; PH 09:00-12:00, PH 14:00-16:00 open \"自助\"");
  g_assert_false (yz_hours_edit_set_row_text (edit, YZ_HOURS_ROW_MONDAY, "上午", &error));
  g_assert_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX);
  g_assert_true (yz_hours_edit_set_row_text (edit, YZ_HOURS_ROW_HOLIDAY, " ", NULL));
  assert_value (edit, "Mo-Fr 09:00-17:00; Jun-Sep Mo 08:00-12:00");

  g_object_set (edit, "season", 1, NULL);
  summer_tuesday = yz_hours_edit_dup_row_text (edit, YZ_HOURS_ROW_TUESDAY);
  g_assert_cmpstr (summer_tuesday, ==, "");
  g_assert_cmpuint (yz_hours_edit_get_row (edit, YZ_HOURS_ROW_TUESDAY)->spans->len, ==, 1);
  g_assert_true (yz_hours_edit_set_row_text (edit, YZ_HOURS_ROW_TUESDAY, "休息", NULL));
  assert_value (edit, "Mo-Fr 09:00-17:00; Jun-Sep Mo 08:00-12:00; Jun-Sep Tu off");
  edit_end (edit);
}

static guint
season_of (Fixture *fixture, const char *value)
{
  YzHoursEdit *edit = edit_new (fixture, value);
  guint season;

  g_object_get (edit, "season", &season, NULL);
  edit_end (edit);
  return season;
}

/* It is November: the season of today is shown where the year itself says nothing. */
static void
test_first_season (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (season_of (fixture, "Oct 01-Apr 30: Mo-Su 09:00-17:00; May 01-Sep 30: Mo-Su 08:00-19:00"), ==, 1);
  g_assert_cmpuint (season_of (fixture, "May 01-Sep 30: Mo-Su 08:00-19:00; Oct 01-Apr 30: Mo-Su 09:00-17:00"), ==, 2);
  g_assert_cmpuint (season_of (fixture, "Mo-Su 09:00-17:00; May 01-Sep 30: Mo-Su 08:00-19:00"), ==, 0);
}

static void
test_seasons (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 09:00-17:00; PH off");
  const YzHoursGrid *grid;
  g_autofree char *summer = NULL, *winter = NULL;
  guint season;

  yz_hours_edit_add_season (edit, 6, 1, 9, 30);
  g_object_get (edit, "season", &season, NULL);
  g_assert_cmpuint (season, ==, 1);
  g_assert_false (yz_hours_edit_row_is_own (edit, YZ_HOURS_ROW_MONDAY));
  yz_hours_edit_set_span (edit, YZ_HOURS_ROW_MONDAY, 0, 480, 1020);
  assert_value (edit, "Mo-Fr 09:00-17:00; Jun-Sep Mo 08:00-17:00; PH off");
  yz_hours_edit_set_season_dates (edit, 1, 11, 15, 3, 14);
  assert_value (edit, "Mo-Fr 09:00-17:00; Nov 15-Mar 14 Mo 08:00-17:00; PH off");

  grid = yz_hours_edit_get_grid (edit);
  winter = yz_hours_season_to_words (g_ptr_array_index (grid->seasons, 1));
  g_assert_cmpstr (winter, ==, "Winter, 11-15 to 03-14");
  yz_hours_edit_set_season_dates (edit, 1, 6, 1, 9, 30);
  grid = yz_hours_edit_get_grid (edit);
  summer = yz_hours_season_to_words (g_ptr_array_index (grid->seasons, 1));
  g_assert_cmpstr (summer, ==, "Summer, months 6–9");

  yz_hours_edit_remove_season (edit, 1);
  assert_value (edit, "Mo-Fr 09:00-17:00; PH off");
  g_object_get (edit, "season", &season, NULL);
  g_assert_cmpuint (season, ==, 0);
  edit_end (edit);
}

static void
assert_exception (YzHoursEdit *edit, guint index, const char *days, const char *when, const char *kind,
                  const char *reason)
{
  const YzHoursException *exception = g_ptr_array_index (yz_hours_edit_get_grid (edit)->exceptions, index);
  guint32 today = yz_hours_edit_get_today (edit);
  g_autofree char *found_days = yz_hours_exception_days_to_words (exception, today);
  g_autofree char *found_when = yz_hours_exception_when_to_words (exception, today);
  g_autofree char *found_reason = yz_hours_exception_dup_reason (exception);

  g_assert_cmpstr (found_days, ==, days);
  g_assert_cmpstr (found_when, ==, when);
  g_assert_cmpstr (yz_hours_exception_kind_to_words (yz_hours_exception_get_kind (exception)), ==, kind);
  g_assert_cmpstr (found_reason, ==, reason);
}

static void
add_exception (YzHoursEdit *edit, YzHoursExceptionKind kind, const char *first, const char *last, const char *times,
               const char *reason)
{
  g_autoptr (GError) error = NULL;
  YzHoursException *exception = yz_hours_exception_new_from_words (kind, first, last, times, reason, &error);

  g_assert_no_error (error);
  yz_hours_edit_set_exception (edit, G_MAXUINT, exception);
}

static void
test_exceptions (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 09:00-18:00");
  g_autoptr (GError) error = NULL;

  add_exception (edit, YZ_HOURS_EXCEPTION_CLOSED, "2026-12-31", "2027-01-03", "", "年终盘点");
  add_exception (edit, YZ_HOURS_EXCEPTION_SELF_SERVICE, "2026-11-30", "", "", "员工培训，柜台无人");
  add_exception (edit, YZ_HOURS_EXCEPTION_CLOSED, "2026-11-24", "", "13:30-18:00", "供电检修");
  add_exception (edit, YZ_HOURS_EXCEPTION_SELF_SERVICE, "2027-02-05", "2027-02-11", "9-12", "");
  assert_value (edit, "Mo-Fr 09:00-18:00; 2026 Nov 24 13:30-18:00 off \"供电检修\"; "
                      "2026 Nov 30 open \"自助，员工培训，柜台无人\"; "
                      "2026 Dec 31-2027 Jan 03 off \"年终盘点\"; 2027 Feb 05-11 09:00-12:00 open \"自助\"");
  assert_exception (edit, 0, "11-24 13:30–18:00", "Tuesday · in 4 days", "Closed", "供电检修");
  assert_exception (edit, 1, "11-30", "Monday · in 10 days", "Self-service only", "员工培训，柜台无人");
  assert_exception (edit, 2, "12-31 to 2027-01-03", "4 days · in 41 days", "Closed", "年终盘点");
  assert_exception (edit, 3, "2027-02-05 to 02-11 9:00–12:00", "7 days · in 77 days", "Self-service only", "");

  yz_hours_edit_remove_exception (edit, 3);
  yz_hours_edit_set_exception (edit, 1,
                               yz_hours_exception_new_from_words (YZ_HOURS_EXCEPTION_UNKNOWN, "2026-11-30", NULL, "",
                                                                  "", NULL));
  yz_hours_edit_remove_exception (edit, 2);
  assert_value (edit, "Mo-Fr 09:00-18:00; 2026 Nov 24 13:30-18:00 off \"供电检修\"; 2026 Nov 30 unknown");

  g_assert_null (yz_hours_exception_new_from_words (YZ_HOURS_EXCEPTION_CLOSED, "2026-11-31", "", "", "", &error));
  g_assert_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX);
  g_assert_null (yz_hours_exception_new_from_words (YZ_HOURS_EXCEPTION_CLOSED, "2026-11-30", "2026-11-29", "", "",
                                                    NULL));
  g_assert_null (yz_hours_exception_new_from_words (YZ_HOURS_EXCEPTION_CLOSED, "2026-11-30", "", "noon", "", NULL));
  edit_end (edit);
}

static void
test_exception_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHolidays) holidays = yz_holidays_load (yz_session_get_store (fixture->session), NULL, NULL);
  YzHoursEdit *edit = yz_hours_edit_new (fixture->session, holidays, fixture->first);
  g_autofree char *ordinary = NULL, *national_day = NULL;

  add_exception (edit, YZ_HOURS_EXCEPTION_CLOSED, "2026-09-01", "2026-09-03", "", "");
  add_exception (edit, YZ_HOURS_EXCEPTION_CLOSED, "2026-09-30", "2026-10-02", "", "");
  ordinary = yz_hours_edit_dup_exception_note (edit, 0);
  national_day = yz_hours_edit_dup_exception_note (edit, 1);
  g_assert_null (ordinary);
  g_assert_nonnull (national_day);
  g_assert_true (g_str_has_prefix (national_day, "includes National Day"));
  edit_end (edit);
}

static const YzHoursFinding *
get_finding (YzHoursEdit *edit, guint n_findings, guint index)
{
  GPtrArray *findings = yz_hours_edit_get_findings (edit);

  g_assert_cmpuint (findings->len, ==, n_findings);
  return g_ptr_array_index (findings, index);
}

static const char *
get_offer (const YzHoursFinding *finding, guint index)
{
  return ((const YzHoursRemedyOffer *) g_ptr_array_index (finding->offers, index))->label;
}

static void
test_overlap (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Th 08:30-12:30,14:00-18:00; PH off");
  const YzHoursFinding *finding;
  gboolean can_save;

  yz_hours_edit_set_span (edit, YZ_HOURS_ROW_THURSDAY, 1, 720, 1080);
  finding = get_finding (edit, 1, 0);
  g_assert_cmpint (finding->kind, ==, YZ_HOURS_NOTE_ERROR);
  g_assert_cmpint (finding->row, ==, YZ_HOURS_ROW_THURSDAY);
  g_assert_cmpint (finding->span, ==, 0);
  g_assert_cmpstr (finding->message, ==, "Thursday: two spans overlap by 30 minutes (12:00–12:30).");
  g_assert_cmpstr (get_offer (finding, 0), ==, "Merge to 8:30–18:00");
  g_assert_cmpstr (get_offer (finding, 1), ==, "Begin the second at 12:30");
  g_object_get (edit, "can-save", &can_save, NULL);
  g_assert_false (can_save);

  yz_hours_edit_apply_remedy (edit, finding, YZ_HOURS_REMEDY_MERGE);
  assert_value (edit, "Th 08:30-18:00; PH off");
  yz_hours_edit_undo (edit);
  yz_hours_edit_apply_remedy (edit, get_finding (edit, 1, 0), YZ_HOURS_REMEDY_SHIFT);
  assert_value (edit, "Th 08:30-12:30,12:30-18:00; PH off");
  g_object_get (edit, "can-save", &can_save, NULL);
  g_assert_true (can_save);
  edit_end (edit);
}

/* The remedy says in the grid what the hours before it meant. */
static void
test_night (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Fr 20:00-02:00; Sa 10:00-12:00; PH off");
  const YzHoursFinding *finding = get_finding (edit, 1, 0);

  g_assert_cmpint (finding->row, ==, YZ_HOURS_ROW_FRIDAY);
  g_assert_cmpstr (finding->message, ==, "Friday: the night ends at midnight, because Saturday has hours of its own.");
  yz_hours_edit_apply_remedy (edit, finding, YZ_HOURS_REMEDY_SPLIT_NIGHT);
  assert_value (edit, "Fr 20:00-24:00; Sa 00:00-02:00,10:00-12:00; PH off");
  g_assert_cmpuint (yz_hours_edit_get_findings (edit)->len, ==, 0);

  yz_hours_edit_set_text (edit, "Fr-Sa 20:00-02:00; PH off");
  g_assert_cmpuint (yz_hours_edit_get_findings (edit)->len, ==, 0);
  edit_end (edit);
}

static void
test_left_unsaid (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 09:00-18:00; Su 10:00-12:00");

  yz_hours_edit_apply_remedy (edit, get_finding (edit, 1, 0), YZ_HOURS_REMEDY_HOLIDAY_SUNDAY);
  assert_value (edit, "Mo-Fr 09:00-18:00; Su 10:00-12:00; PH 10:00-12:00");
  yz_hours_edit_undo (edit);
  yz_hours_edit_apply_remedy (edit, get_finding (edit, 1, 0), YZ_HOURS_REMEDY_HOLIDAY_CLOSED);
  assert_value (edit, "Mo-Fr 09:00-18:00; Su 10:00-12:00; PH off");

  yz_hours_edit_add_season (edit, 11, 1, 3, 31);
  g_assert_cmpstr (get_finding (edit, 1, 0)->message, ==, "“Winter, months 11–3” has no hours of its own yet.");
  yz_hours_edit_apply_remedy (edit, get_finding (edit, 1, 0), YZ_HOURS_REMEDY_COPY_YEAR);
  g_assert_true (yz_hours_edit_row_is_own (edit, YZ_HOURS_ROW_SATURDAY));
  yz_hours_edit_undo (edit);
  yz_hours_edit_apply_remedy (edit, get_finding (edit, 1, 0), YZ_HOURS_REMEDY_REMOVE_SEASON);
  assert_value (edit, "Mo-Fr 09:00-18:00; Su 10:00-12:00; PH off");

  yz_hours_edit_set_text (edit, "off");
  g_assert_cmpstr (get_finding (edit, 1, 0)->message, ==, "No day has hours: always closed.");
  yz_hours_edit_set_text (edit, "24/7");
  g_assert_cmpuint (yz_hours_edit_get_findings (edit)->len, ==, 0);
  edit_end (edit);
}

/* What no grid shows is kept to the byte, also through saving something else. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "week 1-53/2 Mo  8:00-12:00");
  const YzHoursFinding *finding;
  g_autofree char *why_not = NULL;
  gboolean can_save;

  g_assert_null (yz_hours_edit_get_grid (edit));
  g_object_get (edit, "why-not", &why_not, NULL);
  g_assert_nonnull (why_not);
  yz_hours_edit_set_workday (edit, "mo");
  assert_value (edit, "week 1-53/2 Mo  8:00-12:00");

  yz_hours_edit_set_text (edit, "Mo-Fr 09:00-17:00;\nSa 25:99");
  assert_value (edit, "Mo-Fr 09:00-17:00; Sa 25:99");
  finding = get_finding (edit, yz_hours_edit_get_findings (edit)->len, 0);
  g_assert_cmpint (finding->kind, ==, YZ_HOURS_NOTE_ERROR);
  g_assert_cmpuint (finding->start, >, 10);
  g_object_get (edit, "can-save", &can_save, NULL);
  g_assert_false (can_save);

  yz_hours_edit_set_text (edit, "Mo-Fr 9:00-17:00; PH off");
  assert_value (edit, "Mo-Fr 9:00-17:00; PH off");
  g_assert_nonnull (yz_hours_edit_get_grid (edit));
  yz_hours_edit_clear (edit);
  assert_value (edit, "");
  edit_end (edit);
}

static void
test_templates (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, NULL);
  guint n_templates;

  yz_hours_edit_get_templates (&n_templates);
  for (guint i = 0; i < n_templates; i++)
    {
      yz_hours_edit_apply_template (edit, i);
      g_assert_nonnull (yz_hours_edit_get_grid (edit));
      g_assert_cmpuint (yz_hours_edit_get_findings (edit)->len, ==, 0);
    }
  yz_record_set_text (fixture->second, "hours", "sunrise-sunset");
  yz_record_set_text (fixture->second, "workday_hours", "th");
  yz_hours_edit_copy_from (edit, fixture->second);
  assert_value (edit, "sunrise-sunset");
  g_assert_cmpstr (yz_hours_edit_get_workday (edit), ==, "th");
  edit_end (edit);
}

static void
test_recognise (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "24/7");
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_hours_edit_recognise (edit, "周一至周五 8:30-12:00,13:00-17:30", &error));
  g_assert_no_error (error);
  assert_value (edit, "24/7");
  g_assert_cmpstr (yz_hours_edit_get_recognised (edit), ==, "Mo-Fr 08:30-12:00,13:00-17:30");
  yz_hours_edit_accept_recognised (edit);
  assert_value (edit, "Mo-Fr 08:30-12:00,13:00-17:30");

  g_assert_false (yz_hours_edit_recognise (edit, "大概上午开", &error));
  g_assert_nonnull (error);
  g_assert_null (yz_hours_edit_get_recognised (edit));
  yz_hours_edit_accept_recognised (edit);
  assert_value (edit, "Mo-Fr 08:30-12:00,13:00-17:30");
  edit_end (edit);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (yz_draft_save_finish (YZ_DRAFT (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
test_save_and_recover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzHoursEdit) again = NULL;
  g_autoptr (YzRecord) saved = NULL;
  gboolean done = FALSE;

  {
    g_autoptr (YzHoursEdit) edit = yz_hours_edit_new (fixture->session, NULL, fixture->first);

    yz_hours_edit_apply_template (edit, 0);
    yz_hours_edit_set_workday (edit, "mo");
  }

  /* the first was dropped as a crash drops it */
  again = yz_hours_edit_new (fixture->session, NULL, fixture->first);
  assert_value (again, "Mo-Fr 09:00-12:00,14:00-18:00; PH off");
  g_assert_cmpstr (yz_hours_edit_get_workday (again), ==, "mo");
  yz_draft_save_async (yz_hours_edit_get_draft (again), on_saved, &done);
  yz_test_wait (&done);
  saved = fixture_reload (fixture, fixture->first);
  g_assert_cmpstr (yz_record_get_text (saved, "hours"), ==, "Mo-Fr 09:00-12:00,14:00-18:00; PH off");
  g_assert_cmpstr (yz_record_get_text (saved, "workday_hours"), ==, "mo");
  g_assert_cmpuint (yz_session_get_undo_action (fixture->session)->n_changes, ==, 1);
}

static void
set_hours (Fixture *fixture, YzRecord **station, const char *value)
{
  g_autoptr (YzRecord) after = yz_record_copy (*station);
  YzEdit *edit = yz_edit_new ("Edit");

  yz_record_set_text (after, "hours", value);
  yz_edit_update (edit, *station, after);
  fixture_apply (fixture, edit);
  g_clear_object (station);
  *station = fixture_reload (fixture, after);
}

typedef struct
{
  YzHoursEdit *edit;
  GError *error;
  gboolean done;
} Opened;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Opened *opened = data;

  opened->edit = yz_hours_edit_open_finish (YZ_SESSION (source), result, &opened->error);
  opened->done = TRUE;
}

static YzHoursEdit *
open_edit (Fixture *fixture, const char *const *ids, GError **error)
{
  Opened opened = { 0 };

  yz_hours_edit_open_async (fixture->session, NULL, ids, NULL, on_opened, &opened);
  yz_test_wait (&opened.done);
  if (opened.error != NULL)
    g_propagate_error (error, opened.error);
  return opened.edit;
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { yz_record_get_id (fixture->first), yz_record_get_id (fixture->second), NULL };
  g_autofree char *first_id = g_strdup (ids[0]), *second_id = g_strdup (ids[1]);
  const char *own_ids[] = { first_id, second_id, NULL };
  g_autoptr (YzHoursEdit) alike = NULL, different = NULL;
  guint n_stations;

  set_hours (fixture, &fixture->first, "24/7");
  set_hours (fixture, &fixture->second, "24/7");
  alike = open_edit (fixture, own_ids, NULL);
  assert_value (alike, "24/7");
  g_object_get (alike, "n-stations", &n_stations, NULL);
  g_assert_cmpuint (n_stations, ==, 2);

  set_hours (fixture, &fixture->second, "Mo 08:00-12:00");
  different = open_edit (fixture, own_ids, NULL);
  assert_value (different, "");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "nobody", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_edit (fixture, ids, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
}

/* Whoever opens another workspace meanwhile does not edit the hours of this one. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { yz_record_get_id (fixture->first), NULL };
  Opened opened = { 0 };

  yz_hours_edit_open_async (fixture->session, NULL, ids, NULL, on_opened, &opened);
  g_assert_true (yz_session_close (fixture->session, NULL));
  yz_test_wait (&opened.done);
  g_assert_null (opened.edit);
  g_assert_nonnull (opened.error);
  g_clear_error (&opened.error);
}

/* Exceptions have a list; the sentence tells the week and what holds when work is shifted. */
static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 09:00-12:00; 2026 Nov 24 off \"检修\"");
  g_autofree char *chinese = NULL, *english = NULL;

  yz_hours_edit_set_workday (edit, "fr");
  g_object_get (edit, "chinese", &chinese, "english", &english, NULL);
  g_assert_cmpstr (chinese, ==, "周一至周五 09:00–12:00；调休上班日同周五");
  g_assert_cmpstr (english, ==, "Mon–Fri 09:00–12:00; shifted workdays as Fri");
  edit_end (edit);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit =
    edit_new (fixture, "Mo-Fr 09:00-12:00, Mo-Fr 18:00-22:00 open \"自助\"; 2026 Nov 24 18:00-22:00 off \"检修\"");
  g_autoptr (GPtrArray) days = yz_hours_edit_describe_days (edit, 5);
  static const YzHoursDayLine expected[] = {
    { "Today", "Friday", "9:00–12:00, 18:00–22:00 self-service", YZ_STATION_LOOK_OPEN },
    { "Tomorrow", "Saturday", "closed", YZ_STATION_LOOK_CLOSED },
    { "11-22", "Sunday", "closed", YZ_STATION_LOOK_CLOSED },
    { "11-23", "Monday", "9:00–12:00, 18:00–22:00 self-service", YZ_STATION_LOOK_OPEN },
    { "11-24", "Tuesday", "9:00–12:00 · 检修", YZ_STATION_LOOK_PAUSED },
  };

  g_assert_cmpuint (days->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < days->len; i++)
    {
      const YzHoursDayLine *line = g_ptr_array_index (days, i);

      g_assert_cmpstr (line->day, ==, expected[i].day);
      g_assert_cmpstr (line->weekday, ==, expected[i].weekday);
      g_assert_cmpstr (line->text, ==, expected[i].text);
      g_assert_cmpint (line->look, ==, expected[i].look);
    }
  edit_end (edit);
}

/* Whatever is done, undo leads back to the first value and redo to the last, and the text reads back as the grid. */
static void
test_any_way_and_back (Fixture *fixture, gconstpointer data)
{
  YzHoursEdit *edit = edit_new (fixture, "Mo-Fr 09:00-17:00; PH off");
  g_autoptr (GRand) random = g_rand_new_with_seed (20261120);
  g_autofree char *last = NULL;
  gboolean can;

  for (guint i = 0; i < 300; i++)
    {
      YzHoursRow row = g_rand_int_range (random, 0, YZ_HOURS_N_ROWS);
      guint n_spans = yz_hours_edit_get_row (edit, row)->spans->len;
      int start = g_rand_int_range (random, 0, 96) * 15, end = start + g_rand_int_range (random, 1, 40) * 15;

      switch (g_rand_int_range (random, 0, 8))
        {
        case 0:
          yz_hours_edit_add_span (edit, row, start, end);
          break;
        case 1:
          if (n_spans > 0)
            yz_hours_edit_set_span (edit, row, g_rand_int_range (random, 0, n_spans), start, end);
          break;
        case 2:
          if (n_spans > 0)
            yz_hours_edit_split_span (edit, row, g_rand_int_range (random, 0, n_spans));
          break;
        case 3:
          if (n_spans > 0)
            yz_hours_edit_remove_span (edit, row, g_rand_int_range (random, 0, n_spans));
          break;
        case 4:
          yz_hours_edit_copy_row (edit, row, g_rand_int_range (random, 0, 256));
          break;
        case 5:
          g_object_set (edit, "brush", g_rand_int_range (random, 0, YZ_HOURS_N_BRUSHES), NULL);
          break;
        case 6:
          yz_hours_edit_clear_row (edit, row);
          break;
        default:
          yz_hours_edit_set_round_the_clock (edit, row, TRUE);
        }
      g_assert_nonnull (yz_hours_edit_get_hours (edit));
    }
  last = g_strdup (yz_hours_edit_get_value (edit));
  for (g_object_get (edit, "can-undo", &can, NULL); can; g_object_get (edit, "can-undo", &can, NULL))
    yz_hours_edit_undo (edit);
  assert_value (edit, "Mo-Fr 09:00-17:00; PH off");
  for (g_object_get (edit, "can-redo", &can, NULL); can; g_object_get (edit, "can-redo", &can, NULL))
    yz_hours_edit_redo (edit);
  assert_value (edit, last);
  edit_end (edit);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/hours-edit/bars", test_bars);
  fixture_add ("/session/hours-edit/split", test_split);
  fixture_add ("/session/hours-edit/undo", test_undo);
  fixture_add ("/session/hours-edit/row-text", test_row_text);
  fixture_add ("/session/hours-edit/first-season", test_first_season);
  fixture_add ("/session/hours-edit/seasons", test_seasons);
  fixture_add ("/session/hours-edit/exceptions", test_exceptions);
  fixture_add ("/session/hours-edit/exception-note", test_exception_note);
  fixture_add ("/session/hours-edit/overlap", test_overlap);
  fixture_add ("/session/hours-edit/night", test_night);
  fixture_add ("/session/hours-edit/left-unsaid", test_left_unsaid);
  fixture_add ("/session/hours-edit/text", test_text);
  fixture_add ("/session/hours-edit/templates", test_templates);
  fixture_add ("/session/hours-edit/recognise", test_recognise);
  fixture_add ("/session/hours-edit/save-and-recover", test_save_and_recover);
  fixture_add ("/session/hours-edit/several", test_several);
  fixture_add ("/session/hours-edit/unknown", test_unknown);
  fixture_add ("/session/hours-edit/left", test_left);
  fixture_add ("/session/hours-edit/sentence", test_sentence);
  fixture_add ("/session/hours-edit/days", test_days);
  fixture_add ("/session/hours-edit/any-way-and-back", test_any_way_and_back);
  return g_test_run ();
}

/* A station's file is in the language of its page, whatever the screen speaks: this test runs once for each. */
#include "config.h"

#include "session-fixture.h"

#include "yz-guide-source.h"
#include "yz-locale.h"

static void
change (Fixture *fixture, const char *field, const char *text)
{
  YzEdit *edit = yz_edit_new ("Edit");
  g_autoptr (YzRecord) before = fixture_reload (fixture, fixture->first);
  g_autoptr (YzRecord) after = yz_record_copy (before);
  g_autoptr (GError) error = NULL;

  yz_record_parse (after, field, text, &error);
  g_assert_no_error (error);
  yz_edit_update (edit, before, after);
  fixture_apply (fixture, edit);
}

static YzGuideContent *
load (Fixture *fixture, YzPrintLanguage language)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (GError) error = NULL;
  YzGuideContent *content;

  change (fixture, "hours", "Mo-Fr 08:30-18:00");
  change (fixture, "smart", "1");
  change (fixture, "state", "paused");
  change (fixture, "area", "45.5");
  change (fixture, "services", "water;meal:paused");
  choice->language = language;
  choice->with_files = TRUE;
  content = yz_guide_source_load (yz_session_get_store (fixture->session), choice, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static const YzGuideStation *
find (const YzGuideContent *content, YzRecord *record)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (g_str_equal (station->id, yz_record_get_id (record)))
        return station;
    }
  g_assert_not_reached ();
}

static void
assert_fact (const YzGuideStation *station, const char *title, const char *value)
{
  for (guint i = 0; i < station->facts->len; i++)
    {
      const YzGuideFact *fact = g_ptr_array_index (station->facts, i);
      g_autofree char *plain = yz_print_dup_plain (fact->title), *words = yz_print_dup_plain (fact->value);

      if (!g_str_equal (plain, title))
        continue;
      g_assert_cmpstr (words, ==, value);
      return;
    }
  g_test_fail_printf ("the file has no “%s”", title);
}

static void
assert_past (const YzGuideStation *station, const char *what, const char *after)
{
  for (guint i = 0; i < station->history->len; i++)
    {
      const YzGuidePast *past = g_ptr_array_index (station->history, i);

      if (g_str_equal (past->what, what) && g_strcmp0 (past->after, after) == 0)
        return;
    }
  g_test_fail_printf ("the history does not say that “%s” became “%s”", what, after);
}

static void
test_chinese (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideContent) content = load (fixture, YZ_PRINT_CHINESE);
  const YzGuideStation *station = find (content, fixture->first);

  assert_fact (station, "开放时间", "周一至周五 08:30–18:00");
  assert_fact (station, "智能驿站", "是");
  assert_fact (station, "状态", "暂停");
  assert_fact (station, "面积", "45.5 m²");
  assert_past (station, "开放时间", "周一至周五 08:30–18:00");
  assert_past (station, "状态", "暂停");
}

static void
test_english (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideContent) content = load (fixture, YZ_PRINT_ENGLISH);
  const YzGuideStation *station = find (content, fixture->first);

  assert_fact (station, "Opening hours", "Mon–Fri 08:30–18:00");
  assert_fact (station, "Smart station", "yes");
  assert_fact (station, "State", "Paused");
  assert_fact (station, "Floor area", "45.5 m²");
  assert_past (station, "State", "Paused");
}

/* Chinese leads, and has English beside it. */
static void
test_both (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideContent) content = load (fixture, YZ_PRINT_BOTH);
  const YzGuideStation *station = find (content, fixture->first);

  assert_fact (station, "状态 / State", "暂停 / Paused");
}

int
main (int argc, char *argv[])
{
  yz_locale_init ();
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/guide-files/chinese", test_chinese);
  fixture_add ("/guide-files/english", test_english);
  fixture_add ("/guide-files/both", test_both);
  return g_test_run ();
}

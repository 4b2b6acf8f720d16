/* An import as the user goes through it: kinds, headings that were mistaken, several files, decisions, undo. */
#include "session-fixture.h"

#include "yz-import.h"

static gboolean
is_ready (gpointer data)
{
  g_autoptr (YzJob) job = NULL;

  g_object_get (data, "job", &job, NULL);
  return job == NULL;
}

static void
wait (YzImport *import)
{
  yz_test_wait_until (is_ready, import);
}

static int
get_stage (YzImport *import)
{
  int stage;

  g_object_get (import, "stage", &stage, NULL);
  return stage;
}

static char *
get_text (YzImport *import, const char *property)
{
  char *text;

  g_object_get (import, property, &text, NULL);
  return text;
}

static char *
write_list (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static gint64
count (Fixture *fixture, const YzKind *kind)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  return yz_store_count (yz_session_get_store (fixture->session), query, NULL);
}

static gboolean
has_new_rows (gpointer data)
{
  return is_ready (data) && yz_import_count (data, YZ_IMPORT_NEW) > 0;
}

/* What was written by then is new again. */
static void
undo (Fixture *fixture, YzImport *import)
{
  yz_session_undo (fixture->session);
  yz_test_wait_until (has_new_rows, import);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autoptr (GPtrArray) kinds = yz_import_list_kinds ();

  g_assert_true (g_ptr_array_find (kinds, &yz_station_kind, NULL));
  g_assert_true (g_ptr_array_find (kinds, &yz_person_kind, NULL));
  g_assert_false (g_ptr_array_find (kinds, &yz_import_layout_kind, NULL));
  g_assert_false (g_ptr_array_find (kinds, &yz_disclosure_kind, NULL));

  yz_import_read_text (import, "姓名\t职务\t驿站\t手机\n周敏\t站长\t石鼓驿站\t13812345678\n李岩\t律师\t没有的站\t\n");
  wait (import);
  yz_import_set_kind (import, &yz_person_kind);
  wait (import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_NEW), ==, 2);
  yz_import_apply (import);
  wait (import);
  g_assert_cmpint (get_stage (import), ==, YZ_IMPORT_STAGE_DONE);
  g_assert_cmpint (count (fixture, &yz_person_kind), ==, 2);
  g_assert_cmpint (count (fixture, &yz_station_kind), ==, 2);
}

/* A note over the headings that has the look of headings itself. */
#define MISLEADING "名称,地址,联系电话\n甲,乙,丙\n单位名,在哪里,打给谁\n晴川驿站,晴川路1号,0371-60000001\n"

static void
test_heading_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *path = write_list (fixture, "list.csv", MISLEADING);
  const char *const paths[] = { path, NULL };

  yz_import_read_files (import, paths);
  wait (import);
  g_assert_cmpuint (yz_import_get_heading_row (import), ==, 1);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_NEW), ==, 3);

  yz_import_set_heading_row (import, 3);
  wait (import);
  g_assert_cmpuint (yz_import_get_heading_row (import), ==, 3);
  g_assert_cmpstr (yz_import_get_heading (import, 1), ==, "在哪里");
  for (guint i = 0; i < yz_import_get_targets (import)->len; i++)
    {
      const YzImportTarget *target = g_ptr_array_index (yz_import_get_targets (import), i);

      if (g_str_equal (target->name, "name"))
        yz_import_set_target (import, 0, i);
    }
  wait (import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_NEW), ==, 1);
  yz_import_apply (import);
  wait (import);
  g_assert_cmpint (count (fixture, &yz_station_kind), ==, 3);

  /* and the next list of this layout is read so at once */
  yz_import_read_files (import, paths);
  wait (import);
  g_assert_cmpuint (yz_import_get_heading_row (import), ==, 3);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_SAME), ==, 1);
}

static void
test_no_such_heading_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *error = NULL;

  yz_import_read_text (import, "名称\t地址\n晴川驿站\t晴川路1号\n");
  wait (import);
  yz_import_set_heading_row (import, 99);
  wait (import);
  error = get_text (import, "error");
  g_assert_nonnull (error);
  g_assert_cmpuint (yz_import_get_heading_row (import), ==, 1);
}

static void
test_several_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *first = write_list (fixture, "1.csv", "名称,地址\n甲站,甲路1号\n");
  g_autofree char *broken = write_list (fixture, "2.csv", "");
  g_autofree char *third = write_list (fixture, "3.csv", "名称,地址\n乙站,乙路2号\n丙站,丙路3号\n");
  const char *const paths[] = { first, broken, third, NULL };
  g_autofree char *queue = NULL, *error = NULL, *summary = NULL;

  yz_import_read_files (import, paths);
  wait (import);
  queue = get_text (import, "queue");
  g_assert_nonnull (strstr (queue, "1.csv"));
  yz_import_apply (import);
  wait (import);
  wait (import);

  /* what is wrong with the second one stops nothing */
  error = get_text (import, "error");
  g_assert_nonnull (error);
  g_assert_cmpint (get_stage (import), ==, YZ_IMPORT_STAGE_SOURCE);
  yz_import_skip_file (import);
  wait (import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_NEW), ==, 2);
  yz_import_apply (import);
  wait (import);
  g_assert_cmpint (get_stage (import), ==, YZ_IMPORT_STAGE_DONE);
  summary = get_text (import, "summary");
  g_assert_nonnull (strstr (summary, "2 files: 3 new"));
  g_assert_cmpint (count (fixture, &yz_station_kind), ==, 5);
}

/* The first file is taken back while the second is looked at. */
static void
test_preview_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *first = write_list (fixture, "1.csv", "名称,地址\n甲站,甲路1号\n");
  g_autofree char *second = write_list (fixture, "2.csv", "名称,地址\n甲站,甲路1号\n");
  const char *const paths[] = { first, second, NULL };

  yz_import_read_files (import, paths);
  wait (import);
  yz_import_apply (import);
  wait (import);
  wait (import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_SAME), ==, 1);
  undo (fixture, import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_NEW), ==, 1);
}

static gboolean
is_previewed (gpointer data)
{
  return is_ready (data) && get_stage (data) == YZ_IMPORT_STAGE_PREVIEW;
}

static void
note_saved (YzImport *import, gboolean *saved)
{
  *saved = TRUE;
}

static void
test_undo_shows_the_preview_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *report = g_build_filename (fixture->folder, "report.csv", NULL);
  gboolean saved = FALSE;

  yz_import_read_text (import, "名称\t面积\n甲站\t12\n乙站\t很大\n");
  wait (import);
  yz_import_apply (import);
  wait (import);
  g_assert_cmpint (get_stage (import), ==, YZ_IMPORT_STAGE_DONE);
  g_signal_connect (import, "report-saved", G_CALLBACK (note_saved), &saved);
  yz_import_save_report (import, report);
  yz_test_wait (&saved);
  g_assert_true (g_file_test (report, G_FILE_TEST_EXISTS));

  undo (fixture, import);
  yz_test_wait_until (is_previewed, import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_NEW), ==, 1);
}

/* Who cancels is told that nothing was written, and may go on; or it was too late, and everything is there. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autoptr (YzJob) job = NULL;
  g_autofree char *told = NULL;
  gint64 before = count (fixture, &yz_station_kind);

  yz_import_read_text (import, "名称\t面积\n甲站\t12\n乙站\t15\n");
  wait (import);
  yz_import_apply (import);
  g_object_get (import, "job", &job, NULL);
  yz_job_cancel (job);
  wait (import);
  if (get_stage (import) == YZ_IMPORT_STAGE_PREVIEW)
    {
      told = get_text (import, "error");
      g_assert_cmpstr (told, ==, "The import was cancelled. Nothing of this list was written.");
      g_assert_cmpint (count (fixture, &yz_station_kind), ==, before);
      yz_import_apply (import);
      wait (import);
    }
  g_assert_cmpint (get_stage (import), ==, YZ_IMPORT_STAGE_DONE);
  g_assert_cmpint (count (fixture, &yz_station_kind), ==, before + 2);
}

#define PAIR "名称\t地址\n拾光暖心驿站\t光明路12号商场一楼\n抬光暖心驿站\t光明路12号商场一楼\n"

static void
test_decisions_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *summary = NULL;
  guint n_written;

  yz_import_read_text (import, PAIR);
  wait (import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_DUPLICATE), ==, 1);
  yz_import_decide (import, 1, YZ_IMPORT_SEPARATE);
  /* judged anew */
  g_object_set (import, "clear-empty", TRUE, NULL);
  wait (import);
  g_object_get (import, "n-written", &n_written, NULL);
  g_assert_cmpuint (n_written, ==, 2);
  yz_import_apply (import);
  wait (import);
  summary = get_text (import, "summary");
  g_assert_nonnull (strstr (summary, "2 new"));

  /* told apart once, they are not asked about again */
  yz_import_read_text (import, PAIR);
  wait (import);
  g_assert_cmpuint (yz_import_count (import, YZ_IMPORT_SAME), ==, 2);
}

static guint
get_number (YzImport *import, const char *property)
{
  guint number;

  g_object_get (import, property, &number, NULL);
  return number;
}

static void
test_one_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzImport) import = yz_import_new (fixture->session);
  g_autofree char *before = NULL, *after = NULL;

  yz_import_read_text (import, PAIR "拾光曖心驿站\t光明路12号商场一楼\n拾光暖心驿栈\t光明路12号商场一楼\n");
  wait (import);
  g_assert_cmpuint (get_number (import, "n-undecided"), ==, 3);
  yz_import_decide (import, 1, YZ_IMPORT_SKIP);
  before = get_text (import, "summary");
  g_assert_nonnull (strstr (before, "2 to be decided, 1 rows are not written"));

  yz_import_decide_rest (import, YZ_IMPORT_SEPARATE);
  g_assert_cmpuint (get_number (import, "n-undecided"), ==, 0);
  g_assert_cmpuint (get_number (import, "n-together"), ==, 2);
  g_assert_cmpuint (get_number (import, "n-written"), ==, 3);
  /* judged anew */
  g_object_set (import, "clear-empty", TRUE, NULL);
  wait (import);
  g_assert_cmpuint (get_number (import, "n-written"), ==, 3);

  yz_import_take_back_rest (import);
  g_assert_cmpuint (get_number (import, "n-undecided"), ==, 2);
  g_assert_cmpuint (get_number (import, "n-together"), ==, 0);
  after = get_text (import, "summary");
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/session/import/kinds", test_kinds);
  fixture_add ("/session/import/heading-row", test_heading_row);
  fixture_add ("/session/import/no-such-heading-row", test_no_such_heading_row);
  fixture_add ("/session/import/several-files", test_several_files);
  fixture_add ("/session/import/preview-follows", test_preview_follows);
  fixture_add ("/session/import/undo-shows-the-preview-again", test_undo_shows_the_preview_again);
  fixture_add ("/session/import/cancel", test_cancel);
  fixture_add ("/session/import/decisions-stay", test_decisions_stay);
  fixture_add ("/session/import/one-answer", test_one_answer);
  return g_test_run ();
}

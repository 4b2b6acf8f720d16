/* The page for telephones, opened in a browser without a network: its search, and what is open when. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-html-edition.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
add_closure (YzGuideStation *station)
{
  YzGuideClosure *closure = g_new0 (YzGuideClosure, 1);

  closure->first = g_strdup ("2026-03-02");
  closure->last = g_strdup ("2026-03-05");
  closure->text = g_strdup ("repairs");
  g_ptr_array_add (station->closures, closure);
}

static void
set_up (Fixture *fixture, YzPrintLanguage language)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (language, 12, 3, FALSE);
  YzGuideStation *station = g_ptr_array_index (content->stations, 2); /* every day 09:00–17:00 */
  YzGuideDay *day = g_new0 (YzGuideDay, 1);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < content->stations->len; i++)
    g_ptr_array_set_size (((YzGuideStation *) g_ptr_array_index (content->stations, i))->days, 0);
  day->date = g_strdup ("2026-02-17");
  day->bars = g_array_new (FALSE, FALSE, sizeof (YzHoursBar));
  g_ptr_array_add (station->days, day);
  add_closure (station);
  for (guint i = 1; i < content->stations->len; i += 6) /* 石桥驿站 */
    {
      station = g_ptr_array_index (content->stations, i);
      station->initials = g_strdup ("s q y z");
    }
  station = g_ptr_array_index (content->stations, 2);
  g_free (station->name);
  station->name = g_strdup ("<b>如意</b> & “引号” 驿站");
  fixture->folder = g_dir_make_tmp ("yizhan-html-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "guide.html", NULL);
  file = g_file_new_for_path (fixture->path);
  yz_html_edition_write (content, file, NULL, &error);
  g_assert_no_error (error);
}

/* With YIZHAN_SHOTS the page is left there, to be looked at. */
static void
tear_down (Fixture *fixture)
{
  const char *folder = g_getenv ("YIZHAN_SHOTS");
  g_autofree char *kept = folder != NULL ? g_build_filename (folder, "guide.html", NULL) : NULL;

  if (kept == NULL || g_rename (fixture->path, kept) != 0)
    g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What is at @address after its script has run. @option: (nullable): another one for the browser. */
static char *
open_address (Fixture *fixture, const char *address, const char *option)
{
  g_autofree char *browser = g_find_program_in_path ("chromium");
  g_autofree char *profile = g_strconcat ("--user-data-dir=", fixture->folder, "/profile", NULL);
  const char *argv[] = { browser,
                         "--headless",
                         "--no-sandbox",
                         "--disable-gpu",
                         "--disable-dev-shm-usage",
                         profile,
                         "--allow-file-access-from-files",
                         "--dump-dom",
                         address,
                         option,
                         NULL };
  g_autofree char *rm = g_strconcat (fixture->folder, "/profile", NULL);
  const char *clean[] = { "rm", "-rf", rm, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  if (browser == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) clean, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return output;
}

static char *
open_page (Fixture *fixture, const char *asked)
{
  g_autofree char *address = g_strconcat ("file://", fixture->path, "#", asked, NULL);

  return open_address (fixture, address, NULL);
}

/* What stands in the element of that id. */
static char *
get_element (const char *page, const char *id)
{
  g_autofree char *mark = g_strdup_printf ("id=\"%s\"", id);
  const char *start = strstr (page, mark), *end;

  g_assert_nonnull (start);
  start = strchr (start, '>') + 1;
  end = strchr (start, '<');
  return g_strndup (start, end - start);
}

static void
check_count (Fixture *fixture, const char *asked, const char *wanted)
{
  g_autofree char *page = open_page (fixture, asked), *count = NULL;

  if (page == NULL)
    {
      g_test_skip ("chromium is not installed");
      return;
    }
  count = get_element (page, "count");
  g_assert_cmpstr (count, ==, wanted);
}

static void
test_search (void)
{
  Fixture fixture;

  set_up (&fixture, YZ_PRINT_CHINESE);
  check_count (&fixture, "q=SQYZ", "共 2 处驿站");
  check_count (&fixture, "q=zq", "没有这样的驿站，换个条件试试");
  check_count (&fixture, "", "共 12 处驿站");
  check_count (&fixture, "q=%E7%9F%B3%E6%A1%A5%E9%A9%BF%E7%AB%99", "共 2 处驿站"); /* 石桥驿站 */
  check_count (&fixture, "q=nowhere", "没有这样的驿站，换个条件试试");
  check_count (&fixture, "district=%E4%B8%B4%E6%B9%96%E5%8C%BA", "共 3 处驿站"); /* 临湖区 */
  tear_down (&fixture);
}

/* Of the twelve, each kind of hours comes twice; the eighth is paused. */
static void
test_open (void)
{
  Fixture fixture;

  set_up (&fixture, YZ_PRINT_CHINESE);
  check_count (&fixture, "open=1&at=2026-01-12T03:00", "共 2 处驿站");
  check_count (&fixture, "open=1&at=2026-01-12T10:00", "共 9 处驿站");
  check_count (&fixture, "open=1&at=2026-01-12T13:00", "共 8 处驿站");
  check_count (&fixture, "open=1&at=2026-01-17T10:00", "共 8 处驿站"); /* a Saturday */
  check_count (&fixture, "open=1&at=2026-02-17T10:00", "共 8 处驿站"); /* one is shut on that Tuesday */
  tear_down (&fixture);
}

/* Without a script the page is whole; it fetches nothing; what people write is text, not markup. */
static void
test_whole (void)
{
  Fixture fixture;
  g_autofree char *page = NULL;
  gsize length;

  set_up (&fixture, YZ_PRINT_ENGLISH);
  g_assert_true (g_file_get_contents (fixture.path, &page, &length, NULL));
  g_assert_nonnull (strstr (page, "&lt;b&gt;<span lang=\"zh-CN\">如意</span>&lt;/b&gt; &amp;"));
  g_assert_nonnull (strstr (page, "<html lang=\"en\""));
  g_assert_nonnull (strstr (page, "Every day 09:00–17:00"));
  g_assert_nonnull (strstr (page, "href=\"tel:09996120351\""));
  g_assert_nonnull (strstr (page, "href=\"geo:34."));
  g_assert_nonnull (strstr (page, "2–5 March"));
  g_assert_null (strstr (page, "http://"));
  g_assert_null (strstr (page, "https://"));
  g_assert_null (strstr (page, " src="));
  tear_down (&fixture);
}

/* Whoever listens to the page hears Chinese read as Chinese, and English as English. */
static void
test_languages (void)
{
  Fixture fixture;
  g_autofree char *english = NULL, *both = NULL;

  set_up (&fixture, YZ_PRINT_ENGLISH);
  g_assert_true (g_file_get_contents (fixture.path, &english, NULL, NULL));
  g_assert_nonnull (strstr (english, "<span lang=\"zh-CN\">石桥驿站</span>"));
  g_assert_null (strstr (english, "-en=\""));
  tear_down (&fixture);

  set_up (&fixture, YZ_PRINT_BOTH);
  g_assert_true (g_file_get_contents (fixture.path, &both, NULL, NULL));
  g_assert_nonnull (strstr (both, "工会热线 <span lang=\"en\">Union hotline</span>"));
  g_assert_nonnull (strstr (both, "data-shut-en=\"Closed\""));
  g_assert_nonnull (strstr (both, "<option value=\"water\">饮水 / Drinking water</option>"));
  g_assert_null (strstr (both, YZ_PRINT_GLOSS));
  tear_down (&fixture);
}

static void
check_phone (Fixture *fixture, const char *option, const char *wanted)
{
  g_autofree char *probe = g_build_filename (fixture->folder, "probe.html", NULL);
  g_autofree char *address = g_strconcat ("file://", probe, NULL), *source = NULL, *page = NULL, *found = NULL;

  g_assert_true (g_file_get_contents (g_test_get_filename (G_TEST_DIST, "unit", "guide", "html-probe.html", NULL),
                                      &source, NULL, NULL));
  g_assert_true (g_file_set_contents (probe, source, -1, NULL));
  page = open_address (fixture, address, option);
  g_remove (probe);
  if (page == NULL)
    {
      g_test_skip ("chromium is not installed");
      return;
    }
  found = get_element (page, "found");
  g_assert_cmpstr (found, ==, wanted);
}

/* On a screen of 320 pixels, light and dark: nothing sticks out, everything can be read, named and reached. */
static void
test_phone (gconstpointer language)
{
  Fixture fixture;

  set_up (&fixture, GPOINTER_TO_INT (language));
  check_phone (&fixture, NULL, "light");
  check_phone (&fixture, "--blink-settings=preferredColorScheme=0", "dark");
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/html/whole", test_whole);
  g_test_add_func ("/guide/html/languages", test_languages);
  g_test_add_func ("/guide/html/search", test_search);
  g_test_add_data_func ("/guide/html/phone/zh", GINT_TO_POINTER (YZ_PRINT_CHINESE), test_phone);
  g_test_add_data_func ("/guide/html/phone/both", GINT_TO_POINTER (YZ_PRINT_BOTH), test_phone);
  g_test_add_func ("/guide/html/open", test_open);
  return g_test_run ();
}

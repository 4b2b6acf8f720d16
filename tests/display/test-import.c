/* The import page: what the rows are, which row holds the headings, doubles on a map, several files, what was done. */
#include "display-fixture.h"

#include "yz-import-bar.h"
#include "yz-import-page.h"
#include "yz-import-pair-map.h"

#include <string.h>

typedef struct
{
  Fixture fixture;
  GtkWidget *page;
  YzImport *import; /* the page's */
} View;

static gboolean
is_ready (gpointer import)
{
  g_autoptr (YzJob) job = NULL;

  g_object_get (import, "job", &job, NULL);
  return job == NULL;
}

static void
act (View *view, const char *action, GVariant *target)
{
  g_assert_true (gtk_widget_activate_action_variant (view->page, action, target));
  yz_test_wait_until (is_ready, view->import);
  yz_test_wait_until (is_ready, view->import);
  fixture_settle ();
}

static void
set_up (View *view, gconstpointer data)
{
  fixture_set_up (&view->fixture, data);
  view->page = g_object_new (YZ_TYPE_IMPORT_PAGE, "session", view->fixture.session, NULL);
  g_object_get (view->page, "import", &view->import, NULL);
  fixture_show (&view->fixture, view->page);
}

static void
tear_down (View *view, gconstpointer data)
{
  g_clear_object (&view->import);
  fixture_tear_down (&view->fixture, data);
}

static char *
write_list (View *view, const char *name, const char *text)
{
  char *path = g_build_filename (view->fixture.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
open_files (View *view, const char *const *paths)
{
  act (view, "import.open-files", g_variant_new_strv (paths, -1));
}

static void
open_text (View *view, const char *text)
{
  act (view, "import.open-text", g_variant_new_string (text));
}

static void
test_empty (View *view, gconstpointer data)
{
  g_assert_nonnull (fixture_find_text (view->page, "Import a list: Stations"));
  act (view, "import.kind", g_variant_new_string ("person"));
  g_assert_nonnull (fixture_find_text (view->page, "Import a list: People"));
  fixture_assert_named (view->page);
  fixture_shoot (view->fixture.window, "import-empty");
}

#define TITLED "晴川市驿站一览表\t\n名称\t地址\n晴川驿站\t晴川路1号\n"

static void
test_headings (View *view, gconstpointer data)
{
  GtkWidget *button;

  open_text (view, TITLED);
  button = fixture_find (fixture_find (view->page, YZ_TYPE_IMPORT_BAR), GTK_TYPE_MENU_BUTTON);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "row 2");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (view->page, "名称  ·  地址"));
  fixture_assert_named (view->page);
  fixture_shoot (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "import-headings");

  act (view, "import.heading-row", g_variant_new_uint32 (0));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "none");
  g_assert_cmpuint (yz_import_count (view->import, YZ_IMPORT_NEW), ==, 3);
  act (view, "import.heading-row", g_variant_new_uint32 (99));
  g_assert_nonnull (fixture_find_text (view->page, "The list has no row 99"));
}

static void
test_doubles (View *view, gconstpointer data)
{
  g_autoptr (YzRecord)
    known = fixture_add (&view->fixture, &yz_station_kind, "name", "滨江东路驿站", "address", "滨江东路88号一楼", "lon",
                         "104.06", "lat", "30.67", "phones", "0999-86442346", NULL);

  open_text (view, "名称\t地址\t经度\t纬度\t联系电话\n"
                   "滨江东路驿栈\t滨江东路84号\t104.0603\t30.6701\t0999-86442346\n"
                   "滨江东路爱心驿站\t滨江东路88号一楼\t\t\t0999-86442346\n");
  act (view, "import.datum", g_variant_new_string ("wgs84"));
  g_assert_cmpuint (yz_import_count (view->import, YZ_IMPORT_DUPLICATE), ==, 2);
  g_assert_nonnull (fixture_find (view->page, YZ_TYPE_IMPORT_PAIR_MAP));
  fixture_assert_named (view->page);
  fixture_shoot (view->fixture.window, "import-double");

  /* the other one has no position */
  act (view, "import.next", NULL);
  g_assert_null (fixture_find (view->page, YZ_TYPE_IMPORT_PAIR_MAP));
  act (view, "import.decide", g_variant_new_string ("skip"));
  act (view, "import.decide", g_variant_new_string ("separate"));
  g_assert_nonnull (fixture_find_text (view->page, "two records"));
}

static void
test_one_answer (View *view, gconstpointer data)
{
  open_text (view, "名称\t地址\n拾光暖心驿站\t光明路12号商场一楼\n抬光暖心驿站\t光明路12号商场一楼\n"
                   "拾光暖心驿栈\t光明路12号商场一楼\n");
  g_assert_nonnull (fixture_find_text (view->page, "The same for all 2 that are left:"));
  act (view, "import.decide-rest", g_variant_new_string ("merge"));
  g_assert_nonnull (fixture_find_text (view->page, "fills the gaps"));
  g_assert_nonnull (fixture_find_text (view->page, "2 were decided by one answer"));
  fixture_assert_named (view->page);
  fixture_shoot (view->fixture.window, "import-one-answer");
  act (view, "import.take-back-rest", NULL);
  g_assert_nonnull (fixture_find_text (view->page, "The same for all 2 that are left:"));
}

static void
test_several_files (View *view, gconstpointer data)
{
  g_autofree char *first = write_list (view, "1.csv", "名称,地址\n甲站,甲路1号\n");
  g_autofree char *second = write_list (view, "2.csv", "名称,面积\n乙站,12\n丙站,很大\n");
  const char *const paths[] = { first, second, NULL };

  open_files (view, paths);
  g_assert_nonnull (fixture_find_text (view->page, "File 1 of 2: 1.csv"));
  act (view, "import.apply", NULL);
  g_assert_nonnull (fixture_find_text (view->page, "File 2 of 2: 2.csv"));
  fixture_assert_named (view->page);
  fixture_shoot (view->fixture.window, "import-second-file");
  act (view, "import.apply", NULL);
  g_assert_nonnull (fixture_find_text (view->page, "2 files: 2 new, 0 changed, 0 as they were, 1 not written"));
  fixture_assert_named (view->page);
  fixture_shoot (view->fixture.window, "import-done");
}

static void
test_unreadable (View *view, gconstpointer data)
{
  g_autofree char *path = write_list (view, "空.csv", "");
  const char *const paths[] = { path, NULL };

  open_files (view, paths);
  fixture_assert_named (view->page);
  fixture_shoot (view->fixture.window, "import-unreadable");
  g_assert_nonnull (fixture_find_text (view->page, "空.csv"));

  /* nothing says what the records are called */
  open_text (view, "经度\t纬度\n104.1\t30.2\n");
  g_assert_cmpuint (yz_import_count (view->import, YZ_IMPORT_NEW), ==, 0);
  fixture_shoot (view->fixture.window, "import-no-name");
}

static gboolean
is_previewed (gpointer import)
{
  int stage;

  g_object_get (import, "stage", &stage, NULL);
  return is_ready (import) && stage == YZ_IMPORT_STAGE_PREVIEW;
}

static gboolean
has_error (gpointer import)
{
  g_autofree char *error = NULL;

  g_object_get (import, "error", &error, NULL);
  return error != NULL;
}

static void
test_paste (View *view, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (view->page);

  gdk_clipboard_set_text (clipboard, "名称\t地址\n晴川驿站\t\"晴川路1号\n东门\"\n");
  act (view, "import.paste", NULL);
  yz_test_wait_until (is_previewed, view->import);
  g_assert_cmpuint (yz_import_count (view->import, YZ_IMPORT_NEW), ==, 1);
  g_assert_nonnull (fixture_find_text (view->page, "Pasted list · 1 row"));

  gdk_clipboard_set_content (clipboard, NULL);
  act (view, "import.paste", NULL);
  yz_test_wait_until (has_error, view->import);
  fixture_settle ();
  fixture_shoot (view->fixture.window, "import-nothing-pasted");
}

static void
test_paste_files (View *view, gconstpointer data)
{
  g_autofree char *path = write_list (view, "1.csv", "名称,地址\n甲站,甲路1号\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  GdkFileList *list = gdk_file_list_new_from_list (&files);

  gdk_clipboard_set (gtk_widget_get_clipboard (view->page), GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  act (view, "import.paste", NULL);
  yz_test_wait_until (is_previewed, view->import);
  g_assert_nonnull (fixture_find_text (view->page, "1.csv · 1 row"));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add ("/display/import/empty", View, NULL, set_up, test_empty, tear_down);
  g_test_add ("/display/import/headings", View, NULL, set_up, test_headings, tear_down);
  g_test_add ("/display/import/doubles", View, NULL, set_up, test_doubles, tear_down);
  g_test_add ("/display/import/one-answer", View, NULL, set_up, test_one_answer, tear_down);
  g_test_add ("/display/import/several-files", View, NULL, set_up, test_several_files, tear_down);
  g_test_add ("/display/import/unreadable", View, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/display/import/paste", View, NULL, set_up, test_paste, tear_down);
  g_test_add ("/display/import/paste-files", View, NULL, set_up, test_paste_files, tear_down);
  return g_test_run ();
}

#include "display-fixture.h"

#include "yz-application.h"
#include "yz-export-dialog.h"
#include "yz-guides-page.h"
#include "yz-import-page.h"
#include "yz-recent.h"
#include "yz-station-list.h"
#include "yz-stock-list.h"
#include "yz-widgets.h"
#include "yz-window.h"

#include <string.h>

typedef struct
{
  YzApplication *application;
  YzWindow *window;
  YzClock *clock;
  char *folder;
} Program;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  yz_window_open_finish (YZ_WINDOW (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_idle (gpointer data)
{
  gboolean loading;

  g_object_get (data, "loading", &loading, NULL);
  return !loading;
}

static void
wait (Program *program)
{
  yz_test_wait_until (is_idle, yz_window_get_stations (program->window));
  fixture_settle ();
}

static void
program_set_up (Program *program, gconstpointer data)
{
  g_autoptr (YzIdFactory) ids = NULL;

  program->folder = yz_test_folder_new ();
  program->clock = yz_test_clock_new ();
  ids = yz_id_factory_new_seeded (program->clock, 1);
  program->application = YZ_APPLICATION (g_application_get_default ());
  program->window = yz_window_new (GTK_APPLICATION (program->application), program->clock, ids);
  gtk_window_present (GTK_WINDOW (program->window));
  fixture_settle ();
}

static void
program_tear_down (Program *program, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (program->window));
  fixture_settle ();
  g_clear_object (&program->clock);
  yz_test_folder_free (program->folder);
}

static void
open_workspace (Program *program)
{
  g_autofree char *path = g_build_filename (program->folder, "晴川.yizhan", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean opened = FALSE;

  yz_window_open_async (program->window, file, YZ_STORE_CREATE, on_opened, &opened);
  yz_test_wait (&opened);
  wait (program);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static char *
add_station (Program *program, const char *name)
{
  YzSession *session = yz_window_get_session (program->window);
  g_autoptr (YzRecord) station = yz_session_new_record (session, &yz_station_kind);
  g_autoptr (YzEdit) edit = yz_edit_new ("Add station");
  gboolean applied = FALSE;

  yz_record_set_text (station, "name", name);
  yz_record_set_text (station, "district", "江北区");
  yz_edit_create (edit, station);
  yz_session_apply_async (session, edit, on_applied, &applied);
  yz_test_wait (&applied);
  wait (program);
  return g_strdup (yz_record_get_id (station));
}

/* Windows that are open do not turn each other's pages; the next one begins where the last was left. */
static void
test_two_windows (Program *program, gconstpointer data)
{
  g_autoptr (YzIdFactory) ids = yz_id_factory_new_seeded (program->clock, 2);
  YzWindow *other = yz_window_new (GTK_APPLICATION (program->application), program->clock, ids);
  g_autofree char *page = NULL, *view = NULL, *later = NULL;
  YzWindow *next;

  g_object_set (other, "page", "records", "view", "list", NULL);
  fixture_settle ();
  g_object_get (program->window, "page", &page, "view", &view, NULL);
  g_assert_cmpstr (page, ==, "stations");
  g_assert_cmpstr (view, ==, "split");
  next = yz_window_new (GTK_APPLICATION (program->application), program->clock, ids);
  g_object_get (next, "page", &later, NULL);
  g_assert_cmpstr (later, ==, "records");
  g_object_set (next, "page", "stations", "view", "split", NULL);
  gtk_window_destroy (GTK_WINDOW (next));
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_welcome (Program *program, gconstpointer data)
{
  fixture_assert_named (GTK_WIDGET (program->window));
  g_assert_true (yz_window_shows (program->window, NULL));
}

static void
test_empty_workspace (Program *program, gconstpointer data)
{
  open_workspace (program);
  fixture_assert_named (GTK_WIDGET (program->window));
  g_assert_cmpstr (yz_session_get_workspace_name (yz_window_get_session (program->window)), ==, "晴川");
}

static gboolean
is_undone (gpointer data)
{
  return yz_session_get_redo_action (yz_window_get_session (data)) != NULL;
}

static void
test_list_and_undo (Program *program, gconstpointer data)
{
  YzStations *stations;
  g_autofree char *id = NULL;

  /* what is said of the undo takes the place of what was said before it, at once */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  open_workspace (program);
  stations = yz_window_get_stations (program->window);
  id = add_station (program, "滨江东路驿站");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (stations)))), ==, 1);

  g_assert_true (yz_window_activate (program->window, "win.select-station", g_variant_new_string (id)));
  fixture_settle ();
  g_assert_cmpstr (yz_record_get_id (yz_listing_get_current (YZ_LISTING (stations))), ==, id);
  g_assert_cmpuint (yz_listing_get_selected (YZ_LISTING (stations))->len, ==, 1);
  fixture_assert_named (GTK_WIDGET (program->window));

  g_assert_true (yz_window_activate (program->window, "win.undo", NULL));
  yz_test_wait_until (is_undone, program->window);
  wait (program);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (stations)))), ==, 0);
  g_assert_null (yz_listing_get_current (YZ_LISTING (stations)));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (program->window), "Redo"));
}

static void
test_views (Program *program, gconstpointer data)
{
  static const char *const views[] = { "list", "map", "split" };
  g_autofree char *id = NULL;

  open_workspace (program);
  id = add_station (program, "滨江东路驿站");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *view = NULL;

      g_assert_true (yz_window_activate (program->window, "win.view", g_variant_new_string (views[i])));
      fixture_settle ();
      g_object_get (program->window, "view", &view, NULL);
      g_assert_cmpstr (view, ==, views[i]);
      fixture_assert_named (GTK_WIDGET (program->window));
    }
}

static void
test_filters (Program *program, gconstpointer data)
{
  YzStations *stations;
  g_autofree char *id = NULL;
  guint shown;

  open_workspace (program);
  id = add_station (program, "滨江东路驿站");
  stations = yz_window_get_stations (program->window);
  g_assert_true (yz_window_activate (program->window, "stations.district", g_variant_new_string ("云桥区")));
  wait (program);
  g_object_get (stations, "shown", &shown, NULL);
  g_assert_cmpuint (shown, ==, 0);
  g_assert_true (yz_window_activate (program->window, "stations.clear", NULL));
  wait (program);
  g_object_get (stations, "shown", &shown, NULL);
  g_assert_cmpuint (shown, ==, 1);
}

/* What the table of keys promises is there, and what opens a window opens a named one. */
static void
test_verbs (Program *program, gconstpointer data)
{
  /* not win.shortcuts: GTK 4.8 warns about a label of its own in that window */
  static const char *const windows[] = { "win.palette", "win.export",      "win.history", "win.trash",
                                         "win.restore", "app.preferences", "app.about" };

  open_workspace (program);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();
      guint before = g_list_model_get_n_items (toplevels);

      g_test_message ("%s", windows[i]);
      g_assert_true (yz_window_activate (program->window, windows[i], NULL));
      fixture_settle ();
      if (g_list_model_get_n_items (toplevels) > before)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, before);

          fixture_assert_named (window);
          gtk_window_close (GTK_WINDOW (window));
        }
      fixture_settle ();
    }
}

static gboolean
is_empty (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (data)))) == 0;
}

/* Several stations go to the trash in one step, and what a filter hides is not selected any more. */
static void
test_selection (Program *program, gconstpointer data)
{
  g_autofree char *riverside = NULL, *bridge = NULL, *hill = NULL;
  YzStations *stations;
  GtkWidget *list;

  open_workspace (program);
  stations = yz_window_get_stations (program->window);
  riverside = add_station (program, "滨江东路驿站");
  bridge = add_station (program, "桥陇驿站");
  hill = add_station (program, "青云驿站");
  list = fixture_find (GTK_WIDGET (program->window), YZ_TYPE_STATION_LIST);
  g_assert_true (yz_window_activate (program->window, "stations.select-all", NULL));
  fixture_settle ();
  g_assert_cmpuint (yz_listing_get_selected (YZ_LISTING (stations))->len, ==, 3);
  fixture_assert_named (list);
  fixture_shoot (GTK_WIDGET (program->window), "selection");

  g_assert_true (yz_window_activate (program->window, "win.search", g_variant_new_string ("驿站")));
  wait (program);
  g_assert_cmpuint (yz_listing_get_selected (YZ_LISTING (stations))->len, ==, 3);
  g_assert_true (gtk_widget_activate_action (list, "selection.delete", NULL));
  yz_test_wait_until (is_empty, stations);
  wait (program);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (stations)))), ==, 0);
  g_assert_cmpuint (yz_listing_get_selected (YZ_LISTING (stations))->len, ==, 0);
  g_assert_true (yz_window_activate (program->window, "win.undo", NULL));
  yz_test_wait_until (is_undone, program->window);
  wait (program);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (stations)))), ==, 3);
}

static gboolean
has_no_jobs (gpointer data)
{
  return g_list_model_get_n_items (yz_session_get_jobs (yz_window_get_session (data))) == 0;
}

/* Returns what is in the list that is exported. */
static char *
export_list (Program *program, const char *datum, const char *purpose, gboolean selection)
{
  g_autofree char *path = g_build_filename (program->folder, "list.csv", NULL);
  char *text = NULL;

  g_assert_true (yz_window_activate (program->window, "win.export-to",
                                     g_variant_new ("(sssb)", path, datum, purpose, selection)));
  yz_test_wait_until (has_no_jobs, program->window);
  fixture_settle ();
  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* The list or the selection; names and telephones in full for a purpose only. */
static void
test_export (Program *program, gconstpointer data)
{
  g_autofree char *riverside = NULL, *bridge = NULL, *all = NULL, *selected = NULL, *refused = NULL;

  open_workspace (program);
  riverside = add_station (program, "滨江东路驿站");
  bridge = add_station (program, "桥陇驿站");
  all = export_list (program, "gcj02", "", FALSE);
  g_assert_nonnull (strstr (all, "滨江东路驿站"));
  g_assert_nonnull (strstr (all, "桥陇驿站"));
  g_assert_nonnull (strstr (all, "GCJ-02"));

  g_assert_true (yz_window_activate (program->window, "win.select-station", g_variant_new_string (bridge)));
  fixture_settle ();
  selected = export_list (program, "wgs84", "", TRUE);
  g_assert_null (strstr (selected, "滨江东路驿站"));
  g_assert_nonnull (strstr (selected, "桥陇驿站"));

  /* what it does not know it does not write */
  refused = export_list (program, "mars", "", FALSE);
  g_assert_cmpstr (refused, ==, selected);
}

/* The dialog hands its answers on, and asks what personal data is for. */
static void
test_export_dialog (Program *program, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *path = g_build_filename (program->folder, "stations", NULL);
  g_autofree char *complete = g_strconcat (path, ".xlsx", NULL);
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (toplevels);
  g_autoptr (GtkWidget) dialog = NULL;
  GtkWidget *mask;

  open_workspace (program);
  id = add_station (program, "滨江东路驿站");
  g_assert_true (yz_window_activate (program->window, "win.export", NULL));
  fixture_settle ();
  dialog = g_list_model_get_item (toplevels, before);
  mask = GTK_WIDGET (gtk_widget_get_template_child (dialog, YZ_TYPE_EXPORT_DIALOG, "mask_switch"));
  gtk_switch_set_active (GTK_SWITCH (mask), FALSE);
  fixture_settle ();
  fixture_assert_named (dialog);
  fixture_shoot (dialog, "export");
  gtk_widget_activate_action (dialog, "export.save", "s", path);
  g_assert_true (has_no_jobs (program->window));

  gtk_switch_set_active (GTK_SWITCH (mask), TRUE);
  gtk_widget_activate_action (dialog, "export.save", "s", path);
  yz_test_wait_until (has_no_jobs, program->window);
  fixture_settle ();
  g_assert_true (g_file_test (complete, G_FILE_TEST_EXISTS));
}

static GFile *
add_recent (Program *program, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (program->folder, folder, NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  GFile *file = g_file_get_child (place, name);

  g_file_make_directory (place, NULL, NULL);
  g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
  yz_recent_add (file);
  return file;
}

static char *
dup_label (GMenu *menu, int position)
{
  char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), position, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

/*
 * Two workspaces of one name are told apart by their folders; one whose file is gone is not offered. An underscore
 * stays one.
 */
static void
test_recent (Program *program, gconstpointer data)
{
  g_autoptr (GFile) other = add_recent (program, "市级", "江北_旧.yizhan");
  g_autoptr (GFile) east = add_recent (program, "东区", "晴川.yizhan");
  g_autoptr (GFile) west = add_recent (program, "西区", "晴川.yizhan");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *left = NULL;

  yz_recent_fill_menu (menu);
  first = dup_label (menu, 0);
  second = dup_label (menu, 1);
  third = dup_label (menu, 2);
  g_assert_true (g_str_has_prefix (first, "晴川 — ") && g_str_has_suffix (first, "西区"));
  g_assert_true (g_str_has_prefix (second, "晴川 — ") && g_str_has_suffix (second, "东区"));
  g_assert_cmpstr (third, ==, "江北__旧");

  g_assert_true (g_file_delete (west, NULL, NULL));
  yz_recent_fill_menu (menu);
  left = dup_label (menu, 0);
  g_assert_cmpstr (left, ==, "晴川");
}

/* Whatever page was looked at, the window closes without a word. */
/* Two changes in one breath: the second has the words of what comes in, which must not be dismissed meanwhile. */
static void
test_quick_news (Program *program, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (program->window);
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  yz_window_add_toast (program->window, adw_toast_new ("first"));
  g_assert_nonnull (fixture_find_text (window, "first"));
  yz_window_add_toast (program->window, adw_toast_new ("second"));
  g_assert_null (fixture_find_text (window, "first"));
  g_assert_nonnull (fixture_find_text (window, "second"));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
test_pages (Program *program, gconstpointer data)
{
  static const char *const pages[] = { "stations", "records", "guides", "hours", "import" };
  g_autofree char *id = NULL;

  open_workspace (program);
  id = add_station (program, "滨江东路驿站");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]);
      yz_window_activate (program->window, "win.page", g_variant_new_string (pages[i]));
      wait (program);
    }
}

/* Pages elsewhere print what they show on the Guides page, and bring in lists of what they are about. */
static void
test_ways_from_stock (Program *program, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (program->window), *page;
  g_autofree char *id = NULL, *document = NULL, *area = NULL, *wanted = NULL, *shown = NULL;
  g_autoptr (YzGuides) guides = NULL;
  g_autoptr (YzImport) import = NULL;

  open_workspace (program);
  id = add_station (program, "滨江东路驿站");
  yz_window_activate (program->window, "win.print-document", g_variant_new ("(ss)", "use-first", id));
  wait (program);
  g_object_get (window, "page", &shown, NULL);
  g_assert_cmpstr (shown, ==, "guides");
  page = fixture_find (window, YZ_TYPE_GUIDES_PAGE);
  g_object_get (page, "guides", &guides, NULL);
  g_object_get (guides, "document", &document, "area", &area, NULL);
  wanted = g_strconcat ("station:", id, NULL);
  g_assert_cmpstr (document, ==, "use-first");
  g_assert_cmpstr (area, ==, wanted);

  yz_window_activate (program->window, "win.page", g_variant_new_string ("inventory"));
  yz_window_activate (program->window, "win.import", NULL);
  wait (program);
  page = fixture_find (window, YZ_TYPE_IMPORT_PAGE);
  g_object_get (page, "import", &import, NULL);
  g_assert_true (yz_import_get_kind (import) == &yz_receipt_list_kind);
}

/* What has room says nothing more. */
static void
test_cut_text (Program *program, gconstpointer data)
{
  static const char name[] = "江北区滨江东路与码头街交叉口西南角爱心驿站";
  GtkWidget *window = gtk_window_new (), *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 60);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_cmpstr (yz_widgets_find_cut_text (window, 20, 30), ==, name);
  gtk_label_set_text (GTK_LABEL (label), "江北");
  fixture_settle ();
  g_assert_null (yz_widgets_find_cut_text (window, 20, 30));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define program_test(path, func) g_test_add (path, Program, NULL, program_set_up, func, program_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (YzApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = yz_application_new ();
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  program_test ("/display/window/welcome", test_welcome);
  program_test ("/display/window/two-windows", test_two_windows);
  program_test ("/display/window/empty-workspace", test_empty_workspace);
  program_test ("/display/window/list-and-undo", test_list_and_undo);
  program_test ("/display/window/views", test_views);
  program_test ("/display/window/filters", test_filters);
  program_test ("/display/window/verbs", test_verbs);
  program_test ("/display/window/selection", test_selection);
  program_test ("/display/window/export", test_export);
  program_test ("/display/window/export-dialog", test_export_dialog);
  program_test ("/display/window/recent", test_recent);
  program_test ("/display/window/quick-news", test_quick_news);
  program_test ("/display/window/cut-text", test_cut_text);
  program_test ("/display/window/pages", test_pages);
  program_test ("/display/window/ways-from-stock", test_ways_from_stock);
  return g_test_run ();
}

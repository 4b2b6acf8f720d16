#include "display-fixture.h"

#include "yz-guide-form.h"
#include "yz-guide-leaf-view.h"
#include "yz-guide-view.h"
#include "yz-guides-page.h"
#include "yz-printer-settings.h"

#include <string.h>

typedef struct
{
  Fixture base;
  YzStations *stations;
  YzGuides *guides;
  GtkWidget *page;
} Page;

static gboolean
is_idle (gpointer data)
{
  gboolean loading;

  g_object_get (data, "loading", &loading, NULL);
  return !loading;
}

static gboolean
is_done (gpointer data)
{
  YzGuideProof *proof = yz_guides_get_proof (data);

  return proof != NULL && yz_guide_proof_get_state (proof) != YZ_GUIDE_PROOF_MAKING;
}

static gboolean
shows_sheets (gpointer data)
{
  return is_done (data) && yz_guide_proof_shows_sheets (yz_guides_get_proof (data));
}

static void
page_set_up (Page *page, gconstpointer data)
{
  fixture_set_up (&page->base, data);
}

/* The page of a workspace with @n stations; of a long list there is more than one page. */
static void
show (Page *page, guint n)
{
  YzEdit *edit = yz_edit_new ("Add");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YzRecord) station = yz_session_new_record (page->base.session, &yz_station_kind);
      g_autofree char *name = g_strdup_printf ("第 %u 驿站", i + 1);

      yz_record_set_text (station, "name", name);
      yz_record_set_text (station, "district", i % 2 == 0 ? "江北区" : "云桥区");
      yz_edit_create (edit, station);
    }
  fixture_apply (&page->base, edit);
  page->stations = yz_stations_new (page->base.session);
  yz_test_wait_until (is_idle, page->stations);
  page->guides = yz_guides_new (page->stations);
  g_object_set (page->guides, "document", "list", NULL);
  page->page = yz_guides_page_new (page->guides);
  fixture_show (&page->base, page->page);
  if (n > 0)
    yz_test_wait_until (is_done, page->guides);
  fixture_settle ();
}

static void
page_tear_down (Page *page, gconstpointer data)
{
  fixture_empty (&page->base);
  g_clear_object (&page->guides);
  g_clear_object (&page->stations);
  fixture_tear_down (&page->base, data);
}

static GtkWidget *
get_view (Page *page)
{
  return fixture_find (page->page, YZ_TYPE_GUIDE_VIEW);
}

static guint
get_number (gpointer object, const char *property)
{
  guint number;

  g_object_get (object, property, &number, NULL);
  return number;
}

static gboolean
is_on_page_2 (gpointer view)
{
  return get_number (view, "page") == 2;
}

static gboolean
is_on_page_1 (gpointer view)
{
  return get_number (view, "page") == 1;
}

static void
test_pages (Page *page, gconstpointer data)
{
  GtkWidget *view;

  show (page, 120);
  view = get_view (page);
  fixture_assert_named (page->page);
  g_assert_cmpuint (get_number (view, "n-pages"), >, 1);
  g_assert_cmpuint (get_number (view, "page"), ==, 1);
  g_assert_true (gtk_widget_activate_action (view, "guide.next-page", NULL));
  yz_test_wait_until (is_on_page_2, view);
  g_assert_true (gtk_widget_activate_action (view, "guide.first-page", NULL));
  yz_test_wait_until (is_on_page_1, view);
  g_assert_true (gtk_widget_activate_action (page->page, "guides.go-to", "u", 2));
  yz_test_wait_until (is_on_page_2, view);
  fixture_shoot (page->base.window, "guides");
}

static gboolean
is_at_200 (gpointer view)
{
  return get_number (view, "percent") == 200;
}

static gboolean
is_at_150 (gpointer view)
{
  return get_number (view, "percent") == 150;
}

static double
get_y (GtkWidget *view, GtkWidget *leaf_view)
{
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (leaf_view, view, 0, 0, &x, &y));
  return y;
}

static gboolean
is_at_top (gpointer leaf_view)
{
  double y = get_y (gtk_widget_get_ancestor (leaf_view, YZ_TYPE_GUIDE_VIEW), leaf_view);

  return y > 13 && y < 15;
}

/* What is in the middle stays there, and is really drawn there, whether the pages grow or shrink. */
static void
test_zoom_stays (Page *page, gconstpointer data)
{
  GtkWidget *view, *second;
  double middle, part, height;

  show (page, 120);
  view = get_view (page);
  gtk_widget_activate_action (view, "guide.zoom", "s", "150");
  fixture_settle ();
  gtk_widget_activate_action (view, "guide.next-page", NULL);
  fixture_settle ();
  g_assert_cmpuint (get_number (view, "page"), ==, 2);
  second = gtk_widget_get_next_sibling (fixture_find (view, YZ_TYPE_GUIDE_LEAF_VIEW));
  middle = gtk_widget_get_height (gtk_widget_get_ancestor (second, GTK_TYPE_VIEWPORT)) / 2.0;
  yz_test_wait_until (is_at_top, second);
  part = (middle - get_y (view, second)) / gtk_widget_get_height (second);
  gtk_widget_activate_action (view, "guide.zoom", "s", "75");
  fixture_settle ();
  height = gtk_widget_get_height (second);
  g_assert_cmpfloat_with_epsilon (get_y (view, second) + part * height, middle, 8);
}

static void
test_zoom (Page *page, gconstpointer data)
{
  GtkWidget *view;

  show (page, 3);
  view = get_view (page);
  g_assert_true (gtk_widget_activate_action (view, "guide.zoom", "s", "200"));
  yz_test_wait_until (is_at_200, view);
  g_assert_true (gtk_widget_activate_action (view, "guide.zoom-out", NULL));
  yz_test_wait_until (is_at_150, view);
  g_assert_true (gtk_widget_activate_action (view, "guide.zoom-in", NULL));
  yz_test_wait_until (is_at_200, view);
}

/* Every wish is an action, and the form shows what is wished. */
static void
test_form (Page *page, gconstpointer data)
{
  GtkWidget *form, *papers, *audience;
  g_autofree char *paper = NULL, *language = NULL;
  gboolean grey;

  show (page, 3);
  form = fixture_find (page->page, YZ_TYPE_GUIDE_FORM);
  papers = GTK_WIDGET (gtk_widget_get_template_child (form, YZ_TYPE_GUIDE_FORM, "papers"));
  audience = GTK_WIDGET (gtk_widget_get_template_child (form, YZ_TYPE_GUIDE_FORM, "audience"));
  g_assert_true (gtk_widget_activate_action (form, "wish.grey", NULL));
  g_assert_true (gtk_widget_activate_action (form, "wish.language", "s", "en"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (papers), 1);
  gtk_editable_set_text (GTK_EDITABLE (audience), "骑手");
  g_object_get (page->guides, "paper", &paper, "language", &language, "grey", &grey, NULL);
  g_assert_cmpstr (paper, ==, "a4-landscape");
  g_assert_cmpstr (language, ==, "en");
  g_assert_true (grey);
  g_object_set (page->guides, "audience", "快递员", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (audience)), ==, "快递员");
  yz_test_wait_until (is_done, page->guides);
}

static gboolean
is_shown (GtkWidget *form, const char *part)
{
  return gtk_widget_get_mapped (GTK_WIDGET (gtk_widget_get_template_child (form, YZ_TYPE_GUIDE_FORM, part)));
}

/* Letters and labels have rows of their own; a guide has none of them. */
static void
test_letter (Page *page, gconstpointer data)
{
  static const char *const parts[] = { "text", "recipient", "deadline", "amount", "start" };
  static const struct
  {
    const char *document;
    gboolean shown[G_N_ELEMENTS (parts)];
  } cases[] = {
    { "guide", { FALSE } },
    { "rectification", { TRUE, TRUE, TRUE, FALSE, FALSE } },
    { "thanks", { TRUE, TRUE, FALSE, TRUE, FALSE } },
    { "labels-14", { FALSE, TRUE, FALSE, FALSE, TRUE } },
  };
  GtkWidget *form;

  show (page, 3);
  form = fixture_find (page->page, YZ_TYPE_GUIDE_FORM);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (page->guides, "document", cases[i].document, NULL);
      fixture_settle ();
      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        g_assert_cmpint (is_shown (form, parts[k]), ==, cases[i].shown[k]);
      fixture_assert_named (page->page);
    }
  yz_test_wait_until (is_done, page->guides);
}

/* Only a booklet can be looked at in two ways. */
static void
test_sheets (Page *page, gconstpointer data)
{
  GtkWidget *form;

  show (page, 3);
  g_object_set (page->guides, "document", "guide", NULL);
  form = fixture_find (page->page, YZ_TYPE_GUIDE_FORM);
  fixture_settle ();
  g_assert_false (is_shown (form, "sheets"));
  g_object_set (page->guides, "paper", "booklet", NULL);
  fixture_settle ();
  g_assert_true (is_shown (form, "sheets"));
  g_assert_true (gtk_widget_activate_action (form, "wish.sheets", NULL));
  yz_test_wait_until (shows_sheets, page->guides);
  fixture_assert_named (page->page);
}

static void
test_letter_told (Page *page, gconstpointer data)
{
  g_autofree char *text = NULL, *deadline = NULL, *start = NULL;
  GtkWidget *form, *entry;
  GtkTextBuffer *buffer;
  GtkSpinButton *spin;
  double last;

  show (page, 3);
  g_object_set (page->guides, "document", "rectification", NULL);
  form = fixture_find (page->page, YZ_TYPE_GUIDE_FORM);
  entry = GTK_WIDGET (gtk_widget_get_template_child (form, YZ_TYPE_GUIDE_FORM, "deadline"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_widget_get_template_child (form, YZ_TYPE_GUIDE_FORM, "text")));
  spin = GTK_SPIN_BUTTON (gtk_widget_get_template_child (form, YZ_TYPE_GUIDE_FORM, "start"));
  gtk_text_buffer_set_text (buffer, "灭火器过期", -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026/12/5");
  g_signal_emit_by_name (entry, "activate");
  g_object_get (page->guides, "text", &text, "deadline", &deadline, NULL);
  g_assert_cmpstr (text, ==, "灭火器过期");
  g_assert_cmpstr (deadline, ==, "2026-12-05");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026-12-05");
  g_object_set (page->guides, "document", "labels-14", NULL);
  gtk_spin_button_get_range (spin, NULL, &last);
  g_assert_cmpfloat (last, ==, 14);
  gtk_spin_button_set_value (spin, 5);
  g_object_get (page->guides, "start", &start, NULL);
  g_assert_cmpstr (start, ==, "5");
  yz_test_wait_until (is_done, page->guides);
}

static gboolean
offers_way_out (gpointer page)
{
  return fixture_find_text (page, "Take All Stations") != NULL;
}

static gboolean
shows_pages (gpointer page)
{
  return fixture_find (page, YZ_TYPE_GUIDE_LEAF_VIEW) != NULL;
}

static void
test_empty_choice (Page *page, gconstpointer data)
{
  show (page, 3);
  g_object_set (page->guides, "service", "no-such-service", NULL);
  yz_test_wait_until (offers_way_out, page->page);
  fixture_assert_named (page->page);
  g_assert_true (gtk_widget_activate_action (page->page, "guides.widen", NULL));
  yz_test_wait_until (shows_pages, page->page);
}

static void
test_no_stations (Page *page, gconstpointer data)
{
  show (page, 0);
  g_assert_nonnull (fixture_find_text (page->page, "Nothing to Print Yet"));
  fixture_assert_named (page->page);
}

/* The form scrolls, the pages shrink: nothing asks for a larger window. */
static void
test_small_window (Page *page, gconstpointer data)
{
  int minimum;

  show (page, 3);
  gtk_widget_measure (page->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 1280 - 196);
  gtk_widget_measure (page->page, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 720);
}

static void
on_saved (GObject *page, const char *path, char **saved)
{
  *saved = g_strdup (path);
}

static gboolean
is_saved (gpointer data)
{
  return *(char **) data != NULL;
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
has_no_jobs (gpointer session)
{
  return g_list_model_get_n_items (yz_session_get_jobs (session)) == 0;
}

/* Each paper has its printer; what was of one print only is not there the next time. */
static void
test_printers (void)
{
  const YzPaper *a3 = yz_paper_find ("a3", NULL), *booklet = yz_paper_find ("booklet", NULL);
  g_autoptr (GtkPrintSettings) first = yz_printer_settings_load (a3), folded = yz_printer_settings_load (booklet);
  g_autoptr (GtkPrintSettings) again = NULL, other = NULL;

  g_assert_null (gtk_print_settings_get_printer (first));
  g_assert_cmpint (gtk_print_settings_get_duplex (folded), ==, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_print_settings_set_printer (first, "大幅面打印机");
  gtk_print_settings_set (first, "cups-InputSlot", "Tray3");
  gtk_print_settings_set_n_copies (first, 40);
  gtk_print_settings_set (first, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/once.pdf");
  yz_printer_settings_keep (a3, first);
  again = yz_printer_settings_load (a3);
  g_assert_cmpstr (gtk_print_settings_get_printer (again), ==, "大幅面打印机");
  g_assert_cmpstr (gtk_print_settings_get (again, "cups-InputSlot"), ==, "Tray3");
  g_assert_cmpint (gtk_print_settings_get_n_copies (again), ==, 1);
  g_assert_false (gtk_print_settings_has_key (again, GTK_PRINT_SETTINGS_OUTPUT_URI));
  other = yz_printer_settings_load (yz_paper_find ("a4", NULL));
  g_assert_null (gtk_print_settings_get_printer (other));
}

/* Into a file, and through the printing of GTK into another one, of the same pages. */
static void
test_ways_out (Page *page, gconstpointer data)
{
  g_autofree char *path = g_build_filename (page->base.folder, "list.pdf", NULL);
  g_autofree char *printed = g_build_filename (page->base.folder, "printed.pdf", NULL);
  g_autofree char *saved = NULL;

  show (page, 3);
  g_signal_connect (page->page, "saved", G_CALLBACK (on_saved), &saved);
  g_assert_true (gtk_widget_activate_action (page->page, "guides.save-to", "s", path));
  yz_test_wait_until (is_saved, &saved);
  g_assert_cmpstr (saved, ==, path);
  g_assert_true (has_file (path));
  g_assert_true (gtk_widget_activate_action (page->page, "guides.print-to", "s", printed));
  yz_test_wait_until (has_no_jobs, page->base.session);
  yz_test_wait_until (has_file, printed);
  fixture_settle ();
}

#define page_test(path, func) g_test_add (path, Page, NULL, page_set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  page_test ("/display/guides/pages", test_pages);
  page_test ("/display/guides/zoom", test_zoom);
  page_test ("/display/guides/zoom-stays", test_zoom_stays);
  page_test ("/display/guides/form", test_form);
  page_test ("/display/guides/letter", test_letter);
  g_test_add_func ("/display/guides/printers", test_printers);
  page_test ("/display/guides/sheets", test_sheets);
  page_test ("/display/guides/letter-told", test_letter_told);
  page_test ("/display/guides/empty-choice", test_empty_choice);
  page_test ("/display/guides/no-stations", test_no_stations);
  page_test ("/display/guides/small-window", test_small_window);
  page_test ("/display/guides/ways-out", test_ways_out);
  return g_test_run ();
}

#include "session-fixture.h"

#include "yz-guide-error.h"
#include "yz-guide-option.h"
#include "yz-guide-print.h"
#include "yz-guides.h"

#include <string.h>

typedef struct
{
  Fixture base;
  YzStations *stations;
  YzGuides *guides;
} Page;

static gboolean
is_listed (gpointer data)
{
  gboolean loading;
  guint total;

  g_object_get (data, "loading", &loading, "total", &total, NULL);
  return !loading && total == 2;
}

static void
page_set_up (Page *page, gconstpointer data)
{
  fixture_set_up (&page->base, data);
  page->stations = yz_stations_new (page->base.session);
  yz_test_wait_until (is_listed, page->stations);
  page->guides = yz_guides_new (page->stations);
  g_object_set (page->guides, "document", "list", NULL);
}

static void
page_tear_down (Page *page, gconstpointer data)
{
  g_clear_object (&page->guides);
  g_clear_object (&page->stations);
  fixture_tear_down (&page->base, data);
}

static char *
dup_state (YzGuides *guides)
{
  char *state;

  g_object_get (guides, "state", &state, NULL);
  return state;
}

static gboolean
is_done (gpointer data)
{
  YzGuideProof *proof = yz_guides_get_proof (data);

  return proof != NULL && yz_guide_proof_get_state (proof) != YZ_GUIDE_PROOF_MAKING;
}

typedef struct
{
  YzGuides *guides;
  const char *state;
} Wanted;

static gboolean
is_in_state (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *state = dup_state (wanted->guides);

  return g_str_equal (state, wanted->state);
}

static void
wait_for_state (Page *page, const char *state)
{
  Wanted wanted = { page->guides, state };

  yz_test_wait_until (is_in_state, &wanted);
}

static void
show (Page *page)
{
  g_object_set (page->guides, "active", TRUE, NULL);
  yz_test_wait_until (is_done, page->guides);
}

typedef struct
{
  YzGuideLeaf *leaf;
  YzGuidePicture *picture;
  GPtrArray *spots;
} Looked;

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  Looked *looked = data;

  looked->picture = yz_guide_leaf_draw_finish (looked->leaf, result, NULL);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  Looked *looked = data;

  looked->spots = yz_guide_leaf_find_finish (looked->leaf, result, NULL);
}

static gboolean
has_both (gpointer data)
{
  const Looked *looked = data;

  return looked->picture != NULL && looked->spots != NULL;
}

static gboolean
has_ink (const YzGuidePicture *picture)
{
  const guchar *bytes = g_bytes_get_data (picture->bytes, NULL);

  for (int i = 0; i < picture->stride * picture->height; i += 4)
    if (bytes[i] < 128)
      return TRUE;
  return FALSE;
}

/* Pages come without being asked for; a leaf can be drawn, and tells which stations stand on it. */
static void
test_pages (Page *page, gconstpointer data)
{
  g_autofree char *before = dup_state (page->guides), *after = NULL;
  g_autoptr (YzGuideLeaf) leaf = NULL;
  g_autoptr (GPtrArray) spots = NULL;
  Looked looked = { NULL };
  double width, height;

  g_assert_cmpstr (before, ==, "making");
  show (page);
  after = dup_state (page->guides);
  g_assert_cmpstr (after, ==, "pages");
  g_assert_cmpuint (yz_guide_proof_get_n_stations (yz_guides_get_proof (page->guides)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yz_guides_get_proof (page->guides))), >=, 1);

  leaf = g_list_model_get_item (G_LIST_MODEL (yz_guides_get_proof (page->guides)), 0);
  g_assert_cmpuint (yz_guide_leaf_get_number (leaf), ==, 1);
  yz_guide_leaf_get_size (leaf, &width, &height);
  g_assert_cmpfloat (width, ==, 210);
  looked.leaf = leaf;
  yz_guide_leaf_draw_async (leaf, 2, NULL, on_drawn, &looked);
  yz_guide_leaf_find_async (leaf, NULL, on_found, &looked);
  yz_test_wait_until (has_both, &looked);
  g_assert_cmpint (looked.picture->width, ==, 420);
  g_assert_cmpint (looked.picture->height, ==, 594);
  g_assert_true (has_ink (looked.picture));
  spots = looked.spots;
  g_assert_cmpuint (spots->len, >=, 2);
  g_assert_nonnull (strstr (((YzGuideSpot *) g_ptr_array_index (spots, 0))->name, "驿站"));
  yz_guide_picture_free (looked.picture);
}

static void
count_change (guint *n_changes)
{
  (*n_changes)++;
}

/* Of several wishes the last one counts, and what was shown stays until there is something in its place. */
static void
test_begins_anew (Page *page, gconstpointer data)
{
  g_autoptr (YzGuideProof) before = NULL;
  g_autoptr (YzGuideLeaf) leaf = NULL;
  guint n_changes = 0;
  double width, height;

  show (page);
  before = g_object_ref (yz_guides_get_proof (page->guides));
  g_signal_connect_swapped (page->guides, "notify::proof", G_CALLBACK (count_change), &n_changes);
  g_object_set (page->guides, "paper", "a3", NULL);
  g_object_set (page->guides, "language", "en", "paper", "a5", NULL);
  g_assert_true (yz_guides_get_proof (page->guides) == before);
  while (yz_guides_get_proof (page->guides) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  leaf = g_list_model_get_item (G_LIST_MODEL (yz_guides_get_proof (page->guides)), 0);
  yz_guide_leaf_get_size (leaf, &width, &height);
  g_assert_cmpfloat (width, ==, 148);
}

static YzGuideContent *
take (Page *page, YzGuideStock *stock)
{
  g_autoptr (YzGuideRequest) request = yz_guides_make_request (page->guides);
  g_autoptr (GError) error = NULL;
  YzGuideContent *content = yz_guide_stock_take (stock, request, NULL, &error);

  g_assert_no_error (error);
  return content;
}

/* What looks other is made of the same content; what says something else is read again. */
static void
test_stock (Page *page, gconstpointer data)
{
  YzStore *store = yz_session_get_store (page->base.session);
  YzGuideStock *stock = yz_guide_stock_new (store);
  g_autoptr (YzGuideContent) first = take (page, stock), second = NULL, third = NULL, fourth = NULL;

  g_object_set (page->guides, "paper", "a5", "grey", TRUE, "large", TRUE, "purpose", "张贴", NULL);
  second = take (page, stock);
  g_assert_true (second == first);
  g_object_set (page->guides, "language", "en", NULL);
  third = take (page, stock);
  g_assert_true (third != first);
  g_assert_cmpint (third->language, ==, YZ_PRINT_ENGLISH);
  g_object_set (page->guides, "area", "district:江北区", NULL);
  fourth = take (page, stock);
  g_assert_true (fourth != third);
  yz_guide_stock_unref (stock);
}

static YzGuideLeaf *
get_leaf (Page *page, guint index)
{
  return g_list_model_get_item (G_LIST_MODEL (yz_guides_get_proof (page->guides)), index);
}

static gboolean
shows_sheets (gpointer data)
{
  return is_done (data) && yz_guide_proof_shows_sheets (yz_guides_get_proof (data));
}

static gboolean
has_spots (gpointer data)
{
  return ((const Looked *) data)->spots != NULL;
}

/* A booklet is read page by page, and printed with two of them on a side; stations are found there too. */
static void
test_booklet (Page *page, gconstpointer data)
{
  guint n_sides, n_spots = 0;
  double width, height;

  g_object_set (page->guides, "document", "guide", "paper", "booklet", NULL);
  show (page);
  g_assert_false (yz_guide_proof_shows_sheets (yz_guides_get_proof (page->guides)));
  g_object_set (page->guides, "sheets", TRUE, NULL);
  yz_test_wait_until (shows_sheets, page->guides);
  n_sides = g_list_model_get_n_items (G_LIST_MODEL (yz_guides_get_proof (page->guides)));
  g_assert_cmpuint (n_sides, >, 0);
  g_assert_cmpuint (n_sides % 2, ==, 0);
  for (guint i = 0; i < n_sides; i++)
    {
      g_autoptr (YzGuideLeaf) leaf = get_leaf (page, i);
      g_autofree char *title = yz_guide_leaf_dup_title (leaf), *wanted = g_strdup_printf ("Side %u", i + 1);
      Looked looked = { leaf, NULL, NULL };

      g_assert_cmpstr (title, ==, wanted);
      yz_guide_leaf_get_size (leaf, &width, &height);
      g_assert_cmpfloat (width, ==, 297);
      yz_guide_leaf_find_async (leaf, NULL, on_found, &looked);
      yz_test_wait_until (has_spots, &looked);
      n_spots += looked.spots->len;
      g_ptr_array_unref (looked.spots);
    }
  g_assert_cmpuint (n_spots, >=, 2);
}

/* Nobody looks: nothing is made, not even when the workspace changes. */
static void
test_sleeps (Page *page, gconstpointer data)
{
  YzEdit *edit = yz_edit_new ("Rename");
  g_autoptr (YzGuideProof) before = NULL;

  show (page);
  before = g_object_ref (yz_guides_get_proof (page->guides));
  g_object_set (page->guides, "active", FALSE, NULL);
  yz_edit_set (edit, page->base.first, "name", g_variant_new_string ("石鼓新驿站"));
  fixture_apply (&page->base, edit);
  g_assert_true (yz_guides_get_proof (page->guides) == before);
  g_object_set (page->guides, "active", TRUE, NULL);
  while (yz_guides_get_proof (page->guides) == before)
    g_main_context_iteration (NULL, TRUE);
}

/* A choice without a station says so, and there is a way out of it. */
static void
test_empty (Page *page, gconstpointer data)
{
  g_autofree char *message = NULL;

  show (page);
  g_object_set (page->guides, "service", "no-such-service", NULL);
  wait_for_state (page, "empty");
  g_object_get (page->guides, "message", &message, NULL);
  g_assert_nonnull (message);
  yz_guides_clear_wishes (page->guides);
  wait_for_state (page, "pages");
}

/* A date that is none is said, not guessed. */
static void
test_failure (Page *page, gconstpointer data)
{
  g_autofree char *message = NULL;

  show (page);
  g_object_set (page->guides, "date", "next week", NULL);
  wait_for_state (page, "failed");
  g_object_get (page->guides, "message", &message, NULL);
  g_assert_nonnull (strstr (message, "next week"));
}

static void
test_selection (Page *page, gconstpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 row = yz_record_list_get_row (yz_listing_get_list (YZ_LISTING (page->stations)), 1);
  g_autoptr (GListModel) areas = NULL;
  g_autofree char *area = NULL;

  show (page);
  g_array_append_val (rows, row);
  yz_guides_set_rows (page->guides, rows);
  while (yz_guide_proof_get_n_stations (yz_guides_get_proof (page->guides)) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (page->guides, "areas", &areas, "area", &area, NULL);
  g_assert_cmpstr (area, ==, "selection");
  g_assert_cmpuint (yz_guide_options_find (areas, "selection"), ==, 1);
}

/* For each document what was wished is there again, a selection is not. */
static void
test_remembered (Page *page, gconstpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (YzGuides) again = NULL;
  g_autofree char *paper = NULL, *area = NULL, *audience = NULL, *purpose = NULL;
  gboolean large;

  g_object_set (page->guides, "paper", "a5", "large", TRUE, "audience", "骑手", "purpose", "街道张贴", NULL);
  yz_guides_set_rows (page->guides, rows);
  again = yz_guides_new (page->stations);
  g_object_get (again, "paper", &paper, "large", &large, "audience", &audience, "area", &area, "purpose", &purpose,
                NULL);
  g_assert_cmpstr (paper, ==, "a5");
  g_assert_true (large);
  g_assert_cmpstr (audience, ==, "骑手");
  g_assert_cmpstr (area, ==, "all");
  g_assert_cmpstr (purpose, ==, "");
}

static guint
count_facts (const YzGuideContent *content, const char *value)
{
  guint n = 0;

  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      for (guint k = 0; k < station->facts->len; k++)
        n += strstr (((YzGuideFact *) g_ptr_array_index (station->facts, k))->value, value) != NULL;
    }
  return n;
}

/* Station files that will be printed in full are masked as long as they are on the screen. */
static void
test_masked_files (Page *page, gconstpointer data)
{
  YzEdit *edit = yz_edit_new ("Telephone");
  YzStore *store = yz_session_get_store (page->base.session);
  g_autoptr (YzGuideRequest) request = NULL;
  g_autoptr (YzGuideContent) shown = NULL, printed = NULL;

  yz_edit_set (edit, page->base.first, "phones", g_variant_new_strv ((const char *const[]){ "13812345678" }, 1));
  fixture_apply (&page->base, edit);
  g_object_set (page->guides, "document", "ledger", "mobiles", TRUE, "purpose", "存档", NULL);
  request = yz_guides_make_request (page->guides);
  shown = yz_guide_request_load (request, store, YZ_GUIDE_MASKED, NULL, NULL);
  printed = yz_guide_request_load (request, store, YZ_GUIDE_IN_FULL, NULL, NULL);
  g_assert_cmpuint (count_facts (shown, "13812345678"), ==, 0);
  g_assert_cmpuint (count_facts (printed, "13812345678"), ==, 1);
}

/* What a letter is told is its own, reaches the request, and is gone the next time. */
static void
test_letters (Page *page, gconstpointer data)
{
  g_autoptr (YzGuideRequest) request = NULL, labels = NULL, thanks = NULL;
  g_autoptr (YzGuides) again = NULL;
  g_autofree char *text = NULL;

  g_object_set (page->guides, "document", "rectification", NULL);
  g_object_set (page->guides, "text", "灭火器过期\n饮水机无检验标签", "recipient", "张站长", "deadline", "2026-12-05",
                NULL);
  g_object_set (page->guides, "document", "labels", NULL);
  g_object_set (page->guides, "start", "7", NULL);
  labels = yz_guides_make_request (page->guides);
  g_assert_cmpuint (labels->start, ==, 7);
  g_assert_null (labels->recipient);
  g_object_set (page->guides, "document", "thanks", NULL);
  g_object_set (page->guides, "amount", "1,200.50", NULL);
  thanks = yz_guides_make_request (page->guides);
  g_assert_cmpstr (thanks->amount, ==, "1,200.50");
  g_assert_null (thanks->text);
  g_object_set (page->guides, "document", "rectification", NULL);
  request = yz_guides_make_request (page->guides);
  g_assert_cmpstr (request->text, ==, "灭火器过期\n饮水机无检验标签");
  g_assert_cmpstr (request->recipient, ==, "张站长");
  g_assert_cmpstr (request->deadline, ==, "2026-12-05");
  g_assert_null (request->amount);
  g_assert_cmpuint (request->start, ==, 1);

  again = yz_guides_new (page->stations);
  g_object_get (again, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "");
}

/* An amount or a deadline that is none is said; a letter without it is not printed in its place. */
static void
test_letter_failure (Page *page, gconstpointer data)
{
  static const struct
  {
    const char *document, *wish, *bad, *good;
  } cases[] = {
    { "thanks", "amount", "twelve", "12.50" },
    { "thanks", "amount", "-12", "12元" },
    { "rectification", "deadline", "soon", "2026-12-05" },
  };

  show (page);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;

      g_object_set (page->guides, "document", cases[i].document, cases[i].wish, cases[i].bad, NULL);
      wait_for_state (page, "failed");
      g_object_get (page->guides, "message", &message, NULL);
      g_assert_nonnull (strstr (message, cases[i].bad));
      g_object_set (page->guides, cases[i].wish, cases[i].good, NULL);
      wait_for_state (page, "pages");
    }
}

typedef struct
{
  GAsyncResult *result;
} Saved;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Saved *) data)->result = g_object_ref (result);
}

static gboolean
is_saved (gpointer data)
{
  return ((Saved *) data)->result != NULL;
}

static gboolean
save (Page *page, const char *name, gboolean cancel, GError **error)
{
  g_autofree char *path = g_build_filename (page->base.folder, name, NULL);
  g_autoptr (YzGuideRequest) request = yz_guides_make_request (page->guides);
  GListModel *jobs = yz_session_get_jobs (page->base.session);
  g_autoptr (YzJob) job = NULL;
  Saved saved = { NULL };
  gboolean good;

  yz_guide_save_async (page->base.session, request, path, 1, on_saved, &saved);
  job = g_list_model_get_item (jobs, 0);
  g_assert_nonnull (job);
  if (cancel)
    yz_job_cancel (job);
  yz_test_wait_until (is_saved, &saved);
  good = yz_guide_save_finish (page->base.session, saved.result, error);
  g_object_unref (saved.result);
  g_assert_true (good == g_file_test (path, G_FILE_TEST_EXISTS));
  while (g_list_model_get_n_items (jobs) > 0)
    g_main_context_iteration (NULL, TRUE);
  return good;
}

/* A file is there when it is complete, or not at all. */
static void
test_save (Page *page, gconstpointer data)
{
  static const char *const names[] = { "guide.pdf", "guide.svg", "guide.png", "guide.html" };
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) unknown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      save (page, names[i], FALSE, &error);
      g_assert_no_error (error);
    }
  g_assert_false (save (page, "cancelled.pdf", TRUE, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (save (page, "guide.doc", FALSE, &unknown));
  g_assert_error (unknown, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_WRITE);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(YzGuideRun **) data = yz_guide_prepare_finish (YZ_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_prepare (Page *page, gconstpointer data)
{
  g_autoptr (YzGuideRequest) request = yz_guides_make_request (page->guides);
  g_autoptr (YzGuideRun) run = NULL;

  yz_guide_prepare_async (page->base.session, request, on_prepared, &run);
  yz_test_wait_until (is_set, &run);
  g_assert_true (yz_pages_is_complete (yz_guide_run_get_pages (run)));
}

static gboolean
has_an_edition (gpointer guides)
{
  g_autoptr (GListModel) editions = NULL;

  g_object_get (guides, "editions", &editions, NULL);
  return editions != NULL && g_list_model_get_n_items (editions) == 2;
}

/* What has the name of an edition is recorded when it is a whole document, once. */
static void
test_edition (Page *page, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  show (page);
  g_object_set (page->guides, "edition", "2026 年冬季版", NULL);
  save (page, "page.png", FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (has_an_edition (page->guides));
  save (page, "list.pdf", FALSE, &error);
  g_assert_no_error (error);
  yz_test_wait_until (has_an_edition, page->guides);
  g_object_get (page->guides, "edition", &name, NULL);
  g_assert_cmpstr (name, ==, "");
}

/* On the screen nobody's number is seen in full; on paper it is. */
static void
test_masked (Page *page, gconstpointer data)
{
  YzStore *store = yz_session_get_store (page->base.session);
  YzDocumentKind kind = *yz_guides_get_kind (page->guides);
  g_autoptr (YzRecord) person = yz_session_new_record (page->base.session, &yz_person_kind);
  g_autoptr (YzGuideContent) shown = NULL;
  g_autoptr (YzGuideContent) printed = NULL;
  g_autoptr (YzGuideRequest) request = NULL;
  YzEdit *edit = yz_edit_new ("Add");

  g_assert_true (yz_record_parse (person, "name", "周敏", NULL));
  g_assert_true (yz_record_parse (person, "role", "mediator", NULL));
  g_assert_true (yz_record_parse (person, "phones", "13812345596", NULL));
  yz_edit_create (edit, person);
  fixture_apply (&page->base, edit);

  kind.wants_contacts = TRUE;
  request = yz_guide_request_new (&kind, yz_paper_find ("a4", NULL));
  shown = yz_guide_request_load (request, store, YZ_GUIDE_MASKED, NULL, NULL);
  printed = yz_guide_request_load (request, store, YZ_GUIDE_IN_FULL, NULL, NULL);
  g_assert_cmpstr (((YzGuideContact *) g_ptr_array_index (shown->contacts, 0))->phone, ==, "138****5596");
  g_assert_cmpstr (((YzGuideContact *) g_ptr_array_index (printed->contacts, 0))->phone, ==, "13812345596");
}

#define page_test(path, func) g_test_add (path, Page, NULL, page_set_up, func, page_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  page_test ("/session/guides/pages", test_pages);
  page_test ("/session/guides/begins-anew", test_begins_anew);
  page_test ("/session/guides/stock", test_stock);
  page_test ("/session/guides/booklet", test_booklet);
  page_test ("/session/guides/sleeps", test_sleeps);
  page_test ("/session/guides/empty", test_empty);
  page_test ("/session/guides/failure", test_failure);
  page_test ("/session/guides/selection", test_selection);
  page_test ("/session/guides/remembered", test_remembered);
  page_test ("/session/guides/letters", test_letters);
  page_test ("/session/guides/masked-files", test_masked_files);
  page_test ("/session/guides/letter-failure", test_letter_failure);
  page_test ("/session/guides/save", test_save);
  page_test ("/session/guides/prepare", test_prepare);
  page_test ("/session/guides/edition", test_edition);
  page_test ("/session/guides/masked", test_masked);
  return g_test_run ();
}

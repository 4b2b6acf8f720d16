/* What papers about stock show: lines and sums that agree with the books, whatever was done with them since. */
#include "stock-fixture.h"

#include "yz-guide-goods.h"
#include "yz-guide-request.h"
#include "yz-guide-subjects.h"
#include "yz-guides.h"
#include "yz-guide-error.h"
#include "yz-guide-option.h"

#define DAY (24 * HOUR)

/* The clock of the fixture stands on Friday 2026-11-20. */
static YzGuideContent *
load (StockFixture *fixture, const char *document, const char *subject, GError **error)
{
  const YzDocumentKind *kind = yz_document_kind_find (document, NULL);
  g_autoptr (YzGuideRequest) request = yz_guide_request_new (kind, yz_paper_find (kind->paper, NULL));

  request->choice->subject = g_strdup (subject);
  return yz_guide_request_load (request, fixture->store, YZ_GUIDE_IN_FULL, NULL, error);
}

static YzGuideContent *
load_one (StockFixture *fixture, const char *document, const char *subject)
{
  g_autoptr (GError) error = NULL;
  YzGuideContent *content = load (fixture, document, subject, &error);

  g_assert_no_error (error);
  return content;
}

static const YzGoodsLine *
get_line (const YzGuideContent *content, guint paper, guint index)
{
  g_autoptr (GPtrArray) lines = yz_goods_paper_list_lines (g_ptr_array_index (content->goods, paper));

  g_assert_cmpuint (index, <, lines->len);
  return g_ptr_array_index (lines, index);
}

static guint
count_lines (const YzGuideContent *content)
{
  guint n = 0;

  for (guint i = 0; i < content->goods->len; i++)
    {
      g_autoptr (GPtrArray) lines = yz_goods_paper_list_lines (g_ptr_array_index (content->goods, i));

      n += lines->len;
    }
  return n;
}

static char *
send (StockFixture *fixture, YzRecord *item, gint64 quantity)
{
  const YzStockNote note = { .at = fixture->now - HOUR, .handler = "周敏" };
  const YzStockLine line = { yz_record_get_id (item), NULL, quantity };
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_transfer (fixture->store, "DB-1", fixture->first,
                                         yz_record_get_id (fixture->base.second), "2026-11-22", &line, 1, &note,
                                         &error);
  char *id;

  g_assert_no_error (error);
  stock_fixture_apply (fixture, edit, &error);
  g_assert_no_error (error);
  id = yz_guide_subject_find (fixture->store, yz_document_kind_find ("transfer-slip", NULL), "DB-1", &error);
  g_assert_no_error (error);
  return id;
}

/* What was sent of each lot, the one that expires first first; what came stands there once it came. */
static void
test_transfer (StockFixture *fixture, gconstpointer data)
{
  const YzStockNote note = { .at = fixture->now, .handler = "吴建国", .reason = "少一盒" };
  g_autoptr (YzGuideContent) sent = NULL, arrived = NULL;
  g_autofree char *transfer = NULL;
  const YzGoodsPaper *paper;
  YzStockLine came;

  stock_fixture_receive (fixture, fixture->medicine, NULL, 5, "B", "2027-02-01", fixture->now - DAY);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 3, "A", "2026-12-01", fixture->now - DAY);
  transfer = send (fixture, fixture->medicine, 4);

  sent = load_one (fixture, "transfer-slip", transfer);
  g_assert_cmpuint (sent->goods->len, ==, 1);
  paper = g_ptr_array_index (sent->goods, 0);
  g_assert_cmpstr (paper->number, ==, "DB-1");
  g_assert_cmpstr (paper->place, ==, yz_record_get_title (fixture->base.first));
  g_assert_cmpstr (paper->target, ==, yz_record_get_title (fixture->base.second));
  g_assert_cmpstr (paper->people[0], ==, "周敏");
  g_assert_cmpuint (count_lines (sent), ==, 2);
  g_assert_cmpstr (get_line (sent, 0, 0)->lot, ==, "A");
  g_assert_cmpint (get_line (sent, 0, 0)->quantity, ==, 3);
  g_assert_true (get_line (sent, 0, 0)->warned);
  g_assert_cmpint (get_line (sent, 0, 1)->quantity, ==, 1);
  g_assert_cmpint (get_line (sent, 0, 0)->arrived, ==, -1);

  came = (YzStockLine){ yz_record_get_id (fixture->medicine), NULL, 3 };
  stock_fixture_apply (fixture, yz_stock_make_arrival (fixture->store, transfer, &came, 1, &note, NULL), NULL);
  arrived = load_one (fixture, "transfer-slip", transfer);
  g_assert_cmpint (get_line (arrived, 0, 0)->arrived + get_line (arrived, 0, 1)->arrived, ==, 3);
  g_assert_cmpint (get_line (arrived, 0, 0)->quantity + get_line (arrived, 0, 1)->quantity, ==, 4);
}

/* What was taken back was not written off; without a number, what nobody may use is proposed. */
static void
test_write_off (StockFixture *fixture, gconstpointer data)
{
  const YzStockNote note = { .at = fixture->now, .document = "BS-1", .reason = "破损" };
  const YzStockLine broken = { yz_record_get_id (fixture->water), NULL, 2 };
  g_autoptr (YzGuideContent) written = NULL, undone = NULL, proposed = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 9, NULL, NULL, fixture->now - 90 * DAY);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "OLD", "2026-10-01", fixture->now - 90 * DAY);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 7, "NEW", "2027-10-01", fixture->now - 90 * DAY);
  stock_fixture_apply (fixture, yz_stock_make_write_off (fixture->store, fixture->first, &broken, 1, &note, NULL),
                       NULL);

  written = load_one (fixture, "write-off-list", "BS-1");
  g_assert_cmpuint (count_lines (written), ==, 1);
  g_assert_cmpint (get_line (written, 0, 0)->quantity, ==, 2);
  g_assert_cmpint (yz_goods_line_get_value (get_line (written, 0, 0)), ==, 2500);
  g_assert_cmpstr (get_line (written, 0, 0)->note, ==, "破损");

  proposed = load_one (fixture, "write-off-list", NULL);
  g_assert_cmpuint (count_lines (proposed), ==, 1);
  g_assert_cmpstr (get_line (proposed, 0, 0)->lot, ==, "OLD");
  g_assert_cmpint (get_line (proposed, 0, 0)->quantity, ==, 4);
  g_assert_cmpint (get_line (proposed, 0, 0)->days_left, <, 0);

  yz_action_free (yz_store_undo (fixture->store, 0, NULL, NULL));
  undone = load_one (fixture, "write-off-list", "BS-1");
  g_assert_cmpuint (undone->goods->len, ==, 0);
}

/* At stations: what expires is listed, expired goods are no offer at the door, and each item stands there once. */
static void
test_stations (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideContent) first = NULL, door = NULL, labels = NULL;

  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "OLD", "2026-10-01", fixture->now - 90 * DAY);
  stock_fixture_receive (fixture, fixture->water, NULL, 9, NULL, NULL, fixture->now - DAY);
  door = load_one (fixture, "stock-door-sheet", NULL);
  g_assert_cmpuint (count_lines (door), ==, 1);
  g_assert_cmpstr (get_line (door, 0, 0)->item, ==, "瓶装饮用水");

  stock_fixture_receive (fixture, fixture->medicine, NULL, 1, "SOON", "2026-12-01", fixture->now - DAY);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 1, "LATER", "2027-12-01", fixture->now - DAY);
  first = load_one (fixture, "use-first", NULL);
  g_assert_cmpuint (count_lines (first), ==, 2);
  g_assert_cmpstr (get_line (first, 0, 0)->lot, ==, "OLD");
  g_assert_cmpstr (get_line (first, 0, 1)->lot, ==, "SOON");
  labels = load_one (fixture, "stock-labels", NULL);
  g_assert_cmpuint (count_lines (labels), ==, 4);
}

/* Who lacks something is served from the place that was named, with what expires first. */
static void
test_need (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideContent) content = NULL;
  YzEdit *edit = yz_edit_new ("Set levels");
  g_autoptr (YzRecord) item = yz_record_copy (fixture->medicine), place = NULL;

  yz_record_set (item, "minimum", g_variant_new_int64 (3));
  yz_record_set (item, "target", g_variant_new_int64 (6));
  yz_edit_update (edit, fixture->medicine, item);
  place = yz_session_new_record (fixture->base.session, &yz_place_kind);
  yz_record_set_text (place, "name", "市总仓库");
  yz_record_set_text (place, "type", "warehouse");
  yz_edit_create (edit, place);
  stock_fixture_apply (fixture, edit, NULL);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 1, "X", "2027-02-01", fixture->now - DAY);
  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (place), 3, "B", "2027-06-01",
                         fixture->now - DAY);
  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (place), 1, "A", "2027-01-01",
                         fixture->now - DAY);

  content = load_one (fixture, "pick-list", yz_record_get_id (place));
  g_assert_cmpuint (content->goods->len, ==, 2);
  g_assert_cmpstr (get_line (content, 0, 0)->lot, ==, "A");
  g_assert_cmpint (get_line (content, 0, 0)->quantity + get_line (content, 0, 1)->quantity, ==, 4);
  g_assert_cmpint (get_line (content, 1, 0)->quantity + get_line (content, 1, 1)->quantity, ==, 4);
  g_assert_nonnull (get_line (content, 1, 1)->note); /* there is too little */
}

static gboolean
is_done (gpointer guides)
{
  YzGuideProof *proof = yz_guides_get_proof (guides);

  return proof != NULL && yz_guide_proof_get_state (proof) != YZ_GUIDE_PROOF_MAKING;
}

static gboolean
has_subjects (gpointer guides)
{
  g_autoptr (GListModel) subjects = NULL;

  g_object_get (guides, "subjects", &subjects, NULL);
  return subjects != NULL && g_list_model_get_n_items (subjects) > 0;
}

static gboolean
shows_pages (gpointer guides)
{
  g_autofree char *state = NULL;

  g_object_get (guides, "state", &state, NULL);
  return is_done (guides) && g_str_equal (state, "pages");
}

/* The Guides page is sent there by the Inventory page, or finds the newest itself. */
static void
test_page (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = yz_stations_new (fixture->base.session);
  g_autoptr (YzGuides) guides = yz_guides_new (stations);
  g_autofree char *transfer = NULL, *subject = NULL, *state = NULL, *area = NULL;

  yz_guides_set_document (guides, "no-such-document", "x");
  yz_guides_set_document (guides, "transfer-slip", "");
  g_object_set (guides, "active", TRUE, NULL);
  yz_test_wait_until (is_done, guides);
  g_object_get (guides, "state", &state, NULL);
  g_assert_cmpstr (state, ==, "failed"); /* there is no transfer */

  stock_fixture_receive (fixture, fixture->water, NULL, 9, NULL, NULL, fixture->now - DAY);
  transfer = send (fixture, fixture->water, 4);
  yz_test_wait_until (has_subjects, guides);
  yz_test_wait_until (shows_pages, guides);
  g_object_get (guides, "subject", &subject, NULL);
  g_assert_cmpstr (subject, ==, transfer);

  yz_guides_set_document (guides, "use-first", fixture->first);
  g_object_get (guides, "area", &area, NULL);
  g_assert_true (g_str_has_prefix (area, "station:"));
}

static void
test_nothing (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, "count-sheet", NULL, &error));
  g_assert_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (load (fixture, "transfer-slip", "00000000-0000-7000-8000-000000000001", &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  stock_fixture_add ("/session/guide-goods/transfer", test_transfer);
  stock_fixture_add ("/session/guide-goods/write-off", test_write_off);
  stock_fixture_add ("/session/guide-goods/stations", test_stations);
  stock_fixture_add ("/session/guide-goods/need", test_need);
  stock_fixture_add ("/session/guide-goods/page", test_page);
  stock_fixture_add ("/session/guide-goods/nothing", test_nothing);
  return g_test_run ();
}

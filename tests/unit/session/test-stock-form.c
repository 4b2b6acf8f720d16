/* What is typed about stock: what is wrong stands where it can be mended, and nothing that was typed is lost. */
#include "config.h"

#include "stock-fixture.h"

#include "yz-stock-form.h"

typedef struct
{
  gboolean ended;
  gboolean done;
} Outcome;

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->done = yz_stock_form_apply_finish (YZ_STOCK_FORM (source), result);
  outcome->ended = TRUE;
}

static gboolean
apply (YzStockForm *form)
{
  Outcome outcome = { 0 };

  yz_stock_form_apply_async (form, on_applied, &outcome);
  yz_test_wait (&outcome.ended);
  return outcome.done;
}

static YzStockForm *
new_form (StockFixture *fixture, YzStockVerb verb)
{
  YzStockForm *form = yz_stock_form_new (fixture->base.session, verb);

  yz_stock_form_set_place (form, fixture->first, TRUE, "石鼓驿站");
  return form;
}

static YzStockFormLine *
get_line (YzStockForm *form, guint index)
{
  g_autoptr (YzStockFormLine) line = g_list_model_get_item (yz_stock_form_get_lines (form), index);

  return line; /* the form keeps it */
}

static guint
count_lines (YzStockForm *form)
{
  return g_list_model_get_n_items (yz_stock_form_get_lines (form));
}

static void
test_receive (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzStockForm) form = yz_stock_form_new (fixture->base.session, YZ_STOCK_RECEIVE);
  YzStockFormLine *line;

  g_object_set (form, "when", "明天", NULL);
  g_assert_false (apply (form));
  g_assert_nonnull (yz_stock_form_get_error (form, "place"));
  g_assert_nonnull (yz_stock_form_get_error (form, "when"));
  g_assert_nonnull (yz_stock_form_get_error (form, "lines"));

  yz_stock_form_set_place (form, fixture->first, TRUE, "石鼓驿站");
  g_assert_null (yz_stock_form_get_error (form, "place"));
  g_object_set (form, "when", "", NULL);
  yz_stock_form_add (form, fixture->medicine, NULL, 3);
  yz_stock_form_add (form, fixture->medicine, NULL, 2);
  yz_stock_form_add (form, fixture->water, NULL, 1);
  g_assert_cmpuint (count_lines (form), ==, 2);
  line = get_line (form, 0);
  g_assert_cmpstr (yz_stock_form_line_get (line, "quantity"), ==, "5");
  g_object_set (line, "expiry", "不知道", NULL);
  g_assert_false (apply (form));
  g_assert_cmpstr (yz_stock_form_line_get (line, "error"), !=, "");
  g_assert_cmpstr (yz_stock_form_line_get (line, "expiry"), ==, "不知道");
  g_object_set (line, "expiry", "", NULL);
  g_assert_false (apply (form)); /* medicine needs one */
  g_assert_cmpstr (yz_stock_form_line_get (line, "error"), !=, "");
  g_assert_cmpstr (yz_stock_form_line_get (get_line (form, 1), "error"), ==, "");

  g_object_set (line, "expiry", "202706e", "cost", "12.50", NULL);
  g_assert_true (apply (form));
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 5);
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->water, 0), ==, 1);
}

static gboolean
has_proposal (gpointer line)
{
  return *yz_stock_form_line_get (line, "proposal") != '\0';
}

static gboolean
has_offer (gpointer line)
{
  return yz_stock_form_line_get_offer (line) != NULL;
}

static void
test_hand_out (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzStockForm) form = NULL;
  YzStockFormLine *line;
  YzStockLots *lots;
  gboolean can_force;

  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "早", "2026-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "晚", "2027-10-01", fixture->now);
  yz_clock_set_now (fixture->base.clock, fixture->now + HOUR);
  form = new_form (fixture, YZ_STOCK_HAND_OUT);
  yz_stock_form_add (form, fixture->medicine, NULL, 7);
  line = get_line (form, 0);
  yz_test_wait_until (has_proposal, line);
  g_assert_cmpstr (yz_stock_form_line_get (line, "proposal"), ==,
                   "早 (until 2026-12-09) 6 盒, 晚 (until 2027-10-01) 1 盒 · 10 盒 here");

  /* another lot than the first one needs a reason */
  lots = yz_stock_form_line_get_offer (line);
  g_object_set (line, "lot", yz_stock_lots_get_id (lots, 1), "quantity", "1", NULL);
  if (g_strcmp0 (yz_record_get_title (g_ptr_array_index (lots->records, 1)), "晚") != 0)
    g_object_set (line, "lot", yz_stock_lots_get_id (lots, 0), NULL);
  g_assert_false (apply (form));
  g_assert_nonnull (yz_stock_form_get_error (form, "reason"));
  g_object_set (form, "reason", "早批次压在下面", NULL);
  g_assert_null (yz_stock_form_get_error (form, "reason"));

  g_object_set (line, "lot", "", "quantity", "11", NULL);
  g_assert_false (apply (form));
  g_assert_cmpstr (yz_stock_form_line_get (line, "error"), !=, "");
  g_object_get (form, "can-force", &can_force, NULL);
  g_assert_true (can_force);
  g_object_set (line, "quantity", "4", NULL);
  g_object_set (form, "people", "四", NULL);
  g_assert_false (apply (form));
  g_assert_nonnull (yz_stock_form_get_error (form, "people"));
  g_object_set (form, "people", "4", NULL);
  g_assert_true (apply (form));
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 6);
}

static gboolean
has_lines (gpointer form)
{
  return count_lines (form) > 0;
}

static gboolean
is_refused (gpointer form)
{
  return yz_stock_form_get_error (form, "lines") != NULL;
}

/* What lies on a shelf is written off from there. */
static void
test_unusable (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (fixture, "A架", 1);
  g_autoptr (YzStockForm) form = NULL;
  YzStockFormLine *line;

  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "好", "2026-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (shelf), 3, "过期", "2026-11-01", fixture->now);
  yz_clock_set_now (fixture->base.clock, fixture->now + HOUR);
  form = new_form (fixture, YZ_STOCK_WRITE_OFF);
  yz_stock_form_fill_unusable (form);
  yz_test_wait_until (has_lines, form);
  g_assert_cmpuint (count_lines (form), ==, 1);
  line = get_line (form, 0);
  g_assert_cmpstr (yz_stock_form_line_get (line, "quantity"), ==, "3");
  g_assert_cmpstr (yz_stock_form_line_get_place (line), ==, yz_record_get_id (shelf));
  g_assert_true (apply (form));
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 6);
  g_clear_object (&form);

  /* and who asks for more of it is told that this was all */
  form = new_form (fixture, YZ_STOCK_WRITE_OFF);
  yz_stock_form_fill_unusable (form);
  yz_test_wait_until (is_refused, form);
  g_assert_cmpuint (count_lines (form), ==, 0);
}

static YzRecord *
find_transfer (StockFixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) transfers = yz_store_load_records (fixture->store, query, NULL);

  g_assert_cmpuint (transfers->len, ==, 1);
  return g_object_ref (g_ptr_array_index (transfers, 0));
}

/* Two slips of one minute would have one number: the second form says so where it can be mended. */
static void
test_number (StockFixture *fixture, gconstpointer data)
{
  const char *second = yz_record_get_id (fixture->base.second);

  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "甲", "2026-12-09", fixture->now);
  yz_clock_set_now (fixture->base.clock, fixture->now + HOUR);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (YzStockForm) form = new_form (fixture, YZ_STOCK_SEND);

      yz_stock_form_add (form, fixture->medicine, NULL, 1);
      yz_stock_form_set_target (form, second, TRUE, "桥陇驿站");
      g_assert_cmpint (apply (form), ==, i == 0);
      if (i == 0)
        continue;
      g_assert_nonnull (yz_stock_form_get_error (form, "number"));
      g_object_set (form, "number", "DB-2", NULL);
      g_assert_true (apply (form));
    }
}

static void
test_transfer (StockFixture *fixture, gconstpointer data)
{
  const char *second = yz_record_get_id (fixture->base.second);
  g_autoptr (YzStockForm) form = NULL, arrival = NULL;
  g_autoptr (YzRecord) transfer = NULL;

  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "甲", "2026-12-09", fixture->now);
  yz_clock_set_now (fixture->base.clock, fixture->now + HOUR);
  form = new_form (fixture, YZ_STOCK_SEND);
  yz_stock_form_add (form, fixture->medicine, NULL, 4);
  g_assert_false (apply (form));
  g_assert_nonnull (yz_stock_form_get_error (form, "target"));
  yz_stock_form_set_target (form, fixture->first, TRUE, "石鼓驿站");
  g_assert_false (apply (form));
  g_assert_nonnull (yz_stock_form_get_error (form, "target"));
  yz_stock_form_set_target (form, second, TRUE, "桥陇驿站");
  g_object_set (form, "due", "+3", NULL);
  g_assert_true (apply (form));
  transfer = find_transfer (fixture);
  g_assert_cmpstr (yz_record_get_text (transfer, "due"), ==, "2026-11-23");
  g_assert_cmpstr (yz_record_get_title (transfer), ==, "DB-261120-1526");

  yz_clock_set_now (fixture->base.clock, fixture->now + 2 * HOUR);
  arrival = yz_stock_form_new (fixture->base.session, YZ_STOCK_ARRIVE);
  yz_stock_form_fill_arrival (arrival, yz_record_get_id (transfer));
  yz_test_wait_until (has_lines, arrival);
  g_object_set (get_line (arrival, 0), "quantity", "3", NULL);
  g_assert_false (apply (arrival));
  g_assert_nonnull (yz_stock_form_get_error (arrival, "reason"));
  g_object_set (arrival, "reason", "破损 1 盒", NULL);
  g_assert_true (apply (arrival));
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 2);
}

/* From a station goods are taken wherever at it they lie; a chosen lot where it lies. */
static void
test_shelves (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (fixture, "A架", 1);
  g_autoptr (YzStockForm) form = NULL, chosen = NULL;
  YzStockFormLine *line;

  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (shelf), 3, "甲", "2026-12-09", fixture->now);
  yz_clock_set_now (fixture->base.clock, fixture->now + HOUR);
  form = new_form (fixture, YZ_STOCK_HAND_OUT);
  yz_stock_form_add (form, fixture->medicine, NULL, 1);
  g_assert_true (apply (form));
  chosen = new_form (fixture, YZ_STOCK_HAND_OUT);
  yz_stock_form_add (chosen, fixture->medicine, NULL, 1);
  line = get_line (chosen, 0);
  yz_test_wait_until (has_offer, line);
  g_object_set (line, "lot", yz_stock_lots_get_id (yz_stock_form_line_get_offer (line), 0), NULL);
  g_assert_true (apply (chosen));
  g_assert_cmpint (stock_fixture_get_quantity (fixture, fixture->medicine, 0), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stock_fixture_add ("/session/stock-form/receive", test_receive);
  stock_fixture_add ("/session/stock-form/hand-out", test_hand_out);
  stock_fixture_add ("/session/stock-form/unusable", test_unusable);
  stock_fixture_add ("/session/stock-form/transfer", test_transfer);
  stock_fixture_add ("/session/stock-form/number", test_number);
  stock_fixture_add ("/session/stock-form/shelves", test_shelves);
  return g_test_run ();
}

/* What there is, and the page's state around it. */
#include "config.h"

#include "stock-fixture.h"

#include "yz-stock-alarm.h"
#include "yz-stock-reading.h"
#include "yz-stock-rows.h"

static YzInventoryScope
make_scope (StockFixture *fixture, const char *station)
{
  return (YzInventoryScope){ .station = (char *) station, .now = fixture->now, .today = yz_office_day (fixture->now) };
}

static YzStockFigures *
read_figures (StockFixture *fixture, const char *station, gboolean by_holder, const char *item, const char *text)
{
  YzInventoryScope scope = make_scope (fixture, station);
  g_autoptr (GVariant) wish = g_variant_ref_sink (g_variant_new ("(bss)", by_holder, item, text));
  g_autoptr (GError) error = NULL;
  YzStockFigures *figures = yz_stock_figures_read (fixture->store, &scope, wish, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

static const YzStockFigure *
find (YzStockFigures *figures, const char *title)
{
  for (guint i = 0; i < figures->rows->len; i++)
    {
      const YzStockFigure *figure = g_ptr_array_index (figures->rows, i);

      if (g_str_equal (figure->title, title))
        return figure;
    }
  return NULL;
}

static void
set_minimum (StockFixture *fixture, YzRecord *item, gint64 minimum)
{
  YzEdit *edit = yz_edit_new ("Set");

  yz_edit_set (edit, item, "minimum", g_variant_new_int64 (minimum));
  fixture_apply (&fixture->base, edit);
}

/* Expired and recalled boxes are no stock, and are told. */
static void
test_usable (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzStockFigures) figures = NULL;
  g_autofree char *words = NULL;
  const YzStockFigure *medicine;

  set_minimum (fixture, fixture->medicine, 5);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "Y26-0412", "2026-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "Y27-0101", "2027-10-01", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 3, "Y25-0101", "2026-11-19", fixture->now);
  figures = read_figures (fixture, fixture->first, FALSE, "", "");
  medicine = find (figures, "藿香正气水");
  g_assert_cmpint (medicine->usable, ==, 10);
  g_assert_cmpint (medicine->expired, ==, 3);
  g_assert_cmpint (medicine->expiring, ==, 6);
  g_assert_cmpint (medicine->minimum, ==, 5);
  g_assert_cmpstr (medicine->lot, ==, "Y26-0412");
  g_assert_cmpuint (medicine->n_lots, ==, 2);
  g_assert_cmpint (medicine->state, ==, YZ_STOCK_EXPIRED);
  words = yz_stock_figure_dup_state (medicine, figures->today);
  g_assert_cmpstr (words, ==, "3 盒 expired");
  g_assert_cmpint (figures->total.usable, ==, 10);
}

/* What ran out is still a row; what nobody ever had is one where a minimum was set for the place. */
static void
test_low (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzStockFigures) figures = NULL;
  g_autoptr (YzStockRows) rows = yz_stock_rows_new ();

  set_minimum (fixture, fixture->water, 10);
  stock_fixture_receive (fixture, fixture->water, NULL, 2, NULL, NULL, fixture->now);
  g_assert_cmpint (stock_fixture_hand_out (fixture, fixture->water, 2, fixture->now + MINUTE, NULL), >, 0);
  fixture->now += HOUR;
  figures = read_figures (fixture, fixture->first, FALSE, "", "");
  g_assert_cmpuint (figures->rows->len, ==, 1);
  g_assert_cmpint (find (figures, "瓶装饮用水")->state, ==, YZ_STOCK_OUT);
  g_assert_cmpuint (figures->n_low, ==, 1);
  g_assert_cmpstr (figures->low, ==, "瓶装饮用水");

  yz_stock_rows_set_figures (rows, figures);
  g_assert_cmpuint (yz_stock_rows_count (rows, YZ_STOCK_LACKING), ==, 1);
  g_assert_cmpuint (yz_stock_rows_count (rows, YZ_STOCK_ENDING), ==, 0);
  yz_stock_rows_set_filter (rows, YZ_STOCK_ENDING);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
  yz_stock_rows_set_filter (rows, YZ_STOCK_LACKING);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
}

/* Lots are numbers on boxes, wherever the boxes lie. */
static guint
count_low (StockFixture *fixture)
{
  g_autoptr (YzStockFigures) figures = read_figures (fixture, NULL, FALSE, "", "");

  return figures->n_low;
}

static void
set (StockFixture *fixture, const YzKind *kind, const char *id, const char *field, GVariant *value)
{
  g_autoptr (YzRecord) record = yz_store_load (fixture->store, kind, id, NULL);
  YzEdit *edit = yz_edit_new ("Set");

  yz_edit_set (edit, record, field, value);
  fixture_apply (&fixture->base, edit);
}

/* As in the list of what is due: what is no longer bought is not too little, nor at a station that is paused. */
static void
test_nothing_wanted (StockFixture *fixture, gconstpointer data)
{
  const char *water = yz_record_get_id (fixture->water);

  set_minimum (fixture, fixture->water, 10);
  stock_fixture_receive (fixture, fixture->water, NULL, 2, NULL, NULL, fixture->now);
  g_assert_cmpuint (count_low (fixture), ==, 1);
  set (fixture, &yz_item_kind, water, "discontinued", g_variant_new_boolean (TRUE));
  g_assert_cmpuint (count_low (fixture), ==, 0);
  set (fixture, &yz_item_kind, water, "discontinued", g_variant_new_boolean (FALSE));
  g_assert_cmpuint (count_low (fixture), ==, 1);
  set (fixture, &yz_station_kind, fixture->first, "state", g_variant_new_string ("paused"));
  g_assert_cmpuint (count_low (fixture), ==, 0);
}

static void
test_lots (StockFixture *fixture, gconstpointer data)
{
  const char *second = yz_record_get_id (fixture->base.second);
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (fixture, "A架", 1);
  g_autoptr (YzStockFigures) here = NULL, all = NULL, holders = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 14, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "Y1", "2027-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, yz_record_get_id (shelf), 3, "Y1", "2027-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, second, 2, "Y1", "2027-12-09", fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, second, 2, "Y2", "2028-02-09", fixture->now);
  here = read_figures (fixture, fixture->first, FALSE, "", "");
  g_assert_cmpuint (find (here, "藿香正气水")->n_lots, ==, 1);
  g_assert_cmpuint (here->total.n_lots, ==, 1);
  all = read_figures (fixture, NULL, FALSE, "", "");
  g_assert_cmpuint (find (all, "藿香正气水")->n_lots, ==, 2);
  g_assert_cmpuint (all->total.n_lots, ==, 2);
  holders = read_figures (fixture, NULL, TRUE, yz_record_get_id (fixture->medicine), "");
  g_assert_cmpuint (find (holders, "桥陇驿站")->n_lots, ==, 2);
}

static void
test_holders (StockFixture *fixture, gconstpointer data)
{
  const char *second = yz_record_get_id (fixture->base.second);
  const char *water = yz_record_get_id (fixture->water);
  g_autoptr (YzStockFigures) items = NULL, holders = NULL, found = NULL;

  stock_fixture_receive (fixture, fixture->water, NULL, 14, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->water, second, 4, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "Y26-0412", "2027-12-09", fixture->now);
  items = read_figures (fixture, NULL, FALSE, "", "");
  g_assert_cmpuint (items->rows->len, ==, 2);
  g_assert_cmpint (find (items, "瓶装饮用水")->usable, ==, 18);
  g_assert_cmpuint (find (items, "瓶装饮用水")->n_places, ==, 2);
  holders = read_figures (fixture, NULL, TRUE, water, "");
  g_assert_cmpuint (holders->rows->len, ==, 2);
  g_assert_cmpint (find (holders, "桥陇驿站")->usable, ==, 4);
  g_assert_cmpstr (holders->item, ==, "瓶装饮用水");
  /* by the number of a lot */
  found = read_figures (fixture, NULL, FALSE, "", "Y26-0412");
  g_assert_cmpuint (found->rows->len, ==, 1);
  g_assert_nonnull (find (found, "藿香正气水"));
}

/* Two things given to five people are five people; taken back, none. */
static void
test_people (StockFixture *fixture, gconstpointer data)
{
  YzStockNote note = { .at = fixture->now + MINUTE, .people = 5 };
  YzStockLine lines[] = { { yz_record_get_id (fixture->water), NULL, 5 },
                          { yz_record_get_id (fixture->medicine), NULL, 5 } };
  g_autoptr (YzStockFigures) figures = NULL, after = NULL;
  g_autoptr (YzAction) undone = NULL;
  YzEdit *edit;

  stock_fixture_receive (fixture, fixture->water, NULL, 14, NULL, NULL, fixture->now);
  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "Y26-0412", "2027-12-09", fixture->now);
  edit = yz_stock_make_hand_out (fixture->store, fixture->first, lines, 2, &note, NULL);
  fixture_apply (&fixture->base, edit);
  fixture->now += HOUR;
  figures = read_figures (fixture, fixture->first, FALSE, "", "");
  g_assert_cmpint (figures->people, ==, 5);
  g_assert_cmpint (figures->people_before, ==, 0);
  undone = yz_store_undo (fixture->store, 0, NULL, NULL);
  after = read_figures (fixture, fixture->first, FALSE, "", "");
  g_assert_cmpint (after->people, ==, 0);
}

/* --- the page's state --------------------------------------------------------------------------------------------- */

static void
count (guint *n)
{
  ++*n;
}

static gboolean
is_set (gpointer n)
{
  return *(guint *) n > 0;
}

static gboolean
has_place (gpointer inventory)
{
  return yz_inventory_get_place (inventory) != NULL;
}

/* Nothing is read while nobody looks; whatever is written, or chosen, is read again. */
static void
test_reading (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzInventory) inventory = yz_inventory_new (fixture->base.session);
  g_autoptr (YzStockReading) reading = yz_stock_reading_new (inventory, yz_stock_figures_read, yz_stock_figures_unref);
  g_autofree char *title = NULL;
  guint n_answers = 0;

  g_signal_connect_swapped (reading, "answered", G_CALLBACK (count), &n_answers);
  g_assert_null (yz_stock_reading_get_answer (reading));
  g_object_set (reading, "active", TRUE, NULL);
  yz_test_wait_until (is_set, &n_answers);
  g_assert_cmpuint (((YzStockFigures *) yz_stock_reading_get_answer (reading))->rows->len, ==, 0);

  n_answers = 0;
  stock_fixture_receive (fixture, fixture->water, NULL, 14, NULL, NULL, fixture->now);
  yz_test_wait_until (is_set, &n_answers);
  g_object_set (inventory, "place", fixture->first, NULL);
  yz_test_wait_until (has_place, inventory);
  g_object_get (inventory, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "石鼓驿站");
  /* a place that is gone is all of them */
  g_object_set (inventory, "place", "00000000-0000-4000-8000-000000000000", NULL);
  n_answers = 0;
  yz_test_wait_until (is_set, &n_answers);
}

static gboolean
has_count (gpointer alarm)
{
  guint n;

  g_object_get (alarm, "count", &n, NULL);
  return n == 1;
}

static gboolean
has_none (gpointer alarm)
{
  guint n;

  g_object_get (alarm, "count", &n, NULL);
  return n == 0;
}

/* Whatever place is looked at, everything that is to be done anywhere counts. */
static void
test_alarm (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzInventory) inventory = yz_inventory_new (fixture->base.session);
  g_autoptr (YzStockAlarm) alarm = yz_stock_alarm_new (inventory);

  stock_fixture_receive (fixture, fixture->medicine, NULL, 6, "Y26-0412", "2026-12-01", fixture->now);
  yz_test_wait_until (has_count, alarm);
  g_object_set (inventory, "place", yz_record_get_id (fixture->base.second), NULL);
  yz_test_wait_until (has_place, inventory);
  g_assert_true (has_count (alarm));
  g_assert_cmpint (stock_fixture_hand_out (fixture, fixture->medicine, 6, fixture->now + MINUTE, NULL), >, 0);
  yz_test_wait_until (has_none, alarm);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stock_fixture_add ("/session/stock-figures/usable", test_usable);
  stock_fixture_add ("/session/stock-figures/low", test_low);
  stock_fixture_add ("/session/stock-figures/nothing-wanted", test_nothing_wanted);
  stock_fixture_add ("/session/stock-figures/holders", test_holders);
  stock_fixture_add ("/session/stock-figures/lots", test_lots);
  stock_fixture_add ("/session/stock-figures/people", test_people);
  stock_fixture_add ("/session/stock-figures/reading", test_reading);
  stock_fixture_add ("/session/stock-figures/alarm", test_alarm);
  return g_test_run ();
}

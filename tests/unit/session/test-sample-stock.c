/* The sample's stock: sound books, the same on the same day, and something of everything that the pages show. */
#include "config.h"

#include <string.h>

#include "session-fixture.h"

#include "yz-place.h"
#include "yz-sample-stock.h"
#include "yz-stock-verify.h"
#include "yz-stock.h"

static const char *const stations[] = {
  "滨江东路驿站",     "老码头驿站",   "文昌阁驿站",         "柳荫巷驿站",   "云桥地铁口驿站",
  "晴川站东广场驿站", "临湖公园驿站", "机务段货车司机之家", "橘园社区驿站", "白鹭洲驿站",
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  YzStore *store;
  YzEdit *edit = yz_edit_new ("Add stations");
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, NULL);
  store = yz_session_get_store (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    {
      g_autoptr (YzRecord) station = yz_session_new_record (fixture->session, &yz_station_kind);

      yz_record_set_text (station, "name", stations[i]);
      yz_edit_create (edit, station);
    }
  fixture_apply (fixture, edit);
  yz_sample_stock_fill (store, NULL, &error);
  g_assert_no_error (error);
}

static void
on_heap (const YzStockHeap *heap, gpointer data)
{
  g_string_append_printf (data, "%d/%d/%d=%d ", (int) heap->place, (int) heap->item, (int) heap->lot,
                          (int) heap->quantity);
}

static char *
describe (YzStore *store)
{
  YzStockQuestion question = { 0 };
  GString *text = g_string_new (NULL);

  g_assert_true (yz_stock_read (store, &question, on_heap, text, NULL, NULL));
  return g_string_free (text, FALSE);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (GPtrArray) findings = yz_stock_verify (store, NULL, NULL);
  g_autoptr (GPtrArray) harm = yz_store_check (store, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (harm->len, ==, 0);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  Fixture other = { 0 };
  g_autofree char *first = describe (yz_session_get_store (fixture->session));
  g_autofree char *second = NULL;

  set_up (&other, NULL);
  second = describe (yz_session_get_store (other.session));
  g_assert_cmpuint (strlen (first), >, 1000);
  g_assert_cmpstr (first, ==, second);
  fixture_tear_down (&other, NULL);
}

static gint64
count (YzStore *store, const YzKind *kind, const char *field, YzCompare compare, const char *value)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (field != NULL)
    yz_query_add (query, field, compare, value != NULL ? g_variant_new_string (value) : NULL);
  return yz_store_count (store, query, NULL);
}

static void
test_rich (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  YzStockQuestion way = { .place = yz_place_get_single_id (YZ_PLACE_TRANSIT) };
  g_autoptr (YzAction) undo = NULL;
  gint64 on_the_way;

  g_assert_true (yz_stock_get_quantity (store, &way, &on_the_way, NULL));
  g_assert_cmpint (on_the_way, ==, 40);
  g_assert_cmpint (count (store, &yz_transfer_kind, "closed", YZ_COMPARE_EMPTY, NULL), ==, 2);
  g_assert_cmpint (count (store, &yz_transfer_kind, "difference_reason", YZ_COMPARE_NOT_EMPTY, NULL), ==, 1);
  g_assert_cmpint (count (store, &yz_lot_kind, "expiry", YZ_COMPARE_LESS, "2026-11-20"), ==, 1);
  g_assert_cmpint (count (store, &yz_lot_kind, "recalled", YZ_COMPARE_NOT_EMPTY, NULL), ==, 1);
  g_assert_cmpint (count (store, &yz_place_kind, "type", YZ_COMPARE_EQUAL, "slot"), ==, 18);
  g_assert_cmpint (count (store, &yz_equipment_kind, NULL, YZ_COMPARE_EQUAL, NULL), >=, 20);
  g_assert_cmpint (count (store, &yz_equipment_kind, "state", YZ_COMPARE_EQUAL, "idle"), ==, 5);
  /* undo begins after the sample */
  g_assert_cmpint (count (store, &yz_stocktake_kind, "state", YZ_COMPARE_EQUAL, "confirmed"), ==, 1);
  g_assert_cmpint (count (store, &yz_stocktake_kind, "state", YZ_COMPARE_EQUAL, "counting"), ==, 1);
  g_assert_cmpint (count (store, &yz_kit_part_kind, NULL, YZ_COMPARE_EQUAL, NULL), ==, 3);
  g_assert_cmpint (count (store, &yz_cabinet_event_kind, NULL, YZ_COMPARE_EQUAL, NULL), ==, 5);
  g_assert_cmpint (count (store, &yz_pickup_kind, "state", YZ_COMPARE_EQUAL, "reserved"), ==, 2);
  undo = yz_store_get_undo (store);
  g_assert_cmpstr (undo->label, ==, "Add stations");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/sample-stock/sound", Fixture, NULL, set_up, test_sound, fixture_tear_down);
  g_test_add ("/session/sample-stock/same", Fixture, NULL, set_up, test_same, fixture_tear_down);
  g_test_add ("/session/sample-stock/rich", Fixture, NULL, set_up, test_rich, fixture_tear_down);
  return g_test_run ();
}

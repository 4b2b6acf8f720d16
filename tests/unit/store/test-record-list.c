#include "store-fixture.h"
#include "yz-record-list.h"

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

static GArray *
query_all (Fixture *fixture)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  GArray *rows = yz_store_query (fixture->store, query, NULL, NULL);

  g_assert_nonnull (rows);
  return rows;
}

static void
test_only_the_difference_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecordList) list = yz_record_list_new (fixture->store, &yz_station_kind);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) fewer = NULL;
  g_autoptr (YzRecord) item = NULL;

  for (guint i = 0; i < 4; i++)
    g_object_unref (fixture_add_station (fixture, "甲"));
  all = query_all (fixture);
  fewer = g_array_copy (all);
  g_array_remove_index (fewer, 1);

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), told);
  yz_record_list_set_rows (list, all);
  yz_record_list_set_rows (list, fewer);
  yz_record_list_set_rows (list, fewer);
  yz_record_list_set_rows (list, all);
  g_assert_cmpstr (told->str, ==, "0-0+4 1-1+0 1-0+1 ");
  g_assert_cmpuint (yz_record_list_find (list, g_array_index (all, gint64, 3)), ==, 3);
  g_assert_cmpuint (yz_record_list_find (list, 4711), ==, G_MAXUINT);
  item = g_list_model_get_item (G_LIST_MODEL (list), 4);
  g_assert_null (item);
}

static void
test_refresh_tells_of_what_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecordList) list = yz_record_list_new (fixture->store, &yz_station_kind);
  g_autoptr (YzRecord) first = fixture_add_station (fixture, "甲");
  g_autoptr (YzRecord) second = fixture_add_station (fixture, "乙");
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GArray) all = query_all (fixture);
  g_autoptr (YzRecord) before = NULL;
  g_autoptr (YzRecord) same = NULL;
  g_autoptr (YzRecord) after = NULL;

  yz_record_list_set_rows (list, all);
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), 0));
  before = g_list_model_get_item (G_LIST_MODEL (list), 1);
  same = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (before == same);

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), told);
  yz_record_list_refresh (list);
  g_assert_cmpstr (told->str, ==, "");
  fixture_set (fixture, yz_record_get_id (second), "name", "丙");
  yz_record_list_refresh (list);
  g_assert_cmpstr (told->str, ==, "1-1+1 ");
  after = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (yz_record_get_title (after), ==, "丙");
}

/* A change to hundreds of records is a few words to those who show them. */
static void
test_neighbours_are_told_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecordList) list = yz_record_list_new (fixture->store, &yz_station_kind);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GArray) all = NULL;
  static const guint changed[] = { 0, 2, 3, 5 };

  for (guint i = 0; i < 6; i++)
    g_object_unref (fixture_add_station (fixture, "甲"));
  all = query_all (fixture);
  yz_record_list_set_rows (list, all);
  for (guint i = 0; i < all->len; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), told);
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_autoptr (YzRecord) station = g_list_model_get_item (G_LIST_MODEL (list), changed[i]);

      fixture_set (fixture, yz_record_get_id (station), "name", "丙");
    }
  yz_record_list_refresh (list);
  g_assert_cmpstr (told->str, ==, "0-1+1 2-2+2 5-1+1 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/record-list/only-the-difference-is-told", test_only_the_difference_is_told);
  fixture_add ("/store/record-list/refresh-tells-of-what-changed", test_refresh_tells_of_what_changed);
  fixture_add ("/store/record-list/neighbours-are-told-together", test_neighbours_are_told_together);
  return g_test_run ();
}

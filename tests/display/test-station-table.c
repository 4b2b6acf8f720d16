#include "display-fixture.h"
#include "yz-station-list.h"
#include "yz-station-table.h"
#include "yz-stations.h"

static GtkWidget *
show_table (Fixture *fixture, YzStations *stations)
{
  GtkWidget *table = g_object_new (YZ_TYPE_STATION_TABLE, "stations", stations, NULL);

  fixture_show (fixture, table);
  return table;
}

static char *
dup_heading (GtkWidget *table, guint position)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (fixture_find (table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), position);

  return g_strdup (gtk_column_view_column_get_title (column));
}

/* As a heading is dragged: the column leaves its place and comes back in another. */
static void
move_column (GtkWidget *table, guint from, guint to)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (fixture_find (table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), from);

  gtk_column_view_remove_column (view, column);
  gtk_column_view_insert_column (view, to, column);
}

/* What somebody chose is there again at the next start. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = yz_stations_new (fixture->session);
  g_autoptr (YzStations) later = yz_stations_new (fixture->session);
  GtkWidget *table = show_table (fixture, stations);
  g_autofree char *moved = dup_heading (table, 2);
  g_autofree char *found = NULL;

  move_column (table, 2, 0);
  yz_listing_set_order (YZ_LISTING (stations), "district", TRUE);
  fixture_settle ();

  table = show_table (fixture, later);
  found = dup_heading (table, 0);
  g_assert_cmpstr (found, ==, moved);
  g_assert_cmpstr (yz_listing_get_order (YZ_LISTING (later)), ==, "district");
  g_assert_true (yz_listing_is_descending (YZ_LISTING (later)));
  fixture_empty (fixture);
}

static gboolean
has_two (gpointer stations)
{
  YzRecordList *list = yz_listing_get_list (stations);

  return list != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) == 2;
}

static gboolean
is_in_new_order (gpointer stations)
{
  YzRecordList *list = yz_listing_get_list (stations);
  g_autoptr (YzRecord) first = list != NULL ? g_list_model_get_item (G_LIST_MODEL (list), 0) : NULL;

  return first != NULL && g_str_equal (yz_record_get_title (first), "乙驿站");
}

/* A change of those that are selected leaves them selected, wherever they stand now. */
static void
test_selection_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "甲驿站", NULL);
  g_autoptr (YzRecord) other = fixture_add (fixture, &yz_station_kind, "name", "乙驿站", NULL);
  g_autoptr (YzStations) stations = yz_stations_new (fixture->session);
  GtkWidget *list = g_object_new (YZ_TYPE_STATION_LIST, "stations", stations, NULL);
  YzEdit *edit = yz_edit_new ("Rename");

  yz_listing_set_order (YZ_LISTING (stations), "name", FALSE);
  fixture_show (fixture, list);
  yz_test_wait_until (has_two, stations);
  yz_station_list_select_all (YZ_STATION_LIST (list));
  g_assert_cmpuint (yz_listing_get_selected (YZ_LISTING (stations))->len, ==, 2);
  yz_edit_set (edit, station, "name", g_variant_new_string ("众驿站"));
  fixture_apply (fixture, edit);
  yz_test_wait_until (is_in_new_order, stations);
  fixture_settle ();
  g_assert_cmpuint (yz_listing_get_selected (YZ_LISTING (stations))->len, ==, 2);
  fixture_empty (fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/station-table/remembered", test_remembered);
  fixture_test ("/display/station-table/selection-stays", test_selection_stays);
  return g_test_run ();
}

/* The squares of a printed map: round, the same on every paper, around all stations but those far off. */
#include "config.h"

#include "yz-guide-content.h"
#include "yz-map-grid.h"

static void
add (GPtrArray *stations, double lon, double lat)
{
  YzGuideStation *station = yz_guide_station_new ("s", "驿站");

  station->position = (YzPosition){ lon, lat };
  station->has_position = TRUE;
  g_ptr_array_add (stations, station);
}

static GPtrArray *
new_stations (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_station_free);
}

/* A town of 5.5 × 2.2 km. */
static GPtrArray *
new_town (guint n)
{
  GPtrArray *stations = new_stations ();

  for (guint i = 0; i < n; i++)
    add (stations, 113.60 + 0.06 * (i % 7) / 6, 34.70 + 0.02 * (i % 5) / 4);
  return stations;
}

static void
test_cells (void)
{
  g_autoptr (GPtrArray) stations = new_town (35);
  YzMapGrid grid;
  g_autofree char *first = NULL, *last = NULL, *outside = NULL;
  double x, y;

  g_assert_true (yz_map_grid_init (&grid, stations, 0.5, 1000));
  g_assert_cmpfloat (grid.cell, ==, 1000);
  g_assert_cmpuint (grid.columns, ==, 6);
  g_assert_cmpuint (grid.rows, ==, 3);
  yz_map_grid_locate (&grid, (YzPosition){ 113.63, 34.71 }, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 3000, 1);
  g_assert_cmpfloat_with_epsilon (y, 1500, 1);
  first = yz_map_grid_get_cell (&grid, (YzPosition){ 113.60, 34.72 });
  last = yz_map_grid_get_cell (&grid, (YzPosition){ 113.66, 34.70 });
  outside = yz_map_grid_get_cell (&grid, (YzPosition){ 113.9, 34.71 });
  g_assert_cmpstr (first, ==, "A1");
  g_assert_cmpstr (last, ==, "F3");
  g_assert_null (outside);
}

static void
test_everything_is_inside (void)
{
  static const double aspects[] = { 0.3, 0.5, 0.678, 1, 1.4 };

  for (guint a = 0; a < G_N_ELEMENTS (aspects); a++)
    for (double extent = 0; extent < 4; extent = extent * 1.7 + 0.0005)
      {
        g_autoptr (GPtrArray) stations = new_stations ();
        YzMapGrid grid;
        double off;

        add (stations, 113.6, 34.7);
        add (stations, 113.6 + extent, 34.7);
        add (stations, 113.6, 34.7 + extent / 2);
        g_assert_true (yz_map_grid_init (&grid, stations, aspects[a], 1000));
        g_assert_cmpuint (MAX (grid.columns, grid.rows), <=, 10);
        off = (double) grid.rows / grid.columns / aspects[a];
        g_assert_cmpfloat (off, >, 0.7);
        g_assert_cmpfloat (off, <, 1.45);
        for (guint i = 0; i < stations->len; i++)
          g_assert_true (yz_map_grid_contains (&grid, ((YzGuideStation *) stations->pdata[i])->position));
      }
}

static void
test_far (void)
{
  g_autoptr (GPtrArray) many = new_town (35), few = new_town (5);
  YzMapGrid grid;

  add (many, 115, 34.7); /* 120 km off */
  g_assert_true (yz_map_grid_init (&grid, many, 0.5, 1000));
  g_assert_cmpfloat (grid.cell, ==, 1000);
  g_assert_false (yz_map_grid_contains (&grid, (YzPosition){ 115, 34.7 }));

  add (few, 115, 34.7); /* one of six is no exception */
  g_assert_true (yz_map_grid_init (&grid, few, 0.5, 1000));
  g_assert_true (yz_map_grid_contains (&grid, (YzPosition){ 115, 34.7 }));
}

static void
test_few (void)
{
  g_autoptr (GPtrArray) stations = new_stations ();
  YzMapGrid grid;
  g_autofree char *cell = NULL;

  g_ptr_array_add (stations, yz_guide_station_new ("s", "没有位置的驿站"));
  g_assert_false (yz_map_grid_init (&grid, stations, 0.5, 1000));
  add (stations, 113.6, 34.7);
  g_assert_true (yz_map_grid_init (&grid, stations, 0.5, 1000));
  g_assert_cmpfloat (grid.cell * grid.columns, >=, 1000);
  g_assert_cmpfloat (grid.cell * grid.columns, <, 2000);
  cell = yz_map_grid_get_cell (&grid, (YzPosition){ 113.6, 34.7 });
  g_assert_nonnull (cell);
}

static void
test_aspect (void)
{
  g_autoptr (GPtrArray) town = new_town (35), nothing = new_stations ();

  g_assert_cmpfloat_with_epsilon (yz_map_grid_get_aspect (town), 2.2 / 5.5, 0.02);
  /* one in another city makes the map no higher */
  add (town, 113.60, 36.0);
  g_assert_cmpfloat_with_epsilon (yz_map_grid_get_aspect (town), 2.2 / 5.5, 0.02);
  g_assert_cmpfloat (yz_map_grid_get_aspect (nothing), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/map-grid/cells", test_cells);
  g_test_add_func ("/guide/map-grid/everything-is-inside", test_everything_is_inside);
  g_test_add_func ("/guide/map-grid/far", test_far);
  g_test_add_func ("/guide/map-grid/few", test_few);
  g_test_add_func ("/guide/map-grid/aspect", test_aspect);
  return g_test_run ();
}

/* What a cluster index promises, on seeded clouds of points: cities of very different sizes, spots, lonely places. */
#include <math.h>
#include <string.h>

#include "yz-cluster-index.h"

#define N_POINTS 20000
#define SPOT_SHARE 0.05

static const YzBox world = { -180, -90, 180, 90 };

static YzClusterPoint
random_point (GRand *rand)
{
  double spread = pow (10, g_rand_double_range (rand, -3, 0));
  int city = g_rand_int_range (rand, 0, 40);

  return (YzClusterPoint){
    .position = { 80 + city % 8 * 6 + spread * (g_rand_double (rand) - g_rand_double (rand)),
                  22 + city / 8 * 5 + spread * (g_rand_double (rand) - g_rand_double (rand)) },
    .category = g_rand_int_range (rand, 0, 6),
  };
}

static YzClusterPoint *
random_points (GRand *rand, guint n)
{
  YzClusterPoint *points = g_new (YzClusterPoint, n);

  for (guint i = 0; i < n; i++)
    {
      points[i] = random_point (rand);
      if (i > 0 && g_rand_double (rand) < SPOT_SHARE)
        points[i].position = points[g_rand_int_range (rand, 0, i)].position;
    }
  return points;
}

static GArray *
new_clusters (void)
{
  return g_array_new (FALSE, FALSE, sizeof (YzCluster));
}

/* Whether the cluster's numbers are those of its points; marks the points in @seen. */
static void
assert_cluster_is_true (const YzClusterIndex *index, const YzCluster *cluster, const YzClusterPoint *points,
                        guint8 *seen)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));
  YzBox box = yz_cluster_index_get_box (index, cluster->id);
  guint32 categories[YZ_CLUSTER_MAX_CATEGORIES] = { 0 };
  YzBox tight = YZ_BOX_EMPTY;
  double x = 0, y = 0;

  yz_cluster_index_list_points (index, cluster->id, members);
  g_assert_cmpuint (members->len, ==, cluster->count);
  g_assert_true ((cluster->count == 1) == (cluster->point != YZ_CLUSTER_NONE));

  for (guint i = 0; i < members->len; i++)
    {
      guint32 point = g_array_index (members, guint32, i);
      YzWorld at = yz_world_from_position (points[point].position);

      g_assert_false (seen[point]);
      seen[point] = TRUE;
      categories[points[point].category]++;
      yz_box_add (&tight, yz_world_to_position (at));
      x += at.x / members->len;
      y += at.y / members->len;
    }
  g_assert_cmpmem (categories, sizeof categories, cluster->categories, sizeof cluster->categories);
  g_assert_cmpfloat_with_epsilon (box.west, tight.west, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.south, tight.south, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.east, tight.east, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.north, tight.north, 1e-6);
  g_assert_cmpfloat_with_epsilon (cluster->centre.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (cluster->centre.y, y, 1e-9);
}

/* Every point of @present exactly once at every zoom. */
static void
assert_index_is_true (const YzClusterIndex *index, const YzClusterPoint *points, const guint8 *present, guint n_points)
{
  g_autoptr (GArray) clusters = new_clusters ();
  g_autofree guint8 *seen = g_new (guint8, n_points);

  for (guint zoom = 0; zoom <= 18; zoom++)
    {
      memset (seen, 0, n_points);
      yz_cluster_index_query (index, &world, zoom, clusters);
      for (guint i = 0; i < clusters->len; i++)
        {
          const YzCluster *cluster = &g_array_index (clusters, YzCluster, i);

          assert_cluster_is_true (index, cluster, points, seen);
          g_assert_cmpuint (yz_cluster_index_get_split_zoom (index, cluster->id), >, MIN (zoom, 17));
        }
      g_assert_cmpmem (seen, n_points, present, n_points);
    }
}

static void
test_built (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree YzClusterPoint *points = random_points (rand, N_POINTS);
  g_autofree guint8 *present = g_malloc (N_POINTS);
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (points, N_POINTS, NULL, 0, NULL);

  memset (present, TRUE, N_POINTS);
  g_assert_cmpuint (yz_cluster_index_get_n_points (index), ==, N_POINTS);
  assert_index_is_true (index, points, present, N_POINTS);
}

static void
test_subset (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autofree YzClusterPoint *points = random_points (rand, N_POINTS);
  g_autofree guint8 *present = g_malloc0 (N_POINTS);
  g_autoptr (GArray) subset = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (YzClusterIndex) index = NULL;

  points[6].position.lon = NAN;
  for (guint32 i = 0; i < N_POINTS; i += 3)
    {
      g_array_append_val (subset, i);
      present[i] = i != 6;
    }
  index = yz_cluster_index_new (points, N_POINTS, (const guint32 *) subset->data, subset->len, NULL);
  g_assert_cmpuint (yz_cluster_index_get_n_points (index), ==, subset->len - 1);
  assert_index_is_true (index, points, present, N_POINTS);
}

static gboolean
contains (const YzBox *box, YzPosition position)
{
  return position.lon >= box->west && position.lon <= box->east && position.lat >= box->south &&
         position.lat <= box->north;
}

/* A view shows exactly those of the whole world's clusters whose centre lies in it. */
static void
test_view (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree YzClusterPoint *points = random_points (rand, N_POINTS);
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (points, N_POINTS, NULL, 0, NULL);
  g_autoptr (GArray) all = new_clusters ();
  g_autoptr (GArray) some = new_clusters ();

  for (guint i = 0; i < 300; i++)
    {
      guint zoom = i % 18;
      double lon = g_rand_double_range (rand, 75, 125), lat = g_rand_double_range (rand, 20, 45);
      double width = 60 * g_rand_double (rand) / (1 + zoom);
      YzBox view = { lon, lat, lon + width, lat + width / 2 };
      guint expected = 0;

      yz_cluster_index_query (index, &world, zoom, all);
      yz_cluster_index_query (index, &view, zoom, some);
      for (guint k = 0; k < all->len; k++)
        expected += contains (&view, yz_world_to_position (g_array_index (all, YzCluster, k).centre));
      /* a centre on the very edge may fall either way */
      g_assert_cmpint (ABS ((int) expected - (int) some->len), <=, 1);
    }
}

static void
test_radius (void)
{
  static const YzClusterPoint points[] = {
    { { 104.0, 30.0 }, 0 },
    { { 104.0001, 30.0 }, 1 },
    { { 104.01, 30.0 }, 1 },
    { { 110.0, 30.0 }, 2 },
  };
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (points, G_N_ELEMENTS (points), NULL, 0, NULL);
  g_autoptr (GArray) clusters = new_clusters ();
  static const struct
  {
    guint zoom, n_clusters;
  } cases[] = {
    { 17, 4 }, { 16, 3 }, { 13, 3 }, { 12, 2 }, { 4, 2 }, { 3, 1 },
  };

  /* At this latitude 48 pixels are 99 m at zoom 16: points 10 m apart join there, 1 km apart at zoom 12. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      yz_cluster_index_query (index, &world, cases[i].zoom, clusters);
      g_assert_cmpuint (clusters->len, ==, cases[i].n_clusters);
    }
  g_assert_cmpuint (yz_cluster_index_get_split_zoom (index, yz_cluster_index_find_cluster (index, 0, 16)), ==, 17);
  g_assert_true (yz_cluster_index_find_cluster (index, 0, 16) == yz_cluster_index_find_cluster (index, 1, 16));
  g_assert_true (yz_cluster_index_find_cluster (index, 0, 16) != yz_cluster_index_find_cluster (index, 2, 16));
  g_assert_cmpuint (yz_cluster_index_find_cluster (index, 3, 16), ==, 3);
}

static guint
count_spot (const YzClusterIndex *index, guint32 point)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));

  yz_cluster_index_list_points (index, yz_cluster_index_find_cluster (index, point, 99), members);
  return members->len;
}

static void
test_spot (void)
{
  static const YzClusterPoint points[] = {
    { { 104, 30 }, 0 }, { { 104, 30 }, 1 }, { { 104.5, 30 }, 0 }, { { 104, 30 }, 1 }, { { 104, 30.000001 }, 1 },
  };
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (points, G_N_ELEMENTS (points), NULL, 0, NULL);
  guint32 id = yz_cluster_index_find_cluster (index, 3, 99);
  YzCluster cluster;
  YzBox box;

  g_assert_cmpuint (count_spot (index, 1), ==, 3);
  yz_cluster_index_get_cluster (index, id, &cluster);
  g_assert_true (cluster.is_spot);
  g_assert_cmpuint (cluster.count, ==, 3);
  g_assert_cmpuint (yz_cluster_index_get_split_zoom (index, id), ==, 18);
  box = yz_cluster_index_get_box (index, id);
  g_assert_cmpfloat (box.west, ==, box.east);

  /* moved away, the others stay; moved back, they are three again */
  yz_cluster_index_put (index, 3, &points[2]);
  g_assert_cmpuint (count_spot (index, 1), ==, 2);
  g_assert_cmpuint (count_spot (index, 2), ==, 2);
  yz_cluster_index_put (index, 3, &points[3]);
  g_assert_cmpuint (count_spot (index, 0), ==, 3);
}

/* The corners of the world, the poles beyond Mercator, and a crowd in one courtyard. */
static void
test_edges (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  YzClusterPoint points[2000] = {
    { { -180, 85.06 }, 0 }, { { 180, 85.06 }, 1 }, { { -180, -90 }, 2 }, { { 180, -90 }, 3 },
    { { 180, 0 }, 4 },      { { -180, 0 }, 5 },    { { 0, 90 }, 0 },
  };
  guint8 present[G_N_ELEMENTS (points)];
  g_autoptr (YzClusterIndex) index = NULL;

  for (guint i = 7; i < G_N_ELEMENTS (points); i++)
    points[i].position = (YzPosition){ 104 + 1e-5 * g_rand_double (rand), 30 + 1e-5 * g_rand_double (rand) };
  index = yz_cluster_index_new (points, G_N_ELEMENTS (points), NULL, 0, NULL);

  memset (present, TRUE, sizeof present);
  assert_index_is_true (index, points, present, G_N_ELEMENTS (points));
  for (guint i = 0; i < 7; i++)
    yz_cluster_index_put (index, i, &points[i]);
  assert_index_is_true (index, points, present, G_N_ELEMENTS (points));
}

/* One random change, made to the index and to the arrays it must agree with. */
static void
change_one (GRand *rand, YzClusterIndex *index, YzClusterPoint *points, guint8 *present, guint n_points)
{
  guint32 i = g_rand_int_range (rand, 0, n_points);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      present[i] = FALSE;
      yz_cluster_index_remove (index, i);
      break;
    case 1:
      points[i].category = g_rand_int_range (rand, 0, 6);
      if (present[i])
        yz_cluster_index_put (index, i, &points[i]);
      break;
    default:
      points[i] = random_point (rand);
      if (g_rand_double (rand) < SPOT_SHARE)
        points[i].position = points[g_rand_int_range (rand, 0, n_points)].position;
      present[i] = TRUE;
      yz_cluster_index_put (index, i, &points[i]);
    }
}

/* Whether nothing lies so near to @point at @zoom that it should have joined it. */
static void
assert_stands_alone (const YzClusterIndex *index, guint32 point, guint zoom, GArray *clusters)
{
  double radius = 48.0 / 256 * pow (2, -(double) zoom);
  YzCluster alone;

  yz_cluster_index_get_cluster (index, point, &alone);
  yz_cluster_index_query (index, &world, zoom, clusters);
  for (guint i = 0; i < clusters->len; i++)
    {
      const YzCluster *other = &g_array_index (clusters, YzCluster, i);
      double distance = hypot (other->centre.x - alone.centre.x, other->centre.y - alone.centre.y);

      if (other->id != point)
        g_assert_cmpfloat (distance, >, radius - 1e-9);
    }
}

/* A point that comes in stands alone only where no cluster is within the radius. */
static void
test_joins (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autofree YzClusterPoint *points = random_points (rand, 2000);
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (points, 2000, NULL, 0, NULL);
  g_autoptr (GArray) clusters = new_clusters ();
  guint n_alone = 0;

  for (guint i = 0; i < 600; i++)
    {
      points[i] = random_point (rand);
      yz_cluster_index_put (index, i, &points[i]);
      for (guint zoom = 0; zoom <= 16; zoom++)
        if (yz_cluster_index_find_cluster (index, i, zoom) == i)
          {
            assert_stands_alone (index, i, zoom, clusters);
            n_alone++;
          }
    }
  g_assert_cmpuint (n_alone, >, 1000);
}

static void
assert_near_rebuilt (const YzClusterIndex *index, const YzClusterIndex *rebuilt, double tolerance)
{
  g_autoptr (GArray) ours = new_clusters ();
  g_autoptr (GArray) fresh = new_clusters ();

  for (guint zoom = 0; zoom <= 17; zoom++)
    {
      yz_cluster_index_query (index, &world, zoom, ours);
      yz_cluster_index_query (rebuilt, &world, zoom, fresh);
      g_test_message ("zoom %u: %u clusters, rebuilt %u", zoom, ours->len, fresh->len);
      g_assert_cmpfloat (fabs ((double) ours->len - fresh->len), <=, 3 + tolerance * fresh->len);
    }
}

/* After changes: all true, and as many clusters, but for @tolerance, as a rebuild gives. */
static void
check_changed (guint seed, guint n_changes, double tolerance)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree YzClusterPoint *points = random_points (rand, N_POINTS);
  g_autofree guint8 *present = g_malloc (N_POINTS);
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (points, N_POINTS, NULL, 0, NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (YzClusterIndex) rebuilt = NULL;

  memset (present, TRUE, N_POINTS);
  for (guint i = 0; i < n_changes; i++)
    change_one (rand, index, points, present, N_POINTS);
  assert_index_is_true (index, points, present, N_POINTS);

  for (guint32 i = 0; i < N_POINTS; i++)
    if (present[i])
      g_array_append_val (numbers, i);
  rebuilt = yz_cluster_index_new (points, N_POINTS, (const guint32 *) numbers->data, numbers->len, NULL);
  g_assert_cmpuint (yz_cluster_index_get_n_points (rebuilt), ==, yz_cluster_index_get_n_points (index));
  assert_near_rebuilt (index, rebuilt, tolerance);
}

static void
test_changed (void)
{
  for (guint seed = 10; seed < 14; seed++)
    check_changed (seed, N_POINTS / 20, 0.05);
}

/* Every point has changed twice. */
static void
test_changed_all (void)
{
  for (guint seed = 14; seed < 18; seed++)
    check_changed (seed, N_POINTS * 2, 0.15);
}

/* A tiny cloud, changed far beyond its size, checked after every change, down to nothing and up from it. */
static void
test_changed_small (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  g_autofree YzClusterPoint *points = random_points (rand, 40);
  guint8 present[40] = { 0 };
  g_autoptr (YzClusterIndex) index = yz_cluster_index_new (NULL, 0, NULL, 0, NULL);

  for (guint i = 0; i < 1500; i++)
    {
      change_one (rand, index, points, present, 40);
      yz_cluster_index_remove (index, 39);
      present[39] = FALSE;
      assert_index_is_true (index, points, present, 40);
    }
  for (guint i = 0; i < 40; i++)
    yz_cluster_index_remove (index, i);
  memset (present, FALSE, sizeof present);
  g_assert_cmpuint (yz_cluster_index_get_n_points (index), ==, 0);
  assert_index_is_true (index, points, present, 40);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/geo/cluster-index/built", test_built);
  g_test_add_func ("/geo/cluster-index/subset", test_subset);
  g_test_add_func ("/geo/cluster-index/view", test_view);
  g_test_add_func ("/geo/cluster-index/radius", test_radius);
  g_test_add_func ("/geo/cluster-index/spot", test_spot);
  g_test_add_func ("/geo/cluster-index/edges", test_edges);
  g_test_add_func ("/geo/cluster-index/joins", test_joins);
  g_test_add_func ("/geo/cluster-index/changed", test_changed);
  g_test_add_func ("/geo/cluster-index/changed-all", test_changed_all);
  g_test_add_func ("/geo/cluster-index/changed-small", test_changed_small);
  return g_test_run ();
}

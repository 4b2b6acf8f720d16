/*
 * Measures the cluster index: building it, asking it for a screen, moving one point.
 *
 *   bench-cluster POINTS VIEWS
 *
 * POINTS: lines "lon lat category"; VIEWS: lines "west south east north zoom". Radius and tile are those of the
 * peer's defaults, so that both make the same clusters. Prints "name median-in-milliseconds" and, for the comparison
 * of results, "clusters total".
 */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "yz-cluster-index.h"

#define N_BUILDS 9
#define N_ROUNDS 15
#define N_MOVES 2000

typedef struct
{
  YzBox box;
  guint zoom;
} View;

static GArray *
read_points (const char *path)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (YzClusterPoint));
  FILE *file = fopen (path, "r");
  double lon, lat;
  guint category;

  while (file != NULL && fscanf (file, "%lf %lf %u", &lon, &lat, &category) == 3)
    {
      YzClusterPoint point = { .position = { lon, lat }, .category = category };

      g_array_append_val (points, point);
    }
  if (file != NULL)
    fclose (file);
  return points;
}

static GArray *
read_views (const char *path)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (View));
  FILE *file = fopen (path, "r");
  View view;

  while (file != NULL && fscanf (file, "%lf %lf %lf %lf %u", &view.box.west, &view.box.south, &view.box.east,
                                 &view.box.north, &view.zoom) == 5)
    g_array_append_val (views, view);
  if (file != NULL)
    fclose (file);
  return views;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, times->len / 2);
}

static double
largest (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, times->len - 1);
}

static void
add_time (GArray *times, gint64 since, guint n)
{
  double milliseconds = (g_get_monotonic_time () - since) / 1000.0 / n;

  g_array_append_val (times, milliseconds);
}

static YzClusterIndex *
build (GArray *points)
{
  YzClusterOptions options = { .min_zoom = 0, .max_zoom = 16, .radius = 40, .tile = 512 };

  return yz_cluster_index_new ((const YzClusterPoint *) points->data, points->len, NULL, 0, &options);
}

static void
measure_build (GArray *points)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_BUILDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      YzClusterIndex *index = build (points);

      add_time (times, start, 1);
      yz_cluster_index_free (index);
    }
  g_print ("build %.4f\n", median (times));
}

static void
measure_query (const YzClusterIndex *index, GArray *views)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (YzCluster));
  guint64 total = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      total = 0;
      for (guint i = 0; i < views->len; i++)
        {
          const View *view = &g_array_index (views, View, i);

          yz_cluster_index_query (index, &view->box, view->zoom, clusters);
          total += clusters->len;
        }
      add_time (times, start, views->len);
    }
  g_print ("query %.6f\nclusters %" G_GUINT64_FORMAT "\n", median (times), total);
}

/* The worst of many short times is that of being interrupted by another program, unless one counts our own alone. */
static gint64
get_cpu_nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* Each point takes the place of another one far away, and goes back. */
static void
measure_move (YzClusterIndex *index, GArray *points)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_MOVES && points->len > 1; i++)
    {
      guint point = (guint64) i * 7919 % points->len;
      guint other = (point + points->len / 2) % points->len;
      YzClusterPoint moved = g_array_index (points, YzClusterPoint, other);
      gint64 start = get_cpu_nanoseconds ();
      double milliseconds;

      moved.position.lon += 1e-4;
      yz_cluster_index_put (index, point, &moved);
      milliseconds = (get_cpu_nanoseconds () - start) / 1e6;
      g_array_append_val (times, milliseconds);
      yz_cluster_index_put (index, point, &g_array_index (points, YzClusterPoint, point));
    }
  g_print ("move %.6f\nmove-worst %.6f\n", median (times), largest (times));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GArray) points = argc == 3 ? read_points (argv[1]) : NULL;
  g_autoptr (GArray) views = argc == 3 ? read_views (argv[2]) : NULL;
  g_autoptr (YzClusterIndex) index = NULL;

  if (points == NULL || points->len == 0 || views->len == 0)
    {
      g_printerr ("usage: bench-cluster POINTS VIEWS\n");
      return 2;
    }

  measure_build (points);
  index = build (points);
  measure_query (index, views);
  measure_move (index, points);
  return 0;
}

#include "config.h"

#include "yz-map-grid.h"

#include <math.h>

#include "yz-guide-content.h"

#define MOST_CELLS 10      /* along the longer side */
#define PADDING 0.04       /* of the extent, on either side */
#define SMALLEST_CELL 50.0 /* metres */

/* What may be left off the map, and what the map must gain by it. */
#define FAR_PART 20
#define FAR_GAIN 2.0

/* A twentieth of eight stations is none; but a single one in another city, often a mistyped position, must not make
 * the map useless. */
#define FAR_FEWEST 8
#define FAR_GAIN_OF_ONE 4.0

typedef struct
{
  double west, north, east, south; /* of the Mercator square */
} Extent;

static Extent
get_extent (const YzWorld *places, guint n)
{
  Extent extent = { 1, 1, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      extent.west = MIN (extent.west, places[i].x);
      extent.east = MAX (extent.east, places[i].x);
      extent.north = MIN (extent.north, places[i].y);
      extent.south = MAX (extent.south, places[i].y);
    }
  return extent;
}

/* The width that a map of @aspect needs for it. */
static double
get_size (const Extent *extent, double aspect)
{
  return MAX (extent->east - extent->west, (extent->south - extent->north) / aspect);
}

static int
compare_doubles (gconstpointer one, gconstpointer other)
{
  double a = *(const double *) one, b = *(const double *) other;

  return a < b ? -1 : a > b;
}

static double
get_median (const GArray *places, gsize offset)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < places->len; i++)
    g_array_append_vals (values, (const guint8 *) &g_array_index (places, YzWorld, i) + offset, 1);
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static int
compare_distance (gconstpointer one, gconstpointer other, gpointer middle)
{
  const YzWorld *a = one, *b = other, *m = middle;
  double d = hypot (a->x - m->x, a->y - m->y) - hypot (b->x - m->x, b->y - m->y);

  return d < 0 ? -1 : d > 0;
}

static Extent
choose_extent (GArray *places, double aspect, double least)
{
  YzWorld middle = { get_median (places, G_STRUCT_OFFSET (YzWorld, x)),
                     get_median (places, G_STRUCT_OFFSET (YzWorld, y)) };
  Extent all = get_extent ((const YzWorld *) (void *) places->data, places->len), best = all;
  guint most = places->len / FAR_PART;

  g_array_sort_with_data (places, compare_distance, &middle);
  if (most == 0 && places->len >= FAR_FEWEST)
    most = 1;
  for (guint n = 1; n <= most; n++)
    {
      Extent fewer = get_extent ((const YzWorld *) (void *) places->data, places->len - n);
      double gain = MAX (get_size (&best, aspect), least) / MAX (get_size (&fewer, aspect), least);

      if (gain >= (places->len < FAR_PART ? FAR_GAIN_OF_ONE : FAR_GAIN))
        best = fewer;
    }
  return best;
}

/* 50, 100, 200, 500, 1000, … */
static double
next_cell (double cell)
{
  double power = pow (10, floor (log10 (cell) + 1e-9));

  return cell / power > 1.9 && cell / power < 2.1 ? 5 * power : cell / power > 4.9 ? 10 * power : 2 * power;
}

/* As few as hold the extent, in a proportion near to @aspect. */
static void
choose_counts (YzMapGrid *self, double width, double height, double aspect)
{
  guint columns = (guint) MAX (1, ceil (width / self->cell - 1e-9));
  guint rows = (guint) MAX (1, ceil (height / self->cell - 1e-9));
  double nearest = G_MAXDOUBLE;

  for (guint c = columns; c <= 2 * MAX (columns, MOST_CELLS); c++)
    {
      guint r = MAX (rows, (guint) MAX (1, lround (c * aspect)));
      double off = fabs (log ((double) r / c / aspect));

      if (off < nearest - 1e-9)
        {
          nearest = off;
          self->columns = c;
          self->rows = r;
        }
      if (nearest < 0.08)
        return;
    }
}

static void
choose_cells (YzMapGrid *self, double width, double height, double aspect)
{
  for (self->cell = SMALLEST_CELL;; self->cell = next_cell (self->cell))
    {
      choose_counts (self, width, height, aspect);
      if (MAX (self->columns, self->rows) <= MOST_CELLS)
        return;
    }
}

static GArray *
list_places (GPtrArray *stations)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (YzWorld));

  for (guint i = 0; i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);
      YzWorld place = yz_world_from_position (station->position);

      if (station->has_position)
        g_array_append_val (places, place);
    }
  return places;
}

double
yz_map_grid_get_aspect (GPtrArray *stations)
{
  g_autoptr (GArray) places = list_places (stations);
  Extent extent;

  if (places->len < 2)
    return 1;
  extent = choose_extent (places, 1, 0);
  return (extent.south - extent.north) / MAX (extent.east - extent.west, 1e-9);
}

gboolean
yz_map_grid_init (YzMapGrid *self, GPtrArray *stations, double aspect, double least)
{
  g_autoptr (GArray) places = list_places (stations);
  Extent extent;
  YzWorld middle;
  double width, height;

  aspect = CLAMP (aspect, 0.25, 4);
  if (places->len == 0)
    return FALSE;

  self->metres = yz_world_metres (yz_world_to_position (g_array_index (places, YzWorld, 0)).lat);
  extent = choose_extent (places, aspect, least / self->metres);
  middle = (YzWorld){ (extent.west + extent.east) / 2, (extent.north + extent.south) / 2 };
  self->metres = yz_world_metres (yz_world_to_position (middle).lat);
  width = MAX (least, (extent.east - extent.west) * self->metres * (1 + 2 * PADDING));
  height = MAX (least * aspect, (extent.south - extent.north) * self->metres * (1 + 2 * PADDING));
  choose_cells (self, width, height, aspect);
  self->origin.x = middle.x - self->columns * self->cell / self->metres / 2;
  self->origin.y = middle.y - self->rows * self->cell / self->metres / 2;
  return TRUE;
}

void
yz_map_grid_locate (const YzMapGrid *self, YzPosition position, double *x, double *y)
{
  YzWorld place = yz_world_from_position (position);

  *x = (place.x - self->origin.x) * self->metres;
  *y = (place.y - self->origin.y) * self->metres;
}

gboolean
yz_map_grid_contains (const YzMapGrid *self, YzPosition position)
{
  double x, y;

  yz_map_grid_locate (self, position, &x, &y);
  return x >= 0 && y >= 0 && x < self->columns * self->cell && y < self->rows * self->cell;
}

char *
yz_map_grid_get_cell (const YzMapGrid *self, YzPosition position)
{
  double x, y;

  if (!yz_map_grid_contains (self, position))
    return NULL;
  yz_map_grid_locate (self, position, &x, &y);
  return g_strdup_printf ("%c%d", 'A' + (int) (x / self->cell), 1 + (int) (y / self->cell));
}

/* Shapes cut to a box: lines by Liang and Barsky's parameters, areas side by side after Sutherland and Hodgman. */
#include "config.h"

#include "yz-map-shapes-private.h"

#include <math.h>

/* A point so near to the straight line between its neighbours is not missed on paper: 0.04 mm. */
#define MAX_BEND 0.3

typedef struct
{
  GArray *points;
  GArray *rings;
  guint first_pair; /* of the ring that is being made */
} Cut;

static double *
last_pair (const Cut *cut, guint back)
{
  return &g_array_index (cut->points, double, cut->points->len - 2 * back);
}

static guint
n_pairs (const Cut *cut)
{
  return cut->points->len / 2 - cut->first_pair;
}

static gboolean
is_on_line (const double *a, const double *middle, double x, double y)
{
  double dx = x - a[0], dy = y - a[1], length = hypot (dx, dy);
  double along = (middle[0] - a[0]) * dx + (middle[1] - a[1]) * dy;

  return length > 0 && along > 0 && along < length * length &&
         fabs ((middle[0] - a[0]) * dy - (middle[1] - a[1]) * dx) < MAX_BEND * length;
}

static void
add_pair (Cut *cut, double x, double y)
{
  const double pair[] = { x, y };

  if (n_pairs (cut) >= 1 && last_pair (cut, 1)[0] == x && last_pair (cut, 1)[1] == y)
    return;
  if (n_pairs (cut) >= 2 && is_on_line (last_pair (cut, 2), last_pair (cut, 1), x, y))
    g_array_set_size (cut->points, cut->points->len - 2);
  g_array_append_vals (cut->points, pair, 2);
}

static void
end_ring (Cut *cut, guint least)
{
  guint end = cut->points->len / 2;

  if (n_pairs (cut) >= least)
    {
      g_array_append_val (cut->rings, end);
      cut->first_pair = end;
    }
  else
    g_array_set_size (cut->points, 2 * cut->first_pair);
}

/* Narrows the part [*@from, *@to] of a stretch to where @start + t · @step >= 0. */
static void
narrow (double start, double step, double *from, double *to)
{
  if (step > 0)
    *from = MAX (*from, -start / step);
  else if (step < 0)
    *to = MIN (*to, -start / step);
  else if (start < 0)
    *to = -1;
}

static void
cut_line (Cut *cut, const YzMapBox *box, const double *xy, guint n_points)
{
  for (guint i = 1; i < n_points; i++)
    {
      double x = xy[2 * i - 2], y = xy[2 * i - 1], dx = xy[2 * i] - x, dy = xy[2 * i + 1] - y;
      double from = 0, to = 1;

      narrow (x - box->x0, dx, &from, &to);
      narrow (box->x1 - x, -dx, &from, &to);
      narrow (y - box->y0, dy, &from, &to);
      narrow (box->y1 - y, -dy, &from, &to);
      if (from > to)
        continue;
      if (from > 0)
        end_ring (cut, 2);
      add_pair (cut, x + from * dx, y + from * dy);
      add_pair (cut, x + to * dx, y + to * dy);
      if (to < 1)
        end_ring (cut, 2);
    }
  end_ring (cut, 2);
}

/* How far a point lies inside of a side of the box. */
static double
get_depth (const YzMapBox *box, guint side, const double *pair)
{
  switch (side)
    {
    case 0:
      return pair[0] - box->x0;
    case 1:
      return box->x1 - pair[0];
    case 2:
      return pair[1] - box->y0;
    default:
      return box->y1 - pair[1];
    }
}

static GArray *
cut_side (const GArray *ring, const YzMapBox *box, guint side)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = ring->len / 2;

  for (guint i = 0; i < n; i++)
    {
      const double *a = &g_array_index (ring, double, 2 * ((i + n - 1) % n)), *b = &g_array_index (ring, double, 2 * i);
      double from = get_depth (box, side, a), to = get_depth (box, side, b);

      if ((from < 0) != (to < 0))
        {
          double part = from / (from - to);
          const double crossing[] = { a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]) };

          g_array_append_vals (kept, crossing, 2);
        }
      if (to >= 0)
        g_array_append_vals (kept, b, 2);
    }
  return kept;
}

static void
cut_area (Cut *cut, const YzMapBox *box, const double *xy, guint n_points)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (ring, xy, 2 * n_points);
  for (guint side = 0; side < 4 && ring->len > 0; side++)
    {
      GArray *kept = cut_side (ring, box, side);

      g_array_unref (ring);
      ring = kept;
    }
  for (guint i = 0; i < ring->len; i += 2)
    add_pair (cut, g_array_index (ring, double, i), g_array_index (ring, double, i + 1));
  end_ring (cut, 3);
}

void
yz_map_shapes_clip (YzMapShapes *self, const YzMapBox *box, gboolean closed)
{
  Cut cut = { .points = g_array_new (FALSE, FALSE, sizeof (double)),
              .rings = g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < self->shapes->len; i++)
    {
      YzMapShape *shape = &g_array_index (self->shapes, YzMapShape, i);
      guint first = cut.rings->len;

      for (guint r = 0; r < shape->n_rings; r++)
        {
          guint n_points;
          const double *xy = yz_map_shapes_get_ring (self, shape->first_ring + r, &n_points);

          if (closed)
            cut_area (&cut, box, xy, n_points);
          else
            cut_line (&cut, box, xy, n_points);
        }
      shape->first_ring = first;
      shape->n_rings = cut.rings->len - first;
    }
  g_array_unref (self->points);
  g_array_unref (self->rings);
  self->points = cut.points;
  self->rings = cut.rings;
}

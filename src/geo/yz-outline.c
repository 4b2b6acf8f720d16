/* Polygons with holes: one array of points, one of rings. Not thread-safe while it is filled. */
#include "config.h"

#include "yz-outline.h"

typedef struct
{
  guint first;
  guint n_points;
  gboolean is_hole;
} Ring;

struct _YzOutline
{
  GArray *points; /* of YzPosition */
  GArray *rings;  /* of Ring */
  YzBox box;
  YzOutlineFaults faults;
  enum
  {
    OUTER_AWAITED,
    OUTER_KEPT,
    OUTER_DROPPED
  } outer;
};

YzOutline *
yz_outline_new (void)
{
  YzOutline *self = g_new0 (YzOutline, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  self->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  self->box = YZ_BOX_EMPTY;
  return self;
}

void
yz_outline_free (YzOutline *self)
{
  g_array_unref (self->points);
  g_array_unref (self->rings);
  g_free (self);
}

void
yz_outline_begin_polygon (YzOutline *self)
{
  g_return_if_fail (self != NULL);
  self->outer = OUTER_AWAITED;
}

static gboolean
is_same (YzPosition a, YzPosition b)
{
  return a.lon == b.lon && a.lat == b.lat;
}

/* Appends the points without repetitions, closed. */
static gboolean
append_points (YzOutline *self, const YzPosition *points, guint n_points)
{
  guint first = self->points->len;

  for (guint i = 0; i < n_points; i++)
    {
      if (!yz_position_is_valid (points[i]))
        return FALSE;
      if (i == 0 || !is_same (points[i], points[i - 1]))
        g_array_append_val (self->points, points[i]);
    }
  if (self->points->len == first)
    return FALSE;

  if (!is_same (g_array_index (self->points, YzPosition, first),
                g_array_index (self->points, YzPosition, self->points->len - 1)))
    {
      YzPosition start = g_array_index (self->points, YzPosition, first);

      g_array_append_val (self->points, start);
      self->faults.closed++;
    }
  return self->points->len - first >= 4;
}

gboolean
yz_outline_add_ring (YzOutline *self, const YzPosition *points, guint n_points)
{
  Ring ring;
  guint closed;

  g_return_val_if_fail (self != NULL && (points != NULL || n_points == 0), FALSE);

  ring = (Ring){ .first = self->points->len, .is_hole = self->outer != OUTER_AWAITED };
  closed = self->faults.closed;

  if (self->outer == OUTER_DROPPED || !append_points (self, points, n_points))
    {
      g_array_set_size (self->points, ring.first);
      self->faults.closed = closed;
      self->faults.dropped++;
      self->outer = self->outer == OUTER_AWAITED ? OUTER_DROPPED : self->outer;
      return FALSE;
    }

  ring.n_points = self->points->len - ring.first;
  g_array_append_val (self->rings, ring);
  self->outer = OUTER_KEPT;
  for (guint i = ring.first; i < self->points->len; i++)
    yz_box_add (&self->box, g_array_index (self->points, YzPosition, i));
  return TRUE;
}

const YzOutlineFaults *
yz_outline_get_faults (const YzOutline *self)
{
  return &self->faults;
}

const YzBox *
yz_outline_get_box (const YzOutline *self)
{
  return &self->box;
}

guint
yz_outline_get_n_rings (const YzOutline *self)
{
  return self->rings->len;
}

const YzPosition *
yz_outline_get_ring (const YzOutline *self, guint ring, guint *n_points, gboolean *is_hole)
{
  const Ring *found;

  g_return_val_if_fail (ring < self->rings->len, NULL);

  found = &g_array_index (self->rings, Ring, ring);
  *n_points = found->n_points;
  if (is_hole != NULL)
    *is_hole = found->is_hole;
  return &g_array_index (self->points, YzPosition, found->first);
}

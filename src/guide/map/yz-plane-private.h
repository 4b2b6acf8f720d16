/* Points and lines of a plane. Inline, as pins that look for their places ask millions of times. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_plane_is_within:
 * @dx: from one point to the other
 * @dy: likewise
 *
 * Returns: whether they are nearer than @distance
 */
static inline gboolean
yz_plane_is_within (double dx, double dy, double distance)
{
  return dx * dx + dy * dy < distance * distance;
}

/**
 * yz_plane_is_near_line:
 *
 * Returns: whether (@x, @y) is nearer than @distance to the line from (@x0, @y0) to (@x1, @y1)
 */
static inline gboolean
yz_plane_is_near_line (double x, double y, double x0, double y0, double x1, double y1, double distance)
{
  const double dx = x1 - x0, dy = y1 - y0, square = dx * dx + dy * dy;
  double part;

  if (x < MIN (x0, x1) - distance || x > MAX (x0, x1) + distance || y < MIN (y0, y1) - distance ||
      y > MAX (y0, y1) + distance)
    return FALSE;
  part = square > 0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / square, 0, 1) : 0;
  return yz_plane_is_within (x - x0 - part * dx, y - y0 - part * dy, distance);
}

/**
 * yz_plane_turn:
 *
 * Returns: above 0 where (@x, @y) is on one side of the line, below 0 on the other, 0 on it
 */
static inline double
yz_plane_turn (double x0, double y0, double x1, double y1, double x, double y)
{
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
}

/**
 * yz_plane_cross:
 *
 * Returns: whether the line from (@ax, @ay) to (@bx, @by) crosses the one from (@cx, @cy) to (@dx, @dy); lines that
 *   only touch do not
 */
static inline gboolean
yz_plane_cross (double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
{
  return yz_plane_turn (ax, ay, bx, by, cx, cy) * yz_plane_turn (ax, ay, bx, by, dx, dy) < 0 &&
         yz_plane_turn (cx, cy, dx, dy, ax, ay) * yz_plane_turn (cx, cy, dx, dy, bx, by) < 0;
}

G_END_DECLS

/*
 * Three steps. First all pins push each other away, but never so far that one uncovers its place: that settles most of
 * a map without a single line. The pins that still overlap are then set one by one at the cheapest of many places
 * around their own; a few rounds let the first of them react to the last. At last, pins whose lines still cross change
 * places.
 */
#include "config.h"

#include "yz-pin-spread.h"
#include "yz-plane-private.h"

#include <math.h>

#define NUDGE 0.55     /* of the radius: so far a pin still covers its place */
#define MAX_COVER 0.42 /* of the map, in squares around pins */
#define MAX_LED 0.25   /* of the pins */
#define SMALL 0.75     /* of the radius: so far pins shrink for it */
#define FEW 150        /* for more, what takes long is left out */
#define ROUNDS 3
#define SEARCH 6 /* so many radii beyond the first free place a better one is looked for */
#define N_PUSHES 60
#define NOWHERE G_MAXUINT

/* What a place costs beside its distance, in radii. */
#define COVERS_DOT 1.6
#define CROSSES_PIN 5.0
#define CROSSES_LINE 4.0

typedef struct
{
  YzPinSpot *spots;
  guint n_spots;
  const YzPinSpreadOptions *options;
  double radius;
  double reach;       /* the largest */
  double side;        /* of a cell: the neighbours of a pin are in nine of them */
  gboolean *is_mover; /* has to look for a place */
  gboolean *is_set;   /* stands, and is in the cells */
  guint columns;
  guint rows;
  guint *first; /* of a cell */
  guint *next;  /* in the cell */
} Spread;

static gboolean
touches (const YzRect *rect, double x, double y, double radius)
{
  double dx = x - CLAMP (x, rect->x, rect->x + rect->width);
  double dy = y - CLAMP (y, rect->y, rect->y + rect->height);

  return yz_plane_is_within (dx, dy, radius);
}

static double
get_apart (const Spread *self, guint i, guint j)
{
  return (self->spots[i].reach + self->spots[j].reach) * self->radius + self->options->gap;
}

static gboolean
is_allowed (const Spread *self, guint i, double x, double y)
{
  const YzRect *area = &self->options->area;
  double r = self->spots[i].reach * self->radius - 1e-6;

  if (x - r < area->x || x + r > area->x + area->width || y - r < area->y || y + r > area->y + area->height)
    return FALSE;
  for (guint a = 0; a < self->options->n_avoid; a++)
    if (touches (&self->options->avoid[a], x, y, r))
      return FALSE;
  return TRUE;
}

static guint
cell_number (double offset, double size, guint n)
{
  return (guint) CLAMP (floor (offset / size), 0, n - 1.0);
}

static guint *
cell_at (const Spread *self, double x, double y)
{
  guint column = cell_number (x - self->options->area.x, self->side, self->columns);
  guint row = cell_number (y - self->options->area.y, self->side, self->rows);

  return &self->first[row * self->columns + column];
}

static void
set_down (Spread *self, guint i, double x, double y)
{
  YzPinSpot *spot = &self->spots[i];
  guint *first = cell_at (self, x, y);

  spot->pin_x = x;
  spot->pin_y = y;
  spot->led = hypot (x - spot->x, y - spot->y) > (NUDGE + 0.01) * self->radius;
  self->is_set[i] = TRUE;
  self->next[i] = *first;
  *first = i;
}

static void
pick_up (Spread *self, guint i)
{
  guint *link = cell_at (self, self->spots[i].pin_x, self->spots[i].pin_y);

  while (*link != i)
    link = &self->next[*link];
  *link = self->next[i];
  self->is_set[i] = FALSE;
}

static gboolean
cell_is_free (const Spread *self, guint cell, guint i, double x, double y)
{
  for (guint j = self->first[cell]; j != NOWHERE; j = self->next[j])
    if (yz_plane_is_within (self->spots[j].pin_x - x, self->spots[j].pin_y - y, get_apart (self, i, j) - 1e-6))
      return FALSE;
  return TRUE;
}

static gboolean
is_free (const Spread *self, guint i, double x, double y)
{
  guint column = cell_number (x - self->options->area.x, self->side, self->columns);
  guint row = cell_number (y - self->options->area.y, self->side, self->rows);

  for (guint r = row > 0 ? row - 1 : 0; r <= MIN (row + 1, self->rows - 1); r++)
    for (guint c = column > 0 ? column - 1 : 0; c <= MIN (column + 1, self->columns - 1); c++)
      if (!cell_is_free (self, r * self->columns + c, i, x, y))
        return FALSE;
  return TRUE;
}

/* Pins of one place go different ways, always the same ones. */
static double
own_angle (guint i)
{
  return i * G_PI * (3 - sqrt (5));
}

static void
push (Spread *self, guint i, guint j)
{
  YzPinSpot *a = &self->spots[i], *b = &self->spots[j];
  double dx = b->pin_x - a->pin_x, dy = b->pin_y - a->pin_y, apart = get_apart (self, i, j);
  double distance, half;

  if (!yz_plane_is_within (dx, dy, apart))
    return;
  distance = hypot (dx, dy);
  half = (apart - distance) / 2;
  if (distance < 1e-6)
    {
      dx = cos (own_angle (j));
      dy = sin (own_angle (j));
      distance = 1;
    }
  a->pin_x -= half * dx / distance;
  a->pin_y -= half * dy / distance;
  b->pin_x += half * dx / distance;
  b->pin_y += half * dy / distance;
}

/* A pin may go neither so far from its place that it uncovers it, nor over the edge. */
static void
hold_back (Spread *self, YzPinSpot *spot)
{
  const YzRect *area = &self->options->area;
  double dx = spot->pin_x - spot->x, dy = spot->pin_y - spot->y;
  double distance = hypot (dx, dy), most = NUDGE * self->radius;
  double reach = spot->reach * self->radius;

  if (distance > most)
    {
      spot->pin_x = spot->x + dx * most / distance;
      spot->pin_y = spot->y + dy * most / distance;
    }
  spot->pin_x = CLAMP (spot->pin_x, area->x + reach, area->x + area->width - reach);
  spot->pin_y = CLAMP (spot->pin_y, area->y + reach, area->y + area->height - reach);
}

static int
compare_x (gconstpointer one, gconstpointer other, gpointer data)
{
  const YzPinSpot *spots = data;
  guint a = *(const guint *) one, b = *(const guint *) other;

  return spots[a].x != spots[b].x ? (spots[a].x < spots[b].x ? -1 : 1) : (a < b ? -1 : a > b);
}

/* Calls @func for all pairs whose places are near enough that their pins can meet. */
static void
for_each_near (Spread *self, const guint *order, void (*func) (Spread *, guint, guint))
{
  double reach = self->side + 2 * NUDGE * self->radius;

  for (guint a = 0; a < self->n_spots; a++)
    for (guint b = a + 1; b < self->n_spots; b++)
      {
        if (self->spots[order[b]].x - self->spots[order[a]].x > reach)
          break;
        func (self, order[a], order[b]);
      }
}

static void
note_overlap (Spread *self, guint i, guint j)
{
  const YzPinSpot *a = &self->spots[i], *b = &self->spots[j];

  if (yz_plane_is_within (a->pin_x - b->pin_x, a->pin_y - b->pin_y, get_apart (self, i, j) - 0.02))
    self->is_mover[i] = self->is_mover[j] = TRUE;
}

/* What is left of the overlaps is less than can be seen, but it must not be there when pins are compared. */
static void
nudge (Spread *self)
{
  g_autofree guint *order = g_new (guint, self->n_spots);

  for (guint i = 0; i < self->n_spots; i++)
    {
      order[i] = i;
      self->spots[i].pin_x = self->spots[i].x;
      self->spots[i].pin_y = self->spots[i].y;
      hold_back (self, &self->spots[i]);
    }
  g_qsort_with_data (order, (int) self->n_spots, sizeof *order, compare_x, self->spots);
  for (guint n = 0; n < N_PUSHES; n++)
    {
      for_each_near (self, order, push);
      for (guint i = 0; i < self->n_spots; i++)
        hold_back (self, &self->spots[i]);
    }
  for_each_near (self, order, note_overlap);
}

static gboolean
lines_cross (const YzPinSpot *a, double x, double y, const YzPinSpot *b)
{
  return yz_plane_cross (a->x, a->y, x, y, b->x, b->y, b->pin_x, b->pin_y);
}

/* What the pin of spot @i at (@x, @y) and the pin of @j do to each other. */
static double
get_conflict (const Spread *self, guint i, double x, double y, gboolean led, guint j)
{
  const YzPinSpot *spot = &self->spots[i], *other = &self->spots[j];
  double r = spot->reach * self->radius, other_r = other->reach * self->radius, dot = YZ_PIN_DOT * self->radius;
  double cost = 0;
  gboolean same_place = yz_plane_is_within (other->x - spot->x, other->y - spot->y, dot);

  if (self->is_mover[j] && !same_place && yz_plane_is_within (other->x - x, other->y - y, r + dot))
    cost += COVERS_DOT;
  if (!self->is_set[j])
    return cost;
  if (led && !same_place && yz_plane_is_within (other->pin_x - spot->x, other->pin_y - spot->y, other_r + dot))
    cost += COVERS_DOT;
  if (led &&
      yz_plane_is_near_line (other->pin_x, other->pin_y, spot->x, spot->y, x, y, other_r + self->options->gap / 2))
    cost += CROSSES_PIN;
  if (other->led && yz_plane_is_near_line (x, y, other->x, other->y, other->pin_x, other->pin_y, r))
    cost += CROSSES_PIN;
  if (led && other->led && lines_cross (spot, x, y, other))
    cost += CROSSES_LINE;
  return cost;
}

static double
get_cost (const Spread *self, guint i, double x, double y, double distance, double best)
{
  gboolean led = distance > NUDGE * self->radius;
  double cost = distance;

  for (guint j = 0; j < self->n_spots && cost < best; j++)
    if (j != i)
      cost += get_conflict (self, i, x, y, led, j) * self->radius;
  return cost;
}

/* Away from the pins around, where there is most room. */
static double
get_way_out (const Spread *self, guint i)
{
  const YzPinSpot *spot = &self->spots[i];
  double x = 0, y = 0;

  for (guint j = 0; j < self->n_spots; j++)
    {
      double dx = spot->x - self->spots[j].x, dy = spot->y - self->spots[j].y;
      double distance = hypot (dx, dy);

      if (distance > 1e-6 && distance < 3 * self->side)
        {
          x += dx / (distance * distance);
          y += dy / (distance * distance);
        }
    }
  return hypot (x, y) > 1e-6 ? atan2 (y, x) : own_angle (i);
}

/* Tries places on rings around the own one, until nothing farther out can be cheaper. */
static gboolean
find_place (const Spread *self, guint i, double *best_x, double *best_y)
{
  const YzPinSpot *spot = &self->spots[i];
  double best = G_MAXDOUBLE, r = self->radius, way_out = get_way_out (self, i);
  double last = hypot (self->options->area.width, self->options->area.height), ring = 0;

  while (ring < MIN (last, best))
    {
      int n = ring > 0 ? (int) CLAMP (2 * G_PI * ring / (r / 3), 24, 180) : 1;

      for (int a = 0; a < n; a++)
        {
          double angle = way_out + (a % 2 ? 1 : -1) * ((a + 1) / 2) * 2 * G_PI / n;
          double x = spot->x + ring * cos (angle), y = spot->y + ring * sin (angle), cost;

          if (!is_allowed (self, i, x, y) || !is_free (self, i, x, y))
            continue;
          cost = get_cost (self, i, x, y, ring, best);
          last = MIN (last, ring + SEARCH * r);
          if (cost >= best)
            continue;
          best = cost;
          *best_x = x;
          *best_y = y;
        }
      ring += ring > 0 ? r / 3 : r * (spot->reach + 3 * YZ_PIN_DOT);
    }
  return best < G_MAXDOUBLE;
}

static gboolean
move (Spread *self, guint i)
{
  double x = 0, y = 0;

  if (self->is_set[i])
    pick_up (self, i);
  self->spots[i].left_out = !find_place (self, i, &x, &y);
  if (!self->spots[i].left_out)
    set_down (self, i, x, y);
  return !self->spots[i].left_out;
}

static void
clear (Spread *self)
{
  const YzRect *area = &self->options->area;

  self->side = 2 * self->reach * self->radius + self->options->gap;
  self->columns = 1 + (guint) (area->width / self->side);
  self->rows = 1 + (guint) (area->height / self->side);
  g_free (self->first);
  self->first = g_new (guint, self->columns * self->rows);
  for (guint i = 0; i < self->columns * self->rows; i++)
    self->first[i] = NOWHERE;
  for (guint i = 0; i < self->n_spots; i++)
    {
      self->is_mover[i] = self->is_set[i] = FALSE;
      self->spots[i].left_out = self->spots[i].led = FALSE;
    }
}

/* The nudged ones that are free stay; a hair too near is as good as too near. */
static void
settle (Spread *self)
{
  for (guint i = 0; i < self->n_spots; i++)
    {
      const YzPinSpot *spot = &self->spots[i];

      if (!self->is_mover[i] && is_allowed (self, i, spot->pin_x, spot->pin_y) &&
          is_free (self, i, spot->pin_x, spot->pin_y))
        set_down (self, i, spot->pin_x, spot->pin_y);
      else
        self->is_mover[i] = TRUE;
    }
}

static guint
count_led (const Spread *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_spots; i++)
    n += self->spots[i].led;
  return n;
}

/* Returns whether there was a place for all. */
static gboolean
spread (Spread *self)
{
  gboolean all = TRUE;
  guint n_movers = 0;

  clear (self);
  nudge (self);
  settle (self);
  for (guint i = 0; i < self->n_spots; i++)
    if (self->is_mover[i])
      {
        all &= move (self, i);
        n_movers++;
      }
  for (guint round = 1; all && round < ROUNDS && n_movers < FEW; round++)
    for (guint i = 0; i < self->n_spots; i++)
      if (self->is_mover[i])
        move (self, i);
  return all;
}

static gboolean
take_place (Spread *self, guint i, double x, double y)
{
  if (!is_allowed (self, i, x, y) || !is_free (self, i, x, y))
    return FALSE;
  set_down (self, i, x, y);
  return TRUE;
}

/* Not all shapes have room where another stood. */
static gboolean
change_places (Spread *self, guint i, guint j)
{
  const YzPinSpot a = self->spots[i], b = self->spots[j];

  pick_up (self, i);
  pick_up (self, j);
  if (take_place (self, i, b.pin_x, b.pin_y))
    {
      if (take_place (self, j, a.pin_x, a.pin_y))
        return TRUE;
      pick_up (self, i);
    }
  set_down (self, i, a.pin_x, a.pin_y);
  set_down (self, j, b.pin_x, b.pin_y);
  return FALSE;
}

/* Two lines that cross are longer together than the two that do not: every change makes all of them shorter, so this
 * ends. */
static void
uncross (Spread *self)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < self->n_spots; i++)
        for (guint j = i + 1; j < self->n_spots; j++)
          if (self->spots[i].led && self->spots[j].led &&
              lines_cross (&self->spots[i], self->spots[i].pin_x, self->spots[i].pin_y, &self->spots[j]))
            changed |= change_places (self, i, j);
    }
}

/* Many lines are harder to read than smaller numbers. */
static gboolean
is_tangle (const Spread *self)
{
  return self->n_spots < FEW && self->radius > SMALL * self->options->radius &&
         count_led (self) > MAX (4, self->n_spots * MAX_LED);
}

/* So small that they leave most of the map to be seen. */
static double
get_radius_for (const YzPinSpreadOptions *options, guint n)
{
  double room = options->area.width * options->area.height * MAX_COVER / MAX (n, 1);

  return (sqrt (room) - options->gap) / 2;
}

double
yz_pin_spread (YzPinSpot *spots, guint n_spots, const YzPinSpreadOptions *options)
{
  double narrow = MIN (options->area.width, options->area.height) / 2;
  g_autofree gboolean *is_mover = g_new0 (gboolean, n_spots);
  g_autofree gboolean *is_set = g_new0 (gboolean, n_spots);
  g_autofree guint *next = g_new0 (guint, n_spots);
  Spread self = { spots, n_spots, options, .reach = 1, .is_mover = is_mover, .is_set = is_set, .next = next };

  for (guint i = 0; i < n_spots; i++)
    self.reach = MAX (self.reach, spots[i].reach);
  narrow /= self.reach;
  g_return_val_if_fail (options->floor > 0 && options->floor <= options->radius && options->floor <= narrow, 0);

  self.radius = CLAMP (get_radius_for (options, n_spots), options->floor, MIN (options->radius, narrow));
  while ((!spread (&self) || is_tangle (&self)) && self.radius > options->floor)
    self.radius = MAX (options->floor, self.radius * 0.9);
  uncross (&self);
  g_free (self.first);
  return self.radius;
}

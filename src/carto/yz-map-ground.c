#include "config.h"

#include "yz-map-ground-private.h"

/* Below this width a road is a single line in the casing's colour. */
#define MIN_CASED_WIDTH 1.6

/* On paper at a smaller scale (some 1:17 000) houses would be specks below the pins, and most of the file. */
#define HOUSES_ZOOM 15

typedef struct
{
  cairo_t *cr;
  const YzMapPalette *palette;
  const YzMapShapes *areas;
  const YzMapShapes *lines;
  double zoom;
  gboolean in_runs; /* shapes alike are one path: a file grows and slows down with every operation */
  double width;     /* of the lines that are in the path already */
  YzMapColor color; /* likewise */
} Ground;

/* A choice of lines, such as "bridges of layer 1". */
typedef struct
{
  YzMapClass first;
  YzMapClass last;
  int flags;
  int layer; /* G_MAXINT for any */
} Choice;

static void
trace (cairo_t *cr, const YzMapShapes *shapes, const YzMapShape *shape, gboolean closed)
{
  for (guint i = 0; i < shape->n_rings; i++)
    {
      guint n_points;
      const double *xy = yz_map_shapes_get_ring (shapes, shape->first_ring + i, &n_points);

      cairo_new_sub_path (cr);
      for (guint p = 0; p < n_points; p++)
        cairo_line_to (cr, xy[2 * p], xy[2 * p + 1]);
      if (closed)
        cairo_close_path (cr);
    }
}

/* Fills and empties the path. */
static void
paint_areas (Ground *self, YzMapClass class)
{
  yz_map_color_set (self->cr, yz_map_palette_get_area (self->palette, class));
  cairo_fill_preserve (self->cr);
  if (class != YZ_MAP_CLASS_BUILDING)
    {
      /* a hairline of its own colour closes the seam between neighbours */
      cairo_set_line_width (self->cr, 0.5);
      cairo_stroke (self->cr);
    }
  else if (self->zoom >= 15.5)
    {
      yz_map_color_set (self->cr, self->palette->building_edge);
      cairo_set_line_width (self->cr, 0.7);
      cairo_stroke (self->cr);
    }
  cairo_new_path (self->cr);
}

/* Holes turn the other way, so shapes of one path may overlap. */
static void
draw_areas (Ground *self, YzMapClass first, YzMapClass last)
{
  YzMapClass class = YZ_MAP_CLASS_NONE; /* of what is in the path */

  for (guint i = 0; i < self->areas->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (self->areas, i);

      if (shape->class < first || shape->class > last)
        continue;
      if (class != YZ_MAP_CLASS_NONE && (shape->class != class || !self->in_runs))
        paint_areas (self, class);
      class = shape->class;
      trace (self->cr, self->areas, shape, TRUE);
    }
  if (class != YZ_MAP_CLASS_NONE)
    paint_areas (self, class);
}

static gboolean
choice_has (const Choice *choice, const YzMapShape *shape)
{
  return shape->class >= choice->first && shape->class <= choice->last && shape->flags == choice->flags &&
         (choice->layer == G_MAXINT || shape->layer == choice->layer);
}

/* Strokes and empties the path. */
static void
end_run (Ground *self)
{
  if (!cairo_has_current_point (self->cr))
    return;
  yz_map_color_set (self->cr, self->color);
  cairo_set_line_width (self->cr, self->width);
  cairo_stroke (self->cr);
}

/* To be followed by end_run(), before anything but width and colour changes. */
static void
stroke (Ground *self, const YzMapShape *shape, double width, YzMapColor color)
{
  if (!self->in_runs || width != self->width || color != self->color)
    end_run (self);
  self->width = width;
  self->color = color;
  trace (self->cr, self->lines, shape, FALSE);
}

static double
line_width (Ground *self, const YzMapShape *shape)
{
  return yz_map_palette_get_width (self->palette, shape->class, self->zoom);
}

static void
draw_plain_lines (Ground *self, const Choice *choice, YzMapColor color)
{
  for (guint i = 0; i < self->lines->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (self->lines, i);

      if (choice_has (choice, shape))
        stroke (self, shape, line_width (self, shape), color);
    }
  end_run (self);
}

static void
draw_boundaries (Ground *self)
{
  const Choice choice = { YZ_MAP_CLASS_BOUNDARY, YZ_MAP_CLASS_BOUNDARY, 0, G_MAXINT };
  const double dashes[] = { 6, 3, 1.5, 3 };

  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_plain_lines (self, &choice, self->palette->boundary);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_paths (Ground *self, int flags, int layer)
{
  const Choice choice = { YZ_MAP_CLASS_PATH, YZ_MAP_CLASS_PATH, flags, layer };
  const double dashes[] = { 4, 2.5 };

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_plain_lines (self, &choice, self->palette->path);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
}

static void
draw_casings (Ground *self, const Choice *choice, double extra)
{
  for (guint i = 0; i < self->lines->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (self->lines, i);
      double width = line_width (self, shape);

      if (!choice_has (choice, shape))
        continue;
      if (width >= MIN_CASED_WIDTH)
        width += 2 * (self->palette->casing_width + extra);
      stroke (self, shape, width, self->palette->casing);
    }
  end_run (self);
}

static void
draw_fills (Ground *self, const Choice *choice)
{
  for (guint i = 0; i < self->lines->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (self->lines, i);
      double width = line_width (self, shape);
      gboolean main_road = shape->class >= YZ_MAP_CLASS_PRIMARY;

      if (choice_has (choice, shape) && width >= MIN_CASED_WIDTH)
        stroke (self, shape, width, main_road ? self->palette->main_road : self->palette->road);
    }
  end_run (self);
}

static void
draw_tunnels (Ground *self)
{
  const Choice choice = { YZ_MAP_CLASS_SERVICE, YZ_MAP_CLASS_EXPRESSWAY, YZ_MAP_FLAG_TUNNEL, G_MAXINT };
  const double dashes[] = { 4, 3 };

  if (self->zoom < 12)
    return;
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_casings (self, &choice, 0);
  cairo_set_dash (self->cr, NULL, 0, 0);
  for (guint i = 0; i < self->lines->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (self->lines, i);

      if (choice_has (&choice, shape))
        stroke (self, shape, line_width (self, shape), self->palette->campus);
    }
  end_run (self);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
}

/* Grey with dashes of the paper's colour, the sign that Chinese maps use; underground lines are not drawn. */
static void
draw_rails (Ground *self, int flags, int layer)
{
  const Choice choice = { YZ_MAP_CLASS_RAIL, YZ_MAP_CLASS_RAIL, flags, layer };
  double width = yz_map_palette_get_width (self->palette, YZ_MAP_CLASS_RAIL, self->zoom);
  const double dashes[] = { 2.6 * width, 2.6 * width };

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  draw_plain_lines (self, &choice, self->palette->rail);
  if (width >= 1.8)
    {
      cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
      for (guint i = 0; i < self->lines->shapes->len; i++)
        if (choice_has (&choice, yz_map_shapes_get (self->lines, i)))
          stroke (self, yz_map_shapes_get (self->lines, i), width * 0.55, self->palette->paper);
      end_run (self);
      cairo_set_dash (self->cr, NULL, 0, 0);
    }
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
}

static void
draw_roads (Ground *self)
{
  const Choice choice = { YZ_MAP_CLASS_SERVICE, YZ_MAP_CLASS_EXPRESSWAY, 0, G_MAXINT };

  draw_casings (self, &choice, 0);
  draw_fills (self, &choice);
}

static void
draw_bridges (Ground *self)
{
  for (int layer = -5; layer <= 5; layer++)
    {
      const Choice choice = { YZ_MAP_CLASS_SERVICE, YZ_MAP_CLASS_EXPRESSWAY, YZ_MAP_FLAG_BRIDGE, layer };

      cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
      draw_casings (self, &choice, self->zoom >= 14 ? 0.5 : 0);
      cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
      draw_fills (self, &choice);
      draw_paths (self, YZ_MAP_FLAG_BRIDGE, layer);
      draw_rails (self, YZ_MAP_FLAG_BRIDGE, layer);
    }
}

void
yz_map_ground_draw (cairo_t *cr, const YzMapPalette *palette, const YzMapShapes *areas, const YzMapShapes *lines,
                    double zoom, gboolean sea, gboolean in_runs)
{
  Ground self = { .cr = cr, .palette = palette, .areas = areas, .lines = lines, .zoom = zoom, .in_runs = in_runs };
  const Choice watercourses = { YZ_MAP_CLASS_STREAM, YZ_MAP_CLASS_RIVER, 0, G_MAXINT };

  cairo_save (cr);
  cairo_new_path (cr);
  yz_map_color_set (cr, sea ? palette->water : palette->paper);
  cairo_paint (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  draw_areas (&self, YZ_MAP_CLASS_LAND, YZ_MAP_CLASS_PLAZA);
  draw_areas (&self, YZ_MAP_CLASS_WATER, YZ_MAP_CLASS_WATER);
  draw_plain_lines (&self, &watercourses, palette->water);
  if (!in_runs || zoom >= HOUSES_ZOOM)
    draw_areas (&self, YZ_MAP_CLASS_BUILDING, YZ_MAP_CLASS_BUILDING);
  draw_boundaries (&self);
  draw_tunnels (&self);
  draw_paths (&self, 0, G_MAXINT);
  draw_roads (&self);
  draw_rails (&self, 0, G_MAXINT);
  draw_bridges (&self);
  cairo_restore (cr);
}

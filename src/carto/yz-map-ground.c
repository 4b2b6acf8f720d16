#include "config.h"

#include "yz-map-ground-private.h"

/* Below this width a road is a single line in the casing's colour. */
#define MIN_CASED_WIDTH 1.6

typedef struct
{
  cairo_t *cr;
  const YzMapPalette *palette;
  const YzMapShapes *areas;
  const YzMapShapes *lines;
  double zoom;
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
  cairo_new_path (cr);
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

static void
draw_area (Ground *self, const YzMapShape *shape)
{
  YzMapColor color = yz_map_palette_get_area (self->palette, shape->class);

  trace (self->cr, self->areas, shape, TRUE);
  yz_map_color_set (self->cr, color);
  if (shape->class == YZ_MAP_CLASS_BUILDING)
    {
      cairo_fill_preserve (self->cr);
      if (self->zoom >= 15.5)
        {
          yz_map_color_set (self->cr, self->palette->building_edge);
          cairo_set_line_width (self->cr, 0.7);
          cairo_stroke (self->cr);
        }
      return;
    }
  /* a hairline of its own colour closes the seam between neighbours */
  cairo_fill_preserve (self->cr);
  cairo_set_line_width (self->cr, 0.5);
  cairo_stroke (self->cr);
}

static void
draw_areas (Ground *self, YzMapClass first, YzMapClass last)
{
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < self->areas->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (self->areas, i);

      if (shape->class >= first && shape->class <= last)
        draw_area (self, shape);
    }
}

static gboolean
choice_has (const Choice *choice, const YzMapShape *shape)
{
  return shape->class >= choice->first && shape->class <= choice->last && shape->flags == choice->flags &&
         (choice->layer == G_MAXINT || shape->layer == choice->layer);
}

static void
stroke (Ground *self, const YzMapShape *shape, double width, YzMapColor color)
{
  trace (self->cr, self->lines, shape, FALSE);
  yz_map_color_set (self->cr, color);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
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
                    double zoom, gboolean sea)
{
  Ground self = { .cr = cr, .palette = palette, .areas = areas, .lines = lines, .zoom = zoom };
  const Choice watercourses = { YZ_MAP_CLASS_STREAM, YZ_MAP_CLASS_RIVER, 0, G_MAXINT };

  cairo_save (cr);
  yz_map_color_set (cr, sea ? palette->water : palette->paper);
  cairo_paint (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  draw_areas (&self, YZ_MAP_CLASS_LAND, YZ_MAP_CLASS_PLAZA);
  draw_areas (&self, YZ_MAP_CLASS_WATER, YZ_MAP_CLASS_WATER);
  draw_plain_lines (&self, &watercourses, palette->water);
  draw_areas (&self, YZ_MAP_CLASS_BUILDING, YZ_MAP_CLASS_BUILDING);
  draw_boundaries (&self);
  draw_tunnels (&self);
  draw_paths (&self, 0, G_MAXINT);
  draw_roads (&self);
  draw_rails (&self, 0, G_MAXINT);
  draw_bridges (&self);
  cairo_restore (cr);
}

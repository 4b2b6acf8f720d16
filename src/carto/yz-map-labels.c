#include "config.h"

#include "yz-map-labels-private.h"

#include <math.h>

/* Streets repeat their name this often, in pixels; other names do not stand twice within it. */
#define REPEAT 520.0
#define NEAREST_TWIN 260.0
#define PADDING 3.0

#define WRAP_WIDTH 96.0

typedef enum
{
  ICON_NONE,
  ICON_STATION,
  ICON_METRO,
  ICON_PEAK,
} Icon;

/* How the names of a class are set. */
typedef struct
{
  YzMapClass class;
  double size;
  double spacing;
  gboolean bold;
  double first_zoom;
  double last_zoom;
  int rank; /* the smallest are placed first */
  Icon icon;
  gsize ink; /* offset of the colour in the palette */
} LabelStyle;

#define INK(member) G_STRUCT_OFFSET (YzMapPalette, member)

static const LabelStyle label_styles[] = {
  { YZ_MAP_CLASS_CITY_NAME, 18, 0.12, FALSE, 4, 11.7, 0, ICON_NONE, INK (place_name) },
  { YZ_MAP_CLASS_DISTRICT_NAME, 15.5, 0.16, FALSE, 11.2, 15.6, 1, ICON_NONE, INK (place_name) },
  { YZ_MAP_CLASS_TOWN_NAME, 14, 0.08, FALSE, 8.5, 15.6, 2, ICON_NONE, INK (place_name) },
  { YZ_MAP_CLASS_RIVER, 14, 0.9, FALSE, 10, 19, 3, ICON_NONE, INK (water_name) },
  { YZ_MAP_CLASS_WATER_NAME, 12, 0.06, FALSE, 10, 19, 4, ICON_NONE, INK (water_name) },
  { YZ_MAP_CLASS_STATION, 12, 0, FALSE, 12, 19, 4, ICON_STATION, INK (quarter_name) },
  { YZ_MAP_CLASS_EXPRESSWAY, 12, 0.65, FALSE, 12, 19, 6, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_PRIMARY, 12, 0.65, FALSE, 12.8, 19, 6, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_GREEN_NAME, 12, 0.03, FALSE, 12, 19, 7, ICON_NONE, INK (green_name) },
  { YZ_MAP_CLASS_SECONDARY, 11.5, 0.5, FALSE, 13.5, 19, 8, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_METRO, 11, 0, FALSE, 14.5, 19, 5, ICON_METRO, INK (quarter_name) },
  { YZ_MAP_CLASS_VILLAGE_NAME, 12, 0.03, FALSE, 12.5, 17, 9, ICON_NONE, INK (quarter_name) },
  { YZ_MAP_CLASS_QUARTER_NAME, 12, 0.03, FALSE, 13.8, 17.5, 10, ICON_NONE, INK (quarter_name) },
  { YZ_MAP_CLASS_TERTIARY, 11, 0.4, FALSE, 14.2, 19, 11, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_PEAK, 11, 0, FALSE, 13, 19, 12, ICON_PEAK, INK (green_name) },
  { YZ_MAP_CLASS_PUBLIC_NAME, 11, 0, FALSE, 14.5, 19, 13, ICON_NONE, INK (quarter_name) },
  { YZ_MAP_CLASS_LOCAL, 11, 0.25, FALSE, 15, 19, 14, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_STREAM, 11, 0.5, FALSE, 15, 19, 14, ICON_NONE, INK (water_name) },
  { YZ_MAP_CLASS_RAIL, 11, 0.65, FALSE, 13.5, 19, 15, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_SERVICE, 10.5, 0.15, FALSE, 16.5, 19, 16, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_PATH, 10.5, 0.1, FALSE, 17, 19, 17, ICON_NONE, INK (street_name) },
  { YZ_MAP_CLASS_BUILDING_NAME, 10.5, 0, FALSE, 16.8, 19, 18, ICON_NONE, INK (quarter_name) },
};

typedef struct
{
  const LabelStyle *style;
  const YzMapShape *shape;
  guint part;    /* which of a street's several places */
  double weight; /* within the rank, the largest first */

  /* a name at a point */
  double x;
  double y;
  PangoLayout *layout;

  /* or along a line */
  const double *xy;
  guint n_points;
  double at;
  GArray *glyphs;

  GArray *boxes;
} Label;

struct _YzMapLabels
{
  YzLettering *lettering;
  YzMapBox bounds; /* the view with its margin */
  gboolean alone;  /* no margin: nothing goes on beyond */
  double zoom;
  YzLabelSpace *space;
  GPtrArray *proposed; /* of Label */
  GPtrArray *placed;   /* likewise, owned by proposed */
  GHashTable *by_text; /* name to GPtrArray of placed labels */
};

static void
label_free (Label *label)
{
  g_clear_object (&label->layout);
  g_clear_pointer (&label->glyphs, g_array_unref);
  g_clear_pointer (&label->boxes, g_array_unref);
  g_free (label);
}

YzMapLabels *
yz_map_labels_new (YzLettering *lettering, const YzMapView *view, double zoom, double margin, const YzMapBox *taken,
                   guint n_taken)
{
  YzMapLabels *self = g_new0 (YzMapLabels, 1);

  self->lettering = lettering;
  self->zoom = zoom + 0.001; /* a whole level must not fall short of itself by a rounding */
  self->alone = margin <= 0;
  self->bounds = (YzMapBox){ -margin, -margin, view->width + margin, view->height + margin };
  self->space = yz_label_space_new (&self->bounds);
  self->proposed = g_ptr_array_new_with_free_func ((GDestroyNotify) label_free);
  self->placed = g_ptr_array_new ();
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_taken; i++)
    yz_label_space_block (self->space, &taken[i]);
  return self;
}

void
yz_map_labels_free (YzMapLabels *self)
{
  g_hash_table_unref (self->by_text);
  g_ptr_array_unref (self->placed);
  g_ptr_array_unref (self->proposed);
  yz_label_space_free (self->space);
  g_free (self);
}

static const LabelStyle *
find_style (YzMapClass class, double zoom)
{
  for (guint i = 0; i < G_N_ELEMENTS (label_styles); i++)
    if (label_styles[i].class == class)
      return zoom >= label_styles[i].first_zoom && zoom <= label_styles[i].last_zoom ? &label_styles[i] : NULL;
  return NULL;
}

static gboolean
is_near (YzMapLabels *self, double x, double y)
{
  return x >= self->bounds.x0 && x <= self->bounds.x1 && y >= self->bounds.y0 && y <= self->bounds.y1;
}

static Label *
propose (YzMapLabels *self, const LabelStyle *style, const YzMapShape *shape, double x, double y)
{
  Label *label = g_new0 (Label, 1);

  label->style = style;
  label->shape = shape;
  label->x = x;
  label->y = y;
  label->boxes = g_array_new (FALSE, FALSE, sizeof (YzMapBox));
  g_ptr_array_add (self->proposed, label);
  return label;
}

void
yz_map_labels_add_names (YzMapLabels *self, const YzMapShapes *names, const char *const *said)
{
  for (guint i = 0; i < names->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (names, i);
      const LabelStyle *style = find_style (shape->class, self->zoom);
      guint n_points;
      const double *xy;

      if (style == NULL || shape->name == NULL || shape->n_rings == 0 ||
          (said != NULL && g_strv_contains (said, shape->name)))
        continue;
      xy = yz_map_shapes_get_ring (names, shape->first_ring, &n_points);
      /* of two areas the one named at smaller scales is the larger */
      if (is_near (self, xy[0], xy[1]))
        propose (self, style, shape, xy[0], xy[1])->weight = -shape->zoom;
    }
}

static double
line_length (const double *xy, guint n_points)
{
  double length = 0;

  for (guint i = 1; i < n_points; i++)
    length += hypot (xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
  return length;
}

/* The line's point at distance @at, roughly: good enough to know whether it is in reach. */
static gboolean
anchor_is_near (YzMapLabels *self, const double *xy, guint n_points, double at)
{
  double done = 0;

  for (guint i = 1; i < n_points; i++)
    {
      double dx = xy[2 * i] - xy[2 * i - 2], dy = xy[2 * i + 1] - xy[2 * i - 1];
      double length = hypot (dx, dy);

      if (done + length >= at && length > 0)
        {
          double part = (at - done) / length;

          return is_near (self, xy[2 * i - 2] + part * dx, xy[2 * i - 1] + part * dy);
        }
      done += length;
    }
  return FALSE;
}

static void
add_street (YzMapLabels *self, const YzMapShape *shape, const LabelStyle *style, const double *xy, guint n_points)
{
  double length = line_length (xy, n_points);
  double needed = g_utf8_strlen (shape->name, -1) * style->size * (1 + style->spacing) * 1.1;
  guint n_labels = MAX (1, (guint) (length / REPEAT));

  if (length < needed)
    return;
  for (guint i = 0; i < n_labels; i++)
    {
      /* three tries: the middle of the stretch, then either side of it */
      static const double tries[] = { 0.5, 0.32, 0.68 };

      for (guint t = 0; t < G_N_ELEMENTS (tries); t++)
        {
          double at = (i + tries[t]) * length / n_labels;
          Label *label;

          if (!anchor_is_near (self, xy, n_points, at))
            continue;
          label = propose (self, style, shape, 0, 0);
          label->part = i * G_N_ELEMENTS (tries) + t;
          label->weight = length;
          label->xy = xy;
          label->n_points = n_points;
          label->at = at;
        }
    }
}

void
yz_map_labels_add_streets (YzMapLabels *self, const YzMapShapes *streets)
{
  for (guint i = 0; i < streets->shapes->len; i++)
    {
      const YzMapShape *shape = yz_map_shapes_get (streets, i);
      const LabelStyle *style = find_style (shape->class, self->zoom);

      /* on paper: nobody who looks for a door asks what a railway is called */
      if (style == NULL || shape->name == NULL || (self->alone && shape->class == YZ_MAP_CLASS_RAIL))
        continue;
      for (guint ring = 0; ring < shape->n_rings; ring++)
        {
          guint n_points;
          const double *xy = yz_map_shapes_get_ring (streets, shape->first_ring + ring, &n_points);

          add_street (self, shape, style, xy, n_points);
        }
    }
}

/* Nothing here may depend on the view, or neighbouring drawings choose differently. */
static int
compare_labels (gconstpointer one, gconstpointer other)
{
  const Label *a = *(Label *const *) one, *b = *(Label *const *) other;

  if (a->style->rank != b->style->rank)
    return a->style->rank - b->style->rank;
  if (fabs (a->weight - b->weight) > 0.01)
    return a->weight > b->weight ? -1 : 1;
  if (a->shape->id != b->shape->id)
    return a->shape->id < b->shape->id ? -1 : 1;
  return (int) a->part - (int) b->part;
}

static void
label_get_middle (const Label *label, double *x, double *y)
{
  const YzMapBox *first = &g_array_index (label->boxes, YzMapBox, 0);
  const YzMapBox *last = &g_array_index (label->boxes, YzMapBox, label->boxes->len - 1);

  *x = (first->x0 + last->x1) / 2;
  *y = (first->y0 + last->y1) / 2;
}

static gboolean
has_twin_nearby (YzMapLabels *self, const Label *label)
{
  GPtrArray *twins = g_hash_table_lookup (self->by_text, label->shape->name);
  double x, y, other_x, other_y;

  label_get_middle (label, &x, &y);
  for (guint i = 0; twins != NULL && i < twins->len; i++)
    {
      label_get_middle (g_ptr_array_index (twins, i), &other_x, &other_y);
      if (hypot (x - other_x, y - other_y) < NEAREST_TWIN)
        return TRUE;
    }
  return FALSE;
}

static void
add_box (Label *label, double x, double y, double width, double height)
{
  YzMapBox box = { x - width / 2 - PADDING, y - height / 2 - PADDING, x + width / 2 + PADDING,
                   y + height / 2 + PADDING };

  g_array_append_val (label->boxes, box);
}

static double
icon_size (Icon icon)
{
  return icon == ICON_STATION ? 15 : icon == ICON_METRO ? 12 : 9;
}

/* A summit's height is a second line. */
static PangoLayout *
layout_text (YzMapLabels *self, const Label *label)
{
  const LabelStyle *style = label->style;
  g_autofree char *both = NULL;

  if (style->icon == ICON_PEAK && label->shape->note != NULL)
    both = g_strdup_printf ("%s\n%s", label->shape->name, label->shape->note);
  return yz_lettering_layout_block (self->lettering, both != NULL ? both : label->shape->name, style->size, style->bold,
                                    style->spacing, WRAP_WIDTH);
}

/* An icon stands on the point, the text below it; a name without one is centred. */
static void
lay_block (YzMapLabels *self, Label *label)
{
  const LabelStyle *style = label->style;
  PangoRectangle box;
  double below = style->icon != ICON_NONE ? icon_size (style->icon) / 2 + 1 : 0;

  label->layout = layout_text (self, label);
  pango_layout_get_pixel_extents (label->layout, NULL, &box);
  if (below > 0)
    {
      add_box (label, label->x, label->y, icon_size (style->icon), icon_size (style->icon));
      label->y += below + box.height / 2.0 - 2;
    }
  add_box (label, label->x, label->y, box.width, box.height - 4);
}

static gboolean
lay_label (YzMapLabels *self, Label *label)
{
  const LabelStyle *style = label->style;

  if (label->xy == NULL)
    {
      lay_block (self, label);
      return TRUE;
    }
  if (!yz_lettering_lay_along (self->lettering, label->shape->name, style->size, style->spacing, label->xy,
                               label->n_points, label->at, &label->glyphs))
    return FALSE;
  for (guint i = 0; i < label->glyphs->len; i++)
    {
      const YzMapGlyph *glyph = &g_array_index (label->glyphs, YzMapGlyph, i);

      add_box (label, glyph->x, glyph->y, MAX (glyph->width, style->size * 0.6), style->size);
    }
  return label->boxes->len > 0;
}

static gboolean
is_whole (YzMapLabels *self, const Label *label)
{
  for (guint i = 0; self->alone && i < label->boxes->len; i++)
    {
      const YzMapBox *box = &g_array_index (label->boxes, YzMapBox, i);

      if (box->x0 < self->bounds.x0 || box->y0 < self->bounds.y0 || box->x1 > self->bounds.x1 ||
          box->y1 > self->bounds.y1)
        return FALSE;
    }
  return TRUE;
}

static void
keep_label (YzMapLabels *self, Label *label)
{
  GPtrArray *twins = g_hash_table_lookup (self->by_text, label->shape->name);

  if (twins == NULL)
    {
      twins = g_ptr_array_new ();
      g_hash_table_insert (self->by_text, (gpointer) label->shape->name, twins);
    }
  g_ptr_array_add (twins, label);
  g_ptr_array_add (self->placed, label);
}

void
yz_map_labels_place (YzMapLabels *self)
{
  g_ptr_array_sort (self->proposed, compare_labels);
  for (guint i = 0; i < self->proposed->len; i++)
    {
      Label *label = g_ptr_array_index (self->proposed, i);

      if (lay_label (self, label) && is_whole (self, label) && !has_twin_nearby (self, label) &&
          yz_label_space_claim (self->space, (const YzMapBox *) (void *) label->boxes->data, label->boxes->len))
        keep_label (self, label);
    }
}

static void
draw_station (cairo_t *cr, double x, double y, double size, const YzMapInk *ink)
{
  double unit = size / 15;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, unit, unit);
  yz_map_color_set (cr, ink->halo);
  cairo_rectangle (cr, -8, -8, 16, 16);
  cairo_fill (cr);
  yz_map_color_set (cr, ink->color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 3);
  cairo_rectangle (cr, -5.5, -5.5, 11, 11);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  /* a train from the front: body, window, wheels */
  yz_map_color_set (cr, ink->halo);
  cairo_rectangle (cr, -3.5, -4.5, 7, 7.5);
  cairo_rectangle (cr, -3.5, 4, 1.8, 1.6);
  cairo_rectangle (cr, 1.7, 4, 1.8, 1.6);
  cairo_fill (cr);
  yz_map_color_set (cr, ink->color);
  cairo_rectangle (cr, -2.4, -3.2, 4.8, 2.8);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_peak (cairo_t *cr, double x, double y, double size, const YzMapInk *ink)
{
  yz_map_color_set (cr, ink->color);
  cairo_move_to (cr, x, y - size / 2);
  cairo_line_to (cr, x + size / 2, y + size / 2);
  cairo_line_to (cr, x - size / 2, y + size / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_icon (cairo_t *cr, const Label *label, const YzMapInk *ink)
{
  const YzMapBox *box = &g_array_index (label->boxes, YzMapBox, 0);
  double x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
  double size = icon_size (label->style->icon);

  if (label->style->icon == ICON_PEAK)
    draw_peak (cr, x, y, size * 0.8, ink);
  else
    draw_station (cr, x, y, size, ink);
}

static YzMapInk
label_ink (const Label *label, const YzMapPalette *palette)
{
  YzMapInk ink = { .color = *(const YzMapColor *) G_STRUCT_MEMBER_P (palette, label->style->ink),
                   .halo = palette->paper,
                   .halo_width = 3.2 };

  if (label->style->ink == INK (water_name))
    ink.halo = palette->water_halo;
  if (label->style->ink == INK (green_name))
    ink.halo = palette->green;
  return ink;
}

void
yz_map_labels_draw (YzMapLabels *self, cairo_t *cr, const YzMapPalette *palette)
{
  cairo_save (cr);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Label *label = g_ptr_array_index (self->placed, i);
      YzMapInk ink = label_ink (label, palette);

      if (label->glyphs != NULL)
        {
          yz_lettering_draw_glyphs (self->lettering, label->glyphs, &ink);
          continue;
        }
      if (label->style->icon != ICON_NONE)
        draw_icon (cr, label, &ink);
      yz_lettering_draw_block (self->lettering, label->layout, label->x, label->y, &ink);
    }
  cairo_restore (cr);
}

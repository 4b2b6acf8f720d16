#include "config.h"

#include "yz-lettering-private.h"

#include <math.h>

#include "yz-text.h"

/* From the baseline up to the middle of a Chinese character, in parts of the size (Noto Sans CJK: 0.88 - 1/2). */
#define MIDDLE 0.38

#define STEEP (50 * G_PI / 180)
#define MAX_TURN (28 * G_PI / 180) /* between neighbouring characters */

struct _YzLettering
{
  cairo_t *cr;
  PangoContext *context;
  GHashTable *characters; /* "size:text" to PangoLayout */
  gboolean outlines;
};

YzLettering *
yz_lettering_new (cairo_t *cr, gboolean outlines)
{
  YzLettering *self = g_new0 (YzLettering, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->cr = cr;
  self->outlines = outlines;
  self->context = pango_cairo_create_context (cr);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_language (self->context, pango_language_from_string ("zh-CN"));
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->characters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
yz_lettering_free (YzLettering *self)
{
  g_hash_table_unref (self->characters);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
new_layout (YzLettering *self, const char *text, double size, gboolean bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK SC, Noto Sans, Sans");
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

PangoLayout *
yz_lettering_layout_block (YzLettering *self, const char *text, double size, gboolean bold, double spacing, double wrap)
{
  PangoLayout *layout = new_layout (self, text, size, bold);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (spacing * size * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_line_spacing (layout, 0.85f);
  pango_layout_get_size (layout, &width, NULL);
  if (width > wrap * PANGO_SCALE)
    {
      /* lines of equal length rather than a full one and a rest */
      int lines = (int) ceil (width / (wrap * PANGO_SCALE));

      pango_layout_set_width (layout, width / lines + (int) (size * 1.1 * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
    }
  return layout;
}

static void
stroke_halo (YzLettering *self, const YzMapInk *ink)
{
  yz_map_color_set (self->cr, ink->halo);
  cairo_set_line_width (self->cr, ink->halo_width);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (self->cr);
}

/* For files: the outlines of letters cost ten times what plates below them do, and a Chinese character fills its
 * square anyway. */
static void
fill_plates (YzLettering *self, const YzMapInk *ink)
{
  yz_map_color_set (self->cr, ink->halo);
  cairo_set_line_width (self->cr, ink->halo_width * 0.8);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_fill_preserve (self->cr);
  cairo_stroke (self->cr);
}

static void
draw_block_plates (YzLettering *self, PangoLayout *layout, double left, double top, const YzMapInk *ink)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  cairo_new_path (self->cr);
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, &line, NULL);
      cairo_rectangle (self->cr, left + (double) line.x / PANGO_SCALE, top + (double) line.y / PANGO_SCALE,
                       (double) line.width / PANGO_SCALE, (double) line.height / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  fill_plates (self, ink);
}

void
yz_lettering_draw_block (YzLettering *self, PangoLayout *layout, double x, double y, const YzMapInk *ink)
{
  PangoRectangle box;
  double left, top;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  left = x - box.x - box.width / 2.0;
  top = y - box.y - box.height / 2.0;

  if (self->outlines)
    draw_block_plates (self, layout, left, top, ink);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, left, top);
  pango_cairo_layout_path (self->cr, layout);
  if (!self->outlines)
    stroke_halo (self, ink);
  yz_map_color_set (self->cr, ink->color);
  if (self->outlines)
    {
      cairo_fill (self->cr);
      return;
    }
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, left, top);
  pango_cairo_show_layout (self->cr, layout);
}

/* Characters recur all over a map: each is shaped once. */
static PangoLayout *
character_layout (YzLettering *self, const char *start, const char *end, double size)
{
  g_autofree char *character = g_strndup (start, end - start);
  g_autofree char *key = g_strdup_printf ("%d:%s", (int) lround (size * 8), character);
  PangoLayout *layout = g_hash_table_lookup (self->characters, key);

  if (layout == NULL)
    {
      layout = new_layout (self, character, size, FALSE);
      g_hash_table_insert (self->characters, g_steal_pointer (&key), layout);
    }
  return layout;
}

static GArray *
split (YzLettering *self, const char *text, double size, gboolean *chinese)
{
  GArray *glyphs = g_array_new (FALSE, TRUE, sizeof (YzMapGlyph));

  *chinese = FALSE;
  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      YzMapGlyph glyph = { 0 };
      int width;

      while (*next != '\0' && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      *chinese |= yz_text_is_han (g_utf8_get_char (p));
      glyph.layout = character_layout (self, p, next, size);
      pango_layout_get_size (glyph.layout, &width, NULL);
      glyph.width = glyph.advance = (double) width / PANGO_SCALE;
      g_array_append_val (glyphs, glyph);
      p = next;
    }
  return glyphs;
}

/* The point at distance @at from the start; beyond the ends, the line goes straight on. */
static void
point_on_line (const double *xy, guint n_points, double at, double *x, double *y)
{
  double done = 0;

  for (guint i = 1; i < n_points; i++)
    {
      double dx = xy[2 * i] - xy[2 * i - 2], dy = xy[2 * i + 1] - xy[2 * i - 1];
      double length = hypot (dx, dy);

      if (length > 0 && (done + length >= at || i + 1 == n_points))
        {
          double part = (at - done) / length;

          *x = xy[2 * i - 2] + part * dx;
          *y = xy[2 * i - 1] + part * dy;
          return;
        }
      done += length;
    }
  *x = xy[0];
  *y = xy[1];
}

static double
angle_between (double a, double b)
{
  return fabs (remainder (a - b, 2 * G_PI));
}

/* Sets the glyphs along the line from distance @from on, in the direction of @sign. */
static void
set_along (GArray *glyphs, const double *xy, guint n_points, double from, int sign, double gap)
{
  double at = from;

  for (guint i = 0; i < glyphs->len; i++)
    {
      YzMapGlyph *glyph = &g_array_index (glyphs, YzMapGlyph, i);
      double half = (glyph->advance + gap) / 2;
      double x0, y0, x1, y1;

      at += sign * half;
      point_on_line (xy, n_points, at, &glyph->x, &glyph->y);
      /* the direction over the character's own length smooths small kinks */
      point_on_line (xy, n_points, at - sign * half, &x0, &y0);
      point_on_line (xy, n_points, at + sign * half, &x1, &y1);
      glyph->angle = atan2 (y1 - y0, x1 - x0);
      at += sign * half;
    }
}

static gboolean
is_smooth (const GArray *glyphs)
{
  for (guint i = 1; i < glyphs->len; i++)
    if (angle_between (g_array_index (glyphs, YzMapGlyph, i).angle, g_array_index (glyphs, YzMapGlyph, i - 1).angle) >
        MAX_TURN)
      return FALSE;
  return TRUE;
}

static double
width_of (const GArray *glyphs, double gap)
{
  double width = 0;

  for (guint i = 0; i < glyphs->len; i++)
    width += g_array_index (glyphs, YzMapGlyph, i).advance + gap;
  return width;
}

/* In a column every character takes its height, digits and letters too. */
static void
set_heights (GArray *glyphs, double size)
{
  for (guint i = 0; i < glyphs->len; i++)
    g_array_index (glyphs, YzMapGlyph, i).advance = size;
}

gboolean
yz_lettering_lay_along (YzLettering *self, const char *text, double size, double spacing, const double *xy,
                        guint n_points, double at, GArray **glyphs)
{
  gboolean chinese;
  g_autoptr (GArray) set = split (self, text, size, &chinese);
  double gap = spacing * size, width = width_of (set, gap);
  double x0, y0, x1, y1, slope;
  gboolean steep, backwards;

  if (!chinese) /* spaced letters fall apart where words are made of them */
    {
      gap = MIN (gap, size * 0.06);
      width = width_of (set, gap);
    }
  point_on_line (xy, n_points, at - width / 2, &x0, &y0);
  point_on_line (xy, n_points, at + width / 2, &x1, &y1);
  slope = atan2 (fabs (y1 - y0), fabs (x1 - x0));
  steep = chinese && slope > STEEP;
  if (steep) /* closer together: the eye joins a column less easily than a row */
    {
      gap = MIN (gap, size * 0.3);
      set_heights (set, size);
      width = width_of (set, gap);
    }
  backwards = steep ? y1 < y0 : x1 < x0;
  set_along (set, xy, n_points, backwards ? at + width / 2 : at - width / 2, backwards ? -1 : 1, gap);
  if (!is_smooth (set))
    return FALSE;

  for (guint i = 0; steep && i < set->len; i++)
    g_array_index (set, YzMapGlyph, i).angle = 0;
  *glyphs = g_steal_pointer (&set);
  return TRUE;
}

static double
font_size (PangoLayout *layout)
{
  return (double) pango_font_description_get_size (pango_layout_get_font_description (layout)) / PANGO_SCALE;
}

static void
place_glyph (cairo_t *cr, const YzMapGlyph *glyph)
{
  cairo_translate (cr, glyph->x, glyph->y);
  cairo_rotate (cr, glyph->angle);
}

static void
add_plate (cairo_t *cr, const YzMapGlyph *glyph)
{
  double width = glyph->width * 0.88, height = font_size (glyph->layout) * 0.88;

  cairo_rectangle (cr, -width / 2, -height / 2, width, height);
}

static void
add_outline (cairo_t *cr, const YzMapGlyph *glyph)
{
  cairo_move_to (cr, -glyph->width / 2, MIDDLE * font_size (glyph->layout));
  pango_cairo_layout_line_path (cr, pango_layout_get_line_readonly (glyph->layout, 0));
}

static void
add_glyphs (YzLettering *self, const GArray *glyphs, void (*add) (cairo_t *, const YzMapGlyph *))
{
  cairo_new_path (self->cr);
  for (guint i = 0; i < glyphs->len; i++)
    {
      const YzMapGlyph *glyph = &g_array_index (glyphs, YzMapGlyph, i);

      cairo_save (self->cr);
      place_glyph (self->cr, glyph);
      add (self->cr, glyph);
      cairo_restore (self->cr);
    }
}

void
yz_lettering_draw_glyphs (YzLettering *self, const GArray *glyphs, const YzMapInk *ink)
{
  if (self->outlines)
    {
      add_glyphs (self, glyphs, add_plate);
      fill_plates (self, ink);
    }
  add_glyphs (self, glyphs, add_outline);
  if (!self->outlines)
    stroke_halo (self, ink);
  yz_map_color_set (self->cr, ink->color);
  cairo_fill (self->cr);
}

/* Text on the map: in a block at a point, or character by character along a line; always with a halo. */
#pragma once

#include <pango/pangocairo.h>

#include "yz-map-palette-private.h"
#include "yz-map-view.h"

G_BEGIN_DECLS

typedef struct _YzLettering YzLettering;

/* One character (with what combines with it) of a text along a line. */
typedef struct
{
  PangoLayout *layout; /* owned by the lettering */
  double x;            /* of the character's middle */
  double y;
  double angle; /* radians, clockwise */
  double width;
  double advance; /* what it takes of the line, without spacing */
} YzMapGlyph;

typedef struct
{
  YzMapColor color;
  YzMapColor halo;
  double halo_width; /* of the whole stroke, in pixels */
} YzMapInk;

/**
 * yz_lettering_new:
 * @cr: what will be drawn on
 * @outlines: fill outlines instead of showing text
 *
 * For one thread and one drawing.
 *
 * Returns: (transfer full): a new lettering
 */
YzLettering *yz_lettering_new (cairo_t *cr, gboolean outlines);

void yz_lettering_free (YzLettering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzLettering, yz_lettering_free)

/**
 * yz_lettering_layout_block:
 * @size: of the type in pixels
 * @bold: the weight
 * @spacing: between characters, in parts of @size
 * @wrap: lines are broken at this width, in pixels
 *
 * Returns: (transfer full): the text, centred, in as many lines as it needs
 */
PangoLayout *yz_lettering_layout_block (YzLettering *self, const char *text, double size, gboolean bold,
                                        double spacing, double wrap);

/**
 * yz_lettering_draw_block:
 * @x: where the block's middle comes
 * @y: likewise
 */
void yz_lettering_draw_block (YzLettering *self, PangoLayout *layout, double x, double y, const YzMapInk *ink);

/**
 * yz_lettering_lay_along:
 * @xy: (array): @n_points pairs of pixels
 * @at: distance of the text's middle from the line's start, in pixels
 * @spacing: between characters, in parts of @size
 * @glyphs: (out): where each character stands; to be freed with g_array_unref()
 *
 * Flat lines carry the text along; on steep ones Chinese characters stand upright, one below the other, as on
 * street signs. Fails where the line is too short or too crooked for the text.
 *
 * Returns: whether the text can stand there
 */
gboolean yz_lettering_lay_along (YzLettering *self, const char *text, double size, double spacing, const double *xy,
                                 guint n_points, double at, GArray **glyphs);

/**
 * yz_lettering_draw_glyphs:
 * @glyphs: of yz_lettering_lay_along()
 */
void yz_lettering_draw_glyphs (YzLettering *self, const GArray *glyphs, const YzMapInk *ink);

G_END_DECLS

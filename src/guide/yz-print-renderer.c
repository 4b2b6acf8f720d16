/* The renderer of yz-print-fonts.h. */
#include "config.h"

#include "yz-print-fonts-private.h"

/* Pango's own renderer for cairo takes no other font than the installed one. Pango 1.50 has no autoptr for its
 * renderer, which G_DECLARE_FINAL_TYPE would need. */
typedef struct
{
  PangoRenderer parent_instance;
  YzPrintFonts *fonts;
  cairo_t *cr;
  double x, y; /* the origin of the layout */
} YzPrintRenderer;

typedef PangoRendererClass YzPrintRendererClass;

GType yz_print_renderer_get_type (void);
G_DEFINE_TYPE (YzPrintRenderer, yz_print_renderer, PANGO_TYPE_RENDERER)

static void
use_color (YzPrintRenderer *self, PangoRenderPart part)
{
  PangoColor *color = pango_renderer_get_color (&self->parent_instance, part);
  guint16 alpha = pango_renderer_get_alpha (&self->parent_instance, part);

  if (color != NULL)
    cairo_set_source_rgba (self->cr, color->red / 65535.0, color->green / 65535.0, color->blue / 65535.0,
                           alpha != 0 ? alpha / 65535.0 : 1);
}

static gboolean
is_drawn (PangoGlyphInfo *info)
{
  return info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

static int
place_glyphs (YzPrintRenderer *self, PangoGlyphString *string, int x, int y, cairo_glyph_t *glyphs)
{
  int n = 0;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      PangoGlyphInfo *info = &string->glyphs[i];

      if (is_drawn (info))
        glyphs[n++] = (cairo_glyph_t){ .index = info->glyph,
                                       .x = self->x + pango_units_to_double (x + info->geometry.x_offset),
                                       .y = self->y + pango_units_to_double (y + info->geometry.y_offset) };
      x += info->geometry.width;
    }
  return n;
}

/* Which bytes of the text each glyph stands for. From right to left, a cluster's last glyph comes first. */
static int
find_clusters (PangoGlyphItem *item, const char *text, cairo_text_cluster_t *clusters)
{
  PangoGlyphItemIter iter;
  int n = 0;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter), n++)
    {
      gboolean forward = iter.start_glyph < iter.end_glyph;
      int first = forward ? iter.start_glyph : iter.end_glyph + 1;
      int last = forward ? iter.end_glyph - 1 : iter.start_glyph;

      clusters[n] = (cairo_text_cluster_t){ .num_bytes = iter.end_index - iter.start_index };
      for (int i = first; i <= last; i++)
        clusters[n].num_glyphs += is_drawn (&item->glyphs->glyphs[i]);
    }
  return n;
}

static void
draw_glyph_item (PangoRenderer *renderer, const char *text, PangoGlyphItem *item, int x, int y)
{
  YzPrintRenderer *self = (YzPrintRenderer *) renderer;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, item->glyphs->num_glyphs);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, item->item->num_chars);
  int n_glyphs = place_glyphs (self, item->glyphs, x, y, glyphs);
  int n_clusters = find_clusters (item, text, clusters);
  gboolean backward = (item->item->analysis.level & 1) != 0;

  cairo_save (self->cr);
  use_color (self, PANGO_RENDER_PART_FOREGROUND);
  cairo_set_scaled_font (self->cr, yz_print_fonts_get_scaled_font (self->fonts, item->item->analysis.font));
  cairo_show_text_glyphs (self->cr, text + item->item->offset, item->item->length, glyphs, n_glyphs, clusters,
                          n_clusters, backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  cairo_restore (self->cr);
}

static void
draw_rectangle (PangoRenderer *renderer, PangoRenderPart part, int x, int y, int width, int height)
{
  YzPrintRenderer *self = (YzPrintRenderer *) renderer;

  cairo_save (self->cr);
  use_color (self, part);
  cairo_rectangle (self->cr, self->x + pango_units_to_double (x), self->y + pango_units_to_double (y),
                   pango_units_to_double (width), pango_units_to_double (height));
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
yz_print_renderer_class_init (YzPrintRendererClass *class)
{
  class->draw_glyph_item = draw_glyph_item;
  class->draw_rectangle = draw_rectangle;
}

static void
yz_print_renderer_init (YzPrintRenderer *self)
{
}

void
yz_print_fonts_show (YzPrintFonts *fonts, cairo_t *cr, PangoLayout *layout)
{
  g_autoptr (GObject) object = g_object_new (yz_print_renderer_get_type (), NULL);
  YzPrintRenderer *self = (YzPrintRenderer *) object;

  self->fonts = fonts;
  self->cr = cr;
  cairo_get_current_point (cr, &self->x, &self->y);
  cairo_new_path (cr);
  pango_renderer_draw_layout (PANGO_RENDERER (self), layout, 0, 0);
}

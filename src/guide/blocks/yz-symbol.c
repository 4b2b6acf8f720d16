#include "config.h"

#include "yz-symbol.h"

#include "yz-guide-resources.h"

#include <librsvg/rsvg.h>
#include <string.h>

#define SIZE 256       /* units of a drawing */
#define BOX_LINE 16    /* of what stands for a symbol that there is not */
#define SLASH 18       /* of a paused one's */
#define SLASH_WHITE 58 /* the slash with the white on both its sides */

struct _YzSymbols
{
  GHashTable *drawings; /* of "NAME STYLE COLOUR"; cairo writes a surface into a PDF once */
};

YzSymbols *
yz_symbols_new (void)
{
  YzSymbols *self = g_new0 (YzSymbols, 1);

  self->drawings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

void
yz_symbols_free (YzSymbols *self)
{
  g_hash_table_unref (self->drawings);
  g_free (self);
}

static gboolean
render_svg (cairo_t *cr, GBytes *svg, const char *style)
{
  const RsvgRectangle viewport = { 0, 0, SIZE, SIZE };
  gsize size;
  const guchar *data = g_bytes_get_data (svg, &size);
  RsvgHandle *handle = rsvg_handle_new_from_data (data, size, NULL);
  gboolean drawn = handle != NULL &&
                   rsvg_handle_set_stylesheet (handle, (const guchar *) style, strlen (style), NULL) &&
                   rsvg_handle_render_document (handle, cr, &viewport, NULL);

  g_clear_object (&handle);
  return drawn;
}

static void
draw_box (cairo_t *cr)
{
  cairo_rectangle (cr, SIZE * 0.15, SIZE * 0.15, SIZE * 0.7, SIZE * 0.7);
  cairo_set_line_width (cr, BOX_LINE);
  cairo_stroke (cr);
}

/* The white cuts the symbol in two, so that the slash is seen on a solid shape too. */
static void
draw_slash (cairo_t *cr)
{
  const double near = SIZE * 0.06, far = SIZE * 0.94;
  cairo_pattern_t *ink = cairo_pattern_reference (cairo_get_source (cr));

  cairo_move_to (cr, near, far);
  cairo_line_to (cr, far, near);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, SLASH_WHITE);
  cairo_stroke_preserve (cr);
  cairo_set_source (cr, ink);
  cairo_set_line_width (cr, SLASH);
  cairo_stroke (cr);
  cairo_pattern_destroy (ink);
}

static cairo_surface_t *
record (const char *name, YzSymbolStyle style, guint rgb)
{
  const cairo_rectangle_t extents = { 0, 0, SIZE, SIZE };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *sheet =
    style == YZ_SYMBOL_PLANNED
      ? g_strdup_printf ("* { fill: none; stroke: #%06x; stroke-width: 1.2 }", rgb) /* of 16 to 22 units */
      : g_strdup_printf ("* { fill: #%06x }", rgb);
  g_autofree char *path = g_strconcat ("/org/yizhan/guide/scalable/actions/", name, ".svg", NULL);
  g_autoptr (GBytes) svg = g_resource_lookup_data (yz_guide_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
  if (svg == NULL || !render_svg (cr, svg, sheet))
    draw_box (cr);
  if (style == YZ_SYMBOL_PAUSED)
    draw_slash (cr);
  cairo_destroy (cr);
  return surface;
}

/* The colour that an ink is on this canvas. */
static guint
get_rgb (YzCanvas *canvas, YzInk ink)
{
  double red = 0, green = 0, blue = 0;

  yz_canvas_set_ink (canvas, ink);
  cairo_pattern_get_rgba (cairo_get_source (yz_canvas_get_cairo (canvas)), &red, &green, &blue, NULL);
  return (guint) (red * 255 + 0.5) << 16 | (guint) (green * 255 + 0.5) << 8 | (guint) (blue * 255 + 0.5);
}

static cairo_surface_t *
get_drawing (YzSymbols *self, const char *name, YzSymbolStyle style, guint rgb)
{
  g_autofree char *key = g_strdup_printf ("%s %d %06x", name, style, rgb);
  cairo_surface_t *drawing = g_hash_table_lookup (self->drawings, key);

  if (drawing == NULL)
    {
      drawing = record (name, style, rgb);
      g_hash_table_insert (self->drawings, g_steal_pointer (&key), drawing);
    }
  return drawing;
}

void
yz_symbol_draw (YzCanvas *canvas, const char *name, const YzRect *rect, YzInk ink, YzSymbolStyle style)
{
  YzSymbols *symbols = yz_typesetter_get_symbols (yz_canvas_get_typesetter (canvas));
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / SIZE, rect->height / SIZE);
  cairo_set_source_surface (cr, get_drawing (symbols, name, style, get_rgb (canvas, ink)), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  yz_canvas_add_mark (canvas, YZ_MARK_SYMBOL, rect, name);
}

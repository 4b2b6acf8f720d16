#include "config.h"

#include "yz-canvas.h"

#include <math.h>
#include <pango/pangocairo.h>

struct _YzCanvas
{
  cairo_t *cr;
  cairo_matrix_t to_page; /* from the device to millimetres of the page, whatever a block has turned or scaled */
  YzTypesetter *typesetter;
  YzCanvasFlags flags;
  YzPageFinder finder;
  gpointer finder_data;
  GPtrArray *marks; /* nullable */
  GError *error;    /* nullable: why something could not be drawn */
};

static void
mark_free (gpointer data)
{
  YzMark *mark = data;

  g_free (mark->name);
  g_free (mark);
}

YzCanvas *
yz_canvas_new (cairo_t *cr, YzTypesetter *typesetter, YzCanvasFlags flags)
{
  YzCanvas *self = g_new0 (YzCanvas, 1);

  self->cr = cr;
  cairo_get_matrix (cr, &self->to_page);
  cairo_matrix_invert (&self->to_page);
  self->typesetter = typesetter;
  self->flags = flags;
  return self;
}

void
yz_canvas_free (YzCanvas *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

void
yz_canvas_set_finder (YzCanvas *self, YzPageFinder finder, gpointer data)
{
  self->finder = finder;
  self->finder_data = data;
}

void
yz_canvas_keep_marks (YzCanvas *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
}

GPtrArray *
yz_canvas_take_marks (YzCanvas *self)
{
  return g_steal_pointer (&self->marks);
}

cairo_t *
yz_canvas_get_cairo (YzCanvas *self)
{
  return self->cr;
}

YzTypesetter *
yz_canvas_get_typesetter (YzCanvas *self)
{
  return self->typesetter;
}

YzPrintLanguage
yz_canvas_get_language (YzCanvas *self)
{
  return yz_typesetter_get_language (self->typesetter);
}

gboolean
yz_canvas_is_grey (YzCanvas *self)
{
  return (self->flags & YZ_CANVAS_GREY) != 0;
}

guint
yz_canvas_get_page_of (YzCanvas *self, const char *anchor)
{
  return self->finder != NULL ? self->finder (anchor, self->finder_data) : 0;
}

void
yz_canvas_set_ink (YzCanvas *self, YzInk ink)
{
  static const guint32 colours[] = { 0x141417, 0x4d4d52, 0xb3b3b3, 0xf0f0f0, 0xc7252b, 0xffffff };
  static const guint32 greys[] = { 0x141414, 0x4d4d4d, 0xb3b3b3, 0xf0f0f0, 0x333333, 0xffffff };
  guint32 rgb = yz_canvas_is_grey (self) ? greys[ink] : colours[ink];

  cairo_set_source_rgb (self->cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

/* A box in the block's own coordinates, as one on the page. */
static YzRect
to_page (YzCanvas *self, const YzRect *box)
{
  double x0 = box->x, y0 = box->y, x1 = box->x + box->width, y1 = box->y + box->height;

  cairo_user_to_device (self->cr, &x0, &y0);
  cairo_user_to_device (self->cr, &x1, &y1);
  cairo_matrix_transform_point (&self->to_page, &x0, &y0);
  cairo_matrix_transform_point (&self->to_page, &x1, &y1);
  return (YzRect){ MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0) };
}

void
yz_canvas_add_mark (YzCanvas *self, YzMarkKind kind, const YzRect *box, const char *name)
{
  YzMark *mark;

  if (self->marks == NULL)
    return;
  mark = g_new0 (YzMark, 1);
  mark->kind = kind;
  mark->box = to_page (self, box);
  mark->name = g_strdup (name);
  g_ptr_array_add (self->marks, mark);
}

/* The extents of the ink, which is what overlaps or is cut off; boxes of lines may touch. */
static void
mark_text (YzCanvas *self, const YzText *text, double x, double y)
{
  PangoRectangle ink;

  if (self->marks == NULL)
    return;
  pango_layout_get_extents (text->layout, &ink, NULL);
  yz_canvas_add_mark (self, YZ_MARK_TEXT,
                      &(YzRect){ x + (double) ink.x / PANGO_SCALE, y + (double) ink.y / PANGO_SCALE,
                                 (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE },
                      pango_layout_get_text (text->layout));
}

/* Devices that keep glyphs rather than draw them. */
static gboolean
keeps_glyphs (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_PS || type == CAIRO_SURFACE_TYPE_SVG ||
         type == CAIRO_SURFACE_TYPE_RECORDING;
}

void
yz_canvas_show (YzCanvas *self, const YzText *text, double x, double y)
{
  YzPrintFonts *fonts = yz_typesetter_get_fonts (self->typesetter);

  yz_canvas_set_ink (self, text->type.ink);
  cairo_move_to (self->cr, x, y);
  if (!keeps_glyphs (self->cr))
    pango_cairo_show_layout (self->cr, text->layout);
  else if (self->error == NULL && yz_print_fonts_prepare (fonts, &self->error))
    yz_print_fonts_show (fonts, self->cr, text->layout);
  mark_text (self, text, x, y);
}

void
yz_canvas_show_on_map (YzCanvas *self, const YzText *text, double x, double y)
{
  yz_canvas_set_ink (self, YZ_INK_WHITE);
  cairo_move_to (self->cr, x, y);
  pango_cairo_layout_path (self->cr, text->layout);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cr, text->type.size * yz_typesetter_get_scale (self->typesetter) * 0.09);
  cairo_stroke (self->cr);
  yz_canvas_show (self, text, x, y);
}

void
yz_canvas_fail (YzCanvas *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

gboolean
yz_canvas_check (YzCanvas *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

double
yz_canvas_write (YzCanvas *self, const YzType *type, const char *text, double x, double y, double width)
{
  g_autoptr (YzText) set = yz_typesetter_set (self->typesetter, type, text, width);

  yz_canvas_show (self, set, x, y);
  return set->height;
}

void
yz_canvas_rule (YzCanvas *self, double x, double y, double width, double thickness, YzInk ink)
{
  yz_canvas_fill (self, &(YzRect){ x, y - thickness / 2, width, thickness }, ink);
}

void
yz_canvas_fill (YzCanvas *self, const YzRect *rect, YzInk ink)
{
  yz_canvas_set_ink (self, ink);
  cairo_rectangle (self->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (self->cr);
}

static void
add_rounded (cairo_t *cr, const YzRect *rect, double radius)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
yz_canvas_frame (YzCanvas *self, const YzRect *rect, double radius, double thickness, YzInk ink)
{
  yz_canvas_set_ink (self, ink);
  add_rounded (self->cr, rect, radius);
  cairo_set_line_width (self->cr, thickness);
  cairo_stroke (self->cr);
}

char *
yz_canvas_quote (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "\\", -1);
  g_autofree char *slashed = g_strjoinv ("\\\\", parts);
  g_auto (GStrv) ends = g_strsplit (slashed, "'", -1);
  g_autofree char *escaped = g_strjoinv ("\\'", ends);

  return g_strconcat ("'", escaped, "'", NULL);
}

void
yz_canvas_begin_link (YzCanvas *self, const char *target)
{
  gboolean inside = target[0] == '#';
  g_autofree char *value = yz_canvas_quote (inside ? target + 1 : target);
  g_autofree char *attributes = g_strconcat (inside ? "dest=" : "uri=", value, NULL);

  if (self->flags & YZ_CANVAS_TAGGED)
    cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

void
yz_canvas_end_link (YzCanvas *self)
{
  if (self->flags & YZ_CANVAS_TAGGED)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

void
yz_canvas_add_anchor (YzCanvas *self, const char *anchor, double x, double y)
{
  char x_text[G_ASCII_DTOSTR_BUF_SIZE], y_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = yz_canvas_quote (anchor);
  g_autofree char *attributes = NULL;

  if ((self->flags & YZ_CANVAS_TAGGED) == 0)
    return;
  cairo_user_to_device (self->cr, &x, &y); /* cairo takes them as points of the page */
  attributes = g_strdup_printf ("name=%s x=%s y=%s", value, g_ascii_formatd (x_text, sizeof x_text, "%.1f", x),
                                g_ascii_formatd (y_text, sizeof y_text, "%.1f", y));
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

#include "config.h"

#include "yz-qr.h"

#include <qrencode.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QRcode, QRcode_free)

/* Level M: a scratch or a fold of 15 % is forgiven. */
static QRcode *
encode (const char *text)
{
  return QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
}

double
yz_qr_get_width (const char *text)
{
  g_autoptr (QRcode) code = encode (text);

  return code != NULL ? code->width * YZ_QR_SMALLEST_MODULE : 0;
}

/* The runs of a row are strokes one unit wide. */
static void
draw_modules (cairo_t *cr, const QRcode *code)
{
  for (int y = 0; y < code->width; y++)
    for (int x = 0, run; x < code->width; x += MAX (run, 1))
      {
        const guchar *row = code->data + y * code->width;

        for (run = 0; x + run < code->width && (row[x + run] & 1); run++)
          ;
        if (run > 0)
          {
            cairo_move_to (cr, x, y + 0.5);
            cairo_line_to (cr, x + run, y + 0.5);
          }
      }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* A bit a module: in a PDF that is a seventh of what the same costs as shapes. Printers draw it as sharp as those. */
static void
mask_modules (cairo_t *cr, const QRcode *code)
{
  cairo_surface_t *bits = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  cairo_pattern_t *mask = cairo_pattern_create_for_surface (bits);
  cairo_t *modules = cairo_create (bits);

  cairo_set_antialias (modules, CAIRO_ANTIALIAS_NONE);
  draw_modules (modules, code);
  cairo_destroy (modules);
  cairo_pattern_set_filter (mask, CAIRO_FILTER_NEAREST);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
  cairo_surface_destroy (bits);
}

void
yz_qr_draw (YzCanvas *canvas, const char *text, const YzRect *rect)
{
  g_autoptr (QRcode) code = encode (text);
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  if (code == NULL)
    return;
  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / code->width, rect->width / code->width);
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    mask_modules (cr, code);
  else
    draw_modules (cr, code);
  cairo_restore (cr);
  yz_canvas_add_mark (canvas, YZ_MARK_SYMBOL, rect, text);
}

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

void
yz_qr_draw (YzCanvas *canvas, const char *text, const YzRect *rect)
{
  g_autoptr (QRcode) code = encode (text);
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  double module;

  if (code == NULL)
    return;
  module = rect->width / code->width;
  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  for (int y = 0; y < code->width; y++)
    for (int x = 0, run; x < code->width; x += MAX (run, 1))
      {
        const guchar *row = code->data + y * code->width;

        for (run = 0; x + run < code->width && (row[x + run] & 1); run++)
          ;
        if (run > 0)
          cairo_rectangle (cr, rect->x + x * module, rect->y + y * module, run * module, module);
      }
  cairo_fill (cr);
  yz_canvas_add_mark (canvas, YZ_MARK_SYMBOL, rect, text);
}

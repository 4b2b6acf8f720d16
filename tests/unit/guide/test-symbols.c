/* Symbols and pins: what is there, how large a PDF becomes of them, where a pin's ink is. */
#include "config.h"

#include "yz-pin.h"
#include "yz-symbol.h"

#include <cairo-pdf.h>

#define DOTS 8 /* pixels a millimetre */

typedef struct
{
  YzTypesetter *typesetter;
  cairo_surface_t *surface;
  cairo_t *cr;
  YzCanvas *canvas;
  guint64 bytes; /* written, where it is a PDF */
} Sheet;

static cairo_status_t
count_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  ((Sheet *) data)->bytes += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
open_sheet (Sheet *sheet, gboolean pdf, YzCanvasFlags flags)
{
  g_autoptr (GError) error = NULL;

  sheet->typesetter = yz_typesetter_new (YZ_PRINT_CHINESE, 1, &error);
  g_assert_no_error (error);
  if (pdf)
    sheet->surface = cairo_pdf_surface_create_for_stream (count_bytes, sheet, 595, 842);
  else
    sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100 * DOTS, 100 * DOTS);
  sheet->cr = cairo_create (sheet->surface);
  cairo_scale (sheet->cr, pdf ? 72 / 25.4 : DOTS, pdf ? 72 / 25.4 : DOTS);
  sheet->canvas = yz_canvas_new (sheet->cr, sheet->typesetter, flags);
  if (!pdf)
    yz_canvas_fill (sheet->canvas, &(YzRect){ 0, 0, 100, 100 }, YZ_INK_WHITE);
}

static void
close_sheet (Sheet *sheet)
{
  yz_canvas_free (sheet->canvas);
  cairo_destroy (sheet->cr);
  cairo_surface_finish (sheet->surface);
  g_assert_cmpint (cairo_surface_status (sheet->surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (sheet->surface);
  yz_typesetter_free (sheet->typesetter);
}

static guint
get_pixel (Sheet *sheet, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (sheet->surface) +
                      y * cairo_image_surface_get_stride (sheet->surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* Pixels of a colour, or with 0 of any but white. */
static guint
count_ink (Sheet *sheet, const YzRect *rect, guint rgb)
{
  guint n = 0;

  cairo_surface_flush (sheet->surface);
  for (int y = rect->y * DOTS; y < (rect->y + rect->height) * DOTS; y++)
    for (int x = rect->x * DOTS; x < (rect->x + rect->width) * DOTS; x++)
      n += rgb == 0 ? get_pixel (sheet, x, y) != 0xffffff : get_pixel (sheet, x, y) == rgb;
  return n;
}

static void
test_inks (void)
{
  const YzRect first = { 10, 10, 10, 10 }, second = { 30, 10, 10, 10 }, third = { 50, 10, 10, 10 };
  Sheet sheet = { NULL };

  open_sheet (&sheet, FALSE, YZ_CANVAS_PLAIN);
  yz_symbol_draw (sheet.canvas, "yz-service-water-symbolic", &first, YZ_INK_RED, YZ_SYMBOL_SOLID);
  yz_symbol_draw (sheet.canvas, "yz-service-water-symbolic", &second, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_symbol_draw (sheet.canvas, "yz-service-water-symbolic", &third, YZ_INK_BLACK, YZ_SYMBOL_PLANNED);
  g_assert_cmpuint (count_ink (&sheet, &first, 0xc7252b), >, 1000);
  g_assert_cmpuint (count_ink (&sheet, &second, 0x141417), >, 1000);
  g_assert_cmpuint (count_ink (&sheet, &third, 0), <, count_ink (&sheet, &second, 0));
  close_sheet (&sheet);

  open_sheet (&sheet, FALSE, YZ_CANVAS_GREY);
  yz_symbol_draw (sheet.canvas, "yz-service-water-symbolic", &first, YZ_INK_RED, YZ_SYMBOL_SOLID);
  g_assert_cmpuint (count_ink (&sheet, &first, 0x333333), >, 1000);
  close_sheet (&sheet);
}

/* A service that somebody added has a symbol too: a box, which is not like any other. */
static void
test_missing (void)
{
  const YzRect first = { 10, 10, 10, 10 };
  Sheet sheet = { NULL };

  open_sheet (&sheet, FALSE, YZ_CANVAS_PLAIN);
  yz_symbol_draw (sheet.canvas, "yz-service-ping-pong-symbolic", &first, YZ_INK_BLACK, YZ_SYMBOL_PAUSED);
  g_assert_cmpuint (count_ink (&sheet, &first, 0), >, 500);
  close_sheet (&sheet);
}

/* A PDF holds a symbol once: ten thousand of ten cost some forty bytes each, not a drawing each. */
static void
test_reuse (void)
{
  static const char *const names[] = { "water",  "meal", "rest",  "charging", "fridge",
                                       "toilet", "rain", "tools", "books",    "wifi" };
  Sheet sheet = { NULL };
  gint64 start = g_get_monotonic_time ();

  open_sheet (&sheet, TRUE, YZ_CANVAS_PLAIN);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("yz-service-%s-symbolic", names[i % G_N_ELEMENTS (names)]);

      yz_symbol_draw (sheet.canvas, name, &(YzRect){ 5 + 4 * (i % 50), 5 + 4 * (i / 50 % 70), 3.3, 3.3 }, YZ_INK_BLACK,
                      YZ_SYMBOL_SOLID);
    }
  close_sheet (&sheet);
  g_test_message ("10,000 symbols: %" G_GUINT64_FORMAT " bytes, %.0f ms", sheet.bytes,
                  (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (sheet.bytes, <, 400000);
}

static void
test_pin_boxes (void)
{
  for (YzGuideLook look = YZ_GUIDE_OPEN; look <= YZ_GUIDE_OVER; look++)
    for (guint number = 0; number < 10000; number = number * 10 + 8)
      {
        Sheet sheet = { NULL };
        YzRect box = yz_pin_get_box (look, 50, 50, 20);

        open_sheet (&sheet, FALSE, YZ_CANVAS_PLAIN);
        yz_canvas_fill (sheet.canvas, &(YzRect){ 0, 0, 100, 100 }, YZ_INK_HAIR);
        yz_pin_draw (sheet.canvas, look, number, 50, 50, 20);
        cairo_surface_flush (sheet.surface);
        for (int y = 0; y < 100 * DOTS; y++)
          for (int x = 0; x < 100 * DOTS; x++)
            if (get_pixel (&sheet, x, y) != 0xb3b3b3 &&
                (x + 1 < box.x * DOTS || y + 1 < box.y * DOTS || x - 1 > (box.x + box.width) * DOTS ||
                 y - 1 > (box.y + box.height) * DOTS))
              {
                g_test_message ("look %d, number %u: ink outside of its box at %d, %d", look, number, x, y);
                g_test_fail ();
                x = y = 100 * DOTS;
              }
        close_sheet (&sheet);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/symbols/inks", test_inks);
  g_test_add_func ("/guide/symbols/missing", test_missing);
  g_test_add_func ("/guide/symbols/reuse", test_reuse);
  g_test_add_func ("/guide/symbols/pin-boxes", test_pin_boxes);
  return g_test_run ();
}

#include "config.h"

#include "yz-photo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define DOTS_PER_MM 12 /* 300 dpi */
#define JPEG_QUALITY "82"

static GdkPixbuf *
load (GBytes *file)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (file);
  g_autoptr (GdkPixbuf) stored = gdk_pixbuf_new_from_stream (stream, NULL, NULL);

  /* cameras write which side is up instead of turning the picture */
  return stored != NULL ? gdk_pixbuf_apply_embedded_orientation (stored) : NULL;
}

/* The middle of @photo in the shape of @rect, no larger than is printed. */
static GdkPixbuf *
crop (GdkPixbuf *photo, const YzRect *rect)
{
  double width = gdk_pixbuf_get_width (photo), height = gdk_pixbuf_get_height (photo);
  double shape = rect->width / rect->height, wide = MIN (width, height * shape), high = MIN (height, width / shape);
  int across = CLAMP (rect->width * DOTS_PER_MM, 1, MAX (wide, 1)), down = MAX (1, across / shape);
  g_autoptr (GdkPixbuf)
    middle = gdk_pixbuf_new_subpixbuf (photo, (width - wide) / 2, (height - high) / 2, MAX (1, wide), MAX (1, high));

  return gdk_pixbuf_scale_simple (middle, across, down, GDK_INTERP_BILINEAR);
}

static cairo_surface_t *
to_surface (GdkPixbuf *photo)
{
  int width = gdk_pixbuf_get_width (photo), height = gdk_pixbuf_get_height (photo);
  int channels = gdk_pixbuf_get_n_channels (photo), stride = gdk_pixbuf_get_rowstride (photo);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  const guchar *pixels = gdk_pixbuf_read_pixels (photo);

  for (int y = 0; y < height; y++)
    {
      guint32 *row =
        (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        {
          const guchar *pixel = pixels + y * stride + x * channels;

          row[x] = pixel[0] << 16 | pixel[1] << 8 | pixel[2];
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* cairo puts the file into a PDF as it is, instead of all the dots. */
static void
attach_jpeg (cairo_surface_t *surface, GdkPixbuf *photo)
{
  gchar *data;
  gsize size;

  if (gdk_pixbuf_save_to_buffer (photo, &data, &size, "jpeg", NULL, "quality", JPEG_QUALITY, NULL))
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) data, size, g_free, data);
}

void
yz_photo_draw (YzCanvas *canvas, GBytes *file, const YzRect *rect)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  g_autoptr (GdkPixbuf) photo = load (file), cropped = photo != NULL ? crop (photo, rect) : NULL;
  cairo_surface_t *surface;

  yz_canvas_add_mark (canvas, YZ_MARK_SYMBOL, rect, "photo");
  if (cropped == NULL)
    {
      yz_canvas_frame (canvas, rect, 0, 0.1, YZ_INK_HAIR);
      return;
    }
  if (yz_canvas_is_grey (canvas))
    gdk_pixbuf_saturate_and_pixelate (cropped, cropped, 0, FALSE);
  surface = to_surface (cropped);
  attach_jpeg (surface, cropped);
  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / gdk_pixbuf_get_width (cropped), rect->height / gdk_pixbuf_get_height (cropped));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

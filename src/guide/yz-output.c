#include "config.h"

#include "yz-output.h"

#include "yz-file.h"
#include "yz-guide-error.h"
#include "yz-pdf-tidy.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_PER_MM (72 / 25.4)

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_WRITE, _ ("The pages could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface, YzDocument *document)
{
  const char *author = yz_document_get_author (document), *subject = yz_document_get_subject (document);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, yz_document_get_title (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yizhan " PACKAGE_VERSION);
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  if (subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
}

static void
add_outline (cairo_surface_t *surface, YzPages *pages)
{
  const GArray *outline = yz_pages_get_outline (pages);
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < outline->len; i++)
    {
      const YzOutlineEntry *entry = &g_array_index (outline, YzOutlineEntry, i);
      guint level = MIN (entry->level, G_N_ELEMENTS (parents) - 2);
      g_autofree char *name = yz_canvas_quote (entry->anchor), *target = g_strconcat ("dest=", name, NULL);

      parents[level + 1] = cairo_pdf_surface_add_outline (surface, parents[level], entry->title, target,
                                                          level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    }
}

/*
 * What blocks write only when they draw is written on the first and last pages if anywhere. Its glyphs are then in the
 * first copy of the fonts.
 */
static void
rehearse (YzPages *pages)
{
  const guint n = yz_pages_get_n (pages), ends = 3;

  for (guint i = 0; i < n; i++)
    if (i < ends || i + ends >= n)
      g_ptr_array_unref (yz_pages_collect (pages, i));
}

static gboolean
draw_sheets (YzPages *pages, cairo_surface_t *surface, YzOutputProgress progress, gpointer data,
             GCancellable *cancellable, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = yz_sheets_count (pages);
  gboolean drawn = TRUE;

  for (guint i = 0; i < n && drawn; i++)
    {
      double width, height;

      yz_sheets_get_size (pages, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width * POINTS_PER_MM, height * POINTS_PER_MM);
      cairo_save (cr);
      cairo_scale (cr, POINTS_PER_MM, POINTS_PER_MM);
      drawn = yz_sheets_draw (pages, i, cr, TRUE, error);
      cairo_restore (cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n, data);
      drawn = drawn && !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);
  return drawn;
}

static gboolean
finish (cairo_surface_t *surface, YzPages *pages, GError **error)
{
  cairo_surface_finish (surface);
  return check_status (cairo_surface_status (surface), error) && yz_output_check (pages, error);
}

static gboolean
save (GBytes *bytes, GFile *file, GCancellable *cancellable, GError **error)
{
  return yz_file_save (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cancellable, error);
}

gboolean
yz_output_check (YzPages *pages, GError **error)
{
  g_autofree char *missing = yz_typesetter_get_missing (yz_pages_get_typesetter (pages));

  if (missing == NULL)
    return TRUE;
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_GLYPH,
               _ ("No font has these characters: %s. Install a font that has them, or write them in another way; "
                  "they would be missing on paper."),
               missing);
  return FALSE;
}

static const char *
get_language_tag (YzPages *pages)
{
  return yz_print_language_get_tag (yz_typesetter_get_language (yz_pages_get_typesetter (pages)));
}

static GBytes *
make_pdf (YzPages *pages, YzOutputProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 1, 1);
  g_autoptr (GBytes) raw = NULL;
  gboolean good;

  set_metadata (surface, yz_pages_get_document (pages));
  rehearse (pages);
  good = draw_sheets (pages, surface, progress, data, cancellable, error);
  if (good)
    {
      add_outline (surface, pages);
      good = finish (surface, pages, error);
    }
  cairo_surface_destroy (surface);
  raw = g_byte_array_free_to_bytes (bytes);
  return good ? yz_pdf_tidy (raw, get_language_tag (pages), error) : NULL;
}

gboolean
yz_output_pdf (YzPages *pages, GFile *file, YzOutputProgress progress, gpointer data, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (!yz_pages_make_all (pages, cancellable, error))
    return FALSE;
  pdf = make_pdf (pages, progress, data, cancellable, error);
  return pdf != NULL && save (pdf, file, cancellable, error);
}

gboolean
yz_output_svg (YzPages *pages, guint index, GFile *file, GCancellable *cancellable, GError **error)
{
  GByteArray *bytes = NULL;
  g_autoptr (GBytes) svg = NULL;
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;
  gboolean good;

  if (!yz_pages_make_all (pages, cancellable, error))
    return FALSE;
  bytes = g_byte_array_new ();
  yz_sheets_get_size (pages, index, &width, &height);
  surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width * POINTS_PER_MM, height * POINTS_PER_MM);
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_MM, POINTS_PER_MM);
  good = yz_sheets_draw (pages, index, cr, FALSE, error) && finish (surface, pages, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  svg = g_byte_array_free_to_bytes (bytes);
  return good && save (svg, file, cancellable, error);
}

/* Of a page, or of a side of paper. */
static cairo_surface_t *
draw_image (YzPages *pages, guint index, double dots, void (*get_size) (YzPages *, guint, double *, double *),
            gboolean (*draw) (YzPages *, guint, cairo_t *, gboolean, GError **))
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  get_size (pages, index, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) lround (width * dots)),
                                        MAX (1, (int) lround (height * dots)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dots, dots);
  draw (pages, index, cr, FALSE, NULL); /* an image takes the installed fonts */
  cairo_destroy (cr);
  return surface;
}

cairo_surface_t *
yz_output_image (YzPages *pages, guint index, double dots)
{
  return draw_image (pages, index, dots, yz_pages_get_size, yz_pages_draw);
}

cairo_surface_t *
yz_output_sheet_image (YzPages *pages, guint index, double dots)
{
  return draw_image (pages, index, dots, yz_sheets_get_size, yz_sheets_draw);
}

gboolean
yz_output_png (YzPages *pages, guint index, double dots, GFile *file, GCancellable *cancellable, GError **error)
{
  GByteArray *bytes = NULL;
  g_autoptr (GBytes) png = NULL;
  cairo_surface_t *surface;
  gboolean good;

  if (!yz_pages_make_all (pages, cancellable, error))
    return FALSE;
  bytes = g_byte_array_new ();
  surface = yz_output_sheet_image (pages, index, dots);
  good = check_status (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), error) &&
         finish (surface, pages, error);
  cairo_surface_destroy (surface);
  png = g_byte_array_free_to_bytes (bytes);
  return good && save (png, file, cancellable, error);
}

/* Pages into files: whole or not there, whatever happens on the way. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-document-kind.h"
#include "yz-guide-error.h"
#include "yz-html-edition.h"
#include "yz-output.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

#define OLD "what was there yesterday"

static YzPages *
new_pages (const YzGuideContent *content)
{
  const YzDocumentKind *kind = yz_document_kind_find ("list", NULL);
  const YzPagesOptions look = { .paper = yz_paper_find ("a5", NULL), .language = content->language };
  const YzDocumentOptions options = { NULL };
  g_autoptr (YzDocument) document = yz_document_kind_build (kind, content, look.paper, &options, NULL);

  return yz_pages_new (document, &look, NULL);
}

/* The ways out; each is asked for the same pages. */
static gboolean
save_pdf (const YzGuideContent *content, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzPages) pages = new_pages (content);

  return yz_output_pdf (pages, file, NULL, NULL, cancellable, error);
}

static gboolean
save_svg (const YzGuideContent *content, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzPages) pages = new_pages (content);

  return yz_output_svg (pages, 0, file, cancellable, error);
}

static gboolean
save_png (const YzGuideContent *content, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzPages) pages = new_pages (content);

  return yz_output_png (pages, 0, 4, file, cancellable, error);
}

static const struct
{
  const char *name;
  gboolean (*save) (const YzGuideContent *content, GFile *file, GCancellable *cancellable, GError **error);
} ways[] = { { "guide.pdf", save_pdf },
             { "guide.svg", save_svg },
             { "guide.png", save_png },
             { "guide.html", yz_html_edition_write } };

typedef struct
{
  char *folder;
  YzGuideContent *content;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("yizhan-output-XXXXXX", NULL);
  fixture->content = guide_fixture_new (YZ_PRINT_CHINESE, 40, 1, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yz_guide_content_unref (fixture->content);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing is left beside the files */
  g_free (fixture->folder);
}

/* A file of yesterday in the folder. */
static GFile *
put_old (Fixture *fixture, const char *name)
{
  GFile *file = g_file_new_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), OLD, -1, NULL));
  return file;
}

static void
check_old (GFile *file)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, OLD);
  g_unlink (g_file_peek_path (file));
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  static const char *const beginnings[] = { "%PDF-1.", "<?xml", "\211PNG", "<!DOCTYPE html>" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GFile) file = put_old (fixture, ways[i].name);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (ways[i].save (fixture->content, file, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, beginnings[i]));
      g_unlink (g_file_peek_path (file));
    }
}

/* An SVG is XML of the page's size; a PNG has as many pixels as were asked for. */
static void
test_images (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autofree char *png = g_build_filename (fixture->folder, "a.png", NULL);
  g_autoptr (GFile) svg_file = g_file_new_for_path (svg), png_file = g_file_new_for_path (png);
  cairo_surface_t *image;
  xmlDoc *xml;

  g_assert_true (save_svg (fixture->content, svg_file, NULL, NULL));
  g_assert_true (save_png (fixture->content, png_file, NULL, NULL));
  xml = xmlReadFile (svg, NULL, XML_PARSE_NONET);
  g_assert_nonnull (xml);
  g_assert_cmpstr ((const char *) xmlDocGetRootElement (xml)->name, ==, "svg");
  xmlFreeDoc (xml);
  image = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 148 * 4);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 210 * 4);
  cairo_surface_destroy (image);
  g_unlink (svg);
  g_unlink (png);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GFile) file = put_old (fixture, ways[i].name);
      g_autoptr (GError) error = NULL;

      g_assert_false (ways[i].save (fixture->content, file, cancelled, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      check_old (file);
    }
}

static void
cancel_in_the_middle (guint done, guint all, gpointer cancellable)
{
  g_assert_cmpuint (all, >=, 2);
  g_assert_cmpuint (done, ==, 1); /* not one page more */
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (YzPages) pages = new_pages (fixture->content);
  g_autoptr (GFile) file = put_old (fixture, "guide.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_output_pdf (pages, file, cancel_in_the_middle, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_old (file);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "nowhere", ways[i].name, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (ways[i].save (fixture->content, file, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, ways[i].name));
    }
}

/* What would be a hole on paper is an error before there is paper. A page for telephones takes their fonts. */
static void
test_missing_glyph (Fixture *fixture, gconstpointer data)
{
  YzGuideStation *station = g_ptr_array_index (fixture->content->stations, 0);

  g_free (station->name);
  station->name = g_strdup ("\356\204\243驿站"); /* U+E123, of private use */
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GFile) file = put_old (fixture, ways[i].name);
      g_autoptr (GError) error = NULL;

      g_assert_false (ways[i].save (fixture->content, file, NULL, &error));
      g_assert_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_GLYPH);
      g_assert_nonnull (strstr (error->message, "U+E123"));
      check_old (file);
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/guide/output/good", test_good);
  add ("/guide/output/images", test_images);
  add ("/guide/output/cancelled", test_cancelled);
  add ("/guide/output/cancelled-in-the-middle", test_cancelled_in_the_middle);
  add ("/guide/output/no-folder", test_no_folder);
  add ("/guide/output/missing-glyph", test_missing_glyph);
  return g_test_run ();
}

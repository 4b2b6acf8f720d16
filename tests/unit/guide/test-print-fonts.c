/*
 * Characters on a grid, drawn to PDF by the code of the guides and to an image by Pango alone. The two pictures are
 * compared character by character, because no viewer tells that a glyph of an embedded font is broken.
 */
#include "config.h"

#include "yz-print-fonts.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <stdlib.h>

enum
{
  CELL = 20, /* points; two pixels each */
  COLUMNS = 28,
  ROWS = 40,
  BLOCK = 5 /* pixels that are compared together */
};

/* The characters on which cairo fails where the installed font goes to PDF: alone in Regular (如瘃), alone in Bold (忉烪),
 * and in this order in Regular (熺憘). */
#define TRAPS "如厕指引瘃忉烪熺憘"

typedef struct
{
  const char *font;
  char *dir;
  PangoContext *context;
  GPtrArray *layouts;
} Fixture;

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  return context;
}

/* The 6,763 Chinese characters of GB 2312, by the rows and columns of that standard. */
static char *
list_gb2312 (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (int row = 0xb0; row <= 0xf7; row++)
    for (int column = 0xa1; column <= (row == 0xd7 ? 0xf9 : 0xfe); column++)
      g_string_append_printf (bytes, "%c%c", row, column);
  return g_convert (bytes->str, bytes->len, "UTF-8", "GB2312", NULL, NULL, NULL);
}

static void
add_layouts (Fixture *fixture, const char *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (fixture->font);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      PangoLayout *layout = pango_layout_new (fixture->context);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, p, g_utf8_next_char (p) - p);
      g_ptr_array_add (fixture->layouts, layout);
    }
}

static void
move_to_cell (cairo_t *cr, guint i, PangoLayout *layout)
{
  double baseline = pango_units_to_double (pango_layout_get_baseline (layout));

  cairo_move_to (cr, CELL * (1 + i % COLUMNS), CELL * (2 + i / COLUMNS) - 5 - baseline);
}

static void
write_pdf (Fixture *fixture, YzPrintFonts *fonts, const char *path)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create (path, CELL * (COLUMNS + 2), CELL * (ROWS + 2));
  cairo_t *cr = cairo_create (pdf);

  for (guint i = 0; i < fixture->layouts->len; i++)
    {
      move_to_cell (cr, i % (COLUMNS * ROWS), fixture->layouts->pdata[i]);
      yz_print_fonts_show (fonts, cr, fixture->layouts->pdata[i]);
      if (i % (COLUMNS * ROWS) == COLUMNS * ROWS - 1)
        cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  g_assert_cmpint (cairo_surface_status (pdf), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (pdf);
}

static cairo_surface_t *
draw_page (Fixture *fixture, guint first)
{
  cairo_surface_t *page =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * CELL * (COLUMNS + 2), 2 * CELL * (ROWS + 2));
  cairo_t *cr = cairo_create (page);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, 2, 2);
  for (guint i = first; i < MIN (fixture->layouts->len, first + COLUMNS * ROWS); i++)
    {
      move_to_cell (cr, i - first, fixture->layouts->pdata[i]);
      pango_cairo_show_layout (cr, fixture->layouts->pdata[i]);
    }
  cairo_destroy (cr);
  cairo_surface_flush (page);
  return page;
}

static int
sum_ink (cairo_surface_t *page, int left, int top)
{
  int ink = 0;

  for (int y = top; y < top + BLOCK; y++)
    for (int x = left; x < left + BLOCK; x++)
      ink += 255 - cairo_image_surface_get_data (page)[y * cairo_image_surface_get_stride (page) + 4 * x + 1];
  return ink;
}

/* By how much of its ink a character differs: by nothing, because pdftocairo and Pango draw alike; a lost stroke is
 * 0.03, a lost character 1. */
static double
compare_cell (cairo_surface_t *got, cairo_surface_t *wanted, guint cell)
{
  int left = 2 * CELL * (1 + cell % COLUMNS), top = 2 * CELL * (1 + cell / COLUMNS);
  double ink = 1, difference = 0;

  for (int y = top; y < top + 2 * CELL; y += BLOCK)
    for (int x = left; x < left + 2 * CELL; x += BLOCK)
      {
        difference += abs (sum_ink (got, x, y) - sum_ink (wanted, x, y));
        ink += sum_ink (wanted, x, y);
      }
  return difference / ink;
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

/* The characters that look otherwise in the PDF. */
static char *
find_broken (Fixture *fixture, const char *pdf)
{
  g_autofree char *stem = g_build_filename (fixture->dir, "page", NULL);
  g_autoptr (GString) broken = g_string_new (NULL);

  for (guint first = 0; first < fixture->layouts->len; first += COLUMNS * ROWS)
    {
      g_autofree char *number = g_strdup_printf ("%u", first / (COLUMNS * ROWS) + 1);
      const char *argv[] = { "pdftocairo", "-r", "144",  "-png", "-singlefile", "-f",
                             number,       "-l", number, pdf,    stem,          NULL };
      g_autofree char *output = run (argv), *png = g_strconcat (stem, ".png", NULL);
      cairo_surface_t *got = cairo_image_surface_create_from_png (png), *wanted = draw_page (fixture, first);

      for (guint i = first; i < MIN (fixture->layouts->len, first + COLUMNS * ROWS); i++)
        if (compare_cell (got, wanted, i - first) > 0.01)
          g_string_append (broken, pango_layout_get_text (fixture->layouts->pdata[i]));
      cairo_surface_destroy (got);
      cairo_surface_destroy (wanted);
      g_remove (png);
    }
  return g_steal_pointer (&broken->str);
}

static char *
read_text (const char *pdf)
{
  const char *argv[] = { "pdftotext", "-raw", pdf, "-", NULL };
  g_autofree char *output = run (argv);
  GString *text = g_string_new (NULL);

  for (const char *p = output; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (text, g_utf8_get_char (p));
  return g_string_free (text, FALSE);
}

static void
check (const char *font, const char *text)
{
  Fixture fixture = { .font = font, .dir = g_dir_make_tmp (NULL, NULL), .context = create_context () };
  g_autofree char *pdf = g_build_filename (fixture.dir, "guide.pdf", NULL);
  g_autoptr (YzPrintFonts) fonts = yz_print_fonts_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *broken = NULL, *read = NULL;

  fixture.layouts = g_ptr_array_new_with_free_func (g_object_unref);
  add_layouts (&fixture, text);
  for (guint i = 0; i < fixture.layouts->len; i++)
    yz_print_fonts_note (fonts, fixture.layouts->pdata[i]);
  g_assert_true (yz_print_fonts_prepare (fonts, &error));
  write_pdf (&fixture, fonts, pdf);
  broken = find_broken (&fixture, pdf);
  read = read_text (pdf);
  g_assert_cmpstr (broken, ==, "");
  g_assert_cmpstr (read, ==, text);
  g_remove (pdf);
  g_rmdir (fixture.dir);
  g_ptr_array_unref (fixture.layouts);
  g_object_unref (fixture.context);
  g_free (fixture.dir);
}

static void
test_traps (gconstpointer font)
{
  check (font, TRAPS);
}

/* In portions, because cairo gives up looking for subroutines, and with that its mistakes, when it meets one of a few
 * characters: a PDF of all of them at once would be right even without our copies. */
static void
test_gb2312 (gconstpointer font)
{
  g_autofree char *all = list_gb2312 ();
  const glong portion = COLUMNS * ROWS;

  g_assert_cmpint (g_utf8_strlen (all, -1), ==, 6763);
  for (glong first = 0; first < 6763; first += portion)
    {
      g_autofree char *text = g_utf8_substring (all, first, MIN (6763, first + portion));

      check (font, text);
    }
}

int
main (int argc, char **argv)
{
  static const char *const fonts[] = { "Noto Sans CJK SC 14", "Noto Sans CJK SC Bold 14" };

  g_autofree char *pdftocairo = g_find_program_in_path ("pdftocairo");

  if (pdftocairo == NULL)
    {
      g_printerr ("skipped: pdftocairo (poppler-utils) is not installed\n");
      return 77;
    }
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_autofree char *traps = g_strdup_printf ("/guide/fonts/traps/%s", fonts[i]);
      g_autofree char *gb2312 = g_strdup_printf ("/guide/fonts/gb2312/%s", fonts[i]);

      g_test_add_data_func (traps, fonts[i], test_traps);
      g_test_add_data_func (gb2312, fonts[i], test_gb2312);
    }
  return g_test_run ();
}

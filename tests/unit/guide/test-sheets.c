/* Pages on sheets: what somebody who folds the paper reads, and which way up. */
#include "config.h"

#include "test-box.h"
#include "yz-output.h"
#include "yz-sheets.h"

static YzPages *
lay_out (YzDocument *document, const char *paper)
{
  const YzPagesOptions options = { .paper = yz_paper_find (paper, NULL) };
  YzPages *pages = yz_pages_new (document, &options, NULL);

  g_assert_true (yz_pages_make_all (pages, NULL, NULL));
  return pages;
}

static YzPages *
new_pages (guint n, const char *paper)
{
  g_autoptr (YzDocument) document = yz_document_new ("sheets");

  for (guint i = 0; i < n; i++)
    {
      YzSection *section = yz_document_add_section (document, 1);

      section->bare = section->whole = TRUE;
      yz_section_add (section, test_box_new ("page", 60));
    }
  return lay_out (document, paper);
}

/* --- booklet ------------------------------------------------------------------------------------------------------ */

/* Lays the sheets on each other, folds them in the middle and turns the leaves: of each leaf the front, then the back.
 * A leaf of the right half has its front on the upper side; turned over its short edge, its back is the left half of
 * the lower side. */
static GArray *
read_booklet (YzPages *pages)
{
  const guint n_sheets = yz_sheets_count (pages) / 2;
  GArray *read = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint leaf = 0; leaf < 2 * n_sheets; leaf++)
    {
      const gboolean right = leaf < n_sheets; /* of its sheet; the outermost comes first */
      const guint sheet = right ? leaf : 2 * n_sheets - 1 - leaf;
      guint n;
      g_autofree guint *upper = yz_sheets_list (pages, 2 * sheet, &n);
      g_autofree guint *lower = yz_sheets_list (pages, 2 * sheet + 1, &n);
      const guint faces[] = { right ? upper[1] : lower[1], right ? lower[0] : upper[0] };

      g_array_append_vals (read, faces, G_N_ELEMENTS (faces));
    }
  return read;
}

static void
test_booklet (void)
{
  for (guint n = 1; n <= 21; n++)
    {
      g_autoptr (YzPages) pages = new_pages (n, "booklet");
      g_autoptr (GArray) read = read_booklet (pages);

      g_assert_cmpuint (read->len, ==, (n + 3) / 4 * 4);
      for (guint i = 0; i < read->len; i++)
        g_assert_cmpuint (g_array_index (read, guint, i), ==, i < n ? i : G_MAXUINT);
    }
}

/* --- fold --------------------------------------------------------------------------------------------------------- */

/* Four panels on the first side from left to right; on the second a map over three and one more. */
static void
test_fold (void)
{
  static const guint wanted[2][4] = { { 0, 1, 2, 3 }, { 4, 5 } };
  static const guint n_wanted[] = { 4, 2 };
  g_autoptr (YzDocument) document = yz_document_new ("fold");
  g_autoptr (YzPages) pages = NULL;
  double width, height;

  for (guint i = 0; i < 6; i++)
    {
      YzSection *section = yz_document_add_section (document, 1);

      section->panels = i == 4 ? 3 : 1;
      yz_section_add (section, test_box_new ("panel", 50));
    }
  pages = lay_out (document, "fold");
  g_assert_cmpuint (yz_sheets_count (pages), ==, 2);
  for (guint side = 0; side < 2; side++)
    {
      guint n;
      g_autofree guint *list = yz_sheets_list (pages, side, &n);

      g_assert_cmpmem (list, n * sizeof *list, wanted[side], n_wanted[side] * sizeof **wanted);
    }
  yz_sheets_get_size (pages, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 297, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 210, 0.01);
}

/* --- what is drawn ------------------------------------------------------------------------------------------------ */

static gboolean
is_dark (cairo_surface_t *image, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (image);

  return data[(int) y * cairo_image_surface_get_stride (image) + 4 * (int) x] < 128;
}

/* The box at the top of each page is black in its upper left quarter: so every page stands upright in its place. */
static void
check_upright (YzPages *pages, guint n_places)
{
  for (guint side = 0; side < yz_sheets_count (pages); side++)
    {
      cairo_surface_t *image = yz_output_sheet_image (pages, side, 1);
      const double width = cairo_image_surface_get_width (image) / (double) n_places;
      guint n;
      g_autofree guint *list = yz_sheets_list (pages, side, &n);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (is_dark (image, (i + 0.25) * width, 15), ==, list[i] != G_MAXUINT);
          g_assert_false (is_dark (image, (i + 0.75) * width, 15));
          g_assert_false (is_dark (image, (i + 0.25) * width, 45));
          g_assert_false (is_dark (image, (i + 0.25) * width, cairo_image_surface_get_height (image) - 15));
        }
      cairo_surface_destroy (image);
    }
}

static void
test_upright (void)
{
  g_autoptr (YzPages) single = new_pages (3, "a4"), booklet = new_pages (6, "booklet"), fold = new_pages (7, "fold");

  check_upright (single, 1);
  check_upright (booklet, 2);
  check_upright (fold, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/sheets/booklet", test_booklet);
  g_test_add_func ("/guide/sheets/fold", test_fold);
  g_test_add_func ("/guide/sheets/upright", test_upright);
  return g_test_run ();
}

#include "config.h"

#include "yz-sheets.h"

#define PANELS 4
#define NO_PAGE G_MAXUINT
#define TICK 4.0

static YzImposition
imposition (YzPages *pages)
{
  return yz_pages_get_paper (pages)->imposition;
}

/* The first page of a folded side. Pages stand side by side while there is room for their panels. */
static guint
first_of_fold (YzPages *pages, guint side)
{
  guint n_pages = yz_pages_get_n (pages), at = 0, used = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      guint panels = yz_pages_get_panels (pages, page);

      if (used + panels > PANELS)
        {
          used = 0;
          at++;
        }
      if (at == side)
        return page;
      used += panels;
    }
  return n_pages;
}

guint
yz_sheets_count (YzPages *pages)
{
  guint n = yz_pages_get_n (pages), sides = 0;

  switch (imposition (pages))
    {
    case YZ_IMPOSITION_BOOKLET:
      return (n + 3) / 4 * 2;
    case YZ_IMPOSITION_Z_FOLD:
      while (first_of_fold (pages, sides) < n)
        sides++;
      return sides;
    case YZ_IMPOSITION_NONE:
    default:
      return n;
    }
}

void
yz_sheets_get_size (YzPages *pages, guint index, double *width, double *height)
{
  const YzPaper *paper = yz_pages_get_paper (pages);

  switch (paper->imposition)
    {
    case YZ_IMPOSITION_BOOKLET:
    case YZ_IMPOSITION_Z_FOLD:
      *width = paper->width * (paper->imposition == YZ_IMPOSITION_BOOKLET ? 2 : PANELS);
      *height = paper->height;
      break;
    case YZ_IMPOSITION_NONE:
    default:
      yz_pages_get_size (pages, index, width, height);
      break;
    }
}

/* Sheets lie on top of each other and are folded: the outermost holds the first and the last page. */
static guint *
list_booklet (YzPages *pages, guint side, guint *n)
{
  guint n_pages = yz_pages_get_n (pages), n_places = (n_pages + 3) / 4 * 4;
  guint low = side, high = n_places - 1 - side;
  guint *list = g_new (guint, 2);

  list[0] = side % 2 == 0 ? high : low;
  list[1] = side % 2 == 0 ? low : high;
  for (guint i = 0; i < 2; i++)
    if (list[i] >= n_pages)
      list[i] = NO_PAGE;
  *n = 2;
  return list;
}

static guint *
list_fold (YzPages *pages, guint side, guint *n)
{
  guint first = first_of_fold (pages, side), end = first_of_fold (pages, side + 1);
  guint *list = g_new (guint, PANELS);

  *n = end - first;
  for (guint i = 0; i < *n; i++)
    list[i] = first + i;
  return list;
}

guint *
yz_sheets_list (YzPages *pages, guint index, guint *n)
{
  guint *list;

  switch (imposition (pages))
    {
    case YZ_IMPOSITION_BOOKLET:
      return list_booklet (pages, index, n);
    case YZ_IMPOSITION_Z_FOLD:
      return list_fold (pages, index, n);
    case YZ_IMPOSITION_NONE:
    default:
      list = g_new (guint, 1);
      list[0] = index;
      *n = 1;
      return list;
    }
}

/* Which way to fold is said at the upper edge; on the other side of the paper it is the other way. */
static void
draw_folds (YzPages *pages, guint side, cairo_t *cr)
{
  const YzPaper *paper = yz_pages_get_paper (pages);
  YzTypesetter *typesetter = yz_pages_get_typesetter (pages);
  g_autoptr (YzCanvas) canvas = yz_canvas_new (cr, typesetter, YZ_CANVAS_PLAIN);
  YzPrintLanguage language = yz_typesetter_get_language (typesetter);
  const YzType type = { .size = 5, .ink = YZ_INK_SECOND };
  const double dash[] = { 2, 2 };
  g_autofree char *mountain_words = yz_print_say_both (language, "山折", "fold back");
  g_autofree char *valley_words = yz_print_say_both (language, "谷折", "fold in");

  for (guint i = 1; i < PANELS; i++)
    {
      double x = paper->width * i;
      gboolean mountain = (i + side) % 2 == 1;

      yz_canvas_set_ink (canvas, YZ_INK_HAIR);
      cairo_set_line_width (cr, 0.09);
      cairo_set_dash (cr, dash, 2, 0);
      cairo_move_to (cr, x, TICK);
      cairo_line_to (cr, x, paper->height - TICK);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);

      yz_canvas_fill (canvas, &(YzRect){ x - 0.05, 0, 0.1, TICK }, YZ_INK_SECOND);
      yz_canvas_fill (canvas, &(YzRect){ x - 0.05, paper->height - TICK, 0.1, TICK }, YZ_INK_SECOND);
      yz_canvas_write (canvas, &type, mountain ? mountain_words : valley_words, x + 0.8, 1.2, 0);
    }
}

gboolean
yz_sheets_draw (YzPages *pages, guint index, cairo_t *cr, gboolean tagged, GError **error)
{
  guint n;
  g_autofree guint *list = yz_sheets_list (pages, index, &n);
  gboolean drawn = TRUE;
  double x = 0;

  for (guint i = 0; i < n && drawn; i++)
    {
      double width = yz_pages_get_paper (pages)->width, height;

      if (list[i] != NO_PAGE)
        {
          yz_pages_get_size (pages, list[i], &width, &height);
          cairo_save (cr);
          cairo_translate (cr, x, 0);
          drawn = yz_pages_draw (pages, list[i], cr, tagged, error);
          cairo_restore (cr);
        }
      x += width;
    }
  if (imposition (pages) == YZ_IMPOSITION_Z_FOLD)
    draw_folds (pages, index, cr);
  return drawn;
}

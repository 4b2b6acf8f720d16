#include "yz-map-labels-private.h"

#include <math.h>

#define SIZE 800

static void
add_shape (YzMapShapes *shapes, YzMapClass class, const char *name, const double *xy, guint n_points)
{
  guint end;
  YzMapShape shape = { .id = shapes->shapes->len + 1,
                       .class = class,
                       .name = g_string_chunk_insert (shapes->texts, name),
                       .first_ring = shapes->rings->len,
                       .n_rings = 1 };

  g_array_append_vals (shapes->points, xy, 2 * n_points);
  end = shapes->points->len / 2;
  g_array_append_val (shapes->rings, end);
  g_array_append_val (shapes->shapes, shape);
}

/* Far more names than there is room for. */
static YzMapShapes *
crowd_of_names (GRand *rand)
{
  YzMapShapes *names = yz_map_shapes_new ();

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u个地名", i);
      double xy[] = { g_rand_double_range (rand, -100, SIZE + 100), g_rand_double_range (rand, -100, SIZE + 100) };

      add_shape (names, i % 2 ? YZ_MAP_CLASS_QUARTER_NAME : YZ_MAP_CLASS_PUBLIC_NAME, name, xy, 1);
    }
  return names;
}

static YzMapShapes *
crowd_of_streets (GRand *rand)
{
  YzMapShapes *streets = yz_map_shapes_new ();

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("街道%u", i);
      double x = g_rand_double_range (rand, 0, SIZE), y = g_rand_double_range (rand, 0, SIZE);
      double angle = g_rand_double_range (rand, 0, 2 * G_PI);
      double xy[] = {
        x, y, x + 150 * cos (angle), y + 150 * sin (angle), x + 300 * cos (angle + 0.1), y + 300 * sin (angle + 0.1)
      };

      add_shape (streets, YZ_MAP_CLASS_TERTIARY, name, xy, 3);
    }
  return streets;
}

/* Whether anything is drawn between @x0 and @x1 in the rows from @y0 to @y1. */
static gboolean
has_ink (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      if (data[y * stride + 4 * x + 3] != 0)
        return TRUE;
  return FALSE;
}

static cairo_surface_t *
draw_labels (YzMapShapes *names, YzMapShapes *streets, const YzMapBox *pin)
{
  const YzMapView view = { .resolution = 2.4, .width = SIZE, .height = SIZE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  YzLettering *lettering = yz_lettering_new (cr, FALSE);
  YzMapLabels *labels = yz_map_labels_new (lettering, &view, 16, YZ_MAP_LABEL_MARGIN, pin, pin != NULL ? 1 : 0);

  yz_map_labels_add_names (labels, names, NULL);
  if (streets != NULL)
    yz_map_labels_add_streets (labels, streets);
  yz_map_labels_place (labels);
  yz_map_labels_draw (labels, cr, yz_map_palette_get (YZ_MAP_STYLE_LIGHT));

  yz_map_labels_free (labels);
  yz_lettering_free (lettering);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* In the densest crowd of names a pin stays free. */
static void
test_pin_stays_free (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (YzMapShapes) names = crowd_of_names (rand);
  g_autoptr (YzMapShapes) streets = crowd_of_streets (rand);
  const YzMapBox pin = { 300, 300, 420, 420 };
  cairo_surface_t *with = draw_labels (names, streets, &pin);
  cairo_surface_t *without = draw_labels (names, streets, NULL);

  g_assert_false (has_ink (with, 300, 300, 420, 420));
  g_assert_true (has_ink (without, 300, 300, 420, 420));
  for (int x = 0; x < SIZE; x += SIZE / 4)
    g_assert_true (has_ink (with, x, 0, x + SIZE / 4, SIZE / 4));
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

/* Of two names in one place only one is drawn: the picture is that of the first alone. */
static void
test_never_overlap (void)
{
  const double place[] = { 400, 400 };
  g_autoptr (YzMapShapes) one = yz_map_shapes_new ();
  g_autoptr (YzMapShapes) both = yz_map_shapes_new ();
  cairo_surface_t *alone, *together;

  add_shape (one, YZ_MAP_CLASS_QUARTER_NAME, "甲地", place, 1);
  add_shape (both, YZ_MAP_CLASS_QUARTER_NAME, "甲地", place, 1);
  add_shape (both, YZ_MAP_CLASS_QUARTER_NAME, "乙地", place, 1);
  alone = draw_labels (one, NULL, NULL);
  together = draw_labels (both, NULL, NULL);
  g_assert_true (has_ink (alone, 0, 0, SIZE, SIZE));
  g_assert_cmpmem (cairo_image_surface_get_data (alone), (gsize) SIZE * SIZE * 4,
                   cairo_image_surface_get_data (together), (gsize) SIZE * SIZE * 4);
  cairo_surface_destroy (alone);
  cairo_surface_destroy (together);
}

typedef struct
{
  double dx;
  double dy;
  gboolean upright;
} Slope;

/* On a flat street the characters turn with it, on a steep one they stand; always read from left or from above. */
static void
test_directions (void)
{
  static const Slope slopes[] = { { 300, 40, FALSE }, { -300, 40, FALSE }, { 40, 300, TRUE }, { 40, -300, TRUE } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);
  cairo_t *cr = cairo_create (surface);
  YzLettering *lettering = yz_lettering_new (cr, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (slopes); i++)
    {
      double xy[] = { 500, 500, 500 + slopes[i].dx, 500 + slopes[i].dy };
      g_autoptr (GArray) glyphs = NULL;
      const YzMapGlyph *first, *last;

      g_assert_true (yz_lettering_lay_along (lettering, "建设路", 12, 0.5, xy, 2, 150, &glyphs));
      g_assert_cmpint (glyphs->len, ==, 3);
      first = &g_array_index (glyphs, YzMapGlyph, 0);
      last = &g_array_index (glyphs, YzMapGlyph, 2);
      if (slopes[i].upright)
        g_assert_cmpfloat (first->y, <, last->y);
      else
        g_assert_cmpfloat (first->x, <, last->x);
      g_assert_true ((first->angle == 0) == slopes[i].upright);
      g_assert_cmpfloat (fabs (first->angle), <, G_PI / 3);
    }
  yz_lettering_free (lettering);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_too_crooked (void)
{
  const double zigzag[] = { 0, 0, 12, 0, 12, 12, 24, 12, 24, 24, 36, 24, 36, 36, 48, 36 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);
  cairo_t *cr = cairo_create (surface);
  YzLettering *lettering = yz_lettering_new (cr, FALSE);
  g_autoptr (GArray) glyphs = NULL;

  g_assert_false (yz_lettering_lay_along (lettering, "人民路", 12, 0.1, zigzag, G_N_ELEMENTS (zigzag) / 2, 42,
                                          &glyphs));
  g_assert_null (glyphs);
  yz_lettering_free (lettering);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/labels/pin-stays-free", test_pin_stays_free);
  g_test_add_func ("/carto/labels/never-overlap", test_never_overlap);
  g_test_add_func ("/carto/labels/directions", test_directions);
  g_test_add_func ("/carto/labels/too-crooked", test_too_crooked);
  return g_test_run ();
}

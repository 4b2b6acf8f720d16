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

static gboolean
overlap (const YzMapBox *a, const YzMapBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void
assert_apart (GArray *one, GArray *other)
{
  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      g_assert_false (overlap (&g_array_index (one, YzMapBox, i), &g_array_index (other, YzMapBox, j)));
}

static void
test_never_overlap (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (YzMapShapes) names = crowd_of_names (rand);
  g_autoptr (YzMapShapes) streets = crowd_of_streets (rand);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);
  cairo_t *cr = cairo_create (surface);
  YzLettering *lettering = yz_lettering_new (cr, FALSE);
  const YzMapView view = { .resolution = 2.4, .width = SIZE, .height = SIZE };
  const YzMapBox pin = { 300, 300, 420, 420 };
  YzMapLabels *labels = yz_map_labels_new (lettering, &view, 16, YZ_MAP_LABEL_MARGIN, &pin, 1);
  g_autoptr (GPtrArray) boxes = NULL;

  yz_map_labels_add_names (labels, names, NULL);
  yz_map_labels_add_streets (labels, streets);
  yz_map_labels_place (labels);
  boxes = yz_map_labels_dup_boxes (labels);
  g_assert_cmpint (boxes->len, >, 40);
  for (guint i = 0; i < boxes->len; i++)
    {
      GArray *label = g_ptr_array_index (boxes, i);

      for (guint j = 0; j < label->len; j++)
        g_assert_false (overlap (&g_array_index (label, YzMapBox, j), &pin));
      for (guint j = i + 1; j < boxes->len; j++)
        assert_apart (label, g_ptr_array_index (boxes, j));
    }

  yz_map_labels_free (labels);
  yz_lettering_free (lettering);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
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
  g_test_add_func ("/carto/labels/never-overlap", test_never_overlap);
  g_test_add_func ("/carto/labels/directions", test_directions);
  g_test_add_func ("/carto/labels/too-crooked", test_too_crooked);
  return g_test_run ();
}

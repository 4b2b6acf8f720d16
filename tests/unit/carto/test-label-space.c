#include "yz-label-space.h"

#define SIZE 500

static YzMapBox
random_box (GRand *rand)
{
  double x = g_rand_double_range (rand, -60, SIZE), y = g_rand_double_range (rand, -60, SIZE);

  return (YzMapBox){ x, y, x + g_rand_double_range (rand, 1, 90), y + g_rand_double_range (rand, 1, 20) };
}

static gboolean
overlaps_any (GArray *boxes, const YzMapBox *box)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const YzMapBox *other = &g_array_index (boxes, YzMapBox, i);

      if (box->x0 < other->x1 && other->x0 < box->x1 && box->y0 < other->y1 && other->y0 < box->y1)
        return TRUE;
    }
  return FALSE;
}

/* What is granted is exactly what overlaps nothing that was granted or blocked before, also beyond the bounds. */
static void
test_grants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (YzLabelSpace) space = yz_label_space_new (&(YzMapBox){ 0, 0, SIZE, SIZE });
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (YzMapBox));
  const YzMapBox pin = { 200, 200, 260, 260 };
  guint n_granted = 0;

  yz_label_space_block (space, &pin);
  g_array_append_val (taken, pin);
  for (guint i = 0; i < 1000; i++)
    {
      YzMapBox label[] = { random_box (rand), random_box (rand) };
      gboolean free = !overlaps_any (taken, &label[0]) && !overlaps_any (taken, &label[1]);

      g_assert_true (yz_label_space_claim (space, label, 2) == free);
      if (free)
        g_array_append_vals (taken, label, 2);
      n_granted += free;
    }
  g_assert_cmpuint (n_granted, >, 20);
}

static void
test_neighbours (void)
{
  g_autoptr (YzLabelSpace) space = yz_label_space_new (&(YzMapBox){ 0, 0, SIZE, SIZE });
  const YzMapBox left = { 10, 10, 50, 20 }, right = { 50, 10, 90, 20 };

  g_assert_true (yz_label_space_claim (space, &left, 1));
  g_assert_false (yz_label_space_claim (space, &left, 1));
  g_assert_true (yz_label_space_claim (space, &right, 1)); /* edges may touch */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/carto/label-space/grants", test_grants);
  g_test_add_func ("/carto/label-space/neighbours", test_neighbours);
  return g_test_run ();
}

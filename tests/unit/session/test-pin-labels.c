#include "yz-pin-labels.h"

static const YzMapBox view = { 0, 0, 600, 400 };

static YzPinLabel
pin_at (double x, double y, guint importance)
{
  return (YzPinLabel){ .x = x, .y = y, .reach = 13, .width = 80, .height = 16, .importance = importance };
}

static YzMapBox
box_of (const YzPinLabel *label)
{
  return (YzMapBox){ label->left, label->top, label->left + label->width, label->top + label->height };
}

static YzMapBox
block_of (const YzPinLabel *label)
{
  return (YzMapBox){ label->x - 13, label->y - 13, label->x + 13, label->y + 13 };
}

static gboolean
overlap (const YzMapBox *a, const YzMapBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void
test_alone (void)
{
  YzPinLabel label = pin_at (100, 100, 1);

  yz_pin_labels_place (&label, 1, &view, NULL, 0);
  g_assert_cmpint (label.side, ==, YZ_LABEL_RIGHT);
  g_assert_cmpfloat (label.left, >=, 113);
  g_assert_cmpfloat (label.top + label.height / 2, ==, 100);
}

static void
test_gives_way (void)
{
  YzPinLabel labels[] = { pin_at (100, 100, 1), pin_at (150, 100, 1) };
  YzMapBox blocks[] = { block_of (&labels[0]), block_of (&labels[1]) };

  /* a pin stands where the first label would begin */
  yz_pin_labels_place (labels, 2, &view, blocks, 2);
  g_assert_cmpint (labels[0].side, ==, YZ_LABEL_BELOW);
  g_assert_cmpint (labels[1].side, ==, YZ_LABEL_RIGHT);
}

static void
test_importance (void)
{
  YzPinLabel labels[] = { pin_at (300, 200, 1), pin_at (300, 200, 9) };
  YzMapBox walls[] = { { 200, 0, 287, 400 }, { 0, 0, 600, 187 }, { 0, 213, 600, 400 } };

  /* there is room for one, at the right */
  yz_pin_labels_place (labels, 2, &view, walls, 3);
  g_assert_cmpint (labels[1].side, ==, YZ_LABEL_RIGHT);
  g_assert_cmpint (labels[0].side, ==, YZ_LABEL_NOWHERE);
}

/* However crowded: no two labels overlap, none covers a pin. */
static void
test_crowd (void)
{
  enum
  {
    N = 400
  };
  g_autofree YzPinLabel *labels = g_new (YzPinLabel, N);
  g_autofree YzMapBox *blocks = g_new (YzMapBox, N);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_placed = 0;

  for (guint i = 0; i < N; i++)
    {
      labels[i] = pin_at (g_rand_double_range (random, -50, 650), g_rand_double_range (random, -50, 450), i % 5);
      blocks[i] = block_of (&labels[i]);
    }
  yz_pin_labels_place (labels, N, &view, blocks, N);

  for (guint i = 0; i < N; i++)
    {
      YzMapBox box = box_of (&labels[i]);

      if (labels[i].side == YZ_LABEL_NOWHERE)
        continue;
      n_placed++;
      for (guint j = 0; j < N; j++)
        g_assert_false (overlap (&box, &blocks[j]));
      for (guint j = 0; j < i; j++)
        {
          YzMapBox other = box_of (&labels[j]);

          g_assert_true (labels[j].side == YZ_LABEL_NOWHERE || !overlap (&box, &other));
        }
    }
  g_assert_cmpuint (n_placed, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/pin-labels/alone", test_alone);
  g_test_add_func ("/session/pin-labels/gives-way", test_gives_way);
  g_test_add_func ("/session/pin-labels/importance", test_importance);
  g_test_add_func ("/session/pin-labels/crowd", test_crowd);
  return g_test_run ();
}

#include "yz-id.h"

static void
test_ascending (void)
{
  g_autoptr (YzClock) clock = yz_clock_new_at (1763600000000);
  g_autoptr (YzIdFactory) ids = yz_id_factory_new_seeded (clock, 7);
  g_autofree char *last = yz_id_factory_next (ids);

  g_assert_true (g_uuid_string_is_valid (last));

  /* more than the 4096 of one millisecond, and a clock that goes back in the middle */
  for (guint i = 0; i < 10000; i++)
    {
      char *id;

      if (i == 5000)
        yz_clock_set_now (clock, 1763600000000 - 3600000);
      id = yz_id_factory_next (ids);
      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpstr (id, >, last);
      g_free (last);
      last = id;
    }
}

static void
test_seed_repeats (void)
{
  g_autoptr (YzClock) clock = yz_clock_new_at (1763600000000);
  g_autoptr (YzIdFactory) one = yz_id_factory_new_seeded (clock, 42);
  g_autoptr (YzIdFactory) two = yz_id_factory_new_seeded (clock, 42);
  g_autofree char *a = yz_id_factory_next (one);
  g_autofree char *b = yz_id_factory_next (two);

  g_assert_cmpstr (a, ==, b);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/id/ascending", test_ascending);
  g_test_add_func ("/base/id/seed-repeats", test_seed_repeats);
  return g_test_run ();
}

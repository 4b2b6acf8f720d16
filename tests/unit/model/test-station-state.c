#include "yz-station-state.h"

static void
test_transitions (void)
{
  static const struct
  {
    const char *from, *to;
    gboolean allowed;
  } cases[] = {
    { "planned", "open", TRUE },    { "planned", "paused", FALSE }, { "open", "open", TRUE },
    { "open", "rectifying", TRUE }, { "open", "planned", FALSE },   { "rectifying", "open", TRUE },
    { "closed", "open", TRUE },     { "merged", "open", FALSE },    { "merged", "closed", FALSE },
    { "unheard", "open", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (yz_station_state_check (cases[i].from, cases[i].to, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
    }
}

/* Who reads why sees the words that stand in the form. */
static void
test_words (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_station_state_check ("open", "planned", &error));
  g_assert_cmpstr (error->message, ==, "A station cannot go from “In service” to “Planned”");
}

static void
test_reasons (void)
{
  g_assert_true (yz_station_state_needs_reason ("closed"));
  g_assert_false (yz_station_state_needs_reason ("open"));
  g_assert_false (yz_station_state_needs_reason (NULL));
  g_assert_true (yz_station_state_is_over ("merged"));
  g_assert_false (yz_station_state_is_over ("paused"));
  g_assert_true (yz_station_state_is_supplied ("rectifying"));
  g_assert_true (yz_station_state_is_supplied (NULL));
  g_assert_false (yz_station_state_is_supplied ("paused"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/station-state/transitions", test_transitions);
  g_test_add_func ("/model/station-state/reasons", test_reasons);
  g_test_add_func ("/model/station-state/words", test_words);
  return g_test_run ();
}

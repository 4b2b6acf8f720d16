#include "yz-date-shorthand.h"

static void
test_forms (void)
{
  static const struct
  {
    const char *typed, *date;
  } cases[] = {
    { "今天", "2026-11-20" },
    { "明天", "2026-11-21" },
    { "Yesterday", "2026-11-19" },
    { "+7", "2026-11-27" },
    { "-20", "2026-10-31" },
    { "+1m", "2026-12-20" },
    { "+3m", "2027-02-20" },
    { "1120", "2026-11-20" },
    { "0229", "0229" },
    { "202611", "2026-11-01" },
    { "202602e", "2026-02-28" },
    { "２０２６１１", "2026-11-01" },
    { "2026/1/2", "2026/1/2" },
    { "20261120", "20261120" },
    { "+x", "+x" },
    { "+99999999999", "+99999999999" },
    { "", "" },
  };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, 11, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = yz_date_from_shorthand (cases[i].typed, &today);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/date-shorthand/forms", test_forms);
  return g_test_run ();
}

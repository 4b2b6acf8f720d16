/* When something happened, as it is typed. */
#include "config.h"

#include "yz-model-error.h"
#include "yz-stock-when.h"
#include "yz-test.h"
#include "yz-value-text.h"

/* Friday 2026-11-20 14:26 in the office */
#define NOW G_GINT64_CONSTANT (1795155960000)

static void
assert_means (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 at;

  g_assert_true (yz_stock_when_parse (text, NOW, &at, &error));
  g_assert_no_error (error);
  words = yz_value_format_time (at);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_times (void)
{
  assert_means ("", "2026-11-20T14:26:00");
  assert_means (NULL, "2026-11-20T14:26:00");
  assert_means ("9:30", "2026-11-20T09:30:00");
  assert_means ("今天 0930", "2026-11-20T09:30:00");
  assert_means ("1118 16:20", "2026-11-18T16:20:00");
  assert_means ("2026-11-18T16:20", "2026-11-18T16:20:00");
  /* the same time of another day: what is typed in one go keeps its order */
  assert_means ("昨天", "2026-11-19T14:26:00");
  assert_means ("-3", "2026-11-17T14:26:00");
  assert_means (" 2026-02-28 ", "2026-02-28T14:26:00");
}

static void
test_refused (void)
{
  static const char *const texts[] = { "明天",      "15:00",      "下午",      "25:00", "9:61", "2026-02-30",
                                       "昨天 下午", "2026-13-01", "1118 1660", "::",    "T",    "2027-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 at;

      g_assert_false (yz_stock_when_parse (texts[i], NOW, &at, &error));
      g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/stock-when/times", test_times);
  g_test_add_func ("/session/stock-when/refused", test_refused);
  return g_test_run ();
}

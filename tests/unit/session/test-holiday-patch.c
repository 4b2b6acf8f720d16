/* What is said about holidays, value by value: changed, left as it is, or refused. */
#include "yz-holiday-patch.h"

#include "yz-test.h"

static guint32
today (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 20, 11, 2026);
  return g_date_get_julian (&date);
}

/* @after: NULL where it is refused, with @reason in the message */
typedef struct
{
  const char *before;
  const char *after;
  const char *reason;
} Case;

static void
check_cases (YzHolidayRule rule, const char *times, const Case *cases, guint n_cases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHolidayPatch) patch = yz_holiday_patch_new (rule, times, today (), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2 * n_cases; i++) /* twice: the second answer is a remembered one */
    {
      const Case *expected = &cases[i % n_cases];
      g_autofree char *after = yz_holiday_patch_apply (patch, expected->before, &error);

      g_test_message ("%s", expected->before);
      g_assert_cmpstr (after, ==, expected->after);
      g_assert_true ((after == NULL) == (error != NULL));
      g_assert_true ((expected->reason != NULL) == (error != NULL));
      if (error != NULL && expected->reason != NULL)
        g_assert_nonnull (strstr (error->message, expected->reason));
      g_clear_error (&error);
    }
}

static void
test_closed (void)
{
  static const Case cases[] = {
    { "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; PH off" },
    { "Mo-Fr 9:00-17:00; Sa 10:00-12:00", "Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH off" },
    { "24/7", "24/7; PH off" },
    { "Mo-Su 09:00-18:00; Jul-Aug Mo-Fr 08:00-20:00", "Mo-Su 09:00-18:00; Jul-Aug Mo-Fr 08:00-20:00; PH off" },
    /* in front of the closures, which win */
    { "Mo-Fr 09:00-17:00; 2026 Nov 24 13:30-18:00 off \"供电检修\"",
      "Mo-Fr 09:00-17:00; PH off; 2026 Nov 24 13:30-18:00 off \"供电检修\"" },
    { "Mo-Fr 09:00-17:00; 2027 Feb 01-20 10:00-12:00", "Mo-Fr 09:00-17:00; PH off; 2027 Feb 01-20 10:00-12:00" },
    /* it says so, in its own spelling */
    { "Mo-Fr 9-17; PH off", "Mo-Fr 9-17; PH off" },
    /* it says something else */
    { "Mo-Fr 09:00-17:00; PH 10:00-12:00", "Mo-Fr 09:00-17:00; PH off" },
    { "Mo-Fr,PH 09:00-17:00; Jul-Aug PH 10:00-12:00", "Mo-Fr 09:00-17:00; PH off" },
    /* no grid shows them */
    { "Mo-Fr sunrise-sunset", "Mo-Fr sunrise-sunset; PH off" },
    { "week 1-53/2 Mo-Fr 09:00-17:00", "week 1-53/2 Mo-Fr 09:00-17:00; PH off" },
    { "Mo-Fr 09:00-17:00 || \"预约\"", "Mo-Fr 09:00-17:00 || \"预约\"; PH off" },
    { "Sa[1] 09:00-17:00; PH 10:00-12:00", NULL, "speak of holidays already" },
    /* nothing to change */
    { "周一至周五", NULL, "not understood" },
    { "", NULL, "no hours yet" },
    { NULL, NULL, "no hours yet" },
  };

  check_cases (YZ_HOLIDAY_RULE_CLOSED, NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_hours (void)
{
  static const Case cases[] = {
    { "Mo-Fr 08:00-20:00", "Mo-Fr 08:00-20:00; PH 09:00-12:00,13:00-16:00" },
    { "24/7", "24/7; PH 09:00-12:00,13:00-16:00" },
    { "Mo-Fr 08:00-20:00; PH off", "Mo-Fr 08:00-20:00; PH 09:00-12:00,13:00-16:00" },
    { "Mo-Fr 08:00-20:00; 2026 Dec 28-2027 Jan 05 off \"翻新\"",
      "Mo-Fr 08:00-20:00; PH 09:00-12:00,13:00-16:00; 2026 Dec 28-2027 Jan 05 off \"翻新\"" },
    { "Mo-Fr 20:00-02:00", "Mo-Fr 20:00-02:00; PH 09:00-12:00,13:00-16:00" },
    { "Mo-Fr sunrise-sunset", "Mo-Fr sunrise-sunset; PH 09:00-12:00,13:00-16:00" },
    /* behind a closure the rule would open it on holidays */
    { "Mo-Su sunrise-sunset; 2026 Dec 28-2027 Jan 05 off \"翻新\"", NULL, "closures" },
    { "Mo-Su sunrise-sunset; 2026 Dec 28 14:00-15:00 off", NULL, "closures" },
  };

  check_cases (YZ_HOLIDAY_RULE_HOURS, "9-12, 13:00-16:00", cases, G_N_ELEMENTS (cases));
}

static void
test_as_usual (void)
{
  static const Case cases[] = {
    { "Mo-Su 08:00-20:00", "Mo-Su 08:00-20:00; PH 08:00-20:00" },
    { "Mo-Su 08:00-20:00; PH off", "Mo-Su 08:00-20:00; PH 08:00-20:00" },
    { "Mo-Su 08:00-18:00; Jul-Aug 08:00-20:00",
      "Mo-Su 08:00-18:00; Jul-Aug Mo-Su 08:00-20:00; PH 08:00-18:00; Jul-Aug PH 08:00-20:00" },
    { "24/7", "24/7" },
    /* the holidays that fall on these days, and no others */
    { "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; PH Mo-Fr 09:00-17:00" },
    { "Mo-Fr 09:00-17:00; Sa 10:00-12:00 open \"PH 值班\"",
      "Mo-Fr 09:00-17:00; Sa 10:00-12:00 open \"PH 值班\"; PH Mo-Fr 09:00-17:00; "
      "PH Sa 10:00-12:00 open \"PH 值班\"" },
    { "Mo-Th,Sa 09:00-12:00 open, Mo-Th,Sa 12:00-20:00 open \"自助\"; 2026 Dec 28-2027 Jan 05 off \"翻新\"",
      "Mo-Th,Sa 09:00-12:00, Mo-Th,Sa 12:00-20:00 open \"自助\"; PH Mo-Th,Sa 09:00-12:00, "
      "PH Mo-Th,Sa 12:00-20:00 open \"自助\"; 2026 Dec 28-2027 Jan 05 off \"翻新\"" },
    { "Mo-Fr 09:00-17:00; Jul-Aug Mo off",
      "Mo-Fr 09:00-17:00; Jul-Aug Mo off; PH Mo-Fr 09:00-17:00; Jul-Aug PH Mo off" },
    /* it names all holidays, also those of the weekend */
    { "Mo-Fr,PH 09:00-17:00", "Mo-Fr 09:00-17:00; PH Mo-Fr 09:00-17:00" },
    /* nights go on after midnight of a holiday */
    { "Mo-Su 18:00-02:00", "Mo-Su 18:00-02:00, PH Mo-Su 18:00-02:00" },
    { "Mo-Fr sunrise-sunset", NULL, "like other days" },
  };

  check_cases (YZ_HOLIDAY_RULE_AS_USUAL, NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_typed_times (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_holiday_patch_new (YZ_HOLIDAY_RULE_HOURS, "下午", today (), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (yz_holiday_patch_new (YZ_HOLIDAY_RULE_HOURS, "9-12, 11-14", today (), &error));
  g_assert_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_UNCERTAIN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/holiday-patch/closed", test_closed);
  g_test_add_func ("/session/holiday-patch/hours", test_hours);
  g_test_add_func ("/session/holiday-patch/as-usual", test_as_usual);
  g_test_add_func ("/session/holiday-patch/typed-times", test_typed_times);
  return g_test_run ();
}

/* What a scanner sends: found in turn, counted when it repeats, learned when it is new. */
#include "config.h"

#include "stock-fixture.h"

#include "yz-scan.h"

typedef struct
{
  GString *log;
  guint n_told;
  guint expected;
} Log;

static void
on_found (Log *log, YzRecord *item, YzRecord *lot, guint times)
{
  g_string_append_printf (log->log, "%s%s×%u ", yz_record_get_title (item),
                          lot != NULL ? yz_record_get_title (lot) : "", times);
  log->n_told++;
}

static void
on_unknown (Log *log, const char *code)
{
  g_string_append_printf (log->log, "?%s ", code);
  log->n_told++;
}

static gboolean
has_told (gpointer data)
{
  Log *log = data;

  return log->n_told >= log->expected;
}

static void
wait_for (Log *log, guint n_told)
{
  log->expected = n_told;
  yz_test_wait_until (has_told, log);
}

static YzScan *
new_scan (StockFixture *fixture, Log *log)
{
  YzScan *scan = yz_scan_new (fixture->base.session);

  *log = (Log){ g_string_new (NULL), 0, 0 };
  g_signal_connect_swapped (scan, "found", G_CALLBACK (on_found), log);
  g_signal_connect_swapped (scan, "unknown", G_CALLBACK (on_unknown), log);
  return scan;
}

static void
set_field (StockFixture *fixture, YzRecord *item, const char *field, GVariant *value)
{
  YzEdit *edit = yz_edit_new ("Set");

  yz_edit_set (edit, item, field, value);
  fixture_apply (&fixture->base, edit);
}

static char *
get_message (YzScan *scan)
{
  char *message;

  g_object_get (scan, "message", &message, NULL);
  return message;
}

static void
test_codes (StockFixture *fixture, gconstpointer data)
{
  const char *const barcodes[] = { "6901339924484", "6901339924491", NULL };
  Log log;
  g_autoptr (YzScan) scan = new_scan (fixture, &log);
  g_autofree char *message = NULL;

  set_field (fixture, fixture->water, "code", g_variant_new_string ("W001"));
  set_field (fixture, fixture->medicine, "barcodes", g_variant_new_strv (barcodes, -1));
  stock_fixture_receive (fixture, fixture->medicine, NULL, 4, "Y26-0412", "2026-12-09", fixture->now);

  /* quicker than they are looked up */
  yz_scan_submit (scan, "W001");
  yz_scan_submit (scan, "6901339924491\n");
  yz_scan_submit (scan, " 6901339924491 ");
  yz_scan_submit (scan, "");
  yz_scan_submit (scan, "3*Y26-0412");
  yz_scan_submit (scan, "2*瓶装饮用水");
  yz_scan_submit (scan, "4711");
  wait_for (&log, 6);
  g_assert_cmpstr (log.log->str, ==, "瓶装饮用水×1 藿香正气水×1 藿香正气水×1 藿香正气水Y26-0412×3 瓶装饮用水×2 ?4711 ");
  message = get_message (scan);
  g_assert_nonnull (strstr (message, "4711"));
  g_string_free (log.log, TRUE);
}

static void
test_repeats (StockFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text, *message;
  } steps[] = {
    { "W001", "瓶装饮用水 × 1" }, { "W001", "瓶装饮用水 × 2" },   { "5*W001", "瓶装饮用水 × 7" },
    { "M001", "藿香正气水 × 1" }, { "2×W001", "瓶装饮用水 × 2" },
  };
  Log log;
  g_autoptr (YzScan) scan = new_scan (fixture, &log);

  set_field (fixture, fixture->water, "code", g_variant_new_string ("W001"));
  set_field (fixture, fixture->medicine, "code", g_variant_new_string ("M001"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *message = NULL;

      yz_scan_submit (scan, steps[i].text);
      wait_for (&log, i + 1);
      message = get_message (scan);
      g_assert_cmpstr (message, ==, steps[i].message);
    }
  g_string_free (log.log, TRUE);
}

/* A code that was learned is one change, and is found from then on. */
static void
test_learn (StockFixture *fixture, gconstpointer data)
{
  Log log;
  g_autoptr (YzScan) scan = new_scan (fixture, &log);
  g_autoptr (YzRecord) water = NULL;
  g_autofree const char **barcodes = NULL;
  g_autofree char *unknown = NULL;

  yz_scan_submit (scan, "6921168509256");
  wait_for (&log, 1);
  g_object_get (scan, "unknown-code", &unknown, NULL);
  g_assert_cmpstr (unknown, ==, "6921168509256");
  yz_scan_learn (scan, fixture->water);
  wait_for (&log, 2);
  g_assert_cmpstr (log.log->str, ==, "?6921168509256 瓶装饮用水×1 ");
  water = fixture_reload (&fixture->base, fixture->water);
  barcodes = g_variant_get_strv (yz_record_get (water, "barcodes"), NULL);
  g_assert_cmpstr (barcodes[0], ==, "6921168509256");
  g_string_free (log.log, TRUE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *code;
    guint times;
  } cases[] = {
    { "6901", "6901", 1 },       { " 3*6901 ", "6901", 3 }, { "12×A-1", "A-1", 12 },     { "3*", "", 3 },
    { "0*6901", "0*6901", 1 },   { "*6901", "*6901", 1 },   { "99999*1", "99999*1", 1 }, { "", "", 1 },
    { "-3*6901", "-3*6901", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint times;
      g_autofree char *code = yz_scan_parse (cases[i].text, &times);

      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_cmpuint (times, ==, cases[i].times);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stock_fixture_add ("/session/scan/codes", test_codes);
  stock_fixture_add ("/session/scan/repeats", test_repeats);
  stock_fixture_add ("/session/scan/learn", test_learn);
  g_test_add_func ("/session/scan/parse", test_parse);
  return g_test_run ();
}

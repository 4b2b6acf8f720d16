/* Which rows are the same record, and which might be. */
#include "yz-kinds.h"
#include "yz-matcher.h"

static YzSheetRow *
make_row (const char *name, const char *address, const char *district, double lon, double lat)
{
  YzSheetRow *row = yz_sheet_row_new (&yz_station_kind);
  const char *const fields[] = { "name", "address", "district" };
  const char *const texts[] = { name, address, district };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (texts[i] != NULL)
      yz_sheet_row_set (row, yz_kind_find_field (&yz_station_kind, fields[i]), YZ_ROW_VALUE,
                        g_variant_new_string (texts[i]));
  if (lon != 0)
    {
      yz_sheet_row_set (row, yz_kind_find_field (&yz_station_kind, "lon"), YZ_ROW_VALUE, g_variant_new_double (lon));
      yz_sheet_row_set (row, yz_kind_find_field (&yz_station_kind, "lat"), YZ_ROW_VALUE, g_variant_new_double (lat));
    }
  return row;
}

typedef enum
{
  NOTHING,
  SAME,
  ALIKE,
} Verdict;

static Verdict
compare (YzSheetRow *known, YzSheetRow *row)
{
  g_autoptr (YzSheetRow) first = known, second = row;
  g_autoptr (YzMatcher) matcher = yz_matcher_new (&yz_station_kind, NULL);
  YzMatch match;
  guint entry;

  yz_matcher_add_record (matcher, first);
  entry = yz_matcher_add_row (matcher, second);
  if (yz_matcher_find_same (matcher, entry, &match))
    return SAME;
  return yz_matcher_find_alike (matcher, entry, &match) ? ALIKE : NOTHING;
}

static void
test_same (void)
{
  g_assert_cmpint (compare (make_row ("甲站", "滨江路１号", "江北区", 0, 0),
                            make_row ("甲站", "滨江路1号", "江北区", 0, 0)),
                   ==, SAME);
  g_assert_cmpint (compare (make_row ("甲站", "滨江路1号一楼", NULL, 0, 0), make_row ("甲站", NULL, NULL, 0, 0)), ==,
                   SAME);
  g_assert_cmpint (compare (make_row ("甲站", NULL, "江北区", 0, 0), make_row ("甲站", NULL, "江南区", 0, 0)), ==,
                   NOTHING);
  g_assert_cmpint (compare (make_row ("星巴克", NULL, NULL, 116.3, 39.9), make_row ("星巴克", NULL, NULL, 108.3, 22.8)),
                   ==, NOTHING);
}

static void
test_alike (void)
{
  /* one character of the name differs, the address does not */
  g_assert_cmpint (compare (make_row ("拾光暖心驿站", "光明路12号商场一楼", "江北区", 0, 0),
                            make_row ("抬光暖心驿站", "光明路12号商场一楼", "江北区", 0, 0)),
                   ==, ALIKE);
  /* a bank with two house numbers, 36 m apart */
  g_assert_cmpint (compare (make_row ("农商行文化路支行工会驿站", "文化路375号", NULL, 113.6, 34.7),
                            make_row ("农商行文化路支行驿站", "文化路371号", NULL, 113.60039, 34.7)),
                   ==, ALIKE);
}

/* Two stations in one building are two. */
static void
test_distinct (void)
{
  g_assert_cmpint (compare (make_row ("塔山市场驿站", "塔山路2号", NULL, 113.6, 34.7),
                            make_row ("爱心妈妈小屋", "塔山路2号二楼", NULL, 113.60008, 34.7)),
                   ==, NOTHING);
  g_assert_cmpint (compare (make_row ("永阳公园3号公厕工会爱心驿站", NULL, NULL, 113.6, 34.7),
                            make_row ("永阳公园4号公厕工会爱心驿站", NULL, NULL, 113.6002, 34.7)),
                   ==, NOTHING);
}

static void
test_record_is_given_once (void)
{
  g_autoptr (YzMatcher) matcher = yz_matcher_new (&yz_station_kind, NULL);
  g_autoptr (YzSheetRow) row = make_row ("甲站", "滨江路1号", NULL, 0, 0);
  YzMatch match;

  yz_matcher_add_record (matcher, row);
  g_assert_true (yz_matcher_find_same (matcher, yz_matcher_add_row (matcher, row), &match));
  g_assert_cmpuint (match.entry, ==, 0);
  g_assert_true (yz_matcher_find_same (matcher, yz_matcher_add_row (matcher, row), &match));
  g_assert_cmpuint (match.entry, ==, 1);
  g_assert_true (match.same_name && match.same_address);
}

static void
test_told_apart (void)
{
  g_autoptr (YzMatcher) matcher = yz_matcher_new (&yz_station_kind, NULL);
  g_autoptr (YzSheetRow) known = make_row ("拾光暖心驿站", "光明路12号商场一楼", NULL, 0, 0);
  g_autoptr (YzSheetRow) row = make_row ("抬光暖心驿站", "光明路12号商场一楼", NULL, 0, 0);
  YzMatch match;
  guint entry;

  yz_matcher_add_distinct (matcher, yz_matcher_add_record (matcher, known), "抬光暖心驿站");
  entry = yz_matcher_add_row (matcher, row);
  g_assert_false (yz_matcher_find_same (matcher, entry, &match));
  g_assert_false (yz_matcher_find_alike (matcher, entry, &match));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/matcher/same", test_same);
  g_test_add_func ("/exchange/matcher/alike", test_alike);
  g_test_add_func ("/exchange/matcher/distinct", test_distinct);
  g_test_add_func ("/exchange/matcher/record-is-given-once", test_record_is_given_once);
  g_test_add_func ("/exchange/matcher/told-apart", test_told_apart);
  return g_test_run ();
}

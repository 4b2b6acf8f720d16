/* The index of a guide: who is where, which exceptions are told, how numbers are listed. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-guide-index.h"

#include <string.h>

static GPtrArray *
new_numbers (const char *numbers)
{
  g_auto (GStrv) parts = g_strsplit (numbers, " ", -1);
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_station_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      YzGuideStation *station = yz_guide_station_new (parts[i], parts[i]);

      station->number = (guint) g_ascii_strtoull (parts[i], NULL, 10);
      g_ptr_array_add (stations, station);
    }
  return stations;
}

static void
test_numbers (void)
{
  static const char *const cases[][3] = {
    { "1 2 3 4 5 6 7 8", "1–8", "1–8" },
    { "1 2 3 7 9", "1–3、7、9", "1–3, 7, 9" },
    { "1 2 5 6", "1、2、5、6", "1, 2, 5, 6" },
    { "24", "24", "24" },
    { "0 0 7", "7", "7" },
    { "0", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) stations = new_numbers (cases[i][0]);
      g_autofree char *chinese = yz_guide_index_say_numbers (stations, YZ_PRINT_CHINESE);
      g_autofree char *english = yz_guide_index_say_numbers (stations, YZ_PRINT_ENGLISH);

      g_assert_cmpstr (chinese, ==, cases[i][1]);
      g_assert_cmpstr (english, ==, cases[i][2]);
    }
}

static void
test_span (void)
{
  static const char *const cases[][3] = {
    { "1 2 3 4", "编号 1–4", "No. 1–4" },
    { "1 2 3 7 9", "编号 1–3、7、9", "No. 1–3, 7, 9" },
    { "3 5 7 450", "编号在 3–450 之间", "No. between 3 and 450" },
    { "0", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) stations = new_numbers (cases[i][0]);
      g_autofree char *chinese = yz_guide_index_say_span (stations, YZ_PRINT_CHINESE);
      g_autofree char *english = yz_guide_index_say_span (stations, YZ_PRINT_ENGLISH);

      g_assert_cmpstr (chinese, ==, cases[i][1]);
      g_assert_cmpstr (english, ==, cases[i][2]);
    }
}

static void
test_balance (void)
{
  for (guint n = 1; n < 200; n++)
    for (guint capacity = 1; capacity < 30; capacity++)
      {
        guint per_line = yz_guide_index_balance (n, capacity), lines = (n + per_line - 1) / per_line;

        g_assert_cmpuint (per_line, >=, 1);
        g_assert_cmpuint (per_line, <=, capacity);
        g_assert_cmpuint (lines, ==, (n + capacity - 1) / capacity); /* no line more than are needed */
      }
  g_assert_cmpuint (yz_guide_index_balance (13, 10), ==, 7);
}

/* Stations 1 to @n, where those in @without have no such service and those in @paused not at present. */
static YzGuideContent *
new_content (YzPrintLanguage language, guint n, guint without, guint paused)
{
  YzGuideContent *content = yz_guide_content_new (language);
  YzGuideService *service = g_new0 (YzGuideService, 1);

  service->name = g_strdup ("饮水");
  g_ptr_array_add (content->services, service);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      YzGuideStation *station = yz_guide_station_new (id, id);
      YzGuideOffer *offer = g_new0 (YzGuideOffer, 1);

      station->number = i;
      station->look = YZ_GUIDE_OPEN;
      offer->service = service;
      offer->state = i > n - paused ? YZ_GUIDE_SERVICE_PAUSED : YZ_GUIDE_OFFERED;
      if (i > without)
        g_ptr_array_add (station->offers, offer);
      else
        g_free (offer);
      g_ptr_array_add (content->stations, station);
    }
  return content;
}

static void
check_sentence (YzPrintLanguage language, guint n, guint without, guint paused, const char *expected)
{
  g_autoptr (YzGuideContent) content = new_content (language, n, without, paused);
  g_autoptr (GArray) entries = yz_guide_index_list_service (content, g_ptr_array_index (content->services, 0));
  g_autofree char *sentence = yz_guide_index_say_service (content, entries);

  g_assert_cmpuint (entries->len, ==, n - without);
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentence (void)
{
  check_sentence (YZ_PRINT_CHINESE, 24, 0, 0, "各站都有");
  check_sentence (YZ_PRINT_CHINESE, 24, 1, 0, "除 1 号外，各站都有");
  check_sentence (YZ_PRINT_CHINESE, 24, 1, 1, "除 1、24 号外，各站都有");
  check_sentence (YZ_PRINT_CHINESE, 24, 3, 0, "除 1–3 号外，各站都有");
  check_sentence (YZ_PRINT_CHINESE, 24, 4, 0, NULL);
  check_sentence (YZ_PRINT_CHINESE, 4, 1, 0, NULL); /* three numbers are shorter than the exception */
  check_sentence (YZ_PRINT_ENGLISH, 24, 0, 2, "At every station but 23, 24");
  check_sentence (YZ_PRINT_BOTH, 24, 24, 0, NULL);
  check_sentence (YZ_PRINT_CHINESE, 135, 5, 0, "除 1–5 号外，各站都有");
  check_sentence (YZ_PRINT_CHINESE, 300, 100, 10, "190 处有，看各站卡片上的符号");
}

static void
test_times (void)
{
  static const struct
  {
    YzIndexTime time;
    guint first; /* of the fixture's stations, which repeat their hours every six */
    gboolean is;
  } cases[] = {
    { YZ_INDEX_NIGHT, 0, TRUE },       { YZ_INDEX_NIGHT, 3, FALSE },     { YZ_INDEX_EVENING, 0, TRUE },
    { YZ_INDEX_EVENING, 3, TRUE },     { YZ_INDEX_EVENING, 4, FALSE },   { YZ_INDEX_MORNING, 0, TRUE },
    { YZ_INDEX_MORNING, 4, FALSE },    { YZ_INDEX_NO_WEEKEND, 1, TRUE }, { YZ_INDEX_NO_WEEKEND, 4, FALSE },
    { YZ_INDEX_CALL, 5, TRUE },        { YZ_INDEX_CALL, 0, FALSE },      { YZ_INDEX_PAUSED, 7, TRUE },
    { YZ_INDEX_NO_WEEKEND, 7, FALSE },
  };
  g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, 12, 1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (yz_guide_index_is_at (g_ptr_array_index (content->stations, cases[i].first), cases[i].time), ==,
                       cases[i].is);
    }
}

static void
test_sort (void)
{
  static const char *const streets[] = { "中山路", NULL, "北滨路", "中山路" };
  static const char *const keys[] = { "zhong", NULL, "bei", "zhong" };
  g_autoptr (YzGuideContent) content = yz_guide_content_new (YZ_PRINT_CHINESE);
  g_autoptr (GPtrArray) sorted = NULL;
  const guint order[] = { 3, 1, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (streets); i++)
    {
      YzGuideStation *station = yz_guide_station_new ("id", "name");

      station->number = i + 1;
      station->street = g_strdup (streets[i]);
      if (keys[i] != NULL)
        station->street_key = g_bytes_new_static (keys[i], strlen (keys[i]));
      g_ptr_array_add (content->stations, station);
    }
  sorted = yz_guide_index_sort (content, YZ_INDEX_BY_STREET);
  g_assert_cmpuint (sorted->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < sorted->len; i++)
    g_assert_cmpuint (((const YzGuideStation *) g_ptr_array_index (sorted, i))->number, ==, order[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/index/numbers", test_numbers);
  g_test_add_func ("/guide/index/span", test_span);
  g_test_add_func ("/guide/index/balance", test_balance);
  g_test_add_func ("/guide/index/sentence", test_sentence);
  g_test_add_func ("/guide/index/times", test_times);
  g_test_add_func ("/guide/index/sort", test_sort);
  return g_test_run ();
}

#include "store-fixture.h"

static const char *const names[] = { "塘厦林村工会驿站", "东莞长安驿站", "女工之家",
                                     "CBD商务区驿站",    "西安路驿站",   "六安重庆行" };

static void
set_up_names (Fixture *fixture, gconstpointer data)
{
  YzEdit *edit;

  fixture_set_up (fixture, data);
  edit = yz_edit_new ("Add stations");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (YzRecord) station = fixture_make_station (fixture, names[i]);

      yz_edit_create (edit, station);
      if (i == 0)
        {
          g_assert_true (yz_record_parse (station, "phones", "0769-87723456;13800138000", NULL));
          g_assert_true (yz_record_parse (station, "address", "塘龙西路375号", NULL));
        }
    }
  fixture_apply (fixture, edit);
}

/* The numbers of the names that are found, in the order of the answer. */
static char *
search (Fixture *fixture, const char *text)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  GString *found = g_string_new (NULL);

  yz_query_set_search (query, text);
  rows = yz_store_query (fixture->store, query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%d", (int) g_array_index (rows, gint64, i) - 1);
  return g_string_free (found, FALSE);
}

static void
assert_found (Fixture *fixture, const char *text, const char *expected)
{
  g_autofree char *found = search (fixture, text);

  g_test_message ("“%s”", text);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_characters (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "塘厦", "0");
  assert_found (fixture, "厦塘", "");
  assert_found (fixture, "驿站",
                "413"
                "0");
  assert_found (fixture, "驿站 长安", "1");
  assert_found (fixture, "龙西路", "0");
  assert_found (fixture, "，", "");
}

static void
test_pinyin_in_every_reading (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "tangxia", "0");
  assert_found (fixture, "tangsha", "0");
  assert_found (fixture, "tx", "0");
  assert_found (fixture, "tangx", "0");
  assert_found (fixture, "txl", "0");
  assert_found (fixture, "txlc", "0");
  assert_found (fixture, "tangxi", "0");
  assert_found (fixture, "TangXia", "0");
  assert_found (fixture, "changan", "1");
  assert_found (fixture, "zhangan", "1");
  assert_found (fixture, "nvgong", "2");
  assert_found (fixture, "nugong", "2");
  assert_found (fixture, "xian", "4");
  assert_found (fixture, "luan", "5");
  assert_found (fixture, "liuan", "5");
  assert_found (fixture, "chongq", "5");
  assert_found (fixture, "zhongqinghang", "5");
  assert_found (fixture, "gongh", "0");
  assert_found (fixture, "tanglong", "");
  /* what is spelt out is more than its initial */
  assert_found (fixture, "chenganyizhan", "");
  assert_found (fixture, "changanyizhan", "1");
}

static void
test_words_and_numbers (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "cbd", "3");
  assert_found (fixture, "ＣＢ", "3");
  assert_found (fixture, "cbd商务", "3");
  assert_found (fixture, "8772", "0");
  assert_found (fixture, "0769-8772", "0");
  assert_found (fixture, "076987723456", "0");
  assert_found (fixture, "8000", "0");
  assert_found (fixture, "8001", "0");
  assert_found (fixture, "8002", "");
  assert_found (fixture, "375号", "0");
  assert_found (fixture, "37", "0");
  assert_found (fixture, "tx 8000", "0");
}

static void
test_index_follows_the_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add_station (fixture, "黄江驿站");

  assert_found (fixture, "huangj", "6");
  fixture_set (fixture, yz_record_get_id (station), "name", "寮步驿站");
  assert_found (fixture, "huangj", "");
  assert_found (fixture, "liaobu", "6");
  g_clear_pointer (&fixture->store, g_object_unref);
  fixture->store = yz_store_open (fixture->path, YZ_STORE_NONE, fixture->clock, fixture->ids, NULL);
  yz_action_free (yz_store_undo (fixture->store, 0, NULL, NULL));
  assert_found (fixture, "huangj", "6");
  assert_found (fixture, "liaobu", "");
  yz_action_free (yz_store_undo (fixture->store, 0, NULL, NULL));
  assert_found (fixture, "huangj", "");
  yz_action_free (yz_store_redo (fixture->store, NULL, NULL));
  assert_found (fixture, "huangj", "6");
}

static void
test_hostile_text (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "\"",
                                       "塘\" OR \"",
                                       "(",
                                       "NEAR",
                                       "tang*",
                                       "-",
                                       "a\"b",
                                       "'",
                                       "text:塘",
                                       "\x01塘",
                                       "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (search (fixture, texts[i]));
}

static void
test_chinese_order (Fixture *fixture, gconstpointer data)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autoptr (GArray) rows = NULL;
  static const gint64 expected[] = { 2, 6, 3, 1, 5, 4 };

  /* 东莞, 六安, 女工, 塘厦, 西安, then letters: the order of CLDR for Chinese */
  yz_query_set_order (query, "name", FALSE);
  rows = yz_store_query (fixture->store, query, NULL, NULL);
  g_assert_cmpmem (rows->data, rows->len * sizeof (gint64), expected, sizeof expected);
  yz_query_free (query);
}

#define search_add(name, func) g_test_add (name, Fixture, NULL, set_up_names, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  search_add ("/store/search/characters", test_characters);
  search_add ("/store/search/pinyin-in-every-reading", test_pinyin_in_every_reading);
  search_add ("/store/search/words-and-numbers", test_words_and_numbers);
  search_add ("/store/search/index-follows-the-rows", test_index_follows_the_rows);
  search_add ("/store/search/hostile-text", test_hostile_text);
  search_add ("/store/search/chinese-order", test_chinese_order);
  return g_test_run ();
}

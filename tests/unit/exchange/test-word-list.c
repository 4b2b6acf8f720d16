/* Words for services. */
#include "yz-kinds.h"
#include "yz-word-list.h"

static const YzField *
services_field (void)
{
  return yz_kind_find_field (&yz_station_kind, "services");
}

static void
assert_reads (const char *cell, const char *expected, guint n_unknown)
{
  g_autoptr (YzWordList) words = yz_word_list_new ();
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariant) value = yz_word_list_read (words, services_field (), cell, unknown);
  g_autofree char *text = value != NULL ? yz_field_format (services_field (), value) : g_strdup ("");

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (unknown->len, ==, n_unknown);
}

static void
test_words (void)
{
  assert_reads ("饮水机、微波炉;应急药箱/雨伞", "meal; medicine; rain; water", 0);
  assert_reads ("免费Wi-Fi，无线网络", "wifi", 0);
  assert_reads ("提供免费热水", "water", 0);
  assert_reads ("魔法、饮水", "water", 1);
  assert_reads ("无", "", 0);
  assert_reads ("", "", 0);
}

static void
test_states (void)
{
  assert_reads ("饮水（暂停）、热饭", "meal; water:paused", 0);
  assert_reads ("water:planned:2026-12-01", "water:planned:2026-12-01", 0);
}

static void
test_round_trip (void)
{
  g_autoptr (YzWordList) words = yz_word_list_new ();
  g_autoptr (GVariant) value = NULL, again = NULL;
  g_autofree char *cell = NULL;

  g_assert_true (yz_field_parse (services_field (), "water; wifi:paused; open_24h:planned:2026-12-01", &value, NULL));
  cell = yz_word_list_write (words, services_field (), value);
  again = yz_word_list_read (words, services_field (), cell, NULL);
  g_assert_true (g_variant_equal (value, again));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/word-list/words", test_words);
  g_test_add_func ("/exchange/word-list/states", test_states);
  g_test_add_func ("/exchange/word-list/round-trip", test_round_trip);
  return g_test_run ();
}

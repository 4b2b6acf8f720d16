/* Sentences with parts that may be missing. */
#include "config.h"

#include "yz-sentence.h"

static void
assert_sentence (const char *pattern, const YzSentencePart *parts, guint n, YzSentenceForm form, const char *expected)
{
  g_autofree char *sentence = yz_sentence_make (pattern, parts, n, form);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_parts (void)
{
  static const char pattern[] = "[*{who}* handed|Handed] out *{quantity}* {item}[ to {recipient}][, lot {lot}: {why}]";
  static const YzSentencePart all[] = {
    { "who", "周敏" },       { "quantity", "2 箱" }, { "item", "水" },
    { "recipient", "骑手" }, { "lot", "A" },         { "why", "热" },
  };
  static const YzSentencePart few[] = { { "quantity", "2 箱" }, { "item", "水" }, { "who", "" }, { "lot", "A" } };

  assert_sentence (pattern, all, G_N_ELEMENTS (all), YZ_SENTENCE_PLAIN, "周敏 handed out 2 箱 水 to 骑手, lot A: 热");
  assert_sentence (pattern, few, G_N_ELEMENTS (few), YZ_SENTENCE_PLAIN, "Handed out 2 箱 水");
  assert_sentence (pattern, few, G_N_ELEMENTS (few), YZ_SENTENCE_MARKUP, "Handed out <b>2 箱</b> 水");
  assert_sentence ("[{a}|{b}|c]", few, 0, YZ_SENTENCE_PLAIN, "c");
  assert_sentence ("[{a}|{lot}|c]", few, G_N_ELEMENTS (few), YZ_SENTENCE_PLAIN, "A");
}

/* A value is never read as a pattern, nor as markup. */
static void
test_values (void)
{
  static const YzSentencePart parts[] = { { "a", "*<b>[{a}|" }, { "b", "}]" } };

  assert_sentence ("{a}{b}", parts, 2, YZ_SENTENCE_PLAIN, "*<b>[{a}|}]");
  assert_sentence ("*{a}*", parts, 2, YZ_SENTENCE_MARKUP, "<b>*&lt;b&gt;[{a}|</b>");
}

/* A pattern that somebody translated wrongly reads badly, and does no harm. */
static void
test_broken (void)
{
  static const YzSentencePart parts[] = { { "a", "A" } };

  assert_sentence ("", parts, 1, YZ_SENTENCE_PLAIN, "");
  assert_sentence ("[{a}", parts, 1, YZ_SENTENCE_PLAIN, "A");
  assert_sentence ("{a", parts, 1, YZ_SENTENCE_PLAIN, "A");
  assert_sentence ("x]y", parts, 1, YZ_SENTENCE_PLAIN, "x]y");
  assert_sentence ("*x", parts, 1, YZ_SENTENCE_MARKUP, "<b>x</b>");
  assert_sentence ("{}", parts, 1, YZ_SENTENCE_PLAIN, "");
  assert_sentence ("{b}", parts, 1, YZ_SENTENCE_PLAIN, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/sentence/parts", test_parts);
  g_test_add_func ("/base/sentence/values", test_values);
  g_test_add_func ("/base/sentence/broken", test_broken);
  return g_test_run ();
}

#include "config.h"

#include "yz-amount-words.h"

static void
test_capitals (void)
{
  static const struct
  {
    gint64 fen;
    const char *words;
  } cases[] = {
    { 120000, "壹仟贰佰元整" },
    { 0, "零元整" },
    { 5, "伍分" },
    { 50, "伍角整" },
    { 1005, "壹拾元零伍分" },
    { 1050, "壹拾元伍角整" },
    { 140950, "壹仟肆佰零玖元伍角整" },
    { 600714, "陆仟零柒元壹角肆分" },
    { 10000000, "壹拾万元整" },
    { 10000100, "壹拾万零壹元整" },
    { 1680032, "壹万陆仟捌佰元叁角贰分" },
    { 10700053, "壹拾万零柒仟元伍角叁分" },
    { 10000000000, "壹亿元整" },
    { 10000000100, "壹亿零壹元整" },
    { 99999999999999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" },
    { -120000, "负壹仟贰佰元整" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = yz_amount_to_capitals (cases[i].fen);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/amount-words/capitals", test_capitals);
  return g_test_run ();
}

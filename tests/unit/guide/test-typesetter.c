/* Lines break where a reader would break them. */
#include "config.h"

#include "yz-typesetter.h"

#include <string.h>

static int
count (const char *text, char character)
{
  int n = 0;

  for (; *text != '\0'; text++)
    n += *text == character;
  return n;
}

static char *
break_lines (const char *text, double width)
{
  const YzType type = { .size = 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzTypesetter) typesetter = yz_typesetter_new (YZ_PRINT_CHINESE, 1, &error);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (YzText) set = NULL;

  g_assert_no_error (error);
  set = yz_typesetter_set (typesetter, &type, text, width);
  g_assert_cmpfloat (set->width, <=, width + 0.01);
  g_string_assign (lines, pango_layout_get_text (set->layout));
  g_assert_cmpint (pango_layout_get_line_count (set->layout), ==, 1 + count (lines->str, '\n'));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* At every width at which they fit, these are never divided. */
static void
test_together (void)
{
  static const char *const wholes[] = {
    "08:30–12:00",   "21:00–次日 07:00", "2026 年 3 月 11 日", "2 月 15–23 日", "周一至周五", "0999-612 0351",
    "0371-61234567", "138 0013 8000",    "400-810-1234",       "60 米",         "15 分钟",    "18 号",
    "2026-03-11",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *text =
        g_strconcat ("从服务中心正门进右手第一间 ", wholes[i], "、出站口向东 ", wholes[i], " 再往前走", NULL);

      for (double width = 34; width < 80; width += 1.7)
        {
          g_autofree char *lines = break_lines (text, width);
          const char *first = strstr (lines, wholes[i]);

          if (first == NULL || strstr (first + 1, wholes[i]) == NULL)
            {
              g_test_message ("%.1f mm: %s", width, lines);
              g_test_fail ();
            }
        }
    }
}

/* Hours are read clause by clause: a line ends with one at every width at which the longest has room. */
static void
test_hours (void)
{
  const char *const hours =
    "周一至周五 8:30–12:00、14:00–18:00；周六 9:00–12:00、13:00–16:00；10 月 1–3 日 10:00–15:00；"
    "法定节假日休息";

  for (double width = 68; width < 180; width += 1.9)
    {
      g_autofree char *broken = break_lines (hours, width);
      g_auto (GStrv) lines = g_strsplit (broken, "\n", -1);

      for (guint i = 0; lines[i + 1] != NULL; i++)
        if (!g_str_has_suffix (lines[i], "；"))
          {
            g_test_message ("%.1f mm: %s", width, broken);
            g_test_fail ();
          }
    }
}

/* So does each paragraph that a writer made. */
static void
test_paragraphs (void)
{
  for (double width = 30; width < 90; width += 0.9)
    {
      g_autofree char *lines =
        break_lines ("从服务中心正门进，右手第一间，不用登记\n夜\n按门铃说一声进去歇脚就行", width);

      g_assert_null (strstr (lines, "登\n记"));
      g_assert_null (strstr (lines, "\n登记\n"));
      g_assert_nonnull (strstr (lines, "\n夜\n")); /* as it was written */
    }
}

static void
test_last_line (void)
{
  for (double width = 30; width < 90; width += 0.9)
    {
      g_autofree char *lines =
        break_lines ("从服务中心正门进，右手第一间，不用登记，夜里按门铃说一声进去歇脚就行", width);
      const char *last = strrchr (lines, '\n');

      if (last != NULL && g_utf8_strlen (last + 1, -1) < 3)
        {
          g_test_message ("%.1f mm: %s", width, lines);
          g_test_fail ();
        }
    }
}

/* What alone is wider than its column is divided rather than cut off. */
static void
test_too_wide (void)
{
  g_autofree char *lines = break_lines ("0371-61234567", 15);

  g_assert_nonnull (strchr (lines, '\n'));
}

/* --- any text at any width ---------------------------------------------------------------------------------------- */

#define N_TEXTS 150
#define LONGEST 16 /* pieces of a text */

static const char *const prose[] = {
  "从服务中心正门进",
  "右手第一间",
  "，",
  "。",
  "（夜里按门铃）",
  "“劳动者港湾”",
  "、",
  "出站口向东走",
  "到",
  "；",
  "在",
  "Wi-Fi 免费",
  "the second door on",
  "left of it, ",
  "公交 K3 路",
  "！",
  "《服务指南》",
  "门口有牌子",
};

/* What must not be divided, another one each time; written by other rules than those that find it. */
static char *
new_whole (GRand *rand, guint kind)
{
  static const char *const units[] = {
    "米", "分钟", "元", "平方米", "人", "层", "号楼", "处", "km", "张", "公斤", "%"
  };
  static const char *const dashes[] = { "–", "-", "—", "~", "至" };
  const char *space = g_rand_boolean (rand) ? " " : "", *dash = dashes[g_rand_int_range (rand, 0, 5)];
  const int a = g_rand_int_range (rand, 1, 12), b = g_rand_int_range (rand, 12, 24), c = g_rand_int_range (rand, 0, 6);

  switch (kind)
    {
    case 0:
      return g_strdup_printf ("%02d:%d0%s%02d:%d0", a, c, dash, b, 5 - c);
    case 1:
      return g_strdup_printf ("%d:%d5%s次日%s%02d:00", b, c, dash, space, a);
    case 2:
      return g_strdup_printf ("%d%s年%s%d%s月%s%d%s日", 2000 + b, space, space, a, space, space, b, space);
    case 3:
      return g_strdup_printf ("%d%s月%s%d%s%d%s日", a, space, space, a, dash, b, space);
    case 4:
      return g_strdup_printf ("20%02d-%02d-%02d", b, a, b);
    case 5:
      return g_strdup_printf ("%d%s%s", a * b * b, space, units[g_rand_int_range (rand, 0, G_N_ELEMENTS (units))]);
    case 6:
      return g_strdup_printf ("0%d-%d%s%04d", 370 + a, 600 + b, space, a * 37);
    case 7:
      return g_strdup_printf ("1%d%s%04d%s%04d", 30 + b, space, b * 99, space, a * 777);
    case 8:
      return g_strdup_printf ("400-%d-%04d", 600 + b, a * 77);
    default:
      return g_strdup_printf ("%d %s 20%d", b, a < 6 ? "March" : "September", b);
    }
}

typedef struct
{
  GString *text;
  GPtrArray *wholes;
} RandomText;

/* A whole is followed by what cannot belong to it. */
static RandomText
new_random_text (GRand *rand)
{
  RandomText made = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free) };
  int n = g_rand_int_range (rand, 1, LONGEST);

  for (int i = 0; i < n; i++)
    {
      char *whole = new_whole (rand, (guint) g_rand_int_range (rand, 0, 10));

      g_ptr_array_add (made.wholes, whole);
      g_string_append_printf (made.text, "%s 开 %s ", prose[g_rand_int_range (rand, 0, G_N_ELEMENTS (prose))], whole);
    }
  g_string_append (made.text, prose[g_rand_int_range (rand, 0, G_N_ELEMENTS (prose))]);
  return made;
}

/* In the order of the text, each is found in the lines. */
static void
check_wholes (YzTypesetter *typesetter, const RandomText *made, const char *lines, double width)
{
  const YzType type = { .size = 10 };
  const char *from = lines;

  for (guint i = 0; i < made->wholes->len; i++)
    {
      const char *whole = g_ptr_array_index (made->wholes, i), *found = strstr (from, whole);

      if (found != NULL)
        from = found + strlen (whole);
      else if (yz_typesetter_measure (typesetter, &type, whole) <= width)
        {
          g_test_message ("“%s” is divided at %.1f mm:\n%s", whole, width, lines);
          g_test_fail ();
        }
    }
}

static guint
count_read (const char *line)
{
  guint n = 0;

  for (; *line != '\0'; line = g_utf8_next_char (line))
    n += g_unichar_isalnum (g_utf8_get_char (line));
  return n;
}

static void
check_last_line (const char *lines, double width)
{
  const char *last = strrchr (lines, '\n');

  if (last != NULL && count_read (last + 1) < 3)
    {
      g_test_message ("a last line of %u at %.1f mm:\n%s", count_read (last + 1), width, lines);
      g_test_fail ();
    }
}

/* Nothing is lost: the same characters in the same order, but for the spaces at the ends of lines. */
static void
check_complete (const char *text, const char *lines)
{
  while (*text != '\0' || *lines != '\0')
    if (*text == ' ' || *text == '\n')
      text++;
    else if (*lines == ' ' || *lines == '\n')
      lines++;
    else
      g_assert_cmpint (*text++, ==, *lines++);
}

static void
test_any (gconstpointer language)
{
  const YzType type = { .size = 10 };
  g_autoptr (YzTypesetter) typesetter = yz_typesetter_new (GPOINTER_TO_INT (language), 1, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      RandomText made = new_random_text (rand);

      for (double width = 40; width < 190; width *= 1.13)
        {
          g_autoptr (YzText) set = yz_typesetter_set (typesetter, &type, made.text->str, width);
          const char *lines = pango_layout_get_text (set->layout);

          g_assert_cmpfloat (set->width, <=, width + 0.05); /* kerning may differ */
          check_wholes (typesetter, &made, lines, width);
          check_last_line (lines, width);
          check_complete (made.text->str, lines);
        }
      g_string_free (made.text, TRUE);
      g_ptr_array_unref (made.wholes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/typesetter/together", test_together);
  g_test_add_func ("/guide/typesetter/last-line", test_last_line);
  g_test_add_func ("/guide/typesetter/hours", test_hours);
  g_test_add_func ("/guide/typesetter/paragraphs", test_paragraphs);
  g_test_add_func ("/guide/typesetter/too-wide", test_too_wide);
  g_test_add_data_func ("/guide/typesetter/any/zh", GINT_TO_POINTER (YZ_PRINT_CHINESE), test_any);
  g_test_add_data_func ("/guide/typesetter/any/en", GINT_TO_POINTER (YZ_PRINT_ENGLISH), test_any);
  return g_test_run ();
}

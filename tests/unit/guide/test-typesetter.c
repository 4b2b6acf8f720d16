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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/typesetter/together", test_together);
  g_test_add_func ("/guide/typesetter/last-line", test_last_line);
  g_test_add_func ("/guide/typesetter/too-wide", test_too_wide);
  return g_test_run ();
}

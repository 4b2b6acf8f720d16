#include "config.h"

#include "yz-likeness.h"

#include "yz-text.h"

#include <string.h>

#define MAX_LENGTH 64 /* characters that are compared */

/* Longer words before those that they contain. */
static const char *const common[] = { "户外劳动者", "户外职工", "爱心接力站", "服务站点", "工会驿站", "职工驿站",
                                      "爱心驿站",   "暖心驿站", "服务站",     "便民",     "工会",     "驿站",
                                      "爱心",       "暖心",     "户外",       "站点",     "职工",     "劳动者" };

char *
yz_likeness_core (const char *name)
{
  g_autofree char *folded = yz_text_fold (name);
  GString *core = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (core, g_utf8_get_char (p));
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      char *found = strstr (core->str, common[i]);

      /* "爱心驿站" alone has no other name */
      if (found != NULL && core->len > strlen (common[i]))
        g_string_erase (core, found - core->str, strlen (common[i]));
    }
  return g_string_free (core, FALSE);
}

static guint
decode (const char *text, gunichar *characters)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_LENGTH; p = g_utf8_next_char (p))
    characters[n++] = g_utf8_get_char (p);
  return n;
}

static gboolean
is_digit (gunichar c)
{
  static const char *const chinese = "一二三四五六七八九十";

  return g_unichar_isdigit (c) || (c > 0x7f && g_utf8_strchr (chinese, -1, c) != NULL);
}

static gboolean
have_same_digits (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint i = 0, j = 0;

  for (;;)
    {
      while (i < n_a && !is_digit (a[i]))
        i++;
      while (j < n_b && !is_digit (b[j]))
        j++;
      if (i == n_a || j == n_b)
        return i == n_a && j == n_b;
      if (a[i++] != b[j++])
        return FALSE;
    }
}

static double
compare_pairs (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  gboolean used[MAX_LENGTH] = { FALSE };
  guint common_pairs = 0;

  if (n_a < 2 || n_b < 2)
    return 0;
  for (guint i = 0; i + 1 < n_a; i++)
    for (guint j = 0; j + 1 < n_b; j++)
      if (!used[j] && a[i] == b[j] && a[i + 1] == b[j + 1])
        {
          used[j] = TRUE;
          common_pairs++;
          break;
        }
  return 2.0 * common_pairs / (n_a + n_b - 2);
}

static double
compare_edits (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint row[MAX_LENGTH + 1];

  for (guint j = 0; j <= n_b; j++)
    row[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j - 1], above) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return 1 - (double) row[n_b] / MAX (n_a, n_b);
}

double
yz_likeness_compare (const char *a, const char *b)
{
  gunichar x[MAX_LENGTH], y[MAX_LENGTH];
  guint n_x = decode (a, x), n_y = decode (b, y);

  if (n_x == 0 || n_y == 0)
    return 0;
  if (strcmp (a, b) == 0)
    return 1;
  if (!have_same_digits (x, n_x, y, n_y))
    return 0;
  return MAX (compare_pairs (x, n_x, y, n_y), compare_edits (x, n_x, y, n_y));
}

guint64
yz_likeness_hash (const char *text, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash != 0 ? hash : 1;
}

#include "config.h"

#include "yz-amount-words.h"

#include "yz-value-text.h"

#include <string.h>

#define MOST_DIGITS 12 /* of yuan */

static const char *const digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
static const char *const places[] = { "", "拾", "佰", "仟" };
static const char *const groups[] = { "", "万", "亿" };

/* A run of zeros is one 零, and none at the end of a number. */
static void
append_yuan (GString *words, const char *number)
{
  gsize n = strlen (number);
  gboolean zero = FALSE, any = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      guint digit = number[i] - '0';
      gsize place = n - 1 - i;

      if (digit > 0)
        {
          g_string_append_printf (words, "%s%s%s", zero ? digits[0] : "", digits[digit], places[place % 4]);
          any = TRUE;
        }
      zero = digit == 0;
      if (place % 4 == 0 && any)
        {
          g_string_append (words, groups[place / 4]);
          any = FALSE;
        }
    }
  g_string_append (words, "元");
}

char *
yz_amount_to_capitals (gint64 fen)
{
  g_autofree char *yuan = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (fen / 100));
  guint jiao = (guint) (ABS (fen % 100) / 10), odd = (guint) (ABS (fen % 100) % 10);
  g_autoptr (GString) words = g_string_new (fen < 0 ? "负" : NULL);

  if (strlen (yuan) > MOST_DIGITS)
    return yz_value_format_money (fen);
  if (!g_str_equal (yuan, "0"))
    append_yuan (words, yuan);
  else if (jiao == 0 && odd == 0)
    g_string_append (words, "零元");
  if (jiao > 0)
    g_string_append_printf (words, "%s角", digits[jiao]);
  else if (odd > 0 && !g_str_equal (yuan, "0"))
    g_string_append (words, digits[0]);
  if (odd > 0)
    g_string_append_printf (words, "%s分", digits[odd]);
  else
    g_string_append (words, "整");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

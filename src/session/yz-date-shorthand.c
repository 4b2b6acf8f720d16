#include "config.h"

#include "yz-date-shorthand.h"

#include "yz-text.h"
#include "yz-value-text.h"

static char *
format_date (const GDate *date)
{
  return yz_value_format_day (g_date_get_julian (date));
}

static char *
from_word (const char *folded, const GDate *today)
{
  static const struct
  {
    const char *word;
    int days;
  } words[] = {
    { "今天", 0 }, { "today", 0 }, { "明天", 1 }, { "tomorrow", 1 }, { "后天", 2 }, { "昨天", -1 }, { "yesterday", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, folded))
      {
        GDate date;

        g_date_clear (&date, 1);
        g_date_set_julian (&date, g_date_get_julian (today) + words[i].days);
        return format_date (&date);
      }
  return NULL;
}

/* "+7", "-1", "+1m" */
static char *
from_offset (const char *folded, const GDate *today)
{
  GDate date = *today;
  char *end;
  gint64 count;

  if ((*folded != '+' && *folded != '-') || !g_ascii_isdigit (folded[1]))
    return NULL;
  count = g_ascii_strtoll (folded + 1, &end, 10);
  if (count > 3650 || (*end != '\0' && !g_str_equal (end, "m")))
    return NULL;

  if (*end == '\0')
    g_date_set_julian (&date, g_date_get_julian (today) + (*folded == '+' ? count : -count));
  else if (*folded == '+')
    g_date_add_months (&date, count);
  else
    g_date_subtract_months (&date, count);
  return format_date (&date);
}

/* "1120", "202611", "202611e" */
static char *
from_digits (const char *folded, const GDate *today)
{
  gsize length = strspn (folded, "0123456789");
  int number = (int) g_ascii_strtoll (folded, NULL, 10);
  gboolean month_end = folded[length] == 'e' && folded[length + 1] == '\0';
  GDate date;

  g_date_clear (&date, 1);
  if (length == 4 && folded[4] == '\0' && g_date_valid_dmy (number % 100, number / 100, g_date_get_year (today)))
    {
      g_date_set_dmy (&date, number % 100, number / 100, g_date_get_year (today));
      return format_date (&date);
    }
  if (length != 6 || !(folded[6] == '\0' || month_end) || !g_date_valid_dmy (1, number % 100, number / 100))
    return NULL;

  g_date_set_dmy (&date, month_end ? g_date_get_days_in_month (number % 100, number / 100) : 1, number % 100,
                  number / 100);
  return format_date (&date);
}

char *
yz_date_from_shorthand (const char *text, const GDate *today)
{
  g_autofree char *folded = yz_text_fold (text);
  char *date;

  g_return_val_if_fail (g_date_valid (today), NULL);

  date = from_word (folded, today);
  if (date == NULL)
    date = from_offset (folded, today);
  if (date == NULL)
    date = from_digits (folded, today);
  return date != NULL ? date : g_strdup (text);
}

/* Looking up readings and syllables. */
#include "config.h"

#include "yz-pinyin.h"

#include <string.h>

#include "yz-pinyin-table.h"

#define MAX_SYLLABLE 6
#define MAX_LETTERS 64

static guint
place_beyond (gunichar c)
{
  guint low = 0, high = yz_pinyin_n_beyond;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (yz_pinyin_beyond[middle] < c)
        low = middle + 1;
      else
        high = middle;
    }
  return low < yz_pinyin_n_beyond && yz_pinyin_beyond[low] == c ? yz_pinyin_beyond_places[low] : 0;
}

guint
yz_pinyin_get (gunichar c, const char **readings)
{
  guint place;
  guint n = 0;

  if (c < YZ_PINYIN_FIRST)
    return 0;
  place = c <= YZ_PINYIN_LAST ? yz_pinyin_places[c - YZ_PINYIN_FIRST] : place_beyond (c);
  while (place != 0 && n < YZ_PINYIN_MAX_READINGS)
    {
      guint16 reading = yz_pinyin_pool[place++];

      readings[n++] = yz_pinyin_syllables[reading & ~YZ_PINYIN_END];
      if ((reading & YZ_PINYIN_END) != 0)
        break;
    }
  return n;
}

const char *const *
yz_pinyin_find (const char *text, gsize length, guint *n_found)
{
  guint low = 0, high = yz_pinyin_n_syllables;
  guint first;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strncmp (yz_pinyin_syllables[middle], text, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (first = low; low < yz_pinyin_n_syllables && strncmp (yz_pinyin_syllables[low], text, length) == 0;)
    low++;
  *n_found = low - first;
  return low > first ? &yz_pinyin_syllables[first] : NULL;
}

typedef struct
{
  const char *text;
  gsize length;
  guint max;
  GString *way;
  GPtrArray *ways;
} Split;

/* A part inside is a whole syllable or an initial; the last one may also be the beginning of a syllable. */
static gboolean
is_part (const Split *split, gsize at, gsize length)
{
  guint n_found;
  const char *const *found = yz_pinyin_find (split->text + at, length, &n_found);
  gboolean two_letters = length == 2 && split->text[at + 1] == 'h' && strchr ("zcs", split->text[at]) != NULL;

  if (found == NULL)
    return FALSE;
  return length == 1 || two_letters || at + length == split->length || strlen (found[0]) == length;
}

/* @n_parts: how many more parts there must be, so that few-part ways come first */
static void
split_from (Split *split, gsize at, guint n_parts)
{
  gsize before = split->way->len;

  if (at == split->length && n_parts == 0)
    g_ptr_array_add (split->ways, g_strdup (split->way->str));
  if (at == split->length || n_parts == 0)
    return;
  for (gsize length = MIN (MAX_SYLLABLE, split->length - at); length > 0 && split->ways->len < split->max; length--)
    {
      /* the parts that are left cannot be longer than syllables are */
      if (split->length - at - length > (n_parts - 1) * MAX_SYLLABLE || !is_part (split, at, length))
        continue;
      g_string_append_printf (split->way, "%s%.*s", before > 0 ? " " : "", (int) length, split->text + at);
      split_from (split, at + length, n_parts - 1);
      g_string_truncate (split->way, before);
    }
}

GPtrArray *
yz_pinyin_split (const char *text, guint max)
{
  g_autoptr (GString) way = g_string_new (NULL);
  Split split = { .text = text, .length = strlen (text), .max = max, .way = way };

  split.ways = g_ptr_array_new_with_free_func (g_free);
  for (guint n_parts = 1; split.length <= MAX_LETTERS && n_parts <= split.length && split.ways->len < max; n_parts++)
    split_from (&split, 0, n_parts);
  return split.ways;
}

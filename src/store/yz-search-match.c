/*
 * What a person typed, as an FTS5 query. Chinese characters are a phrase; letters are a word's beginning or pinyin in
 * every way it can be read; digits are a number's beginning or a part of a long one. All words must be there.
 */
#include "config.h"

#include "yz-pinyin.h"
#include "yz-search-private.h"
#include "yz-text.h"
#include "yz-tokenizer-private.h"

#include <string.h>

/* Ways to read letters as pinyin that are tried, and endings of an unfinished syllable: ji, qi and xi have most. */
#define MAX_WAYS 12
#define MAX_ENDINGS 10

#define MAX_TERMS 16

typedef enum
{
  RUN_NONE,
  RUN_HAN,
  RUN_LETTERS,
  RUN_DIGITS,
} RunType;

static RunType
type_of (gunichar c)
{
  if (yz_text_is_han (c))
    return RUN_HAN;
  if (c >= '0' && c <= '9')
    return RUN_DIGITS;
  return g_unichar_isalpha (c) ? RUN_LETTERS : RUN_NONE;
}

static char *
phrase_of_characters (const char *run)
{
  GString *phrase = g_string_new ("\"");

  for (; *run != '\0'; run = g_utf8_next_char (run))
    {
      g_string_append_len (phrase, run, g_utf8_next_char (run) - run);
      g_string_append_c (phrase, ' ');
    }
  g_string_append_c (phrase, '"');
  return g_string_free (phrase, FALSE);
}

static char *
term_of_digits (const char *digits)
{
  gsize length = strlen (digits);
  GString *term = g_string_new ("(");

  if (length < YZ_TOKENIZER_MIN_NUMBER)
    g_string_append_printf (term, "\"=%s\" *", digits);
  if (length < YZ_TOKENIZER_MIN_NUMBER && length >= 3)
    g_string_append (term, " OR ");
  if (length >= 3)
    {
      g_string_append_c (term, '"');
      for (gsize i = 0; i + 2 < length; i++)
        g_string_append_printf (term, "#%.3s ", digits + i);
      g_string_append_c (term, '"');
    }
  g_string_append_c (term, ')');
  return g_string_free (term, FALSE);
}

static gboolean
is_initial (const char *part)
{
  return strlen (part) == 1 || (strlen (part) == 2 && part[1] == 'h');
}

/* An initial alone is the token of its first letter: "zh" finds z. */
static void
append_token (GString *term, const char *part)
{
  g_string_append_len (term, part, is_initial (part) ? 1 : -1);
}

static void
append_way (GString *term, const char *way)
{
  g_auto (GStrv) parts = g_strsplit (way, " ", -1);
  guint n_parts = g_strv_length (parts);
  const char *last = parts[n_parts - 1];
  guint n_endings = 1;
  const char *const *endings = is_initial (last) ? &last : yz_pinyin_find (last, strlen (last), &n_endings);

  for (guint i = 0; i < MIN (n_endings, MAX_ENDINGS); i++)
    {
      g_string_append (term, " OR \"");
      for (guint j = 0; j + 1 < n_parts; j++)
        {
          append_token (term, parts[j]);
          g_string_append_c (term, ' ');
        }
      append_token (term, endings[i]);
      g_string_append_c (term, '"');
    }
}

static char *
term_of_letters (const char *letters)
{
  GString *term = g_string_new ("(");

  g_string_append_printf (term, "\"=%s\" *", letters);
  if (strspn (letters, "abcdefghijklmnopqrstuvwxyz") == strlen (letters))
    {
      g_autoptr (GPtrArray) ways = yz_pinyin_split (letters, MAX_WAYS);

      for (guint i = 0; i < ways->len; i++)
        append_way (term, g_ptr_array_index (ways, i));
    }
  g_string_append_c (term, ')');
  return g_string_free (term, FALSE);
}

static void
add_run (GPtrArray *terms, RunType type, GString *run)
{
  if (type == RUN_NONE || run->len == 0 || terms->len == MAX_TERMS)
    return;
  if (type == RUN_HAN)
    g_ptr_array_add (terms, phrase_of_characters (run->str));
  else if (type == RUN_DIGITS)
    g_ptr_array_add (terms, term_of_digits (run->str));
  else
    g_ptr_array_add (terms, term_of_letters (run->str));
}

char *
yz_search_make_match (const char *text)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) run = g_string_new (NULL);
  RunType type = RUN_NONE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = yz_tokenizer_fold (g_utf8_get_char (text));
      RunType next = type_of (c);

      /* "0769-8772" is one number */
      if (c == '-' && type == RUN_DIGITS)
        continue;
      if (next != type)
        {
          add_run (terms, type, run);
          g_string_truncate (run, 0);
          type = next;
        }
      g_string_append_unichar (run, c);
    }
  add_run (terms, type, run);
  if (terms->len == 0)
    return NULL;
  g_ptr_array_add (terms, NULL);
  return g_strjoinv (" AND ", (char **) terms->pdata);
}

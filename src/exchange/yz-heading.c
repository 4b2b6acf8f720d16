#include "config.h"

#include "yz-heading.h"

#include "yz-kinds.h"
#include "yz-service-catalogue.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HEADING 24 /* characters */

/* Only the characters that headings are made of: pairs of traditional and simplified. */
static const char *const traditional =
  "經经緯纬區区開开時时間间電电話话機机營营業业號号聯联絡络類类點点稱称務务項项備备註注縣县鎮镇鄉乡別别狀状態态"
  "標标負负責责設设內内館馆單单積积";

/* Columns that lists commonly have and no field takes. */
static const char *const ignored =
  "序号|编号|省份|省|市|城市|市州|地市|来源|发布时间|官方链接|链接|审核状态|级别|照片|图片|photourl|id|osm_id|dataset|"
  "city|province|其他联络方式|分机";

static gunichar
simplify (gunichar c)
{
  for (const char *p = traditional; *p != '\0';)
    {
      gunichar from = g_utf8_get_char (p);
      gunichar to = g_utf8_get_char (g_utf8_next_char (p));

      if (from == c)
        return to;
      p = g_utf8_next_char (g_utf8_next_char (p));
    }
  return c;
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == 0x3010 || c == 0x3014;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == 0x3011 || c == 0x3015;
}

/* The letters of @text outside (@depth 0) or within brackets. */
static char *
fold_at_depth (const char *text, gboolean bracketed)
{
  g_autofree char *folded = yz_text_fold (text);
  GString *result = g_string_new (NULL);
  int depth = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_opening (c))
        depth++;
      else if (is_closing (c))
        depth = MAX (depth - 1, 0);
      else if ((depth > 0) == bracketed && (g_unichar_isalnum (c) || c == '_'))
        g_string_append_unichar (result, simplify (c));
    }
  return g_string_free (result, FALSE);
}

char *
yz_heading_fold (const char *heading)
{
  char *folded = fold_at_depth (heading, FALSE);

  if (*folded != '\0')
    return folded;

  /* "（名称）" is a heading all the same */
  g_free (folded);
  return fold_at_depth (heading, TRUE);
}

char *
yz_heading_get_bracketed (const char *heading)
{
  char *bracketed = fold_at_depth (heading, TRUE);

  if (*bracketed == '\0')
    g_clear_pointer (&bracketed, g_free);
  return bracketed;
}

static gboolean
is_one_of (const char *folded, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = yz_heading_fold (parts[i]);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
equals (const char *folded, const char *text)
{
  g_autofree char *other = yz_heading_fold (text);

  return g_str_equal (other, folded);
}

/* "站点详细地址" is an address: the word that says what it is stands last. Latin words would match by accident. */
static double
match_ending (const char *folded, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "|", -1);
  double best = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = yz_heading_fold (parts[i]);

      if (g_utf8_strlen (word, -1) >= 2 && yz_text_is_han (g_utf8_get_char (word)) && g_str_has_suffix (folded, word))
        best = MAX (best, 0.5 + 0.3 * strlen (word) / strlen (folded));
    }
  return best;
}

double
yz_heading_matches_field (const char *folded, const YzField *field)
{
  if (*folded == '\0')
    return 0;
  if (equals (folded, field->name) || equals (folded, field->title) || equals (folded, _ (field->title)) ||
      is_one_of (folded, field->synonyms))
    return 1;
  return match_ending (folded, field->synonyms);
}

struct _YzHeadings
{
  GHashTable *words; /* folded */
};

static void
add_word (YzHeadings *headings, const char *word)
{
  g_hash_table_add (headings->words, yz_heading_fold (word));
}

static void
add_words (YzHeadings *headings, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_word (headings, parts[i]);
}

static void
add_fields (YzHeadings *headings)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const YzField *field = &kinds[i]->fields[j];

        add_word (headings, field->name);
        add_word (headings, field->title);
        add_word (headings, _ (field->title));
        add_words (headings, field->synonyms);
      }
}

YzHeadings *
yz_headings_new (void)
{
  YzHeadings *headings = g_new0 (YzHeadings, 1);
  guint n_seeds;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  headings->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_words (headings, ignored);
  add_fields (headings);
  for (guint i = 0; i < n_seeds; i++)
    {
      add_word (headings, seeds[i].name);
      add_word (headings, seeds[i].short_name);
      add_words (headings, seeds[i].words);
    }
  g_hash_table_remove (headings->words, "");
  return headings;
}

void
yz_headings_free (YzHeadings *headings)
{
  g_hash_table_unref (headings->words);
  g_free (headings);
}

/* "站点详细地址" ends with a known word of two characters or more. */
static gboolean
ends_known (const YzHeadings *headings, const char *folded)
{
  for (const char *p = folded; *p != '\0' && *g_utf8_next_char (p) != '\0'; p = g_utf8_next_char (p))
    if (g_hash_table_contains (headings->words, p) && (p == folded || yz_text_is_han (g_utf8_get_char (p))))
      return TRUE;
  return FALSE;
}

gboolean
yz_headings_contain (const YzHeadings *headings, const char *text)
{
  g_autofree char *folded = NULL;

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_HEADING)
    return FALSE;
  folded = yz_heading_fold (text);
  return g_hash_table_contains (headings->words, folded) || ends_known (headings, folded);
}

gboolean
yz_heading_is_value (const char *text)
{
  guint digits = 0, letters = 0;

  if (*text == '\0')
    return FALSE;
  if (strchr ("0123456789+-(.", *text) == NULL)
    return g_utf8_strlen (text, -1) > MAX_HEADING;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      letters++;
      if (g_unichar_isdigit (g_utf8_get_char (p)))
        digits++;
    }
  return digits * 2 > letters || letters > MAX_HEADING;
}

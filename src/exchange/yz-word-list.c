#include "config.h"

#include "yz-word-list.h"

#include "yz-heading.h"
#include "yz-service-catalogue.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _YzWordList
{
  GHashTable *codes; /* folded word → code, as the GVariant that the maps of all cells share */
  GHashTable *names; /* code → name as written */
};

static char *
fold_word (const char *word)
{
  g_autofree char *folded = yz_text_fold (word);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || *p == '_')
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

/* The first name of a code is the one written. */
static void
add_word (YzWordList *list, const char *code, const char *word)
{
  g_autofree char *folded = fold_word (word);

  if (*folded != '\0')
    g_hash_table_insert (list->codes, g_steal_pointer (&folded), g_variant_ref_sink (g_variant_new_string (code)));
  if (!g_hash_table_contains (list->names, code))
    g_hash_table_insert (list->names, g_strdup (code), g_strdup (word));
}

YzWordList *
yz_word_list_new (void)
{
  YzWordList *list = g_new0 (YzWordList, 1);
  guint n_seeds;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  list->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  list->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n_seeds; i++)
    {
      g_auto (GStrv) words = g_strsplit (seeds[i].words, "|", -1);

      add_word (list, seeds[i].code, seeds[i].name);
      add_word (list, seeds[i].code, seeds[i].short_name);
      add_word (list, seeds[i].code, seeds[i].code);
      for (guint j = 0; words[j] != NULL; j++)
        add_word (list, seeds[i].code, words[j]);
    }
  return list;
}

void
yz_word_list_free (YzWordList *list)
{
  g_clear_pointer (&list->codes, g_hash_table_unref);
  g_clear_pointer (&list->names, g_hash_table_unref);
  g_free (list);
}

void
yz_word_list_add_service (YzWordList *list, YzRecord *service)
{
  const char *code = yz_record_get_text (service, "code");
  GVariant *words = yz_record_get (service, "words");

  if (code == NULL)
    return;
  g_hash_table_insert (list->names, g_strdup (code), g_strdup (yz_record_get_title (service)));
  add_word (list, code, yz_record_get_title (service));
  add_word (list, code, code);
  if (yz_record_get_text (service, "short_name") != NULL)
    add_word (list, code, yz_record_get_text (service, "short_name"));
  for (gsize i = 0; words != NULL && i < g_variant_n_children (words); i++)
    {
      const char *word;

      g_variant_get_child (words, i, "&s", &word);
      add_word (list, code, word);
    }
}

static const char *
get_text (GVariant *code)
{
  return code != NULL ? g_variant_get_string (code, NULL) : NULL;
}

const char *
yz_word_list_find_exact (const YzWordList *list, const char *word)
{
  g_autofree char *folded = fold_word (word);

  return get_text (g_hash_table_lookup (list->codes, folded));
}

/* Chinese words of one character, and Latin ones that may be part of another, are too short to be looked for. */
static GVariant *
find_code (const YzWordList *list, const char *word)
{
  g_autofree char *folded = fold_word (word);
  GVariant *code = g_hash_table_lookup (list->codes, folded);
  gsize longest = 0;
  GHashTableIter iter;
  const char *known;
  GVariant *known_code;

  if (code != NULL || *folded == '\0')
    return code;

  g_hash_table_iter_init (&iter, list->codes);
  while (g_hash_table_iter_next (&iter, (gpointer *) &known, (gpointer *) &known_code))
    {
      gsize length = strlen (known);

      if (length < 4 || length < longest || strstr (folded, known) == NULL)
        continue;
      /* of two equally long words the one with the smaller code, as the order of a hash table is nobody's choice */
      if (length > longest || g_strcmp0 (get_text (known_code), get_text (code)) < 0)
        code = known_code;
      longest = length;
    }
  return code;
}

static gboolean
is_negation (const char *word)
{
  static const char *const none[] = { "无", "没有", "暂无", "不提供", "未配备" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    if (g_str_has_prefix (word, none[i]) && !g_str_has_prefix (word, "无线"))
      return TRUE;
  return g_str_equal (word, "-");
}

/* Words end at any mark but the colon, which stands before a state, and what words are made of: Wi-Fi, 24小时. */
static gboolean
is_separator (gunichar c)
{
  return c == ';' || c == ',' || c == 0x3001 || c == '/' || c == '|' || c == '\n' || c == '\r' || c == 0x3002 ||
         c == '+' || c == 0xb7 || c == 0;
}

typedef struct
{
  GVariant *code;  /* the list's */
  GVariant *state; /* (ss) */
} Entry;

typedef struct
{
  const YzWordList *list;
  const YzField *field;
  GVariant *offered; /* the state of a word that stands alone */
  GArray *entries;
  GPtrArray *unknown;
} CellReader;

static void
clear_entry (gpointer data)
{
  g_variant_unref (((Entry *) data)->state);
}

/* The word that comes last counts, as if the cell had been put right. */
static void
add_entry (CellReader *reader, GVariant *code, GVariant *state)
{
  Entry entry = { code, state };

  for (guint i = 0; i < reader->entries->len; i++)
    if (g_variant_equal (g_array_index (reader->entries, Entry, i).code, code))
      {
        g_array_remove_index (reader->entries, i);
        break;
      }
  g_array_append_val (reader->entries, entry);
}

/* "code:state", "code:state:since", "word(state)" */
static GVariant *
read_state (const YzField *field, const char *state, const char *since)
{
  const YzChoice *choice = yz_field_find_choice (field, state);
  g_autofree char *date = choice != NULL && since != NULL ? yz_value_parse_date (since) : NULL;

  return g_variant_ref_sink (g_variant_new ("(ss)", choice != NULL ? choice->nick : field->choices[0].nick,
                                            date != NULL ? date : ""));
}

static void
read_word (CellReader *reader, char *word)
{
  g_auto (GStrv) parts = NULL;
  GVariant *code;

  if (strpbrk (word, ":()") != NULL)
    {
      parts = g_strsplit (g_strdelimit (word, "()", ':'), ":", 4);
      word = parts[0];
    }
  if (is_negation (word))
    return;
  code = find_code (reader->list, word);
  if (code == NULL)
    {
      if (reader->unknown != NULL && *word != '\0')
        g_ptr_array_add (reader->unknown, g_strdup (word));
    }
  else if (parts != NULL && parts[1] != NULL)
    add_entry (reader, code, read_state (reader->field, parts[1], parts[2]));
  else
    add_entry (reader, code, g_variant_ref (reader->offered));
}

static void
read_words (CellReader *reader, const char *text)
{
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_separator (c))
        {
          g_autofree char *raw = g_strndup (start, p - start);
          g_autofree char *word = yz_value_strip (raw);

          if (*word != '\0')
            read_word (reader, word);
          start = c != 0 ? g_utf8_next_char (p) : p;
        }
      if (c == 0)
        return;
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return strcmp (get_text (x->code), get_text (y->code));
}

static GVariant *
make_map (GArray *entries)
{
  GVariantBuilder builder;

  g_array_sort (entries, compare_entries);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_variant_builder_add_value (&builder, g_variant_new_dict_entry (entry->code, entry->state));
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

GVariant *
yz_word_list_read (const YzWordList *list, const YzField *field, const char *text, GPtrArray *unknown)
{
  g_autoptr (GVariant) offered = g_variant_ref_sink (g_variant_new ("(ss)", field->choices[0].nick, ""));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *wide = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  CellReader reader = { list, field, offered, entries, unknown };

  g_array_set_clear_func (entries, clear_entry);
  read_words (&reader, wide != NULL ? wide : valid);
  return entries->len > 0 ? make_map (entries) : NULL;
}

char *
yz_word_list_write (const YzWordList *list, const YzField *field, GVariant *value)
{
  GString *text = g_string_new (NULL);
  const char *code, *nick, *since;
  GVariantIter iter;

  if (value == NULL)
    return g_string_free (text, FALSE);

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &code, &nick, &since))
    {
      const char *name = g_hash_table_lookup (list->names, code);
      const YzChoice *choice = yz_field_get_choice (field, nick);

      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, name != NULL ? name : code);
      if (!g_str_equal (nick, field->choices[0].nick) || *since != '\0')
        g_string_append_printf (text, ":%s", choice != NULL ? _ (choice->title) : nick);
      if (*since != '\0')
        g_string_append_printf (text, ":%s", since);
    }
  return g_string_free (text, FALSE);
}

#include "config.h"

#include "yz-value-words.h"

#include "yz-kinds.h"
#include "yz-locale.h"
#include "yz-mask.h"
#include "yz-service-catalogue.h"

#include <glib/gi18n-lib.h>

#include <string.h>

char *
yz_record_to_words (YzRecord *record, gboolean reveal)
{
  g_return_val_if_fail (YZ_IS_RECORD (record), NULL);
  return reveal ? g_strdup (yz_record_get_title (record)) : yz_mask_title (record);
}

/* What another record is called; its key where the store does not know it. */
static char *
dup_title (YzStore *store, const YzField *field, const char *key, gboolean by_code, gboolean reveal)
{
  const YzKind *kind = yz_kinds_find (field->ref_kind);
  g_autoptr (YzRecord) record = NULL;

  if (store != NULL && kind != NULL)
    record = by_code ? yz_store_find (store, kind, key, NULL) : yz_store_load (store, kind, key, NULL);
  return record != NULL ? yz_record_to_words (record, reveal) : g_strdup (key);
}

/* The first choice is the ordinary one and is not worth a word: "Water, Charging (paused)". */
static char *
map_to_words (YzStore *store, const YzField *field, GVariant *value, gboolean reveal)
{
  GString *words = g_string_new (NULL);
  GVariantIter iter;
  const char *key, *state;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &key, &state, NULL))
    {
      g_autofree char *title = dup_title (store, field, key, TRUE, reveal);
      const YzChoice *choice = yz_field_get_choice (field, state);

      if (words->len > 0)
        /* Translators: stands between the parts of a list in a sentence */
        g_string_append (words, _ (", "));
      if (choice == NULL || choice == field->choices)
        g_string_append (words, title);
      else
        /* Translators: a thing and its state, "Charging (paused)" */
        g_string_append_printf (words, _ ("%s (%s)"), title, _ (choice->title));
    }
  return g_string_free (words, FALSE);
}

char *
yz_hours_to_words (YzHours *hours)
{
  g_return_val_if_fail (hours != NULL, NULL);
  return yz_hours_describe (hours, yz_locale_is_chinese () ? YZ_HOURS_CHINESE : YZ_HOURS_ENGLISH);
}

/* What cannot be read is shown as it is written. */
static char *
hours_to_words (const char *value)
{
  g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, NULL);

  return hours != NULL ? yz_hours_to_words (hours) : g_strdup (value);
}

static char *
with_unit (const YzField *field, char *text)
{
  g_autofree char *owned = text;

  return field->unit != NULL ? g_strdup_printf ("%s %s", owned, yz_field_get_unit (field)) : g_steal_pointer (&owned);
}

/* To the minute, with a space where the exchanged form has a T. */
static char *
time_to_words (const YzField *field, GVariant *value)
{
  char *text = yz_field_format (field, value);
  char *hours = strchr (text, 'T');

  if (hours == NULL)
    return text;
  *hours = ' ';
  hours[MIN (strlen (hours), strlen (" 14:26"))] = '\0';
  return text;
}

static char *
symbol_to_words (const char *symbol)
{
  const char *word = yz_service_symbol_get_word (symbol);

  return g_strdup (word != NULL ? word : symbol);
}

char *
yz_value_to_words (YzStore *store, const YzField *field, GVariant *value, gboolean reveal)
{
  g_autoptr (GVariant) shown = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");
  if (field->type == YZ_FIELD_REF)
    return dup_title (store, field, g_variant_get_string (value, NULL), FALSE, reveal);
  if (field->type == YZ_FIELD_MAP)
    return map_to_words (store, field, value, reveal);
  if ((field->flags & YZ_FIELD_HOURS) != 0)
    return hours_to_words (g_variant_get_string (value, NULL));
  if (field->type == YZ_FIELD_TIME)
    return time_to_words (field, value);
  if ((field->flags & YZ_FIELD_SYMBOL) != 0)
    return symbol_to_words (g_variant_get_string (value, NULL));

  shown = reveal ? g_variant_ref (value) : yz_mask_value (field, value);
  return with_unit (field, yz_field_format (field, shown));
}

char *
yz_distance_to_words (double metres)
{
  return metres < 999.5 ? g_strdup_printf (_ ("%.0f m"), metres) : g_strdup_printf (_ ("%.1f km"), metres / 1000);
}

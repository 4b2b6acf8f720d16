/*
 * What a single field can hold: checking, reading and writing of values. Pure functions, any thread.
 */
#include "config.h"

#include "yz-field.h"

#include "yz-clock.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (yz_model_error, yz_model_error)

const GVariantType *
yz_field_get_variant_type (const YzField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  switch (field->type)
    {
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
      return G_VARIANT_TYPE_STRING;
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      return G_VARIANT_TYPE_INT64;
    case YZ_FIELD_REAL:
      return G_VARIANT_TYPE_DOUBLE;
    case YZ_FIELD_BOOLEAN:
      return G_VARIANT_TYPE_BOOLEAN;
    case YZ_FIELD_LIST:
      return G_VARIANT_TYPE_STRING_ARRAY;
    case YZ_FIELD_MAP:
      return G_VARIANT_TYPE ("a{s(ss)}");
    default:
      g_assert_not_reached ();
    }
}

const YzChoice *
yz_field_get_choice (const YzField *field, const char *nick)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->choices == NULL || nick == NULL)
    return NULL;
  for (const YzChoice *choice = field->choices; choice->nick != NULL; choice++)
    if (g_str_equal (choice->nick, nick))
      return choice;
  return NULL;
}

static gboolean
is_synonym (const char *synonyms, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (synonyms != NULL ? synonyms : "", "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = yz_text_fold (words[i]);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
equals_folded (const char *text, const char *folded)
{
  g_autofree char *other = yz_text_fold (text);

  return g_str_equal (other, folded);
}

gboolean
yz_field_holds_phones (const YzField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);
  return field->type == YZ_FIELD_LIST && strstr (field->name, "phone") != NULL;
}

const char *
yz_field_get_unit (const YzField *field)
{
  g_return_val_if_fail (field != NULL, NULL);
  return field->unit != NULL ? _ (field->unit) : NULL;
}

const YzChoice *
yz_field_find_choice (const YzField *field, const char *text)
{
  g_autofree char *folded = yz_text_fold (text);

  g_return_val_if_fail (field != NULL, NULL);

  if (field->choices == NULL)
    return NULL;
  for (const YzChoice *choice = field->choices; choice->nick != NULL; choice++)
    if (equals_folded (choice->nick, folded) || equals_folded (choice->title, folded) ||
        equals_folded (_ (choice->title), folded) || is_synonym (choice->synonyms, folded))
      return choice;
  return NULL;
}

static gboolean
check_choice (const YzField *field, const char *nick, GError **error)
{
  if (yz_field_get_choice (field, nick) != NULL)
    return TRUE;

  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_CHOICE, _ ("“%s” is none of the choices"), nick);
  return FALSE;
}

static gboolean
check_date (const char *text, GError **error)
{
  GDate day;

  if (yz_value_read_date (text, &day))
    return TRUE;

  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("“%s” is not a date"), text);
  return FALSE;
}

static gboolean
check_number (const YzField *field, double number, GError **error)
{
  if (!isfinite (number))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("This is not a number"));
      return FALSE;
    }
  if (field->minimum == 0 && field->maximum == 0)
    return TRUE;
  if (number >= field->minimum && number <= field->maximum)
    return TRUE;

  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE, _ ("%.15g is not between %.15g and %.15g"), number,
               field->minimum, field->maximum);
  return FALSE;
}

static gboolean
check_time (gint64 instant, GError **error)
{
  if (instant >= YZ_OFFICE_TIME_FIRST && instant <= YZ_OFFICE_TIME_LAST)
    return TRUE;

  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE, _ ("This is a time of no year from 1 to 9999"));
  return FALSE;
}

static gboolean
check_map (const YzField *field, GVariant *value, GError **error)
{
  GVariantIter iter;
  const char *key, *nick, *since;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &key, &nick, &since))
    if (!check_choice (field, nick, error) || (*since != '\0' && !check_date (since, error)))
      return FALSE;
  return TRUE;
}

gboolean
yz_field_check (const YzField *field, GVariant *value, GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);

  if (value == NULL)
    return TRUE;
  if (!g_variant_is_of_type (value, yz_field_get_variant_type (field)))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("This is not the right type of value"));
      return FALSE;
    }

  switch (field->type)
    {
    case YZ_FIELD_CHOICE:
      return check_choice (field, g_variant_get_string (value, NULL), error);
    case YZ_FIELD_DATE:
      return check_date (g_variant_get_string (value, NULL), error);
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
      return check_number (field, (double) g_variant_get_int64 (value), error);
    case YZ_FIELD_REAL:
      return check_number (field, g_variant_get_double (value), error);
    case YZ_FIELD_TIME:
      return check_time (g_variant_get_int64 (value), error);
    case YZ_FIELD_MAP:
      return check_map (field, value, error);
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_BOOLEAN:
    case YZ_FIELD_REF:
    case YZ_FIELD_LIST:
    default:
      return TRUE;
    }
}

static GVariant *
parse_choice (const YzField *field, const char *text, GError **error)
{
  const YzChoice *choice = yz_field_find_choice (field, text);

  if (choice != NULL)
    return g_variant_new_string (choice->nick);

  check_choice (field, text, error);
  return NULL;
}

static GVariant *
parse_date (const char *text, GError **error)
{
  g_autofree char *date = yz_value_parse_date (text);

  if (date != NULL)
    return g_variant_new_take_string (g_steal_pointer (&date));

  check_date (text, error);
  return NULL;
}

static GVariant *
parse_boolean (const char *text, GError **error)
{
  gboolean value;

  if (yz_value_parse_boolean (text, &value))
    return g_variant_new_boolean (value);

  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("“%s” is neither yes nor no"), text);
  return NULL;
}

static GVariant *
parse_quantity (const YzField *field, const char *text, const char *unit)
{
  gint64 integer;
  double real;

  if (field->type == YZ_FIELD_REAL && yz_value_parse_real (text, unit, &real))
    return g_variant_new_double (real);
  if (field->type == YZ_FIELD_INTEGER && yz_value_parse_integer (text, unit, &integer))
    return g_variant_new_int64 (integer);
  return NULL;
}

static GVariant *
parse_number (const YzField *field, const char *text, GError **error)
{
  GVariant *quantity = parse_quantity (field, text, field->unit);
  gint64 integer;

  if (quantity == NULL)
    quantity = parse_quantity (field, text, yz_field_get_unit (field));
  if (quantity != NULL)
    return quantity;
  if (field->type == YZ_FIELD_MONEY && yz_value_parse_money (text, &integer))
    return g_variant_new_int64 (integer);
  if (field->type == YZ_FIELD_TIME && yz_value_parse_time (text, &integer))
    return g_variant_new_int64 (integer);

  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
               field->type == YZ_FIELD_TIME      ? _ ("“%s” is not a time")
               : field->type == YZ_FIELD_INTEGER ? _ ("“%s” is not a whole number")
                                                 : _ ("“%s” is not a number"),
               text);
  return NULL;
}

static GVariant *
parse_list (const char *text)
{
  g_auto (GStrv) parts = yz_value_split_list (text);

  return parts[0] != NULL ? g_variant_new_strv ((const char *const *) parts, -1) : NULL;
}

/* code[:state[:since]], the state being the field's first choice where it is not said */
static GVariant *
parse_map (const YzField *field, const char *text, GError **error)
{
  g_auto (GStrv) parts = yz_value_split_list (text);
  g_autoptr (GTree) entries =
    g_tree_new_full ((GCompareDataFunc) (void (*) (void)) g_strcmp0, NULL, g_free, (GDestroyNotify) g_variant_unref);
  GVariantBuilder builder;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], ":", 3);
      const YzChoice *choice = words[1] != NULL ? yz_field_find_choice (field, words[1]) : field->choices;
      g_autofree char *since = words[1] != NULL && words[2] != NULL ? yz_value_parse_date (words[2]) : g_strdup ("");

      if (choice == NULL)
        {
          check_choice (field, words[1], error);
          return NULL;
        }
      if (since == NULL)
        {
          check_date (words[2], error);
          return NULL;
        }
      g_tree_insert (entries, g_strdup (g_strstrip (words[0])),
                     g_variant_ref_sink (g_variant_new ("(ss)", choice->nick, since)));
    }

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  for (GTreeNode *node = g_tree_node_first (entries); node != NULL; node = g_tree_node_next (node))
    g_variant_builder_add (&builder, "{s@(ss)}", g_tree_node_key (node), g_tree_node_value (node));
  return g_variant_builder_end (&builder);
}

static GVariant *
parse_text (const YzField *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_REF:
      return g_variant_new_string (text);
    case YZ_FIELD_CHOICE:
      return parse_choice (field, text, error);
    case YZ_FIELD_DATE:
      return parse_date (text, error);
    case YZ_FIELD_BOOLEAN:
      return parse_boolean (text, error);
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_REAL:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      return parse_number (field, text, error);
    case YZ_FIELD_LIST:
      return parse_list (text);
    case YZ_FIELD_MAP:
      return parse_map (field, text, error);
    default:
      g_assert_not_reached ();
    }
}

gboolean
yz_field_parse (const YzField *field, const char *text, GVariant **value, GError **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GVariant) parsed = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  *value = NULL;
  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  stripped = yz_value_strip (valid);
  if (*stripped == '\0')
    return TRUE;

  parsed = parse_text (field, stripped, &local_error);
  if (parsed != NULL)
    g_variant_ref_sink (parsed);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (!yz_field_check (field, parsed, error))
    return FALSE;

  *value = g_steal_pointer (&parsed);
  return TRUE;
}

static char *
format_map (const YzField *field, GVariant *value)
{
  GString *text = g_string_new (NULL);
  GVariantIter iter;
  const char *key, *nick, *since;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &key, &nick, &since))
    {
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, key);
      if (!g_str_equal (nick, field->choices[0].nick) || *since != '\0')
        g_string_append_printf (text, ":%s", nick);
      if (*since != '\0')
        g_string_append_printf (text, ":%s", since);
    }
  return g_string_free (text, FALSE);
}

static char *
format_list (GVariant *value)
{
  g_autofree const char **parts = g_variant_get_strv (value, NULL);

  return g_strjoinv ("; ", (char **) parts);
}

static char *
format_choice (const YzField *field, const char *nick)
{
  const YzChoice *choice = yz_field_get_choice (field, nick);

  /* a choice that only a newer program knows is shown as it is */
  return g_strdup (choice != NULL ? _ (choice->title) : nick);
}

char *
yz_field_format (const YzField *field, GVariant *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  switch (field->type)
    {
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_REF:
    case YZ_FIELD_DATE:
      return g_variant_dup_string (value, NULL);
    case YZ_FIELD_CHOICE:
      return format_choice (field, g_variant_get_string (value, NULL));
    case YZ_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
    case YZ_FIELD_REAL:
      return yz_value_format_real (g_variant_get_double (value));
    case YZ_FIELD_MONEY:
      return yz_value_format_money (g_variant_get_int64 (value));
    case YZ_FIELD_TIME:
      return yz_value_format_time (g_variant_get_int64 (value));
    case YZ_FIELD_BOOLEAN:
      return g_strdup (g_variant_get_boolean (value) ? _ ("yes") : _ ("no"));
    case YZ_FIELD_LIST:
      return format_list (value);
    case YZ_FIELD_MAP:
      return format_map (field, value);
    default:
      g_assert_not_reached ();
    }
}

gboolean
yz_field_equal (GVariant *a, GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

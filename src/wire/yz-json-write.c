/*
 * Writing JSON into a GString. Not by JsonBuilder: an import writes several hundred thousand small lists and maps,
 * and a tree of objects for each took longer than everything else that is done with a row.
 */
#include "config.h"

#include "yz-json.h"

#include <math.h>

static const char *
escape_of (char c)
{
  switch (c)
    {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return NULL;
    }
}

void
yz_json_append_string (GString *out, const char *text)
{
  const char *plain = text;

  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text >= 0x20 && *text != '"' && *text != '\\')
        continue;
      g_string_append_len (out, plain, text - plain);
      if (escape_of (*text) != NULL)
        g_string_append (out, escape_of (*text));
      else
        g_string_append_printf (out, "\\u%04x", (guint) *text);
      plain = text + 1;
    }
  g_string_append_len (out, plain, text - plain);
  g_string_append_c (out, '"');
}

void
yz_json_append_real (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      g_string_append (out, "null");
      return;
    }
  /* 15 digits are what people wrote; 17 are needed for what was computed */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", number);
  g_string_append (out, buffer);
}

static void
append_list (GString *out, GVariant *list)
{
  GVariantIter iter;
  const char *text;
  const char *separator = "";

  g_string_append_c (out, '[');
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "&s", &text))
    {
      g_string_append (out, separator);
      yz_json_append_string (out, text);
      separator = ",";
    }
  g_string_append_c (out, ']');
}

static void
append_map (GString *out, GVariant *map)
{
  GVariantIter iter;
  const char *key, *state, *since;
  const char *separator = "";

  g_string_append_c (out, '{');
  g_variant_iter_init (&iter, map);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &key, &state, &since))
    {
      g_string_append (out, separator);
      yz_json_append_string (out, key);
      g_string_append (out, ":{\"state\":");
      yz_json_append_string (out, state);
      if (*since != '\0')
        {
          g_string_append (out, ",\"since\":");
          yz_json_append_string (out, since);
        }
      g_string_append_c (out, '}');
      separator = ",";
    }
  g_string_append_c (out, '}');
}

void
yz_json_append_value (GString *out, GVariant *value)
{
  if (value == NULL)
    g_string_append (out, "null");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    yz_json_append_string (out, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    yz_json_append_real (out, g_variant_get_double (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    append_list (out, value);
  else
    append_map (out, value);
}

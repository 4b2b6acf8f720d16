/* Reading JSON: json-glib behind the scan, and getters that answer a wrong type with an error. */
#include "config.h"

#include "yz-json.h"

#include <json-glib/json-glib.h>

YzJson *
yz_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!yz_json_scan (text, length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, text, length, &local_error))
    return json_parser_steal_root (parser);

  g_set_error (error, YZ_JSON_ERROR, YZ_JSON_ERROR_SYNTAX, "%s", local_error->message);
  return NULL;
}

void
yz_json_free (YzJson *json)
{
  json_node_unref (json);
}

YzJson *
yz_json_get_member (YzJson *json, const char *name)
{
  return JSON_NODE_HOLDS_OBJECT (json) ? json_object_get_member (json_node_get_object (json), name) : NULL;
}

static GList *
get_members (YzJson *json)
{
  return JSON_NODE_HOLDS_OBJECT (json) ? json_object_get_members (json_node_get_object (json)) : NULL;
}

YzJson *
yz_json_get_element (YzJson *json, guint index)
{
  return index < yz_json_get_length (json) ? json_array_get_element (json_node_get_array (json), index) : NULL;
}

guint
yz_json_get_length (YzJson *json)
{
  return JSON_NODE_HOLDS_ARRAY (json) ? json_array_get_length (json_node_get_array (json)) : 0;
}

static const char *
get_text (YzJson *json)
{
  return json_node_get_value_type (json) == G_TYPE_STRING ? json_node_get_string (json) : NULL;
}

char **
yz_json_list_members (YzJson *json)
{
  g_autoptr (GList) names = get_members (json);
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

  for (GList *l = names; l != NULL; l = l->next)
    g_strv_builder_add (members, l->data);
  return g_strv_builder_end (members);
}

char *
yz_json_dup_text (YzJson *json)
{
  GType type = JSON_NODE_HOLDS_VALUE (json) ? json_node_get_value_type (json) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (json));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (json));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (json) ? "true" : "false");
  if (type == G_TYPE_DOUBLE)
    {
      GString *text = g_string_new (NULL);

      yz_json_append_real (text, json_node_get_double (json));
      return g_string_free (text, FALSE);
    }
  return g_strdup ("");
}

static gboolean
refuse_type (const char *expected, GError **error)
{
  g_set_error (error, YZ_JSON_ERROR, YZ_JSON_ERROR_TYPE, "%s is expected", expected);
  return FALSE;
}

static gboolean
read_text (YzJson *json, GVariant **value, GError **error)
{
  const char *text = get_text (json);

  if (text == NULL)
    return refuse_type ("a text", error);
  *value = g_variant_ref_sink (g_variant_new_string (text));
  return TRUE;
}

static gboolean
read_integer (YzJson *json, GVariant **value, GError **error)
{
  if (json_node_get_value_type (json) != G_TYPE_INT64)
    return refuse_type ("an integer", error);
  *value = g_variant_ref_sink (g_variant_new_int64 (json_node_get_int (json)));
  return TRUE;
}

static gboolean
read_real (YzJson *json, GVariant **value, GError **error)
{
  GType type = json_node_get_value_type (json);

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return refuse_type ("a number", error);
  *value = g_variant_ref_sink (g_variant_new_double (json_node_get_double (json)));
  return TRUE;
}

static gboolean
read_boolean (YzJson *json, GVariant **value, GError **error)
{
  if (json_node_get_value_type (json) != G_TYPE_BOOLEAN)
    return refuse_type ("true or false", error);
  *value = g_variant_ref_sink (g_variant_new_boolean (json_node_get_boolean (json)));
  return TRUE;
}

static gboolean
read_list (YzJson *json, GVariant **value, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (!JSON_NODE_HOLDS_ARRAY (json))
    return refuse_type ("an array of texts", error);
  for (guint i = 0; i < yz_json_get_length (json); i++)
    {
      const char *text = get_text (yz_json_get_element (json, i));

      if (text == NULL)
        return refuse_type ("an array of texts", error);
      g_ptr_array_add (texts, (gpointer) text);
    }
  *value = g_variant_ref_sink (g_variant_new_strv ((const char *const *) texts->pdata, texts->len));
  return TRUE;
}

static gboolean
read_map_entry (YzJson *entry, const char *key, GVariantBuilder *builder, GError **error)
{
  YzJson *state = yz_json_get_member (entry, "state");
  YzJson *since = yz_json_get_member (entry, "since");
  const char *state_text = state != NULL ? get_text (state) : NULL;
  const char *since_text = since != NULL ? get_text (since) : "";

  if (state_text == NULL || since_text == NULL)
    return refuse_type ("an object with \"state\" and \"since\"", error);
  g_variant_builder_add (builder, "{s(ss)}", key, state_text, since_text);
  return TRUE;
}

static gboolean
read_map (YzJson *json, GVariant **value, GError **error)
{
  g_autoptr (GList) keys = g_list_sort (get_members (json), (GCompareFunc) strcmp);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s(ss)}"));

  if (!JSON_NODE_HOLDS_OBJECT (json))
    return refuse_type ("an object", error);
  for (GList *l = keys; l != NULL; l = l->next)
    if (!read_map_entry (yz_json_get_member (json, l->data), l->data, &builder, error))
      return FALSE;
  *value = g_variant_ref_sink (g_variant_builder_end (&builder));
  return TRUE;
}

gboolean
yz_json_read_value (YzJson *json, const YzField *field, GVariant **value, GError **error)
{
  *value = NULL;
  if (JSON_NODE_HOLDS_NULL (json))
    return TRUE;

  switch (field->type)
    {
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
      return read_text (json, value, error);
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      return read_integer (json, value, error);
    case YZ_FIELD_REAL:
      return read_real (json, value, error);
    case YZ_FIELD_BOOLEAN:
      return read_boolean (json, value, error);
    case YZ_FIELD_LIST:
      return read_list (json, value, error);
    case YZ_FIELD_MAP:
      return read_map (json, value, error);
    default:
      g_assert_not_reached ();
    }
}

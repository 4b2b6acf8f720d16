/* A query as a value. */
#include "config.h"

#include "yz-query-private.h"

static void
condition_clear (gpointer data)
{
  YzCondition *condition = data;

  g_clear_pointer (&condition->value, g_variant_unref);
}

YzQuery *
yz_query_new (const YzKind *kind)
{
  YzQuery *query;

  g_return_val_if_fail (kind != NULL, NULL);

  query = g_new0 (YzQuery, 1);
  query->kind = kind;
  query->conditions = g_array_new (FALSE, FALSE, sizeof (YzCondition));
  g_array_set_clear_func (query->conditions, condition_clear);
  return query;
}

YzQuery *
yz_query_copy (const YzQuery *query)
{
  YzQuery *copy;

  g_return_val_if_fail (query != NULL, NULL);

  copy = g_memdup2 (query, sizeof *query);
  copy->conditions = g_array_copy (query->conditions);
  for (guint i = 0; i < copy->conditions->len; i++)
    {
      YzCondition *condition = &g_array_index (copy->conditions, YzCondition, i);

      condition->value = condition->value != NULL ? g_variant_ref (condition->value) : NULL;
    }
  g_array_set_clear_func (copy->conditions, condition_clear);
  copy->expression = g_strdup (query->expression);
  copy->search = g_strdup (query->search);
  copy->order = g_strdup (query->order);
  return copy;
}

void
yz_query_free (YzQuery *query)
{
  g_array_unref (query->conditions);
  g_free (query->expression);
  g_free (query->search);
  g_free (query->order);
  g_free (query);
}

const YzKind *
yz_query_get_kind (const YzQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);
  return query->kind;
}

void
yz_query_add (YzQuery *query, const char *field, YzCompare compare, GVariant *value)
{
  yz_query_add_either (query, field, NULL, compare, value);
}

void
yz_query_add_either (YzQuery *query, const char *field, const char *other, YzCompare compare, GVariant *value)
{
  g_autoptr (GVariant) held = value != NULL ? g_variant_ref_sink (value) : NULL;
  YzCondition condition = { .compare = compare };

  g_return_if_fail (query != NULL);

  condition.field = yz_kind_find_field (query->kind, field);
  condition.other = other != NULL ? yz_kind_find_field (query->kind, other) : NULL;
  g_return_if_fail (condition.field != NULL && (other == NULL || condition.other != NULL));
  g_return_if_fail (held != NULL || compare == YZ_COMPARE_EMPTY || compare == YZ_COMPARE_NOT_EMPTY);

  condition.value = g_steal_pointer (&held);
  g_array_append_val (query->conditions, condition);
}

static void
replace_text (char **target, const char *text)
{
  g_free (*target);
  *target = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

void
yz_query_set_expression (YzQuery *query, const char *expression)
{
  g_return_if_fail (query != NULL);
  replace_text (&query->expression, expression);
}

void
yz_query_set_search (YzQuery *query, const char *text)
{
  g_return_if_fail (query != NULL);
  replace_text (&query->search, text);
}

void
yz_query_set_near (YzQuery *query, double lon, double lat, double metres)
{
  g_return_if_fail (query != NULL);

  query->near = TRUE;
  query->near_lon = lon;
  query->near_lat = lat;
  query->near_metres = metres;
}

void
yz_query_set_trash (YzQuery *query, YzQueryTrash trash)
{
  g_return_if_fail (query != NULL);
  query->trash = trash;
}

void
yz_query_set_order (YzQuery *query, const char *field, gboolean descending)
{
  g_return_if_fail (query != NULL);

  replace_text (&query->order, field);
  query->descending = descending;
}

void
yz_query_set_distance_order (YzQuery *query, double lon, double lat)
{
  g_return_if_fail (query != NULL);

  query->distance_order = TRUE;
  query->order_lon = lon;
  query->order_lat = lat;
}

void
yz_query_set_limit (YzQuery *query, guint limit)
{
  g_return_if_fail (query != NULL);
  query->limit = limit;
}

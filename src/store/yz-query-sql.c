/* From a query to SQL: conditions become text with numbered places, their values are bound. */
#include "config.h"

#include "yz-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yz-cell-private.h"
#include "yz-expression-private.h"
#include "yz-kinds.h"
#include "yz-search-private.h"
#include "yz-table-index-private.h"

/* A degree of latitude in metres, less than anywhere on the sphere: boxes shall be too large, not too small. */
#define METRES_PER_DEGREE 111000.0

/* As somebody types, a word that is in every name must not be ranked in all of them. */
#define MAX_CANDIDATES 2000

/* A condition that a person typed may be as slow as it likes, but not for ever. */
#define EXPRESSION_SECONDS 10

typedef struct
{
  const YzQuery *query;
  GString *sql;
  GPtrArray *values; /* of GVariant, for ?1, ?2 … */
} Build;

/* Appends the place of @value, which is taken if floating. */
static void
append_value (Build *build, GVariant *value)
{
  g_ptr_array_add (build->values, g_variant_ref_sink (value));
  g_string_append_printf (build->sql, "?%u", build->values->len);
}

static void
append_real (Build *build, double number)
{
  append_value (build, g_variant_new_double (number));
}

static const char *
compare_operator (YzCompare compare)
{
  static const char *const operators[] = { "=", "<>", "<", "<=", ">", ">=" };

  return operators[compare];
}

static void
append_in (Build *build, const YzCondition *condition)
{
  GVariantIter iter;
  GVariant *alternative;

  g_string_append_printf (build->sql, "t.%s IN (NULL", condition->field->name);
  g_variant_iter_init (&iter, condition->value);
  while ((alternative = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_string_append (build->sql, ", ");
      append_value (build, alternative);
      g_variant_unref (alternative);
    }
  g_string_append_c (build->sql, ')');
}

static void
append_contains (Build *build, const YzCondition *condition)
{
  gboolean list = condition->field->type == YZ_FIELD_LIST;

  if (list)
    g_string_append_printf (build->sql, "EXISTS (SELECT 1 FROM json_each (t.%s) WHERE instr (lower (value), lower (",
                            condition->field->name);
  else
    g_string_append_printf (build->sql, "instr (lower (t.%s), lower (", condition->field->name);
  append_value (build, condition->value);
  g_string_append (build->sql, list ? ")) > 0)" : ")) > 0");
}

/* "water" or "water:paused" of a map, an element of a list. */
static void
append_has (Build *build, const YzCondition *condition)
{
  const char *wanted = g_variant_get_string (condition->value, NULL);
  gboolean map = condition->field->type == YZ_FIELD_MAP;
  g_auto (GStrv) parts = g_strsplit (wanted, ":", map ? 2 : 1);
  const char *first = parts[0] != NULL ? parts[0] : "";

  g_string_append_printf (build->sql, "EXISTS (SELECT 1 FROM json_each (t.%s) WHERE %s = ", condition->field->name,
                          map ? "key" : "value");
  append_value (build, g_variant_new_string (map ? first : wanted));
  if (map && parts[0] != NULL && parts[1] != NULL)
    {
      g_string_append (build->sql, " AND value ->> 'state' = ");
      append_value (build, g_variant_new_string (parts[1]));
    }
  g_string_append_c (build->sql, ')');
}

static void
append_condition (Build *build, const YzCondition *condition)
{
  const char *name = condition->field->name;

  switch (condition->compare)
    {
    case YZ_COMPARE_EQUAL:
    case YZ_COMPARE_NOT_EQUAL:
    case YZ_COMPARE_LESS:
    case YZ_COMPARE_LESS_OR_EQUAL:
    case YZ_COMPARE_GREATER:
    case YZ_COMPARE_GREATER_OR_EQUAL:
      g_string_append_printf (build->sql, "t.%s %s ", name, compare_operator (condition->compare));
      append_value (build, condition->value);
      break;
    case YZ_COMPARE_CONTAINS:
      append_contains (build, condition);
      break;
    case YZ_COMPARE_IN:
      append_in (build, condition);
      break;
    case YZ_COMPARE_HAS:
      append_has (build, condition);
      break;
    case YZ_COMPARE_HAS_NOT:
      g_string_append_printf (build->sql, "t.%s IS NOT NULL AND NOT ", name);
      append_has (build, condition);
      break;
    case YZ_COMPARE_EMPTY:
      g_string_append_printf (build->sql, "t.%s IS NULL", name);
      break;
    case YZ_COMPARE_NOT_EMPTY:
      g_string_append_printf (build->sql, "t.%s IS NOT NULL", name);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_either (Build *build, const YzCondition *condition)
{
  YzCondition other = *condition;

  other.field = condition->other;
  g_string_append_c (build->sql, '(');
  append_condition (build, condition);
  g_string_append (build->sql, " OR ");
  append_condition (build, &other);
  g_string_append_c (build->sql, ')');
}

static void
append_box (Build *build, double west, double south, double east, double north)
{
  g_string_append (build->sql, " AND t.lon BETWEEN ");
  append_real (build, west);
  g_string_append (build->sql, " AND ");
  append_real (build, east);
  g_string_append (build->sql, " AND t.lat BETWEEN ");
  append_real (build, south);
  g_string_append (build->sql, " AND ");
  append_real (build, north);
}

static void
append_distance (Build *build, double lon, double lat)
{
  g_string_append (build->sql, "yz_distance (t.lon, t.lat, ");
  append_real (build, lon);
  g_string_append (build->sql, ", ");
  append_real (build, lat);
  g_string_append_c (build->sql, ')');
}

static void
append_near (Build *build)
{
  const YzQuery *query = build->query;
  double dlat = query->near_metres / METRES_PER_DEGREE;
  double dlon = dlat / fmax (cos ((fabs (query->near_lat) + dlat) * G_PI / 180), 1e-6);

  append_box (build, query->near_lon - dlon, query->near_lat - dlat, query->near_lon + dlon, query->near_lat + dlat);
  g_string_append (build->sql, " AND ");
  append_distance (build, query->near_lon, query->near_lat);
  g_string_append (build->sql, " <= ");
  append_real (build, query->near_metres);
}

/* Whether the best of some matches will do: a few are wanted, in the order of the search. */
static gboolean
is_bounded (const YzQuery *query)
{
  return query->limit > 0 && query->limit < MAX_CANDIDATES && !query->near && query->expression == NULL &&
         query->order == NULL && !query->distance_order;
}

static void append_conditions (Build *build);

/* Only so many of those that meet the conditions, too: the join keeps the order of the index and ends early. */
static void
append_candidates (Build *build, const char *match)
{
  g_string_append_printf (build->sql,
                          " AND t.row IN (SELECT s.rowid FROM search_%1$s AS s CROSS JOIN %1$s AS t"
                          " ON t.row = s.rowid",
                          build->query->kind->name);
  append_conditions (build);
  g_string_append_printf (build->sql, " AND search_%s MATCH ", build->query->kind->name);
  append_value (build, g_variant_new_string (match));
  g_string_append_printf (build->sql, " LIMIT %d)", MAX_CANDIDATES);
}

/* Nothing to search for finds nothing: punctuation alone matches no record. */
static gboolean
append_search (Build *build, GError **error)
{
  const YzQuery *query = build->query;
  g_autofree char *match = query->search != NULL ? yz_search_make_match (query->search) : NULL;

  if (query->search == NULL)
    return TRUE;
  if (!yz_search_has (query->kind))
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY, _ ("Records of the kind “%s” cannot be searched"),
                   _ (query->kind->title));
      return FALSE;
    }
  if (match == NULL)
    {
      g_string_append (build->sql, " AND 0");
      return TRUE;
    }
  if (is_bounded (query))
    {
      append_candidates (build, match);
      return TRUE;
    }
  g_string_append_printf (build->sql, " AND t.row IN (SELECT rowid FROM search_%1$s WHERE search_%1$s MATCH ",
                          query->kind->name);
  append_value (build, g_variant_new_string (match));
  g_string_append_c (build->sql, ')');
  return TRUE;
}

static void
append_conditions (Build *build)
{
  const YzQuery *query = build->query;

  /* SQLite takes any equality for rare unless it is told */
  g_string_append (build->sql, query->trash == YZ_QUERY_TRASHED ? " WHERE t.gone = 1" : " WHERE likely (t.gone = 0)");
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const YzCondition *condition = &g_array_index (query->conditions, YzCondition, i);

      g_string_append (build->sql, " AND ");
      (condition->other != NULL ? append_either : append_condition) (build, condition);
    }
  if (query->near)
    append_near (build);
}

static gboolean
is_text (const YzField *field)
{
  return field->type == YZ_FIELD_TEXT || field->type == YZ_FIELD_NOTE;
}

/* Whether few records may meet the conditions, and the index of lists tells which. */
static gboolean
picks_few (const YzQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const YzCondition *condition = &g_array_index (query->conditions, YzCondition, i);

      if (condition->compare != YZ_COMPARE_NOT_EQUAL && yz_table_index_has (query->kind, condition->field->name))
        return TRUE;
    }
  return query->search != NULL;
}

/* In the index of titles each record has to be looked up for its conditions: that pays where the first will do for a
   page, or where there are none. SQLite would always do so; the "+" hides the index from it. */
static gboolean
walks_titles (const YzQuery *query)
{
  return query->conditions->len == 0 || (query->limit > 0 && !picks_few (query));
}

/* The title's key is kept in an index; those of other texts are made for the question. */
static gboolean
append_field_order (Build *build, GError **error)
{
  const YzQuery *query = build->query;
  const YzField *field = yz_kind_find_field (query->kind, query->order);

  if (field == NULL && !g_str_equal (query->order, "created") && !g_str_equal (query->order, "changed"))
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY, _ ("There is no field “%s” to sort by"), query->order);
      return FALSE;
    }
  if (field != NULL && g_str_equal (field->name, query->kind->title_field))
    g_string_append (build->sql, walks_titles (query) ? "t.title_key" : "+t.title_key");
  else if (field != NULL && is_text (field))
    g_string_append_printf (build->sql, "yz_sort_key (t.%s)", field->name);
  else
    g_string_append_printf (build->sql, "t.%s", query->order);
  g_string_append (build->sql, query->descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
  return TRUE;
}

static void
append_distance_order (Build *build)
{
  const YzQuery *query = build->query;

  append_distance (build, query->distance_order ? query->order_lon : query->near_lon,
                   query->distance_order ? query->order_lat : query->near_lat);
  g_string_append (build->sql, " ASC NULLS LAST, ");
}

static gboolean
is_newest_first (const YzQuery *query)
{
  const YzField *field = query->order != NULL ? yz_kind_find_field (query->kind, query->order) : NULL;

  return query->descending && field != NULL && field->type == YZ_FIELD_TIME;
}

static gboolean
append_order (Build *build, GError **error)
{
  const YzQuery *query = build->query;

  g_string_append (build->sql, " ORDER BY ");
  if (query->order != NULL && !append_field_order (build, error))
    return FALSE;
  if (query->order == NULL && (query->distance_order || query->near))
    append_distance_order (build);
  else if (query->order == NULL && query->search != NULL)
    {
      g_string_append_printf (build->sql, "yz_rank (t.%s, ", query->kind->title_field);
      append_value (build, g_variant_new_string (query->search));
      g_string_append (build->sql, "), ");
    }
  g_string_append (build->sql, is_newest_first (query) ? "t.row DESC" : "t.row");
  if (query->limit > 0)
    g_string_append_printf (build->sql, " LIMIT %u", query->limit);
  return TRUE;
}

static gboolean
names_record (const YzKind *kind, const YzField *field)
{
  return g_str_equal (field->name, kind->title_field) || g_str_equal (field->name, "code") ||
         (field->flags & YZ_FIELD_UNIQUE) != 0;
}

/* For a record that is referred to a person types what they call it, not only its id. */
static void
append_typed_reference (Build *build, const YzCondition *condition)
{
  const YzKind *kind = yz_kinds_find (condition->field->ref_kind);

  g_string_append_printf (build->sql, "t.%s %s (SELECT id FROM %s WHERE id = ", condition->field->name,
                          condition->compare == YZ_COMPARE_EQUAL ? "IN" : "NOT IN", kind->name);
  append_value (build, condition->value);
  for (guint i = 0; i < kind->n_fields; i++)
    if (names_record (kind, &kind->fields[i]))
      {
        g_string_append_printf (build->sql, " OR %s = ", kind->fields[i].name);
        append_value (build, condition->value);
      }
  g_string_append_c (build->sql, ')');
}

static void
append_plain (Build *build, const YzCondition *plain)
{
  gboolean equality = plain->compare == YZ_COMPARE_EQUAL || plain->compare == YZ_COMPARE_NOT_EQUAL;

  g_string_append (build->sql, " AND ");
  if (plain->field->type == YZ_FIELD_REF && equality)
    append_typed_reference (build, plain);
  else
    append_condition (build, plain);
}

static gboolean
append_expression (Build *build, YzDatabase *database, GError **error)
{
  const YzQuery *query = build->query;
  YzCondition plain;

  if (query->expression == NULL)
    return TRUE;
  yz_expression_parse_plain (query->kind, query->expression, &plain);
  if (plain.field != NULL)
    {
      append_plain (build, &plain);
      g_clear_pointer (&plain.value, g_variant_unref);
      return TRUE;
    }
  if (!yz_expression_check (database, query->kind, query->expression, error))
    return FALSE;
  g_string_append_printf (build->sql, " AND (\n%s\n)", query->expression);
  yz_database_set_time_limit (database, EXPRESSION_SECONDS);
  return TRUE;
}

static gboolean
check_place (const YzQuery *query, GError **error)
{
  if ((!query->near && !query->distance_order) || yz_kind_find_field (query->kind, "lon") != NULL)
    return TRUE;
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY, _ ("Records of the kind “%s” have no position"),
               _ (query->kind->title));
  return FALSE;
}

static void
bind_values (YzStatement *statement, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      g_auto (YzCell) cell = { 0 };

      yz_cell_from_value (&cell, g_ptr_array_index (values, i));
      if (cell.type == SQLITE_TEXT)
        sqlite3_bind_text (statement, 1 + (int) i, cell.text, (int) cell.length, SQLITE_TRANSIENT);
      else
        yz_cell_bind (&cell, statement, 1 + (int) i);
    }
}

YzStatement *
yz_query_prepare (YzDatabase *database, const YzQuery *query, const char *columns, const char *tail, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  Build build = { .query = query, .sql = sql, .values = values };
  YzStatement *statement;

  if (!check_place (query, error))
    return NULL;
  g_string_append_printf (sql, "SELECT %s FROM %s AS t", columns, query->kind->name);
  append_conditions (&build);
  if (!append_search (&build, error) || !append_expression (&build, database, error))
    return NULL;
  if (tail != NULL)
    g_string_append (sql, tail);
  else if (!append_order (&build, error))
    return NULL;

  statement = yz_database_prepare (database, sql->str, error);
  if (statement != NULL)
    bind_values (statement, values);
  return statement;
}

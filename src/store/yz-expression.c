/*
 * Two ways to type a condition. A plain comparison, "state=开放", has its value read like any other value of the field.
 * Everything else is SQL: SQLite's own authorizer decides what may stand in it, not a parser of ours.
 */
#include "config.h"

#include "yz-expression-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const char *const functions[] = {
  "abs", "coalesce", "date", "glob", "ifnull", "iif", "instr", "json_array_length", "json_extract", "->",
  "->>", "length", "like", "lower", "ltrim", "max", "min", "nullif", "replace", "round", "rtrim", "substr",
  "trim", "yz_distance", "upper", NULL,
};
/* clang-format on */

static const struct
{
  const char *text;
  YzCompare compare;
  /* clang-format off */
} operators[] = {
  /* the longer ones first */
  { "!=", YZ_COMPARE_NOT_EQUAL },       { "<>", YZ_COMPARE_NOT_EQUAL }, { ">=", YZ_COMPARE_GREATER_OR_EQUAL },
  { "<=", YZ_COMPARE_LESS_OR_EQUAL },   { "=", YZ_COMPARE_EQUAL },      { ">", YZ_COMPARE_GREATER },
  { "<", YZ_COMPARE_LESS },             { "~", YZ_COMPARE_CONTAINS },
};
/* clang-format on */

static gboolean
is_compound (const char *value)
{
  return strpbrk (value, "'\"()") != NULL ||
         g_regex_match_simple ("\\s(and|or|is|in|like|between)\\s", value, G_REGEX_CASELESS, 0);
}

/* An empty value asks for empty fields; of a list or map the elements are asked for. */
static gboolean
read_value (YzCondition *condition, const char *text)
{
  gboolean container = condition->field->type == YZ_FIELD_LIST || condition->field->type == YZ_FIELD_MAP;
  gboolean negative = condition->compare == YZ_COMPARE_NOT_EQUAL;

  if (*text == '\0')
    {
      if (!negative && condition->compare != YZ_COMPARE_EQUAL)
        return FALSE;
      condition->compare = negative ? YZ_COMPARE_NOT_EMPTY : YZ_COMPARE_EMPTY;
      return TRUE;
    }
  if (container && (negative || condition->compare == YZ_COMPARE_EQUAL))
    condition->compare = negative ? YZ_COMPARE_HAS_NOT : YZ_COMPARE_HAS;
  if (container || condition->compare == YZ_COMPARE_CONTAINS)
    {
      condition->value = g_variant_ref_sink (g_variant_new_string (text));
      return TRUE;
    }
  return yz_field_parse (condition->field, text, &condition->value, NULL) && condition->value != NULL;
}

void
yz_expression_parse_plain (const YzKind *kind, const char *text, YzCondition *condition)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gsize length = strspn (copy, "abcdefghijklmnopqrstuvwxyz0123456789_");
  g_autofree char *name = g_strndup (copy, length);
  const char *rest = copy + length + strspn (copy + length, " ");

  *condition = (YzCondition){ .field = yz_kind_find_field (kind, name) };
  for (guint i = 0; condition->field != NULL && i < G_N_ELEMENTS (operators); i++)
    {
      const char *value;

      if (!g_str_has_prefix (rest, operators[i].text))
        continue;
      value = rest + strlen (operators[i].text);
      value += strspn (value, " ");
      condition->compare = operators[i].compare;
      if (!is_compound (value) && read_value (condition, value))
        return;
      break;
    }
  condition->field = NULL;
}

typedef struct
{
  const YzKind *kind;
  guint n_selects;
  char *refused;
} Authority;

static gboolean
may_read (const YzKind *kind, const char *table, const char *column)
{
  if (!g_str_equal (table, kind->name))
    return FALSE;
  return g_str_equal (column, "id") || *column == '\0' || yz_kind_find_field (kind, column) != NULL;
}

static int
authorize (void *data, int what, const char *first, const char *second, const char *database, const char *trigger)
{
  Authority *authority = data;

  if (what == SQLITE_SELECT && authority->n_selects++ == 0)
    return SQLITE_OK;
  if (what == SQLITE_READ && may_read (authority->kind, first, second))
    return SQLITE_OK;
  if (what == SQLITE_FUNCTION && g_strv_contains (functions, second))
    return SQLITE_OK;

  g_free (authority->refused);
  authority->refused = g_strdup (what == SQLITE_SELECT ? "SELECT" : second);
  return SQLITE_DENY;
}

static gboolean
compile (sqlite3 *handle, const char *sql, const Authority *authority, GError **error)
{
  sqlite3_stmt *statement = NULL;
  const char *tail = NULL;
  int code = sqlite3_prepare_v2 (handle, sql, -1, &statement, &tail);
  int n_parameters = sqlite3_bind_parameter_count (statement);

  sqlite3_finalize (statement);
  if (code == SQLITE_OK && n_parameters == 0 && *tail == '\0')
    return TRUE;
  if (authority->refused != NULL)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY, _ ("“%s” may not be used in a condition"),
                 authority->refused);
  else
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY, _ ("The condition cannot be understood: %s"),
                 code != SQLITE_OK ? sqlite3_errmsg (handle) : "?");
  return FALSE;
}

/* In brackets, and between words that brackets cannot cross: what fits both is one whole expression. */
static const struct
{
  const char *before;
  const char *after;
  /* clang-format off */
} frames[] = {
  { "(\n", "\n)" },
  { "CASE WHEN\n", "\nTHEN 1 END" },
};
/* clang-format on */

gboolean
yz_expression_check (YzDatabase *database, const YzKind *kind, const char *text, GError **error)
{
  sqlite3 *handle = yz_database_get_handle (database);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < G_N_ELEMENTS (frames); i++)
    {
      Authority authority = { .kind = kind };
      g_autofree char *sql =
        g_strconcat ("SELECT 1 FROM ", kind->name, " AS t WHERE ", frames[i].before, text, frames[i].after, NULL);

      sqlite3_set_authorizer (handle, authorize, &authority);
      ok = compile (handle, sql, &authority, error);
      sqlite3_set_authorizer (handle, NULL, NULL);
      g_free (authority.refused);
    }
  return ok;
}

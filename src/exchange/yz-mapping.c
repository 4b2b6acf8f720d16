#include "config.h"

#include "yz-mapping.h"

#include "yz-heading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _YzMapping
{
  const YzKind *kind;
  GArray *columns; /* YzMappedColumn */
  gboolean has_datum;
  YzDatum datum;
};

static void
clear_column (gpointer data)
{
  YzMappedColumn *column = data;

  g_clear_pointer (&column->key, g_free);
}

YzMapping *
yz_mapping_new (const YzKind *kind, guint n_columns)
{
  YzMapping *mapping = g_new0 (YzMapping, 1);

  mapping->kind = kind;
  mapping->columns = g_array_sized_new (FALSE, TRUE, sizeof (YzMappedColumn), n_columns);
  g_array_set_clear_func (mapping->columns, clear_column);
  g_array_set_size (mapping->columns, n_columns);
  return mapping;
}

static YzMappedColumn *
get_column (const YzMapping *mapping, guint column)
{
  return &g_array_index (mapping->columns, YzMappedColumn, column);
}

YzMapping *
yz_mapping_copy (const YzMapping *mapping)
{
  YzMapping *copy = yz_mapping_new (mapping->kind, mapping->columns->len);

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      *get_column (copy, i) = *get_column (mapping, i);
      get_column (copy, i)->key = g_strdup (get_column (mapping, i)->key);
    }
  copy->has_datum = mapping->has_datum;
  copy->datum = mapping->datum;
  return copy;
}

void
yz_mapping_free (YzMapping *mapping)
{
  g_clear_pointer (&mapping->columns, g_array_unref);
  g_free (mapping);
}

const YzKind *
yz_mapping_get_kind (const YzMapping *mapping)
{
  return mapping->kind;
}

guint
yz_mapping_get_n_columns (const YzMapping *mapping)
{
  return mapping->columns->len;
}

const YzMappedColumn *
yz_mapping_get_column (const YzMapping *mapping, guint column)
{
  g_return_val_if_fail (column < mapping->columns->len, NULL);
  return get_column (mapping, column);
}

static gboolean
is_same_target (const YzMappedColumn *column, YzTarget target, const YzField *field, const char *key)
{
  if (target == YZ_TARGET_IGNORE || column->target != target || column->field != field)
    return FALSE;
  /* several columns of telephones make one list */
  if (target == YZ_TARGET_FIELD && (field->type == YZ_FIELD_LIST || field->type == YZ_FIELD_MAP))
    return FALSE;
  return g_strcmp0 (column->key, key) == 0;
}

void
yz_mapping_set_column (YzMapping *mapping, guint column, YzTarget target, const YzField *field, const char *key,
                       double confidence)
{
  YzMappedColumn *changed;

  g_return_if_fail (column < mapping->columns->len);

  for (guint i = 0; i < mapping->columns->len; i++)
    if (is_same_target (get_column (mapping, i), target, field, key))
      {
        clear_column (get_column (mapping, i));
        *get_column (mapping, i) = (YzMappedColumn){ YZ_TARGET_IGNORE };
      }

  changed = get_column (mapping, column);
  clear_column (changed);
  *changed = (YzMappedColumn){ target, field, g_strdup (key), confidence };
}

int
yz_mapping_find_field (const YzMapping *mapping, const char *name)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    if (get_column (mapping, i)->target == YZ_TARGET_FIELD && g_str_equal (get_column (mapping, i)->field->name, name))
      return i;
  return -1;
}

int
yz_mapping_find_pair (const YzMapping *mapping)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    if (get_column (mapping, i)->target == YZ_TARGET_PAIR)
      return i;
  return -1;
}

gboolean
yz_mapping_get_datum (const YzMapping *mapping, YzDatum *datum)
{
  if (mapping->has_datum)
    *datum = mapping->datum;
  return mapping->has_datum;
}

void
yz_mapping_set_datum (YzMapping *mapping, YzDatum datum)
{
  mapping->has_datum = TRUE;
  mapping->datum = datum;
}

void
yz_mapping_unset_datum (YzMapping *mapping)
{
  mapping->has_datum = FALSE;
}

gboolean
yz_mapping_set_target (YzMapping *mapping, guint column, const char *name, GError **error)
{
  const char *dot = strchr (name, '.');
  g_autofree char *head = dot != NULL ? g_strndup (name, dot - name) : g_strdup (name);
  const YzField *field = yz_kind_find_field (mapping->kind, head);

  if (*name == '\0' || g_str_equal (name, "-"))
    yz_mapping_set_column (mapping, column, YZ_TARGET_IGNORE, NULL, NULL, 1);
  else if (g_str_equal (name, "position") && yz_kind_find_field (mapping->kind, "lon") != NULL)
    yz_mapping_set_column (mapping, column, YZ_TARGET_PAIR, NULL, NULL, 1);
  else if (field != NULL && dot != NULL && field->type == YZ_FIELD_MAP)
    yz_mapping_set_column (mapping, column, YZ_TARGET_ELEMENT, field, dot + 1, 1);
  else if (field != NULL && dot == NULL && (field->flags & YZ_FIELD_INTERNAL) == 0)
    yz_mapping_set_column (mapping, column, YZ_TARGET_FIELD, field, NULL, 1);
  else
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING, _ ("There is no field “%s”"), name);
      return FALSE;
    }
  return TRUE;
}

/* By exactly what is written, then by what it means, then by its number, "#3". */
static int
find_heading (const YzSheet *sheet, const char *heading)
{
  g_autofree char *folded = yz_heading_fold (heading);
  guint n = yz_sheet_get_n_columns (sheet);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (yz_sheet_get_heading (sheet, i), heading))
      return i;
  for (guint i = 0; i < n && *folded != '\0'; i++)
    {
      g_autofree char *other = yz_heading_fold (yz_sheet_get_heading (sheet, i));

      if (g_str_equal (other, folded))
        return i;
    }
  if (*heading == '#')
    {
      guint64 number = g_ascii_strtoull (heading + 1, NULL, 10);

      return number >= 1 && number <= n ? (int) number - 1 : -1;
    }
  return -1;
}

static gboolean
apply_entry (YzMapping *mapping, const YzSheet *sheet, const char *entry, GError **error)
{
  const char *equals = strrchr (entry, '=');
  g_autofree char *heading = NULL;
  g_autofree char *target = NULL;
  int column;

  if (equals == NULL)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING, _ ("“%s” is not heading=field"), entry);
      return FALSE;
    }
  heading = g_strstrip (g_strndup (entry, equals - entry));
  target = g_strstrip (g_strdup (equals + 1));
  column = find_heading (sheet, heading);
  if (column < 0)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING, _ ("There is no column “%s”"), heading);
      return FALSE;
    }
  return yz_mapping_set_target (mapping, column, target, error);
}

gboolean
yz_mapping_apply_text (YzMapping *mapping, const YzSheet *sheet, const char *text, GError **error)
{
  g_autoptr (GString) entry = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (*p == '\\' && (p[1] == ',' || p[1] == '\\'))
        g_string_append_c (entry, *++p);
      else if (*p == ',' || *p == '\0')
        {
          if (entry->len > 0 && !apply_entry (mapping, sheet, entry->str, error))
            return FALSE;
          g_string_truncate (entry, 0);
        }
      else
        g_string_append_c (entry, *p);
      if (*p == '\0')
        return TRUE;
    }
}

char *
yz_mapping_get_target_name (const YzMapping *mapping, guint column)
{
  const YzMappedColumn *mapped = yz_mapping_get_column (mapping, column);

  switch (mapped->target)
    {
    case YZ_TARGET_FIELD:
      return g_strdup (mapped->field->name);
    case YZ_TARGET_PAIR:
      return g_strdup ("position");
    case YZ_TARGET_ELEMENT:
      return g_strdup_printf ("%s.%s", mapped->field->name, mapped->key);
    case YZ_TARGET_IGNORE:
    default:
      return g_strdup ("-");
    }
}

char *
yz_mapping_to_text (const YzMapping *mapping, const YzSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      g_autofree char *target = yz_mapping_get_target_name (mapping, i);
      const char *heading = yz_sheet_get_heading (sheet, i);

      if (text->len > 0)
        g_string_append_c (text, ',');
      /* two columns with one heading are told apart by their numbers */
      if (*heading == '\0' || find_heading (sheet, heading) != (int) i)
        g_string_append_printf (text, "#%u", i + 1);
      for (const char *p = heading; *heading != '\0' && find_heading (sheet, heading) == (int) i && *p != '\0'; p++)
        {
          if (*p == ',' || *p == '\\')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
      g_string_append_printf (text, "=%s", target);
    }
  return g_string_free (text, FALSE);
}

char *
yz_mapping_fingerprint (const YzKind *kind, const YzSheet *sheet)
{
  g_autoptr (GString) headings = g_string_new (kind->name);
  g_autofree char *sum = NULL;

  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *folded = yz_heading_fold (yz_sheet_get_heading (sheet, i));

      g_string_append_printf (headings, "\n%s", folded);
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, headings->str, headings->len);
  return g_strndup (sum, 32);
}

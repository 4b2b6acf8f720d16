/* What a row does to a record: replace what it says, keep what it does not contradict. */
#include "config.h"

#include "yz-sheet-row.h"

#include "yz-elements.h"
#include "yz-mask.h"

#include <string.h>

#define SAME_PLACE 0.5 /* metres: what writing degrees with six decimals and a datum there and back costs */

static const char *const position_fields[] = { "lon", "lat", "datum", "accuracy" };

static int
find_index (const YzSheetRow *row, const char *name)
{
  const YzField *field = yz_kind_find_field (row->kind, name);

  return field != NULL ? (int) yz_kind_get_index (row->kind, field) : -1;
}

/* The list of what the record has where a masked number of the row fits it. */
static GVariant *
unmask_list (GVariant *value, GVariant *known)
{
  g_autofree const char **texts = g_variant_get_strv (value, NULL);
  g_autofree const char **others = g_variant_get_strv (known, NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    for (guint j = 0; strchr (texts[i], '*') != NULL && others[j] != NULL; j++)
      {
        g_autofree char *masked = yz_mask_phone (others[j]);

        if (g_str_equal (masked, texts[i]))
          texts[i] = others[j];
      }
  return g_variant_ref_sink (g_variant_new_strv (texts, -1));
}

static GVariant *
unmask (const YzField *field, GVariant *value, GVariant *known)
{
  g_autoptr (GVariant) masked = NULL;

  if (value == NULL || known == NULL)
    return value != NULL ? g_variant_ref (value) : NULL;
  if (field->type == YZ_FIELD_LIST)
    return unmask_list (value, known);
  masked = yz_mask_value (field, known);
  return g_variant_ref (yz_field_equal (masked, value) ? known : value);
}

/* A list of services says what there is: one that is planned or cannot be had is not contradicted by silence. */
static GVariant *
keep_other_states (const YzField *field, GVariant *value, GVariant *known)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *nick, *since;
  g_autoptr (GVariant) kept = NULL;

  if (known == NULL || value == NULL)
    return value != NULL ? g_variant_ref (value) : NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  g_variant_iter_init (&iter, known);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &key, &nick, &since))
    {
      const char *new_nick, *new_since;

      if (!g_variant_lookup (value, key, "(&s&s)", &new_nick, &new_since))
        {
          if (!g_str_equal (nick, field->choices[0].nick))
            g_variant_builder_add (&builder, "{s(ss)}", key, nick, since);
        }
      else if (*new_since == '\0' && g_str_equal (nick, new_nick))
        g_variant_builder_add (&builder, "{s(ss)}", key, nick, since);
    }
  kept = g_variant_ref_sink (g_variant_builder_end (&builder));
  return yz_elements_add (field, value, kept);
}

static GVariant *
merge_elements (const YzField *field, const YzSheetRow *row, guint index, GVariant *known)
{
  g_autoptr (GVariant) kept = yz_elements_remove (field, known, row->removed[index]);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *nick, *since;
  g_autoptr (GVariant) added = NULL;

  if (row->values[index] == NULL)
    return g_steal_pointer (&kept);
  /* "yes" does not say since when: what is known about that stays */
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  g_variant_iter_init (&iter, row->values[index]);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &key, &nick, &since))
    {
      const char *old_nick, *old_since;

      if (known != NULL && g_variant_lookup (known, key, "(&s&s)", &old_nick, &old_since) &&
          g_str_equal (old_nick, nick))
        since = old_since;
      g_variant_builder_add (&builder, "{s(ss)}", key, nick, since);
    }
  added = g_variant_ref_sink (g_variant_builder_end (&builder));
  return yz_elements_add (field, kept, added);
}

static GVariant *
merge_value (const YzSheetRow *row, guint index, GVariant *known)
{
  const YzField *field = &row->kind->fields[index];

  if (row->presence[index] == YZ_ROW_ELEMENTS)
    return merge_elements (field, row, index, known);
  if (known != NULL && yz_field_equal (row->values[index], known))
    return g_variant_ref (known);
  if (field->type == YZ_FIELD_MAP)
    return keep_other_states (field, row->values[index], known);
  return unmask (field, row->values[index], known);
}

static gboolean
is_one_of (const char *name, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      return TRUE;
  return FALSE;
}

static gboolean
has_same_position (const YzSheetRow *row, YzRecord *before)
{
  YzPosition there, here;

  if (!yz_sheet_row_get_position (row, &there) || yz_record_get (before, "lon") == NULL ||
      yz_record_get (before, "lat") == NULL)
    return FALSE;
  here = (YzPosition){ yz_record_get_real (before, "lon"), yz_record_get_real (before, "lat") };
  return yz_position_distance (here, there) < SAME_PLACE;
}

/* The hours that were made of a text stay with the text: perhaps somebody has put them right since. */
static gboolean
has_same_hours_text (const YzSheetRow *row, YzRecord *before)
{
  const char *text = yz_sheet_row_get_text (row, "hours_text");

  return text != NULL && g_strcmp0 (text, yz_record_get_text (before, "hours_text")) == 0;
}

static gboolean
is_derived_hours (const YzSheetRow *row, guint index)
{
  return g_str_equal (row->kind->fields[index].name, "hours") && yz_sheet_row_get_text (row, "hours_text") != NULL;
}

static gboolean
is_touched (const YzSheetRow *row, guint index, gboolean clear_empty)
{
  switch ((YzRowPresence) row->presence[index])
    {
    case YZ_ROW_VALUE:
    case YZ_ROW_ELEMENTS:
      return TRUE;
    case YZ_ROW_EMPTY:
      return clear_empty && (row->kind->fields[index].flags & YZ_FIELD_REQUIRED) == 0;
    case YZ_ROW_ABSENT:
    case YZ_ROW_UNREAD:
    default:
      return FALSE;
    }
}

/* @after: a copy of @before */
static void
merge_into (YzRecord *after, const YzSheetRow *row, YzRecord *before, gboolean clear_empty)
{
  gboolean same_position = find_index (row, "lon") >= 0 && has_same_position (row, before);
  gboolean same_hours = find_index (row, "hours_text") >= 0 && has_same_hours_text (row, before);

  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      g_autoptr (GVariant) value = NULL;

      if (!is_touched (row, i, clear_empty) ||
          (same_position && is_one_of (row->kind->fields[i].name, position_fields, G_N_ELEMENTS (position_fields))) ||
          (same_hours && is_derived_hours (row, i)))
        continue;
      if (row->presence[i] != YZ_ROW_EMPTY)
        value = merge_value (row, i, yz_record_get_at (before, i));
      yz_record_set_at (after, i, value);
    }
}

YzRecord *
yz_sheet_row_merge (const YzSheetRow *row, YzRecord *before, gboolean clear_empty)
{
  YzRecord *after = yz_record_copy (before);

  merge_into (after, row, before, clear_empty);
  return after;
}

YzRecord *
yz_sheet_row_make (const YzSheetRow *row, YzRecord *blank, const char *id, gboolean clear_empty)
{
  YzRecord *made = yz_record_copy_as (blank, id);

  merge_into (made, row, blank, clear_empty);
  return made;
}

static void
add_alias (YzRecord *record, const char *name)
{
  const YzField *field = yz_kind_find_field (yz_record_get_kind (record), "aliases");
  const char *const names[] = { name, NULL };
  g_autoptr (GVariant) added = NULL, sum = NULL;

  if (field == NULL || name == NULL || g_str_equal (name, yz_record_get_title (record)))
    return;
  added = g_variant_ref_sink (g_variant_new_strv (names, -1));
  sum = yz_elements_add (field, yz_record_get (record, "aliases"), added);
  yz_record_set (record, "aliases", sum);
}

YzRecord *
yz_sheet_row_fill (const YzSheetRow *row, YzRecord *before)
{
  YzRecord *after = yz_record_copy (before);
  gboolean has_position = find_index (row, "lon") >= 0 && yz_record_get (before, "lon") != NULL;
  gboolean has_hours = find_index (row, "hours") >= 0 &&
                       (yz_record_get (before, "hours") != NULL || yz_record_get (before, "hours_text") != NULL);

  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const YzField *field = &row->kind->fields[i];
      GVariant *known = yz_record_get_at (before, i);
      g_autoptr (GVariant) value = NULL;

      if (row->values[i] == NULL ||
          (has_position && is_one_of (field->name, position_fields, G_N_ELEMENTS (position_fields))) ||
          (has_hours && g_str_has_prefix (field->name, "hours")))
        continue;
      if (known != NULL && (field->type == YZ_FIELD_LIST || field->type == YZ_FIELD_MAP))
        {
          g_autoptr (GVariant) shown = unmask (field, row->values[i], known);

          /* what A says about its own services wins: only what it lacks is added */
          value = field->type == YZ_FIELD_LIST ? yz_elements_add (field, known, shown)
                                               : yz_elements_add (field, row->values[i], known);
          yz_record_set_at (after, i, value);
        }
      else if (known == NULL)
        yz_record_set_at (after, i, row->values[i]);
    }
  add_alias (after, yz_sheet_row_get_text (row, row->kind->title_field));
  return after;
}

#include "config.h"

#include "yz-record-facts.h"

#include "yz-kinds.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

#define NAMED 5

static void
fact_free (gpointer data)
{
  YzRecordFact *fact = data;

  g_free (fact->title);
  g_free (fact->text);
  g_free (fact->symbol);
  g_free (fact);
}

static void
add_fact (GPtrArray *facts, const char *title, const char *text, const char *symbol)
{
  YzRecordFact *fact;

  if (*text == '\0')
    return;
  fact = g_new (YzRecordFact, 1);
  fact->title = g_strdup (title);
  fact->text = g_strdup (text);
  fact->symbol = g_strdup (symbol);
  g_ptr_array_add (facts, fact);
}

GPtrArray *
yz_record_facts_new (YzStore *store, YzRecord *record, gboolean reveal)
{
  const YzKind *kind = yz_record_get_kind (record);
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if ((field->flags & YZ_FIELD_INTERNAL) != 0 || g_str_equal (field->name, kind->title_field))
        continue;
      text = yz_value_to_words (store, field, yz_record_get_at (record, i), reveal);
      add_fact (facts, _ (field->title), text,
                (field->flags & YZ_FIELD_SYMBOL) != 0 ? yz_record_get_text (record, field->name) : NULL);
    }
  return facts;
}

/* Returns: (transfer full) (nullable): the names of the first records, %NULL with an error */
static char *
name_first (YzStore *store, const YzKind *kind, GArray *rows, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (rows->len, NAMED); i++)
    {
      g_autoptr (YzRecord) record = yz_store_load_row (store, kind, g_array_index (rows, gint64, i), error);
      g_autofree char *name = record != NULL ? yz_record_to_words (record, FALSE) : NULL;

      if (name == NULL)
        return NULL;
      if (names->len > 0)
        g_string_append (names, _ (", "));
      g_string_append (names, name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
add_references (GPtrArray *facts, YzStore *store, const YzKind *kind, const YzField *field, const char *id,
                GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *names = NULL, *title = NULL, *text = NULL;

  yz_query_add (query, field->name, YZ_COMPARE_EQUAL, g_variant_new_string (id));
  rows = yz_store_query (store, query, NULL, error);
  if (rows == NULL || rows->len == 0)
    return rows != NULL;

  names = name_first (store, kind, rows, error);
  if (names == NULL)
    return FALSE;
  /* Translators: what is listed and how many there are, "Stations: 12" */
  title = g_strdup_printf (_ ("%s: %u"), _ (kind->title_plural), rows->len);
  text = rows->len > NAMED ? g_strdup_printf (_ ("%s …"), names) : g_strdup (names);
  add_fact (facts, title, text, NULL);
  return TRUE;
}

GPtrArray *
yz_record_facts_new_references (YzStore *store, YzRecord *record, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (fact_free);
  const YzKind *kind = yz_record_get_kind (record);
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const YzField *field = &kinds[i]->fields[j];

        if (field->type == YZ_FIELD_REF && g_str_equal (field->ref_kind, kind->name) &&
            !add_references (facts, store, kinds[i], field, yz_record_get_id (record), error))
          return NULL;
      }
  return g_steal_pointer (&facts);
}

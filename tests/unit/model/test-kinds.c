/* Every kind's table, looked at as a whole: a slip in one line of it would show in five other rooms. */
#include "yz-kinds.h"
#include "yz-service-catalogue.h"

static gboolean
is_column_name (const char *name)
{
  static const char *const taken[] = { "row", "id", "gone", "gone_at", "created", "changed", "ck", "title", NULL };

  return g_regex_match_simple ("^[a-z][a-z0-9_]*$", name, 0, 0) && !g_strv_contains (taken, name);
}

static void
check_field (const YzKind *kind, const YzField *field)
{
  g_autoptr (GVariant) initial = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s.%s", kind->name, field->name);
  g_assert_true (is_column_name (field->name));
  g_assert_true (yz_kind_find_field (kind, field->name) == field); /* no name twice */
  g_assert_cmpstr (field->title, !=, NULL);
  g_assert_true ((field->type == YZ_FIELD_CHOICE || field->type == YZ_FIELD_MAP) == (field->choices != NULL));
  g_assert_true ((field->type == YZ_FIELD_REF || field->type == YZ_FIELD_MAP) == (field->ref_kind != NULL));
  g_assert_true (field->ref_kind == NULL || yz_kinds_find (field->ref_kind) != NULL);
  g_assert_true ((field->flags & YZ_FIELD_PHONETIC) == 0 || (field->flags & YZ_FIELD_SEARCHED) != 0);
  g_assert_true (yz_field_parse (field, field->initial, &initial, &error));
  g_assert_no_error (error);
}

static void
test_tables (void)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_assert_true (yz_kinds_find (kinds[i]->name) == kinds[i]);
      g_assert_nonnull (yz_kind_find_field (kinds[i], kinds[i]->title_field));
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        check_field (kinds[i], &kinds[i]->fields[j]);
    }
}

/* One heading must not mean two fields of a kind. */
static void
test_synonyms_are_unique (void)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          const char *synonyms = kinds[i]->fields[j].synonyms;
          g_auto (GStrv) words = g_strsplit (synonyms != NULL ? synonyms : "", "|", -1);

          for (guint k = 0; words[k] != NULL; k++)
            if (!g_hash_table_add (seen, g_strdup (words[k])))
              {
                g_test_fail_printf ("%s: “%s” stands twice", kinds[i]->name, words[k]);
                return;
              }
        }
    }
}

static void
test_catalogue (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_seeds, standard = 0;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  for (guint i = 0; i < n_seeds; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) seeds[i].code));
      g_assert_cmpint (g_utf8_strlen (seeds[i].short_name, -1), >=, 2);
      g_assert_cmpint (g_utf8_strlen (seeds[i].short_name, -1), <=, 5);
      standard += seeds[i].standard;
    }
  g_assert_cmpuint (standard, ==, 15);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/kinds/tables", test_tables);
  g_test_add_func ("/model/kinds/synonyms-are-unique", test_synonyms_are_unique);
  g_test_add_func ("/model/kinds/catalogue", test_catalogue);
  return g_test_run ();
}

/*
 * Random edits, undos and redos from a seed, beside a model that keeps every state of the workspace whole: what the
 * store answers must be the state that the model has at that point of its history.
 */
#include "store-fixture.h"

#define N_STEPS 400
#define N_FIELDS 3

static const char *const fields[N_FIELDS] = { "name", "seats", "note" };

typedef struct
{
  Fixture *fixture;
  GRand *random;
  GPtrArray *states; /* of states: what the workspace was after each action in effect */
  guint at;          /* the present one */
  GPtrArray *ids;
} Property;

/* A state: id → texts of the fields, with a mark in front for the trash. */
static GHashTable *
copy_state (GHashTable *state)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));
  return copy;
}

static char *
describe (YzRecord *record)
{
  GString *text = g_string_new (yz_record_get_deleted_at (record) != 0 ? "-" : "+");

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *value =
        yz_field_format (yz_kind_find_field (&yz_station_kind, fields[i]), yz_record_get (record, fields[i]));

      g_string_append_printf (text, "|%s", value);
    }
  return g_string_free (text, FALSE);
}

static void
scramble (Property *property, YzRecord *record)
{
  g_autofree char *text = g_strdup_printf ("站%d", g_rand_int_range (property->random, 0, 5));
  guint field = (guint) g_rand_int_range (property->random, 0, N_FIELDS);

  if (field == 1)
    yz_record_set (record, "seats", g_variant_new_int64 (g_rand_int_range (property->random, 0, 4)));
  else
    yz_record_set_text (record, fields[field], text);
}

/* One change of a random record: made, set, deleted or restored. */
static void
add_change (Property *property, YzEdit *edit, GHashTable *state)
{
  guint which = (guint) g_rand_int_range (property->random, 0, (gint32) property->ids->len + 2);
  const char *id = which < property->ids->len ? g_ptr_array_index (property->ids, which) : NULL;
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (YzRecord) after = NULL;

  if (id != NULL && g_hash_table_contains (state, id))
    record = yz_store_load (property->fixture->store, &yz_station_kind, id, NULL);
  if (record == NULL && id != NULL)
    return;
  if (record == NULL)
    {
      record = fixture_make_station (property->fixture, "新站");
      scramble (property, record);
      yz_edit_create (edit, record);
      g_ptr_array_add (property->ids, g_strdup (yz_record_get_id (record)));
    }
  else if (yz_record_get_deleted_at (record) != 0)
    {
      yz_edit_restore (edit, record);
      yz_record_set_deleted_at (record, 0);
    }
  else if (g_rand_int_range (property->random, 0, 4) == 0)
    {
      yz_edit_delete (edit, record);
      yz_record_set_deleted_at (record, 1);
    }
  else
    {
      after = yz_record_copy (record);
      scramble (property, after);
      yz_edit_update (edit, record, after);
    }
  g_hash_table_insert (state, g_strdup (yz_record_get_id (record)), describe (after != NULL ? after : record));
}

static void
step_edit (Property *property)
{
  g_autoptr (GHashTable) state = copy_state (g_ptr_array_index (property->states, property->at));
  g_autoptr (YzEdit) edit = yz_edit_new ("Edit");
  g_autoptr (YzAction) action = NULL;
  g_autoptr (GError) error = NULL;

  add_change (property, edit, state);
  action = yz_store_apply (property->fixture->store, edit, NULL, &error);
  g_assert_no_error (error);
  if (action == NULL)
    return;
  g_ptr_array_set_size (property->states, (gint) property->at + 1);
  g_ptr_array_add (property->states, g_steal_pointer (&state));
  property->at++;
}

static void
step_undo (Property *property)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_undo (property->fixture->store, 0, NULL, &error);

  if (property->at == 0)
    {
      g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
      return;
    }
  g_assert_no_error (error);
  property->at--;
}

static void
step_redo (Property *property)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_redo (property->fixture->store, NULL, &error);

  if (property->at + 1 == property->states->len)
    {
      g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
      return;
    }
  g_assert_no_error (error);
  property->at++;
}

static void
assert_state (Property *property)
{
  GHashTable *state = g_ptr_array_index (property->states, property->at);

  for (guint i = 0; i < property->ids->len; i++)
    {
      const char *id = g_ptr_array_index (property->ids, i);
      g_autoptr (YzRecord) record = yz_store_load (property->fixture->store, &yz_station_kind, id, NULL);
      g_autofree char *text = record != NULL ? describe (record) : NULL;

      g_assert_cmpstr (text, ==, g_hash_table_lookup (state, id));
    }
}

static void
test_random_history (Fixture *fixture, gconstpointer data)
{
  Property property = { .fixture = fixture, .random = g_rand_new_with_seed (20261120) };
  g_autoptr (GPtrArray) findings = NULL;

  property.states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  property.ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (property.states, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
  for (guint i = 0; i < N_STEPS; i++)
    {
      int dice = g_rand_int_range (property.random, 0, 100);

      g_test_message ("step %u, dice %d, at %u of %u", i, dice, property.at, property.states->len);

      if (dice < 60)
        step_edit (&property);
      else if (dice < 80)
        step_undo (&property);
      else if (dice < 98)
        step_redo (&property);
      else
        fixture_reopen (fixture);
      assert_state (&property);
    }
  findings = yz_store_check (fixture->store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  g_ptr_array_unref (property.states);
  g_ptr_array_unref (property.ids);
  g_rand_free (property.random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fixture_add ("/store/property/random-history", test_random_history);
  return g_test_run ();
}

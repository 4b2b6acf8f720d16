/* add, set and delete: each one edit, with undo. */
#include "config.h"

#include "yz-cli-record.h"

#include "yz-elements.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By id or code, or by a title that only one record has. */
static YzRecord *
find_target (YzStore *store, const YzKind *kind, const char *text, GError **error)
{
  YzRecord *found = yz_store_find (store, kind, text, NULL);
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;

  if (found != NULL)
    return found;
  yz_query_add (query, kind->title_field, YZ_COMPARE_EQUAL, g_variant_new_string (text));
  yz_query_set_limit (query, 2);
  rows = yz_store_query (store, query, NULL, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return yz_store_load_row (store, kind, g_array_index (rows, gint64, 0), error);
  if (rows->len > 1)
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("“%s” is the name of several: give the code"),
                   text);
      return NULL;
    }
  return yz_store_find (store, kind, text, error);
}

/* A reference may be written as an id, a code, or the beginning of an id. */
static gboolean
parse_value (YzStore *store, const YzField *field, const char *text, GVariant **value, GError **error)
{
  g_autoptr (YzRecord) target = NULL;

  if (field->type != YZ_FIELD_REF || *text == '\0')
    return yz_field_parse (field, text, value, error);

  target = find_target (store, yz_kinds_find (field->ref_kind), text, error);
  if (target == NULL)
    return FALSE;
  *value = g_variant_ref_sink (g_variant_new_string (yz_record_get_id (target)));
  return TRUE;
}

/* "field=value", and "field+=value" and "field-=value" for lists and maps */
static int
assign (YzStore *store, YzRecord *record, const char *assignment)
{
  const char *equals = strchr (assignment, '=');
  char sign = equals != NULL && equals > assignment && strchr ("+-", equals[-1]) != NULL ? equals[-1] : 0;
  g_autofree char *name = equals != NULL ? g_strndup (assignment, equals - assignment - (sign != 0)) : NULL;
  const YzField *field;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) combined = NULL;
  g_autoptr (GError) error = NULL;

  if (equals == NULL)
    return yz_cli_usage (_ ("“%s” is not field=value"), assignment);
  field = yz_cli_find_field (yz_record_get_kind (record), name);
  if (field == NULL)
    return YZ_CLI_USAGE;
  if (sign != 0 && field->type != YZ_FIELD_LIST && field->type != YZ_FIELD_MAP)
    return yz_cli_usage (_ ("%s is neither a list nor a map: write %s=value"), name, name);
  if (!parse_value (store, field, equals + 1, &value, &error))
    {
      g_prefix_error (&error, "%s: ", _ (field->title));
      return yz_cli_fail (error);
    }

  if (sign == '+')
    combined = yz_elements_add (field, yz_record_get (record, name), value);
  else if (sign == '-')
    combined = yz_elements_remove (field, yz_record_get (record, name), value);
  yz_record_set (record, name, sign != 0 ? combined : value);
  return YZ_CLI_DONE;
}

static int
assign_all (YzStore *store, YzRecord *record, int argc, char **argv)
{
  for (int i = 0; i < argc; i++)
    {
      int status = assign (store, record, argv[i]);

      if (status != YZ_CLI_DONE)
        return status;
    }
  return YZ_CLI_DONE;
}

static int
apply (YzStore *store, YzEdit *edit)
{
  g_autoptr (GError) error = NULL;

  yz_action_free (yz_store_apply (store, edit, NULL, &error));
  return error == NULL ? YZ_CLI_DONE : yz_cli_fail (error);
}

/* The record as it was written: its id, or all of it with --json. */
static int
put_written (YzStore *store, YzRecord *record, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) written = yz_store_load (store, yz_record_get_kind (record), yz_record_get_id (record), &error);
  g_autoptr (GString) document = g_string_new (NULL);

  if (written == NULL)
    return yz_cli_fail (error);
  if (json)
    yz_cli_append_object (document, written);
  else
    g_string_append (document, yz_record_get_id (written));
  yz_cli_put_document (document);
  return YZ_CLI_DONE;
}

int
yz_cli_add (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("The new record as JSON"), NULL },
                                   { NULL } };
  const YzKind *kind;
  g_autofree char *id = NULL;
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Add"));
  YzStore *store;
  int status;

  if (!yz_cli_parse (cli, entries, "KIND field=value…", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc < 3)
    return yz_cli_usage ("%s", _ ("add wants a kind and at least one field=value"));
  kind = yz_cli_find_kind (argv[1]);
  if (kind == NULL)
    return YZ_CLI_USAGE;
  if (kind->append_only)
    return yz_cli_usage (_ ("%s: the program adds them by itself, as they happen"), _ (kind->title_plural));
  store = yz_cli_open (cli, YZ_STORE_CREATE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;

  id = yz_id_factory_next (yz_cli_get_ids (cli));
  record = yz_record_new (kind, id);
  status = assign_all (store, record, argc - 2, argv + 2);
  if (status != YZ_CLI_DONE)
    return status;
  yz_edit_create (edit, record);
  status = apply (store, edit);
  return status == YZ_CLI_DONE ? put_written (store, record, json) : status;
}

int
yz_cli_set (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("The changed record as JSON"), NULL },
                                   { NULL } };
  g_autoptr (YzRecord) before = NULL;
  g_autoptr (YzRecord) after = NULL;
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Edit"));
  YzStore *store;
  int status;

  if (!yz_cli_parse (cli, entries, "KIND ID field=value…", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc < 4)
    return yz_cli_usage ("%s", _ ("set wants a kind, an id or code, and at least one field=value"));
  status = yz_cli_find_record (cli, argv[1], argv[2], &store, &before);
  if (status != YZ_CLI_DONE)
    return status;

  after = yz_record_copy (before);
  status = assign_all (store, after, argc - 3, argv + 3);
  if (status != YZ_CLI_DONE)
    return status;
  yz_edit_update (edit, before, after);
  status = apply (store, edit);
  return status == YZ_CLI_DONE && json ? put_written (store, after, TRUE) : status;
}

int
yz_cli_delete (YzCli *cli, int argc, char **argv)
{
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Move to trash"));
  YzStore *store;
  int status;

  if (!yz_cli_parse (cli, NULL, "KIND ID", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 3)
    return yz_cli_usage ("%s", _ ("delete wants a kind and an id or code"));
  status = yz_cli_find_record (cli, argv[1], argv[2], &store, &record);
  if (status != YZ_CLI_DONE)
    return status;
  yz_edit_delete (edit, record);
  return apply (store, edit);
}

/* init, check and kinds: the workspace itself. */
#include "config.h"

#include "yz-cli.h"

#include "yz-json.h"
#include "yz-sample.h"
#include "yz-stock-verify.h"

#include <glib/gi18n-lib.h>

int
yz_cli_init (YzCli *cli, int argc, char **argv)
{
  const char *path = yz_cli_get_workspace (cli);

  if (!yz_cli_parse (cli, NULL, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 1)
    return yz_cli_usage ("%s", _ ("init wants nothing but --workspace FILE"));
  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      yz_cli_say (_ ("%s is there already; it was not touched"), path);
      return YZ_CLI_REFUSED;
    }
  return yz_cli_open (cli, YZ_STORE_CREATE) != NULL ? YZ_CLI_DONE : YZ_CLI_CANNOT_OPEN;
}

int
yz_cli_sample (YzCli *cli, int argc, char **argv)
{
  const char *path = yz_cli_get_workspace (cli);
  g_autoptr (GError) error = NULL;
  YzStore *store;

  if (!yz_cli_parse (cli, NULL, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 1)
    return yz_cli_usage ("%s", _ ("sample wants nothing but --workspace FILE"));
  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      yz_cli_say (_ ("%s is there already; it was not touched"), path);
      return YZ_CLI_REFUSED;
    }
  store = yz_cli_open (cli, YZ_STORE_CREATE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  if (yz_sample_fill (store, &error))
    return YZ_CLI_DONE;
  yz_cli_fail (error);
  return YZ_CLI_CANNOT_OPEN;
}

void
yz_cli_put_findings (GPtrArray *findings, gboolean json)
{
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);

  for (guint i = 0; i < findings->len; i++)
    if (json)
      {
        g_string_append (out, i > 0 ? ",\n" : "");
        yz_json_append_string (out, g_ptr_array_index (findings, i));
      }
    else
      g_string_append_printf (out, "%s\n", (const char *) g_ptr_array_index (findings, i));
  if (json)
    g_string_append (out, "]\n");
  yz_cli_put (out->str);
}

int
yz_cli_check (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("The findings as JSON"), NULL },
                                   { NULL } };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) of_stock = NULL;
  g_autoptr (GError) error = NULL;
  YzStore *store;

  if (!yz_cli_parse (cli, entries, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 1)
    return yz_cli_usage ("%s", _ ("check wants nothing behind it"));
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  findings = yz_store_check (store, NULL, NULL, NULL, &error);
  if (findings == NULL)
    return yz_cli_fail (error);
  of_stock = yz_stock_verify (store, NULL, &error);
  if (of_stock == NULL)
    return yz_cli_fail (error);
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&of_stock));
  yz_cli_put_findings (findings, json);
  if (findings->len == 0)
    yz_cli_say ("%s", _ ("all is well"));
  return findings->len > 0 ? YZ_CLI_REFUSED : YZ_CLI_DONE;
}

static const char *
type_name (YzFieldType type)
{
  static const char *const names[] = {
    [YZ_FIELD_TEXT] = "text",       [YZ_FIELD_NOTE] = "note", [YZ_FIELD_CHOICE] = "choice",
    [YZ_FIELD_INTEGER] = "integer", [YZ_FIELD_REAL] = "real", [YZ_FIELD_BOOLEAN] = "boolean",
    [YZ_FIELD_MONEY] = "money",     [YZ_FIELD_DATE] = "date", [YZ_FIELD_TIME] = "time",
    [YZ_FIELD_REF] = "ref",         [YZ_FIELD_LIST] = "list", [YZ_FIELD_MAP] = "map",
  };

  return names[type];
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_string_append_c (out, ',');
  yz_json_append_string (out, name);
  g_string_append_c (out, ':');
  yz_json_append_string (out, text);
}

static void
append_flag (GString *out, const char *name, gboolean value)
{
  g_string_append_printf (out, ",\"%s\":%s", name, value ? "true" : "false");
}

static void
append_choices (GString *out, const YzChoice *choices)
{
  g_string_append (out, ",\"choices\":[");
  for (const YzChoice *choice = choices; choice->nick != NULL; choice++)
    {
      g_string_append (out, choice == choices ? "{\"name\":" : ",{\"name\":");
      yz_json_append_string (out, choice->nick);
      append_text (out, "title", _ (choice->title));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_field (GString *out, const YzField *field)
{
  g_string_append (out, "{\"name\":");
  yz_json_append_string (out, field->name);
  append_text (out, "type", type_name (field->type));
  append_text (out, "title", _ (field->title));
  append_flag (out, "required", (field->flags & YZ_FIELD_REQUIRED) != 0);
  append_flag (out, "searched", (field->flags & YZ_FIELD_SEARCHED) != 0);
  append_flag (out, "personal", (field->flags & YZ_FIELD_PERSONAL) != 0);
  append_flag (out, "internal", (field->flags & YZ_FIELD_INTERNAL) != 0);
  if (field->unit != NULL)
    append_text (out, "unit", yz_field_get_unit (field));
  if (field->group != NULL)
    append_text (out, "group", field->group);
  if (field->ref_kind != NULL)
    append_text (out, "ref", field->ref_kind);
  if (field->initial != NULL)
    append_text (out, "default", field->initial);
  if (field->minimum != 0 || field->maximum != 0)
    {
      g_string_append (out, ",\"minimum\":");
      yz_json_append_real (out, field->minimum);
      g_string_append (out, ",\"maximum\":");
      yz_json_append_real (out, field->maximum);
    }
  if (field->choices != NULL)
    append_choices (out, field->choices);
  if (field->synonyms != NULL)
    append_text (out, "synonyms", field->synonyms);
  g_string_append_c (out, '}');
}

static void
append_kind (GString *out, const YzKind *kind)
{
  g_string_append (out, "{\"name\":");
  yz_json_append_string (out, kind->name);
  append_text (out, "title", _ (kind->title));
  append_text (out, "title_field", kind->title_field);
  g_string_append (out, ",\"fields\":[\n");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_field (out, &kind->fields[i]);
    }
  g_string_append (out, "]}");
}

int
yz_cli_kinds (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON, which it always is"), NULL },
                                   { NULL } };
  g_autoptr (GString) document = g_string_new (NULL);
  const YzKind *const *kinds;
  const YzKind *kind;
  guint n_kinds;

  if (!yz_cli_parse (cli, entries, "[KIND]", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc > 2)
    return yz_cli_usage ("%s", _ ("kinds wants at most one kind"));
  if (argc == 2)
    {
      kind = yz_cli_find_kind (argv[1]);
      if (kind == NULL)
        return YZ_CLI_USAGE;
      append_kind (document, kind);
      yz_cli_put_document (document);
      return YZ_CLI_DONE;
    }

  kinds = yz_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_string_append (document, i > 0 ? ",\n" : "[");
      append_kind (document, kinds[i]);
    }
  g_string_append_c (document, ']');
  yz_cli_put_document (document);
  return YZ_CLI_DONE;
}

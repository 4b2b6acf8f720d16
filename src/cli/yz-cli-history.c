/* history, undo and redo. */
#include "config.h"

#include "yz-cli-record.h"

#include "yz-json.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_LIMIT 50

static const char *const verbs[] = { "create", "set", "delete", "restore" };
static const char *const modes[] = { "do", "undo", "redo" };

static void
append_member (GString *out, const char *name, const char *text)
{
  yz_json_append_string (out, name);
  g_string_append_c (out, ':');
  if (text != NULL)
    yz_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

static void
append_action (GString *out, const YzAction *action)
{
  g_autoptr (GDateTime) local = yz_office_time (action->at);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (local);
  g_autofree char *at = g_date_time_format_iso8601 (utc);

  g_string_append_printf (out, "\"action\":%" G_GINT64_FORMAT ",", action->seq);
  append_member (out, "mode", modes[action->mode]);
  g_string_append_c (out, ',');
  append_member (out, "label", action->label);
  g_string_append_c (out, ',');
  append_member (out, "subject", action->subject);
  g_string_append_c (out, ',');
  append_member (out, "who", action->who);
  g_string_append_c (out, ',');
  append_member (out, "at", at);
}

static void
append_entry (GString *out, const YzHistoryEntry *entry)
{
  g_string_append_c (out, '{');
  append_action (out, entry->action);
  g_string_append_printf (out, ",\"change\":%" G_GINT64_FORMAT ",", entry->seq);
  append_member (out, "verb", verbs[entry->verb]);
  g_string_append_c (out, ',');
  append_member (out, "kind", entry->kind->name);
  g_string_append_c (out, ',');
  append_member (out, "id", entry->record_id);
  g_string_append_c (out, ',');
  append_member (out, "title", entry->record_title);
  g_string_append (out, ",\"fields\":[");
  for (guint i = 0; entry->fields != NULL && i < entry->fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (entry->fields, YzFieldChange, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      append_member (out, "field", change->field->name);
      g_string_append (out, ",\"before\":");
      yz_json_append_value (out, change->before);
      g_string_append (out, ",\"after\":");
      yz_json_append_value (out, change->after);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
}

static char *
format_value (YzStore *store, const YzField *field, GVariant *value)
{
  return value != NULL ? yz_cli_format_value (store, field, value, FALSE) : g_strdup (_ ("(empty)"));
}

static void
append_lines (GString *out, YzStore *store, const YzHistoryEntry *entry)
{
  g_autoptr (GDateTime) local = yz_office_time (entry->action->at);
  g_autofree char *when = g_date_time_format (local, "%Y-%m-%d %H:%M");

  g_string_append_printf (out, "%s  %s  %s%s  %s\n", when, entry->action->who != NULL ? entry->action->who : "—",
                          entry->action->mode == YZ_ACTION_UNDO ? _ ("Undo: ") : "", _ (entry->action->label),
                          entry->record_title != NULL ? entry->record_title : entry->record_id);
  for (guint i = 0; entry->fields != NULL && i < entry->fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (entry->fields, YzFieldChange, i);
      g_autofree char *before = format_value (store, change->field, change->before);
      g_autofree char *after = format_value (store, change->field, change->after);

      g_string_append_printf (out, "    %s: %s → %s\n", _ (change->field->title), before, after);
    }
}

/* The id of the record of any kind that @text names. */
static char *
find_any (YzStore *store, const char *text)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (YzRecord) record = yz_store_find (store, kinds[i], text, NULL);

      if (record != NULL)
        return g_strdup (yz_record_get_id (record));
    }
  return NULL;
}

static int
put_history (YzStore *store, const char *id, int limit, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = yz_store_get_history (store, id, 0, (guint) limit, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (entries == NULL)
    return yz_cli_fail (error);
  for (guint i = 0; i < entries->len; i++)
    if (json)
      {
        g_string_append (out, i > 0 ? ",\n" : "[");
        append_entry (out, g_ptr_array_index (entries, i));
      }
    else
      append_lines (out, store, g_ptr_array_index (entries, i));
  if (json)
    g_string_append (out, entries->len > 0 ? "]\n" : "[]\n");
  yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

int
yz_cli_history (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON array"), NULL },
                                   { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most that many"), "N" },
                                   { NULL } };
  g_autofree char *id = NULL;
  YzStore *store;

  if (!yz_cli_parse (cli, entries, "[ID]", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc > 2 || limit <= 0)
    return yz_cli_usage ("%s", _ ("history wants at most one id or code, and a limit above 0"));
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  if (argc == 2 && (id = find_any (store, argv[1])) == NULL)
    {
      yz_cli_say (_ ("there is no record “%s”"), argv[1]);
      return YZ_CLI_REFUSED;
    }
  return put_history (store, id, limit, json);
}

/* What was done, on standard error; as JSON on standard output if asked. */
static int
put_action (const YzAction *action, gboolean json)
{
  g_autoptr (GString) document = NULL;
  g_autofree char *what = action->subject != NULL ? g_strdup_printf ("%s “%s”", _ (action->label), action->subject)
                                                  : g_strdup (_ (action->label));

  if (action->mode == YZ_ACTION_UNDO)
    yz_cli_say (_ ("undone: %s"), what);
  else
    yz_cli_say (_ ("done again: %s"), what);
  if (!json)
    return YZ_CLI_DONE;
  document = g_string_new ("{");
  append_action (document, action);
  g_string_append_c (document, '}');
  yz_cli_put_document (document);
  return YZ_CLI_DONE;
}

typedef YzAction *(*Reverse) (YzStore *store, GError **error);

static YzAction *
undo_last (YzStore *store, GError **error)
{
  return yz_store_undo (store, 0, NULL, error);
}

static YzAction *
redo_last (YzStore *store, GError **error)
{
  return yz_store_redo (store, NULL, error);
}

static int
reverse (YzCli *cli, int argc, char **argv, Reverse func, const char *nothing)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("The action as JSON"), NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = NULL;
  YzStore *store;

  if (!yz_cli_parse (cli, entries, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 1)
    return yz_cli_usage (_ ("%s wants nothing behind it"), argv[0]);
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;

  action = func (store, &error);
  if (error != NULL && !g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
    return yz_cli_fail (error);
  if (action == NULL)
    {
      yz_cli_say ("%s", nothing);
      return YZ_CLI_REFUSED;
    }
  return put_action (action, json);
}

int
yz_cli_undo (YzCli *cli, int argc, char **argv)
{
  return reverse (cli, argc, argv, undo_last, _ ("there is nothing to undo"));
}

int
yz_cli_redo (YzCli *cli, int argc, char **argv)
{
  return reverse (cli, argc, argv, redo_last, _ ("there is nothing to redo"));
}

/* stock audit: a walk through a place with its four lists. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-equipment-audits.h"
#include "yz-json.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *number;
  char *by;
  char *place;
  char *at;
  char **accepted;
  gboolean accept_none;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->number);
  g_free (options->by);
  g_free (options->place);
  g_free (options->at);
  g_strfreev (options->accepted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
begin (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autofree char *place = yz_cli_stock_dup_place (store, operands[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = NULL;
  gint64 at;

  if (place == NULL)
    return YZ_CLI_REFUSED;
  if (!yz_cli_stock_read_happened (cli, options->at, &at))
    return YZ_CLI_USAGE;
  edit = yz_audit_make_begin (store, options->number, place, options->by, at, &error);
  if (edit != NULL)
    {
      g_autofree char *line = g_strconcat (yz_edit_get_subject (edit), "\n", NULL);

      yz_cli_put (line);
    }
  return yz_cli_stock_apply (store, g_steal_pointer (&edit), error);
}

static void
say_news (const char *tag, YzAuditNews news)
{
  if (news == YZ_AUDIT_NEWS_REPEATED)
    yz_cli_say (_ ("%s: scanned already"), tag);
  else if (news == YZ_AUDIT_NEWS_UNKNOWN)
    yz_cli_say (_ ("%s: not in the books"), tag);
}

static int
mark (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autoptr (YzRecord) audit = yz_cli_stock_find (store, &yz_audit_kind, operands[0]);
  g_autofree char *place = NULL;
  gint64 at;

  if (audit == NULL)
    return YZ_CLI_REFUSED;
  if (options->place != NULL)
    place = yz_cli_stock_dup_place (store, options->place);
  if (options->place != NULL && place == NULL)
    return YZ_CLI_REFUSED;
  if (!yz_cli_stock_read_happened (cli, options->at, &at))
    return YZ_CLI_USAGE;
  for (char **tag = operands + 1; *tag != NULL; tag++)
    {
      g_autoptr (GError) error = NULL;
      YzAuditNews news = YZ_AUDIT_NEWS_SEEN;
      YzEdit *edit = yz_audit_make_mark (store, yz_record_get_id (audit), *tag, place, options->by, at, &news, &error);
      int status = yz_cli_stock_apply (store, edit, error);

      if (status != YZ_CLI_DONE)
        return status;
      say_news (*tag, news);
    }
  return YZ_CLI_DONE;
}

static void
append_row (GString *out, const YzAuditRow *row)
{
  g_autofree char *proposal = yz_audit_row_get_proposal (row);

  g_string_append (out, "{\"tag\":");
  yz_json_append_string (out, row->tag);
  yz_cli_stock_append_member (out, "finding", yz_audit_finding_get_nick (row->finding));
  yz_cli_stock_append_member (out, "item_name", row->item != NULL ? yz_record_get_title (row->item) : NULL);
  yz_cli_stock_append_member (out, "books", row->books != NULL ? yz_record_get_title (row->books) : NULL);
  yz_cli_stock_append_member (out, "seen", row->seen != NULL ? yz_record_get_title (row->seen) : NULL);
  yz_cli_stock_append_member (out, "proposal", proposal);
  yz_cli_stock_append_member (out, "done", row->note);
  g_string_append_c (out, '}');
}

static void
append_list (GString *out, const YzAuditResult *result, YzAuditFinding finding)
{
  const YzField *field = yz_kind_find_field (&yz_audit_mark_kind, "finding");
  const YzChoice *choice = yz_field_get_choice (field, yz_audit_finding_get_nick (finding));

  g_string_append_printf (out, "%s (%u)\n", _ (choice->title), result->counts[finding]);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const YzAuditRow *row = g_ptr_array_index (result->rows, i);
      g_autofree char *proposal = yz_audit_row_get_proposal (row);
      const char *done = row->note != NULL ? row->note : proposal;

      if (row->finding == finding)
        g_string_append_printf (out, "  %s  %s%s%s\n", row->tag,
                                row->item != NULL ? yz_record_get_title (row->item) : "", done != NULL ? "  " : "",
                                done != NULL ? done : "");
    }
}

static int
show (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autoptr (YzRecord) audit = yz_cli_stock_find (store, &yz_audit_kind, operands[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAuditResult) result = audit != NULL ? yz_audit_read (store, yz_record_get_id (audit), NULL, &error)
                                                   : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (audit == NULL)
    return YZ_CLI_REFUSED;
  if (result == NULL)
    return yz_cli_fail (error);
  if (!options->json)
    for (guint finding = 0; finding < YZ_N_AUDIT_FINDINGS; finding++)
      append_list (out, result, (YzAuditFinding) finding);
  else
    {
      g_string_append (out, "{\"number\":");
      yz_json_append_string (out, yz_record_get_title (result->audit));
      yz_cli_stock_append_member (out, "place", yz_record_get_title (result->place));
      yz_cli_stock_append_member (out, "state", yz_record_get_text (result->audit, "state"));
      g_string_append (out, ",\"rows\":[");
      for (guint i = 0; i < result->rows->len; i++)
        {
          g_string_append (out, i > 0 ? ",\n" : "");
          append_row (out, g_ptr_array_index (result->rows, i));
        }
      g_string_append (out, "]}");
    }
  options->json ? yz_cli_put_document (out) : yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

/* Whether all that is to be accepted stands in the lists: a slip of the pen is no "not accepted". */
static gboolean
check_accepted (YzStore *store, const char *audit, const char *const *accepted, GError **error)
{
  g_autoptr (YzAuditResult) result = yz_audit_read (store, audit, NULL, error);

  for (guint i = 0; result != NULL && accepted != NULL && accepted[i] != NULL; i++)
    {
      gboolean listed = FALSE;

      for (guint j = 0; j < result->rows->len; j++)
        listed |= g_str_equal (((YzAuditRow *) g_ptr_array_index (result->rows, j))->tag, accepted[i]);
      if (listed)
        continue;
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("The audit has no piece “%s”"), accepted[i]);
      return FALSE;
    }
  return result != NULL;
}

static int
finish (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  static const char *const none[] = { NULL };
  g_autoptr (YzRecord) audit = yz_cli_stock_find (store, &yz_audit_kind, operands[0]);
  const char *const *accepted = options->accept_none ? none : (const char *const *) options->accepted;
  g_autoptr (GError) error = NULL;
  YzEdit *edit;
  gint64 at;

  if (audit == NULL)
    return YZ_CLI_REFUSED;
  if (!yz_cli_stock_read_happened (cli, options->at, &at))
    return YZ_CLI_USAGE;
  if (!check_accepted (store, yz_record_get_id (audit), accepted, &error))
    return yz_cli_fail (error);
  edit = yz_audit_make_close (store, yz_record_get_id (audit), accepted, at, &error);
  return yz_cli_stock_apply (store, edit, error);
}

static const struct
{
  const char *name;
  const char *arguments;
  int n_arguments; /* at least */
  gboolean more;
  int (*run) (YzCli *cli, YzStore *store, const Options *options, char **operands);
} verbs[] = {
  { "begin", "PLACE", 1, FALSE, begin },
  { "mark", "AUDIT TAG…", 2, TRUE, mark },
  { "show", "AUDIT", 1, FALSE, show },
  { "close", "AUDIT", 1, FALSE, finish },
};

static int
run (YzCli *cli, const Options *options, int argc, char **argv)
{
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    {
      int given = argc - 2;
      YzStore *store;

      if (!g_str_equal (verbs[i].name, argv[1]))
        continue;
      if (given < verbs[i].n_arguments || (given > verbs[i].n_arguments && !verbs[i].more))
        return yz_cli_usage (_ ("stock %s %s wants: %s"), "audit", verbs[i].name, verbs[i].arguments);
      store = yz_cli_open (cli, YZ_STORE_NONE);
      return store != NULL ? verbs[i].run (cli, store, options, argv + 2) : YZ_CLI_CANNOT_OPEN;
    }
  return yz_cli_usage ("%s", _ ("stock audit wants begin, mark, show or close"));
}

int
yz_cli_stock_audit (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("what the audit is called"), N_ ("NUMBER") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("who did it"), N_ ("NAME") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("where it was seen, if not in the audited place"),
      N_ ("PLACE") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("when it happened, if not now"), N_ ("TIME") },
    { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.accepted, N_ ("do what is proposed about this one only"),
      N_ ("TAG") },
    { "accept-none", 0, 0, G_OPTION_ARG_NONE, &options.accept_none, N_ ("do nothing of what is proposed"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("as JSON"), NULL },
    { NULL },
  };

  if (!yz_cli_parse (cli, entries, "begin|mark|show|close …", &argc, &argv))
    return YZ_CLI_USAGE;
  return run (cli, &options, argc, argv);
}

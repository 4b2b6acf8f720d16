/* The frame of the command line: which workspace, which command, and how it ends. */
#include "config.h"

#include "yz-cli.h"

#include "yz-guide-error.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

struct _YzCli
{
  char *workspace;
  char *author;
  YzClock *clock;
  YzIdFactory *ids;
  YzStore *store;    /* NULL until a command opens it */
  const char *group; /* (nullable): the words before that of the command, "stock" */
};

typedef struct
{
  const char *name;
  int (*run) (YzCli *cli, int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "init", yz_cli_init, N_ ("make an empty workspace") },
  { "import", yz_cli_import, N_ ("take over a list: spreadsheet, CSV, GeoJSON, GeoPackage, KML, Shapefile") },
  { "export", yz_cli_export, N_ ("write records as a list: .csv .xlsx .ods .geojson .gpkg .kml") },
  { "sample", yz_cli_sample, N_ ("make a workspace with an invented city in it") },
  { "list", yz_cli_list, N_ ("list records of a kind") },
  { "show", yz_cli_show, N_ ("show one record") },
  { "add", yz_cli_add, N_ ("add a record: add KIND field=value…") },
  { "set", yz_cli_set, N_ ("change a record: set KIND ID field=value…") },
  { "delete", yz_cli_delete, N_ ("put a record into the trash") },
  { "history", yz_cli_history, N_ ("what was changed, by whom and when") },
  { "undo", yz_cli_undo, N_ ("take the last action back") },
  { "redo", yz_cli_redo, N_ ("do again what was taken back") },
  { "guide", yz_cli_guide, N_ ("print: station lists, guides, posters, notices into .pdf, .svg or .png") },
  { "hours", yz_cli_hours, N_ ("what opening hours mean: intervals, state, check, from-zh") },
  { "stock", yz_cli_stock, N_ ("what lies where, and what is done with it: stock [receive|issue|transfer|…]") },
  { "basemap", yz_cli_basemap, N_ ("make the street map: basemap add FILE") },
  { "check", yz_cli_check, N_ ("check the workspace") },
  { "kinds", yz_cli_kinds, N_ ("the kinds of records and their fields, as JSON") },
};

void
yz_cli_say (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "yizhanctl: %s\n", text);
}

int
yz_cli_usage (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  yz_cli_say ("%s", text);
  return YZ_CLI_USAGE;
}

int
yz_cli_fail (const GError *error)
{
  yz_cli_say ("%s", error->message);

  if (error->domain == G_OPTION_ERROR || g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY) ||
      g_error_matches (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_UNKNOWN))
    return YZ_CLI_USAGE;
  if (g_error_matches (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNKNOWN) ||
      g_error_matches (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNFIT))
    return YZ_CLI_USAGE;
  if (error->domain == G_FILE_ERROR || error->domain == G_IO_ERROR ||
      g_error_matches (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_WRITE))
    return YZ_CLI_CANNOT_OPEN;
  return YZ_CLI_REFUSED;
}

void
yz_cli_put (const char *text)
{
  fputs (text, stdout);
}

void
yz_cli_put_document (GString *document)
{
  g_string_append_c (document, '\n');
  yz_cli_put (document->str);
}

const char *
yz_cli_get_workspace (YzCli *cli)
{
  return cli->workspace;
}

YzClock *
yz_cli_get_clock (YzCli *cli)
{
  return cli->clock;
}

YzIdFactory *
yz_cli_get_ids (YzCli *cli)
{
  return cli->ids;
}

YzStore *
yz_cli_open (YzCli *cli, YzStoreFlags flags)
{
  g_autoptr (GError) error = NULL;

  if (cli->store != NULL)
    return cli->store;
  if (cli->workspace == NULL)
    {
      yz_cli_say ("%s", _ ("which workspace? Say --workspace FILE"));
      return NULL;
    }

  cli->store = yz_store_open (cli->workspace, flags, cli->clock, cli->ids, &error);
  if (cli->store == NULL)
    yz_cli_say (_ ("cannot open %s: %s"), cli->workspace, error->message);
  else
    yz_store_set_author (cli->store, cli->author);
  return cli->store;
}

void
yz_cli_set_group (YzCli *cli, const char *group)
{
  cli->group = group;
}

gboolean
yz_cli_parse (YzCli *cli, const GOptionEntry *entries, const char *arguments, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = cli->group != NULL && !g_str_equal (cli->group, (*argv)[0])
                            ? g_strdup_printf ("yizhanctl %s %s", cli->group, (*argv)[0])
                            : g_strdup_printf ("yizhanctl %s", (*argv)[0]);

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    {
      /* where options were taken out, the last words stand twice */
      (*argv)[*argc] = NULL;
      return TRUE;
    }
  yz_cli_usage (_ ("%s (see %s --help)"), error->message, name);
  return FALSE;
}

const YzKind *
yz_cli_find_kind (const char *name)
{
  const YzKind *kind = yz_kinds_find (name);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  if (kind != NULL)
    return kind;
  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i]->name);
  yz_cli_say (_ ("there is no kind “%s”; there are %s"), name, names->str);
  return NULL;
}

const YzField *
yz_cli_find_field (const YzKind *kind, const char *name)
{
  const YzField *field = yz_kind_find_field (kind, name);

  if (field == NULL)
    yz_cli_say (_ ("%s has no field “%s”; “yizhanctl kinds %s” lists them"), kind->name, name, kind->name);
  return field;
}

static int
show_help (FILE *out)
{
  fprintf (out, "%s\n\n", _ ("Usage: yizhanctl [--workspace FILE] COMMAND [ARGUMENT…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (out, "  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (out, "\n%s\n",
           _ ("yizhanctl COMMAND --help says more. Exit: 0 done, 1 refused or findings, 2 usage, 3 "
              "cannot open."));
  return out == stdout ? YZ_CLI_DONE : YZ_CLI_USAGE;
}

/* Takes "--workspace FILE" or "--workspace=FILE" out of @arguments, wherever it stands before a "--". */
static gboolean
take_option (GPtrArray *arguments, const char *option, char **value)
{
  g_autofree char *with_equals = g_strconcat (option, "=", NULL);

  for (guint i = 1; i < arguments->len; i++)
    {
      const char *argument = g_ptr_array_index (arguments, i);

      if (g_str_equal (argument, "--"))
        return TRUE;
      if (g_str_has_prefix (argument, with_equals))
        {
          g_free (*value);
          *value = g_strdup (argument + strlen (with_equals));
          g_ptr_array_remove_index (arguments, i--);
        }
      else if (g_str_equal (argument, option))
        {
          if (i + 1 >= arguments->len)
            return FALSE;
          g_free (*value);
          *value = g_strdup (g_ptr_array_index (arguments, i + 1));
          g_ptr_array_remove_range (arguments, i--, 2);
        }
    }
  return TRUE;
}

static int
run_command (YzCli *cli, int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[0]))
      return commands[i].run (cli, argc, argv);

  return yz_cli_usage (_ ("there is no command “%s”; yizhanctl --help lists them"), argv[0]);
}

static int
run (YzCli *cli, GPtrArray *arguments)
{
  const char *first;

  if (!take_option (arguments, "--workspace", &cli->workspace) || !take_option (arguments, "--author", &cli->author))
    return yz_cli_usage ("%s", _ ("--workspace and --author want a value"));
  if (arguments->len < 2)
    return show_help (stderr);

  first = g_ptr_array_index (arguments, 1);
  if (g_str_equal (first, "--help") || g_str_equal (first, "-h") || g_str_equal (first, "help"))
    return show_help (stdout);
  if (g_str_equal (first, "--version"))
    {
      yz_cli_put ("yizhanctl " PACKAGE_VERSION "\n");
      return YZ_CLI_DONE;
    }
  return run_command (cli, (int) arguments->len - 1, (char **) arguments->pdata + 1);
}

static void
close_store (YzCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (cli->store != NULL && !yz_store_close (cli->store, &error))
    yz_cli_say (_ ("the workspace is safe, but its backup failed: %s"), error->message);
}

/* Half an answer, on a full disk, must not be taken for the whole. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  yz_cli_say ("%s", _ ("the answer could not be written in full: is the disk full?"));
  return MAX (status, YZ_CLI_CANNOT_OPEN);
}

int
yz_cli_run (int argc, char *argv[])
{
  YzCli cli = { 0 };
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  int status;

  cli.clock = yz_clock_new ();
  cli.ids = yz_id_factory_new (cli.clock);
  cli.author = g_strdup (g_get_real_name ());
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (arguments, g_strdup (argv[i]));
  /* GOption moves and drops pointers in the array it is given; the strings stay with @arguments */
  for (guint i = 0; i < arguments->len; i++)
    g_ptr_array_add (words, g_ptr_array_index (arguments, i));

  status = finish_output (run (&cli, words));
  close_store (&cli);

  g_clear_object (&cli.store);
  g_clear_object (&cli.ids);
  g_clear_object (&cli.clock);
  g_free (cli.workspace);
  g_free (cli.author);
  return status;
}

/* import: a list in. */
#include "config.h"

#include "yz-cli-import-answer.h"
#include "yz-cli.h"

#include "yz-import-layouts.h"
#include "yz-import-plan.h"
#include "yz-list-report.h"
#include "yz-service-words.h"
#include "yz-sheet-reader.h"
#include "yz-stock-list.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char *kind;
  char *datum;
  char *map;
  char *key;
  char *layer;
  char *encoding;
  char *duplicates;
  char *report;
  int heading_row;
  gboolean clear_empty;
  gboolean make_unknown;
  gboolean dry_run;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->datum);
  g_free (options->map);
  g_free (options->key);
  g_free (options->layer);
  g_free (options->encoding);
  g_free (options->duplicates);
  g_free (options->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (YzCli *cli, int *argc, char ***argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, N_ ("What the rows are (station); also receipt and opening"),
      "KIND" },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &options->datum, N_ ("wgs84, gcj02, bd09 or bd09mc"), "DATUM" },
    { "map", 0, 0, G_OPTION_ARG_STRING, &options->map,
      N_ ("Fields of columns; “position” for a cell with both numbers, “services.CODE” for one service, “-” for none"),
      "HEADING=FIELD,…" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &options->key, N_ ("Fields that say which record a row is"), "FIELD,…" },
    { "layer", 0, 0, G_OPTION_ARG_STRING, &options->layer, N_ ("Sheet or layer"), "NAME" },
    { "heading-row", 0, 0, G_OPTION_ARG_INT, &options->heading_row, N_ ("Row of the headings, 0 for none"), "NUMBER" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding, N_ ("Of a text file"), "NAME" },
    { "duplicates", 0, 0, G_OPTION_ARG_STRING, &options->duplicates,
      N_ ("What to do with possible duplicates: ask (leave out and tell), separate, merge or skip"), "WHAT" },
    { "clear-empty", 0, 0, G_OPTION_ARG_NONE, &options->clear_empty, N_ ("Empty cells empty their fields"), NULL },
    { "make-unknown", 0, 0, G_OPTION_ARG_NONE, &options->make_unknown,
      N_ ("Of receipts and opening balances: make items and shelves that are not known"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options->dry_run, N_ ("Tell what would be done and write nothing"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report,
      N_ ("Save the list with the result and the reason of each row"), "OUT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Answer as JSON"), NULL },
    { NULL },
  };

  options->heading_row = -1;
  return yz_cli_parse (cli, entries, "FILE", argc, argv);
}

static gboolean
read_decision (const char *text, YzImportDecision *decision)
{
  static const char *const names[] = { "ask", "merge", "separate", "skip" };

  *decision = YZ_IMPORT_UNDECIDED;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *decision = (YzImportDecision) i;
        return TRUE;
      }
  return text == NULL;
}

/* The parts of the command line that can be wrong without looking at the list. */
static gboolean
check_options (const Options *options, const YzKind *kind, char **key)
{
  YzImportDecision decision;
  YzDatum datum;

  if (options->datum != NULL && !yz_datum_from_name (options->datum, &datum))
    yz_cli_usage (_ ("there is no datum “%s”; there are wgs84, gcj02, bd09, bd09mc"), options->datum);
  else if (!read_decision (options->duplicates, &decision))
    yz_cli_usage (_ ("“%s” is none of ask, separate, merge, skip"), options->duplicates);
  else
    {
      for (guint i = 0; key != NULL && key[i] != NULL; i++)
        if (yz_cli_find_field (kind, key[i]) == NULL)
          return FALSE;
      return TRUE;
    }
  return FALSE;
}

static YzSheet *
read_table (const char *path, const Options *options, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzSheet) sheet = yz_sheet_read_file (path, options->layer, options->encoding, NULL, NULL, NULL, &error);
  YzSheet *other;

  if (sheet == NULL)
    {
      yz_cli_say ("%s: %s", path, error->message);
      *status = YZ_CLI_CANNOT_OPEN;
      return NULL;
    }
  if (options->heading_row < 0)
    return g_steal_pointer (&sheet);

  other = yz_sheet_with_heading_row (sheet, options->heading_row > 0 ? (guint) options->heading_row : YZ_SHEET_NONE);
  if (other == NULL)
    *status = yz_cli_usage (_ ("the list has no row %d"), options->heading_row);
  return other;
}

/* @store: (nullable): without it nothing is remembered of earlier lists */
static YzMapping *
make_mapping (YzStore *store, const YzKind *kind, const YzSheet *sheet, const Options *options, GError **error)
{
  g_autoptr (YzWordList) words = yz_service_words_load (store, error);
  g_autoptr (YzMapping) mapping = words != NULL ? yz_mapping_guess (kind, sheet, words) : NULL;
  YzDatum datum;

  if (mapping == NULL || (store != NULL && !yz_import_layouts_apply (store, mapping, sheet, error)))
    return NULL;
  if (options->map != NULL && !yz_mapping_apply_text (mapping, sheet, options->map, error))
    return NULL;
  if (options->datum != NULL && yz_datum_from_name (options->datum, &datum))
    yz_mapping_set_datum (mapping, datum);
  return g_steal_pointer (&mapping);
}

static gboolean
save_report (YzImportPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (yz_list_report_save (plan, path, &error))
    return TRUE;
  yz_cli_say ("%s: %s", path, error->message);
  return FALSE;
}

static int
finish (YzImportPlan *plan, const Options *options)
{
  yz_cli_import_put_answer (plan, options->json);
  if (options->report != NULL && !save_report (plan, options->report))
    return YZ_CLI_CANNOT_OPEN;
  return yz_cli_import_took_all (plan) ? YZ_CLI_DONE : YZ_CLI_REFUSED;
}

static int
fail (const GError *error)
{
  int status = yz_cli_fail (error);

  return g_error_matches (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING) ? YZ_CLI_USAGE : status;
}

static int
run_plan (YzStore *store, YzSheet *sheet, const YzMapping *mapping, const Options *options, char **key)
{
  YzImportOptions import = { .key = (const char *const *) key,
                             .clear_empty = options->clear_empty,
                             .make_unknown = options->make_unknown,
                             .remember = (options->map != NULL || options->heading_row > 0) && !options->dry_run };
  g_autoptr (YzImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  read_decision (options->duplicates, &import.duplicates);
  plan = yz_import_plan_new (store, sheet, mapping, &import);
  if (!yz_import_plan_prepare (plan, NULL, &error))
    return fail (error);
  if (options->dry_run ? !yz_import_plan_judge (plan, NULL, NULL, NULL, &error)
                       : !yz_import_plan_apply (plan, NULL, NULL, NULL, NULL, &error))
    return fail (error);
  return finish (plan, options);
}

static int
import_into (YzStore *store, const YzKind *kind, YzSheet *sheet, const Options *options, char **key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzSheet) known = options->heading_row < 0 ? yz_import_layouts_find_headings (store, kind, sheet, &error)
                                                       : yz_sheet_ref (sheet);
  g_autoptr (YzMapping) mapping = known != NULL ? make_mapping (store, kind, known, options, &error) : NULL;

  return mapping != NULL ? run_plan (store, known, mapping, options, key) : fail (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* A dry run against a workspace that is not there: against an empty one that goes away again. */
static int
try_in_empty (YzCli *cli, const YzKind *kind, YzSheet *sheet, const Options *options, char **key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("yizhan-XXXXXX", &error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "empty.yizhan", NULL) : NULL;
  g_autoptr (YzStore) store =
    path != NULL ? yz_store_open (path, YZ_STORE_CREATE, yz_cli_get_clock (cli), yz_cli_get_ids (cli), &error) : NULL;
  int status;

  if (store == NULL)
    {
      yz_cli_fail (error);
      return YZ_CLI_CANNOT_OPEN;
    }
  status = import_into (store, kind, sheet, options, key);
  yz_store_close (store, NULL);
  remove_folder (folder);
  return status;
}

/* Whether the columns make sense, before a workspace is made; one that is there may know more words. */
static gboolean
can_map (const YzKind *kind, YzSheet *sheet, const Options *options, char **key, const char *workspace)
{
  g_autoptr (YzMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  if (workspace == NULL || g_file_test (workspace, G_FILE_TEST_EXISTS))
    return TRUE;
  mapping = make_mapping (NULL, kind, sheet, options, &error);
  if (mapping != NULL && yz_import_plan_check_mapping (mapping, (const char *const *) key, &error))
    return TRUE;
  yz_cli_fail (error);
  return FALSE;
}

/* The list before the workspace: none is made for a list that cannot be read. */
static int
import_file (YzCli *cli, const YzKind *kind, const char *path, const Options *options, char **key)
{
  int status = YZ_CLI_USAGE;
  g_autoptr (YzSheet) sheet = read_table (path, options, &status);
  YzStore *store;

  if (sheet == NULL)
    return status;
  if (options->dry_run && yz_cli_get_workspace (cli) != NULL &&
      !g_file_test (yz_cli_get_workspace (cli), G_FILE_TEST_EXISTS))
    return try_in_empty (cli, kind, sheet, options, key);

  if (!can_map (kind, sheet, options, key, yz_cli_get_workspace (cli)))
    return YZ_CLI_USAGE;
  store = yz_cli_open (cli, options->dry_run ? YZ_STORE_NONE : YZ_STORE_CREATE);
  return store != NULL ? import_into (store, kind, sheet, options, key) : YZ_CLI_CANNOT_OPEN;
}

int
yz_cli_import (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) key = NULL;
  const YzKind *kind;

  if (!parse_options (cli, &argc, &argv, &options))
    return YZ_CLI_USAGE;
  if (argc != 2)
    return yz_cli_usage ("%s", _ ("import wants one file"));
  kind = options.kind != NULL ? yz_stock_list_find (options.kind) : NULL;
  if (kind == NULL)
    kind = yz_cli_find_kind (options.kind != NULL ? options.kind : "station");
  key = options.key != NULL ? g_strsplit (options.key, ",", -1) : NULL;
  if (kind == NULL || !check_options (&options, kind, key))
    return YZ_CLI_USAGE;
  if (kind->append_only)
    return yz_cli_usage (_ ("%s: the program adds them by itself, as they happen"), _ (kind->title_plural));
  return import_file (cli, kind, argv[1], &options, key);
}

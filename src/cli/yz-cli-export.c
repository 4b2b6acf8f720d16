/* export: records as a list in a file. */
#include "config.h"

#include "yz-cli.h"

#include "yz-list-export.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *kind;
  char *where;
  char *search;
  char *fields;
  char *datum;
  gboolean field_names;
  gboolean reveal;
  char *purpose;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->where);
  g_free (options->search);
  g_free (options->fields);
  g_free (options->datum);
  g_free (options->purpose);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_fields (const YzKind *kind, char **fields)
{
  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    if (yz_cli_find_field (kind, fields[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
export_rows (YzCli *cli, const YzKind *kind, const char *path, const Options *options, const YzExportOptions *export)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  YzStore *store = yz_cli_open (cli, YZ_STORE_NONE);
  guint n = 0;

  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  yz_query_set_expression (query, options->where);
  yz_query_set_search (query, options->search);
  rows = yz_store_query (store, query, NULL, &error);
  if (rows == NULL)
    return yz_cli_fail (error);
  if (!yz_list_export (store, kind, rows, path, export, NULL, NULL, NULL, &n, &error))
    {
      yz_cli_fail (error);
      return YZ_CLI_CANNOT_OPEN;
    }
  yz_cli_say (ngettext ("%u record exported", "%u records exported", n), n);
  return YZ_CLI_DONE;
}

static int
run_export (YzCli *cli, const char *path, const Options *options)
{
  g_auto (GStrv) fields = options->fields != NULL ? g_strsplit (options->fields, ",", -1) : NULL;
  const YzKind *kind = yz_cli_find_kind (options->kind != NULL ? options->kind : "station");
  YzExportOptions export = { .fields = (const char *const *) fields, .datum = YZ_DATUM_WGS84 };

  if (kind == NULL || !check_fields (kind, fields))
    return YZ_CLI_USAGE;
  if (!yz_list_format_from_path (path, &export.format))
    return yz_cli_usage (_ ("“%s” does not end in .csv, .xlsx, .ods, .geojson, .gpkg or .kml"), path);
  if (options->datum != NULL && !yz_datum_from_name (options->datum, &export.datum))
    return yz_cli_usage (_ ("there is no datum “%s”; there are wgs84, gcj02, bd09, bd09mc"), options->datum);

  if (options->reveal && (options->purpose == NULL || *options->purpose == '\0'))
    return yz_cli_usage ("%s", _ ("--reveal wants --purpose TEXT: why personal data leaves the workspace in full"));

  export.purpose = options->purpose;
  export.flags = (options->field_names ? YZ_EXPORT_FIELD_NAMES : 0) | (options->reveal ? YZ_EXPORT_UNMASKED : 0);
  return export_rows (cli, kind, path, options, &export);
}

int
yz_cli_export (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_ ("What is exported (station)"), "KIND" },
    { "where", 0, 0, G_OPTION_ARG_STRING, &options.where, N_ ("Only records that fit, “state = 'open' and area > 20”"),
      "EXPR" },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options.search, N_ ("Name, address, pinyin, initials, telephone"), "TEXT" },
    { "fields", 0, 0, G_OPTION_ARG_STRING, &options.fields, N_ ("Only these fields, in this order"), "FIELD,…" },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &options.datum, N_ ("Datum of the positions (wgs84)"), "DATUM" },
    { "field-names", 0, 0, G_OPTION_ARG_NONE, &options.field_names, N_ ("Names of fields as headings"), NULL },
    { "reveal", 0, 0, G_OPTION_ARG_NONE, &options.reveal, N_ ("Personal data in full, not masked"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("Why it is in full, kept in the workspace"), "TEXT" },
    { NULL }
  };

  if (!yz_cli_parse (cli, entries, "OUT", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 2)
    return yz_cli_usage ("%s", _ ("export wants one file name"));
  return run_export (cli, argv[1], &options);
}

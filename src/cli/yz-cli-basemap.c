/* basemap: the street map of a workspace, from an OpenStreetMap extract. */
#include "config.h"

#include "yz-cli.h"

#include "yz-basemap-import.h"
#include "yz-street-maps.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

static void
show_progress (double fraction, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3.0f %%", fraction * 100);
}

static int
add_basemap (YzCli *cli, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  if (yz_cli_open (cli, YZ_STORE_CREATE) == NULL)
    return YZ_CLI_CANNOT_OPEN;
  if (!g_file_test (source, G_FILE_TEST_IS_REGULAR))
    {
      yz_cli_say (_ ("there is no file “%s”"), source);
      return YZ_CLI_CANNOT_OPEN;
    }

  target = yz_street_map_dup_path (yz_cli_get_workspace (cli), source);
  if (!yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, show_progress, NULL, NULL, &error))
    {
      yz_cli_say (_ ("no street map could be made of %s: %s"), source, error->message);
      return YZ_CLI_REFUSED;
    }
  yz_cli_say (_ ("the street map is %s"), target);
  return YZ_CLI_DONE;
}

int
yz_cli_basemap (YzCli *cli, int argc, char **argv)
{
  if (!yz_cli_parse (cli, NULL, "add FILE", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 3 || !g_str_equal (argv[1], "add"))
    return yz_cli_usage ("%s", _ ("basemap wants: basemap add FILE (an OpenStreetMap extract, .osm.pbf)"));
  return add_basemap (cli, argv[2]);
}

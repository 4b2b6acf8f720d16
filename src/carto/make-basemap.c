/* Makes a basemap file at build time: make-basemap osm|land SOURCE TARGET */

#include "yz-basemap-import.h"

static gboolean
make (char **arguments, GError **error)
{
  if (g_str_equal (arguments[1], "land"))
    return yz_basemap_import_land (arguments[2], arguments[3], error);
  return yz_basemap_import_osm (arguments[2], arguments[3], YZ_BASEMAP_ORIGIN_OWN, NULL, NULL, NULL, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: make-basemap osm|land SOURCE TARGET\n");
      return EXIT_FAILURE;
    }
  if (!make (argv, &error))
    {
      g_printerr ("%s: %s\n", argv[2], error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}

/* Draws a piece of a basemap to a PNG, for looking at; see --help. */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "yz-basemap-import.h"
#include "yz-basemap.h"

typedef struct
{
  char **files;
  char *center;
  char *size;
  char *style;
  double zoom;
  double scale;
  int repeat;
} Options;

/* @made: (element-type filename): gets the maps that were made from extracts */
static YzBasemap *
open_files (char **files, GPtrArray *made, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; files[i] != NULL; i++)
    {
      gboolean osm = g_str_has_suffix (files[i], ".pbf") || g_str_has_suffix (files[i], ".osm");
      char *path;
      gint64 start = g_get_monotonic_time ();

      if (!osm)
        {
          g_ptr_array_add (paths, files[i]);
          continue;
        }
      path = g_strdup_printf ("%s/draw-map-%d-%u.gpkg", g_get_tmp_dir (), getpid (), i);
      g_ptr_array_add (made, path);
      if (!yz_basemap_import_osm (files[i], path, YZ_BASEMAP_ORIGIN_OSM, NULL, NULL, NULL, error))
        return NULL;
      g_printerr ("imported %s in %.2f s\n", files[i], (g_get_monotonic_time () - start) / 1e6);
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  return yz_basemap_new ((const char *const *) paths->pdata, error);
}

static gboolean
bad_option (GError **error, const char *what)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, what);
  return FALSE;
}

static gboolean
parse_view (const Options *options, YzBasemap *basemap, YzMapView *view, GError **error)
{
  double width = 0, height = 0;
  YzPosition center = { 0, 0 };
  YzBox box;

  if (sscanf (options->size != NULL ? options->size : "900x700", "%lfx%lf", &width, &height) != 2 || width <= 0 ||
      height <= 0)
    return bad_option (error, "--size is WIDTHxHEIGHT");

  if (options->center != NULL && sscanf (options->center, "%lf,%lf", &center.lon, &center.lat) != 2)
    return bad_option (error, "--center is LON,LAT");
  if (options->center == NULL && yz_basemap_get_bounds (basemap, &box))
    center = (YzPosition){ (box.west + box.east) / 2, (box.south + box.north) / 2 };
  yz_map_view_init_for_center (view, center, options->zoom, width, height);
  return TRUE;
}

static YzMapStyle
parse_style (const char *name)
{
  if (g_str_equal (name, "dark"))
    return YZ_MAP_STYLE_DARK;
  return g_str_equal (name, "print") ? YZ_MAP_STYLE_PRINT : YZ_MAP_STYLE_LIGHT;
}

static gboolean
draw (const Options *options, YzBasemap *basemap, const char *target, GError **error)
{
  YzBasemapDrawing drawing = { .style = parse_style (options->style != NULL ? options->style : "light") };
  cairo_surface_t *surface;
  gboolean drawn = TRUE;

  if (!parse_view (options, basemap, &drawing.view, error))
    return FALSE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (drawing.view.width * options->scale),
                                        (int) (drawing.view.height * options->scale));
  cairo_surface_set_device_scale (surface, options->scale, options->scale);

  for (int i = 0; drawn && i < options->repeat; i++)
    {
      cairo_t *cr = cairo_create (surface);
      gint64 start = g_get_monotonic_time ();

      drawn = yz_basemap_draw (basemap, cr, &drawing, NULL, error);
      g_printerr ("drawn in %.1f ms\n", (g_get_monotonic_time () - start) / 1e3);
      cairo_destroy (cr);
    }
  if (drawn && cairo_surface_write_to_png (surface, target) != CAIRO_STATUS_SUCCESS)
    drawn = bad_option (error, "the PNG cannot be written");
  cairo_surface_destroy (surface);
  return drawn;
}

int
main (int argc, char *argv[])
{
  Options options = { .zoom = 15, .scale = 1, .repeat = 1 };
  char *target = NULL;
  const GOptionEntry entries[] = {
    { "center", 'c', 0, G_OPTION_ARG_STRING, &options.center, "middle of the drawing", "LON,LAT" },
    { "zoom", 'z', 0, G_OPTION_ARG_DOUBLE, &options.zoom, "zoom level", "Z" },
    { "size", 's', 0, G_OPTION_ARG_STRING, &options.size, "pixels at scale 1", "WxH" },
    { "scale", 'x', 0, G_OPTION_ARG_DOUBLE, &options.scale, "pixels a pixel", "N" },
    { "style", 'y', 0, G_OPTION_ARG_STRING, &options.style, "light, dark or print", "STYLE" },
    { "repeat", 'r', 0, G_OPTION_ARG_INT, &options.repeat, "draw so often", "N" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &target, "the PNG to write", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, "basemaps or extracts", "FILE…" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- draw a map");
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YzBasemap) basemap = NULL;
  g_autoptr (GError) error = NULL;
  gboolean drawn;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || options.files == NULL || target == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "give basemap files and --output");
      return EXIT_FAILURE;
    }

  basemap = open_files (options.files, made, &error);
  drawn = basemap != NULL && draw (&options, basemap, target, &error);
  for (guint i = 0; i < made->len; i++)
    g_unlink (g_ptr_array_index (made, i));
  if (!drawn)
    g_printerr ("%s\n", error->message);
  return drawn ? EXIT_SUCCESS : EXIT_FAILURE;
}

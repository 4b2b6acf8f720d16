/*
 * The verbs that add layers to the map. Each asks for a file and ends in an action with a parameter, which does the
 * work without asking:
 *
 *   map.ask-street-map    map.add-street-map(s)   path of an OpenStreetMap extract
 *   map.ask-pictures      map.add-pictures(s)     path of an MBTiles file
 *   map.ask-outlines      map.add-outlines((ss))  path of a GeoJSON file or Shapefile, datum
 *                         map.add-online((sssss)) name, address, key, datum, attribution
 */
#include "config.h"

#include "yz-station-map-private.h"

#include "yz-basemap-import.h"
#include "yz-basemap.h"
#include "yz-map-extent.h"

#include <glib/gi18n-lib.h>

/* --- the street map --- */

typedef struct
{
  char *source;
  char *target;
  YzJob *job;
  YzBox bounds; /* of the streets that were found, empty without any */
} StreetMap;

static void
street_map_free (gpointer data)
{
  StreetMap *map = data;

  g_clear_pointer (&map->source, g_free);
  g_clear_pointer (&map->target, g_free);
  g_clear_object (&map->job);
  g_free (map);
}

static void
report (double fraction, gpointer job)
{
  yz_job_report ((guint64) (fraction * 1000), 1000, job);
}

/* Asked of the new file alone: what the map is drawn from is opened again only later, and covers more. */
static gboolean
find_bounds (StreetMap *map, GError **error)
{
  const char *const paths[] = { map->target, NULL };
  g_autoptr (YzBasemap) streets = yz_basemap_new (paths, error);

  if (streets == NULL)
    return FALSE;
  if (!yz_basemap_get_bounds (streets, &map->bounds))
    map->bounds = YZ_BOX_EMPTY;
  return TRUE;
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StreetMap *map = data;
  GError *error = NULL;

  if (yz_basemap_import_osm (map->source, map->target, YZ_BASEMAP_ORIGIN_OSM, report, map->job, cancellable, &error) &&
      find_bounds (map, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Where the file has no streets nothing changes on the screen, so it has to be said. */
static void
tell_imported (YzStationMap *self, const StreetMap *map)
{
  g_autofree char *file = g_filename_display_basename (map->source);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("The street map from %s is ready. What the file does not cover stays "
                                                 "empty."),
                                              file);

  yz_station_map_tell (self, message);
}

static gboolean
is_in_view (YzStationMap *self, const YzBox *box)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  YzBox view = YZ_BOX_EMPTY;

  yz_box_add (&view, yz_map_extent_get_position (&extent, 0, 0));
  yz_box_add (&view, yz_map_extent_get_position (&extent, extent.width, extent.height));
  return yz_box_intersects (&view, box);
}

/* Who adds a street map wants to see it: in place of the ground that hides it, and where it is. */
static void
show_street_map (YzStationMap *self, const YzBox *streets)
{
  YzMapLayers *layers = yz_map_backdrop_get_layers (self->backdrop);
  g_autoptr (YzMapLayer) own = g_list_model_get_item (G_LIST_MODEL (layers), 0);
  YzBox shown;

  yz_map_layers_show (layers, own, TRUE);
  yz_map_layers_tell_basemap_changed (layers);
  if (yz_box_is_empty (streets))
    return;
  if (!is_in_view (self, streets) || !yz_station_map_get_bounds (self, &shown))
    yz_station_map_fit (self, streets);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  YzStationMap *self = YZ_STATION_MAP (source);
  StreetMap *map = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  yz_job_finish (map->job);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      g_prefix_error (&error, "%s ", _ ("No street map could be made:"));
      yz_station_map_tell (self, error->message);
      return;
    }
  if (self->backdrop == NULL)
    return;
  show_street_map (self, &map->bounds);
  tell_imported (self, map);
}

static void
add_street_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  StreetMap *map = g_new0 (StreetMap, 1);
  g_autofree char *file = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GTask) task = NULL;

  map->source = g_variant_dup_string (parameter, NULL);
  map->target = yz_map_layers_dup_street_map_path (yz_map_backdrop_get_layers (self->backdrop), map->source);
  if (map->target == NULL)
    {
      street_map_free (map);
      return;
    }
  file = g_filename_display_basename (map->source);
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_ ("Making the street map from %s"), file);
  map->job = yz_job_new (title);
  yz_session_add_job (yz_listing_get_session (YZ_LISTING (self->stations)), map->job);
  task = g_task_new (self, yz_job_get_cancellable (map->job), on_imported, NULL);
  g_task_set_source_tag (task, add_street_map_action);
  g_task_set_task_data (task, map, street_map_free);
  g_task_run_in_thread (task, import_in_thread);
}

/* --- other layers --- */

static YzMapLayer *
create_layer (YzMapLayerKind kind, const char *path, YzDatum datum)
{
  g_autofree char *name = g_filename_display_basename (path);

  return yz_map_layer_new (kind, name, path, NULL, datum, NULL);
}

static void
add_pictures_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  g_autoptr (YzMapLayer)
    layer = create_layer (YZ_MAP_LAYER_PICTURES, g_variant_get_string (parameter, NULL), YZ_DATUM_WGS84);

  yz_map_layers_add (yz_map_backdrop_get_layers (self->backdrop), layer);
}

/* Outlines are added to be seen, wherever the map is. */
void
yz_station_map_outlined (YzStationMap *self, YzMapLayer *layer, const YzBox *bounds)
{
  if (self->awaited != layer)
    return;
  g_clear_object (&self->awaited);
  yz_station_map_fit (self, bounds);
}

static void
add_outlines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  g_autoptr (YzMapLayer) layer = NULL;
  const char *path, *datum_name;
  YzDatum datum = YZ_DATUM_WGS84;

  g_variant_get (parameter, "(&s&s)", &path, &datum_name);
  yz_datum_from_name (datum_name, &datum);
  layer = create_layer (YZ_MAP_LAYER_OUTLINES, path, datum);
  g_set_object (&self->awaited, layer);
  yz_map_layers_add (yz_map_backdrop_get_layers (self->backdrop), layer);
}

static void
add_online_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  const char *name, *address, *key, *datum_name, *attribution;
  YzDatum datum = YZ_DATUM_WGS84;
  g_autoptr (YzMapLayer) layer = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s&s&s&s)", &name, &address, &key, &datum_name, &attribution);
  if (!yz_map_layer_check_address (address, &error))
    {
      yz_station_map_tell (self, error->message);
      return;
    }
  yz_datum_from_name (datum_name, &datum);
  layer = yz_map_layer_new (YZ_MAP_LAYER_ONLINE, name, address, key, datum, attribution);
  yz_map_layers_add (yz_map_backdrop_get_layers (self->backdrop), layer);
}

/* --- asking --- */

static void
on_response (GtkNativeDialog *dialog, int response, YzStationMap *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *action = g_object_get_data (G_OBJECT (dialog), "action");
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  /* of all files only outlines are asked for their datum, and GTK warns of a choice that was not offered */
  if (response == GTK_RESPONSE_ACCEPT && path != NULL && g_str_equal (action, "map.add-outlines"))
    gtk_widget_activate_action (GTK_WIDGET (self), action, "(ss)", path,
                                gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), "datum"));
  else if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", path);
  g_object_unref (dialog);
}

static GtkFileChooser *
create_chooser (YzStationMap *self, const char *title, const char *kind, const char *const *suffixes,
                const char *action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (title, GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_object_set_data (G_OBJECT (native), "action", (gpointer) action);
  g_signal_connect_object (native, "response", G_CALLBACK (on_response), self, 0);
  gtk_popover_popdown (gtk_menu_button_get_popover (self->layers_button));
  return GTK_FILE_CHOOSER (native);
}

static void
ask_street_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "osm.pbf", "pbf", "osm", NULL };
  GtkFileChooser *chooser = create_chooser (YZ_STATION_MAP (widget), _ ("Add Street Map"), _ ("OpenStreetMap extracts"),
                                            suffixes, "map.add-street-map");

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
ask_pictures_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "mbtiles", NULL };
  GtkFileChooser *chooser = create_chooser (YZ_STATION_MAP (widget), _ ("Add Picture Tiles"), _ ("MBTiles files"),
                                            suffixes, "map.add-pictures");

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
ask_outlines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "geojson", "json", "shp", NULL };
  const char *datums[] = { "wgs84", "gcj02", "bd09", NULL };
  const char *names[] = { "WGS-84", "GCJ-02", "BD-09", NULL };
  GtkFileChooser *chooser = create_chooser (YZ_STATION_MAP (widget), _ ("Add Outlines of Districts"),
                                            _ ("GeoJSON files and Shapefiles"), suffixes, "map.add-outlines");

  gtk_file_chooser_add_choice (chooser, "datum", _ ("Datum"), datums, names);
  gtk_file_chooser_set_choice (chooser, "datum", "wgs84");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
yz_station_map_install_layer_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.ask-street-map", NULL, ask_street_map_action);
  gtk_widget_class_install_action (widget_class, "map.ask-pictures", NULL, ask_pictures_action);
  gtk_widget_class_install_action (widget_class, "map.ask-outlines", NULL, ask_outlines_action);
  gtk_widget_class_install_action (widget_class, "map.add-street-map", "s", add_street_map_action);
  gtk_widget_class_install_action (widget_class, "map.add-pictures", "s", add_pictures_action);
  gtk_widget_class_install_action (widget_class, "map.add-outlines", "(ss)", add_outlines_action);
  gtk_widget_class_install_action (widget_class, "map.add-online", "(sssss)", add_online_action);
}

#include "config.h"

#include "yz-map-backdrop.h"

#include "yz-errors.h"
#include "yz-map-district-layer.h"
#include "yz-map-raster-source.h"
#include "yz-map-tile-source.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define CACHE_SIZE (64 * 1024 * 1024)
#define REST_MS 600 /* after which the view is kept */

struct _YzMapBackdrop
{
  GObject parent_instance;

  ShumateMap *map;    /* not owned: it owns us by its widget */
  YzSession *session; /* (nullable) */
  YzMapScene *scene;  /* (nullable) */
  YzMapLayers *layers;
  YzBasemap *basemap; /* (nullable): while it is being opened */
  YzTilePainter *painter;
  ShumateLayer *ground; /* (nullable): in the map */
  GPtrArray *districts; /* of YzMapDistrictLayer, in the map */
  GArray *points;       /* (nullable): to be counted in districts */
  GCancellable *cancellable;
  char *attribution;

  YzPosition view_centre;
  double view_zoom;
  guint view_timeout;
};

G_DEFINE_FINAL_TYPE (YzMapBackdrop, yz_map_backdrop, G_TYPE_OBJECT)

typedef enum
{
  PROP_ATTRIBUTION = 1,
  PROP_LAYERS,
} YzMapBackdropProperty;

enum
{
  FAILED,
  RESTED,
  OUTLINED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_LAYERS + 1];
static guint signals[N_SIGNALS];

static void
tell_failure (YzMapBackdrop *self, YzMapLayer *layer, const GError *error)
{
  g_autofree char *reason = yz_error_to_sentence (error);
  g_autofree char *message =
    /* Translators: the first %s is a map layer's name, the second says what is wrong */
    g_strdup_printf (_ ("“%s” cannot be shown: %s"), yz_map_layer_get_name (layer), reason);

  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
set_attribution (YzMapBackdrop *self, const char *attribution)
{
  if (g_strcmp0 (self->attribution, attribution) == 0)
    return;
  g_free (self->attribution);
  self->attribution = g_strdup (attribution);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTRIBUTION]);
}

/* --- the ground --- */

static void
set_source (YzMapBackdrop *self, ShumateMapSource *source)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  ShumateLayer *former = self->ground;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->map));

  shumate_viewport_set_reference_map_source (viewport, source);
  self->ground = SHUMATE_LAYER (shumate_map_layer_new (source, viewport));
  shumate_map_add_layer (self->map, self->ground);
  if (first != NULL)
    shumate_map_insert_layer_behind (self->map, self->ground, SHUMATE_LAYER (first));
  if (former != NULL)
    shumate_map_remove_layer (self->map, former);
}

static YzMapStyle
current_style (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? YZ_MAP_STYLE_DARK : YZ_MAP_STYLE_LIGHT;
}

/* Whose work the map is; what we invented ourselves needs no credit, the land beneath a street map none either. */
static const char *
credit_for (YzBasemapOrigin origins)
{
  if (origins & YZ_BASEMAP_ORIGIN_OSM)
    return _ ("© OpenStreetMap contributors");
  if (origins & YZ_BASEMAP_ORIGIN_OWN)
    return _ ("Invented city, for trying out");
  return origins & YZ_BASEMAP_ORIGIN_NATURAL_EARTH ? _ ("Made with Natural Earth") : NULL;
}

static void
show_basemap (YzMapBackdrop *self)
{
  g_autoptr (ShumateMapSource) source = NULL;

  if (self->painter == NULL)
    return;
  source =
    yz_map_tile_source_new (self->painter, current_style (), gtk_widget_get_scale_factor (GTK_WIDGET (self->map)));
  set_source (self, source);
  set_attribution (self, credit_for (yz_basemap_get_origins (self->basemap)));
}

static void
show_pictures (YzMapBackdrop *self, YzMapLayer *layer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzMbtiles) file = yz_mbtiles_new (yz_map_layer_get_source (layer), &error);
  g_autoptr (ShumateMapSource) source = NULL;
  const char *attribution = yz_map_layer_get_attribution (layer);

  if (file == NULL)
    {
      tell_failure (self, layer, error);
      show_basemap (self);
      return;
    }
  source = yz_map_raster_source_new_for_file (file, yz_map_layer_get_datum (layer));
  set_source (self, source);
  if (attribution == NULL || *attribution == '\0')
    attribution = yz_mbtiles_get_metadata (file, "attribution");
  set_attribution (self, attribution != NULL ? attribution : yz_map_layer_get_name (layer));
}

static void
show_online (YzMapBackdrop *self, YzMapLayer *layer)
{
  g_autofree char *address = yz_map_layer_dup_address (layer);
  g_autoptr (ShumateMapSource) source = yz_map_raster_source_new_for_address (address, yz_map_layer_get_datum (layer));

  set_source (self, source);
  set_attribution (self, yz_map_layer_get_attribution (layer));
}

static void
show_ground (YzMapBackdrop *self)
{
  YzMapLayer *ground = yz_map_layers_get_ground (self->layers);

  switch (yz_map_layer_get_kind (ground))
    {
    case YZ_MAP_LAYER_PICTURES:
      show_pictures (self, ground);
      break;
    case YZ_MAP_LAYER_ONLINE:
      show_online (self, ground);
      break;
    case YZ_MAP_LAYER_BASEMAP:
    case YZ_MAP_LAYER_OUTLINES:
    default:
      show_basemap (self);
    }
}

static void
open_in_thread (GTask *task, gpointer source, gpointer paths, GCancellable *cancellable)
{
  GError *error = NULL;
  YzBasemap *basemap = yz_basemap_new (paths, &error);

  if (basemap == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, basemap, g_object_unref);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  YzMapBackdrop *self = YZ_MAP_BACKDROP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzBasemap) basemap = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->map == NULL)
    return;
  if (basemap == NULL)
    {
      tell_failure (self, yz_map_layers_get_ground (self->layers), error);
      return;
    }
  g_clear_object (&self->painter);
  g_set_object (&self->basemap, basemap);
  self->painter = yz_tile_painter_new (basemap, CACHE_SIZE);
  show_ground (self);
}

static void
open_basemap (YzMapBackdrop *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_opened, NULL);
  g_task_set_source_tag (task, open_basemap);
  g_task_set_task_data (task, yz_map_layers_dup_basemap_paths (self->layers), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, open_in_thread);
}

/* --- districts --- */

static void
on_outlines_read (YzMapBackdrop *self, const GError *error, YzMapDistrictLayer *district)
{
  YzMapLayer *layer = yz_map_district_layer_get_layer (district);
  YzBox bounds = yz_map_district_layer_get_bounds (district);

  if (error != NULL)
    tell_failure (self, layer, error);
  else
    g_signal_emit (self, signals[OUTLINED], 0, layer, &bounds);
}

static void
show_districts (YzMapBackdrop *self)
{
  GListModel *model = G_LIST_MODEL (self->layers);

  while (self->districts->len > 0)
    {
      shumate_map_remove_layer (self->map, self->districts->pdata[0]);
      g_ptr_array_remove_index (self->districts, 0);
    }
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (YzMapLayer) layer = g_list_model_get_item (model, i);
      YzMapDistrictLayer *district;

      if (yz_map_layer_get_kind (layer) != YZ_MAP_LAYER_OUTLINES || !yz_map_layer_get_shown (layer))
        continue;
      district = yz_map_district_layer_new (shumate_map_get_viewport (self->map), self->scene, layer);
      g_signal_connect_object (district, "read", G_CALLBACK (on_outlines_read), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->districts, g_object_ref_sink (district));
      shumate_map_add_layer (self->map, SHUMATE_LAYER (district));
      if (self->ground != NULL)
        shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (district), self->ground);
      if (self->points != NULL)
        yz_map_district_layer_count (district, self->points);
    }
}

void
yz_map_backdrop_count_districts (YzMapBackdrop *self, GArray *points)
{
  g_return_if_fail (YZ_IS_MAP_BACKDROP (self));

  g_clear_pointer (&self->points, g_array_unref);
  self->points = g_array_ref (points);
  for (guint i = 0; i < self->districts->len; i++)
    yz_map_district_layer_count (self->districts->pdata[i], points);
}

/* --- the workspace --- */

static void
on_layers_changed (YzMapBackdrop *self)
{
  open_basemap (self);
  show_districts (self);
}

static void
on_store_changed (YzMapBackdrop *self)
{
  YzStore *store = self->session != NULL ? yz_session_get_store (self->session) : NULL;

  g_clear_handle_id (&self->view_timeout, g_source_remove);
  if (self->map == NULL)
    return;
  g_clear_object (&self->layers);
  self->layers = yz_map_layers_new (store != NULL ? yz_store_get_path (store) : NULL);
  g_signal_connect_object (self->layers, "changed", G_CALLBACK (on_layers_changed), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYERS]);
  on_layers_changed (self);
}

/* --- object --- */

static void
yz_map_backdrop_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzMapBackdrop *self = YZ_MAP_BACKDROP (object);

  switch ((YzMapBackdropProperty) prop_id)
    {
    case PROP_ATTRIBUTION:
      g_value_set_string (value, self->attribution);
      break;
    case PROP_LAYERS:
      g_value_set_object (value, self->layers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_map_backdrop_dispose (GObject *object)
{
  YzMapBackdrop *self = YZ_MAP_BACKDROP (object);

  g_clear_weak_pointer (&self->map);
  g_clear_handle_id (&self->view_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->painter);
  g_clear_object (&self->basemap);
  g_clear_object (&self->layers);
  g_clear_object (&self->session);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->districts, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->attribution, g_free);

  G_OBJECT_CLASS (yz_map_backdrop_parent_class)->dispose (object);
}

static void
yz_map_backdrop_class_init (YzMapBackdropClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_map_backdrop_get_property;
  object_class->dispose = yz_map_backdrop_dispose;

  properties[PROP_ATTRIBUTION] = g_param_spec_string ("attribution", NULL, NULL, NULL, flags);
  properties[PROP_LAYERS] = g_param_spec_object ("layers", NULL, NULL, YZ_TYPE_MAP_LAYERS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FAILED] = g_signal_new ("failed", YZ_TYPE_MAP_BACKDROP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  signals[RESTED] = g_signal_new ("rested", YZ_TYPE_MAP_BACKDROP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[OUTLINED] = g_signal_new ("outlined", YZ_TYPE_MAP_BACKDROP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, YZ_TYPE_MAP_LAYER, G_TYPE_POINTER);
}

static void
yz_map_backdrop_init (YzMapBackdrop *self)
{
  self->districts = g_ptr_array_new_with_free_func (g_object_unref);
}

YzMapBackdrop *
yz_map_backdrop_new (ShumateMap *map, YzSession *session, YzMapScene *scene)
{
  YzMapBackdrop *self = g_object_new (YZ_TYPE_MAP_BACKDROP, NULL);

  /* a basemap that is being opened may keep the backdrop alive for longer than its map */
  g_set_weak_pointer (&self->map, map);
  g_set_object (&self->session, session);
  g_set_object (&self->scene, scene);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show_ground), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::scale-factor", G_CALLBACK (show_ground), self, G_CONNECT_SWAPPED);
  if (session != NULL)
    g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  on_store_changed (self);
  return self;
}

YzMapLayers *
yz_map_backdrop_get_layers (YzMapBackdrop *self)
{
  g_return_val_if_fail (YZ_IS_MAP_BACKDROP (self), NULL);
  return self->layers;
}

gboolean
yz_map_backdrop_get_bounds (YzMapBackdrop *self, YzBox *bounds)
{
  g_return_val_if_fail (YZ_IS_MAP_BACKDROP (self), FALSE);
  return self->basemap != NULL && yz_basemap_get_bounds (self->basemap, bounds);
}

gboolean
yz_map_backdrop_get_view (YzMapBackdrop *self, YzPosition *centre, double *zoom)
{
  g_return_val_if_fail (YZ_IS_MAP_BACKDROP (self), FALSE);
  return yz_map_layers_get_view (self->layers, centre, zoom);
}

static gboolean
on_rest (gpointer data)
{
  YzMapBackdrop *self = YZ_MAP_BACKDROP (data);

  self->view_timeout = 0;
  yz_map_layers_set_view (self->layers, self->view_centre, self->view_zoom);
  g_signal_emit (self, signals[RESTED], 0, self->view_centre.lon, self->view_centre.lat);
  return G_SOURCE_REMOVE;
}

void
yz_map_backdrop_keep_view (YzMapBackdrop *self, YzPosition centre, double zoom)
{
  g_return_if_fail (YZ_IS_MAP_BACKDROP (self));

  self->view_centre = centre;
  self->view_zoom = zoom;
  g_clear_handle_id (&self->view_timeout, g_source_remove);
  self->view_timeout = g_timeout_add (REST_MS, on_rest, self);
}

#include "config.h"

#include "yz-map-layers.h"

#include "yz-street-maps.h"

#include "yz-workspace-settings.h"

#include <glib/gi18n-lib.h>

struct _YzMapLayers
{
  GObject parent_instance;

  char *workspace;
  GSettings *settings;
  GListStore *layers;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void yz_map_layers_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzMapLayers, yz_map_layers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, yz_map_layers_list_model_init))

/* --- in and out of the settings --- */

static YzMapLayer *
layer_at (YzMapLayers *self, guint position)
{
  g_autoptr (YzMapLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->layers), position);

  /* the list keeps it */
  return layer;
}

static guint
n_layers (YzMapLayers *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->layers));
}

static void
save (YzMapLayers *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(isssssb)"));
  for (guint i = 1; i < n_layers (self); i++)
    g_variant_builder_add_value (&builder, yz_map_layer_to_variant (layer_at (self, i)));
  g_settings_set_value (self->settings, "layers", g_variant_builder_end (&builder));
}

static void
load (YzMapLayers *self)
{
  g_autoptr (GVariant) saved = g_settings_get_value (self->settings, "layers");
  g_autoptr (YzMapLayer) own =
    /* Translators: the map that the program draws itself */
    yz_map_layer_new (YZ_MAP_LAYER_BASEMAP, _ ("Street map"), "", NULL, YZ_DATUM_WGS84, NULL);

  g_list_store_append (self->layers, own);
  for (gsize i = 0; i < g_variant_n_children (saved); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (saved, i);
      g_autoptr (YzMapLayer) layer = yz_map_layer_new_from_variant (child);

      if (layer != NULL)
        g_list_store_append (self->layers, layer);
    }
  yz_map_layer_set_shown (own, TRUE);
  for (guint i = 1; i < n_layers (self); i++)
    if (yz_map_layer_is_ground (layer_at (self, i)) && yz_map_layer_get_shown (layer_at (self, i)))
      yz_map_layer_set_shown (own, FALSE);
}

/* --- the list --- */

static GType
yz_map_layers_get_item_type (GListModel *model)
{
  return YZ_TYPE_MAP_LAYER;
}

static guint
yz_map_layers_get_n_items (GListModel *model)
{
  return n_layers (YZ_MAP_LAYERS (model));
}

static gpointer
yz_map_layers_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (YZ_MAP_LAYERS (model)->layers), position);
}

static void
yz_map_layers_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = yz_map_layers_get_item_type;
  iface->get_n_items = yz_map_layers_get_n_items;
  iface->get_item = yz_map_layers_get_item;
}

static void
yz_map_layers_finalize (GObject *object)
{
  YzMapLayers *self = YZ_MAP_LAYERS (object);

  g_clear_object (&self->layers);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->workspace, g_free);

  G_OBJECT_CLASS (yz_map_layers_parent_class)->finalize (object);
}

static void
yz_map_layers_class_init (YzMapLayersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_map_layers_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", YZ_TYPE_MAP_LAYERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_items_changed (YzMapLayers *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
yz_map_layers_init (YzMapLayers *self)
{
  self->layers = g_list_store_new (YZ_TYPE_MAP_LAYER);
}

YzMapLayers *
yz_map_layers_new (const char *workspace)
{
  YzMapLayers *self = g_object_new (YZ_TYPE_MAP_LAYERS, NULL);

  self->workspace = g_strdup (workspace);
  self->settings = yz_workspace_settings_new ("Map", "maps", workspace);
  load (self);
  g_signal_connect_object (self->layers, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}

static void
tell_changed (YzMapLayers *self)
{
  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* One ground is shown at a time. */
static void
set_shown (YzMapLayers *self, YzMapLayer *layer, gboolean shown)
{
  for (guint i = 0; yz_map_layer_is_ground (layer) && i < n_layers (self); i++)
    if (yz_map_layer_is_ground (layer_at (self, i)))
      yz_map_layer_set_shown (layer_at (self, i), FALSE);
  yz_map_layer_set_shown (layer, shown);
}

void
yz_map_layers_add (YzMapLayers *self, YzMapLayer *layer)
{
  g_return_if_fail (YZ_IS_MAP_LAYERS (self));

  set_shown (self, layer, TRUE);
  g_list_store_append (self->layers, layer);
  tell_changed (self);
}

void
yz_map_layers_remove (YzMapLayers *self, YzMapLayer *layer)
{
  guint position;

  g_return_if_fail (YZ_IS_MAP_LAYERS (self));

  if (!g_list_store_find (self->layers, layer, &position) || position == 0)
    return;
  if (yz_map_layer_is_ground (layer) && yz_map_layer_get_shown (layer))
    yz_map_layer_set_shown (layer_at (self, 0), TRUE);
  g_list_store_remove (self->layers, position);
  tell_changed (self);
}

void
yz_map_layers_show (YzMapLayers *self, YzMapLayer *layer, gboolean shown)
{
  g_return_if_fail (YZ_IS_MAP_LAYERS (self));

  if (yz_map_layer_get_shown (layer) == shown || (yz_map_layer_is_ground (layer) && !shown))
    return;
  set_shown (self, layer, shown);
  tell_changed (self);
}

YzMapLayer *
yz_map_layers_get_ground (YzMapLayers *self)
{
  g_return_val_if_fail (YZ_IS_MAP_LAYERS (self), NULL);

  for (guint i = 1; i < n_layers (self); i++)
    if (yz_map_layer_is_ground (layer_at (self, i)) && yz_map_layer_get_shown (layer_at (self, i)))
      return layer_at (self, i);
  return layer_at (self, 0);
}

char *
yz_shipped_map_path (const char *name)
{
  const char *uninstalled = g_getenv ("YIZHAN_DATADIR");

  return g_build_filename (uninstalled != NULL ? uninstalled : PKGDATADIR, "maps", name, NULL);
}

char *
yz_map_layers_dup_street_map_path (YzMapLayers *self, const char *extract)
{
  g_return_val_if_fail (YZ_IS_MAP_LAYERS (self), NULL);
  return self->workspace != NULL ? yz_street_map_dup_path (self->workspace, extract) : NULL;
}

GStrv
yz_map_layers_dup_basemap_paths (YzMapLayers *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autofree char *world = yz_shipped_map_path ("world.gpkg");
  g_auto (GStrv) streets = self->workspace != NULL ? yz_street_maps_list (self->workspace) : NULL;

  if (g_file_test (world, G_FILE_TEST_EXISTS))
    g_strv_builder_add (paths, world);
  if (streets != NULL)
    g_strv_builder_addv (paths, (const char **) streets);
  return g_strv_builder_end (paths);
}

void
yz_map_layers_tell_basemap_changed (YzMapLayers *self)
{
  g_return_if_fail (YZ_IS_MAP_LAYERS (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
yz_map_layers_get_view (YzMapLayers *self, YzPosition *centre, double *zoom)
{
  g_return_val_if_fail (YZ_IS_MAP_LAYERS (self), FALSE);

  g_settings_get (self->settings, "view", "(ddd)", &centre->lon, &centre->lat, zoom);
  return *zoom >= 0 && yz_position_is_valid (*centre);
}

void
yz_map_layers_set_view (YzMapLayers *self, YzPosition centre, double zoom)
{
  g_return_if_fail (YZ_IS_MAP_LAYERS (self));
  g_settings_set (self->settings, "view", "(ddd)", centre.lon, centre.lat, zoom);
}

#include "config.h"

#include "yz-map-tile-source.h"

#define TILE_SIZE 256
#define MAX_ZOOM 19

struct _YzMapTileSource
{
  ShumateMapSource parent_instance;

  YzTilePainter *painter;
  YzMapStyle style;
  int scale;
};

G_DEFINE_FINAL_TYPE (YzMapTileSource, yz_map_tile_source, SHUMATE_TYPE_MAP_SOURCE)

static void
on_painted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YzMapTileSource *self = g_task_get_source_object (task);
  ShumateTile *tile = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = yz_tile_painter_paint_finish (YZ_TILE_PAINTER (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;
  int size = TILE_SIZE * self->scale;

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, (gsize) size * 4);
  shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
  shumate_tile_set_fade_in (tile, FALSE);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static void
yz_map_tile_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  YzMapTileSource *self = YZ_MAP_TILE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  YzTileKey key = {
    .zoom = (int) shumate_tile_get_zoom_level (tile),
    .x = (int) shumate_tile_get_x (tile),
    .y = (int) shumate_tile_get_y (tile),
    .size = TILE_SIZE,
    .scale = self->scale,
    .style = self->style,
  };

  g_task_set_source_tag (task, yz_map_tile_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  yz_tile_painter_paint_async (self->painter, &key, cancellable, on_painted, task);
}

static gboolean
yz_map_tile_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
yz_map_tile_source_dispose (GObject *object)
{
  YzMapTileSource *self = YZ_MAP_TILE_SOURCE (object);

  g_clear_object (&self->painter);

  G_OBJECT_CLASS (yz_map_tile_source_parent_class)->dispose (object);
}

static void
yz_map_tile_source_class_init (YzMapTileSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->dispose = yz_map_tile_source_dispose;
  source_class->fill_tile_async = yz_map_tile_source_fill_tile_async;
  source_class->fill_tile_finish = yz_map_tile_source_fill_tile_finish;
}

static void
yz_map_tile_source_init (YzMapTileSource *self)
{
}

ShumateMapSource *
yz_map_tile_source_new (YzTilePainter *painter, YzMapStyle style, int scale)
{
  g_autofree char *id = g_strdup_printf ("basemap-%d-%d", style, scale);
  YzMapTileSource *self = g_object_new (YZ_TYPE_MAP_TILE_SOURCE, "id", id, "name", "Basemap", "min-zoom-level", 0,
                                        "max-zoom-level", MAX_ZOOM, "tile-size", TILE_SIZE, "projection",
                                        SHUMATE_MAP_PROJECTION_MERCATOR, NULL);

  self->painter = g_object_ref (painter);
  self->style = style;
  self->scale = scale;
  return SHUMATE_MAP_SOURCE (self);
}

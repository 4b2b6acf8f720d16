#include "config.h"

#include "yz-map-raster-source.h"

#include "yz-tile-shift.h"

#define TILE_SIZE 256
#define MAX_ZOOM 19
#define MAX_LEVELS 10 /* a pixel is then as large as a street */
#define N_PARTS 4

struct _YzMapRasterSource
{
  ShumateMapSource parent_instance;

  YzMbtiles *file;           /* (nullable): where the tiles come from, */
  ShumateDataSource *server; /* (nullable): or from here */
  YzDatum datum;
};

G_DEFINE_FINAL_TYPE (YzMapRasterSource, yz_map_raster_source, SHUMATE_TYPE_MAP_SOURCE)

/* One tile of the map and the pictures it is put together from. */
typedef struct
{
  ShumateTile *tile;
  YzTileShift shift;
  int levels; /* by which the pictures are enlarged, as the source has none so close */
  GdkTexture *parts[N_PARTS];
  guint n_missing; /* pictures that have not come yet */
  GError *error;   /* (nullable): of the last one that failed */
} Filling;

typedef struct
{
  GTask *task;
  guint part;
} Part;

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  for (guint i = 0; i < N_PARTS; i++)
    g_clear_object (&filling->parts[i]);
  g_clear_object (&filling->tile);
  g_clear_error (&filling->error);
  g_free (filling);
}

/* The picture of the tile @x, @y, or what an enlarged picture shows of it. */
static void
draw_part (cairo_t *cr, GdkTexture *texture, int levels, int x, int y)
{
  int n = 1 << levels;
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  gdk_texture_download (texture, cairo_image_surface_get_data (picture),
                        (gsize) cairo_image_surface_get_stride (picture));
  cairo_surface_mark_dirty (picture);
  cairo_rectangle (cr, 0, 0, TILE_SIZE, TILE_SIZE);
  cairo_clip (cr);
  cairo_translate (cr, -(double) TILE_SIZE * (x % n), -(double) TILE_SIZE * (y % n));
  cairo_scale (cr, (double) TILE_SIZE * n / width, (double) TILE_SIZE * n / height);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_surface_destroy (picture);
}

static GdkTexture *
put_together (Filling *filling)
{
  const YzTileShift *shift = &filling->shift;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;

  if (shift->columns * shift->rows == 1 && filling->levels == 0)
    return filling->parts[0] != NULL ? g_object_ref (filling->parts[0]) : NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE_SIZE, TILE_SIZE);
  cr = cairo_create (surface);
  for (int i = 0; i < shift->columns * shift->rows; i++)
    {
      int column = i % shift->columns;
      int row = i / shift->columns;

      if (filling->parts[i] == NULL)
        continue;
      cairo_save (cr);
      cairo_translate (cr, shift->left + column * TILE_SIZE, shift->top + row * TILE_SIZE);
      draw_part (cr, filling->parts[i], filling->levels, shift->x + column, shift->y + row);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), TILE_SIZE * TILE_SIZE * 4);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (TILE_SIZE, TILE_SIZE, GDK_MEMORY_DEFAULT, bytes, TILE_SIZE * 4);
}

/* A tile that is not there stays empty: files and services end somewhere. */
static void
finish_filling (GTask *task)
{
  Filling *filling = g_task_get_task_data (task);
  g_autoptr (GdkTexture) texture = put_together (filling);

  if (texture == NULL && filling->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&filling->error));
      return;
    }
  shumate_tile_set_paintable (filling->tile, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  shumate_tile_set_fade_in (filling->tile, FALSE);
  shumate_tile_set_state (filling->tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static void
take_part (Part *part, GBytes *bytes, GError *error)
{
  Filling *filling = g_task_get_task_data (part->task);
  g_autoptr (GError) own_error = error;

  if (bytes != NULL)
    filling->parts[part->part] = gdk_texture_new_from_bytes (bytes, own_error == NULL ? &own_error : NULL);
  if (own_error != NULL)
    {
      g_clear_error (&filling->error);
      filling->error = g_steal_pointer (&own_error);
    }
  if (--filling->n_missing == 0)
    finish_filling (part->task);
  g_object_unref (part->task);
  g_free (part);
}

static void
on_downloaded (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = shumate_data_source_get_tile_data_finish (SHUMATE_DATA_SOURCE (source), result, &error);

  take_part (data, bytes, error);
}

typedef struct
{
  YzMbtiles *file;
  int zoom, x, y;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->file);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  GBytes *bytes = yz_mbtiles_get_tile (reading->file, reading->zoom, reading->x, reading->y, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  take_part (data, bytes, error);
}

static void
ask_for_part (YzMapRasterSource *self, Part *part, int zoom, int x, int y, GCancellable *cancellable)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (self->server != NULL)
    {
      shumate_data_source_get_tile_data_async (self->server, x, y, zoom, cancellable, on_downloaded, part);
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (self->file);
  reading->zoom = zoom;
  reading->x = x;
  reading->y = y;
  task = g_task_new (self, cancellable, on_read, part);
  g_task_set_source_tag (task, ask_for_part);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* How many levels deeper than its pictures a file is looked at; a server does not say where it ends. */
static int
levels_below (YzMapRasterSource *self, int zoom)
{
  int first, last;

  if (self->file == NULL)
    return 0;
  yz_mbtiles_get_zooms (self->file, &first, &last);
  return CLAMP (zoom - last, 0, MAX_LEVELS);
}

static void
yz_map_raster_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  YzMapRasterSource *self = YZ_MAP_RASTER_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Filling *filling = g_new0 (Filling, 1);
  int zoom = (int) shumate_tile_get_zoom_level (tile);
  const YzTileShift *shift = &filling->shift;

  filling->tile = g_object_ref (tile);
  filling->shift =
    yz_tile_shift (self->datum, zoom, (int) shumate_tile_get_x (tile), (int) shumate_tile_get_y (tile), TILE_SIZE);
  filling->n_missing = (guint) (shift->columns * shift->rows);
  filling->levels = levels_below (self, zoom);
  g_task_set_source_tag (task, yz_map_raster_source_fill_tile_async);
  g_task_set_task_data (task, filling, filling_free);
  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);

  for (int i = 0; i < shift->columns * shift->rows; i++)
    {
      Part *part = g_new0 (Part, 1);

      part->task = g_object_ref (task);
      part->part = (guint) i;
      ask_for_part (self, part, zoom - filling->levels, (shift->x + i % shift->columns) >> filling->levels,
                    (shift->y + i / shift->columns) >> filling->levels, cancellable);
    }
}

static gboolean
yz_map_raster_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
yz_map_raster_source_dispose (GObject *object)
{
  YzMapRasterSource *self = YZ_MAP_RASTER_SOURCE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->server);

  G_OBJECT_CLASS (yz_map_raster_source_parent_class)->dispose (object);
}

static void
yz_map_raster_source_class_init (YzMapRasterSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_map_raster_source_dispose;
  source_class->fill_tile_async = yz_map_raster_source_fill_tile_async;
  source_class->fill_tile_finish = yz_map_raster_source_fill_tile_finish;
}

static void
yz_map_raster_source_init (YzMapRasterSource *self)
{
}

static YzMapRasterSource *
new_source (const char *from, YzDatum datum, int max_zoom)
{
  /* the id keeps tiles of different sources apart */
  g_autofree char *id = g_strdup_printf ("pictures-%u-%d", g_str_hash (from), datum);
  YzMapRasterSource *self = g_object_new (YZ_TYPE_MAP_RASTER_SOURCE, "id", id, "min-zoom-level", 0, "max-zoom-level",
                                          max_zoom, "tile-size", TILE_SIZE, "projection",
                                          SHUMATE_MAP_PROJECTION_MERCATOR, NULL);

  self->datum = datum;
  return self;
}

ShumateMapSource *
yz_map_raster_source_new_for_file (YzMbtiles *file, YzDatum datum)
{
  YzMapRasterSource *self =
    new_source (yz_mbtiles_get_metadata (file, "name") != NULL ? yz_mbtiles_get_metadata (file, "name") : "file", datum,
                MAX_ZOOM);

  self->file = g_object_ref (file);
  return SHUMATE_MAP_SOURCE (self);
}

ShumateMapSource *
yz_map_raster_source_new_for_address (const char *address, YzDatum datum)
{
  YzMapRasterSource *self = new_source (address, datum, MAX_ZOOM);

  self->server = SHUMATE_DATA_SOURCE (shumate_tile_downloader_new (address));
  return SHUMATE_MAP_SOURCE (self);
}

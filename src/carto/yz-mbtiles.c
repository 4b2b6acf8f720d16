#include "config.h"

#include "yz-mbtiles.h"

#include "yz-carto-gdal-private.h"

struct _YzMbtiles
{
  GObject parent_instance;

  GMutex lock; /* guards the dataset */
  GDALDatasetH dataset;

  GHashTable *metadata;
  int first_zoom;
  int last_zoom;
};

G_DEFINE_FINAL_TYPE (YzMbtiles, yz_mbtiles, G_TYPE_OBJECT)

static void
yz_mbtiles_finalize (GObject *object)
{
  YzMbtiles *self = YZ_MBTILES (object);

  if (self->dataset != NULL)
    GDALClose (self->dataset);
  g_hash_table_unref (self->metadata);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (yz_mbtiles_parent_class)->finalize (object);
}

static void
yz_mbtiles_class_init (YzMbtilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_mbtiles_finalize;
}

static void
yz_mbtiles_init (YzMbtiles *self)
{
  g_mutex_init (&self->lock);
  self->metadata = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* @row_func sees each row of @sql's result. */
static gboolean
query (YzMbtiles *self, const char *sql, void (*row_func) (OGRFeatureH row, gpointer user_data), gpointer user_data,
       GError **error)
{
  OGRLayerH rows;

  yz_gdal_begin_quiet ();
  rows = GDALDatasetExecuteSQL (self->dataset, sql, NULL, NULL);
  for (gboolean more = rows != NULL; more;)
    {
      g_auto (OGRFeatureH) row = OGR_L_GetNextFeature (rows);

      more = row != NULL;
      if (more)
        row_func (row, user_data);
    }
  if (rows != NULL)
    GDALDatasetReleaseResultSet (self->dataset, rows);
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      yz_gdal_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT, "the tile file is damaged");
      yz_gdal_end_quiet ();
      return FALSE;
    }
  yz_gdal_end_quiet ();
  return TRUE;
}

static void
keep_metadata (OGRFeatureH row, gpointer user_data)
{
  YzMbtiles *self = user_data;

  if (OGR_F_GetFieldCount (row) >= 2)
    g_hash_table_replace (self->metadata, g_utf8_make_valid (OGR_F_GetFieldAsString (row, 0), -1),
                          g_utf8_make_valid (OGR_F_GetFieldAsString (row, 1), -1));
}

static void
keep_zooms (OGRFeatureH row, gpointer user_data)
{
  YzMbtiles *self = user_data;

  if (OGR_F_GetFieldCount (row) < 2 || !OGR_F_IsFieldSetAndNotNull (row, 0))
    return;
  self->first_zoom = OGR_F_GetFieldAsInteger (row, 0);
  self->last_zoom = OGR_F_GetFieldAsInteger (row, 1);
}

static gboolean
read_head (YzMbtiles *self, GError **error)
{
  const char *format;

  if (!query (self, "SELECT name, value FROM metadata", keep_metadata, self, error) ||
      !query (self, "SELECT min(zoom_level), max(zoom_level) FROM tiles", keep_zooms, self, error))
    return FALSE;

  format = g_hash_table_lookup (self->metadata, "format");
  if (g_strcmp0 (format, "pbf") == 0)
    {
      g_set_error_literal (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT,
                           "the file holds vector tiles; only picture tiles (PNG, JPEG, WebP) can be shown");
      return FALSE;
    }
  if (self->last_zoom < 0)
    {
      g_set_error_literal (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_EMPTY, "the file holds no tiles");
      return FALSE;
    }
  return TRUE;
}

YzMbtiles *
yz_mbtiles_new (const char *path, GError **error)
{
  const char *const options[] = { "LIST_ALL_TABLES=YES", NULL };
  g_autoptr (YzMbtiles) self = g_object_new (YZ_TYPE_MBTILES, NULL);

  self->first_zoom = self->last_zoom = -1;
  /* GDAL's own MBTiles driver gives pixels; the tables give the pictures as they are */
  self->dataset = yz_carto_gdal_open (path, "SQLite", options, error);
  if (self->dataset == NULL || !read_head (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
keep_tile (OGRFeatureH row, gpointer user_data)
{
  GBytes **tile = user_data;
  int size = 0;
  const GByte *data = OGR_F_GetFieldAsBinary (row, 0, &size);

  if (*tile == NULL && data != NULL && size > 0)
    *tile = g_bytes_new (data, size);
}

GBytes *
yz_mbtiles_get_tile (YzMbtiles *self, int zoom, int x, int y, GError **error)
{
  g_autoptr (GBytes) tile = NULL;
  char sql[128];
  gboolean done;

  g_return_val_if_fail (YZ_IS_MBTILES (self), NULL);

  if (zoom < self->first_zoom || zoom > MIN (self->last_zoom, 30) || y < 0 || y >= 1 << zoom)
    return NULL;
  /* OGR binds no parameters; numbers need no quoting. The file counts its rows from the south. */
  g_snprintf (sql, sizeof sql,
              "SELECT tile_data FROM tiles WHERE zoom_level = %d AND tile_column = %d AND tile_row = %d", zoom, x,
              (1 << zoom) - 1 - y);
  g_mutex_lock (&self->lock);
  done = query (self, sql, keep_tile, &tile, error);
  g_mutex_unlock (&self->lock);
  return done ? g_steal_pointer (&tile) : NULL;
}

const char *
yz_mbtiles_get_metadata (YzMbtiles *self, const char *name)
{
  g_return_val_if_fail (YZ_IS_MBTILES (self), NULL);
  return g_hash_table_lookup (self->metadata, name);
}

void
yz_mbtiles_get_zooms (YzMbtiles *self, int *first, int *last)
{
  g_return_if_fail (YZ_IS_MBTILES (self));
  *first = self->first_zoom;
  *last = self->last_zoom;
}

/* One GeoPackage, thirteen tables, one transaction. */
#include "config.h"

#include "yz-basemap-writer-private.h"

#include <cpl_conv.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>

#include "yz-basemap-file-private.h"

/* Half a pixel at the level's largest zoom: what the eye does not miss. */
#define HALF_PIXEL(zoom) (YZ_MERCATOR_RESOLUTION / (1 << ((zoom) + 1)))

const YzBasemapLevel yz_basemap_levels[YZ_BASEMAP_N_LEVELS] = {
  { 8, HALF_PIXEL (8) },
  { 11, HALF_PIXEL (11) },
  { 14, HALF_PIXEL (14) },
  { YZ_BASEMAP_MAX_ZOOM, 0 },
};

/* An area is shown once it covers this many square pixels. */
#define SPECK 24.0
#define BUILDING_SPECK 10.0

struct _YzBasemapWriter
{
  char *target;
  char *part;
  YzBasemapOrigin origin;
  GDALDatasetH dataset;
  OGRLayerH areas[YZ_BASEMAP_N_LEVELS];
  OGRLayerH lines[YZ_BASEMAP_N_LEVELS];
  OGRLayerH streets[YZ_BASEMAP_N_LEVELS];
  OGRLayerH names;
  OGRLayerH about;

  OGREnvelope bounds;
  gboolean bounds_are_given;
  gboolean has_land;
  gsize n_rows;
};

guint
yz_basemap_level_for_zoom (int zoom)
{
  guint level = 0;

  while (level + 1 < YZ_BASEMAP_N_LEVELS && yz_basemap_levels[level].top < zoom)
    level++;
  return level;
}

static void
add_column (OGRLayerH layer, const char *name, OGRFieldType type)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, type);

  OGR_L_CreateField (layer, field, TRUE);
  OGR_Fld_Destroy (field);
}

/* @columns: one letter for each, i(nteger) or t(ext) */
static OGRLayerH
create_table (GDALDatasetH dataset, const char *name, OGRwkbGeometryType type, const char *const columns[],
              const char *types)
{
  g_auto (OGRSpatialReferenceH) mercator = yz_gdal_new_mercator ();
  OGRLayerH layer = GDALDatasetCreateLayer (dataset, name, type != wkbNone ? mercator : NULL, type, NULL);

  for (guint i = 0; layer != NULL && columns[i] != NULL; i++)
    add_column (layer, columns[i], types[i] == 'i' ? OFTInteger : OFTString);
  return layer;
}

static gboolean
create_level (YzBasemapWriter *self, guint level)
{
  static const char *const area_columns[] = { "class", "zoom", NULL };
  static const char *const line_columns[] = { "class", "zoom", "flags", "layer", NULL };
  static const char *const street_columns[] = { "class", "zoom", "name", NULL };
  int top = yz_basemap_levels[level].top;
  g_autofree char *areas = g_strdup_printf ("area_%d", top);
  g_autofree char *lines = g_strdup_printf ("line_%d", top);
  g_autofree char *streets = g_strdup_printf ("street_%d", top);

  self->areas[level] = create_table (self->dataset, areas, wkbUnknown, area_columns, "ii");
  self->lines[level] = create_table (self->dataset, lines, wkbLineString, line_columns, "iiii");
  self->streets[level] = create_table (self->dataset, streets, wkbLineString, street_columns, "iit");
  return self->areas[level] != NULL && self->lines[level] != NULL && self->streets[level] != NULL;
}

static gboolean
create_tables (YzBasemapWriter *self)
{
  static const char *const name_columns[] = { "class", "zoom", "name", "note", NULL };
  static const char *const about_columns[] = { "key", "value", NULL };

  for (guint level = 0; level < YZ_BASEMAP_N_LEVELS; level++)
    if (!create_level (self, level))
      return FALSE;

  self->names = create_table (self->dataset, "name", wkbPoint, name_columns, "iitt");
  self->about = create_table (self->dataset, "about", wkbNone, about_columns, "tt");
  return self->names != NULL && self->about != NULL;
}

YzBasemapWriter *
yz_basemap_writer_new (const char *target, YzBasemapOrigin origin, GError **error)
{
  g_autoptr (YzBasemapWriter) self = g_new0 (YzBasemapWriter, 1);
  GDALDriverH driver;
  gboolean created;

  self->target = g_strdup (target);
  self->origin = origin;
  self->part = g_strconcat (target, ".part.gpkg", NULL);
  g_unlink (self->part);
  self->bounds = (OGREnvelope){ .MinX = INFINITY, .MaxX = -INFINITY, .MinY = INFINITY, .MaxY = -INFINITY };

  yz_gdal_begin_quiet ();
  driver = GDALGetDriverByName ("GPKG");
  /* a half-written file is thrown away whole, so nothing need reach the disk in order */
  CPLSetThreadLocalConfigOption ("OGR_SQLITE_SYNCHRONOUS", "OFF");
  if (driver != NULL)
    self->dataset = GDALCreate (driver, self->part, 0, 0, 0, GDT_Unknown, NULL);
  CPLSetThreadLocalConfigOption ("OGR_SQLITE_SYNCHRONOUS", NULL);
  created = self->dataset != NULL && GDALDatasetStartTransaction (self->dataset, FALSE) == OGRERR_NONE &&
            create_tables (self);
  if (!created)
    yz_gdal_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_WRITE, "cannot write the map file");
  yz_gdal_end_quiet ();

  if (!created)
    return NULL;
  return g_steal_pointer (&self);
}

void
yz_basemap_writer_free (YzBasemapWriter *self)
{
  if (self->dataset != NULL)
    {
      yz_gdal_begin_quiet ();
      GDALDatasetRollbackTransaction (self->dataset);
      GDALClose (self->dataset);
      yz_gdal_end_quiet ();
    }
  g_unlink (self->part);
  g_free (self->part);
  g_free (self->target);
  g_free (self);
}

static gboolean
create_row (YzBasemapWriter *self, OGRLayerH layer, OGRFeatureH row, GError **error)
{
  if (OGR_L_CreateFeature (layer, row) != OGRERR_NONE)
    {
      yz_gdal_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_WRITE, "cannot write the map file");
      return FALSE;
    }
  self->n_rows++;
  return TRUE;
}

static void
widen_bounds (YzBasemapWriter *self, OGRGeometryH shape)
{
  OGREnvelope box;

  OGR_G_GetEnvelope (shape, &box);
  self->bounds.MinX = MIN (self->bounds.MinX, box.MinX);
  self->bounds.MinY = MIN (self->bounds.MinY, box.MinY);
  self->bounds.MaxX = MAX (self->bounds.MaxX, box.MaxX);
  self->bounds.MaxY = MAX (self->bounds.MaxY, box.MaxY);
}

static OGRFeatureH
new_row (YzBasemapWriter *self, OGRLayerH layer, OGRGeometryH shape, YzMapClass class, int zoom)
{
  OGRFeatureH row = OGR_F_Create (OGR_L_GetLayerDefn (layer));

  if (!self->bounds_are_given)
    widen_bounds (self, shape);
  OGR_F_SetGeometry (row, shape);
  OGR_F_SetFieldInteger (row, YZ_BASEMAP_FIELD_CLASS, class);
  OGR_F_SetFieldInteger (row, YZ_BASEMAP_FIELD_ZOOM, zoom);
  return row;
}

static OGRGeometryH
simplify (OGRGeometryH shape, double tolerance)
{
  if (tolerance <= 0)
    return OGR_G_Clone (shape);
  return OGR_G_SimplifyPreserveTopology (shape, tolerance);
}

/* The zoom level from which on @area (m²) covers @pixels (square pixels). */
static int
zoom_for_area (double area, double pixels)
{
  if (area <= 0)
    return YZ_BASEMAP_MAX_ZOOM + 1;
  return (int) ceil (0.5 * log2 (pixels * YZ_MERCATOR_RESOLUTION * YZ_MERCATOR_RESOLUTION / area));
}

gboolean
yz_basemap_writer_add_area (YzBasemapWriter *self, OGRGeometryH polygon, YzMapClass class, int zoom, GError **error)
{
  double speck = class == YZ_MAP_CLASS_BUILDING ? BUILDING_SPECK : SPECK;
  int seen = MAX (zoom, MIN (zoom_for_area (OGR_G_Area (polygon), speck), 17));

  /* the outline of the continents is too coarse for streets */
  guint end = class == YZ_MAP_CLASS_LAND ? 1 : YZ_BASEMAP_N_LEVELS;

  self->has_land |= class == YZ_MAP_CLASS_LAND;
  for (guint level = yz_basemap_level_for_zoom (seen); level < end; level++)
    {
      g_auto (OGRGeometryH) shape = simplify (polygon, yz_basemap_levels[level].tolerance);
      g_auto (OGRFeatureH) row = NULL;

      if (shape == NULL || OGR_G_IsEmpty (shape))
        continue;
      row = new_row (self, self->areas[level], shape, class, seen);
      if (!create_row (self, self->areas[level], row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
yz_basemap_writer_add_line (YzBasemapWriter *self, guint level, OGRGeometryH line, YzMapClass class, int zoom,
                            int flags, int layer, GError **error)
{
  g_auto (OGRGeometryH) shape = simplify (line, yz_basemap_levels[level].tolerance);
  g_auto (OGRFeatureH) row = NULL;

  if (shape == NULL || OGR_G_IsEmpty (shape))
    return TRUE;
  row = new_row (self, self->lines[level], shape, class, zoom);
  OGR_F_SetFieldInteger (row, YZ_BASEMAP_FIELD_FLAGS, flags);
  OGR_F_SetFieldInteger (row, YZ_BASEMAP_FIELD_LAYER, layer);
  return create_row (self, self->lines[level], row, error);
}

gboolean
yz_basemap_writer_add_street (YzBasemapWriter *self, guint level, OGRGeometryH line, YzMapClass class, int zoom,
                              const char *name, GError **error)
{
  g_auto (OGRGeometryH) shape = simplify (line, yz_basemap_levels[level].tolerance);
  g_auto (OGRFeatureH) row = NULL;

  if (shape == NULL || OGR_G_IsEmpty (shape))
    return TRUE;
  row = new_row (self, self->streets[level], shape, class, zoom);
  OGR_F_SetFieldString (row, YZ_BASEMAP_FIELD_NAME, name);
  return create_row (self, self->streets[level], row, error);
}

gboolean
yz_basemap_writer_add_name (YzBasemapWriter *self, double x, double y, YzMapClass class, int zoom, const char *name,
                            const char *note, GError **error)
{
  g_auto (OGRGeometryH) point = OGR_G_CreateGeometry (wkbPoint);
  g_auto (OGRFeatureH) row = NULL;

  OGR_G_SetPoint_2D (point, 0, x, y);
  row = new_row (self, self->names, point, class, zoom);
  OGR_F_SetFieldString (row, YZ_BASEMAP_FIELD_NAME, name);
  if (note != NULL)
    OGR_F_SetFieldString (row, YZ_BASEMAP_FIELD_NOTE, note);
  return create_row (self, self->names, row, error);
}

void
yz_basemap_writer_set_bounds (YzBasemapWriter *self, const OGREnvelope *bounds)
{
  self->bounds = *bounds;
  self->bounds_are_given = TRUE;
}

static gboolean
add_about (YzBasemapWriter *self, const char *key, double number)
{
  g_auto (OGRFeatureH) row = OGR_F_Create (OGR_L_GetLayerDefn (self->about));
  char value[G_ASCII_DTOSTR_BUF_SIZE];

  OGR_F_SetFieldString (row, 0, key);
  OGR_F_SetFieldString (row, 1, g_ascii_dtostr (value, sizeof value, number));
  return OGR_L_CreateFeature (self->about, row) == OGRERR_NONE;
}

static gboolean
write_and_close (YzBasemapWriter *self)
{
  gboolean written = add_about (self, "version", YZ_BASEMAP_VERSION) && add_about (self, "land", self->has_land) &&
                     add_about (self, "origin", self->origin) && add_about (self, "west", self->bounds.MinX) &&
                     add_about (self, "south", self->bounds.MinY) && add_about (self, "east", self->bounds.MaxX) &&
                     add_about (self, "north", self->bounds.MaxY) &&
                     GDALDatasetCommitTransaction (self->dataset) == OGRERR_NONE;

  if (!written)
    return FALSE;

  CPLErrorReset ();
  GDALClose (g_steal_pointer (&self->dataset)); /* writes the spatial indexes; it has no other way to say "disk full" */
  return CPLGetLastErrorType () < CE_Failure;
}

static gboolean
put_in_place (YzBasemapWriter *self, GError **error)
{
  g_autofree char *name = NULL;

  if (g_rename (self->part, self->target) == 0)
    return TRUE;
  name = g_filename_display_name (self->target);
  g_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_WRITE, "cannot write “%s”: %s", name, g_strerror (errno));
  return FALSE;
}

gboolean
yz_basemap_writer_finish (YzBasemapWriter *self, GError **error)
{
  gboolean written;

  if (self->n_rows == 0)
    {
      g_set_error_literal (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_EMPTY, "the file holds nothing that a map shows");
      return FALSE;
    }

  yz_gdal_begin_quiet ();
  written = write_and_close (self);
  if (!written)
    yz_gdal_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_WRITE, "cannot complete the map file");
  yz_gdal_end_quiet ();
  return written && put_in_place (self, error);
}

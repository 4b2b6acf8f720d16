/* Land polygons: few, and of one class. */
#include "config.h"

#include "yz-basemap-import.h"
#include "yz-basemap-writer-private.h"

static gboolean
write_land (GDALDatasetH source, YzBasemapWriter *writer, GError **error)
{
  g_auto (OGRSpatialReferenceH) mercator = yz_gdal_new_mercator ();
  OGRLayerH layer = GDALDatasetGetLayer (source, 0);

  for (;;)
    {
      g_auto (OGRFeatureH) feature = layer != NULL ? OGR_L_GetNextFeature (layer) : NULL;
      OGRGeometryH shape;

      if (feature == NULL)
        return yz_basemap_writer_finish (writer, error);
      shape = OGR_F_GetGeometryRef (feature);
      if (shape == NULL || OGR_G_TransformTo (shape, mercator) != OGRERR_NONE)
        continue;
      if (!yz_basemap_writer_add_area (writer, shape, YZ_MAP_CLASS_LAND, 0, error))
        return FALSE;
    }
}

gboolean
yz_basemap_import_land (const char *source, const char *target, GError **error)
{
  g_auto (GDALDatasetH) dataset = yz_carto_gdal_open (source, "GeoJSON", NULL, error);
  g_autoptr (YzBasemapWriter) writer = NULL;
  gboolean done;

  if (dataset == NULL)
    return FALSE;

  writer = yz_basemap_writer_new (target, YZ_BASEMAP_ORIGIN_NATURAL_EARTH, error);
  if (writer == NULL)
    return FALSE;
  yz_gdal_begin_quiet ();
  done = write_land (dataset, writer, error);
  yz_gdal_end_quiet ();
  return done;
}

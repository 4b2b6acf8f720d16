/* GDAL behind GLib manners: registered once, its messages as GError, its handles cleaned up by scope. */
#pragma once

#include <gdal.h>
#include <glib.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "yz-carto-error.h"

G_BEGIN_DECLS

static inline void
yz_carto_close_dataset (GDALDatasetH dataset)
{
  GDALClose (dataset);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (GDALDatasetH, yz_carto_close_dataset, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRFeatureH, OGR_F_Destroy, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRGeometryH, OGR_G_DestroyGeometry, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRSpatialReferenceH, OSRDestroySpatialReference, NULL)

/**
 * yz_carto_gdal_open:
 * @path: a file
 * @driver: GDAL's short name, such as "GPKG"
 * @options: (nullable): open options
 *
 * Opens vector data for reading, with no other driver than @driver and without a word on standard error.
 *
 * Returns: (transfer full) (nullable): a dataset for one thread at a time, or %NULL with %YZ_CARTO_ERROR_OPEN
 * or %YZ_CARTO_ERROR_FORMAT
 */
GDALDatasetH yz_carto_gdal_open (const char *path, const char *driver, const char *const *options, GError **error);

/**
 * yz_carto_gdal_begin_quiet:
 *
 * Until yz_carto_gdal_end_quiet(), GDAL keeps its messages of this thread to itself.
 */
void yz_carto_gdal_begin_quiet (void);

void yz_carto_gdal_end_quiet (void);

/**
 * yz_carto_gdal_set_error:
 * @what: the sentence's beginning, such as "cannot write the map"
 *
 * Sets @error from @what and GDAL's last message of this thread.
 */
void yz_carto_gdal_set_error (GError **error, YzCartoError code, const char *what);

/**
 * yz_carto_gdal_new_mercator:
 *
 * Returns: (transfer full): EPSG:3857, x before y
 */
OGRSpatialReferenceH yz_carto_gdal_new_mercator (void);

/**
 * yz_carto_gdal_new_wgs84:
 *
 * Returns: (transfer full): EPSG:4326, longitude before latitude
 */
OGRSpatialReferenceH yz_carto_gdal_new_wgs84 (void);

G_END_DECLS

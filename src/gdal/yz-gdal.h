/* GDAL behind GLib manners: registered once, quiet, its messages as GError, its handles cleaned up by scope. */
#pragma once

#include <gdal.h>
#include <glib.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

G_BEGIN_DECLS

static inline void
yz_gdal_close (GDALDatasetH dataset)
{
  GDALClose (dataset);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (GDALDatasetH, yz_gdal_close, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRFeatureH, OGR_F_Destroy, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRGeometryH, OGR_G_DestroyGeometry, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (OGRSpatialReferenceH, OSRDestroySpatialReference, NULL)

/**
 * yz_gdal_begin_quiet:
 *
 * Until yz_gdal_end_quiet(), GDAL keeps its messages of this thread to itself. May be nested.
 */
void yz_gdal_begin_quiet (void);

/**
 * yz_gdal_end_quiet:
 *
 * Ends what yz_gdal_begin_quiet() began, on the same thread.
 */
void yz_gdal_end_quiet (void);

/**
 * yz_gdal_set_error:
 * @domain: of the room that called GDAL, with a @code of it
 * @what: the sentence's beginning, such as "cannot write the map"
 *
 * Sets @error from @what and GDAL's last message of this thread.
 */
void yz_gdal_set_error (GError **error, GQuark domain, int code, const char *what);

/**
 * yz_gdal_new_wgs84:
 *
 * Returns: (transfer full): EPSG:4326, longitude before latitude
 */
OGRSpatialReferenceH yz_gdal_new_wgs84 (void);

/**
 * yz_gdal_new_mercator:
 *
 * Returns: (transfer full): EPSG:3857, x before y
 */
OGRSpatialReferenceH yz_gdal_new_mercator (void);

G_END_DECLS

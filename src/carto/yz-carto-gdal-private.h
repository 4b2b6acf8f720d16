/* Opening what is drawn. */
#pragma once

#include "yz-carto-error.h"
#include "yz-gdal.h"

G_BEGIN_DECLS

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

G_END_DECLS

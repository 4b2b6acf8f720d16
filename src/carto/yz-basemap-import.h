/* Makes the program's own basemap files from what users have: OpenStreetMap extracts. */
#pragma once

#include <gio/gio.h>

#include "yz-basemap-origin.h"
#include "yz-carto-error.h"

G_BEGIN_DECLS

/**
 * YzBasemapProgressFunc:
 * @fraction: done so far, 0 to 1
 *
 * Called on the importing thread, about a hundred times.
 */
typedef void (*YzBasemapProgressFunc) (double fraction, gpointer user_data);

/**
 * yz_basemap_import_osm:
 * @source: an OpenStreetMap extract (.osm.pbf or .osm)
 * @target: the basemap file (.gpkg) to make; an older one stays in place until the new one is complete
 * @origin: whose work @source is
 * @progress: (nullable) (scope call): is told how far the work is
 * @cancellable: (nullable): ends the work and leaves nothing behind
 * @error: %YZ_CARTO_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the whole extract, sorts it into the map's classes and writes it at several degrees of detail. Blocks for
 * seconds to minutes: run it on a worker. Boundaries of countries and provinces (admin_level up to 4) are left out.
 *
 * Returns: whether @target is complete
 */
gboolean yz_basemap_import_osm (const char *source, const char *target, YzBasemapOrigin origin,
                                YzBasemapProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                                GError **error);

/**
 * yz_basemap_import_land:
 * @source: GeoJSON polygons of dry land, WGS-84, without boundaries inside
 * @target: the basemap file (.gpkg) to make
 * @error: %YZ_CARTO_ERROR
 *
 * Where a basemap has land, everything else is sea at small scales.
 *
 * Returns: whether @target is complete
 */
gboolean yz_basemap_import_land (const char *source, const char *target, GError **error);

G_END_DECLS

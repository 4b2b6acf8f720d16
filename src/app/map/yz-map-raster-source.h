/*
 * Picture tiles of others as tiles of a libshumate map: from an MBTiles file or from a service on the network. Where
 * their datum is not WGS-84 each tile is put together from the ones that lie there.
 */
#pragma once

#include <shumate/shumate.h>

#include "yz-datum.h"
#include "yz-mbtiles.h"

G_BEGIN_DECLS

#define YZ_TYPE_MAP_RASTER_SOURCE (yz_map_raster_source_get_type ())

G_DECLARE_FINAL_TYPE (YzMapRasterSource, yz_map_raster_source, YZ, MAP_RASTER_SOURCE, ShumateMapSource)

/**
 * yz_map_raster_source_new_for_file:
 * @datum: of the pictures, as the file does not say it
 *
 * Returns: (transfer full): a source
 */
ShumateMapSource *yz_map_raster_source_new_for_file (YzMbtiles *file, YzDatum datum);

/**
 * yz_map_raster_source_new_for_address:
 * @address: template with {z}, {x}, {y}
 *
 * The only part of the map that uses the network; what it has fetched it keeps in the person's cache.
 */
ShumateMapSource *yz_map_raster_source_new_for_address (const char *address, YzDatum datum);

G_END_DECLS

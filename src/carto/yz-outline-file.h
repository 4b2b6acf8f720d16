/* Outlines of districts from the files that people have: GeoJSON and Shapefiles, with their faults. */
#pragma once

#include "yz-carto-error.h"
#include "yz-datum.h"
#include "yz-outline.h"

G_BEGIN_DECLS

/**
 * YzNamedOutline:
 * @name: as the file has it, "" where it has none
 * @outline: WGS-84
 */
typedef struct
{
  char *name;
  YzOutline *outline;
} YzNamedOutline;

/**
 * yz_outline_file_read:
 * @path: a GeoJSON file (.json, .geojson) or a Shapefile (.shp); its coordinates are degrees, or projected as the
 *   file says
 * @datum: of the file, which seldom says so itself
 * @faults: (out) (optional): what was mended
 *
 * Blocks; call it on a worker for large files.
 *
 * Returns: (transfer full) (element-type YzNamedOutline) (nullable): the polygons of the file, or %NULL with
 *   %YZ_CARTO_ERROR
 */
GPtrArray *yz_outline_file_read (const char *path, YzDatum datum, YzOutlineFaults *faults, GError **error);

G_END_DECLS

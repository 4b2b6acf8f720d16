/* Writes a basemap file: every thing at the degrees of detail at which it is seen. All coordinates Web Mercator. */
#pragma once

#include "yz-basemap-origin.h"
#include "yz-carto-gdal-private.h"
#include "yz-map-class-private.h"

G_BEGIN_DECLS

typedef struct _YzBasemapWriter YzBasemapWriter;

/**
 * yz_basemap_writer_new:
 * @target: the file to make; written beside it and renamed at the end, so that a map in use is whole at any moment
 *
 * Returns: (transfer full) (nullable): a writer, or %NULL with %YZ_CARTO_ERROR_WRITE
 */
YzBasemapWriter *yz_basemap_writer_new (const char *target, YzBasemapOrigin origin, GError **error);

/**
 * yz_basemap_writer_free:
 *
 * Without yz_basemap_writer_finish() before it, leaves nothing behind.
 */
void yz_basemap_writer_free (YzBasemapWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzBasemapWriter, yz_basemap_writer_free)

/**
 * yz_basemap_writer_add_area:
 * @polygon: a polygon or several
 * @zoom: shown from here on, later if it would be a speck
 *
 * Returns: whether it could be written
 */
gboolean yz_basemap_writer_add_area (YzBasemapWriter *self, OGRGeometryH polygon, YzMapClass class, int zoom,
                                     GError **error);

/**
 * yz_basemap_writer_add_line:
 * @level: index into yz_basemap_levels: the line is simplified for it
 *
 * Returns: whether it could be written
 */
gboolean yz_basemap_writer_add_line (YzBasemapWriter *self, guint level, OGRGeometryH line, YzMapClass class, int zoom,
                                     int flags, int layer, GError **error);

/**
 * yz_basemap_writer_add_street:
 *
 * As yz_basemap_writer_add_line(), for a line that carries only a name.
 *
 * Returns: whether it could be written
 */
gboolean yz_basemap_writer_add_street (YzBasemapWriter *self, guint level, OGRGeometryH line, YzMapClass class,
                                       int zoom, const char *name, GError **error);

/**
 * yz_basemap_writer_add_name:
 * @note: (nullable): a second, smaller line, such as a summit's height
 *
 * Returns: whether it could be written
 */
gboolean yz_basemap_writer_add_name (YzBasemapWriter *self, double x, double y, YzMapClass class, int zoom,
                                     const char *name, const char *note, GError **error);

/**
 * yz_basemap_writer_set_bounds:
 * @bounds: what the source says it covers; without it, all that was added counts, however far a railway leads
 */
void yz_basemap_writer_set_bounds (YzBasemapWriter *self, const OGREnvelope *bounds);

/**
 * yz_basemap_writer_finish:
 *
 * Writes what the file is about and the spatial indexes, and puts it in place. Fails with %YZ_CARTO_ERROR_EMPTY when
 * nothing was added.
 *
 * Returns: whether the file is complete
 */
gboolean yz_basemap_writer_finish (YzBasemapWriter *self, GError **error);

G_END_DECLS

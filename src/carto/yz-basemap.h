/* Opened basemap files, drawn together as one map. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "yz-basemap-origin.h"
#include "yz-carto-error.h"
#include "yz-map-view.h"

G_BEGIN_DECLS

#define YZ_TYPE_BASEMAP (yz_basemap_get_type ())

G_DECLARE_FINAL_TYPE (YzBasemap, yz_basemap, YZ, BASEMAP, GObject)

/**
 * YzBasemapDrawing:
 * @view: the part of the world
 * @style: the dress
 * @hide_names: draw no names
 * @taken: (array length=n_taken) (nullable): boxes that no name may touch, such as a printed map's pins
 * @plainer: zoom levels by which the map tells less than fits its scale: a small picture below many marks
 * @said: (array zero-terminated=1) (nullable): names that the caller writes itself, such as those of districts
 *
 * What is to be drawn.
 */
typedef struct
{
  YzMapView view;
  YzMapStyle style;
  gboolean hide_names;
  const YzMapBox *taken;
  guint n_taken;
  guint plainer;
  const char *const *said;
} YzBasemapDrawing;

/**
 * yz_basemap_new:
 * @paths: (array zero-terminated=1): files made by yz_basemap_import_osm() or yz_basemap_import_land(); none for
 *   plain paper
 *
 * Returns: (transfer full) (nullable): a basemap, or %NULL with %YZ_CARTO_ERROR
 */
YzBasemap *yz_basemap_new (const char *const *paths, GError **error);

/**
 * yz_basemap_draw:
 * @cr: is filled from (0, 0) to the view's width and height, in user space
 *
 * May be called from several threads at once, each with its own @cr: every call borrows its own handles of the
 * files. Drawn as vectors: scale @cr for a finer device.
 *
 * Returns: whether the drawing is complete; %FALSE with %G_IO_ERROR_CANCELLED or %YZ_CARTO_ERROR
 */
gboolean yz_basemap_draw (YzBasemap *self, cairo_t *cr, const YzBasemapDrawing *drawing, GCancellable *cancellable,
                          GError **error);

/**
 * yz_basemap_get_bounds:
 * @bounds: (out): WGS-84
 *
 * The part of the world that the street maps cover.
 *
 * Returns: %FALSE when there is none, or only the outline of the land
 */
gboolean yz_basemap_get_bounds (YzBasemap *self, YzBox *bounds);

/**
 * yz_basemap_get_origins:
 *
 * Returns: whose work the files are, several joined by "or"; each must be given credit beside the map
 */
YzBasemapOrigin yz_basemap_get_origins (YzBasemap *self);

G_END_DECLS

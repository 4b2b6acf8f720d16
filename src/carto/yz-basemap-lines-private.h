/* The lines of an import, kept until all have come: smaller scales and names want them joined. */
#pragma once

#include <gio/gio.h>

#include "yz-basemap-writer-private.h"

G_BEGIN_DECLS

/**
 * YzLineTraits:
 * @name: (nullable): what is written along it
 *
 * What a line is; lines of equal traits are drawn alike.
 */
typedef struct
{
  YzMapClass class;
  int zoom;
  int flags;
  int layer;
  char *name;
} YzLineTraits;

typedef struct _YzBasemapLines YzBasemapLines;

/**
 * yz_basemap_lines_new:
 *
 * Returns: (transfer full): no lines yet
 */
YzBasemapLines *yz_basemap_lines_new (void);

void yz_basemap_lines_free (YzBasemapLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzBasemapLines, yz_basemap_lines_free)

/**
 * yz_basemap_lines_keep:
 * @traits: copied
 * @xy: (array): @n_points pairs, Web Mercator; copied
 */
void yz_basemap_lines_keep (YzBasemapLines *self, const YzLineTraits *traits, const double *xy, guint n_points);

/**
 * yz_basemap_lines_write:
 *
 * Writes the joined lines for all levels but the finest, which has them as they came, and the names for all.
 *
 * Returns: %FALSE with the writer's error or %G_IO_ERROR_CANCELLED
 */
gboolean yz_basemap_lines_write (YzBasemapLines *self, YzBasemapWriter *writer, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS

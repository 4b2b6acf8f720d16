/* Lists read through OGR. */
#pragma once

#include "yz-sheet-reader.h"

G_BEGIN_DECLS

/**
 * yz_sheet_ogr_list_layers:
 *
 * Returns: (transfer full) (nullable): the names of the sheets or layers, or %NULL with a %YZ_EXCHANGE_ERROR
 */
char **yz_sheet_ogr_list_layers (const char *path, YzSheetFormat format, GError **error);

/**
 * yz_sheet_ogr_read:
 * @layer: (nullable): name of a sheet or layer, %NULL for the one with the most cells
 * @encoding: (nullable): of a Shapefile that does not say its own, %NULL to guess it
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with a %YZ_EXCHANGE_ERROR; never a part of it
 */
YzSheet *yz_sheet_ogr_read (const char *path, YzSheetFormat format, const char *layer, const char *encoding,
                            YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
                            GError **error);

G_END_DECLS

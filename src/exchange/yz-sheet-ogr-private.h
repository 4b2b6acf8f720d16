/* Lists read through OGR. */
#pragma once

#include "yz-sheet-reader.h"

G_BEGIN_DECLS

char **yz_sheet_ogr_list_layers (const char *path, YzSheetFormat format, GError **error);

YzSheet *yz_sheet_ogr_read (const char *path, YzSheetFormat format, const char *layer, const char *encoding,
                            YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
                            GError **error);

G_END_DECLS

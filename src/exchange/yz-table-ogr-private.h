/* Lists read through OGR. */
#pragma once

#include "yz-table-reader.h"

G_BEGIN_DECLS

char **yz_table_ogr_list_layers (const char *path, YzTableFormat format, GError **error);

YzTable *yz_table_ogr_read (const char *path, YzTableFormat format, const char *layer, const char *encoding,
                            YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
                            GError **error);

G_END_DECLS

/* The reader of delimited text, shared by files and pasted text. */
#pragma once

#include "yz-table.h"

G_BEGIN_DECLS

YzTable *yz_table_parse_text (const char *source, const char *bytes, gsize size, const char *encoding,
                              YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
                              GError **error);

G_END_DECLS

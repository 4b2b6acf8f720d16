/* The reader of delimited text, shared by files and pasted text. */
#pragma once

#include "yz-sheet.h"

G_BEGIN_DECLS

YzSheet *yz_sheet_parse_text (const char *source, const char *bytes, gsize size, const char *encoding,
                              YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
                              GError **error);

G_END_DECLS

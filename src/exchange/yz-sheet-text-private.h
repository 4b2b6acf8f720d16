/* The reader of delimited text, shared by files and pasted text. */
#pragma once

#include "yz-sheet.h"

G_BEGIN_DECLS

/**
 * yz_sheet_parse_text:
 * @source: the file's name without its folder, "" for a pasted text
 * @size: of @bytes
 * @encoding: (nullable): %NULL to guess it
 *
 * Reads cells between commas, tabs or semicolons, whichever makes the better table.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with a %YZ_EXCHANGE_ERROR
 */
YzSheet *yz_sheet_parse_text (const char *source, const char *bytes, gsize size, const char *encoding,
                              YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
                              GError **error);

G_END_DECLS

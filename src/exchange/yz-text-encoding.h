/* Which encoding a text file has: office programs do not say. */
#pragma once

#include "yz-exchange-error.h"

G_BEGIN_DECLS

/**
 * yz_text_encoding_guess:
 *
 * Told by the byte order mark, by the zero bytes of UTF-16, by whether the bytes are UTF-8, else GB18030, in which
 * Chinese Excel saves "CSV". Valid UTF-8 is almost never anything else.
 *
 * Returns: (nullable): a name for g_convert(), or %NULL if the bytes are no text at all
 */
const char *yz_text_encoding_guess (const char *bytes, gsize size);

/**
 * yz_text_decode:
 * @encoding: (nullable): %NULL to guess
 * @size: of @bytes
 * @length: (out): of the text
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, ended by a zero byte and without a byte order mark; what is
 *   broken in it shows as U+FFFD. %NULL with a %YZ_EXCHANGE_ERROR if the bytes are no text.
 */
char *yz_text_decode (const char *bytes, gsize size, const char *encoding, gsize *length, GError **error);

G_END_DECLS

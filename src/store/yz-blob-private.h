/* What the store itself does with blobs. */
#pragma once

#include "yz-database-private.h"

G_BEGIN_DECLS

/**
 * yz_blob_delete_loose:
 * @before: milliseconds since 1970-01-01T00:00Z
 *
 * Deletes the bytes that no attachment names, not even one in the trash, and that nobody has put since @before.
 */
gboolean yz_blob_delete_loose (YzDatabase *database, gint64 before, GError **error);

/**
 * YzBlobFinding:
 * @sha256: of a blob whose bytes have another sum
 */
typedef void (*YzBlobFinding) (const char *sha256, gpointer user_data);

/**
 * yz_blob_check_sums:
 *
 * Calls @finding for every blob that is damaged.
 *
 * Returns: %FALSE with an error if the blobs could not be read
 */
gboolean yz_blob_check_sums (YzDatabase *database, YzBlobFinding finding, gpointer user_data, GError **error);

G_END_DECLS

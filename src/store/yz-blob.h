/*
 * The bytes of photos and documents, kept in the workspace file beside the records that name them. Bytes are never
 * changed: the same bytes are the same blob, named by their SHA-256. Blobs are no records and have no history; an
 * attachment is made by an edit, like any record, and undo takes it back while its bytes stay.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/* Of one file: a photo as a telephone takes it, a scanned contract of some pages. */
#define YZ_BLOB_MAX_SIZE (10 * 1024 * 1024)

/**
 * yz_blob_recognise:
 *
 * Looks at what @bytes begin with, whatever the file was called.
 *
 * Returns: (transfer none) (nullable): "image/jpeg", "image/png", "image/webp" or "application/pdf"; %NULL with a
 *   %YZ_MODEL_ERROR for anything else, for nothing at all, and for more than %YZ_BLOB_MAX_SIZE
 */
const char *yz_blob_recognise (GBytes *bytes, GError **error);

/**
 * yz_store_put_blob:
 *
 * Keeps @bytes. What no attachment names is dropped on closing, %YZ_TRASH_DAYS after it was last put. Blocking; never
 * on a thread that draws.
 *
 * Returns: (transfer full) (nullable): their SHA-256 in hexadecimal digits, or %NULL with a %YZ_STORE_ERROR, or with a
 *   %YZ_MODEL_ERROR if they are none that yz_blob_recognise() knows
 */
char *yz_store_put_blob (YzStore *self, GBytes *bytes, GCancellable *cancellable, GError **error);

/**
 * yz_store_get_blob:
 * @sha256: of an attachment
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with %YZ_STORE_ERROR_NOT_FOUND
 */
GBytes *yz_store_get_blob (YzStore *self, const char *sha256, GError **error);

G_END_DECLS

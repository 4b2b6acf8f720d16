/* What can go wrong with a workspace file, told apart by what the caller can do about it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzStoreError:
 * @YZ_STORE_ERROR_FAILED: something that should not happen; the message says what
 * @YZ_STORE_ERROR_BUSY: another program writes; try again
 * @YZ_STORE_ERROR_FULL: no space left; the file is as it was
 * @YZ_STORE_ERROR_READ_ONLY: the file or its folder may not be written
 * @YZ_STORE_ERROR_CORRUPT: the file is damaged; a backup can be restored
 * @YZ_STORE_ERROR_TOO_NEW: written by a newer program; the file was not touched
 * @YZ_STORE_ERROR_NOT_A_WORKSPACE: some other kind of file
 * @YZ_STORE_ERROR_NOT_FOUND: no such file, record or action
 * @YZ_STORE_ERROR_CONFLICT: a field was changed since the record was read
 * @YZ_STORE_ERROR_DEPENDS: something else depends on what should be undone, deleted or closed; the message names it
 * @YZ_STORE_ERROR_SHORT: more is taken from a place than there is
 * @YZ_STORE_ERROR_QUERY: a condition of a query cannot be understood
 */
typedef enum
{
  YZ_STORE_ERROR_FAILED,
  YZ_STORE_ERROR_BUSY,
  YZ_STORE_ERROR_FULL,
  YZ_STORE_ERROR_READ_ONLY,
  YZ_STORE_ERROR_CORRUPT,
  YZ_STORE_ERROR_TOO_NEW,
  YZ_STORE_ERROR_NOT_A_WORKSPACE,
  YZ_STORE_ERROR_NOT_FOUND,
  YZ_STORE_ERROR_CONFLICT,
  YZ_STORE_ERROR_DEPENDS,
  YZ_STORE_ERROR_SHORT,
  YZ_STORE_ERROR_QUERY,
} YzStoreError;

#define YZ_STORE_ERROR (yz_store_error_quark ())
GQuark yz_store_error_quark (void);

G_END_DECLS

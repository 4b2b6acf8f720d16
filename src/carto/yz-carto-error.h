/* What can go wrong with map files, by what the caller can do about it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YZ_CARTO_ERROR (yz_carto_error_quark ())

/**
 * YzCartoError:
 * @YZ_CARTO_ERROR_OPEN: the file is missing or may not be read: choose another
 * @YZ_CARTO_ERROR_FORMAT: the file is damaged or of another kind: fetch it again
 * @YZ_CARTO_ERROR_EMPTY: the file is sound but holds nothing that a map shows
 * @YZ_CARTO_ERROR_TOO_NEW: a later version of the program wrote the file
 * @YZ_CARTO_ERROR_WRITE: the result cannot be written: choose another place or free some space
 */
typedef enum
{
  YZ_CARTO_ERROR_OPEN,
  YZ_CARTO_ERROR_FORMAT,
  YZ_CARTO_ERROR_EMPTY,
  YZ_CARTO_ERROR_TOO_NEW,
  YZ_CARTO_ERROR_WRITE,
} YzCartoError;

GQuark yz_carto_error_quark (void);

G_END_DECLS

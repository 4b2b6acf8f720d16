/* What can go wrong with a list that comes in or goes out, told apart by what the user can do about it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YzExchangeError:
 * @YZ_EXCHANGE_ERROR_FAILED: something that should not happen; the message says what
 * @YZ_EXCHANGE_ERROR_NOT_FOUND: no such file, sheet or column
 * @YZ_EXCHANGE_ERROR_FORMAT: not a kind of file that is read or written; the message says what to save it as
 * @YZ_EXCHANGE_ERROR_DAMAGED: the right kind of file, but broken or locked
 * @YZ_EXCHANGE_ERROR_EMPTY: nothing in it
 * @YZ_EXCHANGE_ERROR_TOO_LARGE: beyond any real list
 * @YZ_EXCHANGE_ERROR_MAPPING: columns and fields do not go together
 * @YZ_EXCHANGE_ERROR_WRITE: the file cannot be written
 */
typedef enum
{
  YZ_EXCHANGE_ERROR_FAILED,
  YZ_EXCHANGE_ERROR_NOT_FOUND,
  YZ_EXCHANGE_ERROR_FORMAT,
  YZ_EXCHANGE_ERROR_DAMAGED,
  YZ_EXCHANGE_ERROR_EMPTY,
  YZ_EXCHANGE_ERROR_TOO_LARGE,
  YZ_EXCHANGE_ERROR_MAPPING,
  YZ_EXCHANGE_ERROR_WRITE,
} YzExchangeError;

#define YZ_EXCHANGE_ERROR (yz_exchange_error_quark ())
GQuark yz_exchange_error_quark (void);

/**
 * YzExchangeProgress:
 * @done: of @total; @total is 0 while it is unknown
 *
 * Called on the thread that works, at most some ten times a second.
 */
typedef void (*YzExchangeProgress) (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS

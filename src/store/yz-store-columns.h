/*
 * Reading for those who need a little of everything: a few columns of every matching row, without making a record of
 * each. 200,000 stations are points on a map long before they are 200,000 objects.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzColumn:
 * @empty: whether the field is empty; the others are then 0 and %NULL
 * @integer: of integers, booleans, money and times
 * @real: of reals
 * @text: of everything else, as stored; lists and maps are JSON. Valid during the call only.
 */
typedef struct
{
  gboolean empty;
  gint64 integer;
  double real;
  const char *text;
} YzColumn;

/**
 * YzColumnsFunc:
 * @row: row number
 * @columns: in the order asked for
 */
typedef void (*YzColumnsFunc) (gint64 row, const YzColumn *columns, gpointer user_data);

/**
 * yz_store_read_columns:
 * @fields: (array zero-terminated=1): names of fields of the query's kind, and "id"
 * @func: (scope call): called for each row
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_store_read_columns (YzStore *self, const YzQuery *query, const char *const *fields, YzColumnsFunc func,
                                gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * yz_store_find_row:
 * @row: (out): the row number of the record, 0 if there is none or it is in the trash
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_store_find_row (YzStore *self, const YzKind *kind, const char *id, gint64 *row, GError **error);

G_END_DECLS

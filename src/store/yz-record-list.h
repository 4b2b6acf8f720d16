/*
 * The records of a query as a #GListModel of #YzRecord. It holds row numbers only; a record is read when somebody
 * asks for it, and kept while it is likely to be asked for again. Main thread.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

#define YZ_TYPE_RECORD_LIST (yz_record_list_get_type ())

G_DECLARE_FINAL_TYPE (YzRecordList, yz_record_list, YZ, RECORD_LIST, GObject)

/**
 * yz_record_list_new:
 *
 * Returns: (transfer full): a list of no rows of @kind
 */
YzRecordList *yz_record_list_new (YzStore *store, const YzKind *kind);

/**
 * yz_record_list_set_rows:
 * @rows: (element-type gint64): of a query's answer; a reference is taken
 *
 * Shows other rows, telling the model's users only of the part that differs.
 */
void yz_record_list_set_rows (YzRecordList *self, GArray *rows);

/**
 * yz_record_list_get_row:
 *
 * Returns: the row number at @position, 0 beyond the end
 */
gint64 yz_record_list_get_row (YzRecordList *self, guint position);

/**
 * yz_record_list_get_rows:
 *
 * Returns: (transfer none) (element-type gint64): all row numbers; when the list changes it has another array
 */
GArray *yz_record_list_get_rows (YzRecordList *self);

/**
 * yz_record_list_find:
 *
 * Returns: the position of a row number, %G_MAXUINT if it is not in the list
 */
guint yz_record_list_find (YzRecordList *self, gint64 row);

/**
 * yz_record_list_refresh:
 *
 * Reads again what was read; tells the model's users of each record that is not as it was, of neighbours at once, and
 * of no other, so that selection and scroll position stay.
 */
void yz_record_list_refresh (YzRecordList *self);

G_END_DECLS

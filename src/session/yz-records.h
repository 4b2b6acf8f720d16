/*
 * What the page of records shows: one kind at a time, of those without a page of their own, whatever its fields are.
 * The question (search, order), the answer, and the selection. Main thread.
 */
#pragma once

#include "yz-record-list.h"
#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_RECORDS (yz_records_get_type ())

G_DECLARE_FINAL_TYPE (YzRecords, yz_records, YZ, RECORDS, GObject)

/**
 * YzRecords::words-changed:
 *
 * Emitted when yz_records_dup_words() may give something else for records that did not change themselves.
 */

/**
 * yz_records_new:
 *
 * Properties: "session", "kind" (the name of the kind shown), "list" (#GListModel of its records, nullable), "total"
 * and "shown" (guint), "loading", "search", "order" and "descending" (see yz_records_set_order()), "current" (the
 * #YzRecord of the pane, nullable), "n-selected" (guint), "reveal" (gboolean: personal data is shown in full),
 * "error" (message, nullable).
 *
 * Returns: (transfer full): the state of a page that follows the session's workspace
 */
YzRecords *yz_records_new (YzSession *session);

YzSession *yz_records_get_session (YzRecords *self);

/**
 * yz_records_list_kinds:
 *
 * Returns: (transfer container) (element-type YzKind): the kinds that have no place of their own
 */
GPtrArray *yz_records_list_kinds (void);

const YzKind *yz_records_get_kind (YzRecords *self);
void          yz_records_set_kind (YzRecords *self, const YzKind *kind);

/**
 * yz_records_list_columns:
 *
 * Returns: (transfer container) (element-type YzField): what stands in a table of @kind, the title first
 */
GPtrArray *yz_records_list_columns (const YzKind *kind);

/**
 * yz_records_get_list:
 *
 * Returns: (transfer none) (nullable): the records shown, %NULL while no workspace is open
 */
YzRecordList *yz_records_get_list (YzRecords *self);

/**
 * yz_records_set_order:
 * @field: name of a field
 *
 * Records that have a parent of their own kind stand beneath it in the ascending order of titles, unless a search
 * takes them out of their places.
 */
void yz_records_set_order (YzRecords *self, const char *field, gboolean descending);

/**
 * yz_records_get_depth:
 * @position: in the list
 *
 * Returns: under how many parents the record stands in the present order
 */
guint yz_records_get_depth (YzRecords *self, guint position);

/**
 * yz_records_dup_words:
 *
 * Returns: (transfer full): what stands in a cell
 */
char *yz_records_dup_words (YzRecords *self, YzRecord *record, const YzField *field);

YzRecord *yz_records_get_current (YzRecords *self);

/**
 * yz_records_select_id:
 * @id: (nullable): of a record of the present kind
 *
 * Makes a record the one of the pane.
 */
void yz_records_select_id (YzRecords *self, const char *id);

/**
 * yz_records_get_current_position:
 *
 * Returns: where the current record stands in the list, %G_MAXUINT if it does not
 */
guint yz_records_get_current_position (YzRecords *self);

/**
 * yz_records_set_selected:
 * @rows: (element-type gint64): of the selected records; a reference is taken
 *
 * What a bulk edit or a deletion concerns. One selected record becomes the current one.
 */
void yz_records_set_selected (YzRecords *self, GArray *rows);

/**
 * yz_records_dup_selected_ids:
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the selected records
 */
char **yz_records_dup_selected_ids (YzRecords *self);

/**
 * yz_records_delete_selected:
 *
 * Puts the selected records, or the current one if none is selected, into the trash, in one action. What still
 * refers to them is told by #YzSession::failed.
 */
void yz_records_delete_selected (YzRecords *self);

G_END_DECLS

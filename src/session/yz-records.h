/*
 * What the page of records shows: one kind at a time, of those without a page of their own, whatever its fields are.
 * The question (search, order), the answer, and the selection. Main thread.
 */
#pragma once

#include "yz-listing.h"

G_BEGIN_DECLS

#define YZ_TYPE_RECORDS (yz_records_get_type ())

G_DECLARE_FINAL_TYPE (YzRecords, yz_records, YZ, RECORDS, YzListing)

/**
 * YzRecords::words-changed:
 *
 * Emitted when yz_records_dup_words() may give something else for records that did not change themselves.
 */

/**
 * yz_records_new:
 *
 * Properties, beside those of #YzListing: "search", "reveal" (gboolean: personal data is shown in full).
 *
 * Records that have a parent of their own kind stand beneath it in the ascending order of titles, unless a search
 * takes them out of their places.
 *
 * Returns: (transfer full): the state of a page that follows the session's workspace
 */
YzRecords *yz_records_new (YzSession *session);

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

G_END_DECLS

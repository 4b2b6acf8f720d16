/*
 * Lists of goods that come into the books: receipts, and what was there when the books began. Their rows are no records
 * of the workspace: each becomes a movement. For the importer they are kinds, whose fields are the columns.
 */
#pragma once

#include "yz-movement.h"

G_BEGIN_DECLS

G_DECLARE_FINAL_TYPE (YzReceiptList, yz_receipt_list, YZ, RECEIPT_LIST, YzRecord)
G_DECLARE_FINAL_TYPE (YzOpeningList, yz_opening_list, YZ, OPENING_LIST, YzRecord)

extern const YzKind yz_receipt_list_kind;
extern const YzKind yz_opening_list_kind;

/**
 * yz_stock_list_find:
 * @name: "receipt" or "opening"
 *
 * Returns: (transfer none) (nullable): the list of that name
 */
const YzKind *yz_stock_list_find (const char *name);

/**
 * yz_stock_list_is:
 *
 * Returns: whether @kind is a list of goods
 */
gboolean yz_stock_list_is (const YzKind *kind);

/**
 * yz_stock_list_get_type_of:
 *
 * Returns: what the movements of such a list are
 */
YzMovementType yz_stock_list_get_type_of (const YzKind *kind);

G_END_DECLS

/*
 * Rows of receipts and opening balances: which item, lot and place each means, what has to be made for it, and whether
 * it is in the books already. For yz-import-plan.c; one thread at a time.
 *
 * A row is known again by its document and what it says, whatever its number in the file; where the list names no
 * document, by the whole file. A file that is imported twice changes nothing, and a corrected file adds what is new. A
 * row that was taken back is new again.
 */
#pragma once

#include "yz-import-plan.h"

G_BEGIN_DECLS

typedef struct _YzImportStock YzImportStock;

/**
 * yz_import_stock_check_mapping:
 *
 * Returns: %FALSE with %YZ_EXCHANGE_ERROR_MAPPING without columns for what, how many and where
 */
gboolean yz_import_stock_check_mapping (const YzMapping *mapping, GError **error);

/**
 * yz_import_stock_new:
 * @make_unknown: whether items and shelves that nobody knows are made
 *
 * Returns: (transfer full) (nullable): or %NULL with a %YZ_STORE_ERROR
 */
YzImportStock *yz_import_stock_new (YzStore *store, YzSheet *sheet, const YzKind *kind, gboolean make_unknown,
                                    GError **error);
void           yz_import_stock_free (YzImportStock *self);

/**
 * yz_import_stock_judge:
 * @row: the index of the next row
 * @outcome: (out): %YZ_IMPORT_NEW or %YZ_IMPORT_SAME
 *
 * Returns: %FALSE with the reason why it cannot be written
 */
gboolean yz_import_stock_judge (YzImportStock *self, guint row, const YzSheetRow *values, YzImportOutcome *outcome,
                                GError **error);

/**
 * yz_import_stock_take:
 * @row: that is new
 *
 * Returns: (transfer full) (element-type YzRecord): what has to be made for the row, the movement last
 */
GPtrArray *yz_import_stock_take (YzImportStock *self, guint row, const YzSheetRow *values);

/**
 * yz_import_stock_describe:
 *
 * Returns: (transfer full): what the rows judged so far come to, as a translated sentence
 */
char *yz_import_stock_describe (const YzImportStock *self);

G_END_DECLS

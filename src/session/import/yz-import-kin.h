/*
 * Rows of a list that refer to rows of the same list: an organisation and the one that it belongs to, both new. Each
 * row that is referred to has an id before it is written. A plain value of one thread at a time.
 */
#pragma once

#include "yz-id.h"
#include "yz-mapping.h"

G_BEGIN_DECLS

typedef struct _YzImportKin YzImportKin;

/**
 * yz_import_kin_new:
 *
 * Returns: (transfer full) (nullable): %NULL where no column refers to the kind of the list itself
 */
YzImportKin *yz_import_kin_new (const YzSheet *sheet, const YzMapping *mapping, YzIdFactory *ids);
void         yz_import_kin_free (YzImportKin *self);

/**
 * yz_import_kin_find:
 * @text: a code or a name
 *
 * Returns: (transfer none) (nullable): the id that the row will have, %NULL if no row or several are called so
 */
const char *yz_import_kin_find (YzImportKin *self, const char *text);

/**
 * yz_import_kin_get_id:
 *
 * Returns: (transfer none) (nullable): the id of a row that another one refers to
 */
const char *yz_import_kin_get_id (YzImportKin *self, guint row);

/**
 * yz_import_kin_find_row:
 *
 * Returns: whether @id is that of a row
 */
gboolean yz_import_kin_find_row (YzImportKin *self, const char *id, guint *row);

G_END_DECLS

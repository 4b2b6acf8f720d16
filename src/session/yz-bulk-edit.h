/* The same change to many records: what it would do, record by record, and the one edit that does it. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzBulkRow:
 * @record: as it is
 * @before, @after: texts of the field, masked where personal
 * @problem: (nullable): why this record is left alone, translated
 * @same: whether nothing changes
 */
typedef struct
{
  YzRecord *record;
  char *before;
  char *after;
  char *problem;
  gboolean same;
} YzBulkRow;

#define YZ_TYPE_BULK_EDIT (yz_bulk_edit_get_type ())

G_DECLARE_FINAL_TYPE (YzBulkEdit, yz_bulk_edit, YZ, BULK_EDIT, GObject)

/**
 * yz_bulk_edit_new:
 * @ids: of the records; those that are gone by now are left out
 *
 * Returns: (transfer full) (nullable): an edit of many records, of which no field is chosen yet; %NULL with a
 *   %YZ_STORE_ERROR
 */
YzBulkEdit *yz_bulk_edit_new (YzStore *store, const YzKind *kind, const char *const *ids, GError **error);

guint yz_bulk_edit_get_n_records (YzBulkEdit *self);

/**
 * yz_bulk_edit_set_value:
 * @field: name of a field
 * @value: (nullable): of the field's type
 * @sign: for lists and maps '+' to add and '-' to take away the elements of @value; otherwise 0
 *
 * Chooses what to change, and works out what that does to each record, by the same rules as a single edit.
 */
void yz_bulk_edit_set_value (YzBulkEdit *self, const char *field, GVariant *value, char sign);

/**
 * YzBulkFunc:
 * @value: (nullable): that the record has
 * @error: why the record is left alone, in a translated sentence
 *
 * Returns: (transfer full) (nullable): the value that it shall have; %NULL with @error set to leave it alone
 */
typedef GVariant *(*YzBulkFunc) (GVariant *value, gpointer user_data, GError **error);

/**
 * yz_bulk_edit_set_each:
 * @field: name of a field
 * @func: (scope call): works out the value of each record from the one that it has
 *
 * The same where each record shall have a value of its own.
 */
void yz_bulk_edit_set_each (YzBulkEdit *self, const char *field, YzBulkFunc func, gpointer user_data);

/**
 * yz_bulk_edit_get_rows:
 *
 * Returns: (transfer none) (element-type YzBulkRow): one for each record
 */
GPtrArray *yz_bulk_edit_get_rows (YzBulkEdit *self);

/**
 * yz_bulk_edit_count:
 * @changed, @same, @refused: (out): how many records would change, stay, and be left alone
 */
void yz_bulk_edit_count (YzBulkEdit *self, guint *changed, guint *same, guint *refused);

/**
 * yz_bulk_edit_make_edit:
 *
 * Returns: (transfer full): the edit of the records that would change, one undo step
 */
YzEdit *yz_bulk_edit_make_edit (YzBulkEdit *self);

G_END_DECLS

/*
 * The same change to many records: what it would do, record by record, and the one edit that does it. The records are
 * read, and what becomes of them is worked out, on workers, as jobs of the session. Main thread.
 */
#pragma once

#include "yz-session.h"

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
 * YzBulkEdit::changed:
 *
 * Emitted when the records have been read, and when the rows are those of what was chosen last.
 */

/**
 * YzBulkEdit::failed:
 *
 * Emitted when the records cannot be read, after #YzSession::failed has told why, or when their job was cancelled.
 */

/**
 * yz_bulk_edit_new:
 * @ids: (array zero-terminated=1): of the records; those that are gone by now are left out
 *
 * Begins to read the records. A field may be chosen before they are there.
 *
 * Returns: (transfer full): an edit of many records, of which no field is chosen yet
 */
YzBulkEdit *yz_bulk_edit_new (YzSession *session, const YzKind *kind, const char *const *ids);

/**
 * yz_bulk_edit_cancel:
 *
 * Ends what is being read or worked out.
 */
void yz_bulk_edit_cancel (YzBulkEdit *self);

/**
 * yz_bulk_edit_get_n_records:
 *
 * Returns: how many records were read; until then how many were asked for
 */
guint yz_bulk_edit_get_n_records (YzBulkEdit *self);

/**
 * yz_bulk_edit_find_usual_value:
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): the value that most of the records have; %NULL where none has any, and until
 *   they are read
 */
GVariant *yz_bulk_edit_find_usual_value (YzBulkEdit *self, const char *field);

/**
 * yz_bulk_edit_has_choice:
 *
 * Returns: whether a field is chosen
 */
gboolean yz_bulk_edit_has_choice (YzBulkEdit *self);

/**
 * yz_bulk_edit_is_complete:
 *
 * Returns: whether a field is chosen and the rows are those of that choice
 */
gboolean yz_bulk_edit_is_complete (YzBulkEdit *self);

/**
 * yz_bulk_edit_set_value:
 * @field: name of a field
 * @value: (nullable): of the field's type
 * @sign: for lists and maps '+' to add and '-' to take away the elements of @value; otherwise 0
 *
 * Chooses what to change. What that does to each record is worked out on a worker, by the same rules as a single edit.
 * A choice that comes meanwhile takes the place of this one.
 */
void yz_bulk_edit_set_value (YzBulkEdit *self, const char *field, GVariant *value, char sign);

/**
 * YzBulkFunc:
 * @value: (nullable): that the record has
 * @user_data: of yz_bulk_edit_set_each()
 * @error: why the record is left alone, in a translated sentence
 *
 * Called on a worker.
 *
 * Returns: (transfer full) (nullable): the value that it shall have; %NULL with @error set to leave it alone
 */
typedef GVariant *(*YzBulkFunc) (GVariant *value, gpointer user_data, GError **error);

/**
 * yz_bulk_edit_set_each:
 * @field: name of a field
 * @func: (scope notified): works out the value of each record from the one that it has
 * @user_data: (transfer full): used by one worker only
 * @free: of @user_data
 *
 * The same where each record shall have a value of its own.
 */
void yz_bulk_edit_set_each (YzBulkEdit *self, const char *field, YzBulkFunc func, gpointer user_data,
                            GDestroyNotify free);

/**
 * yz_bulk_edit_unset:
 *
 * Chooses no field: there are no rows any more.
 */
void yz_bulk_edit_unset (YzBulkEdit *self);

/**
 * yz_bulk_edit_get_rows:
 *
 * Returns: (transfer none) (element-type YzBulkRow): one for each record, none unless yz_bulk_edit_is_complete()
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

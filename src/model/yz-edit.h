/*
 * An edit: what one action of the user changes, in any number of records. It is the only thing that the store
 * writes, in one transaction, and the unit of undo.
 */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzVerb:
 * @YZ_VERB_CREATE: a new record with its values
 * @YZ_VERB_SET: other values of some fields
 * @YZ_VERB_DELETE: into the trash
 * @YZ_VERB_RESTORE: out of the trash
 */
typedef enum
{
  YZ_VERB_CREATE,
  YZ_VERB_SET,
  YZ_VERB_DELETE,
  YZ_VERB_RESTORE,
} YzVerb;

/**
 * YzChange:
 * @verb: what happens
 * @record: the record; for %YZ_VERB_CREATE as it shall be, otherwise as it was read
 * @after: (nullable): for %YZ_VERB_SET the record as it shall be
 *
 * What an edit does to one record. The changed fields of a set are those that differ between @record and @after.
 */
typedef struct
{
  YzVerb verb;
  YzRecord *record;
  YzRecord *after;
} YzChange;

#define YZ_TYPE_EDIT (yz_edit_get_type ())

G_DECLARE_FINAL_TYPE (YzEdit, yz_edit, YZ, EDIT, GObject)

/**
 * yz_edit_new:
 * @label: msgid that says what the user did, "Move station": shown as "Undo: Move station"
 *
 * Returns: (transfer full): an edit that changes nothing yet
 */
YzEdit *yz_edit_new (const char *label);

/**
 * yz_edit_get_label:
 *
 * Returns: (transfer none): the msgid
 */
const char *yz_edit_get_label (YzEdit *self);

/**
 * yz_edit_set_subject:
 * @subject: (nullable): what the action was about, a name or a file's name, as it will stand beside the label
 *
 * Without one it is the title of the only record, if there is only one.
 */
void yz_edit_set_subject (YzEdit *self, const char *subject);

/**
 * yz_edit_get_subject:
 *
 * Returns: (transfer none) (nullable): what the action is about, %NULL for several records without a name in common
 */
const char *yz_edit_get_subject (YzEdit *self);

/**
 * yz_edit_set_settled:
 *
 * Lets undo pass over the edit: a workspace is not to be undone to before its beginning.
 */
void yz_edit_set_settled (YzEdit *self);

/**
 * yz_edit_is_settled:
 *
 * Returns: whether undo passes over the edit
 */
gboolean yz_edit_is_settled (YzEdit *self);

/**
 * yz_edit_create:
 * @record: (transfer none): a new record; must not be changed until the edit is applied
 */
void yz_edit_create (YzEdit *self, YzRecord *record);

/**
 * yz_edit_set:
 * @record: (transfer none): as it was read from the store
 * @value: (nullable): a floating reference is taken
 *
 * Sets one field. Several calls for one record make one change. The store refuses the edit if the field was
 * changed since @record was read.
 */
void yz_edit_set (YzEdit *self, YzRecord *record, const char *field, GVariant *value);

/**
 * yz_edit_update:
 * @before: (transfer none): as it was read from the store
 * @after: (transfer none): a copy with other values
 *
 * The same for all fields that differ.
 */
void yz_edit_update (YzEdit *self, YzRecord *before, YzRecord *after);

/**
 * yz_edit_delete:
 * @record: (transfer none): as it was read from the store
 *
 * Puts the record in the trash. The store refuses the edit while others refer to the record, unless they go with it.
 */
void yz_edit_delete (YzEdit *self, YzRecord *record);

/**
 * yz_edit_restore:
 * @record: (transfer none): as it was read from the trash
 *
 * Takes the record out of the trash.
 */
void yz_edit_restore (YzEdit *self, YzRecord *record);

/**
 * yz_edit_get_n_changes:
 *
 * Returns: in how many records something changes; sets that come to nothing do not count
 */
guint yz_edit_get_n_changes (YzEdit *self);

/**
 * yz_edit_get_change:
 *
 * Returns: (transfer none): one of the changes, in the order they were made
 */
const YzChange *yz_edit_get_change (YzEdit *self, guint index);

/**
 * yz_edit_check:
 *
 * Checks every record as it shall be (yz_record_check()).
 *
 * Returns: %FALSE with the %YZ_MODEL_ERROR of the first one that is refused, its title in front
 */
gboolean yz_edit_check (YzEdit *self, GError **error);

G_END_DECLS

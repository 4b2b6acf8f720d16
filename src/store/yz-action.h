/* What was done: an action of the log, and its changes to single records. Both are immutable. */
#pragma once

#include "yz-edit.h"

G_BEGIN_DECLS

/**
 * YzActionMode:
 * @YZ_ACTION_DO: an edit
 * @YZ_ACTION_UNDO: takes back another action
 * @YZ_ACTION_REDO: does it again
 */
typedef enum
{
  YZ_ACTION_DO,
  YZ_ACTION_UNDO,
  YZ_ACTION_REDO,
} YzActionMode;

/**
 * YzAction:
 * @seq: its place in the log, ascending
 * @id: UUID, the group id of sync
 * @mode: see #YzActionMode
 * @target: for undo and redo the @seq of the action concerned, otherwise 0
 * @label: msgid, see yz_edit_new()
 * @subject: (nullable): what it was about
 * @who: (nullable): the user's name
 * @at: milliseconds since 1970-01-01T00:00Z
 * @n_changes: records concerned
 * @undone: whether the action is taken back at present
 */
typedef struct
{
  gint64 seq;
  char *id;
  YzActionMode mode;
  gint64 target;
  char *label;
  char *subject;
  char *who;
  gint64 at;
  guint n_changes;
  gboolean undone;
} YzAction;

#define YZ_TYPE_ACTION (yz_action_get_type ())
GType yz_action_get_type (void);

/**
 * yz_action_copy:
 *
 * Returns: (transfer full): an action of its own
 */
YzAction *yz_action_copy (const YzAction *action);
void      yz_action_free (YzAction *action); /* %NULL is allowed: what was refused has no action */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzAction, yz_action_free)

/**
 * YzFieldChange:
 * @field: the field, of the record's kind
 * @before, @after: (nullable): its values
 */
typedef struct
{
  const YzField *field;
  GVariant *before;
  GVariant *after;
} YzFieldChange;

/**
 * YzHistoryEntry:
 * @seq: of the change, for yz_store_make_revert(); 0 where it cannot be reverted on its own
 * @action: the action it belongs to
 * @verb: what happened to the record (as seen then: undoing a creation is %YZ_VERB_DELETE)
 * @kind: of the record
 * @record_id: its id
 * @record_title: what it is called now, or was last
 * @fields: (element-type YzFieldChange): what changed; for a creation the values it began with
 */
typedef struct
{
  gint64 seq;
  YzAction *action;
  YzVerb verb;
  const YzKind *kind;
  char *record_id;
  char *record_title;
  GArray *fields;
} YzHistoryEntry;

#define YZ_TYPE_HISTORY_ENTRY (yz_history_entry_get_type ())
GType           yz_history_entry_get_type (void);
YzHistoryEntry *yz_history_entry_ref (YzHistoryEntry *entry);
void            yz_history_entry_unref (YzHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHistoryEntry, yz_history_entry_unref)

G_END_DECLS

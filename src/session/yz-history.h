/* The history of a record, or of everything, as lines to be shown. Main thread. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_HISTORY_ITEM (yz_history_item_get_type ())

/**
 * YzHistoryItem:
 *
 * One change to one record. Properties, all read-only texts: "when" ("11-06 14:22", with the year where it is
 * another one), "who" (nullable), "what" ("Edit", "Undo: Edit"), "subject" (what the record is called), and
 * "can-revert" (gboolean).
 */
G_DECLARE_FINAL_TYPE (YzHistoryItem, yz_history_item, YZ, HISTORY_ITEM, GObject)

/**
 * YzHistoryLine:
 * @title: of the field, translated
 * @before, @after: (nullable): its values as text, masked where personal
 */
typedef struct
{
  const char *title;
  char *before;
  char *after;
} YzHistoryLine;

/**
 * yz_history_item_get_lines:
 *
 * Returns: (transfer none) (element-type YzHistoryLine): the changed fields
 */
GPtrArray *yz_history_item_get_lines (YzHistoryItem *self);

/**
 * yz_history_item_get_change:
 *
 * Returns: the number of the change for yz_history_revert(), 0 if it cannot be reverted on its own
 */
gint64 yz_history_item_get_change (YzHistoryItem *self);

/**
 * yz_history_dup_what:
 *
 * Returns: (transfer full): what the action did, in words: "Edit", "Undo: Edit"
 */
char *yz_history_dup_what (const YzAction *action);

#define YZ_TYPE_HISTORY (yz_history_get_type ())

/**
 * YzHistory:
 *
 * A #GListModel of #YzHistoryItem, newest first, that follows the workspace.
 */
G_DECLARE_FINAL_TYPE (YzHistory, yz_history, YZ, HISTORY, GObject)

/**
 * yz_history_new:
 *
 * Returns: (transfer full): an empty history
 */
YzHistory *yz_history_new (YzSession *session);

/**
 * yz_history_set_record:
 * @record_id: (nullable): %NULL for the whole workspace, "" for nothing at all
 */
void yz_history_set_record (YzHistory *self, const char *record_id);

/**
 * yz_history_load_more:
 *
 * Reads older changes.
 *
 * Returns: whether there were any
 */
gboolean yz_history_load_more (YzHistory *self);

/**
 * yz_history_revert:
 * @change: see yz_history_item_get_change()
 *
 * Sets the fields of one change back to what they were before it. What is in the way is told by #YzSession::failed.
 */
void yz_history_revert (YzHistory *self, gint64 change);

G_END_DECLS

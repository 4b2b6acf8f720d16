/* Actions and history entries as values. */
#include "config.h"

#include "yz-action.h"

G_DEFINE_BOXED_TYPE (YzAction, yz_action, yz_action_copy, yz_action_free)
G_DEFINE_BOXED_TYPE (YzHistoryEntry, yz_history_entry, yz_history_entry_ref, yz_history_entry_unref)

YzAction *
yz_action_copy (const YzAction *action)
{
  YzAction *copy = g_memdup2 (action, sizeof *action);

  copy->id = g_strdup (action->id);
  copy->label = g_strdup (action->label);
  copy->subject = g_strdup (action->subject);
  copy->who = g_strdup (action->who);
  return copy;
}

void
yz_action_free (YzAction *action)
{
  if (action == NULL)
    return;
  g_free (action->id);
  g_free (action->label);
  g_free (action->subject);
  g_free (action->who);
  g_free (action);
}

YzHistoryEntry *
yz_history_entry_ref (YzHistoryEntry *entry)
{
  return g_atomic_rc_box_acquire (entry);
}

static void
entry_clear (gpointer data)
{
  YzHistoryEntry *entry = data;

  g_clear_pointer (&entry->action, yz_action_free);
  g_clear_pointer (&entry->record_id, g_free);
  g_clear_pointer (&entry->record_title, g_free);
  g_clear_pointer (&entry->fields, g_array_unref);
}

void
yz_history_entry_unref (YzHistoryEntry *entry)
{
  g_atomic_rc_box_release_full (entry, entry_clear);
}

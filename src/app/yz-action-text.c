#include "config.h"

#include "yz-action-text.h"

#include <glib/gi18n-lib.h>

char *
yz_action_dup_title (const YzAction *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  if (action->subject == NULL)
    return g_strdup (_ (action->label));
  /* Translators: what was done, and to what: Move station “Riverside” */
  return g_strdup_printf (_ ("%s “%s”"), _ (action->label), action->subject);
}

char *
yz_action_dup_announcement (const YzAction *action)
{
  g_autofree char *title = yz_action_dup_title (action);

  switch (action->mode)
    {
    case YZ_ACTION_UNDO:
      return g_strdup_printf (_ ("Undone: %s"), title);
    case YZ_ACTION_REDO:
      return g_strdup_printf (_ ("Done again: %s"), title);
    case YZ_ACTION_DO:
    default:
      return g_steal_pointer (&title);
    }
}

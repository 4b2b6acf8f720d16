/* An action of the log in words. */
#pragma once

#include "yz-action.h"

G_BEGIN_DECLS

/**
 * yz_action_dup_title:
 *
 * Returns: (transfer full): what was done and to what: "Move station “Riverside”"
 */
char *yz_action_dup_title (const YzAction *action);

/**
 * yz_action_dup_announcement:
 *
 * Returns: (transfer full): the same as news, for a toast: "Undone: Move station “Riverside”"
 */
char *yz_action_dup_announcement (const YzAction *action);

G_END_DECLS

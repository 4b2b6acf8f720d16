/* The workspaces opened lately, kept in the settings. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yz_recent_add:
 *
 * Puts a workspace at the head of the list.
 */
void yz_recent_add (GFile *file);

/**
 * yz_recent_list:
 *
 * Returns: (transfer full) (element-type GFile): those that are still there, the latest first
 */
GPtrArray *yz_recent_list (void);

/**
 * yz_recent_fill_menu:
 *
 * Replaces the items of @menu by the workspaces, each with the action app.open.
 */
void yz_recent_fill_menu (GMenu *menu);

/**
 * yz_recent_dup_name:
 *
 * Returns: (transfer full): what a workspace is called: its file's name without the ending
 */
char *yz_recent_dup_name (GFile *file);

G_END_DECLS

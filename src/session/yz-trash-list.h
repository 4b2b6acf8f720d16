/* What is in the trash, of every kind, the latest first. Main thread. */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_TRASH_ITEM (yz_trash_item_get_type ())

/**
 * YzTrashItem:
 *
 * A record in the trash. Properties, all read-only texts: "title" (masked where it is a person's name), "kind" (what
 * it is, translated), "when" ("11-06 14:22") and "left" ("84 days left").
 */
G_DECLARE_FINAL_TYPE (YzTrashItem, yz_trash_item, YZ, TRASH_ITEM, GObject)

#define YZ_TYPE_TRASH_LIST (yz_trash_list_get_type ())

/**
 * YzTrashList:
 *
 * A #GListModel of #YzTrashItem that follows the workspace. Of each kind it holds the two hundred latest.
 */
G_DECLARE_FINAL_TYPE (YzTrashList, yz_trash_list, YZ, TRASH_LIST, GObject)

YzTrashList *yz_trash_list_new (YzSession *session);

/**
 * yz_trash_list_restore:
 * @items: (element-type YzTrashItem): of the list
 *
 * Takes records out of the trash, in one action. What is in the way is told by #YzSession::failed.
 */
void yz_trash_list_restore (YzTrashList *self, GPtrArray *items);

G_END_DECLS

/* The window of an audit: where and by whom, then the scan field above the four lists, which it is closed with. */
#pragma once

#include "yz-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_AUDIT_WINDOW (yz_audit_window_get_type ())

/**
 * YzAuditWindow:
 *
 * Actions: "audit.begin", "audit.resume" (an id), "audit.close".
 */
G_DECLARE_FINAL_TYPE (YzAuditWindow, yz_audit_window, YZ, AUDIT_WINDOW, AdwWindow)

/**
 * yz_audit_window_new:
 * @inventory: whose place is offered first
 */
GtkWidget *yz_audit_window_new (GtkWindow *parent, YzInventory *inventory);

G_END_DECLS

/* Undo and redo in a header: each says what it would take back or do again. */
#pragma once

#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_UNDO_BUTTONS (yz_undo_buttons_get_type ())

/**
 * YzUndoButtons:
 *
 * Property, writable: "session".
 */
G_DECLARE_FINAL_TYPE (YzUndoButtons, yz_undo_buttons, YZ, UNDO_BUTTONS, GtkWidget)

G_END_DECLS

/* Ctrl+K: every verb and every station by a few letters of its name. */
#pragma once

#include "yz-window.h"

G_BEGIN_DECLS

#define YZ_TYPE_COMMAND_PALETTE (yz_command_palette_get_type ())

G_DECLARE_FINAL_TYPE (YzCommandPalette, yz_command_palette, YZ, COMMAND_PALETTE, AdwWindow)

/**
 * yz_command_palette_new:
 * @window: with an open workspace; what is chosen is done there
 *
 * Returns: a window not yet presented
 */
GtkWidget *yz_command_palette_new (YzWindow *window);

G_END_DECLS

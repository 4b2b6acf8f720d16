/* Tells when the window first shows a workspace: for the bench of the start, and for whoever wonders what is slow. */
#pragma once

#include "yz-window.h"

G_BEGIN_DECLS

/**
 * yz_first_frame_announce:
 *
 * Writes a debug message (`G_MESSAGES_DEBUG=yizhan`) once @window has drawn a frame with the list of the workspace
 * that is being opened in it.
 */
void yz_first_frame_announce (YzWindow *window);

G_END_DECLS

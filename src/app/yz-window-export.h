/* Lists that go out of the window: what is exported, and what comes of it is said in the window. */
#pragma once

#include "yz-window.h"

G_BEGIN_DECLS

/**
 * yz_window_show_export:
 *
 * Asks what shall be exported, and how.
 */
void yz_window_show_export (YzWindow *self);

/**
 * yz_window_tell_saved:
 *
 * Says that a file is there, and offers its folder.
 */
void yz_window_tell_saved (YzWindow *self, const char *path);

/**
 * yz_window_export:
 * @path: of the file; its ending says the format
 * @datum: see yz_datum_from_name()
 * @purpose: what personal data is needed for, "" to mask it
 * @selection: the selected records only
 *
 * Exports what the page that is open lists.
 */
void yz_window_export (YzWindow *self, const char *path, const char *datum, const char *purpose, gboolean selection);

G_END_DECLS

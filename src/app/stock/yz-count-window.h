/*
 * The window in which a stocktake is typed in and reviewed.
 *
 * Actions beside those of its pages: "count.page" (s, "count" or "review"), "count.count-again" (u, number of a line),
 * "count.find", "count.export", "count.export-to" (s, path), "count.import", "count.import-from" (s, path),
 * "count.print", "count.cancel", "win.undo", "win.redo".
 */
#pragma once

#include "yz-stocktake-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_WINDOW (yz_count_window_get_type ())

/**
 * YzCountWindow:
 *
 * Property, writable: "page".
 */
G_DECLARE_FINAL_TYPE (YzCountWindow, yz_count_window, YZ, COUNT_WINDOW, AdwWindow)

/**
 * yz_count_window_new:
 * @parent: whose actions print
 * @stocktake: its id
 */
GtkWidget *yz_count_window_new (GtkWindow *parent, YzSession *session, const char *stocktake);

/**
 * yz_count_window_get_desk:
 *
 * Returns: (transfer none): what the window shows
 */
YzStocktakeDesk *yz_count_window_get_desk (YzCountWindow *self);

G_END_DECLS

/*
 * Where counts are typed in: the line that is being counted, a field for the figure, and what the page of paper has to
 * add up to. Enter writes the figure down and goes to the next line; what is no figure is a code from a scanner.
 */
#pragma once

#include "yz-stocktake-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_PANE (yz_count_pane_get_type ())

/**
 * YzCountPane::not-listed:
 * @item: (type YzRecord): that was scanned and is on no line
 * @lot: (type YzRecord) (nullable): its lot
 */

/**
 * YzCountPane:
 *
 * Properties, writable: "desk"; "index" (guint: of the line that is being counted).
 *
 * Actions: "count.enter" (s, a figure or a code), "count.next", "count.previous", "count.go-to" (u, number of a line),
 * "count.clear" (not counted), "count.begin-page" (the page of paper begins with this line).
 */
G_DECLARE_FINAL_TYPE (YzCountPane, yz_count_pane, YZ, COUNT_PANE, GtkWidget)

/**
 * yz_count_pane_count_again:
 * @line: number of the line
 *
 * Goes to the line for its second count.
 */
void yz_count_pane_count_again (YzCountPane *self, guint line);

/**
 * yz_count_pane_refuse:
 * @line: number of the line whose figure was refused
 * @message: why
 *
 * Goes back to the line and says what is wrong.
 */
void yz_count_pane_refuse (YzCountPane *self, guint line, const char *message);

G_END_DECLS

/* The pane beside a table of records: the current record to read, its history, and its form while it is edited. */
#pragma once

#include "yz-draft.h"
#include "yz-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_RECORD_PANE (yz_record_pane_get_type ())

/**
 * YzRecordPane:
 *
 * Properties: "records" (#YzRecords), "editing" (gboolean, read-only).
 * Actions: "pane.tab" (s: "facts" or "history").
 */
G_DECLARE_FINAL_TYPE (YzRecordPane, yz_record_pane, YZ, RECORD_PANE, GtkWidget)

/**
 * yz_record_pane_edit:
 * @draft: (transfer none): of a record that exists or of a new one
 *
 * Shows the form. While another form has something to lose it stays.
 */
void yz_record_pane_edit (YzRecordPane *self, YzDraft *draft);

/**
 * yz_record_pane_show_tab:
 * @name: "facts" or "history"
 */
void yz_record_pane_show_tab (YzRecordPane *self, const char *name);

G_END_DECLS

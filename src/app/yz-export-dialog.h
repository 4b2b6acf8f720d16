/* What shall be exported, in which format and datum, and whether personal data is in it. */
#pragma once

#include "yz-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_EXPORT_DIALOG (yz_export_dialog_get_type ())

/**
 * YzExportDialog:
 *
 * Actions: "export.choose" asks for the file, "export.save" (s, path) closes the dialog and runs "win.export-to".
 */
G_DECLARE_FINAL_TYPE (YzExportDialog, yz_export_dialog, YZ, EXPORT_DIALOG, AdwWindow)

/**
 * yz_export_dialog_new:
 * @parent: a window with the action "win.export-to"
 * @n_listed: records in the current list
 * @n_selected: selected ones; more than one are what is offered first
 */
GtkWidget *yz_export_dialog_new (GtkWindow *parent, const YzKind *kind, guint n_listed, guint n_selected);

G_END_DECLS

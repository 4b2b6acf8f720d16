/* Which outcomes an import's rows have, and how many each: one of them can be shown alone. */
#pragma once

#include <gtk/gtk.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_TABS (yz_import_tabs_get_type ())

/**
 * YzImportTabs:
 *
 * Property: "import" (#YzImport). Runs the action "import.show" (i, an outcome or -1).
 */
G_DECLARE_FINAL_TYPE (YzImportTabs, yz_import_tabs, YZ, IMPORT_TABS, GtkWidget)

G_END_DECLS

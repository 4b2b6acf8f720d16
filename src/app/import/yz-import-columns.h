/* The columns of a list that is imported: each with its heading, what it goes into, and what was met in it. */
#pragma once

#include <gtk/gtk.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_COLUMNS (yz_import_columns_get_type ())

/**
 * YzImportColumns:
 *
 * Properties: "import" (#YzImport).
 */
G_DECLARE_FINAL_TYPE (YzImportColumns, yz_import_columns, YZ, IMPORT_COLUMNS, GtkWidget)

G_END_DECLS

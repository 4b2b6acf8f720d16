/* One row of an import beside the record that it may be: what they share, where they differ, and what to do. */
#pragma once

#include <gtk/gtk.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_COMPARE (yz_import_compare_get_type ())

G_DECLARE_FINAL_TYPE (YzImportCompare, yz_import_compare, YZ, IMPORT_COMPARE, GtkWidget)

/**
 * yz_import_compare_show:
 * @row: (nullable): %NULL for none
 */
void yz_import_compare_show (YzImportCompare *self, YzImport *import, YzImportRow *row);

G_END_DECLS

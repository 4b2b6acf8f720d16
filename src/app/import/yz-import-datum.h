/* In which datum the positions of a list are, with the evidence; and what an empty cell does. */
#pragma once

#include <gtk/gtk.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_DATUM (yz_import_datum_get_type ())

/**
 * YzImportDatum:
 *
 * Properties: "import" (#YzImport).
 */
G_DECLARE_FINAL_TYPE (YzImportDatum, yz_import_datum, YZ, IMPORT_DATUM, GtkWidget)

G_END_DECLS

/*
 * What the list of an import is: what its rows are, which sheet, which row holds the headings, which of several files;
 * each can be put right here.
 */
#pragma once

#include <gtk/gtk.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_BAR (yz_import_bar_get_type ())

/**
 * YzImportBar:
 *
 * Property: "import" (#YzImport).
 */
G_DECLARE_FINAL_TYPE (YzImportBar, yz_import_bar, YZ, IMPORT_BAR, GtkWidget)

G_END_DECLS

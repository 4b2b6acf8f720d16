/* The layouts of lists that were put right once, as records of the workspace. */
#pragma once

#include "yz-mapping.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_import_layouts_apply:
 *
 * Sets the columns and the datum of @mapping as they were remembered for lists with these headings, if they were.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_import_layouts_apply (YzStore *store, YzMapping *mapping, const YzSheet *sheet, GError **error);

/**
 * yz_import_layouts_find_headings:
 *
 * What was put right once counts more than a guess: where the headings that were guessed are not known, one of the
 * first rows may be.
 *
 * Returns: (transfer full): @sheet, or its cells under the headings that are remembered; %NULL with a %YZ_STORE_ERROR
 */
YzSheet *yz_import_layouts_find_headings (YzStore *store, const YzKind *kind, YzSheet *sheet, GError **error);

/**
 * yz_import_layouts_remember:
 *
 * Adds to @edit what makes the workspace remember @mapping.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR
 */
gboolean yz_import_layouts_remember (YzStore *store, YzEdit *edit, const YzMapping *mapping, const YzSheet *sheet,
                                     GError **error);

G_END_DECLS

/* The import page: choose a list, put its columns right, see what every row will do, write it as one action. */
#pragma once

#include <adwaita.h>

#include "yz-import.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_PAGE (yz_import_page_get_type ())

/**
 * YzImportPage:
 *
 * Properties: "session" (#YzSession, nullable), "import" (#YzImport, nullable).
 *
 * Actions: "import.choose-file", "import.open-files" (as, paths), "import.skip-file", "import.paste",
 * "import.open-text" (s), "import.kind" (s, its name), "import.heading-row" (u, 0 for none), "import.datum" (s, its
 * name, or "" to find it out), "import.show" (i, an outcome or -1), "import.decide" (s: merge, separate, skip),
 * "import.decide-rest" (s, the same), "import.take-back-rest", "import.next", "import.save-report",
 * "import.save-report-to" (s, a path), "import.apply", "import.cancel", "import.again", "import.show-records" (leaves
 * the page).
 */
G_DECLARE_FINAL_TYPE (YzImportPage, yz_import_page, YZ, IMPORT_PAGE, GtkWidget)

/**
 * yz_import_page_begin:
 * @kind: what the rows of the next list are
 *
 * Begins another import; one of that kind that is not written yet stays.
 */
void yz_import_page_begin (YzImportPage *self, const YzKind *kind);

G_END_DECLS

/* The Guides page: what to print, as it will look, and the ways out: a file, the printer. */
#pragma once

#include "yz-guides.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_GUIDES_PAGE (yz_guides_page_get_type ())

/**
 * YzGuidesPage:
 *
 * Properties: "guides" (#YzGuides), "thumbnails" (gboolean: whether small pages stand at the side).
 *
 * Actions: "guides.save" and "guides.save-page" (s: an ending such as ".svg"), which ask for a file and end in
 * "guides.save-to" (s); "guides.print", and "guides.print-to" (s) into a PDF without a dialog; "guides.show-station"
 * (s), "guides.widen", "guides.thumbnails", "guides.go-to" (u); "wish.NAME" for each wish of #YzGuides, "guide.*" of
 * #YzGuideView.
 */
G_DECLARE_FINAL_TYPE (YzGuidesPage, yz_guides_page, YZ, GUIDES_PAGE, GtkWidget)

/**
 * YzGuidesPage::saved:
 * @path: of the file
 *
 * Emitted when a document is in a file.
 */

GtkWidget *yz_guides_page_new (YzGuides *guides);

/**
 * yz_guides_page_focus:
 *
 * Puts the focus on the pages, so that keys turn them.
 */
void yz_guides_page_focus (YzGuidesPage *self);

G_END_DECLS

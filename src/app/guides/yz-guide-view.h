/* The pages of a document one below the other, to be scrolled through and looked at closely. */
#pragma once

#include "yz-guide-proof.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_GUIDE_VIEW (yz_guide_view_get_type ())

/**
 * YzGuideView:
 *
 * Properties: "proof" (#YzGuideProof, nullable), "page" (guint: the one in the middle, from 1; 0 without pages),
 * "n-pages" (guint), "zoom" ("width" and "page" to fit, or percents of the paper's size), "percent" (guint: as it is
 * shown).
 *
 * Actions: "guide.zoom" (s), "guide.zoom-in", "guide.zoom-out", "guide.next-page", "guide.previous-page",
 * "guide.first-page", "guide.last-page", "guide.menu" (the stations on the page). A station is opened by
 * "guides.show-station" (s) of a parent.
 */
G_DECLARE_FINAL_TYPE (YzGuideView, yz_guide_view, YZ, GUIDE_VIEW, GtkWidget)

/**
 * yz_guide_view_go_to:
 * @page: from 1
 *
 * Scrolls to the beginning of a page.
 */
void yz_guide_view_go_to (YzGuideView *self, guint page);

G_END_DECLS

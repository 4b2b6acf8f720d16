/* From a place on a page to the record that stands there. */
#pragma once

#include "yz-guide-leaf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _YzGuideSpots YzGuideSpots;

/**
 * yz_guide_spots_new:
 * @widget: (transfer none): activates "guides.show-station" (s)
 * @menu: (transfer none): of @widget
 *
 * Returns: (transfer full): to be freed before either of them
 */
YzGuideSpots *yz_guide_spots_new (GtkWidget *widget, GtkPopoverMenu *menu);
void          yz_guide_spots_free (YzGuideSpots *self);

/**
 * yz_guide_spots_forget:
 *
 * Drops a question that is not answered yet.
 */
void yz_guide_spots_forget (YzGuideSpots *self);

/**
 * yz_guide_spots_open:
 * @point: on @leaf, in millimetres
 *
 * Opens the station that stands there, if one does.
 */
void yz_guide_spots_open (YzGuideSpots *self, YzGuideLeaf *leaf, const graphene_point_t *point);

/**
 * yz_guide_spots_show_menu:
 * @point: (nullable): on @leaf, in millimetres; %NULL for every station of the leaf
 * @there: where in the widget the menu points to
 */
void yz_guide_spots_show_menu (YzGuideSpots *self, YzGuideLeaf *leaf, const graphene_point_t *point,
                               const GdkRectangle *there);

G_END_DECLS

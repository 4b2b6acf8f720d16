/* Pages one below the other, all at one scale: what lies where, and what of it is near enough to have a picture. */
#pragma once

#include "yz-guide-leaf-view.h"

G_BEGIN_DECLS

/* White between pages, and around them, in pixels. */
#define YZ_GUIDE_DESK_GAP 14

#define YZ_TYPE_GUIDE_DESK (yz_guide_desk_get_type ())

G_DECLARE_FINAL_TYPE (YzGuideDesk, yz_guide_desk, YZ, GUIDE_DESK, GtkWidget)

/**
 * yz_guide_desk_set_leaves:
 * @leaves: (nullable): a model of #YzGuideLeaf, as it is now
 * @more: whether others may come: pages that lay here before stay until it is known that there are no such ones
 */
void yz_guide_desk_set_leaves (YzGuideDesk *self, GListModel *leaves, gboolean more);

/**
 * yz_guide_desk_set_scale:
 * @scale: pixels a millimetre
 */
void yz_guide_desk_set_scale (YzGuideDesk *self, double scale);

/**
 * yz_guide_desk_get_paper:
 * @width: (out): of the widest page of the leaves, in millimetres
 * @height: (out): of the highest one, likewise
 *
 * Returns: %FALSE if there is no leaf
 */
gboolean yz_guide_desk_get_paper (YzGuideDesk *self, double *width, double *height);

/**
 * yz_guide_desk_find_page:
 * @y: pixels from the top
 * @part: (out): which part of the page lies above @y
 *
 * Returns: the index of the page there, 0 if there is none
 */
guint yz_guide_desk_find_page (YzGuideDesk *self, double y, double *part);

/**
 * yz_guide_desk_find_top:
 * @part: of the height of the page @index
 *
 * Returns: how many pixels from the top it is
 */
double yz_guide_desk_find_top (YzGuideDesk *self, guint index, double part);

/**
 * yz_guide_desk_get_height:
 *
 * Returns: pixels of all pages and the white around them
 */
double yz_guide_desk_get_height (YzGuideDesk *self);

/**
 * yz_guide_desk_look_at:
 * @y: where what is seen begins, in pixels from the top
 * @height: of what is seen
 *
 * Lets the pages have pictures that are seen, or within a screen of it.
 */
void yz_guide_desk_look_at (YzGuideDesk *self, double y, double height);

/**
 * yz_guide_desk_get_page:
 *
 * Returns: (transfer none) (nullable): what shows the page @index
 */
YzGuideLeafView *yz_guide_desk_get_page (YzGuideDesk *self, guint index);

G_END_DECLS

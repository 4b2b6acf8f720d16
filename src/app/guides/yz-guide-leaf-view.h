/* A page on the desk: white paper with what will be printed on it. */
#pragma once

#include "yz-guide-leaf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_GUIDE_LEAF_VIEW (yz_guide_leaf_view_get_type ())

G_DECLARE_FINAL_TYPE (YzGuideLeafView, yz_guide_leaf_view, YZ, GUIDE_LEAF_VIEW, GtkWidget)

GtkWidget *yz_guide_leaf_view_new (void);

/**
 * yz_guide_leaf_view_set_leaf:
 * @leaf: (nullable): what is shown; the picture of another one stays until there is a new one
 */
void         yz_guide_leaf_view_set_leaf (YzGuideLeafView *self, YzGuideLeaf *leaf);
YzGuideLeaf *yz_guide_leaf_view_get_leaf (YzGuideLeafView *self);

/**
 * yz_guide_leaf_view_set_scale:
 * @scale: pixels a millimetre
 */
void yz_guide_leaf_view_set_scale (YzGuideLeafView *self, double scale);

/**
 * yz_guide_leaf_view_set_wanted:
 * @wanted: whether somebody may look: only then it has a picture
 */
void yz_guide_leaf_view_set_wanted (YzGuideLeafView *self, gboolean wanted);

G_END_DECLS

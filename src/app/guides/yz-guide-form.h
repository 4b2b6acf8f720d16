/* What is wished of a document: which one, of what, how it looks. Its switches are the actions "wish.*" of the page. */
#pragma once

#include "yz-guides.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_GUIDE_FORM (yz_guide_form_get_type ())

/**
 * YzGuideForm:
 *
 * Properties: "guides" (#YzGuides).
 */
G_DECLARE_FINAL_TYPE (YzGuideForm, yz_guide_form, YZ, GUIDE_FORM, GtkWidget)

/**
 * yz_guide_form_new_actions:
 *
 * Returns: (transfer full): every wish as an action, "language" ('zh') or "large"
 */
GSimpleActionGroup *yz_guide_form_new_actions (YzGuides *guides);

G_END_DECLS

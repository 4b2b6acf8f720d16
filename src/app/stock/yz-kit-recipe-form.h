/* The form in which a recipe of a kit is written down: its name, and what goes into one. */
#pragma once

#include "yz-kits.h"
#include "yz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_kit_recipe_form_new:
 * @recipe: (nullable): the version that a new one follows, %NULL for a new kit
 *
 * Returns: (transfer none): a form over @parent, not shown yet
 */
GtkWindow *yz_kit_recipe_form_new (GtkWindow *parent, YzSession *session, const YzRecipe *recipe);

G_END_DECLS

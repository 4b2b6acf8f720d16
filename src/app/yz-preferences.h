/* What a person likes: the name beside the changes, light or dark. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_PREFERENCES (yz_preferences_get_type ())

G_DECLARE_FINAL_TYPE (YzPreferences, yz_preferences, YZ, PREFERENCES, AdwPreferencesWindow)

/**
 * yz_preferences_new:
 *
 * Returns: a window not yet presented
 */
GtkWidget *yz_preferences_new (void);

/**
 * yz_preferences_dup_author:
 *
 * Returns: (transfer full): the name to write beside changes: the setting, or the account's real name
 */
char *yz_preferences_dup_author (void);

G_END_DECLS

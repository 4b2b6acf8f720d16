/* Light or dark, as the settings have it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_look_setting_follow:
 *
 * Makes the program's appearance follow the setting from now on.
 */
void yz_look_setting_follow (void);

G_END_DECLS

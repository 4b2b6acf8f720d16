/* The language of the screen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_locale_init:
 *
 * Reads the user's language and finds the translations: the installed ones, or those of the build folder that the
 * environment variable YIZHAN_LOCALEDIR names. To be called before anything is translated.
 */
void yz_locale_init (void);

G_END_DECLS

/* The language of the process: called once, first thing in main(). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_locale_init:
 *
 * Takes the language from the environment and finds the translations: where they were installed, or in the folder that
 * YIZHAN_LOCALEDIR names when the program runs from its build folder.
 */
void yz_locale_init (void);

/**
 * yz_locale_get_folder:
 *
 * Returns: where the translations are, a folder for each language
 */
const char *yz_locale_get_folder (void);

/**
 * yz_locale_is_chinese:
 *
 * Returns: whether the screen speaks Chinese, for what is written in both languages and chosen from
 */
gboolean yz_locale_is_chinese (void);

G_END_DECLS

/* Translations for readers whose language is not that of the screen: what is printed for somebody else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_catalogue_say_chinese:
 * @msgid: as written for gettext, without a context
 *
 * What gettext answers depends on the process, and on which locales a machine has; this does not. The catalogue is read
 * from where yz_locale_init() finds it, at the first call, on whichever thread that is.
 *
 * Returns: the Chinese for @msgid; like gettext @msgid itself where there is none
 */
const char *yz_catalogue_say_chinese (const char *msgid);

G_END_DECLS

#include "config.h"

#include "yz-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

void
yz_locale_init (void)
{
  const char *uninstalled = g_getenv ("YIZHAN_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled != NULL ? uninstalled : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

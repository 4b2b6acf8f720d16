#include "config.h"

#include "yz-locale.h"

#include <libintl.h>
#include <locale.h>

void
yz_locale_init (void)
{
  const char *folder = g_getenv ("YIZHAN_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

gboolean
yz_locale_is_chinese (void)
{
  const char *const *languages = g_get_language_names ();

  return g_str_has_prefix (languages[0], "zh");
}

#include "config.h"

#include "yz-locale.h"

#include <libintl.h>
#include <locale.h>

const char *
yz_locale_get_folder (void)
{
  const char *folder = g_getenv ("YIZHAN_LOCALEDIR");

  return folder != NULL ? folder : LOCALEDIR;
}

void
yz_locale_init (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, yz_locale_get_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

gboolean
yz_locale_is_chinese (void)
{
  const char *const *languages = g_get_language_names ();

  return g_str_has_prefix (languages[0], "zh");
}

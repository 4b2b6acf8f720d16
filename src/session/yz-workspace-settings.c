#include "config.h"

#include "yz-workspace-settings.h"

GSettings *
yz_workspace_settings_new (const char *part, const char *folder, const char *workspace)
{
  g_autofree char *schema = g_strdup_printf ("%s.%s", APP_ID, part);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, workspace != NULL ? workspace : "", -1);
  /* a path of settings may not hold a file's name, and a shorter sum is as good */
  g_autofree char *path = g_strdup_printf ("/org/yizhan/Yizhan/%s/%.16s/", folder, sum);

  return g_settings_new_with_path (schema, path);
}

#include "config.h"

#include "yz-sample.h"

#include <glib/gi18n-lib.h>

GFile *
yz_sample_prepare (YzClock *clock, YzIdFactory *ids, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "yizhan", "sample.yizhan", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (path);
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("The sample is not installed"));
  return NULL;
}

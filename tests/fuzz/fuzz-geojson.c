/* Whatever calls itself GeoJSON: a list or an error, and every cell of the list is text. */
#include "config.h"

#include <glib/gstdio.h>

#include "fuzz.h"
#include "yz-sheet-reader.h"

/* Lists are read from files: their first bytes tell what they are. */
static char *
write_file (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int file = g_file_open_tmp ("fuzz-XXXXXX.geojson", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (data, size);
  g_autoptr (YzSheet) sheet = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_true ((sheet != NULL) != (error != NULL));
  for (guint row = 0; sheet != NULL && row < yz_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column < yz_sheet_get_n_columns (sheet); column++)
      g_assert_true (g_utf8_validate (yz_sheet_get_cell (sheet, row, column), -1, NULL));
  g_unlink (path);
  return 0;
}

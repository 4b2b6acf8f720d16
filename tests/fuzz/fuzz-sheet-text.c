/* Whatever is pasted: a list or an error, and every cell of the list can be asked for. */
#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "yz-kinds.h"
#include "yz-row-reader.h"
#include "yz-sheet-reader.h"

static void
read_rows (YzSheet *sheet)
{
  g_autoptr (YzWordList) words = yz_word_list_new ();
  g_autoptr (YzMapping) mapping = yz_mapping_guess (&yz_station_kind, sheet, words);
  g_autoptr (YzRowReader) reader = yz_row_reader_new (sheet, mapping, words, YZ_DATUM_GCJ02, NULL, NULL);
  g_autoptr (YzSheetRow) row = yz_sheet_row_new (&yz_station_kind);
  g_autoptr (YzRecord) blank = yz_record_new (&yz_station_kind, "00000000-0000-7000-8000-000000000000");

  for (guint i = 0; i < MIN (yz_sheet_get_n_rows (sheet), 20); i++)
    {
      g_autoptr (YzRecord) record = NULL;

      yz_row_reader_read (reader, i, row);
      record = yz_sheet_row_merge (row, blank, TRUE);
      if (yz_sheet_row_get_refusal (row) == NULL)
        yz_record_check (record, NULL, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzSheet) sheet = yz_sheet_read_text ((const char *) data, (gssize) size, NULL, NULL, &error);

  g_assert_true ((sheet != NULL) != (error != NULL));
  for (guint row = 0; sheet != NULL && row < yz_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column < yz_sheet_get_n_columns (sheet); column++)
      g_assert_true (g_utf8_validate (yz_sheet_get_cell (sheet, row, column), -1, NULL));
  if (sheet != NULL)
    read_rows (sheet);
  return 0;
}

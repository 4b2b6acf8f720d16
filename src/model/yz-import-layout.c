/* How the columns of a kind of list were put right once, so that the next list with the same headings is read so. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED },
  { "fingerprint", YZ_FIELD_TEXT, N_ ("Headings"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED | YZ_FIELD_INTERNAL },
  { "columns", YZ_FIELD_NOTE, N_ ("Columns and fields"), YZ_FIELD_REQUIRED },
  { "datum", YZ_FIELD_TEXT, N_ ("Datum"), 0 },
};

/* clang-format off */
YZ_DEFINE_KIND (YzImportLayout, yz_import_layout, fields,
                .name = "import_layout",
                .title = N_ ("Import layout"),
                .title_plural = N_ ("Import layouts"),
                .title_field = "name",
                .has_own_place = TRUE)
/* clang-format on */

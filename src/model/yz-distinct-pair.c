/* Two stations that look like one and are not: somebody has said so, and is not asked again. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Names"), YZ_FIELD_REQUIRED },
  /* ids, but no references: what was decided about a station must not keep it from being deleted */
  { "first", YZ_FIELD_TEXT, N_ ("First station"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED | YZ_FIELD_INTERNAL },
  { "second", YZ_FIELD_TEXT, N_ ("Second station"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED | YZ_FIELD_INTERNAL },
};

/* clang-format off */
YZ_DEFINE_KIND (YzDistinctPair, yz_distinct_pair, fields,
                .name = "distinct_pair",
                .title = N_ ("Distinct pair"),
                .title_plural = N_ ("Distinct pairs"),
                .title_field = "name",
                .has_own_place = TRUE)
/* clang-format on */

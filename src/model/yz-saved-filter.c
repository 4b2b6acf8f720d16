/* A filter that was given a name, to be used again by everyone on the workspace. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED, .synonyms = "名称|name" },
  { "page", YZ_FIELD_TEXT, N_ ("Page"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED },
  { "conditions", YZ_FIELD_NOTE, N_ ("Conditions"), YZ_FIELD_REQUIRED },
};

/* clang-format off */
YZ_DEFINE_KIND (YzSavedFilter, yz_saved_filter, fields,
                .name = "saved_filter",
                .title = N_ ("Saved filter"),
                .title_plural = N_ ("Saved filters"),
                .title_field = "name",
                .has_own_place = TRUE)
/* clang-format on */

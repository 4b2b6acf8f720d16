/* A part of a recipe: how many of an item go into one kit. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED, .synonyms = "品名|名称|name" },
  { "kit", YZ_FIELD_REF, N_ ("Kit"), YZ_FIELD_REQUIRED, .ref_kind = "kit", .synonyms = "组包|kit" },
  { "item", YZ_FIELD_REF, N_ ("Item"), YZ_FIELD_REQUIRED, .ref_kind = "item", .synonyms = "物品|部件|item" },
  { "quantity", YZ_FIELD_INTEGER, N_ ("In one kit"), YZ_FIELD_REQUIRED, .minimum = 1, .maximum = 1e6,
    .synonyms = "每包数量|数量|quantity" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  if (before == NULL || yz_record_equal (before, after))
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                       _ ("A recipe stays as it is: make a new version of it"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzKitPart, yz_kit_part, fields,
                .name = "kit_part",
                .title = N_ ("Part of a kit"),
                .title_plural = N_ ("Parts of kits"),
                .title_field = "name",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */

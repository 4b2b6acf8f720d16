/*
 * A version of the recipe of a kit (组包): what is put together into one item. Its parts are records of kind "kit_part".
 * Another recipe is another version; the old ones stay, as there are kits that were made by them.
 */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "组包|礼包|名称|kit|name" },
  { "item", YZ_FIELD_REF, N_ ("Becomes"), YZ_FIELD_REQUIRED, .ref_kind = "item", .synonyms = "成品|组成|becomes" },
  { "version", YZ_FIELD_INTEGER, N_ ("Version"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .initial = "1", .minimum = 1,
    .maximum = 1e6, .synonyms = "版本|version" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|note" },
};

static gboolean
check (YzRecord *before, YzRecord *after, GError **error)
{
  if (before == NULL || (g_strcmp0 (yz_record_get_text (before, "item"), yz_record_get_text (after, "item")) == 0 &&
                         yz_record_get_integer (before, "version") == yz_record_get_integer (after, "version")))
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                       _ ("A recipe stays as it is: make a new version of it"));
  return FALSE;
}

/* clang-format off */
YZ_DEFINE_KIND (YzKit, yz_kit, fields,
                .name = "kit",
                .title = N_ ("Kit"),
                .title_plural = N_ ("Kits"),
                .title_field = "name",
                .has_own_place = TRUE,
                .check = check)
/* clang-format on */

/* A photo or document that belongs to a record. The bytes lie beside the rows, under their SHA-256. */
#include "config.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("File name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED, .synonyms = "文件名|name" },
  { "station", YZ_FIELD_REF, N_ ("Station"), YZ_FIELD_INDEXED, .ref_kind = "station", .synonyms = "驿站|station" },
  { "content_type", YZ_FIELD_TEXT, N_ ("Type"), YZ_FIELD_REQUIRED, .synonyms = "类型|type" },
  { "sha256", YZ_FIELD_TEXT, N_ ("Checksum"), YZ_FIELD_REQUIRED | YZ_FIELD_INDEXED | YZ_FIELD_INTERNAL },
  { "size", YZ_FIELD_INTEGER, N_ ("Size"), YZ_FIELD_INTERNAL, .unit = "B", .minimum = 0, .maximum = 1e10 },
  { "taken", YZ_FIELD_DATE, N_ ("Taken on"), .synonyms = "拍摄日期|taken" },
  { "note", YZ_FIELD_NOTE, N_ ("Caption"), .synonyms = "说明|note" },
};

/* clang-format off */
YZ_DEFINE_KIND (YzAttachment, yz_attachment, fields,
                .name = "attachment",
                .title = N_ ("Attachment"),
                .title_plural = N_ ("Attachments"),
                .title_field = "name",
                .has_own_place = TRUE)
/* clang-format on */

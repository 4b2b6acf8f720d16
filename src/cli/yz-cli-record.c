#include "config.h"

#include "yz-cli-record.h"

#include "yz-json.h"
#include "yz-mask.h"
#include "yz-value-words.h"

char *
yz_cli_format_value (YzStore *store, const YzField *field, GVariant *value, gboolean reveal)
{
  g_autoptr (GVariant) masked = NULL;

  if (field->type == YZ_FIELD_REF)
    return yz_value_to_words (store, field, value, reveal);
  masked = reveal ? NULL : yz_mask_value (field, value);
  return yz_field_format (field, reveal ? value : masked);
}

char *
yz_cli_format_field (YzStore *store, YzRecord *record, guint index, gboolean reveal)
{
  const YzField *field = &yz_record_get_kind (record)->fields[index];

  return yz_cli_format_value (store, field, yz_record_get_at (record, index), reveal);
}

void
yz_cli_append_object (GString *out, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);

  g_string_append (out, "{\"id\":");
  yz_json_append_string (out, yz_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_c (out, ',');
      yz_json_append_string (out, kind->fields[i].name);
      g_string_append_c (out, ':');
      yz_json_append_value (out, yz_record_get_at (record, i));
    }
  g_string_append_c (out, '}');
}

int
yz_cli_find_record (YzCli *cli, const char *kind_name, const char *id, YzStore **store, YzRecord **record)
{
  const YzKind *kind = yz_cli_find_kind (kind_name);
  g_autoptr (GError) error = NULL;

  if (kind == NULL)
    return YZ_CLI_USAGE;
  *store = yz_cli_open (cli, YZ_STORE_NONE);
  if (*store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  *record = yz_store_find (*store, kind, id, &error);
  return *record != NULL ? YZ_CLI_DONE : yz_cli_fail (error);
}

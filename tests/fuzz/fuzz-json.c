/* What the scan lets pass the parser reads too, and a value made of it reads the same again after it is written. */
#include "config.h"

#include "fuzz.h"
#include "yz-json.h"
#include "yz-kinds.h"

static void
check_again (const YzField *field, GVariant *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (YzJson) json = NULL;
  g_autoptr (GVariant) again = NULL;

  yz_json_append_value (text, value);
  json = yz_json_parse (text->str, (gssize) text->len, NULL);
  g_assert_nonnull (json);
  g_assert_true (yz_json_read_value (json, field, &again, NULL));
  g_assert_true (yz_field_equal (value, again));
}

static void
read_field (YzJson *json, const YzField *field)
{
  YzJson *member = yz_json_get_member (json, field->name);
  g_autoptr (GVariant) value = NULL;

  if (member != NULL && yz_json_read_value (member, field, &value, NULL))
    check_again (field, value);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzJson) json = yz_json_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((json == NULL) == (error != NULL));
  if (json == NULL)
    return 0;

  g_assert_true (yz_json_scan ((const char *) data, (gssize) size, NULL));
  for (guint i = 0; i < yz_station_kind.n_fields; i++)
    read_field (json, &yz_station_kind.fields[i]);
  return 0;
}

/* What the scan lets pass the parser reads too, and a record made of it reads the same again after it is written. */
#include "config.h"

#include "fuzz.h"
#include "yz-json.h"
#include "yz-kinds.h"

static void
check_again (YzRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (YzJson) json = NULL;
  g_autoptr (YzRecord) again = NULL;

  yz_json_append_record (text, record);
  json = yz_json_parse (text->str, (gssize) text->len, NULL);
  g_assert_nonnull (json);
  again = yz_json_read_record (json, &yz_station_kind, NULL);
  g_assert_nonnull (again);
  g_assert_true (yz_record_equal (record, again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzJson) json = yz_json_parse ((const char *) data, (gssize) size, &error);
  g_autoptr (YzRecord) record = NULL;

  g_assert_true ((json == NULL) == (error != NULL));
  if (json == NULL)
    return 0;

  g_assert_true (yz_json_scan ((const char *) data, (gssize) size, NULL));
  record = yz_json_read_record (json, &yz_station_kind, NULL);
  if (record != NULL)
    check_again (record);
  return 0;
}

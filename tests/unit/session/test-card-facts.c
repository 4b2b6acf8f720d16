#include "yz-card-facts.h"

#include "yz-kinds.h"

static YzRecord *
station_new (void)
{
  YzRecord *station = yz_record_new (&yz_station_kind, "s");

  yz_record_set_text (station, "name", "滨江东路驿站");
  return station;
}

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *taken = text;

  g_assert_cmpstr (taken, ==, expected);
}

/* The district is told once, also by an address that begins with the city. */
static void
test_address (void)
{
  g_autoptr (YzRecord) station = station_new ();

  assert_text (yz_card_dup_address (station), NULL);
  yz_record_set_text (station, "district", "江北区");
  assert_text (yz_card_dup_address (station), "江北区");
  yz_record_set_text (station, "address", "滨江东路12号");
  assert_text (yz_card_dup_address (station), "江北区 · 滨江东路12号");
  yz_record_set_text (station, "address", "晴川市江北区滨江东路12号");
  assert_text (yz_card_dup_address (station), "晴川市江北区滨江东路12号");
}

static void
test_size (void)
{
  g_autoptr (YzRecord) station = station_new ();
  g_autoptr (GError) error = NULL;

  assert_text (yz_card_dup_size (station), NULL);
  g_assert_true (yz_record_parse (station, "seats", "12", &error));
  assert_text (yz_card_dup_size (station), "12 seats");
  g_assert_true (yz_record_parse (station, "area", "60", &error));
  assert_text (yz_card_dup_size (station), "60 m² · 12 seats");
}

static void
test_position (void)
{
  g_autoptr (YzRecord) station = station_new ();

  assert_text (yz_card_dup_position (station), NULL);
  yz_record_set_real (station, "lon", 113.66);
  yz_record_set_real (station, "lat", 34.75);
  assert_text (yz_card_dup_position (station), "WGS-84 113.66000, 34.75000");
}

/* Personal data is shown in full only where somebody asked for it. */
static void
test_personal (void)
{
  g_autoptr (YzRecord) station = station_new ();

  assert_text (yz_card_dup_field (station, "contact", TRUE), NULL);
  yz_record_set_text (station, "contact", "周敏");
  assert_text (yz_card_dup_field (station, "contact", FALSE), "周*");
  assert_text (yz_card_dup_field (station, "contact", TRUE), "周敏");
}

static void
test_tags (void)
{
  g_autoptr (YzRecord) station = station_new ();
  g_auto (GStrv) tags = NULL;
  const char *const expected[] = { "Smart station", "QC-01", NULL };

  yz_record_set_text (station, "facility", "station");
  yz_record_set_text (station, "code", "QC-01");
  yz_record_set (station, "smart", g_variant_new_boolean (TRUE));
  tags = yz_card_dup_tags (station, NULL);
  g_assert_cmpstrv (tags, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/card-facts/address", test_address);
  g_test_add_func ("/session/card-facts/size", test_size);
  g_test_add_func ("/session/card-facts/position", test_position);
  g_test_add_func ("/session/card-facts/personal", test_personal);
  g_test_add_func ("/session/card-facts/tags", test_tags);
  return g_test_run ();
}

#include "yz-elements.h"
#include "yz-kinds.h"

static GVariant *
parse (const YzField *field, const char *text)
{
  GVariant *value = NULL;

  g_assert_true (yz_field_parse (field, text, &value, NULL));
  return value;
}

typedef GVariant *(*Combine) (const YzField *field, GVariant *value, GVariant *other);

static void
check (const char *name, Combine combine, const char *value, const char *other, const char *expected)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, name);
  g_autoptr (GVariant) a = parse (field, value);
  g_autoptr (GVariant) b = parse (field, other);
  g_autoptr (GVariant) combined = combine (field, a, b);
  g_autofree char *text = yz_field_format (field, combined);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_lists (void)
{
  check ("phones", yz_elements_add, "2;1", "3;1", "2; 1; 3");
  check ("phones", yz_elements_add, NULL, "3;3", "3");
  check ("phones", yz_elements_remove, "2;1;3", "1;9", "2; 3");
  check ("phones", yz_elements_remove, NULL, "1", "");
}

static void
test_maps (void)
{
  check ("services", yz_elements_add, "water;rain:paused", "meal;rain:planned", "meal; rain:planned; water");
  check ("services", yz_elements_add, "water", NULL, "water");
  check ("services", yz_elements_remove, "water:paused;meal", "water", "meal");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/elements/lists", test_lists);
  g_test_add_func ("/model/elements/maps", test_maps);
  return g_test_run ();
}

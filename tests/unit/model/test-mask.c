#include "yz-kinds.h"
#include "yz-mask.h"

static void
test_phone (void)
{
  static const struct
  {
    const char *written, *masked;
  } cases[] = {
    { "13812345596", "138****5596" },
    { "周敏 138 1234 5596；0371-67956331", "周敏 138 **** 5596；0371-67956331" },
    { "138****5596", "138****5596" },
    { "0736-7128888;转8306、8308", "0736-7128888;转8306、8308" },
    { "+8613812345596，0086 138-1234-5596", "+86138****5596，0086 138-****-5596" },
    { "013812345596", "0138****5596" },
    { "１３８１２３４５５９６", "１３８****５５９６" },
    { "138.1234.5596", "138.****.5596" },
    { "9913812345596", "9913812345596" }, /* part of a longer number */
    { "12351", "12351" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = yz_mask_phone (cases[i].written);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static char *
mask_field (const char *name, const char *text)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, name);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) masked = NULL;

  g_assert_true (yz_field_parse (field, text, &value, NULL));
  masked = yz_mask_value (field, value);
  return yz_field_format (field, masked);
}

static void
test_value (void)
{
  g_autofree char *contact = mask_field ("contact", "周敏");
  g_autofree char *longer = mask_field ("contact", "欧阳小西");
  g_autofree char *nobody = mask_field ("contact", "");
  g_autofree char *phones = mask_field ("phones", "13812345596；0371-67956331");
  g_autofree char *name = mask_field ("name", "周敏驿站");

  g_assert_cmpstr (contact, ==, "周*");
  g_assert_cmpstr (longer, ==, "欧***");
  g_assert_cmpstr (nobody, ==, "");
  g_assert_cmpstr (phones, ==, "138****5596; 0371-67956331");
  g_assert_cmpstr (name, ==, "周敏驿站");
}

static void
test_title (void)
{
  g_autoptr (YzRecord) person = yz_record_new (&yz_person_kind, "p");
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, "s");
  g_autofree char *masked = NULL, *plain = NULL;

  yz_record_set_text (person, "name", "周敏");
  yz_record_set_text (station, "name", "周敏驿站");
  masked = yz_mask_title (person);
  plain = yz_mask_title (station);
  g_assert_cmpstr (masked, ==, "周*");
  g_assert_cmpstr (plain, ==, "周敏驿站");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/mask/phone", test_phone);
  g_test_add_func ("/model/mask/value", test_value);
  g_test_add_func ("/model/mask/title", test_title);
  return g_test_run ();
}

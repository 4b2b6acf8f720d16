/* Which datum a list is in, and which of its places lie in another city. */
#include "yz-position-evidence.h"

static void
test_datum (void)
{
  YzPosition known[5], raw[5];
  YzDatumEvidence evidence;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      known[i] = (YzPosition){ 113.5 + 0.01 * i, 34.7 };
      raw[i] = yz_datum_convert (known[i], YZ_DATUM_WGS84, YZ_DATUM_GCJ02);
    }
  yz_datum_weigh (raw, known, G_N_ELEMENTS (known), &evidence);
  g_assert_true (evidence.certain);
  g_assert_cmpint (evidence.datum, ==, YZ_DATUM_GCJ02);
  g_assert_cmpfloat (evidence.metres[YZ_DATUM_GCJ02], <, 1);
  g_assert_cmpfloat (evidence.metres[YZ_DATUM_WGS84], >, 300);

  yz_datum_weigh (raw, known, 2, &evidence);
  g_assert_false (evidence.certain);
  yz_datum_weigh (raw, known, 0, &evidence);
  g_assert_false (evidence.certain);
}

static void
add (GArray *positions, guint64 group, double lon, double lat)
{
  YzGroupedPosition position = { .row = positions->len, .group = group, .position = { lon, lat } };

  g_array_append_val (positions, position);
}

static guint
count_astray (GArray *positions)
{
  guint n = 0;

  yz_positions_find_astray (positions);
  for (guint i = 0; i < positions->len; i++)
    n += g_array_index (positions, YzGroupedPosition, i).astray;
  return n;
}

static void
test_astray (void)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (YzGroupedPosition));

  for (guint i = 0; i < 4; i++)
    add (positions, 1, 108.36 + 0.01 * i, 22.81);
  g_assert_cmpuint (count_astray (positions), ==, 0);
  add (positions, 1, 114.124, 22.593);
  g_assert_cmpuint (count_astray (positions), ==, 1);
}

/* A district 109 km from its city's middle, with no other city near it, is right. */
static void
test_far_district (void)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (YzGroupedPosition));

  for (guint i = 0; i < 10; i++)
    add (positions, 1, 116.3 + 0.01 * i, 39.9);
  add (positions, 1, 117.262, 40.6446);
  g_assert_cmpuint (count_astray (positions), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/position-evidence/datum", test_datum);
  g_test_add_func ("/exchange/position-evidence/astray", test_astray);
  g_test_add_func ("/exchange/position-evidence/far-district", test_far_district);
  return g_test_run ();
}

/* What reads as a position is one, and reads the same again after it has been written. */
#include "config.h"

#include <math.h>

#include "fuzz.h"
#include "yz-position-text.h"

static void
check_again (const YzPositionReading *reading)
{
  g_autofree char *text = yz_position_format (reading->position);
  YzPositionReading again;

  /* Outside China the order of two plain numbers is not certain: only there may it turn. */
  if (reading->shape != YZ_PAIR_LON_LAT && reading->shape != YZ_PAIR_LAT_LON)
    return;
  if (yz_datum_guess_pair (reading->position.lon, reading->position.lat) != YZ_PAIR_LON_LAT)
    return;
  g_assert_true (yz_position_parse_pair (text, &again, NULL));
  g_assert_cmpfloat (yz_position_distance (reading->position, again.position), <, 0.2);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  YzPositionReading reading;
  double degrees;

  if (yz_position_parse_pair (text, &reading, &error))
    {
      g_assert_no_error (error);
      g_assert_true (isfinite (reading.position.lon) && isfinite (reading.position.lat));
      check_again (&reading);
    }
  else
    g_assert_nonnull (error);

  if (yz_position_parse_number (text, &degrees, NULL))
    g_assert_true (isfinite (degrees));
  return 0;
}

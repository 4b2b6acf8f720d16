#include <math.h>

#include "yz-position-text.h"

static void
test_pairs (void)
{
  static const struct
  {
    const char *text;
    double lon, lat;
    YzPairShape shape;
    gboolean certain;
  } cases[] = {
    { "104.06213,30.67041", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { " 104.06213 ， 30.67041 ", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "30.67041, 104.06213", 104.06213, 30.67041, YZ_PAIR_LAT_LON, TRUE },
    { "30.67041\t104.06213", 104.06213, 30.67041, YZ_PAIR_LAT_LON, TRUE },
    { "１０４．０６２１３；３０．６７０４１", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "(104.06213、30.67041)", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "[104.06213,30.67041]", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "POINT(104.06213 30.67041)", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "lng: 104.06213, lat: 30.67041", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "{\"lat\":30.67041,\"lng\":104.06213}", 104.06213, 30.67041, YZ_PAIR_LAT_LON, TRUE },
    { "纬度30.67041 经度104.06213", 104.06213, 30.67041, YZ_PAIR_LAT_LON, TRUE },
    { "经度：104.06213，纬度：30.67041", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "经纬度：104.06213,30.67041", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "geo:30.67041,104.06213", 104.06213, 30.67041, YZ_PAIR_LAT_LON, TRUE },
    { "X:30.67041 Y:104.06213", 104.06213, 30.67041, YZ_PAIR_LAT_LON, TRUE },
    { "lng=104.06213&lat=30.67041", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "坐标：104.06213/30.67041", 104.06213, 30.67041, YZ_PAIR_LON_LAT, TRUE },
    { "30°40′13″N 104°03′44″E", 104.0622222, 30.6702778, YZ_PAIR_LAT_LON, TRUE },
    { "30°40'13.5\"N, 104°03'44\"E", 104.0622222, 30.6704167, YZ_PAIR_LAT_LON, TRUE },
    { "E104°03′44″ N30°40′13″", 104.0622222, 30.6702778, YZ_PAIR_LON_LAT, TRUE },
    { "北纬30度40分13秒，东经104度3分44秒", 104.0622222, 30.6702778, YZ_PAIR_LAT_LON, TRUE },
    { "N30.5 E104", 104, 30.5, YZ_PAIR_LAT_LON, TRUE },
    { "30.5°N 104.25°E", 104.25, 30.5, YZ_PAIR_LAT_LON, TRUE },
    { "33°52′S 151°12′E", 151.2, -33.8666667, YZ_PAIR_IMPLAUSIBLE, TRUE },
    { "40.7N 74W", -74, 40.7, YZ_PAIR_IMPLAUSIBLE, TRUE },
    { "11.5,48.1", 11.5, 48.1, YZ_PAIR_IMPLAUSIBLE, FALSE },
    { "-33.87, 151.2", 151.2, -33.87, YZ_PAIR_IMPLAUSIBLE, TRUE },
    { "12934801.490056,3387137.456029", 12934801.490056, 3387137.456029, YZ_PAIR_METRES, TRUE },
    { "3387137.456029,12934801.490056", 12934801.490056, 3387137.456029, YZ_PAIR_METRES_SWAPPED, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      YzPositionReading reading;

      g_test_message ("%s", cases[i].text);
      g_assert_true (yz_position_parse_pair (cases[i].text, &reading, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (reading.position.lon, cases[i].lon, 1e-6);
      g_assert_cmpfloat_with_epsilon (reading.position.lat, cases[i].lat, 1e-6);
      g_assert_cmpint (reading.shape, ==, cases[i].shape);
      g_assert_cmpint (reading.certain, ==, cases[i].certain);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { NULL, YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "无", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "104.06213", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "104.06,30.67,500", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "中山路104号30", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "0371-67956331", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "1e2,0x1f", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "nan,inf", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "30°61′N 104°E", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "E104 E30", YZ_POSITION_TEXT_ERROR_RANGE },
    { "200,100", YZ_POSITION_TEXT_ERROR_RANGE },
    { "--104,30", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "\xff\xfe,30", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { "N30 E", YZ_POSITION_TEXT_ERROR_SYNTAX },
    { ".,.", YZ_POSITION_TEXT_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      YzPositionReading reading;

      g_test_message ("case %u", i);
      g_assert_false (yz_position_parse_pair (cases[i].text, &reading, &error));
      g_assert_error (error, YZ_POSITION_TEXT_ERROR, cases[i].code);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double degrees;
  } cases[] = {
    { "104.06213", 104.06213 },     { "　１０４．０６ ", 104.06 },
    { "104°03′44″E", 104.0622222 }, { "W74", -74 },
    { "经度104.06", 104.06 },       { "-33.5", -33.5 },
    { "30°30'S", -30.5 },           { "12934801.49", 12934801.49 },
  };
  double degrees;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (yz_position_parse_number (cases[i].text, &degrees, NULL));
      g_assert_cmpfloat_with_epsilon (degrees, cases[i].degrees, 1e-6);
    }
  g_assert_false (yz_position_parse_number ("约104", &degrees, NULL));
  g_assert_false (yz_position_parse_number ("104.06,30", &degrees, NULL));
}

static void
test_format (void)
{
  g_autofree char *decimal = yz_position_format ((YzPosition){ 104.06213, 30.67041 });

  g_assert_cmpstr (decimal, ==, "104.062130,30.670410");
}

/* What is written is read again, wherever in China. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 5000; i++)
    {
      YzPosition position = { g_rand_double_range (rand, 73.1, 135.9), g_rand_double_range (rand, 3.1, 53.9) };
      g_autofree char *decimal = yz_position_format (position);
      YzPositionReading reading;

      g_assert_true (yz_position_parse_pair (decimal, &reading, NULL));
      g_assert_cmpfloat (yz_position_distance (reading.position, position), <, 0.1);
    }
}

/* Random bytes and random mixtures of the alphabet end without harm. */
static void
test_noise (void)
{
  static const char *const pieces[] = {
    "1", "04.", "°", "′", "″", "n", "e", "北纬", "lat", ",", " ", "-", "(", "\xff", "度", "0",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      YzPositionReading reading;

      for (int k = g_rand_int_range (rand, 0, 14); k > 0; k--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (yz_position_parse_pair (text->str, &reading, NULL))
        g_assert_true (isfinite (reading.position.lon) && isfinite (reading.position.lat));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/geo/position-text/pairs", test_pairs);
  g_test_add_func ("/geo/position-text/refused", test_refused);
  g_test_add_func ("/geo/position-text/numbers", test_numbers);
  g_test_add_func ("/geo/position-text/format", test_format);
  g_test_add_func ("/geo/position-text/round-trip", test_round_trip);
  g_test_add_func ("/geo/position-text/noise", test_noise);
  return g_test_run ();
}

#include "yz-kinds.h"

#include <math.h>

#define ID "019a9dd1-4c00-7000-8000-000000000001"

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_initial (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);
  g_autoptr (YzRecord) empty = yz_record_new_empty (&yz_station_kind, ID);

  g_assert_true (YZ_IS_STATION (station));
  g_assert_cmpstr (yz_record_get_text (station, "state"), ==, "open");
  g_assert_null (yz_record_get (empty, "state"));
  g_assert_true (isnan (yz_record_get_real (station, "lon")));
  g_assert_cmpstr (yz_record_get_title (station), ==, "");
}

/* The fields are real properties: what a .ui file binds to. */
static void
test_properties (void)
{
  const char *phones[] = { "0371-1", "0371-2", NULL };
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_auto (GStrv) read = NULL;
  double lon;
  guint notified = 0;

  g_signal_connect (station, "notify::name", G_CALLBACK (count_notify), &notified);
  g_object_set (station, "name", "石鼓驿站", "lon", 113.5, "phones", phones, "host-unit", "邮政", NULL);
  g_object_set (station, "name", "石鼓驿站", NULL);
  g_object_get (station, "name", &name, "title", &title, "lon", &lon, "phones", &read, NULL);

  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpstr (name, ==, "石鼓驿站");
  g_assert_cmpstr (title, ==, "石鼓驿站");
  g_assert_cmpfloat (lon, ==, 113.5);
  g_assert_true (g_strv_equal ((const char *const *) read, phones));
  g_assert_cmpstr (yz_record_get_text (station, "host_unit"), ==, "邮政");
}

static void
test_empty_text_is_nothing (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);

  yz_record_set_text (station, "address", "塘厦大道");
  yz_record_set_text (station, "address", "");
  g_assert_null (yz_record_get (station, "address"));
  yz_record_set (station, "phones", g_variant_new_strv (NULL, 0));
  g_assert_null (yz_record_get (station, "phones"));
}

static void
test_copy_is_independent (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);
  g_autoptr (YzRecord) copy = NULL;

  yz_record_set_text (station, "name", "石鼓驿站");
  copy = yz_record_copy (station);
  g_assert_true (yz_record_equal (station, copy));
  yz_record_set_text (copy, "name", "桥陇驿站");
  g_assert_false (yz_record_equal (station, copy));
  g_assert_cmpstr (yz_record_get_title (station), ==, "石鼓驿站");
}

static void
test_check (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);
  g_autoptr (YzRecord) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_record_check (station, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED);
  g_clear_error (&error);

  yz_record_set_text (station, "name", "石鼓驿站");
  g_assert_true (yz_record_check (station, NULL, &error));

  yz_record_set_real (station, "lon", 113.5);
  g_assert_false (yz_record_check (station, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  yz_record_set_real (station, "lat", 99);
  g_assert_false (yz_record_check (station, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
  g_clear_error (&error);
  yz_record_set_real (station, "lat", 34.7);

  later = yz_record_copy (station);
  yz_record_set_text (later, "state", "planned");
  g_assert_false (yz_record_check (later, station, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
  g_clear_error (&error);
  yz_record_set_text (later, "state", "merged");
  g_assert_false (yz_record_check (later, station, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
}

/* What was found sound is not looked into again; what was not, is refused each time. */
static void
test_check_of_many (void)
{
  g_autoptr (GHashTable) sound = yz_record_sound_maps_new ();
  g_autoptr (GVariant) services =
    g_variant_ref_sink (g_variant_new_parsed ("{'water': ('offered', ''), 'meal': ('planned', '2024-01-01')}"));
  g_autoptr (GVariant) strange = g_variant_ref_sink (g_variant_new_parsed ("{'water': ('flying', '')}"));

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);
      g_autoptr (GError) error = NULL;

      yz_record_set_text (station, "name", "石鼓驿站");
      yz_record_set (station, "services", i % 2 == 0 ? services : strange);
      g_assert_cmpint (yz_record_check_of_many (station, NULL, sound, &error), ==, i % 2 == 0);
      if (i % 2 != 0)
        g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_CHOICE);
      g_assert_cmpuint (g_hash_table_size (sound), ==, 1);
    }
}

static void
test_parse_keeps_on_error (void)
{
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, ID);
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_record_parse (station, "seats", "12", &error));
  g_assert_false (yz_record_parse (station, "seats", "a dozen", &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_assert_cmpint (yz_record_get_integer (station, "seats"), ==, 12);
}

static void
test_rating_page (void)
{
  static const char *const bad[] = { "ftp://example.org/1", "https://", "扫码评价", "javascript:alert(1)" };
  g_autoptr (YzRecord) station = yz_record_new (&yz_station_kind, "s");

  yz_record_set_text (station, "name", "驿站");
  yz_record_set_text (station, "state", "open");
  yz_record_set_text (station, "rating_page", "https://example.org/s/1?from=code");
  g_assert_true (yz_record_check (station, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      yz_record_set_text (station, "rating_page", bad[i]);
      g_assert_false (yz_record_check (station, NULL, &error));
      g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/record/initial", test_initial);
  g_test_add_func ("/model/record/properties", test_properties);
  g_test_add_func ("/model/record/empty-text-is-nothing", test_empty_text_is_nothing);
  g_test_add_func ("/model/record/copy-is-independent", test_copy_is_independent);
  g_test_add_func ("/model/record/check", test_check);
  g_test_add_func ("/model/record/check-of-many", test_check_of_many);
  g_test_add_func ("/model/record/parse-keeps-on-error", test_parse_keeps_on_error);
  g_test_add_func ("/model/record/rating-page", test_rating_page);
  return g_test_run ();
}

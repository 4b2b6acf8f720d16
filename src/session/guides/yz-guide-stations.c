#include "config.h"

#include "yz-guide-stations.h"

#include "yz-collator.h"
#include "yz-guide-words.h"
#include "yz-kinds.h"
#include "yz-mask.h"
#include "yz-pinyin.h"
#include "yz-station-state.h"
#include "yz-store-columns.h"

/* Records read between two looks at the cancellable. */
#define BATCH 128

/* The rows that may be wanted; what the store cannot tell is asked of each record. */
static GArray *
find_rows (YzStore *store, const YzGuideChoice *choice, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GArray) rows = NULL;

  if (choice->ids == NULL)
    {
      yz_query_set_expression (query, choice->where);
      if (choice->district != NULL)
        yz_query_add (query, "district", YZ_COMPARE_EQUAL, g_variant_new_string (choice->district));
      return yz_store_query (store, query, cancellable, error);
    }
  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; choice->ids[i] != NULL; i++)
    {
      gint64 row;

      if (!yz_store_find_row (store, &yz_station_kind, choice->ids[i], &row, error))
        return NULL;
      if (row != 0)
        g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static gboolean
is_wanted (const YzGuideReading *reading, YzRecord *record)
{
  const YzGuideChoice *choice = reading->choice;
  const char *state = yz_record_get_text (record, "state");

  if (yz_station_state_is_over (state) || (!choice->with_planned && g_strcmp0 (state, "planned") == 0))
    return FALSE;
  if (choice->district != NULL && g_strcmp0 (choice->district, yz_record_get_text (record, "district")) != 0)
    return FALSE;
  return choice->org == NULL || yz_guide_orgs_has (reading->orgs, yz_record_get_text (record, "org"), choice->org);
}

static void
fill_offers (const YzGuideContent *content, YzRecord *record, YzGuideStation *station)
{
  GVariant *services = yz_record_get (record, "services");

  for (guint i = 0; services != NULL && i < content->services->len; i++)
    {
      const YzGuideService *service = g_ptr_array_index (content->services, i);
      const char *state;
      YzGuideOffer *offer;

      if (!g_variant_lookup (services, service->code, "(&s&s)", &state, NULL) || g_str_equal (state, "impossible"))
        continue;
      offer = g_new0 (YzGuideOffer, 1);
      offer->service = service;
      offer->state = g_str_equal (state, "paused")    ? YZ_GUIDE_SERVICE_PAUSED
                     : g_str_equal (state, "planned") ? YZ_GUIDE_SERVICE_PLANNED
                                                      : YZ_GUIDE_OFFERED;
      g_ptr_array_add (station->offers, offer);
    }
}

/* Numbers of offices stand on the door; a mobile number is somebody's own, and one with stars cannot be rung. */
static void
fill_phones (const YzGuideChoice *choice, YzRecord *record, YzGuideStation *station)
{
  GVariant *phones = yz_record_get (record, "phones");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;
  GVariantIter iter;
  const char *phone;

  if (phones == NULL)
    return;
  g_variant_iter_init (&iter, phones);
  while (g_variant_iter_next (&iter, "&s", &phone))
    {
      g_autofree char *masked = yz_mask_phone (phone);

      if (strchr (phone, '*') == NULL && (choice->with_mobiles || g_str_equal (masked, phone)))
        g_strv_builder_add (builder, phone);
    }
  shown = g_strv_builder_end (builder);
  if (shown[0] != NULL)
    station->phones = g_steal_pointer (&shown);
}

/* Returns %NULL for an empty one. */
static GStrv
dup_list (YzRecord *record, const char *field)
{
  GVariant *list = yz_record_get (record, field);

  return list != NULL && g_variant_n_children (list) > 0 ? g_variant_dup_strv (list, NULL) : NULL;
}

static void
fill_look (YzRecord *record, YzPrintLanguage language, YzGuideStation *station)
{
  const char *state = yz_record_get_text (record, "state");

  if (g_strcmp0 (state, "open") == 0)
    return;
  station->look = g_strcmp0 (state, "planned") == 0 ? YZ_GUIDE_PLANNED : YZ_GUIDE_PAUSED;
  station->state_note = yz_guide_state_to_words (record, language);
  station->open_at_night = FALSE;
}

YzGuideStation *
yz_guide_reading_make_station (const YzGuideReading *reading, YzRecord *record)
{
  YzGuideStation *station = yz_guide_station_new (yz_record_get_id (record), yz_record_get_title (record));
  YzStationHoursSource hours = yz_station_hours_source (record);
  YzPrintLanguage language = reading->content->language;

  station->district = g_strdup (yz_record_get_text (record, "district"));
  station->street = g_strdup (yz_record_get_text (record, "street"));
  station->address = g_strdup (yz_record_get_text (record, "address"));
  station->host = g_strdup (yz_record_get_text (record, "host_unit"));
  station->access = yz_guide_access_to_words (record, language);
  station->audiences = dup_list (record, "audiences");
  station->rating_page = g_strdup (yz_record_get_text (record, "rating_page"));
  station->key_area = yz_record_get_boolean (record, "key_area");
  station->smart = yz_record_get_boolean (record, "smart");
  station->has_position = yz_record_get (record, "lon") != NULL && yz_record_get (record, "lat") != NULL;
  if (station->has_position)
    station->position = (YzPosition){ hours.lon, hours.lat };
  fill_phones (reading->choice, record, station);
  fill_offers (reading->content, record, station);
  yz_guide_hours_fill (reading->hours, &hours, station);
  fill_look (record, language, station);
  if (reading->days != NULL)
    yz_guide_days_fill (reading->days, &hours, station);
  return station;
}

static gboolean
offers_service (const YzGuideStation *station, const char *code)
{
  for (guint i = 0; i < station->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (station->offers, i);

      if (offer->state == YZ_GUIDE_OFFERED && g_str_equal (offer->service->code, code))
        return TRUE;
    }
  return FALSE;
}

static void
take_record (const YzGuideReading *reading, YzRecord *record)
{
  const YzGuideChoice *choice = reading->choice;
  YzGuideStation *station;

  if (!is_wanted (reading, record))
    return;
  station = yz_guide_reading_make_station (reading, record);
  if ((choice->service != NULL && !offers_service (station, choice->service)) ||
      !yz_guide_choice_is_for (choice, (const char *const *) station->audiences) ||
      (choice->open_at_night && !station->open_at_night))
    yz_guide_station_free (station);
  else
    g_ptr_array_add (reading->stations, station);
}

static gboolean
read_rows (YzStore *store, const YzGuideReading *reading, const GArray *rows, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (YzRecord) record = NULL;

      if (i % BATCH == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      record = yz_store_load_row (store, &yz_station_kind, g_array_index (rows, gint64, i), &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (record != NULL)
        take_record (reading, record);
    }
  return TRUE;
}

/* A station with the keys that it is sorted by. */
typedef struct
{
  YzGuideStation *station;
  GBytes *keys[3];
} Sorted;

static void
sorted_clear (gpointer data)
{
  Sorted *sorted = data;

  for (guint i = 0; i < G_N_ELEMENTS (sorted->keys); i++)
    g_bytes_unref (sorted->keys[i]);
}

/* What is empty comes last. */
static GBytes *
make_key (YzCollator *collator, const char *text)
{
  guchar key[YZ_COLLATOR_KEY_SIZE];
  gsize length;

  if (text == NULL)
    return g_bytes_new_static ("\xff", 1);
  length = yz_collator_recall_key (collator, text, strlen (text), key, sizeof key);
  return g_bytes_new (key, length);
}

/* The letter of an index: of pinyin, or of the text itself; "#" for a number. */
static char
find_initial (const char *text)
{
  const char *readings[YZ_PINYIN_MAX_READINGS];
  gunichar c = text != NULL ? g_utf8_get_char (text) : 0;

  if (c == 0)
    return 0;
  if (yz_pinyin_get (c, readings) > 0)
    return g_ascii_toupper (readings[0][0]);
  return c < 128 && g_ascii_isalpha (c) ? g_ascii_toupper (c) : '#';
}

/* "cz q l" for 重庆路: all readings of a character, as people search by any. */
static char *
list_initials (const char *text)
{
  g_autoptr (GString) initials = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *readings[YZ_PINYIN_MAX_READINGS];
      const guint n = yz_pinyin_get (g_utf8_get_char (p), readings);
      const gsize start = initials->len;

      if (n == 0 && !g_ascii_isalnum (*p))
        continue;
      if (start > 0)
        g_string_append_c (initials, ' ');
      if (n == 0)
        g_string_append_c (initials, g_ascii_tolower (*p));
      for (guint i = 0; i < n; i++)
        if (strchr (initials->str + start, readings[i][0]) == NULL)
          g_string_append_c (initials, readings[i][0]);
    }
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *left = a, *right = b;

  for (guint i = 0; i < G_N_ELEMENTS (left->keys); i++)
    {
      int order = g_bytes_compare (left->keys[i], right->keys[i]);

      if (order != 0)
        return order;
    }
  return strcmp (left->station->id, right->station->id);
}

static void
sort_stations (GPtrArray *stations)
{
  g_autoptr (YzCollator) collator = yz_collator_new ();
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_array_set_clear_func (all, sorted_clear);
  for (guint i = 0; i < stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (stations, i);
      Sorted sorted = { station };

      sorted.keys[0] = make_key (collator, station->district);
      sorted.keys[1] = make_key (collator, station->street);
      sorted.keys[2] = make_key (collator, station->name);
      station->street_key = g_bytes_ref (sorted.keys[1]);
      station->street_initial = find_initial (station->street);
      station->name_key = g_bytes_ref (sorted.keys[2]);
      station->name_initial = find_initial (station->name);
      station->initials = list_initials (station->name);
      g_array_append_val (all, sorted);
    }
  g_array_sort (all, compare_sorted);
  for (guint i = 0; i < all->len; i++)
    stations->pdata[i] = g_array_index (all, Sorted, i).station;
}

static gboolean
read_choice (YzStore *store, const YzGuideReading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = find_rows (store, reading->choice, cancellable, error);

  if (rows == NULL || !read_rows (store, reading, rows, cancellable, error))
    return FALSE;
  sort_stations (reading->stations);
  return TRUE;
}

static gboolean
is_narrow (const YzGuideChoice *choice)
{
  return choice->ids != NULL || choice->where != NULL || choice->org != NULL || choice->district != NULL ||
         choice->service != NULL || choice->audience != NULL || choice->open_at_night;
}

/* Whoever stands before a closed door can go to any station, not only to those that the notice is for. */
static gboolean
read_neighbours (YzStore *store, const YzGuideReading *reading, GCancellable *cancellable, GError **error)
{
  const YzGuideChoice everywhere = { .language = reading->choice->language };
  YzGuideReading elsewhere = *reading;

  reading->content->neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_station_free);
  elsewhere.stations = reading->content->neighbours;
  elsewhere.choice = &everywhere;
  return read_choice (store, &elsewhere, cancellable, error);
}

gboolean
yz_guide_stations_load (YzStore *store, const YzGuideReading *reading, GCancellable *cancellable, GError **error)
{
  if (!read_choice (store, reading, cancellable, error))
    return FALSE;
  return !reading->choice->with_days || !is_narrow (reading->choice) ||
         read_neighbours (store, reading, cancellable, error);
}

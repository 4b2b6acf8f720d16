#include "config.h"

#include "yz-guide-source.h"

#include "yz-disclosures.h"
#include "yz-document-kind.h"
#include "yz-guide-editions.h"
#include "yz-guide-files.h"
#include "yz-guide-goods.h"
#include "yz-guide-photos.h"
#include "yz-guide-services.h"
#include "yz-kinds.h"
#include "yz-street-maps.h"
#include "yz-mask.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

/* Characters of the longest name of a city that is believed to be one. */
#define CITY_LENGTH 8

static YzGuideService *
new_service (YzRecord *record)
{
  YzGuideService *service = g_new0 (YzGuideService, 1);
  const char *icon = yz_record_get_text (record, "icon");

  service->code = g_strdup (yz_record_get_text (record, "code"));
  service->name = g_strdup (yz_record_get_title (record));
  service->short_name = g_strdup (yz_record_get_text (record, "short_name"));
  service->name_en = g_strdup (yz_guide_service_english (service->code));
  service->symbol = g_strdup (icon != NULL ? icon : service->code);
  return service;
}

static gboolean
load_services (YzStore *store, YzGuideContent *content, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (GPtrArray) records = NULL;

  yz_query_set_order (query, "position", FALSE);
  records = yz_store_load_records (store, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (content->services, new_service (g_ptr_array_index (records, i)));
  return TRUE;
}

/* Where a mediator is to be found: in a station of the guide, in the room of an organisation. */
static YzGuideContact *
new_contact (YzRecord *person, const YzGuideContent *content, YzGuideOrgs *orgs, const YzGuideStation *station)
{
  g_auto (GStrv) phones = g_variant_dup_strv (yz_record_get (person, "phones"), NULL);
  const char *note = yz_record_get_text (person, "note");
  YzGuideContact *contact = g_new0 (YzGuideContact, 1);
  g_autofree char *room = NULL;

  if (station != NULL && station->number > 0)
    room = yz_print_say_number (content->language, station->number, "%u 号站", "Station %u", "Station %u");
  else if (station != NULL)
    room = g_strdup (station->name);
  contact->place = station != NULL && station->district != NULL
                     ? g_strdup (station->district)
                     : yz_guide_orgs_dup_area (orgs, yz_record_get_text (person, "org"));
  if (contact->place == NULL)
    contact->place = g_strdup (content->area);
  contact->name = g_strdup (yz_record_get_title (person));
  contact->phone = g_strdup (phones[0]);
  if (room != NULL && note != NULL)
    contact->where = g_strconcat (room, yz_print_say (content->language, "，", ", "), note, NULL);
  else
    contact->where = g_strdup (room != NULL ? room : note);
  return contact;
}

static const YzGuideStation *
find_station (const YzGuideContent *content, const char *id)
{
  for (guint i = 0; id != NULL && i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (g_str_equal (station->id, id))
        return station;
    }
  return NULL;
}

/* Of a part of the area only those who are there: in its stations, or in its organisation. */
static gboolean
load_contacts (YzStore *store, const YzGuideChoice *choice, YzGuideOrgs *orgs, YzGuideContent *content, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_person_kind);
  g_autoptr (GPtrArray) people = NULL;

  yz_query_add (query, "role", YZ_COMPARE_EQUAL, g_variant_new_string ("mediator"));
  yz_query_add (query, "phones", YZ_COMPARE_NOT_EMPTY, NULL);
  people = yz_store_load_records (store, query, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      YzRecord *person = g_ptr_array_index (people, i);
      const char *org = yz_record_get_text (person, "org");
      const YzGuideStation *station = find_station (content, yz_record_get_text (person, "station"));
      gboolean anywhere = choice->org == NULL && choice->district == NULL && choice->ids == NULL;

      if (station != NULL || anywhere || (choice->org != NULL && yz_guide_orgs_has (orgs, org, choice->org)))
        g_ptr_array_add (content->contacts, new_contact (person, content, orgs, station));
    }
  return TRUE;
}

static gboolean
load_basemap (YzStore *store, YzGuideContent *content, GError **error)
{
  g_auto (GStrv) paths = yz_street_maps_list (yz_store_get_path (store));
  YzBasemapOrigin origins;

  if (paths[0] == NULL)
    return TRUE;
  content->basemap = yz_basemap_new ((const char *const *) paths, error);
  if (content->basemap == NULL)
    return FALSE;
  origins = yz_basemap_get_origins (content->basemap);
  if (origins & YZ_BASEMAP_ORIGIN_OSM)
    content->attribution =
      g_strdup (yz_print_say (content->language, "© OpenStreetMap 贡献者", "© OpenStreetMap contributors"));
  else if (origins & YZ_BASEMAP_ORIGIN_OWN)
    content->attribution = g_strdup (yz_print_say (content->language, "虚构城市，仅供试用", "Invented city"));
  return TRUE;
}

/* "郑州市" of "河南省郑州市中原区桐柏路1号", %NULL where an address begins with no city */
static char *
read_city (const char *address)
{
  const char *province = address != NULL ? strstr (address, "省") : NULL;
  const char *start = province != NULL ? province + strlen ("省") : address;
  const char *end = start != NULL ? strstr (start, "市") : NULL;
  char *city;

  if (end == NULL)
    return NULL;
  city = g_strndup (start, end + strlen ("市") - start);
  if (g_utf8_strlen (city, -1) >= 3 && g_utf8_strlen (city, -1) <= CITY_LENGTH)
    return city;
  g_free (city);
  return NULL;
}

static char *
read_district (const YzGuideStation *station)
{
  return g_strdup (station->district);
}

static char *
read_city_of (const YzGuideStation *station)
{
  return read_city (station->address);
}

/* What more than half of the stations have in common. */
static char *
find_common (const YzGuideContent *content, char *(*read) (const YzGuideStation *station))
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint half = content->stations->len / 2;

  for (guint i = 0; i < content->stations->len; i++)
    {
      char *text = read (g_ptr_array_index (content->stations, i));
      guint n = text != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) + 1 : 0;

      if (n > half)
        return text;
      if (text != NULL)
        g_hash_table_replace (counts, text, GUINT_TO_POINTER (n));
    }
  return NULL;
}

static char *
find_workspace_name (YzStore *store)
{
  char *name = g_filename_display_basename (yz_store_get_path (store));
  char *ending = strrchr (name, '.');

  if (ending != NULL)
    *ending = '\0';
  return name;
}

static char *
find_area (YzStore *store, const YzGuideChoice *choice, YzGuideOrgs *orgs, const YzGuideContent *content)
{
  g_autofree char *area = g_strdup (choice->area != NULL ? choice->area : choice->district);

  if (area == NULL)
    area = yz_guide_orgs_dup_area (orgs, choice->org != NULL ? choice->org : yz_guide_orgs_get_top (orgs));
  if (area == NULL)
    area = find_common (content, read_city_of);
  if (area == NULL)
    area = find_common (content, read_district);
  return area != NULL ? g_steal_pointer (&area) : find_workspace_name (store);
}

static char *
find_today (YzStore *store)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (yz_store_get_clock (store));

  return g_date_time_format (now, "%Y-%m-%d");
}

static char *
say_printed (YzStore *store)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (yz_store_get_clock (store));
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *who = yz_store_dup_author (store);

  return who != NULL ? g_strconcat (when, " ", who, NULL) : g_steal_pointer (&when);
}

static gboolean
begin (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content, GDate *today, GError **error)
{
  content->date = choice->date != NULL ? g_strdup (choice->date) : find_today (store);
  content->use_until = g_strdup (choice->use_until);
  content->printed = choice->with_files || choice->goods != NULL ? say_printed (store) : NULL;
  return yz_guide_choice_read_date (content->date, today, error) && load_services (store, content, error) &&
         load_basemap (store, content, error);
}

/* A stocktake or a transfer is printed without looking at every station. */
static gboolean
is_of_stations (const YzGuideChoice *choice)
{
  const YzDocumentKind *kind = choice->goods != NULL ? yz_document_kind_find (choice->goods, NULL) : NULL;

  return kind == NULL || kind->subject == YZ_DOCUMENT_OF_STATIONS;
}

YzGuideContent *
yz_guide_source_load (YzStore *store, const YzGuideChoice *choice, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzGuideContent) content = yz_guide_content_new (choice->language);
  g_autoptr (YzGuideOrgs) orgs = yz_guide_orgs_load (store, cancellable, error);
  g_autoptr (YzGuideHours) hours = NULL;
  g_autoptr (YzGuideDays) days = NULL;
  YzGuideReading reading = { choice, orgs, content, .stations = content->stations };
  const char *publisher;
  GDate today;

  if (orgs == NULL || !begin (store, choice, content, &today, error))
    return NULL;
  reading.hours = hours = yz_guide_hours_new (content->language, g_date_get_julian (&today));
  if (choice->with_days)
    {
      reading.days = days = yz_guide_days_load (store, choice, content, cancellable, error);
      if (days == NULL)
        return NULL;
    }
  if (is_of_stations (choice) && !yz_guide_stations_load (store, &reading, cancellable, error))
    return NULL;
  content->area = find_area (store, choice, orgs, content);
  publisher = yz_guide_orgs_get_name (orgs, choice->org != NULL ? choice->org : yz_guide_orgs_get_top (orgs));
  content->publisher = g_strdup (publisher);
  if (!yz_guide_editions_apply (store, &reading, cancellable, error))
    return NULL;
  if (choice->with_photos && !yz_guide_photos_load (store, content, cancellable, error))
    return NULL;
  if (choice->with_contacts && !load_contacts (store, choice, orgs, content, error))
    return NULL;
  if (choice->with_files && !yz_guide_files_load (store, choice, content, cancellable, error))
    return NULL;
  if (choice->goods != NULL && !yz_guide_goods_load (store, choice, content, cancellable, error))
    return NULL;
  return g_steal_pointer (&content);
}

static guint
count_stations_with_mobiles (const YzGuideContent *content)
{
  guint n = 0;

  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);
      gboolean mobile = station->personal;

      for (guint k = 0; station->phones != NULL && station->phones[k] != NULL; k++)
        {
          g_autofree char *masked = yz_mask_phone (station->phones[k]);

          mobile |= !g_str_equal (masked, station->phones[k]);
        }
      n += mobile;
    }
  return n;
}

YzEdit *
yz_guide_source_new_disclosure (YzStore *store, const YzGuideChoice *choice, const YzGuideContent *content,
                                const char *path)
{
  const YzDisclosed people = { &yz_person_kind, NULL, content->contacts->len, path, choice->purpose };
  const YzDisclosed stations = { &yz_station_kind, NULL, count_stations_with_mobiles (content), path, choice->purpose };
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Hand out personal data"));

  g_return_val_if_fail (YZ_IS_STORE (store) && path != NULL, NULL);

  if (people.n_records == 0 && stations.n_records == 0)
    return NULL;
  if (people.n_records > 0)
    yz_disclosure_add (edit, store, &people);
  if (stations.n_records > 0)
    yz_disclosure_add (edit, store, &stations);
  return g_steal_pointer (&edit);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  YzGuideContent *content = yz_guide_source_load (YZ_STORE (source), data, cancellable, &error);

  if (content == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, content, (GDestroyNotify) yz_guide_content_unref);
}

void
yz_guide_source_load_async (YzStore *store, const YzGuideChoice *choice, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YZ_IS_STORE (store));
  g_return_if_fail (choice != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, yz_guide_source_load_async);
  g_task_set_task_data (task, yz_guide_choice_copy (choice), (GDestroyNotify) yz_guide_choice_free);
  g_task_run_in_thread (task, load_in_thread);
}

YzGuideContent *
yz_guide_source_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

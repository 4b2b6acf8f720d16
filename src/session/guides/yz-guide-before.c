#include "config.h"

#include "yz-guide-before.h"

#include "yz-guide-changes.h"
#include "yz-kinds.h"
#include "yz-station-state.h"

/* Changes of one station that are looked through: more than one is changed between two editions. */
#define HISTORY_LOOKED_AT 200

/* The fields of an edition's station that are those of the station itself. */
static const char *const same_fields[] = { "name",    "state", "state_reason", "state_until", "district",    "street",
                                           "address", "lon",   "lat",          "access",      "access_note", NULL };

static GVariant *
list_services (const YzGuideStation *station)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; i < station->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (station->offers, i);
      const char *ending = offer->state == YZ_GUIDE_SERVICE_PAUSED    ? ":paused"
                           : offer->state == YZ_GUIDE_SERVICE_PLANNED ? ":planned"
                                                                      : "";
      g_autofree char *code = g_strconcat (offer->service->code, ending, NULL);

      g_strv_builder_add (builder, code);
    }
  codes = g_strv_builder_end (builder);
  return g_variant_new_strv ((const char *const *) codes, -1);
}

void
yz_guide_before_keep (YzRecord *kept, const char *edition, YzRecord *record, const YzGuideStation *station)
{
  g_autofree char *hours = station->ordinary != NULL ? yz_hours_to_string (station->ordinary) : NULL;

  for (guint i = 0; same_fields[i] != NULL; i++)
    yz_record_set (kept, same_fields[i], yz_record_get (record, same_fields[i]));
  yz_record_set_text (kept, "edition", edition);
  yz_record_set_text (kept, "station", station->id);
  yz_record_set (kept, "number", g_variant_new_int64 (station->number));
  yz_record_set_text (kept, "hours", hours);
  if (station->phones != NULL)
    yz_record_set (kept, "phones", g_variant_new_strv ((const char *const *) station->phones, -1));
  yz_record_set (kept, "services", list_services (station));
}

/* The list of services as a station has them. */
static GVariant *
read_services (YzRecord *kept)
{
  g_auto (GStrv) codes = NULL;
  GVariantBuilder builder;

  if (yz_record_get (kept, "services") == NULL)
    return NULL;
  codes = g_variant_dup_strv (yz_record_get (kept, "services"), NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      char *state = strchr (codes[i], ':');

      if (state != NULL)
        *state++ = '\0';
      g_variant_builder_add (&builder, "{s(ss)}", codes[i], state != NULL ? state : "offered", "");
    }
  return g_variant_builder_end (&builder);
}

/* What was kept, as the station that it was then: it is read by the same code as one of today. */
static YzGuideStation *
read_kept (const YzGuideReading *reading, YzRecord *kept)
{
  const char *id = yz_record_get_text (kept, "station");
  g_autoptr (YzRecord) record = yz_record_new_empty (&yz_station_kind, id);
  YzGuideStation *station;

  for (guint i = 0; same_fields[i] != NULL; i++)
    yz_record_set (record, same_fields[i], yz_record_get (kept, same_fields[i]));
  yz_record_set (record, "hours", yz_record_get (kept, "hours"));
  yz_record_set (record, "services", read_services (kept));
  station = yz_guide_reading_make_station (reading, record);
  station->number = (guint) yz_record_get_integer (kept, "number");
  if (yz_record_get (kept, "phones") != NULL)
    station->phones = g_variant_dup_strv (yz_record_get (kept, "phones"), NULL);
  return station;
}

static const YzGuideStation *
find_station (GPtrArray *stations, const char *id)
{
  for (guint i = 0; id != NULL && i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);

      if (g_str_equal (station->id, id))
        return station;
    }
  return NULL;
}

static char *
say_merged (const YzGuideContent *content, YzRecord *record)
{
  const YzGuideStation *into = find_station (content->stations, yz_record_get_text (record, "merged_into"));

  if (into == NULL)
    return g_strdup (yz_print_say (content->language, "已合并", "merged with another"));
  return yz_print_say_number (content->language, into->number, "并入 %u 号站", "merged into station %u",
                              "merged into station %u");
}

/* Why a station is no longer in the guide. */
static char *
say_why_gone (YzStore *store, const YzGuideContent *content, const char *id)
{
  YzPrintLanguage language = content->language;
  g_autoptr (YzRecord) record = yz_store_load (store, &yz_station_kind, id, NULL);
  const char *state = record != NULL ? yz_record_get_text (record, "state") : NULL;
  const char *reason = record != NULL ? yz_record_get_text (record, "state_reason") : NULL;

  if (record == NULL || yz_record_get_deleted_at (record) != 0)
    return g_strdup (yz_print_say (language, "已撤销", "closed"));
  if (g_strcmp0 (state, "merged") == 0)
    return say_merged (content, record);
  if (!yz_station_state_is_over (state))
    return g_strdup (yz_print_say (language, "本版不再列入", "not in this edition"));
  if (reason == NULL)
    return g_strdup (yz_print_say (language, "已撤销", "closed for good"));
  return g_strconcat (yz_print_say (language, "已撤销：", "closed for good: "), reason, NULL);
}

gboolean
yz_guide_before_load (YzStore *store, const YzGuideReading *reading, const char *edition, GError **error)
{
  YzGuideContent *content = reading->content;
  g_autoptr (YzQuery) query = yz_query_new (&yz_edition_station_kind);
  g_autoptr (GPtrArray) kept = NULL;

  yz_query_add (query, "edition", YZ_COMPARE_EQUAL, g_variant_new_string (edition));
  yz_query_set_order (query, "number", FALSE);
  kept = yz_store_load_records (store, query, error);
  if (kept == NULL)
    return FALSE;
  content->before = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_station_free);
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (content->before, read_kept (reading, g_ptr_array_index (kept, i)));
  return TRUE;
}

/* Which aspect of a station a field belongs to, %YZ_GUIDE_N_ASPECTS for none. */
static YzGuideAspect
aspect_of (const char *field)
{
  static const struct
  {
    const char *field;
    YzGuideAspect aspect;
  } aspects[] = {
    { "state", YZ_GUIDE_ASPECT_STATE },       { "hours", YZ_GUIDE_ASPECT_HOURS },
    { "access", YZ_GUIDE_ASPECT_ACCESS },     { "access_note", YZ_GUIDE_ASPECT_ACCESS },
    { "services", YZ_GUIDE_ASPECT_SERVICES }, { "phones", YZ_GUIDE_ASPECT_PHONES },
    { "address", YZ_GUIDE_ASPECT_PLACE },     { "lon", YZ_GUIDE_ASPECT_PLACE },
    { "lat", YZ_GUIDE_ASPECT_PLACE },         { "name", YZ_GUIDE_ASPECT_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    if (g_str_equal (aspects[i].field, field))
      return aspects[i].aspect;
  return YZ_GUIDE_N_ASPECTS;
}

static void
date_entry (const YzHistoryEntry *entry, const char *from, YzGuideStation *station)
{
  g_autoptr (GDateTime) at = yz_office_time (entry->action->at);
  g_autofree char *date = g_date_time_format (at, "%Y-%m-%d");

  if (strcmp (date, from) < 0)
    return;
  for (guint i = 0; i < entry->fields->len; i++)
    {
      YzGuideAspect aspect = aspect_of (g_array_index (entry->fields, YzFieldChange, i).field->name);

      if (aspect != YZ_GUIDE_N_ASPECTS && station->since[aspect] == NULL)
        station->since[aspect] = g_strdup (date);
    }
}

static gboolean
date_station (YzStore *store, const char *from, YzGuideStation *station, GError **error)
{
  g_autoptr (GPtrArray) history = yz_store_get_history (store, station->id, 0, HISTORY_LOOKED_AT, error);

  if (history == NULL)
    return FALSE;
  for (guint i = 0; i < history->len; i++)
    date_entry (g_ptr_array_index (history, i), from, station);
  return TRUE;
}

gboolean
yz_guide_before_date_changes (YzStore *store, YzGuideContent *content, const char *from, GError **error)
{
  g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      g_hash_table_add (now, station->id);
      if (station->changed && !date_station (store, from, station, error))
        return FALSE;
    }
  for (guint i = 0; i < content->before->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->before, i);

      if (g_hash_table_contains (now, station->id))
        continue;
      g_free (station->state_note);
      station->state_note = say_why_gone (store, content, station->id);
      station->look = YZ_GUIDE_OVER;
      if (!date_station (store, from, station, error))
        return FALSE;
    }
  return TRUE;
}

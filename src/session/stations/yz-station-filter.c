#include "config.h"

#include "yz-station-filter.h"

#include "yz-date-shorthand.h"
#include "yz-kinds.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef enum
{
  PROP_SEARCH = 1,
  PROP_DISTRICT,
  PROP_KIND,
  PROP_FACILITY,
  PROP_STATE,
  PROP_SERVICE,
  PROP_OPEN_AT,
  PROP_OPEN_NOW,
  PROP_ALL_DAY,
  PROP_NO_HOURS,
  PROP_NO_POSITION,
  PROP_NO_PHONE,
  PROP_NO_PHOTO,
  PROP_KEY_AREA,
  PROP_ACTIVE,
  PROP_N_DETAILS,
} YzStationFilterProperty;

#define FIRST_MARK PROP_OPEN_NOW
#define N_CONDITIONS PROP_ACTIVE

static const char *const condition_names[N_CONDITIONS] = {
  [PROP_SEARCH] = "search",     [PROP_DISTRICT] = "district", [PROP_KIND] = "kind",
  [PROP_FACILITY] = "facility", [PROP_STATE] = "state",       [PROP_SERVICE] = "service",
  [PROP_OPEN_AT] = "open-at",   [PROP_OPEN_NOW] = "open-now", [PROP_ALL_DAY] = "all-day",
  [PROP_NO_HOURS] = "no-hours", [PROP_NO_PHONE] = "no-phone", [PROP_NO_POSITION] = "no-position",
  [PROP_NO_PHOTO] = "no-photo", [PROP_KEY_AREA] = "key-area",
};

struct _YzStationFilter
{
  GObject parent_instance;

  char *texts[N_CONDITIONS]; /* of the conditions before FIRST_MARK; never NULL there */
  gboolean marks[N_CONDITIONS];
  guint frozen; /* while several conditions change at once */
  gboolean ask;
};

G_DEFINE_FINAL_TYPE (YzStationFilter, yz_station_filter, G_TYPE_OBJECT)

static GParamSpec *properties[PROP_N_DETAILS + 1];
static guint changed_signal;

static gboolean
condition_is_set (YzStationFilter *self, guint condition)
{
  g_return_val_if_fail (condition < N_CONDITIONS, FALSE);
  return condition < FIRST_MARK ? *self->texts[condition] != '\0' : self->marks[condition];
}

/* What only the store can answer. */
static gboolean
condition_needs_store (guint condition)
{
  return condition == PROP_SEARCH || condition == PROP_STATE || condition == PROP_SERVICE;
}

static gboolean
is_active (YzStationFilter *self)
{
  for (guint i = PROP_SEARCH + 1; i < N_CONDITIONS; i++)
    if (condition_is_set (self, i))
      return TRUE;
  return FALSE;
}

static guint
count_details (YzStationFilter *self)
{
  static const guint8 details[] = { PROP_STATE,    PROP_SERVICE,  PROP_OPEN_AT, PROP_NO_POSITION,
                                    PROP_NO_PHONE, PROP_NO_PHOTO, PROP_KEY_AREA };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    n += condition_is_set (self, details[i]) ? 1 : 0;
  return n;
}

static void
emit_changed (YzStationFilter *self)
{
  gboolean ask = self->ask;

  if (self->frozen > 0)
    return;
  self->ask = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DETAILS]);
  g_signal_emit (self, changed_signal, 0, ask);
}

static void
note_change (YzStationFilter *self, guint condition)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[condition]);
  self->ask |= condition_needs_store (condition);
  emit_changed (self);
}

static void
set_text (YzStationFilter *self, guint condition, const char *text)
{
  if (yz_set_str (&self->texts[condition], text != NULL ? text : ""))
    note_change (self, condition);
}

static void
set_mark (YzStationFilter *self, guint condition, gboolean mark)
{
  if (self->marks[condition] == mark)
    return;
  self->marks[condition] = mark;
  note_change (self, condition);
}

static void
yz_station_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationFilter *self = YZ_STATION_FILTER (object);

  if (prop_id < FIRST_MARK)
    g_value_set_string (value, self->texts[prop_id]);
  else if (prop_id < N_CONDITIONS)
    g_value_set_boolean (value, self->marks[prop_id]);
  else if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value, is_active (self));
  else if (prop_id == PROP_N_DETAILS)
    g_value_set_uint (value, count_details (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_station_filter_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationFilter *self = YZ_STATION_FILTER (object);

  if (prop_id < FIRST_MARK)
    set_text (self, prop_id, g_value_get_string (value));
  else if (prop_id < N_CONDITIONS)
    set_mark (self, prop_id, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_station_filter_finalize (GObject *object)
{
  YzStationFilter *self = YZ_STATION_FILTER (object);

  for (guint i = 0; i < N_CONDITIONS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (yz_station_filter_parent_class)->finalize (object);
}

static void
yz_station_filter_class_init (YzStationFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_station_filter_get_property;
  object_class->set_property = yz_station_filter_set_property;
  object_class->finalize = yz_station_filter_finalize;

  for (guint i = PROP_SEARCH; i < FIRST_MARK; i++)
    properties[i] = g_param_spec_string (condition_names[i], NULL, NULL, "", readable | G_PARAM_WRITABLE);
  for (guint i = FIRST_MARK; i < N_CONDITIONS; i++)
    properties[i] = g_param_spec_boolean (condition_names[i], NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, readable);
  properties[PROP_N_DETAILS] = g_param_spec_uint ("n-details", NULL, NULL, 0, N_CONDITIONS, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", YZ_TYPE_STATION_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_BOOLEAN);
}

static void
yz_station_filter_init (YzStationFilter *self)
{
  for (guint i = PROP_SEARCH; i < FIRST_MARK; i++)
    self->texts[i] = g_strdup ("");
}

YzStationFilter *
yz_station_filter_new (void)
{
  return g_object_new (YZ_TYPE_STATION_FILTER, NULL);
}

/* Sets every condition that @values names and clears all others. */
static void
set_all (YzStationFilter *self, GVariant *values)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, values);
  self->frozen++;
  for (guint i = PROP_SEARCH; i < FIRST_MARK; i++)
    {
      const char *text = "";

      g_variant_dict_lookup (&dict, condition_names[i], "&s", &text);
      set_text (self, i, text);
    }
  for (guint i = FIRST_MARK; i < N_CONDITIONS; i++)
    {
      gboolean mark = FALSE;

      g_variant_dict_lookup (&dict, condition_names[i], "b", &mark);
      set_mark (self, i, mark);
    }
  self->frozen--;
  g_variant_dict_clear (&dict);
  emit_changed (self);
}

void
yz_station_filter_clear (YzStationFilter *self)
{
  g_return_if_fail (YZ_IS_STATION_FILTER (self));
  set_all (self, NULL);
}

char *
yz_station_filter_to_text (YzStationFilter *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) values = NULL;

  g_return_val_if_fail (YZ_IS_STATION_FILTER (self), NULL);

  for (guint i = PROP_SEARCH; i < N_CONDITIONS; i++)
    if (condition_is_set (self, i))
      {
        if (i < FIRST_MARK)
          g_variant_dict_insert (&dict, condition_names[i], "s", self->texts[i]);
        else
          g_variant_dict_insert (&dict, condition_names[i], "b", TRUE);
      }
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (values, FALSE);
}

gboolean
yz_station_filter_set_from_text (YzStationFilter *self, const char *text)
{
  g_autoptr (GVariant) values = NULL;

  g_return_val_if_fail (YZ_IS_STATION_FILTER (self), FALSE);

  values = text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL) : NULL;
  if (values == NULL)
    return FALSE;
  set_all (self, values);
  return TRUE;
}

static gboolean
parse_clock (const char *text, int *minute)
{
  int hour, minutes, length = 0;

  if (sscanf (text, "%2d:%2d%n", &hour, &minutes, &length) != 2 || text[length] != '\0')
    return FALSE;
  if (hour < 0 || hour > 24 || minutes < 0 || minutes > 59 || hour * 60 + minutes > 24 * 60)
    return FALSE;
  *minute = hour * 60 + minutes;
  return TRUE;
}

gint64
yz_station_filter_parse_time (const char *text, GDateTime *now)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *space = strrchr (stripped, ' ');
  GDate today, day;
  int minute;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  day = today;
  if (space != NULL)
    {
      g_autofree char *date = NULL;

      *space = '\0';
      date = yz_date_from_shorthand (g_strstrip (stripped), &today);
      if (!yz_value_read_date (date, &day))
        return -1;
    }
  if (!parse_clock (space != NULL ? space + 1 : stripped, &minute))
    return -1;
  return yz_hours_instant (g_date_get_julian (&day), minute);
}

gint64
yz_station_filter_get_open_at (YzStationFilter *self, GDateTime *now)
{
  g_return_val_if_fail (YZ_IS_STATION_FILTER (self), -1);

  return condition_is_set (self, PROP_OPEN_AT) ? yz_station_filter_parse_time (self->texts[PROP_OPEN_AT], now) : -1;
}

static void
add_state (YzQuery *query, const char *state)
{
  if (*state == '\0')
    {
      yz_query_add (query, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("merged"));
      yz_query_add (query, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("closed"));
    }
  else if (!g_str_equal (state, "all"))
    yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string (state));
}

YzQuery *
yz_station_filter_make_query (YzStationFilter *self)
{
  g_autoptr (YzQuery) query = NULL;

  g_return_val_if_fail (YZ_IS_STATION_FILTER (self), NULL);

  query = yz_query_new (&yz_station_kind);
  add_state (query, self->texts[PROP_STATE]);
  if (*self->texts[PROP_SERVICE] != '\0')
    yz_query_add (query, "services", YZ_COMPARE_HAS, g_variant_new_string (self->texts[PROP_SERVICE]));
  if (*self->texts[PROP_SEARCH] != '\0')
    yz_query_set_search (query, self->texts[PROP_SEARCH]);
  return g_steal_pointer (&query);
}

void
yz_station_filter_prepare (YzStationFilter *self, YzStationFacts *facts, GDateTime *now, YzStationSieve *sieve)
{
  gint64 open_at;

  g_return_if_fail (YZ_IS_STATION_FILTER (self));

  open_at = yz_station_filter_get_open_at (self, now);
  *sieve = (YzStationSieve){
    .facts = facts,
    .now = open_at >= 0 ? open_at : yz_civil_instant (now),
    .open_at = open_at,
    .district = yz_station_facts_find_district (facts, self->texts[PROP_DISTRICT]),
    .kind = yz_station_choice_to_index ("kind", self->texts[PROP_KIND]),
    .facility = yz_station_choice_to_index ("facility", self->texts[PROP_FACILITY]),
    .any_district = !condition_is_set (self, PROP_DISTRICT),
    .any_kind = !condition_is_set (self, PROP_KIND),
    .any_facility = !condition_is_set (self, PROP_FACILITY),
    .open_now = self->marks[PROP_OPEN_NOW],
    .all_day = self->marks[PROP_ALL_DAY],
    .no_hours = self->marks[PROP_NO_HOURS],
    .no_position = self->marks[PROP_NO_POSITION],
    .no_phone = self->marks[PROP_NO_PHONE],
    .no_photo = self->marks[PROP_NO_PHOTO],
    .key_area = self->marks[PROP_KEY_AREA],
  };
}

gboolean
yz_station_sieve_passes_base (const YzStationSieve *sieve, const YzStationFact *fact)
{
  if (!sieve->any_district && fact->district != sieve->district)
    return FALSE;
  if (!sieve->any_kind && fact->kind != sieve->kind)
    return FALSE;
  if (!sieve->any_facility && fact->facility != sieve->facility)
    return FALSE;
  if ((sieve->no_position && !isnan (fact->lon)) || (sieve->no_phone && fact->has_phone) ||
      (sieve->no_photo && fact->has_photo) || (sieve->key_area && !fact->key_area))
    return FALSE;
  return sieve->open_at < 0 || yz_station_facts_get_look (sieve->facts, fact, sieve->open_at) == YZ_STATION_LOOK_OPEN;
}

gboolean
yz_station_sieve_passes_chips (const YzStationSieve *sieve, const YzStationFact *fact, YzStationLook look)
{
  if (sieve->open_now && look != YZ_STATION_LOOK_OPEN)
    return FALSE;
  if (sieve->all_day && !yz_hours_book_is_round_the_clock (yz_station_facts_get_book (sieve->facts), fact->hours))
    return FALSE;
  return !sieve->no_hours || fact->hours == YZ_HOURS_BOOK_UNKNOWN;
}

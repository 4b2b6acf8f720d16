/*
 * The detail pane's texts, computed when the station, the minute or the workspace changes. How they read is in
 * yz-card-facts.c, yz-card-week.c and yz-card-services.c.
 */
#include "config.h"

#include "yz-station-card.h"

#include "yz-card-facts.h"
#include "yz-datum.h"
#include "yz-disclosures.h"
#include "yz-history.h"
#include "yz-kinds.h"
#include "yz-position-text.h"

#include <glib/gi18n-lib.h>

#define HISTORY_COUNTED 1000
#define MAX_WEEKS_AHEAD 52

typedef enum
{
  PROP_STATION = 1,
  PROP_HAS_STATION,
  PROP_LOOK,
  PROP_REVEALED,
  PROP_CAN_REVEAL,
  PROP_N_CHANGES,
  PROP_TAGS,
  PROP_WEEK,
  PROP_TEXTS, /* the first of the texts below */
} YzStationCardProperty;

/* The texts, in the order of their properties. */
typedef enum
{
  TEXT_TITLE,
  TEXT_WORD,
  TEXT_STATUS,
  TEXT_LEFT,
  TEXT_WEEK_TITLE,
  TEXT_WEEK_NOTE,
  TEXT_HOLIDAY_GAP,
  TEXT_HOURS_SENTENCE,
  TEXT_HOURS_WRITTEN,
  TEXT_HOURS_CHECKED,
  TEXT_SERVICES_TITLE,
  TEXT_ACCESS,
  TEXT_ACCESS_NOTE,
  TEXT_ADDRESS,
  TEXT_POSITION,
  TEXT_PHONES,
  TEXT_CONTACT,
  TEXT_HOST,
  TEXT_SIZE,
  TEXT_OPENED,
  TEXT_NOTE,
  TEXT_LAST_CHANGE, /* the last: it is read while the others are shown */
  N_TEXTS,
} Text;

static const char *const text_names[N_TEXTS] = {
  "title",       "word",           "status",        "left",          "week-title",     "week-note",
  "holiday-gap", "hours-sentence", "hours-written", "hours-checked", "services-title", "access",
  "access-note", "address",        "position",      "phones",        "contact",        "host",
  "size",        "opened",         "note",          "last-change",
};

struct _YzStationCard
{
  GObject parent_instance;

  YzStations *stations;
  YzRecord *station;
  YzStationHours *hours; /* NULL while they are unknown */
  YzStationLook look;
  gboolean revealed;
  int week; /* from this one */
  guint n_changes;
  GCancellable *looking_back; /* reads the changes */
  char **tags;
  char *texts[N_TEXTS];
  GPtrArray *services;
  guint minute_id;
};

G_DEFINE_FINAL_TYPE (YzStationCard, yz_station_card, G_TYPE_OBJECT)

static GParamSpec *properties[PROP_TEXTS + N_TEXTS];

static GDateTime *
get_local_time (YzStationCard *self)
{
  return yz_clock_get_local (yz_session_get_clock (yz_listing_get_session (YZ_LISTING (self->stations))));
}

static gint64
get_now (YzStationCard *self)
{
  g_autoptr (GDateTime) local = get_local_time (self);

  return yz_civil_instant (local);
}

static void
take_text (YzStationCard *self, Text text, char *value)
{
  g_free (self->texts[text]);
  self->texts[text] = value;
}

static char *
dup_field (YzStationCard *self, const char *name)
{
  return yz_card_dup_field (self->station, name, self->revealed);
}

static void
update_status (YzStationCard *self)
{
  gint64 now = get_now (self);

  self->look = yz_station_look (yz_record_get_text (self->station, "state"), self->hours, now);
  /* "paused until 11-28" and "hours unknown" hold the word themselves, and what is put right is not paused */
  take_text (self, TEXT_WORD,
             self->look != YZ_STATION_LOOK_PAUSED && self->look != YZ_STATION_LOOK_UNKNOWN
               ? g_strdup (yz_station_look_to_word (self->look))
               : NULL);
  take_text (self, TEXT_STATUS, yz_station_status_brief (self->station, self->hours, now));
  take_text (self, TEXT_LEFT, yz_station_status_left (self->station, self->hours, now));
}

static void
update_week (YzStationCard *self)
{
  gint64 now = get_now (self);
  guint32 monday = yz_card_week_get_monday (now, self->week);
  int gap = self->hours != NULL ? yz_card_week_find_holiday_gap (self->hours, monday, now) : 0;

  take_text (self, TEXT_WEEK_TITLE, yz_card_week_dup_title (monday, self->week));
  take_text (self, TEXT_WEEK_NOTE,
             yz_holidays_describe (yz_stations_get_holidays (self->stations), monday, monday + 6));
  take_text (self, TEXT_HOLIDAY_GAP,
             gap != 0 ? g_strdup_printf (_ ("No holiday data for %d: import the list of its public holidays."), gap)
                      : NULL);
}

static void
update_hours (YzStationCard *self)
{
  const char *value = yz_record_get_text (self->station, "hours");

  g_clear_pointer (&self->hours, yz_station_hours_unref);
  self->hours = yz_stations_dup_hours (self->stations, self->station);

  take_text (self, TEXT_HOURS_SENTENCE,
             self->hours != NULL ? yz_card_dup_hours (self->station, self->hours) : g_strdup (value));
  take_text (self, TEXT_HOURS_WRITTEN, self->hours == NULL ? dup_field (self, "hours_text") : NULL);
  take_text (self, TEXT_HOURS_CHECKED, dup_field (self, "hours_checked"));
}

static void
update_facts (YzStationCard *self)
{
  take_text (self, TEXT_TITLE, g_strdup (yz_record_get_title (self->station)));
  take_text (self, TEXT_ACCESS, dup_field (self, "access"));
  take_text (self, TEXT_ACCESS_NOTE, dup_field (self, "access_note"));
  take_text (self, TEXT_ADDRESS, yz_card_dup_address (self->station));
  take_text (self, TEXT_POSITION, yz_card_dup_position (self->station));
  take_text (self, TEXT_PHONES, dup_field (self, "phones"));
  take_text (self, TEXT_CONTACT, dup_field (self, "contact"));
  take_text (self, TEXT_HOST, dup_field (self, "host_unit"));
  take_text (self, TEXT_SIZE, yz_card_dup_size (self->station));
  take_text (self, TEXT_OPENED, dup_field (self, "opened"));
  take_text (self, TEXT_NOTE, dup_field (self, "note"));
}

static void
update_services (YzStationCard *self)
{
  YzSession *session = yz_listing_get_session (YZ_LISTING (self->stations));
  GVariant *services = yz_record_get (self->station, "services");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown = yz_card_services_load (yz_session_get_store (session), services, &error);

  if (error != NULL)
    yz_session_report_error (session, error);
  if (shown != NULL)
    {
      g_ptr_array_unref (self->services);
      self->services = g_steal_pointer (&shown);
    }
  take_text (self, TEXT_SERVICES_TITLE,
             services == NULL
               ? g_strdup (_ ("Services not recorded yet"))
               : g_strdup_printf (ngettext ("%u service", "%u services", self->services->len), self->services->len));
}

static char *
format_last_change (const YzHistoryEntry *entry)
{
  g_autoptr (GDateTime) local = yz_office_time (entry->action->at);
  g_autofree char *when = g_date_time_format (local, "%m-%d %H:%M");
  g_autofree char *what = yz_history_dup_what (entry->action);

  return g_strdup_printf ("%s %s%s%s", when, entry->action->who != NULL ? entry->action->who : "",
                          entry->action->who != NULL ? " · " : "", what);
}

static void
stop_looking_back (YzStationCard *self)
{
  g_cancellable_cancel (self->looking_back);
  g_clear_object (&self->looking_back);
}

static void
forget_history (YzStationCard *self)
{
  stop_looking_back (self);
  self->n_changes = 0;
  g_clear_pointer (&self->texts[TEXT_LAST_CHANGE], g_free);
}

static void
on_history_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStationCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = yz_store_get_history_finish (YZ_STORE (source), result, &error);

  /* another station is shown, or none */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      yz_session_report_error (yz_listing_get_session (YZ_LISTING (self->stations)), error);
      return;
    }
  self->n_changes = entries->len;
  take_text (self, TEXT_LAST_CHANGE, self->n_changes > 0 ? format_last_change (g_ptr_array_index (entries, 0)) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHANGES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS + TEXT_LAST_CHANGE]);
}

/* What is known of the station's changes stays until the newest are read. */
static void
update_history (YzStationCard *self)
{
  YzStore *store = yz_session_get_store (yz_listing_get_session (YZ_LISTING (self->stations)));

  stop_looking_back (self);
  if (store == NULL)
    return;
  self->looking_back = g_cancellable_new ();
  yz_store_get_history_async (store, yz_record_get_id (self->station), HISTORY_COUNTED, self->looking_back,
                              on_history_read, g_object_ref (self));
}

static void
clear (YzStationCard *self)
{
  for (guint i = 0; i < TEXT_LAST_CHANGE; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->hours, yz_station_hours_unref);
  g_ptr_array_set_size (self->services, 0);
  self->look = YZ_STATION_LOOK_UNKNOWN;
}

static void
notify_all (YzStationCard *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_STATION; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
refresh (YzStationCard *self)
{
  clear (self);
  if (self->station != NULL)
    {
      update_hours (self);
      update_week (self);
      update_status (self);
      self->tags = yz_card_dup_tags (self->station, self->hours);
      update_facts (self);
      update_services (self);
      update_history (self);
    }
  notify_all (self);
}

static void
on_current_changed (YzStationCard *self)
{
  YzRecord *station = yz_listing_get_current (YZ_LISTING (self->stations));
  const char *old_id = self->station != NULL ? yz_record_get_id (self->station) : NULL;

  /* what was revealed of one station is not revealed of the next */
  if (g_strcmp0 (old_id, station != NULL ? yz_record_get_id (station) : NULL) != 0)
    {
      self->revealed = FALSE;
      self->week = 0;
      forget_history (self);
    }
  g_set_object (&self->station, station);
  refresh (self);
}

static gboolean
on_minute (gpointer data)
{
  YzStationCard *self = YZ_STATION_CARD (data);

  if (self->station != NULL)
    {
      update_status (self);
      for (guint i = TEXT_WORD; i <= TEXT_LEFT; i++)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS + i]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
    }
  return G_SOURCE_CONTINUE;
}

static void
yz_station_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationCard *self = YZ_STATION_CARD (object);

  if (prop_id >= PROP_TEXTS && prop_id < PROP_TEXTS + N_TEXTS)
    {
      g_value_set_string (value, self->texts[prop_id - PROP_TEXTS]);
      return;
    }

  switch (prop_id)
    {
    case PROP_STATION:
      g_value_set_object (value, self->station);
      break;
    case PROP_HAS_STATION:
      g_value_set_boolean (value, self->station != NULL);
      break;
    case PROP_LOOK:
      g_value_set_int (value, self->look);
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;
    case PROP_CAN_REVEAL:
      g_value_set_boolean (value, self->texts[TEXT_CONTACT] != NULL || self->texts[TEXT_PHONES] != NULL);
      break;
    case PROP_N_CHANGES:
      g_value_set_uint (value, self->n_changes);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;
    case PROP_WEEK:
      g_value_set_int (value, self->week);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leave_trace (YzStationCard *self)
{
  if (self->station != NULL)
    yz_disclosure_record_shown (yz_listing_get_session (YZ_LISTING (self->stations)), &yz_station_kind,
                                yz_record_get_title (self->station), 1);
}

static void
set_revealed (YzStationCard *self, gboolean revealed)
{
  if (self->revealed == revealed)
    return;
  self->revealed = revealed;
  if (revealed)
    leave_trace (self);
  refresh (self);
}

static void
set_week (YzStationCard *self, int week)
{
  if (self->week == week)
    return;
  self->week = week;
  if (self->station != NULL)
    update_week (self);
  for (guint i = TEXT_WEEK_TITLE; i <= TEXT_HOLIDAY_GAP; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS + i]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEK]);
}

static void
yz_station_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationCard *self = YZ_STATION_CARD (object);

  switch (prop_id)
    {
    case PROP_REVEALED:
      set_revealed (self, g_value_get_boolean (value));
      break;
    case PROP_WEEK:
      set_week (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_card_dispose (GObject *object)
{
  YzStationCard *self = YZ_STATION_CARD (object);

  g_clear_handle_id (&self->minute_id, g_source_remove);
  stop_looking_back (self);
  g_clear_object (&self->station);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_card_parent_class)->dispose (object);
}

static void
yz_station_card_finalize (GObject *object)
{
  YzStationCard *self = YZ_STATION_CARD (object);

  clear (self);
  forget_history (self);
  g_clear_pointer (&self->services, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_station_card_parent_class)->finalize (object);
}

static void
yz_station_card_class_init (YzStationCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_station_card_get_property;
  object_class->set_property = yz_station_card_set_property;
  object_class->dispose = yz_station_card_dispose;
  object_class->finalize = yz_station_card_finalize;

  properties[PROP_STATION] = g_param_spec_object ("station", NULL, NULL, YZ_TYPE_RECORD, flags);
  properties[PROP_HAS_STATION] = g_param_spec_boolean ("has-station", NULL, NULL, FALSE, flags);
  properties[PROP_LOOK] = g_param_spec_int ("look", NULL, NULL, 0, YZ_STATION_N_LOOKS, 0, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_CAN_REVEAL] = g_param_spec_boolean ("can-reveal", NULL, NULL, FALSE, flags);
  properties[PROP_N_CHANGES] = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_WEEK] = g_param_spec_int ("week", NULL, NULL, 0, MAX_WEEKS_AHEAD, 0, flags | G_PARAM_WRITABLE);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  for (guint i = 0; i < N_TEXTS; i++)
    properties[PROP_TEXTS + i] = g_param_spec_string (text_names[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_station_card_init (YzStationCard *self)
{
  self->services = g_ptr_array_new ();
  self->minute_id = g_timeout_add_seconds (20, on_minute, self);
}

YzStationCard *
yz_station_card_new (YzStations *stations)
{
  YzStationCard *self;

  g_return_val_if_fail (YZ_IS_STATIONS (stations), NULL);

  self = g_object_new (YZ_TYPE_STATION_CARD, NULL);
  self->stations = g_object_ref (stations);
  g_signal_connect_object (stations, "notify::current", G_CALLBACK (on_current_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stations, "notify::holidays", G_CALLBACK (on_current_changed), self, G_CONNECT_SWAPPED);
  on_current_changed (self);
  return self;
}

YzRecord *
yz_station_card_get_station (YzStationCard *self)
{
  g_return_val_if_fail (YZ_IS_STATION_CARD (self), NULL);
  return self->station;
}

YzStationLook
yz_station_card_get_look (YzStationCard *self)
{
  g_return_val_if_fail (YZ_IS_STATION_CARD (self), YZ_STATION_LOOK_UNKNOWN);
  return self->look;
}

void
yz_station_card_get_week (YzStationCard *self, YzCardWeek *week)
{
  g_return_if_fail (YZ_IS_STATION_CARD (self));

  yz_card_week_init (week, self->hours, yz_stations_get_holidays (self->stations), get_now (self), self->week);
}

GPtrArray *
yz_station_card_get_services (YzStationCard *self)
{
  g_return_val_if_fail (YZ_IS_STATION_CARD (self), NULL);
  return self->services;
}

char *
yz_station_card_dup_position (YzStationCard *self, const char *datum)
{
  YzPosition position;
  YzDatum to = YZ_DATUM_WGS84;

  g_return_val_if_fail (YZ_IS_STATION_CARD (self), NULL);

  if (self->station == NULL || yz_record_get (self->station, "lon") == NULL)
    return NULL;
  position.lon = yz_record_get_real (self->station, "lon");
  position.lat = yz_record_get_real (self->station, "lat");
  yz_datum_from_name (datum, &to);
  position = yz_datum_convert (position, YZ_DATUM_WGS84, to);
  return yz_position_format (position);
}

#include "config.h"

#include "yz-stations.h"

#include "yz-kinds.h"
#include "yz-paged-query.h"
#include "yz-station-answer.h"
#include "yz-store-columns.h"
#include "yz-text.h"

/* More changed records than this are not looked up one by one. */
#define MAX_SINGLE_UPDATES 64

struct _YzStations
{
  YzListing parent_instance;

  YzStationFilter *filter;
  double origin_lon;
  double origin_lat;

  YzHolidays *holidays; /* NULL while no workspace is open */
  GCancellable *facts_cancellable;
  YzStationFacts *facts;  /* NULL until they are loaded */
  YzPagedQuery *question; /* NULL once it is answered */
  gint64 changed_row;     /* the one that the question is about, 0 if it is more than one */
  GArray *rows;           /* what the store answered */
  YzStationAnswer *answer;
  guint total;
  guint minute_id;
};

G_DEFINE_FINAL_TYPE (YzStations, yz_stations, YZ_TYPE_LISTING)

typedef enum
{
  PROP_FILTER = 1,
  PROP_SEARCH,
  PROP_N_OPEN,
  PROP_N_ALL_DAY,
  PROP_N_NO_HOURS,
  PROP_HOLIDAYS,
} YzStationsProperty;

enum
{
  POINTS_CHANGED,
  LOOKS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_HOLIDAYS + 1];
static guint signals[N_SIGNALS];

static void
notify (YzStations *self, YzStationsProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static GDateTime *
get_local_time (YzStations *self)
{
  return yz_clock_get_local (yz_session_get_clock (yz_listing_get_session (YZ_LISTING (self))));
}

/* The present, or the instant that the filter asks about: list and map show how stations are then. */
static gint64
get_now (YzStations *self)
{
  g_autoptr (GDateTime) local = get_local_time (self);
  gint64 open_at = yz_station_filter_get_open_at (self->filter, local);

  return open_at >= 0 ? open_at : yz_civil_instant (local);
}

static YzStore *
get_store (YzStations *self)
{
  return yz_listing_get_store (YZ_LISTING (self));
}

static void
notify_answer (YzStations *self)
{
  yz_listing_set_counts (YZ_LISTING (self), self->total, self->answer->rows->len);
  notify (self, PROP_N_OPEN);
  notify (self, PROP_N_ALL_DAY);
  notify (self, PROP_N_NO_HOURS);
}

static YzStationAnswer *
make_answer (YzStations *self, GArray *rows)
{
  g_autoptr (GDateTime) now = get_local_time (self);
  YzStationSieve sieve;

  if (self->facts == NULL)
    return yz_station_answer_new_plain (rows);
  yz_station_filter_prepare (self->filter, self->facts, now, &sieve);
  return yz_station_answer_new (self->facts, rows, &sieve);
}

static void
update_loading (YzStations *self)
{
  yz_listing_set_loading (YZ_LISTING (self), self->question != NULL || self->facts_cancellable != NULL);
}

/* Shows what is known by now: the list as soon as the store has answered, the points once the facts are there. */
static void
present (YzStations *self, gint64 changed_row)
{
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (self));

  if (self->rows == NULL || list == NULL)
    return;

  g_clear_pointer (&self->answer, yz_station_answer_free);
  self->answer = make_answer (self, self->rows);
  yz_record_list_set_rows (list, self->answer->rows);
  notify_answer (self);
  g_signal_emit (self, signals[POINTS_CHANGED], 0, changed_row);
  g_signal_emit (self, signals[LOOKS_CHANGED], 0);
}

/* Numbers and points wait for the whole answer. */
static void
present_page (YzStations *self, GArray *rows)
{
  g_autoptr (YzStationAnswer) answer = make_answer (self, rows);

  if (answer->rows->len > 0)
    yz_record_list_set_rows (yz_listing_get_list (YZ_LISTING (self)), answer->rows);
}

static void load_facts (YzStations *self);

static void
need_facts (YzStations *self)
{
  if (self->facts == NULL && self->facts_cancellable == NULL)
    load_facts (self);
}

static void
take_answer (YzStations *self, GArray *rows, const GError *error)
{
  gint64 changed_row = self->changed_row;

  g_clear_pointer (&self->question, yz_paged_query_stop);
  self->changed_row = 0;
  yz_listing_set_error (YZ_LISTING (self), error);
  if (rows != NULL)
    {
      g_clear_pointer (&self->rows, g_array_unref);
      self->rows = g_array_ref (rows);
      present (self, changed_row);
      need_facts (self);
    }
  update_loading (self);
}

static void
on_step (YzPagedStep step, GArray *rows, const GError *error, gpointer data)
{
  YzStations *self = YZ_STATIONS (data);

  switch (step)
    {
    case YZ_PAGED_PAGE:
      present_page (self, rows);
      break;
    case YZ_PAGED_REST:
      need_facts (self);
      break;
    case YZ_PAGED_WHOLE:
    default:
      take_answer (self, rows, error);
    }
}

static void
set_query_order (YzStations *self, YzQuery *query)
{
  YzListing *listing = YZ_LISTING (self);
  const char *order = yz_listing_get_order (listing);
  gboolean descending = yz_listing_is_descending (listing);
  g_autofree char *search = NULL;

  g_object_get (self->filter, "search", &search, NULL);
  if (g_str_equal (order, "distance"))
    yz_query_set_distance_order (query, self->origin_lon, self->origin_lat);
  else if (!g_str_equal (order, "name") || descending || *search == '\0')
    yz_query_set_order (query, order, descending);
}

/* @page_first: the list will be another one, so that its beginning can be shown before the rest is known */
static void
ask (YzStations *self, gint64 changed_row, gboolean page_first)
{
  YzQuery *query;

  /* a question that is not answered yet was about another row: then more than one has changed */
  self->changed_row = self->question == NULL || self->changed_row == changed_row ? changed_row : 0;
  g_clear_pointer (&self->question, yz_paged_query_stop);
  if (get_store (self) == NULL)
    return;

  query = yz_station_filter_make_query (self->filter);
  set_query_order (self, query);
  self->question = yz_paged_query_start (get_store (self), query, page_first, on_step, self);
  update_loading (self);
}

static void
on_facts_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStations) self = data;
  g_autoptr (GError) error = NULL;
  YzStationFacts *facts = yz_station_facts_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || YZ_STORE (source) != get_store (self))
    return;
  g_clear_object (&self->facts_cancellable);
  if (facts == NULL)
    {
      yz_listing_set_error (YZ_LISTING (self), error);
      return;
    }
  g_clear_pointer (&self->facts, yz_station_facts_free);
  self->facts = facts;
  yz_hours_book_set_holidays (yz_station_facts_get_book (facts), self->holidays);
  self->total = yz_station_facts_count_not_over (self->facts);
  present (self, 0);
  update_loading (self);
}

static void
load_facts (YzStations *self)
{
  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->facts_cancellable);
  self->facts_cancellable = g_cancellable_new ();
  yz_station_facts_load_async (get_store (self), self->facts_cancellable, on_facts_loaded, g_object_ref (self));
}

/* Returns the row if it is a single one, otherwise 0. */
static gint64
update_facts (YzStations *self, const char *const *ids)
{
  gint64 row = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (YzRecord) station = NULL;
      g_autoptr (GError) error = NULL;

      if (!yz_store_find_row (get_store (self), &yz_station_kind, ids[i], &row, &error))
        yz_listing_set_error (YZ_LISTING (self), error);
      if (row == 0)
        return -1; /* one that is gone: its row is not known any more */
      station = yz_listing_load_row (YZ_LISTING (self), row);
      yz_station_facts_update (self->facts, row, station);
    }
  self->total = yz_station_facts_count_not_over (self->facts);
  return ids[0] != NULL && ids[1] == NULL ? row : 0;
}

/* A few hundred rows at most, which decide what the first rows on screen say: not worth another thread. */
static void
load_holidays (YzStations *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->holidays, yz_holidays_unref);
  self->holidays = yz_holidays_load (get_store (self), NULL, &error);
  if (error != NULL)
    yz_listing_set_error (YZ_LISTING (self), error);
  if (self->facts != NULL)
    yz_hours_book_set_holidays (yz_station_facts_get_book (self->facts), self->holidays);
  notify (self, PROP_HOLIDAYS);
}

static void
changed (YzListing *listing, const char *kind, const char *const *ids)
{
  YzStations *self = YZ_STATIONS (listing);
  gboolean stations = kind == NULL || g_str_equal (kind, "station");
  gint64 changed_row = 0;

  if (kind == NULL || g_str_equal (kind, "calendar_day"))
    {
      load_holidays (self);
      present (self, 0);
    }
  if (!stations && !g_str_equal (kind, "attachment"))
    return;

  yz_listing_reload_current (listing); /* its photos count, too */
  if (stations && ids != NULL && kind != NULL && self->facts != NULL &&
      g_strv_length ((char **) ids) <= MAX_SINGLE_UPDATES)
    changed_row = update_facts (self, ids);
  else
    changed_row = -1;

  if (changed_row < 0)
    load_facts (self);
  ask (self, MAX (changed_row, 0), FALSE);
}

static void
forget_answers (YzStations *self)
{
  g_clear_pointer (&self->question, yz_paged_query_stop);
  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->facts_cancellable);
  g_clear_pointer (&self->facts, yz_station_facts_free);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->answer, yz_station_answer_free);
  self->answer = yz_station_answer_new_plain (NULL);
  self->total = 0;
}

static void
started (YzListing *listing)
{
  YzStations *self = YZ_STATIONS (listing);

  forget_answers (self);
  if (get_store (self) != NULL)
    {
      load_holidays (self);
      ask (self, 0, TRUE);
    }
  update_loading (self);
  notify_answer (self);
  g_signal_emit (self, signals[POINTS_CHANGED], 0, (gint64) 0);
}

static void
ask_again (YzListing *listing)
{
  ask (YZ_STATIONS (listing), 0, TRUE);
}

static void
on_filter_changed (YzStations *self, gboolean ask_store)
{
  if (ask_store)
    {
      notify (self, PROP_SEARCH);
      ask (self, 0, TRUE);
    }
  else
    present (self, 0);
}

static gboolean
on_minute (gpointer data)
{
  YzStations *self = YZ_STATIONS (data);

  if (self->facts != NULL)
    present (self, 0);
  return G_SOURCE_CONTINUE;
}

static void
yz_stations_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStations *self = YZ_STATIONS (object);

  switch ((YzStationsProperty) prop_id)
    {
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_SEARCH:
      g_object_get_property (G_OBJECT (self->filter), "search", value);
      break;
    case PROP_N_OPEN:
      g_value_set_uint (value, self->answer->n_open);
      break;
    case PROP_N_ALL_DAY:
      g_value_set_uint (value, self->answer->n_all_day);
      break;
    case PROP_N_NO_HOURS:
      g_value_set_uint (value, self->answer->n_no_hours);
      break;
    case PROP_HOLIDAYS:
      g_value_set_boxed (value, self->holidays);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stations_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStations *self = YZ_STATIONS (object);

  switch (prop_id)
    {
    case PROP_SEARCH:
      g_object_set_property (G_OBJECT (self->filter), "search", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stations_dispose (GObject *object)
{
  YzStations *self = YZ_STATIONS (object);

  g_clear_handle_id (&self->minute_id, g_source_remove);
  forget_answers (self);

  G_OBJECT_CLASS (yz_stations_parent_class)->dispose (object);
}

static void
yz_stations_finalize (GObject *object)
{
  YzStations *self = YZ_STATIONS (object);

  g_clear_pointer (&self->answer, yz_station_answer_free);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (yz_stations_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, YZ_TYPE_STATION_FILTER, readable);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", writable);
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_ALL_DAY] = g_param_spec_uint ("n-all-day", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_NO_HOURS] = g_param_spec_uint ("n-no-hours", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_HOLIDAYS] = g_param_spec_boxed ("holidays", NULL, NULL, YZ_TYPE_HOLIDAYS, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stations_class_init (YzStationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YzListingClass *listing_class = YZ_LISTING_CLASS (klass);

  listing_class->started = started;
  listing_class->ask = ask_again;
  listing_class->changed = changed;
  object_class->get_property = yz_stations_get_property;
  object_class->set_property = yz_stations_set_property;
  object_class->dispose = yz_stations_dispose;
  object_class->finalize = yz_stations_finalize;
  install_properties (object_class);

  signals[POINTS_CHANGED] = g_signal_new ("points-changed", YZ_TYPE_STATIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LOOKS_CHANGED] =
    g_signal_new ("looks-changed", YZ_TYPE_STATIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_stations_init (YzStations *self)
{
  self->answer = yz_station_answer_new_plain (NULL);
  self->filter = yz_station_filter_new ();
  self->minute_id = g_timeout_add_seconds (60, on_minute, self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
}

YzStations *
yz_stations_new (YzSession *session)
{
  YzStations *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_STATIONS, NULL);
  yz_listing_follow (YZ_LISTING (self), session, &yz_station_kind);
  return self;
}

YzStationFilter *
yz_stations_get_filter (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->filter;
}

void
yz_stations_set_origin (YzStations *self, double lon, double lat)
{
  g_return_if_fail (YZ_IS_STATIONS (self));

  if (self->origin_lon == lon && self->origin_lat == lat)
    return;
  self->origin_lon = lon;
  self->origin_lat = lat;
  if (g_str_equal (yz_listing_get_order (YZ_LISTING (self)), "distance"))
    ask (self, 0, TRUE);
}

GArray *
yz_stations_get_districts (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);

  return self->facts != NULL ? yz_station_facts_count_districts (self->facts)
                             : g_array_new (FALSE, FALSE, sizeof (YzDistrictCount));
}

GArray *
yz_stations_get_points (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->answer->points;
}

/* Until the facts are there the hours are read for the few rows that are on screen. */
YzStationHours *
yz_stations_dup_hours (YzStations *self, YzRecord *station)
{
  YzStationHoursSource source;
  YzHoursBook *book;
  YzStationHours *hours;

  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  source = yz_station_hours_source (station);
  if (self->facts == NULL)
    return yz_station_hours_new (&source, self->holidays);

  book = yz_station_facts_get_book (self->facts);
  hours = yz_hours_book_get_hours (book, yz_hours_book_enter (book, &source));
  return hours != NULL ? yz_station_hours_ref (hours) : NULL;
}

YzHolidays *
yz_stations_get_holidays (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->holidays;
}

YzStationLook
yz_stations_get_look (YzStations *self, YzRecord *station)
{
  g_autoptr (YzStationHours) hours = NULL;

  g_return_val_if_fail (YZ_IS_STATIONS (self), YZ_STATION_LOOK_UNKNOWN);
  g_return_val_if_fail (YZ_IS_RECORD (station), YZ_STATION_LOOK_UNKNOWN);

  hours = yz_stations_dup_hours (self, station);
  return yz_station_look (yz_record_get_text (station, "state"), hours, get_now (self));
}

char *
yz_stations_dup_status (YzStations *self, YzRecord *station)
{
  g_autoptr (YzStationHours) hours = NULL;

  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  hours = yz_stations_dup_hours (self, station);
  return yz_station_status_brief (station, hours, get_now (self));
}

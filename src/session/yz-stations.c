#include "config.h"

#include "yz-stations.h"

#include "yz-kinds.h"
#include "yz-station-answer.h"
#include "yz-store-columns.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More changed records than this are not looked up one by one. */
#define MAX_SINGLE_UPDATES 64

/* More than fit on a screen, but read at once however many there are. */
#define FIRST_PAGE 200

struct _YzStations
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store; /* the one that everything below belongs to */
  gulong store_changed_id;
  YzStationFilter *filter;
  char *order;
  gboolean descending;
  double origin_lon;
  double origin_lat;

  YzHolidays *holidays; /* NULL while no workspace is open */
  GCancellable *facts_cancellable;
  YzStationFacts *facts; /* NULL until they are loaded */
  GCancellable *query_cancellable;
  GArray *rows; /* what the store answered */
  YzStationAnswer *answer;
  YzRecordList *list;
  guint total;
  char *error;

  YzRecord *current;
  gint64 current_row;
  GArray *selected;
  guint minute_id;
};

G_DEFINE_FINAL_TYPE (YzStations, yz_stations, G_TYPE_OBJECT)

typedef enum
{
  PROP_SESSION = 1,
  PROP_FILTER,
  PROP_LIST,
  PROP_TOTAL,
  PROP_SHOWN,
  PROP_LOADING,
  PROP_CURRENT,
  PROP_SEARCH,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_N_OPEN,
  PROP_N_ALL_DAY,
  PROP_N_NO_HOURS,
  PROP_N_SELECTED,
  PROP_ERROR,
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
  return yz_clock_get_local (yz_session_get_clock (self->session));
}

static gint64
get_now (YzStations *self)
{
  g_autoptr (GDateTime) local = get_local_time (self);

  return yz_civil_instant (local);
}

static void
set_error (YzStations *self, const GError *error)
{
  if (yz_set_str (&self->error, error != NULL ? error->message : NULL))
    notify (self, PROP_ERROR);
}

static void
count_total (YzStations *self)
{
  self->total = 0;
  for (guint i = 0; i < yz_station_facts_get_n (self->facts); i++)
    self->total += yz_station_facts_get (self->facts, i)->over ? 0 : 1;
  notify (self, PROP_TOTAL);
}

static void
notify_answer (YzStations *self)
{
  notify (self, PROP_SHOWN);
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

/* Shows what is known by now: the list as soon as the store has answered, the points once the facts are there. */
static void
present (YzStations *self, gint64 changed_row)
{
  if (self->rows == NULL || self->list == NULL)
    return;

  g_clear_pointer (&self->answer, yz_station_answer_free);
  self->answer = make_answer (self, self->rows);
  yz_record_list_set_rows (self->list, self->answer->rows);
  notify_answer (self);
  g_signal_emit (self, signals[POINTS_CHANGED], 0, changed_row);
  g_signal_emit (self, signals[LOOKS_CHANGED], 0);
}

typedef struct
{
  YzStations *stations;
  YzQuery *query;
  gint64 changed_row;
  gboolean page; /* only the first one is asked for, so far */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->stations);
  yz_query_free (asking->query);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* Numbers and points wait for the whole answer. */
static void
present_page (YzStations *self, GArray *rows)
{
  g_autoptr (YzStationAnswer) answer = make_answer (self, rows);

  if (answer->rows->len > 0)
    yz_record_list_set_rows (self->list, answer->rows);
}

static void on_answered (GObject *source, GAsyncResult *result, gpointer data);

/* @asking is taken. */
static void
send_query (YzStations *self, Asking *asking)
{
  yz_query_set_limit (asking->query, asking->page ? FIRST_PAGE : 0);
  yz_store_query_async (self->store, asking->query, self->query_cancellable, on_answered, asking);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  YzStations *self = asking->stations;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = yz_store_query_finish (YZ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || YZ_STORE (source) != self->store)
    return;

  if (asking->page && rows != NULL && rows->len == FIRST_PAGE)
    {
      present_page (self, rows);
      asking->page = FALSE;
      send_query (self, g_steal_pointer (&asking));
      return;
    }
  g_clear_object (&self->query_cancellable);
  set_error (self, error);
  if (rows != NULL)
    {
      g_clear_pointer (&self->rows, g_array_unref);
      self->rows = g_steal_pointer (&rows);
      present (self, asking->changed_row);
    }
  notify (self, PROP_LOADING);
}

static void
set_query_order (YzStations *self, YzQuery *query)
{
  g_autofree char *search = NULL;

  g_object_get (self->filter, "search", &search, NULL);
  if (g_str_equal (self->order, "distance"))
    yz_query_set_distance_order (query, self->origin_lon, self->origin_lat);
  else if (!g_str_equal (self->order, "name") || self->descending || *search == '\0')
    yz_query_set_order (query, self->order, self->descending);
}

/* @page_first: the list will be another one, so that its beginning can be shown before the rest is known */
static void
ask (YzStations *self, gint64 changed_row, gboolean page_first)
{
  Asking *asking;

  g_cancellable_cancel (self->query_cancellable);
  g_clear_object (&self->query_cancellable);
  if (self->store == NULL)
    return;

  asking = g_new0 (Asking, 1);
  asking->stations = g_object_ref (self);
  asking->query = yz_station_filter_make_query (self->filter);
  asking->changed_row = changed_row;
  asking->page = page_first;
  set_query_order (self, asking->query);
  self->query_cancellable = g_cancellable_new ();
  send_query (self, asking);
  notify (self, PROP_LOADING);
}

static void
load_facts_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  YzStationFacts *facts = yz_station_facts_load (YZ_STORE (data), cancellable, &error);

  if (facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, facts, (GDestroyNotify) yz_station_facts_free);
}

static void
on_facts_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  YzStations *self = YZ_STATIONS (source);
  g_autoptr (GError) error = NULL;
  YzStationFacts *facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->facts_cancellable);
  if (facts == NULL)
    {
      set_error (self, error);
      return;
    }
  g_clear_pointer (&self->facts, yz_station_facts_free);
  self->facts = facts;
  yz_hours_book_set_holidays (yz_station_facts_get_book (facts), self->holidays);
  count_total (self);
  present (self, 0);
  notify (self, PROP_LOADING);
}

static void
load_facts (YzStations *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->facts_cancellable);
  self->facts_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->facts_cancellable, on_facts_loaded, NULL);
  g_task_set_source_tag (task, load_facts);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, load_facts_in_thread);
}

static void
set_current (YzStations *self, gint64 row, YzRecord *station)
{
  self->current_row = station != NULL ? row : 0;
  if (g_set_object (&self->current, station))
    notify (self, PROP_CURRENT);
}

static void
reload_current (YzStations *self)
{
  g_autoptr (YzRecord) station = NULL;

  if (self->current_row == 0)
    return;
  station = yz_stations_load_row (self, self->current_row);
  if (station != NULL && yz_record_get_deleted_at (station) != 0)
    g_clear_object (&station);
  set_current (self, self->current_row, station);
}

/* Returns the row if it is a single one, otherwise 0. */
static gint64
update_facts (YzStations *self, const char *const *ids)
{
  gint64 row = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (YzRecord) station = NULL;

      row = yz_store_find_row (self->store, &yz_station_kind, ids[i]);
      if (row == 0)
        return -1; /* one that is gone: its row is not known any more */
      station = yz_stations_load_row (self, row);
      yz_station_facts_update (self->facts, row, station);
    }
  count_total (self);
  return ids[0] != NULL && ids[1] == NULL ? row : 0;
}

/* A few hundred rows at most, which decide what the first rows on screen say: not worth another thread. */
static void
load_holidays (YzStations *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->holidays, yz_holidays_unref);
  self->holidays = yz_holidays_load (self->store, NULL, &error);
  if (error != NULL)
    set_error (self, error);
  if (self->facts != NULL)
    yz_hours_book_set_holidays (yz_station_facts_get_book (self->facts), self->holidays);
  notify (self, PROP_HOLIDAYS);
}

static void
on_store_changed (YzStations *self, const char *kind, const char *const *ids)
{
  gboolean stations = kind == NULL || g_str_equal (kind, "station");
  gint64 changed_row = 0;

  if (kind == NULL || g_str_equal (kind, "calendar_day"))
    {
      load_holidays (self);
      present (self, 0);
    }
  if (!stations && !g_str_equal (kind, "attachment"))
    return;

  yz_record_list_refresh (self->list);
  reload_current (self);
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
forget_store (YzStations *self)
{
  g_cancellable_cancel (self->query_cancellable);
  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->query_cancellable);
  g_clear_object (&self->facts_cancellable);
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_id, self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->facts, yz_station_facts_free);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->answer, yz_station_answer_free);
  self->answer = yz_station_answer_new_plain (NULL);
  g_clear_object (&self->list);
  self->total = 0;
}

static void
on_store_notify (YzStations *self)
{
  YzStore *store = yz_session_get_store (self->session);

  if (store == self->store)
    return;

  forget_store (self);
  set_current (self, 0, NULL);
  set_error (self, NULL);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->list = yz_record_list_new (store, &yz_station_kind);
      self->store_changed_id =
        g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
      load_holidays (self);
      load_facts (self);
      ask (self, 0, TRUE);
    }
  notify (self, PROP_LIST);
  notify (self, PROP_TOTAL);
  notify_answer (self);
  g_signal_emit (self, signals[POINTS_CHANGED], 0, (gint64) 0);
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
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_SHOWN:
      g_value_set_uint (value, self->answer->rows->len);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->query_cancellable != NULL || self->facts_cancellable != NULL);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    case PROP_SEARCH:
      g_object_get_property (G_OBJECT (self->filter), "search", value);
      break;
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
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
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->selected->len);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
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
    case PROP_ORDER:
      yz_stations_set_order (self, g_value_get_string (value), self->descending);
      break;
    case PROP_DESCENDING:
      yz_stations_set_order (self, self->order, g_value_get_boolean (value));
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
  forget_store (self);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (yz_stations_parent_class)->dispose (object);
}

static void
yz_stations_finalize (GObject *object)
{
  YzStations *self = YZ_STATIONS (object);

  g_clear_pointer (&self->answer, yz_station_answer_free);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (yz_stations_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, readable);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, YZ_TYPE_STATION_FILTER, readable);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SHOWN] = g_param_spec_uint ("shown", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, YZ_TYPE_RECORD, readable);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", writable);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "name", writable);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, writable);
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_ALL_DAY] = g_param_spec_uint ("n-all-day", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_NO_HOURS] = g_param_spec_uint ("n-no-hours", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, readable);
  properties[PROP_HOLIDAYS] = g_param_spec_boxed ("holidays", NULL, NULL, YZ_TYPE_HOLIDAYS, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stations_class_init (YzStationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

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
  self->order = g_strdup ("name");
  self->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
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
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_notify), self, G_CONNECT_SWAPPED);
  on_store_notify (self);
  return self;
}

YzSession *
yz_stations_get_session (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->session;
}

YzStationFilter *
yz_stations_get_filter (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->filter;
}

YzRecordList *
yz_stations_get_list (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->list;
}

void
yz_stations_set_order (YzStations *self, const char *field, gboolean descending)
{
  gboolean other_field;

  g_return_if_fail (YZ_IS_STATIONS (self));
  g_return_if_fail (field != NULL);

  other_field = yz_set_str (&self->order, field);
  if (!other_field && self->descending == descending)
    return;
  if (other_field)
    notify (self, PROP_ORDER);
  if (self->descending != descending)
    {
      self->descending = descending;
      notify (self, PROP_DESCENDING);
    }
  ask (self, 0, TRUE);
}

void
yz_stations_set_origin (YzStations *self, double lon, double lat)
{
  g_return_if_fail (YZ_IS_STATIONS (self));

  if (self->origin_lon == lon && self->origin_lat == lat)
    return;
  self->origin_lon = lon;
  self->origin_lat = lat;
  if (g_str_equal (self->order, "distance"))
    ask (self, 0, TRUE);
}

static int
compare_districts (gconstpointer a, gconstpointer b)
{
  const YzDistrictCount *left = a, *right = b;

  if (left->n != right->n)
    return left->n < right->n ? 1 : -1;
  return strcmp (left->name, right->name);
}

GArray *
yz_stations_get_districts (YzStations *self)
{
  GArray *districts = g_array_new (FALSE, TRUE, sizeof (YzDistrictCount));

  g_return_val_if_fail (YZ_IS_STATIONS (self), districts);

  if (self->facts == NULL)
    return districts;
  g_array_set_size (districts, yz_station_facts_get_n_districts (self->facts));
  for (guint i = 0; i < districts->len; i++)
    g_array_index (districts, YzDistrictCount, i).name = yz_station_facts_get_district (self->facts, i);
  for (guint i = 0; i < yz_station_facts_get_n (self->facts); i++)
    {
      const YzStationFact *fact = yz_station_facts_get (self->facts, i);

      g_array_index (districts, YzDistrictCount, fact->district).n += fact->over ? 0 : 1;
    }
  g_array_sort (districts, compare_districts);
  while (districts->len > 0 && g_array_index (districts, YzDistrictCount, districts->len - 1).n == 0)
    g_array_set_size (districts, districts->len - 1);
  return districts;
}

GArray *
yz_stations_get_points (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->answer->points;
}

YzRecord *
yz_stations_get_current (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->current;
}

gint64
yz_stations_get_current_row (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), 0);
  return self->current_row;
}

void
yz_stations_select_row (YzStations *self, gint64 row)
{
  g_autoptr (YzRecord) station = NULL;

  g_return_if_fail (YZ_IS_STATIONS (self));

  if (row == self->current_row)
    return;
  if (row != 0)
    station = yz_stations_load_row (self, row);
  set_current (self, row, station);
}

void
yz_stations_select_id (YzStations *self, const char *id)
{
  g_return_if_fail (YZ_IS_STATIONS (self));

  if (self->store != NULL)
    yz_stations_select_row (self, id != NULL ? yz_store_find_row (self->store, &yz_station_kind, id) : 0);
}

void
yz_stations_set_selected (YzStations *self, GArray *rows)
{
  g_return_if_fail (YZ_IS_STATIONS (self));
  g_return_if_fail (rows != NULL);

  g_array_ref (rows);
  g_array_unref (self->selected);
  self->selected = rows;
  notify (self, PROP_N_SELECTED);
  if (rows->len == 1)
    yz_stations_select_row (self, g_array_index (rows, gint64, 0));
}

GArray *
yz_stations_get_selected (YzStations *self)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  return self->selected;
}

char **
yz_stations_dup_selected_ids (YzStations *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);

  for (guint i = 0; i < self->selected->len; i++)
    {
      g_autoptr (YzRecord) station = yz_stations_load_row (self, g_array_index (self->selected, gint64, i));

      if (station != NULL)
        g_strv_builder_add (ids, yz_record_get_id (station));
    }
  return g_strv_builder_end (ids);
}

YzRecord *
yz_stations_load_row (YzStations *self, gint64 row)
{
  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);

  return self->store != NULL ? yz_store_load_row (self->store, &yz_station_kind, row, NULL) : NULL;
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

YzEdit *
yz_stations_move (YzStations *self, YzRecord *station, double lon, double lat)
{
  YzEdit *edit;

  g_return_val_if_fail (YZ_IS_STATIONS (self), NULL);
  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  edit = yz_edit_new (N_ ("Move station"));
  yz_edit_set (edit, station, "lon", g_variant_new_double (lon));
  yz_edit_set (edit, station, "lat", g_variant_new_double (lat));
  yz_edit_set (edit, station, "datum", g_variant_new_string ("wgs84"));
  return edit;
}

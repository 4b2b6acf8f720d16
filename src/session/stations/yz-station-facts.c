#include "config.h"

#include "yz-station-facts.h"

#include "yz-kinds.h"
#include "yz-station-state.h"
#include "yz-store-columns.h"

#include <math.h>

/* The columns read, in the order of column_names. */
typedef enum
{
  COLUMN_ID,
  COLUMN_LON,
  COLUMN_LAT,
  COLUMN_HOURS,
  COLUMN_WORKDAY_HOURS,
  COLUMN_DISTRICT,
  COLUMN_STATE,
  COLUMN_KIND,
  COLUMN_FACILITY,
  COLUMN_KEY_AREA,
  COLUMN_SMART,
  COLUMN_PHONES,
  N_COLUMNS,
} Column;

/* clang-format off */
static const char *const column_names[N_COLUMNS + 1] = {
  "id", "lon", "lat", "hours", "workday_hours", "district",
  "state", "kind", "facility", "key_area", "smart", "phones", NULL
};
/* clang-format on */

struct _YzStationFacts
{
  const YzChoice *states;
  GArray *facts; /* by ascending row */
  YzHoursBook *book;
  GPtrArray *districts;
  GHashTable *district_index; /* name → index */
};

typedef struct
{
  YzStationFacts *facts;
  GHashTable *photographed; /* ids of stations with an attachment */
} Loading;

static guint16
enter_district (YzStationFacts *self, const char *name)
{
  gpointer index;
  char *copy;

  if (name == NULL)
    name = "";
  if (g_hash_table_lookup_extended (self->district_index, name, NULL, &index))
    return GPOINTER_TO_UINT (index);

  /* a register with 65,535 districts is not one: the rest is counted as "without" */
  if (self->districts->len == G_MAXUINT16)
    return 0;
  copy = g_strdup (name);
  g_ptr_array_add (self->districts, copy);
  g_hash_table_insert (self->district_index, copy, GUINT_TO_POINTER (self->districts->len - 1));
  return self->districts->len - 1;
}

guint8
yz_station_choice_to_index (const char *field, const char *nick)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, field)->choices;

  for (guint i = 0; nick != NULL && choices[i].nick != NULL; i++)
    if (g_str_equal (choices[i].nick, nick))
      return i;
  return YZ_NO_CHOICE;
}

static void
on_attachment (gint64 row, const YzColumn *columns, gpointer user_data)
{
  GHashTable *photographed = user_data;

  if (!columns[0].empty)
    g_hash_table_add (photographed, g_strdup (columns[0].text));
}

static void
on_station (gint64 row, const YzColumn *columns, gpointer user_data)
{
  Loading *loading = user_data;
  YzStationFacts *self = loading->facts;
  gboolean placed = !columns[COLUMN_LON].empty && !columns[COLUMN_LAT].empty;
  const YzStationHoursSource hours = {
    .text = columns[COLUMN_HOURS].text,
    .workday_hours = columns[COLUMN_WORKDAY_HOURS].text,
    .lon = placed ? columns[COLUMN_LON].real : NAN,
    .lat = placed ? columns[COLUMN_LAT].real : NAN,
  };
  YzStationFact fact = {
    .row = row,
    .lon = hours.lon,
    .lat = hours.lat,
    .hours = yz_hours_book_enter (self->book, &hours),
    .district = enter_district (self, columns[COLUMN_DISTRICT].text),
    .state = yz_station_choice_to_index ("state", columns[COLUMN_STATE].text),
    .kind = yz_station_choice_to_index ("kind", columns[COLUMN_KIND].text),
    .facility = yz_station_choice_to_index ("facility", columns[COLUMN_FACILITY].text),
    .key_area = columns[COLUMN_KEY_AREA].integer != 0,
    .smart = columns[COLUMN_SMART].integer != 0,
    .has_phone = !columns[COLUMN_PHONES].empty,
    .has_photo = g_hash_table_contains (loading->photographed, columns[COLUMN_ID].text),
    .over = yz_station_state_is_over (columns[COLUMN_STATE].text),
  };

  g_array_append_val (self->facts, fact);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const YzStationFact *) a)->row, right = ((const YzStationFact *) b)->row;

  return (left > right) - (left < right);
}

YzStationFacts *
yz_station_facts_new (void)
{
  YzStationFacts *self = g_new0 (YzStationFacts, 1);

  self->states = yz_kind_find_field (&yz_station_kind, "state")->choices;
  self->facts = g_array_new (FALSE, FALSE, sizeof (YzStationFact));
  self->book = yz_hours_book_new ();
  self->districts = g_ptr_array_new_with_free_func (g_free);
  self->district_index = g_hash_table_new (g_str_hash, g_str_equal);
  enter_district (self, "");
  return self;
}

void
yz_station_facts_free (YzStationFacts *self)
{
  g_array_unref (self->facts);
  yz_hours_book_free (self->book);
  g_hash_table_unref (self->district_index);
  g_ptr_array_unref (self->districts);
  g_free (self);
}

YzStationFacts *
yz_station_facts_load (YzStore *store, GCancellable *cancellable, GError **error)
{
  static const char *const attachment_columns[] = { "station", NULL };
  g_autoptr (YzStationFacts) self = yz_station_facts_new ();
  g_autoptr (GHashTable) photographed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (YzQuery) attachments = yz_query_new (&yz_attachment_kind);
  g_autoptr (YzQuery) stations = yz_query_new (&yz_station_kind);
  Loading loading = { self, photographed };

  if (!yz_store_read_columns (store, attachments, attachment_columns, on_attachment, photographed, cancellable, error))
    return NULL;
  if (!yz_store_read_columns (store, stations, column_names, on_station, &loading, cancellable, error))
    return NULL;

  g_array_sort (self->facts, compare_rows);
  return g_steal_pointer (&self);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  YzStationFacts *facts = yz_station_facts_load (YZ_STORE (source), cancellable, &error);

  if (facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, facts, (GDestroyNotify) yz_station_facts_free);
}

void
yz_station_facts_load_async (YzStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, yz_station_facts_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

YzStationFacts *
yz_station_facts_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The place of @row, or the one where it would have to be inserted. */
static guint
find_index (YzStationFacts *self, gint64 row, gboolean *found)
{
  YzStationFact key = { .row = row };
  guint low = 0, high = self->facts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_rows (&g_array_index (self->facts, YzStationFact, middle), &key);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *found = FALSE;
  return low;
}

static YzStationFact
fact_from_record (YzStationFacts *self, gint64 row, YzRecord *station)
{
  const YzStationHoursSource hours = yz_station_hours_source (station);

  return (YzStationFact){
    .row = row,
    .lon = hours.lon,
    .lat = hours.lat,
    .hours = yz_hours_book_enter (self->book, &hours),
    .district = enter_district (self, yz_record_get_text (station, "district")),
    .state = yz_station_choice_to_index ("state", yz_record_get_text (station, "state")),
    .kind = yz_station_choice_to_index ("kind", yz_record_get_text (station, "kind")),
    .facility = yz_station_choice_to_index ("facility", yz_record_get_text (station, "facility")),
    .key_area = yz_record_get_boolean (station, "key_area"),
    .smart = yz_record_get_boolean (station, "smart"),
    .has_phone = yz_record_get (station, "phones") != NULL,
    .over = yz_station_state_is_over (yz_record_get_text (station, "state")),
  };
}

void
yz_station_facts_update (YzStationFacts *self, gint64 row, YzRecord *station)
{
  gboolean found;
  guint index = find_index (self, row, &found);
  YzStationFact fact;

  if (station == NULL)
    {
      if (found)
        g_array_remove_index (self->facts, index);
      return;
    }

  fact = fact_from_record (self, row, station);
  if (!found)
    {
      g_array_insert_val (self->facts, index, fact);
      return;
    }
  fact.has_photo = g_array_index (self->facts, YzStationFact, index).has_photo;
  g_array_index (self->facts, YzStationFact, index) = fact;
}

guint
yz_station_facts_get_n (YzStationFacts *self)
{
  return self->facts->len;
}

const YzStationFact *
yz_station_facts_get (YzStationFacts *self, guint index)
{
  return &g_array_index (self->facts, YzStationFact, index);
}

const YzStationFact *
yz_station_facts_find (YzStationFacts *self, gint64 row)
{
  gboolean found;
  guint index = find_index (self, row, &found);

  return found ? yz_station_facts_get (self, index) : NULL;
}

YzHoursBook *
yz_station_facts_get_book (YzStationFacts *self)
{
  return self->book;
}

YzStationLook
yz_station_facts_get_look (YzStationFacts *self, const YzStationFact *fact, gint64 at)
{
  const char *state = fact->state != YZ_NO_CHOICE ? self->states[fact->state].nick : NULL;

  /* only a station in service is open or closed by the hour */
  return g_strcmp0 (state, "open") == 0 ? yz_hours_state_to_look (yz_hours_book_get_state (self->book, fact->hours, at))
                                        : yz_station_look (state, NULL, at);
}

const char *
yz_station_facts_get_district (YzStationFacts *self, guint index)
{
  return g_ptr_array_index (self->districts, index);
}

guint
yz_station_facts_get_n_districts (YzStationFacts *self)
{
  return self->districts->len;
}

guint
yz_station_facts_find_district (YzStationFacts *self, const char *name)
{
  gpointer index;

  if (g_hash_table_lookup_extended (self->district_index, name, NULL, &index))
    return GPOINTER_TO_UINT (index);
  return G_MAXUINT;
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
yz_station_facts_count_districts (YzStationFacts *self)
{
  GArray *districts = g_array_new (FALSE, TRUE, sizeof (YzDistrictCount));

  g_array_set_size (districts, yz_station_facts_get_n_districts (self));
  for (guint i = 0; i < districts->len; i++)
    g_array_index (districts, YzDistrictCount, i).name = yz_station_facts_get_district (self, i);
  for (guint i = 0; i < yz_station_facts_get_n (self); i++)
    {
      const YzStationFact *fact = yz_station_facts_get (self, i);

      g_array_index (districts, YzDistrictCount, fact->district).n += fact->over ? 0 : 1;
    }
  g_array_sort (districts, compare_districts);
  while (districts->len > 0 && g_array_index (districts, YzDistrictCount, districts->len - 1).n == 0)
    g_array_set_size (districts, districts->len - 1);
  return districts;
}

guint
yz_station_facts_count_not_over (YzStationFacts *self)
{
  guint n = 0;

  for (guint i = 0; i < yz_station_facts_get_n (self); i++)
    n += yz_station_facts_get (self, i)->over ? 0 : 1;
  return n;
}

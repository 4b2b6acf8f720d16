#include "config.h"

#include "yz-stock-due-read.h"

#include <math.h>
#include <string.h>

#include "yz-item.h"
#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-position.h"
#include "yz-station-state.h"
#include "yz-stock-verbs.h"
#include "yz-stock.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

/* A week is enough to drive a box over, and to count. */
#define TRANSIT_DAYS 7
#define COUNT_DAYS 7

/* A station as far as it concerns the list. */
typedef struct
{
  gboolean supplied;
  gboolean has_position;
  YzPosition position;
} Standing;

typedef struct
{
  gint64 holder;
  gint64 quantity;
} Spare;

/* What of a place matters; most are of no interest. */
typedef enum
{
  PLACE_PLAIN,
  PLACE_KEPT_BACK,
  PLACE_TRANSIT,
} PlaceSort;

typedef struct
{
  YzStore *store;
  const char *station; /* (nullable) */
  gint64 only;         /* the only holder whose list it is, 0 for all */
  int days;
  GCancellable *cancellable;
  YzStockDues *dues;
  YzStockDueRules rules;
  YzStockDueWalk *walk;
  GByteArray *places; /* PlaceSort, by row */
  gboolean lacking;   /* whether anything does */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->rules.items, g_array_unref);
  g_clear_pointer (&self->rules.lots, g_array_unref);
  g_clear_pointer (&self->rules.needs, g_array_unref);
  g_clear_pointer (&self->rules.coming, g_array_unref);
  g_clear_pointer (&self->places, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

void
yz_stock_dues_free (YzStockDues *self)
{
  g_array_unref (self->dues);
  g_array_unref (self->stations);
  g_ptr_array_unref (self->spares);
  g_free (self);
}

static void
unref_array (gpointer array)
{
  if (array != NULL)
    g_array_unref (array);
}

static YzStockDues *
make_dues (void)
{
  YzStockDues *self = g_new0 (YzStockDues, 1);

  self->dues = g_array_new (FALSE, FALSE, sizeof (YzStockDue));
  self->stations = g_array_new (FALSE, TRUE, sizeof (Standing));
  self->spares = g_ptr_array_new_with_free_func (unref_array);
  return self;
}

/* Room for a row: rows are dense, so an array by row is the quickest table. */
static void
reach (GArray *array, gint64 row)
{
  if (row >= (gint64) array->len)
    g_array_set_size (array, (guint) row + 1);
}

static void
on_station (gint64 row, const YzColumn *columns, gpointer data)
{
  GArray *stations = data;
  Standing *standing;

  reach (stations, row);
  standing = &g_array_index (stations, Standing, row);
  standing->supplied = yz_station_state_is_supplied (columns[0].text);
  standing->has_position = !columns[1].empty && !columns[2].empty;
  standing->position = (YzPosition){ columns[1].real, columns[2].real };
}

static void
on_place (gint64 row, const YzColumn *columns, gpointer data)
{
  GByteArray *places = data;
  gboolean transit = g_strcmp0 (columns[0].text, yz_place_type_get_nick (YZ_PLACE_TRANSIT)) == 0;
  guint before = places->len;

  if (row >= (gint64) before)
    {
      g_byte_array_set_size (places, (guint) row + 1);
      memset (places->data + before, PLACE_PLAIN, places->len - before);
    }
  places->data[row] = transit ? PLACE_TRANSIT : PLACE_KEPT_BACK;
}

static void
on_item (gint64 row, const YzColumn *columns, gpointer data)
{
  Reading *self = data;
  YzStockDueItem *item;

  reach (self->rules.items, row);
  item = &g_array_index (self->rules.items, YzStockDueItem, row);
  item->minimum = (YzStockMinimum){ .minimum = columns[0].integer, .target = columns[1].integer };
  item->warn_days = columns[2].empty ? YZ_ITEM_WARN_DAYS : (guint) columns[2].integer;
  if (self->days >= 0)
    item->warn_days = (guint) self->days;
  item->discontinued = columns[3].integer != 0;
}

static void
on_lot (gint64 row, const YzColumn *columns, gpointer data)
{
  GArray *lots = data;
  YzStockDueLot *lot;
  GDate expiry;

  reach (lots, row);
  lot = &g_array_index (lots, YzStockDueLot, row);
  lot->expiry = yz_value_read_date (columns[0].text, &expiry) ? g_date_get_julian (&expiry) : 0;
  lot->recalled = columns[1].integer != 0;
}

static void
on_coming (const YzStockHeap *heap, gpointer data)
{
  YzStockDueComing coming = { heap->holder, heap->item, heap->quantity };

  g_array_append_val ((GArray *) data, coming);
}

/* @field: (nullable): that has to have one of @values */
static gboolean
read_columns (Reading *self, const YzKind *kind, const char *field, const char *const *values,
              const char *const *fields, YzColumnsFunc func, gpointer data, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (field != NULL)
    yz_query_add (query, field, YZ_COMPARE_IN, g_variant_new_strv (values, -1));
  return yz_store_read_columns (self->store, query, fields, func, data, self->cancellable, error);
}

static gboolean
read_rules (Reading *self, GError **error)
{
  static const char *const station_fields[] = { "state", "lon", "lat", NULL };
  static const char *const place_fields[] = { "type", NULL };
  static const char *const item_fields[] = { "minimum", "target", "warn_days", "discontinued", NULL };
  static const char *const lot_fields[] = { "expiry", "recalled", NULL };
  const char *const special[] = { yz_place_type_get_nick (YZ_PLACE_CAMPAIGN), yz_place_type_get_nick (YZ_PLACE_TRANSIT),
                                  NULL };

  self->rules.items = g_array_new (FALSE, TRUE, sizeof (YzStockDueItem));
  self->rules.lots = g_array_new (FALSE, TRUE, sizeof (YzStockDueLot));
  self->rules.needs = g_array_new (FALSE, FALSE, sizeof (YzStockDueNeed));
  self->rules.coming = g_array_new (FALSE, FALSE, sizeof (YzStockDueComing));
  self->places = g_byte_array_new ();
  return read_columns (self, &yz_station_kind, NULL, NULL, station_fields, on_station, self->dues->stations, error) &&
         read_columns (self, &yz_place_kind, "type", special, place_fields, on_place, self->places, error) &&
         read_columns (self, &yz_item_kind, NULL, NULL, item_fields, on_item, self, error) &&
         read_columns (self, &yz_lot_kind, NULL, NULL, lot_fields, on_lot, self->rules.lots, error);
}

static gboolean
is_supplied (gint64 holder, gpointer data)
{
  GArray *stations = ((Reading *) data)->dues->stations;

  return holder > 0 && holder < (gint64) stations->len && g_array_index (stations, Standing, holder).supplied;
}

/* Nobody fills up a station that is not in service, whatever was once set for it. */
static void
on_need (const YzStockNeed *need, gpointer data)
{
  Reading *self = data;
  YzStockDueNeed next = {
    need->holder,
    need->item,
    { yz_stock_minimum_read_day (need->begins), yz_stock_minimum_read_day (need->ends), need->minimum, need->target },
  };

  if (need->holder < 0 || is_supplied (need->holder, self))
    g_array_append_val (self->rules.needs, next);
}

static void
on_found (const YzStockDue *due, gpointer data)
{
  Reading *self = data;

  if (self->only != 0 && due->holder != self->only)
    return;
  self->lacking |= due->lacking > 0;
  g_array_append_vals (self->dues->dues, due, 1);
}

static void
on_found_elsewhere (const YzStockDue *due, gpointer data)
{
}

static void
on_spared (gint64 holder, gint64 item, gint64 quantity, gpointer data)
{
  GPtrArray *spares = ((Reading *) data)->dues->spares;
  Spare spare = { holder, quantity };

  if (item >= (gint64) spares->len)
    g_ptr_array_set_size (spares, (int) item + 1);
  if (g_ptr_array_index (spares, item) == NULL)
    g_ptr_array_index (spares, item) = g_array_new (FALSE, FALSE, sizeof (Spare));
  g_array_append_val ((GArray *) g_ptr_array_index (spares, item), spare);
}

static void
on_heap (const YzStockHeap *heap, gpointer data)
{
  Reading *self = data;
  guint8 sort = heap->place < (gint64) self->places->len ? self->places->data[heap->place] : PLACE_PLAIN;
  YzStockDueHeap next = { heap->holder, heap->item, heap->lot, heap->quantity, sort == PLACE_KEPT_BACK };

  if (sort != PLACE_TRANSIT)
    yz_stock_due_walk_add (self->walk, &next);
}

static gboolean
walk (Reading *self, const char *station, GError **error)
{
  YzStockQuestion question = { .station = station, .kept = TRUE };
  gboolean read;

  g_array_set_size (self->rules.needs, 0);
  g_array_set_size (self->rules.coming, 0);
  if (!yz_stock_read_needs (self->store, station, on_need, self, self->cancellable, error) ||
      !yz_stock_read_coming (self->store, station, on_coming, self->rules.coming, self->cancellable, error))
    return FALSE;
  self->walk = yz_stock_due_walk_new (&self->rules);
  read = yz_stock_read (self->store, &question, on_heap, self, self->cancellable, error);
  yz_stock_due_walk_end (self->walk);
  return read;
}

/* One station's list needs the others too, to know who could help out: but only if help is wanted. */
static gboolean
read_stock (Reading *self, GError **error)
{
  self->rules.is_supplied = is_supplied;
  self->rules.found = on_found;
  self->rules.spared = self->station == NULL ? on_spared : NULL;
  self->rules.user_data = self;
  if (!walk (self, self->station, error))
    return FALSE;
  if (self->station == NULL || !self->lacking)
    return TRUE;
  self->rules.found = on_found_elsewhere;
  self->rules.spared = on_spared;
  return walk (self, NULL, error);
}

/* @holder: (out): of the place with an id */
static gboolean
find_holder (Reading *self, const char *id, gint64 *holder, GError **error)
{
  g_autoptr (YzRecord) place = yz_store_load (self->store, &yz_place_kind, id, error);
  const char *station = place != NULL ? yz_record_get_text (place, "station") : NULL;

  *holder = 0;
  if (place == NULL)
    return FALSE;
  if (station != NULL)
    return yz_store_find_row (self->store, &yz_station_kind, station, holder, error);
  if (!yz_store_find_row (self->store, &yz_place_kind, id, holder, error))
    return FALSE;
  *holder = -*holder;
  return TRUE;
}

/* @begun: the field with the instant from which @days are given where nobody wrote a "due" day */
static gboolean
add_late (Reading *self, YzStockDueType type, YzRecord *record, const char *place, const char *begun, guint days,
          GError **error)
{
  guint32 window = type == YZ_STOCK_DUE_COUNT ? (guint32) MAX (self->days, COUNT_DAYS) : 0;
  YzStockDue due = { .type = type };
  gboolean is_waited_for = TRUE;
  GDate day;

  due.by = yz_value_read_date (yz_record_get_text (record, "due"), &day)
             ? g_date_get_julian (&day)
             : yz_office_day (yz_record_get_integer (record, begun)) + days;
  /* a transfer is late from the day after; a count is told of while there is time */
  if (type == YZ_STOCK_DUE_TRANSIT ? due.by >= self->dues->today : due.by > self->dues->today + window)
    return TRUE;
  if (type == YZ_STOCK_DUE_TRANSIT &&
      !yz_stock_read_is_on_way (self->store, yz_record_get_id (record), &is_waited_for, error))
    return FALSE;
  if (!is_waited_for)
    return TRUE;
  if (!find_holder (self, yz_record_get_text (record, place), &due.holder, error) ||
      !yz_store_find_row (self->store, yz_record_get_kind (record), yz_record_get_id (record), &due.record, error))
    return FALSE;
  if (self->only == 0 || due.holder == self->only)
    g_array_append_val (self->dues->dues, due);
  return TRUE;
}

static gboolean
read_late (Reading *self, GError **error)
{
  static const char *const open_states[] = { "counting", "counted", NULL };
  g_autoptr (YzQuery) counts = yz_query_new (&yz_stocktake_kind);
  g_autoptr (YzQuery) transfers = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) open_counts = NULL;
  g_autoptr (GPtrArray) open_transfers = NULL;

  yz_query_add (counts, "state", YZ_COMPARE_IN, g_variant_new_strv (open_states, -1));
  yz_query_add (transfers, "closed", YZ_COMPARE_EMPTY, NULL);
  open_counts = yz_store_load_records (self->store, counts, error);
  open_transfers = open_counts != NULL ? yz_store_load_records (self->store, transfers, error) : NULL;
  if (open_transfers == NULL)
    return FALSE;
  for (guint i = 0; i < open_counts->len; i++)
    if (!add_late (self, YZ_STOCK_DUE_COUNT, g_ptr_array_index (open_counts, i), "place", "begun", COUNT_DAYS, error))
      return FALSE;
  for (guint i = 0; i < open_transfers->len; i++)
    if (!add_late (self, YZ_STOCK_DUE_TRANSIT, g_ptr_array_index (open_transfers, i), "target", "sent", TRANSIT_DAYS,
                   error))
      return FALSE;
  return TRUE;
}

static gboolean
find_only (Reading *self, const char *place, GError **error)
{
  if (self->station != NULL)
    return yz_store_find_row (self->store, &yz_station_kind, self->station, &self->only, error);
  return place == NULL || find_holder (self, place, &self->only, error);
}

YzStockDues *
yz_stock_dues_read (YzStore *store, const char *station, const char *place, int days, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (YzStockDues) dues = make_dues ();
  g_autoptr (GDateTime) now = NULL;
  g_auto (Reading)
    self = { .store = store, .station = station, .days = days, .cancellable = cancellable, .dues = dues };

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  now = yz_clock_get_local (yz_store_get_clock (store));
  dues->today = yz_office_day (yz_clock_get_now (yz_store_get_clock (store)));
  self.rules.today = dues->today;
  self.rules.day_of_year = (guint) (g_date_time_get_month (now) * 100 + g_date_time_get_day_of_month (now));
  if (!find_only (&self, place, error) || !read_rules (&self, error) || !read_stock (&self, error) ||
      !read_late (&self, error))
    return NULL;
  g_array_sort (dues->dues, yz_stock_due_compare);
  return g_steal_pointer (&dues);
}

static const Standing *
find_standing (YzStockDues *self, gint64 holder)
{
  return holder > 0 && holder < (gint64) self->stations->len ? &g_array_index (self->stations, Standing, holder) : NULL;
}

/* Infinite where it is not known. */
static double
measure (YzStockDues *self, gint64 from, gint64 to)
{
  const Standing *one = find_standing (self, from), *two = find_standing (self, to);

  if (one == NULL || two == NULL || !one->has_position || !two->has_position)
    return INFINITY;
  return yz_position_distance (one->position, two->position);
}

gboolean
yz_stock_dues_find_spare (YzStockDues *self, const YzStockDue *due, gint64 *holder, gint64 *quantity, double *metres)
{
  GArray *spares = due->item < (gint64) self->spares->len ? g_ptr_array_index (self->spares, due->item) : NULL;
  double nearest = INFINITY;

  *quantity = 0;
  for (guint i = 0; spares != NULL && i < spares->len; i++)
    {
      const Spare *spare = &g_array_index (spares, Spare, i);
      gint64 given = MIN (spare->quantity, due->lacking);
      double distance = measure (self, spare->holder, due->holder);
      gboolean enough = given == due->lacking, had_enough = *quantity == due->lacking;

      if (spare->holder == due->holder || (had_enough && !enough))
        continue;
      if (enough == had_enough && *quantity > 0 && distance >= nearest)
        continue;
      *holder = spare->holder;
      *quantity = given;
      nearest = distance;
    }
  *metres = isfinite (nearest) ? nearest : -1;
  return *quantity > 0;
}

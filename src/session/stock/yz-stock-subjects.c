#include "config.h"

#include "yz-stock-subjects-private.h"

#include "yz-item.h"
#include "yz-place.h"
#include "yz-station-state.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

static void
subject_free (gpointer data)
{
  YzStockSubject *subject = data;

  g_free (subject->id);
  g_free (subject->title);
  g_free (subject->detail);
  g_free (subject->unit);
  g_free (subject);
}

static void
lot_free (gpointer data)
{
  g_free (((YzStockSubjectLot *) data)->number);
  g_free (data);
}

static GHashTable *
new_by_row (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static YzStockSubjects *
subjects_new (void)
{
  YzStockSubjects *self = g_new0 (YzStockSubjects, 1);

  self->items = new_by_row (subject_free);
  self->holders = new_by_row (subject_free);
  self->lots = new_by_row (lot_free);
  self->held = new_by_row (NULL);
  return self;
}

void
yz_stock_subjects_free (YzStockSubjects *self)
{
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->holders);
  g_hash_table_unref (self->lots);
  g_hash_table_unref (self->held);
  g_free (self);
}

static void
put (GHashTable *table, gint64 row, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&row, sizeof row), value);
}

static void
on_item (gint64 row, const YzColumn *columns, gpointer data)
{
  YzStockSubjects *self = data;
  YzStockSubject *item = g_new0 (YzStockSubject, 1);

  item->id = g_strdup (columns[0].text);
  item->title = g_strdup (columns[1].text);
  item->detail = g_strdup (columns[2].text);
  item->unit = g_strdup (columns[3].text);
  item->minimum = (YzStockMinimum){ .minimum = columns[4].integer, .target = columns[5].integer };
  item->warn_days = columns[6].empty ? YZ_ITEM_WARN_DAYS : (guint) columns[6].integer;
  item->discontinued = columns[7].integer != 0;
  item->rank = g_hash_table_size (self->items);
  put (self->items, row, item);
}

static void
on_station (gint64 row, const YzColumn *columns, gpointer data)
{
  YzStockSubjects *self = data;
  YzStockSubject *station = g_new0 (YzStockSubject, 1);

  station->id = g_strdup (columns[0].text);
  station->title = g_strdup (columns[1].text);
  station->detail = g_strdup (columns[2].text);
  station->supplied = yz_station_state_is_supplied (columns[3].text);
  station->rank = g_hash_table_size (self->holders);
  put (self->holders, row, station);
}

static void
on_place (gint64 row, const YzColumn *columns, gpointer data)
{
  YzStockSubjects *self = data;
  const char *type = columns[2].text;
  YzStockSubject *place;

  if (g_strcmp0 (type, yz_place_type_get_nick (YZ_PLACE_CAMPAIGN)) == 0)
    put (self->held, row, NULL);
  if (g_strcmp0 (type, yz_place_type_get_nick (YZ_PLACE_TRANSIT)) == 0)
    self->way = row;
  if (!columns[3].empty)
    return;
  place = g_new0 (YzStockSubject, 1);
  place->id = g_strdup (columns[0].text);
  place->title = g_strdup (columns[1].text);
  place->rank = g_hash_table_size (self->holders);
  put (self->holders, -row, place);
}

static void
on_lot (gint64 row, const YzColumn *columns, gpointer data)
{
  YzStockSubjects *self = data;
  YzStockSubjectLot *lot = g_new0 (YzStockSubjectLot, 1);
  GDate expiry;

  lot->number = g_strdup (columns[0].text);
  if (yz_value_read_date (columns[1].text, &expiry))
    lot->expiry = g_date_get_julian (&expiry);
  lot->recalled = columns[2].integer != 0;
  put (self->lots, row, lot);
}

static gboolean
read_kind (YzStockSubjects *self, YzStore *store, const YzKind *kind, const char *const *fields, YzColumnsFunc func,
           GCancellable *cancellable, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (kind != &yz_lot_kind)
    yz_query_set_order (query, kind->title_field, FALSE);
  return yz_store_read_columns (store, query, fields, func, self, cancellable, error);
}

YzStockSubjects *
yz_stock_subjects_read (YzStore *store, GCancellable *cancellable, GError **error)
{
  static const char *const item_fields[] = { "id",     "name",      "spec",         "unit", "minimum",
                                             "target", "warn_days", "discontinued", NULL };
  static const char *const station_fields[] = { "id", "name", "district", "state", NULL };
  static const char *const place_fields[] = { "id", "name", "type", "station", NULL };
  static const char *const lot_fields[] = { "number", "expiry", "recalled", NULL };
  g_autoptr (YzStockSubjects) self = subjects_new ();

  if (!read_kind (self, store, &yz_item_kind, item_fields, on_item, cancellable, error) ||
      !read_kind (self, store, &yz_place_kind, place_fields, on_place, cancellable, error) ||
      !read_kind (self, store, &yz_station_kind, station_fields, on_station, cancellable, error) ||
      !read_kind (self, store, &yz_lot_kind, lot_fields, on_lot, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

#include "config.h"

#include "yz-sample-stock.h"

#include "yz-sample-private.h"

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define MINUTE (G_GINT64_CONSTANT (60) * 1000)

const char *
yz_sample_get_id (YzSample *self, const char *name)
{
  const char *id = g_hash_table_lookup (self->ids, name);

  g_assert (id != NULL);
  return id;
}

YzRecord *
yz_sample_new_record (YzSample *self, const YzKind *kind, const char *name)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  YzRecord *record = yz_record_new (kind, id);

  yz_record_set_text (record, kind->title_field, name);
  g_hash_table_insert (self->ids, g_strdup (name), g_steal_pointer (&id));
  return record;
}

gint64
yz_sample_get_time (YzSample *self, int days, int minutes)
{
  return MIN (self->today + days * DAY + minutes * MINUTE, self->now);
}

char *
yz_sample_format_date (YzSample *self, int days, const char *format)
{
  g_autoptr (GDateTime) day = yz_office_time (self->today + days * DAY);

  return g_date_time_format (day, format);
}

char *
yz_sample_dup_date (YzSample *self, int days)
{
  return yz_sample_format_date (self, days, "%Y-%m-%d");
}

gboolean
yz_sample_apply (YzSample *self, YzEdit *made, GError **error)
{
  g_autoptr (YzEdit) edit = made;
  g_autoptr (YzAction) action = NULL;

  if (edit == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* undo begins after the sample */
  yz_edit_set_settled (edit);
  action = yz_store_apply (self->store, edit, self->cancellable, error);
  return action != NULL;
}

static gint64
find_today (YzClock *clock)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (clock);
  g_autoptr (GDateTime) midnight = g_date_time_add_full (now, 0, 0, 0, -g_date_time_get_hour (now),
                                                         -g_date_time_get_minute (now), -g_date_time_get_seconds (now));

  return g_date_time_to_unix (midnight) * 1000;
}

/* Those that have a name of their own; of others the sample says nothing. */
static gboolean
learn_stations (YzSample *self, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autoptr (GPtrArray) stations = NULL;

  yz_query_set_limit (query, 20);
  stations = yz_store_load_records (self->store, query, error);
  for (guint i = 0; stations != NULL && i < stations->len; i++)
    {
      YzRecord *station = g_ptr_array_index (stations, i);

      g_hash_table_insert (self->ids, g_strdup (yz_record_get_title (station)), g_strdup (yz_record_get_id (station)));
    }
  return stations != NULL;
}

/* A count says what is there, so what came before it is told before. */
static gboolean
tell (YzSample *self, GError **error)
{
  return learn_stations (self, error) && yz_sample_add_goods (self, error) && yz_sample_trade (self, error) &&
         yz_sample_add_losses (self, error) && yz_sample_assemble (self, error) && yz_sample_count (self, error) &&
         yz_sample_add_events (self, error) && yz_sample_use_cabinet (self, error) &&
         yz_sample_add_equipment (self, error);
}

gboolean
yz_sample_stock_fill (YzStore *store, GCancellable *cancellable, GError **error)
{
  YzClock *clock = yz_store_get_clock (store);
  g_autoptr (GRand) random = g_rand_new_with_seed (465);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  YzSample sample = { store, cancellable, random, find_today (clock), yz_clock_get_now (clock), ids };

  return tell (&sample, error);
}

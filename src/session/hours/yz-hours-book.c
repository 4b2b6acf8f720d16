#include "config.h"

#include "yz-hours-book.h"

#include <math.h>

typedef struct
{
  char *key;
  char *workday_hours;
  double lon;
  double lat;
  YzStationHours *hours;
  gboolean round_the_clock;
  YzHoursState state;
  gint64 evaluated_at; /* of @state; no instant is negative */
} Entry;

struct _YzHoursBook
{
  YzHolidays *holidays; /* NULL: nothing is known */
  GArray *entries;
  GHashTable *by_key; /* what decides → index */
  GString *key;       /* the one that is looked for */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->key, g_free);
  g_clear_pointer (&entry->workday_hours, g_free);
  g_clear_pointer (&entry->hours, yz_station_hours_unref);
}

static void
entry_take_hours (Entry *entry, YzStationHours *hours)
{
  entry->hours = hours;
  entry->round_the_clock = yz_station_hours_is_round_the_clock (hours);
  entry->evaluated_at = -1;
}

static guint
append_entry (YzHoursBook *self, const char *key, const YzStationHoursSource *source)
{
  Entry entry = {
    .key = g_strdup (key),
    .workday_hours = g_strdup (source->workday_hours),
    .lon = source->lon,
    .lat = source->lat,
    .state = YZ_HOURS_UNKNOWN,
  };

  entry_take_hours (&entry, yz_station_hours_new (source, self->holidays));
  g_array_append_val (self->entries, entry);
  if (key != NULL)
    g_hash_table_insert (self->by_key, entry.key, GUINT_TO_POINTER (self->entries->len - 1));
  return self->entries->len - 1;
}

YzHoursBook *
yz_hours_book_new (void)
{
  const YzStationHoursSource unknown = { NULL, NULL, NAN, NAN };
  YzHoursBook *self = g_new0 (YzHoursBook, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->key = g_string_new (NULL);
  append_entry (self, NULL, &unknown);
  return self;
}

void
yz_hours_book_free (YzHoursBook *self)
{
  g_hash_table_unref (self->by_key);
  g_array_unref (self->entries);
  g_string_free (self->key, TRUE);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  g_free (self);
}

/* The texts stay read: only what is known of the days is another. */
void
yz_hours_book_set_holidays (YzHoursBook *self, YzHolidays *holidays)
{
  g_return_if_fail (self != NULL);

  if (holidays != NULL)
    yz_holidays_ref (holidays);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  self->holidays = holidays;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autoptr (YzStationHours) before = g_steal_pointer (&entry->hours);
      const YzStationHoursSource source = { NULL, entry->workday_hours, entry->lon, entry->lat };

      if (before != NULL)
        entry_take_hours (entry,
                          yz_station_hours_new_from (yz_station_hours_get_hours (before), &source, self->holidays));
    }
}

static guint
enter_key (YzHoursBook *self, const YzStationHoursSource *source)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, self->key->str));

  return index != 0 ? index : append_entry (self, self->key->str, source);
}

static gboolean
needs_position (YzHoursBook *self, guint index)
{
  const YzStationHours *hours = g_array_index (self->entries, Entry, index).hours;

  return hours != NULL && yz_hours_uses_sun (yz_station_hours_get_hours (hours));
}

guint
yz_hours_book_enter (YzHoursBook *self, const YzStationHoursSource *source)
{
  YzStationHoursSource placeless;
  guint index;

  g_return_val_if_fail (self != NULL, YZ_HOURS_BOOK_UNKNOWN);

  if (source->text == NULL)
    return YZ_HOURS_BOOK_UNKNOWN;
  g_string_assign (self->key, source->text);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, source->workday_hours != NULL ? source->workday_hours : "");
  placeless = (YzStationHoursSource){ source->text, source->workday_hours, NAN, NAN };
  index = enter_key (self, &placeless);
  if (!needs_position (self, index) || isnan (source->lon) || isnan (source->lat))
    return index;

  /* a tenth of a degree is half a minute of sunrise */
  g_string_append_printf (self->key, "\n%.1f,%.1f", source->lon, source->lat);
  return enter_key (self, source);
}

YzStationHours *
yz_hours_book_get_hours (YzHoursBook *self, guint entry)
{
  g_return_val_if_fail (entry < self->entries->len, NULL);
  return g_array_index (self->entries, Entry, entry).hours;
}

YzHoursState
yz_hours_book_get_state (YzHoursBook *self, guint entry, gint64 at)
{
  Entry *found;

  g_return_val_if_fail (entry < self->entries->len, YZ_HOURS_UNKNOWN);

  found = &g_array_index (self->entries, Entry, entry);
  if (found->hours != NULL && found->evaluated_at != at)
    {
      found->state = yz_station_hours_get_state (found->hours, at);
      found->evaluated_at = at;
    }
  return found->state;
}

gboolean
yz_hours_book_is_round_the_clock (YzHoursBook *self, guint entry)
{
  g_return_val_if_fail (entry < self->entries->len, FALSE);
  return g_array_index (self->entries, Entry, entry).round_the_clock;
}

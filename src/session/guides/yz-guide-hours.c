#include "config.h"

#include "yz-guide-hours.h"

#include "yz-guide-words.h"
#include "yz-hours-grid.h"
#include "yz-hours-names.h"

#define NIGHT (23 * 60)

struct _YzGuideHours
{
  YzPrintLanguage language;
  guint32 today;
  guint32 monday;      /* of the week of today */
  GHashTable *entries; /* text → Entry; those that need no position */
};

/* What is told of one value. */
typedef struct
{
  YzHours *hours;
  YzHours *ordinary; /* without dated exceptions */
  GStrv lines;
  char *english; /* nullable: the same, on pages in both languages */
  GArray *week;
  GArray *workday;
  GPtrArray *closures;
  YzGuideLook look;
  gboolean open_at_night;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->hours, yz_hours_unref);
  g_clear_pointer (&entry->ordinary, yz_hours_unref);
  g_strfreev (entry->lines);
  g_free (entry->english);
  g_clear_pointer (&entry->week, g_array_unref);
  g_clear_pointer (&entry->workday, g_array_unref);
  g_clear_pointer (&entry->closures, g_ptr_array_unref);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, entry_free)

YzGuideHours *
yz_guide_hours_new (YzPrintLanguage language, guint32 today)
{
  YzGuideHours *self = g_new0 (YzGuideHours, 1);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);
  self->language = language;
  self->today = today;
  self->monday = today - (g_date_get_weekday (&date) - G_DATE_MONDAY);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  return self;
}

void
yz_guide_hours_free (YzGuideHours *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

char *
yz_guide_date_to_text (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static YzGuideClosure *
new_closure (YzGuideHours *self, const YzHoursException *exception)
{
  YzGuideClosure *closure = g_new0 (YzGuideClosure, 1);

  closure->first = yz_guide_date_to_text (exception->first);
  closure->last = yz_guide_date_to_text (exception->last);
  closure->text = yz_guide_exception_to_words (exception, self->language, TRUE);
  if (self->language == YZ_PRINT_BOTH) /* the reason stands in the Chinese already */
    closure->english = yz_guide_exception_to_words (exception, YZ_PRINT_ENGLISH, FALSE);
  return closure;
}

/* Takes the dated exceptions out of the hours: those still to come are told one by one. */
static void
split_exceptions (YzGuideHours *self, Entry *entry)
{
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new_for_hours (entry->hours);
  g_autofree char *text = NULL;

  if (grid == NULL || grid->exceptions->len == 0)
    return;
  for (guint i = 0; i < grid->exceptions->len; i++)
    {
      const YzHoursException *exception = g_ptr_array_index (grid->exceptions, i);

      if (exception->last >= self->today)
        g_ptr_array_add (entry->closures, new_closure (self, exception));
    }
  g_ptr_array_set_size (grid->exceptions, 0);
  text = yz_hours_grid_to_string (grid);
  entry->ordinary = yz_hours_parse (text, NULL, NULL);
}

GArray *
yz_guide_hours_pick_day (const GArray *week, GDateWeekday weekday)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (YzHoursBar));

  for (guint i = 0; i < week->len; i++)
    if (g_array_index (week, YzHoursBar, i).weekday == weekday)
      g_array_append_val (bars, g_array_index (week, YzHoursBar, i));
  return bars;
}

static gboolean
is_open_at (const GArray *bars, int minute)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (bars, YzHoursBar, i);

      if (bar->start <= minute && minute < bar->end && bar->state == YZ_HOURS_OPEN)
        return TRUE;
    }
  return FALSE;
}

static Entry *
new_entry (YzGuideHours *self, const YzStationHoursSource *source)
{
  g_autoptr (Entry) entry = g_new0 (Entry, 1);
  g_autoptr (YzStationHours) ordinary = NULL;

  entry->closures = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_closure_free);
  entry->hours = source->text != NULL ? yz_hours_parse (source->text, NULL, NULL) : NULL;
  entry->look = YZ_GUIDE_UNKNOWN;
  if (entry->hours == NULL)
    return g_steal_pointer (&entry);

  split_exceptions (self, entry);
  if (entry->ordinary == NULL)
    entry->ordinary = yz_hours_ref (entry->hours);
  /* no official calendar: an ordinary week has no holiday */
  ordinary = yz_station_hours_new_from (entry->ordinary, source, NULL);
  entry->lines =
    yz_guide_hours_to_lines (entry->ordinary, self->language == YZ_PRINT_ENGLISH ? YZ_HOURS_ENGLISH : YZ_HOURS_CHINESE);
  if (self->language == YZ_PRINT_BOTH)
    {
      g_auto (GStrv) english = yz_guide_hours_to_lines (entry->ordinary, YZ_HOURS_ENGLISH);

      entry->english = g_strjoinv ("; ", english);
    }
  entry->week = yz_hours_get_week (entry->ordinary, yz_station_hours_get_calendar (ordinary), self->monday);
  entry->workday = yz_guide_hours_pick_day (entry->week, G_DATE_MONDAY);
  entry->open_at_night = is_open_at (entry->workday, NIGHT);
  entry->look = yz_guide_hours_are_all_day (entry->ordinary) ? YZ_GUIDE_ALL_DAY : YZ_GUIDE_OPEN;
  return g_steal_pointer (&entry);
}

static void
copy_entry (const Entry *entry, YzGuideStation *station)
{
  station->look = entry->look;
  for (guint i = 0; i < entry->closures->len; i++)
    {
      const YzGuideClosure *closure = g_ptr_array_index (entry->closures, i);
      YzGuideClosure *copy = g_new0 (YzGuideClosure, 1);

      copy->first = g_strdup (closure->first);
      copy->last = g_strdup (closure->last);
      copy->text = g_strdup (closure->text);
      copy->english = g_strdup (closure->english);
      g_ptr_array_add (station->closures, copy);
    }
  if (entry->hours == NULL)
    return;
  station->hours = yz_hours_ref (entry->hours);
  station->ordinary = yz_hours_ref (entry->ordinary);
  station->hours_lines = g_strdupv (entry->lines);
  station->english_hours = g_strdup (entry->english);
  station->week = g_array_ref (entry->week);
  station->workday = g_array_ref (entry->workday);
  station->open_at_night = entry->open_at_night;
}

void
yz_guide_hours_fill (YzGuideHours *self, const YzStationHoursSource *source, YzGuideStation *station)
{
  const char *key = source->text != NULL ? source->text : "";
  Entry *entry = g_hash_table_lookup (self->entries, key);
  g_autoptr (Entry) made = NULL;

  if (entry == NULL)
    {
      entry = made = new_entry (self, source);
      if (entry->hours == NULL || !yz_hours_uses_sun (entry->hours))
        g_hash_table_insert (self->entries, g_strdup (key), g_steal_pointer (&made));
    }
  copy_entry (entry, station);
}

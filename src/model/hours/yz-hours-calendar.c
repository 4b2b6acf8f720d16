/* Days in hash tables by day number, which copies share; school holidays are ranges, there are a handful a year. */
#include "config.h"

#include "yz-hours-calendar.h"

struct _YzHoursCalendar
{
  GHashTable *public_holidays; /* day number */
  GHashTable *years;           /* that have a public holiday */
  GHashTable *shifts;          /* day number → GDateWeekday */
  GArray *school_holidays;     /* Range */

  gboolean assumes_holidays;
  GDateWeekday assumed_shift;

  gboolean has_position;
  double latitude;
  double longitude;
  int utc_offset;
};

typedef struct
{
  guint32 first;
  guint32 end;
} Range;

YzHoursCalendar *
yz_hours_calendar_new (void)
{
  YzHoursCalendar *self = g_new0 (YzHoursCalendar, 1);

  self->public_holidays = g_hash_table_new (NULL, NULL);
  self->years = g_hash_table_new (NULL, NULL);
  self->shifts = g_hash_table_new (NULL, NULL);
  self->school_holidays = g_array_new (FALSE, FALSE, sizeof (Range));
  return self;
}

YzHoursCalendar *
yz_hours_calendar_copy (const YzHoursCalendar *self)
{
  YzHoursCalendar *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_hash_table_ref (copy->public_holidays);
  g_hash_table_ref (copy->years);
  g_hash_table_ref (copy->shifts);
  g_array_ref (copy->school_holidays);
  return copy;
}

void
yz_hours_calendar_free (YzHoursCalendar *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->public_holidays);
  g_hash_table_unref (self->years);
  g_hash_table_unref (self->shifts);
  g_array_unref (self->school_holidays);
  g_free (self);
}

static GDate
date_of (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return date;
}

void
yz_hours_calendar_add_public_holiday (YzHoursCalendar *self, guint32 julian)
{
  GDate date = date_of (julian);

  g_hash_table_add (self->public_holidays, GUINT_TO_POINTER (julian));
  g_hash_table_add (self->years, GUINT_TO_POINTER (g_date_get_year (&date)));
}

void
yz_hours_calendar_add_school_holidays (YzHoursCalendar *self, guint32 first, guint32 end)
{
  Range range = { first, end };

  g_array_append_val (self->school_holidays, range);
}

void
yz_hours_calendar_shift_workday (YzHoursCalendar *self, guint32 julian, GDateWeekday weekday)
{
  g_return_if_fail (g_date_valid_weekday (weekday));

  g_hash_table_insert (self->shifts, GUINT_TO_POINTER (julian), GINT_TO_POINTER (weekday));
}

void
yz_hours_calendar_set_position (YzHoursCalendar *self, double latitude, double longitude, int utc_offset)
{
  self->has_position = TRUE;
  self->latitude = CLAMP (latitude, -90.0, 90.0);
  self->longitude = CLAMP (longitude, -180.0, 180.0);
  self->utc_offset = utc_offset;
}

void
yz_hours_calendar_assume_holidays (YzHoursCalendar *self)
{
  self->assumes_holidays = TRUE;
}

void
yz_hours_calendar_assume_workdays (YzHoursCalendar *self, GDateWeekday weekday)
{
  g_return_if_fail (g_date_valid_weekday (weekday));

  self->assumed_shift = weekday;
}

static gboolean
is_in_unknown_year (const YzHoursCalendar *self, const GDate *date)
{
  return !g_hash_table_contains (self->years, GUINT_TO_POINTER (g_date_get_year (date)));
}

gboolean
yz_hours_calendar_is_public_holiday (const YzHoursCalendar *self, guint32 julian)
{
  GDate date;

  if (self == NULL)
    return FALSE;
  if (!self->assumes_holidays)
    return g_hash_table_contains (self->public_holidays, GUINT_TO_POINTER (julian));

  date = date_of (julian);
  return is_in_unknown_year (self, &date) || g_hash_table_contains (self->public_holidays, GUINT_TO_POINTER (julian));
}

gboolean
yz_hours_calendar_is_school_holiday (const YzHoursCalendar *self, guint32 julian)
{
  if (self == NULL)
    return FALSE;

  for (guint i = 0; i < self->school_holidays->len; i++)
    {
      const Range *range = &g_array_index (self->school_holidays, Range, i);

      if (julian >= range->first && julian < range->end)
        return TRUE;
    }
  return FALSE;
}

static GDateWeekday
get_assumed_shift (const YzHoursCalendar *self, guint32 julian)
{
  GDate date = date_of (julian);

  return g_date_get_weekday (&date) >= G_DATE_SATURDAY && is_in_unknown_year (self, &date) ? self->assumed_shift
                                                                                           : G_DATE_BAD_WEEKDAY;
}

GDateWeekday
yz_hours_calendar_get_shift (const YzHoursCalendar *self, guint32 julian)
{
  GDateWeekday shift = G_DATE_BAD_WEEKDAY;

  if (self == NULL)
    return G_DATE_BAD_WEEKDAY;
  if (g_hash_table_size (self->shifts) > 0)
    shift = GPOINTER_TO_INT (g_hash_table_lookup (self->shifts, GUINT_TO_POINTER (julian)));
  if (shift == G_DATE_BAD_WEEKDAY && self->assumed_shift != G_DATE_BAD_WEEKDAY)
    shift = get_assumed_shift (self, julian);
  return shift;
}

gboolean
yz_hours_calendar_get_position (const YzHoursCalendar *self, double *latitude, double *longitude, int *utc_offset)
{
  if (self == NULL || !self->has_position)
    return FALSE;

  *latitude = self->latitude;
  *longitude = self->longitude;
  *utc_offset = self->utc_offset;
  return TRUE;
}

gboolean
yz_hours_calendar_covers_year (const YzHoursCalendar *self, int year)
{
  return self != NULL && g_hash_table_contains (self->years, GINT_TO_POINTER (year));
}

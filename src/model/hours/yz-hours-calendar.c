/* Days in hash tables by day number; school holidays are kept as ranges, there are a handful a year. */
#include "config.h"

#include "yz-hours-calendar.h"

struct _YzHoursCalendar
{
  GHashTable *public_holidays; /* day number */
  GHashTable *shifts;          /* day number → GDateWeekday */
  GArray *school_holidays;     /* Range */

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
  self->shifts = g_hash_table_new (NULL, NULL);
  self->school_holidays = g_array_new (FALSE, FALSE, sizeof (Range));
  return self;
}

void
yz_hours_calendar_free (YzHoursCalendar *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->public_holidays);
  g_hash_table_unref (self->shifts);
  g_array_unref (self->school_holidays);
  g_free (self);
}

void
yz_hours_calendar_add_public_holiday (YzHoursCalendar *self, guint32 julian)
{
  g_hash_table_add (self->public_holidays, GUINT_TO_POINTER (julian));
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

gboolean
yz_hours_calendar_is_public_holiday (const YzHoursCalendar *self, guint32 julian)
{
  return self != NULL && g_hash_table_contains (self->public_holidays, GUINT_TO_POINTER (julian));
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

GDateWeekday
yz_hours_calendar_get_shift (const YzHoursCalendar *self, guint32 julian)
{
  if (self == NULL || g_hash_table_size (self->shifts) == 0)
    return G_DATE_BAD_WEEKDAY;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->shifts, GUINT_TO_POINTER (julian)));
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
  GDate first;
  guint32 julian;

  if (self == NULL || !g_date_valid_year (year))
    return FALSE;

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, G_DATE_JANUARY, year);
  julian = g_date_get_julian (&first);
  for (guint day = 0; day < g_date_is_leap_year (year) + 365u; day++)
    if (yz_hours_calendar_is_public_holiday (self, julian + day))
      return TRUE;
  return FALSE;
}

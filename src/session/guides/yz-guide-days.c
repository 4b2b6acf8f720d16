#include "config.h"

#include "yz-guide-days.h"

#include "yz-guide-hours.h"
#include "yz-lunar-day.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

#define MOST_DAYS 62   /* more do not stand on a page */
#define SHIFT_REACH 21 /* days between a holiday and the weekend that makes up for it */

struct _YzGuideDays
{
  YzHolidays *holidays;
  GPtrArray *days; /* YzGuideDay, by date, without bars */
  GArray *numbers; /* guint32, the day numbers of the same */
};

void
yz_guide_days_free (YzGuideDays *self)
{
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  g_ptr_array_unref (self->days);
  g_array_unref (self->numbers);
  g_free (self);
}

static GDateWeekday
weekday_of (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_date_get_weekday (&date);
}

static gboolean
read_day (const char *text, guint32 *julian, GError **error)
{
  GDate date;

  if (!yz_guide_choice_read_date (text, &date, error))
    return FALSE;
  *julian = g_date_get_julian (&date);
  return TRUE;
}

/* Those that are asked for, or the holiday that comes. */
static gboolean
find_range (const YzHolidays *holidays, const YzGuideChoice *choice, const char *today, guint32 *first, guint32 *last,
            GError **error)
{
  guint32 from;

  if (choice->days_ahead > 0)
    {
      if (!read_day (today, first, error))
        return FALSE;
      *last = *first + choice->days_ahead - 1;
      return TRUE;
    }
  if (choice->first == NULL)
    {
      if (!read_day (today, &from, error))
        return FALSE;
      *first = yz_holidays_find_coming (holidays, from, last);
      if (*first != 0)
        return TRUE;
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                           _ ("The calendar knows no coming holiday: say which days are meant, or add the year to it"));
      return FALSE;
    }
  if (!read_day (choice->first, first, error) ||
      !read_day (choice->last != NULL ? choice->last : choice->first, last, error))
    return FALSE;
  if (*last >= *first && *last - *first < MOST_DAYS)
    return TRUE;
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("A notice is about 1 to %d days, first to last"),
               MOST_DAYS);
  return FALSE;
}

static const char *
name_in (const YzHoliday *holiday, YzPrintLanguage language)
{
  return language == YZ_PRINT_ENGLISH && holiday->name_en != NULL ? holiday->name_en : holiday->name;
}

static const YzHoliday *
find_holiday (const YzHolidays *holidays, guint32 first, guint32 last)
{
  for (guint32 day = first; day <= last; day++)
    if (yz_holidays_get_kind (holidays, day) == YZ_DAY_HOLIDAY)
      return yz_holidays_find (holidays, day);
  return NULL;
}

static void
add_day (YzGuideDays *self, guint32 julian, YzPrintLanguage language)
{
  static const YzGuideDayKind kinds[] = { [YZ_DAY_ORDINARY] = YZ_GUIDE_DAY_ORDINARY,
                                          [YZ_DAY_HOLIDAY] = YZ_GUIDE_DAY_HOLIDAY,
                                          [YZ_DAY_WORKDAY] = YZ_GUIDE_DAY_WORKDAY };
  YzGuideDay *day = g_new0 (YzGuideDay, 1);

  day->date = yz_guide_date_to_text (julian);
  day->kind = kinds[yz_holidays_get_kind (self->holidays, julian)];
  day->lunar = yz_lunar_day_get_name (julian, language == YZ_PRINT_ENGLISH);
  if (language == YZ_PRINT_BOTH)
    day->festival = yz_lunar_day_get_name (julian, TRUE);
  g_ptr_array_add (self->days, day);
  g_array_append_val (self->numbers, julian);
}

/* Work is made up for a holiday on weekends before and after it: "春节调休上班", or a day without a name. */
static gboolean
is_shift_of (const YzHolidays *holidays, guint32 julian, const YzHoliday *holiday)
{
  const YzHoliday *found = yz_holidays_find (holidays, julian);

  if (found == NULL || !found->workday || holiday == NULL)
    return FALSE;
  return found->name == NULL || holiday->name == NULL || g_str_has_prefix (found->name, holiday->name);
}

YzGuideDays *
yz_guide_days_load (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (YzGuideDays) self = g_new0 (YzGuideDays, 1);
  const YzHoliday *holiday;
  guint32 first, last;

  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_day_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->holidays = yz_holidays_load (store, cancellable, error);
  if (self->holidays == NULL || !find_range (self->holidays, choice, content->date, &first, &last, error))
    return NULL;

  holiday = find_holiday (self->holidays, first, last);
  content->first = yz_guide_date_to_text (first);
  content->last = yz_guide_date_to_text (last);
  content->holiday = holiday != NULL ? g_strdup (name_in (holiday, content->language)) : NULL;
  if (holiday != NULL && content->language == YZ_PRINT_BOTH)
    content->holiday_en = g_strdup (holiday->name_en);
  for (guint32 day = first - SHIFT_REACH; day <= last + SHIFT_REACH; day++)
    if ((first <= day && day <= last + 1) || is_shift_of (self->holidays, day, holiday))
      add_day (self, day, content->language);
  return g_steal_pointer (&self);
}

static gboolean
bars_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const YzHoursBar *left = &g_array_index (a, YzHoursBar, i), *right = &g_array_index (b, YzHoursBar, i);

      if (left->start != right->start || left->end != right->end || left->state != right->state)
        return FALSE;
    }
  return TRUE;
}

static YzGuideDay *
new_day (const YzGuideDay *model)
{
  YzGuideDay *day = g_new0 (YzGuideDay, 1);

  day->date = g_strdup (model->date);
  day->kind = model->kind;
  day->lunar = g_strdup (model->lunar);
  day->festival = g_strdup (model->festival);
  return day;
}

/* The door of a paused station stays shut, whatever its hours are. */
static gboolean
is_out_of_service (const YzGuideStation *station)
{
  return station->look == YZ_GUIDE_PAUSED || station->look == YZ_GUIDE_PLANNED || station->look == YZ_GUIDE_OVER;
}

void
yz_guide_days_fill (YzGuideDays *self, const YzStationHoursSource *source, YzGuideStation *station)
{
  g_autoptr (YzStationHours)
    hours = station->hours != NULL ? yz_station_hours_new_from (station->hours, source, self->holidays) : NULL;
  g_autoptr (GArray) week = NULL;
  guint32 week_of = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      guint32 julian = g_array_index (self->numbers, guint32, i);
      GDateWeekday weekday = weekday_of (julian);
      guint32 monday = julian - (weekday - G_DATE_MONDAY);
      YzGuideDay *day = new_day (g_ptr_array_index (self->days, i));
      g_autoptr (GArray) ordinary = NULL;

      g_ptr_array_add (station->days, day);
      if (is_out_of_service (station))
        day->bars = g_array_new (FALSE, FALSE, sizeof (YzHoursBar));
      if (is_out_of_service (station) || hours == NULL)
        continue;
      if (monday != week_of)
        {
          g_clear_pointer (&week, g_array_unref);
          week = yz_station_hours_get_week (hours, monday);
          week_of = monday;
        }
      day->bars = yz_guide_hours_pick_day (week, weekday);
      ordinary = yz_guide_hours_pick_day (station->week, weekday);
      day->usual = bars_equal (day->bars, ordinary);
    }
}

/* Days in an array by date, and the engine's calendars made of them: one for each weekday that a station may follow. */
#include "config.h"

#include "yz-holidays.h"

#include "yz-day-words.h"
#include "yz-kinds.h"
#include "yz-locale.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

#define N_FOLLOWED (G_DATE_FRIDAY + 1) /* weekdays that can be followed, and none */

struct _YzHolidays
{
  gatomicrefcount references;
  GArray *days;                           /* YzHoliday, by date */
  YzHoursCalendar *calendars[N_FOLLOWED]; /* by GDateWeekday; BAD_WEEKDAY does not follow the official calendar */
};

G_DEFINE_BOXED_TYPE (YzHolidays, yz_holidays, yz_holidays_ref, yz_holidays_unref)

const char *
yz_holiday_get_name (const YzHoliday *holiday)
{
  const char *name = yz_locale_is_chinese () || holiday->name_en == NULL ? holiday->name : holiday->name_en;

  return name != NULL ? name : "";
}

static void
holiday_clear (gpointer data)
{
  YzHoliday *holiday = data;

  g_free (holiday->name);
  g_free (holiday->name_en);
}

GDateWeekday
yz_workday_hours_to_weekday (const char *workday_hours)
{
  static const char *const nicks[] = { "mo", "tu", "we", "th", "fr" };

  for (guint i = 0; workday_hours != NULL && i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], workday_hours))
      return G_DATE_MONDAY + i;
  return G_DATE_BAD_WEEKDAY;
}

static void
add_day (gint64 row, const YzColumn *columns, gpointer user_data)
{
  GArray *days = user_data;
  YzHoliday holiday = { 0 };
  GDate date;

  if (!yz_value_read_date (columns[0].text, &date))
    return;
  holiday.julian = g_date_get_julian (&date);
  holiday.workday = g_strcmp0 (columns[1].text, "workday") == 0;
  holiday.name = g_strdup (columns[2].text);
  holiday.name_en = g_strdup (columns[3].text);
  g_array_append_val (days, holiday);
}

static void
fill_calendar (YzHoursCalendar *calendar, GArray *days, GDateWeekday followed)
{
  for (guint i = 0; i < days->len; i++)
    {
      const YzHoliday *holiday = &g_array_index (days, YzHoliday, i);

      if (!holiday->workday)
        yz_hours_calendar_add_public_holiday (calendar, holiday->julian);
      else if (followed != G_DATE_BAD_WEEKDAY)
        yz_hours_calendar_shift_workday (calendar, holiday->julian, followed);
    }
}

YzHolidays *
yz_holidays_load (YzStore *store, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "date", "kind", "name", "name_en", NULL };
  g_autoptr (YzQuery) query = yz_query_new (&yz_calendar_day_kind);
  g_autoptr (YzHolidays) self = g_new0 (YzHolidays, 1);

  g_atomic_ref_count_init (&self->references);
  self->days = g_array_new (FALSE, FALSE, sizeof (YzHoliday));
  g_array_set_clear_func (self->days, holiday_clear);
  yz_query_set_order (query, "date", FALSE);
  if (!yz_store_read_columns (store, query, columns, add_day, self->days, cancellable, error))
    return NULL;

  for (guint i = 0; i < N_FOLLOWED; i++)
    {
      self->calendars[i] = yz_hours_calendar_new ();
      fill_calendar (self->calendars[i], self->days, i);
    }
  return g_steal_pointer (&self);
}

YzHolidays *
yz_holidays_ref (YzHolidays *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
yz_holidays_unref (YzHolidays *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < N_FOLLOWED; i++)
    yz_hours_calendar_free (self->calendars[i]);
  g_array_unref (self->days);
  g_free (self);
}

/* The first day that is not before @julian. */
static guint
find_index (const YzHolidays *self, guint32 julian)
{
  guint low = 0, high = self->days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->days, YzHoliday, middle).julian < julian)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const YzHoliday *
yz_holidays_find (const YzHolidays *self, guint32 julian)
{
  guint index = self != NULL ? find_index (self, julian) : 0;
  const YzHoliday *holiday;

  if (self == NULL || index == self->days->len)
    return NULL;
  holiday = &g_array_index (self->days, YzHoliday, index);
  return holiday->julian == julian ? holiday : NULL;
}

YzDayKind
yz_holidays_get_kind (const YzHolidays *self, guint32 julian)
{
  const YzHoliday *holiday = yz_holidays_find (self, julian);

  if (holiday == NULL)
    return YZ_DAY_ORDINARY;
  return holiday->workday ? YZ_DAY_WORKDAY : YZ_DAY_HOLIDAY;
}

/* The last day that follows @first without a gap and has its name, at most @end. */
static guint32
find_run (const YzHolidays *self, const YzHoliday *first, guint32 end)
{
  guint32 last = first->julian;

  while (last < end)
    {
      const YzHoliday *next = yz_holidays_find (self, last + 1);

      if (next == NULL || next->workday != first->workday || g_strcmp0 (next->name, first->name) != 0)
        break;
      last++;
    }
  return last;
}

char *
yz_holidays_describe (const YzHolidays *self, guint32 first, guint32 last)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 day = first; day <= last; day++)
    {
      const YzHoliday *holiday = yz_holidays_find (self, day);
      g_autofree char *days = NULL;
      guint32 run;

      if (holiday == NULL)
        continue;
      run = find_run (self, holiday, last);
      days = yz_day_format_range (day, run);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", days, yz_holiday_get_name (holiday));
      day = run;
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

guint32
yz_holidays_find_coming (const YzHolidays *self, guint32 from, guint32 *last)
{
  for (guint i = self != NULL ? find_index (self, from) : 0; self != NULL && i < self->days->len; i++)
    {
      guint32 first = g_array_index (self->days, YzHoliday, i).julian;

      if (yz_holidays_get_kind (self, first) != YZ_DAY_HOLIDAY)
        continue;
      for (*last = first; yz_holidays_get_kind (self, *last + 1) == YZ_DAY_HOLIDAY;)
        (*last)++;
      while (yz_holidays_get_kind (self, first - 1) == YZ_DAY_HOLIDAY)
        first--;
      return first;
    }
  return 0;
}

const YzHoursCalendar *
yz_holidays_get_calendar (const YzHolidays *self, const char *workday_hours)
{
  return self != NULL ? self->calendars[yz_workday_hours_to_weekday (workday_hours)] : NULL;
}

/*
 * Hours in words, for people who have never seen the syntax.
 *
 * Chinese and English are written here side by side and not through gettext: a poster in Chinese carries the English
 * line too, whatever the language of the office's desktop.
 */
#include "config.h"

#include "yz-hours-rule.h"

typedef struct
{
  GString *out;
  gboolean chinese;
} Speech;

static const char *const weekdays_zh[] = { "", "周一", "周二", "周三", "周四", "周五", "周六", "周日" };
static const char *const weekdays_en[] = { "", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const months_en[] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char *const events_zh[] = { "", "黎明", "日出", "日落", "黄昏" };
static const char *const events_en[] = { "", "dawn", "sunrise", "sunset", "dusk" };

static void
say (Speech *speech, const char *chinese, const char *english)
{
  g_string_append (speech->out, speech->chinese ? chinese : english);
}

static const char *
weekday_name (const Speech *speech, int weekday)
{
  return speech->chinese ? weekdays_zh[weekday] : weekdays_en[weekday];
}

static void
say_separator (Speech *speech, guint index)
{
  if (index > 0)
    say (speech, "、", ", ");
}

/* "1 day before", which English says first and Chinese last. */
static void
say_offset_before (Speech *speech, int offset)
{
  int days = ABS (offset);

  if (offset != 0 && !speech->chinese)
    g_string_append_printf (speech->out, "%d day%s %s ", days, days == 1 ? "" : "s", offset < 0 ? "before" : "after");
}

static void
say_offset_after (Speech *speech, int offset)
{
  if (offset != 0 && speech->chinese)
    g_string_append_printf (speech->out, "%s%d天", offset < 0 ? "前" : "后", ABS (offset));
}

static void
say_years (Speech *speech, const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursYears *years = &g_array_index (list, YzHoursYears, i);

      say_separator (speech, i);
      if (years->last == G_MAXINT16)
        say (speech, "", "from ");
      g_string_append_printf (speech->out, "%d", years->first);
      if (years->last == G_MAXINT16)
        say (speech, "年起", "");
      else if (years->last != years->first)
        g_string_append_printf (speech->out, "–%d%s", years->last, speech->chinese ? "年" : "");
      else
        say (speech, "年", "");
      if (years->step > 1)
        g_string_append_printf (speech->out, speech->chinese ? "每%d年" : " every %d years", years->step);
    }
}

/* "second last", "第2个" without the day that it counts */
static void
say_ordinal (Speech *speech, int nth)
{
  static const char *const english[] = { "", "first", "second", "third", "fourth", "fifth" };

  if (nth == -1)
    say (speech, "最后一个", "last");
  else if (speech->chinese)
    g_string_append_printf (speech->out, "%s第%d个", nth < 0 ? "倒数" : "", ABS (nth));
  else
    g_string_append_printf (speech->out, "%s%s", english[ABS (nth)], nth < 0 ? " last" : "");
}

static void
say_nth (Speech *speech, int nth, int weekday)
{
  say_ordinal (speech, nth);
  say (speech, "", " ");
  g_string_append (speech->out, weekday_name (speech, weekday));
}

static void
say_day_of_month (Speech *speech, const YzHoursDate *date, gboolean with_month)
{
  if (speech->chinese)
    {
      if (with_month)
        g_string_append_printf (speech->out, "%d月", date->month);
      g_string_append_printf (speech->out, "%d日", date->day);
    }
  else
    {
      if (with_month)
        g_string_append_printf (speech->out, "%s ", months_en[date->month]);
      g_string_append_printf (speech->out, "%d", date->day);
    }
}

static void
say_month (Speech *speech, int month)
{
  if (speech->chinese)
    g_string_append_printf (speech->out, "%d月", month);
  else
    g_string_append (speech->out, months_en[month]);
}

/* @before has said year and month already, where it is not %NULL. */
static void
say_date (Speech *speech, const YzHoursDate *date, const YzHoursDate *before)
{
  gboolean same_year = before != NULL && before->year == date->year;

  if (date->year != 0 && !same_year)
    g_string_append_printf (speech->out, speech->chinese ? "%d年" : "%d ", date->year);
  say_offset_before (speech, date->offset);

  switch (date->kind)
    {
    case YZ_HOURS_DATE_MONTH:
      say_month (speech, date->month);
      break;
    case YZ_HOURS_DATE_DAY:
      say_day_of_month (speech, date,
                        !(same_year && before->kind == YZ_HOURS_DATE_DAY && before->month == date->month));
      break;
    case YZ_HOURS_DATE_NTH:
      if (speech->chinese)
        say_month (speech, date->month);
      say_nth (speech, date->nth, date->weekday);
      if (!speech->chinese)
        g_string_append_printf (speech->out, " of %s", months_en[date->month]);
      break;
    case YZ_HOURS_DATE_EASTER:
      say (speech, "复活节", "Easter");
      break;
    default:
      g_assert_not_reached ();
    }

  if (date->toward != 0)
    g_string_append_printf (speech->out, speech->chinese ? "%s的%s" : " (%s %s)",
                            date->toward_sign > 0 ? (speech->chinese ? "之后" : "next")
                                                  : (speech->chinese ? "之前" : "previous"),
                            weekday_name (speech, date->toward));
  say_offset_after (speech, date->offset);
}

/* Whether a range of every year ends in the next one: "11月至次年2月" */
static gboolean
ends_next_year (const YzHoursDates *dates)
{
  const YzHoursDate *first = &dates->first, *last = &dates->last;

  if (first->year != 0 || last->year != 0 || first->kind == YZ_HOURS_DATE_EASTER || last->kind == YZ_HOURS_DATE_EASTER)
    return FALSE;
  return last->month < first->month || (last->month == first->month && first->kind == YZ_HOURS_DATE_DAY &&
                                        last->kind == YZ_HOURS_DATE_DAY && last->day < first->day);
}

static void
say_dates (Speech *speech, const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursDates *dates = &g_array_index (list, YzHoursDates, i);

      say_separator (speech, i);
      if (dates->kind == YZ_HOURS_DATES_ONWARDS)
        say (speech, "", "from ");
      say_date (speech, &dates->first, NULL);
      if (dates->kind == YZ_HOURS_DATES_ONWARDS)
        say (speech, "起", "");
      if (dates->kind != YZ_HOURS_DATES_RANGE)
        continue;
      say (speech, ends_next_year (dates) ? "至次年" : "至", "–");
      say_date (speech, &dates->last, ends_next_year (dates) ? NULL : &dates->first);
      if (dates->step > 1)
        g_string_append_printf (speech->out, speech->chinese ? "每%d天" : " every %d days", dates->step);
    }
}

static void
say_weeks (Speech *speech, const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursWeeks *weeks = &g_array_index (list, YzHoursWeeks, i);

      say_separator (speech, i);
      if (weeks->step == 2 && weeks->first <= 2 && weeks->last >= 52)
        {
          say (speech, weeks->first == 1 ? "单周" : "双周", weeks->first == 1 ? "odd weeks" : "even weeks");
          continue;
        }
      if (weeks->last == weeks->first)
        g_string_append_printf (speech->out, speech->chinese ? "第%d周" : "week %d", weeks->first);
      else
        g_string_append_printf (speech->out, speech->chinese ? "第%d–%d周" : "weeks %d–%d", weeks->first, weeks->last);
      if (weeks->step > 1)
        g_string_append_printf (speech->out, speech->chinese ? "每%d周" : " every %d weeks", weeks->step);
    }
}

static void
say_weekday_range (Speech *speech, const YzHoursDays *days)
{
  int length = (days->last - days->first + 7) % 7;

  if (length == 6)
    {
      say (speech, "每天", "every day");
      return;
    }
  g_string_append (speech->out, weekday_name (speech, days->first));
  if (length == 0)
    return;
  if (length == 1)
    say (speech, "、", ", ");
  else
    say (speech, "至", "–");
  g_string_append (speech->out, weekday_name (speech, days->last));
}

/* "每月第1个、第3个周六", "first, third Sat of the month" */
static void
say_nth_days (Speech *speech, const YzHoursDays *days)
{
  guint said = 0;

  say (speech, "每月", "");
  for (int n = 1; n <= 5; n++)
    if (days->nth & (1 << (n - 1)))
      {
        say_separator (speech, said++);
        say_ordinal (speech, n);
      }
  for (int n = 1; n <= 5; n++)
    if (days->nth_last & (1 << (n - 1)))
      {
        say_separator (speech, said++);
        say_ordinal (speech, -n);
      }
  say (speech, "", " ");
  g_string_append (speech->out, weekday_name (speech, days->first));
  say (speech, "", " of the month");
}

/* "Mo-Su,PH": to be read as every day, whatever day it is */
static gboolean
adds_to_every_day (const YzHoursRule *rule, guint index)
{
  const YzHoursDays *before = &g_array_index (rule->days, YzHoursDays, index) - 1;

  return index > rule->n_within && index + 1 == rule->days->len && before->kind == YZ_HOURS_DAYS_WEEKDAYS &&
         (before->last - before->first + 7) % 7 == 6 && before[1].kind == YZ_HOURS_DAYS_PUBLIC && before[1].offset == 0;
}

static void
say_days (Speech *speech, const YzHoursRule *rule)
{
  for (guint i = 0; i < rule->days->len; i++)
    {
      const YzHoursDays *days = &g_array_index (rule->days, YzHoursDays, i);

      if (adds_to_every_day (rule, i))
        {
          say (speech, "（含法定节假日）", " including public holidays");
          return;
        }
      if (i > 0 && i == rule->n_within)
        say (speech, "期间", ": ");
      else
        say_separator (speech, i);

      say_offset_before (speech, days->offset);
      if (days->kind == YZ_HOURS_DAYS_WEEKDAYS)
        say_weekday_range (speech, days);
      else if (days->kind == YZ_HOURS_DAYS_NTH)
        say_nth_days (speech, days);
      else if (days->kind == YZ_HOURS_DAYS_PUBLIC)
        say (speech, "法定节假日", "public holidays");
      else
        say (speech, "学校假期", "school holidays");
      say_offset_after (speech, days->offset);
    }
}

/* "日落前1小时30分", "sunset −1:30" */
static void
say_distance (Speech *speech, int minutes)
{
  int hours = ABS (minutes) / 60, rest = ABS (minutes) % 60;

  if (!speech->chinese)
    {
      g_string_append_printf (speech->out, " %s%d:%02d", minutes < 0 ? "−" : "+", hours, rest);
      return;
    }
  g_string_append (speech->out, minutes < 0 ? "前" : "后");
  if (hours > 0)
    g_string_append_printf (speech->out, "%d小时", hours);
  if (rest > 0)
    g_string_append_printf (speech->out, hours > 0 ? "%d分" : "%d分钟", rest);
}

static void
say_time (Speech *speech, const YzHoursTime *time)
{
  int minutes = ABS (time->minutes);

  if (time->event == YZ_HOURS_CLOCK)
    {
      gboolean next_day = time->minutes > YZ_HOURS_DAY;

      if (next_day)
        {
          say (speech, "次日", "");
          minutes -= YZ_HOURS_DAY;
        }
      g_string_append_printf (speech->out, "%02d:%02d", minutes / 60, minutes % 60);
      return;
    }

  say (speech, events_zh[time->event], events_en[time->event]);
  if (time->minutes != 0)
    say_distance (speech, time->minutes);
}

static gboolean
follows_sun (const YzHoursSpan *span)
{
  return span->start.event != YZ_HOURS_CLOCK || span->end.event != YZ_HOURS_CLOCK;
}

static void
say_spans (Speech *speech, const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YzHoursSpan *span = &g_array_index (list, YzHoursSpan, i);
      gboolean bare = yz_hours_span_is_bare (span);

      say_separator (speech, i);
      if (bare)
        say (speech, "", "from ");
      say_time (speech, &span->start);
      if (!bare)
        {
          say (speech, follows_sun (span) ? "至" : "–", "–");
          say_time (speech, &span->end);
          if (!follows_sun (span) && span->end.minutes - span->start.minutes > YZ_HOURS_DAY)
            say (speech, "", " the next day");
        }
      if (span->open_end)
        say (speech, bare ? "起" : "或更晚", bare ? "" : " or later");
    }
}

static gboolean
is_whole_day (const YzHoursRule *rule)
{
  return rule->segments == NULL && !rule->follows_sun;
}

static gboolean
is_closed_day (const YzHoursRule *rule)
{
  return rule->state == YZ_HOURS_CLOSED && is_whole_day (rule);
}

static void
say_closed (Speech *speech, const YzHoursRule *rule, gboolean said_days)
{
  if (!is_whole_day (rule))
    say (speech, " 休息", " closed");
  else if (speech->chinese)
    g_string_append (speech->out, said_days ? "休息" : "不开放");
}

/* A word for what holds, where times alone do not say it. */
static void
say_state (Speech *speech, const YzHoursRule *rule, gboolean said_days)
{
  const char *comment = yz_hours_rule_get_comment (rule);

  if (rule->state == YZ_HOURS_CLOSED)
    say_closed (speech, rule, said_days);
  else if (rule->state == YZ_HOURS_OPEN && is_whole_day (rule))
    say (speech, said_days ? " 24 小时开放" : "24 小时开放", said_days ? " open 24 hours" : "open 24 hours");
  else if (rule->state == YZ_HOURS_UNKNOWN && comment == NULL)
    say (speech, said_days ? "是否开放不定" : "开放时间不定", said_days ? " not certain" : "hours not certain");

  if (comment == NULL)
    return;
  if (rule->state == YZ_HOURS_UNKNOWN && !said_days)
    g_string_append (speech->out, comment);
  else if (rule->state == YZ_HOURS_UNKNOWN && rule->separator == YZ_HOURS_FALLBACK)
    g_string_append_printf (speech->out, speech->chinese ? "：%s" : ": %s", comment);
  else
    g_string_append_printf (speech->out, speech->chinese ? "（%s）" : " (%s)", comment);
}

static void
say_space (Speech *speech, gsize start)
{
  if (speech->out->len > start && !speech->chinese)
    g_string_append_c (speech->out, ' ');
}

static void
say_rule (Speech *speech, const YzHoursRule *rule)
{
  gsize start = speech->out->len;

  if (rule->separator == YZ_HOURS_FALLBACK)
    say (speech, "其余时间", "otherwise");
  if (is_closed_day (rule) && !speech->chinese)
    {
      say_space (speech, start);
      g_string_append (speech->out, "closed");
    }
  if (rule->years != NULL)
    {
      say_space (speech, start);
      say_years (speech, rule->years);
    }
  if (rule->dates != NULL)
    {
      say_space (speech, start);
      say_dates (speech, rule->dates);
    }
  if (rule->weeks != NULL)
    {
      say_space (speech, start);
      say_weeks (speech, rule->weeks);
    }
  if (rule->days != NULL)
    {
      say_space (speech, start);
      say_days (speech, rule);
    }

  if (!is_whole_day (rule))
    {
      if (speech->out->len == start)
        say (speech, "每天", "every day");
      g_string_append_c (speech->out, ' ');
      say_spans (speech, rule->spans);
    }
  say_state (speech, rule, speech->out->len > start);
}

char *
yz_hours_describe (YzHours *self, YzHoursLanguage language)
{
  Speech speech = { g_string_new (NULL), language == YZ_HOURS_CHINESE };

  for (guint i = 0; i < self->rules->len; i++)
    {
      if (i > 0)
        say (&speech, "；", "; ");
      say_rule (&speech, &g_array_index (self->rules, YzHoursRule, i));
    }
  if (speech.out->len > 0)
    speech.out->str[0] = g_ascii_toupper (speech.out->str[0]);
  return g_string_free (speech.out, FALSE);
}

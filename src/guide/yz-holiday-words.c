#include "config.h"

#include "yz-holiday-words.h"

#define DAY 1440
#define NOON 720
#define LUNCH_ENDS 780
#define MOST_RUNS 3 /* that a sentence names */

/* --- one day ------------------------------------------------------------------------------------------------------ */

static const YzHoursBar *
get_bar (const YzGuideDay *day, guint index)
{
  return &g_array_index (day->bars, YzHoursBar, index);
}

YzHolidayState
yz_holiday_get_state (const YzGuideDay *day)
{
  if (day->bars == NULL)
    return YZ_HOLIDAY_UNKNOWN;
  for (guint i = 0; i < day->bars->len; i++)
    if (get_bar (day, i)->state == YZ_HOURS_OPEN)
      return YZ_HOLIDAY_OPEN;
  return day->bars->len > 0 ? YZ_HOLIDAY_UNKNOWN : YZ_HOLIDAY_SHUT;
}

/* Minutes at which the first door opens, and the last one closes, of an open day. */
static int
get_start (const YzGuideDay *day)
{
  guint i = 0;

  while (get_bar (day, i)->state != YZ_HOURS_OPEN)
    i++;
  return get_bar (day, i)->start;
}

static int
get_end (const YzGuideDay *day)
{
  guint i = day->bars->len - 1;

  while (get_bar (day, i)->state != YZ_HOURS_OPEN)
    i--;
  return get_bar (day, i)->end;
}

static gboolean
is_all_day (const YzGuideDay *day)
{
  int reached = 0;

  for (guint i = 0; i < day->bars->len; i++)
    if (get_bar (day, i)->state == YZ_HOURS_OPEN && get_bar (day, i)->start <= reached)
      reached = get_bar (day, i)->end;
  return reached == DAY;
}

static void
append_bar (GString *text, const YzHoursBar *bar, YzPrintLanguage language)
{
  g_autofree char *uncertain = yz_print_say_both (language, "（待定）", " (not certain)");
  g_autofree char *alone = yz_print_say_both (language, "（自助）", " (self-service)");

  if (text->len > 0)
    g_string_append (text, yz_print_say (language, "、", ", "));
  g_string_append_printf (text, "%02d:%02d–%02d:%02d", bar->start / 60, bar->start % 60, bar->end / 60, bar->end % 60);
  if (bar->state == YZ_HOURS_UNKNOWN)
    g_string_append (text, uncertain);
  else if (bar->self_service)
    g_string_append (text, alone);
}

char *
yz_holiday_get_hours (const YzGuideDay *day, YzPrintLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (day->bars == NULL)
    return yz_print_say_both (language, "待定", "Not certain");
  if (day->bars->len == 0)
    return yz_print_say_both (language, "休息", "Closed");
  if (is_all_day (day))
    return yz_print_say_both (language, "24 小时", "24 hours");
  for (guint i = 0; i < day->bars->len; i++)
    append_bar (text, get_bar (day, i), language);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
yz_holiday_is_half (const YzGuideDay *day, const GPtrArray *days)
{
  if (yz_holiday_get_state (day) != YZ_HOLIDAY_OPEN || (get_end (day) > LUNCH_ENDS && get_start (day) < NOON))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const YzGuideDay *other = g_ptr_array_index (days, i);

      if (yz_holiday_get_state (other) == YZ_HOLIDAY_OPEN && get_start (other) < NOON && get_end (other) > LUNCH_ENDS)
        return TRUE;
    }
  return FALSE;
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

/* What is alike on those days on which the station is open. */
typedef struct
{
  guint n;
  guint n_in[YZ_HOLIDAY_UNKNOWN + 1];
  int start; /* -1 where they differ */
  int end;
  gboolean broken; /* shut in between on one of them */
  gboolean usual;
  gboolean all_day;
} Tally;

static void
count_open (Tally *tally, const YzGuideDay *day)
{
  gboolean first = tally->n_in[YZ_HOLIDAY_OPEN] == 1;

  if (first || tally->start == get_start (day))
    tally->start = get_start (day);
  else
    tally->start = -1;
  if (first || tally->end == get_end (day))
    tally->end = get_end (day);
  else
    tally->end = -1;
  tally->broken |= day->bars->len > 1;
  tally->usual &= day->usual;
  tally->all_day &= is_all_day (day);
}

static Tally
count_days (const GPtrArray *days)
{
  Tally tally = { .n = days->len, .usual = TRUE, .all_day = TRUE };

  for (guint i = 0; i < days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (days, i);
      YzHolidayState state = yz_holiday_get_state (day);

      tally.n_in[state]++;
      if (state == YZ_HOLIDAY_OPEN)
        count_open (&tally, day);
    }
  return tally;
}

/* "六天", "six days": small numbers are words. */
static char *
say_days (guint n, YzPrintLanguage language)
{
  static const char *const chinese[] = { "零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十" };
  static const char *const english[] = { "no",  "one",   "two",   "three", "four", "five",
                                         "six", "seven", "eight", "nine",  "ten" };

  if (n >= G_N_ELEMENTS (chinese))
    return yz_print_say_number (language, n, "%u 天", "%u day", "%u days");
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%s %s", english[n], n == 1 ? "day" : "days");
  return g_strconcat (chinese[n], "天", NULL);
}

static gboolean
is_new_year_word (const char *lunar)
{
  return lunar != NULL && (g_str_has_prefix (lunar, "初") || g_str_equal (lunar, "除夕"));
}

/* People call the days of Spring Festival by the moon, all others by their date. */
static gboolean
are_lunar (const GPtrArray *days, YzHolidayState state)
{
  for (guint i = 0; i < days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (days, i);

      if (yz_holiday_get_state (day) == state && !is_new_year_word (day->lunar))
        return FALSE;
    }
  return TRUE;
}

static char *
name_run (const GPtrArray *days, guint first, guint last, gboolean lunar, YzPrintLanguage language)
{
  const YzGuideDay *from = g_ptr_array_index (days, first), *to = g_ptr_array_index (days, last);

  if (!lunar)
    return yz_print_days (language, from->date, to->date);
  if (first == last)
    return g_strdup (from->lunar);
  return g_strconcat (from->lunar, last == first + 1 ? "、" : "到", to->lunar, NULL);
}

/* "初一到初三、初六", the days in @state; %NULL where they would be too many to name. */
static char *
name_days (const GPtrArray *days, YzHolidayState state, YzPrintLanguage language)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_free);
  gboolean lunar = language != YZ_PRINT_ENGLISH && are_lunar (days, state);

  for (guint first = 0; first < days->len; first++)
    {
      guint last = first;

      if (yz_holiday_get_state (g_ptr_array_index (days, first)) != state)
        continue;
      while (last + 1 < days->len && yz_holiday_get_state (g_ptr_array_index (days, last + 1)) == state)
        last++;
      g_ptr_array_add (runs, name_run (days, first, last, lunar, language));
      first = last;
    }
  if (runs->len > MOST_RUNS)
    return NULL;
  g_ptr_array_add (runs, NULL);
  return g_strjoinv (yz_print_say (language, "、", ", "), (char **) runs->pdata);
}

static char *
say_time (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/* How it opens where some days are told already: "09:00 开门". */
static char *
say_opening (const Tally *tally, YzPrintLanguage language)
{
  g_autofree char *start = say_time (tally->start);

  if (tally->all_day)
    return g_strdup (yz_print_say (language, " 24 小时开放", "open around the clock"));
  if (tally->start >= 0)
    return g_strconcat (yz_print_say (language, " ", "open from "), start, yz_print_say (language, " 开门", ""), NULL);
  if (tally->usual)
    return g_strdup (yz_print_say (language, "照常开放", "open as usual"));
  return g_strdup (yz_print_say (language, "开门，时间见下表", "open at the hours below"));
}

static char *
say_rest (const Tally *tally, YzPrintLanguage language)
{
  guint n = tally->n_in[YZ_HOLIDAY_OPEN];
  g_autofree char *opening = say_opening (tally, language);
  g_autofree char *rest = say_days (n, language);

  if (language == YZ_PRINT_ENGLISH)
    return g_strconcat (opening, " on the other ", n == 1 ? "day" : rest, NULL);
  return g_strconcat ("其余", rest, opening, NULL);
}

static char *
say_some (const GPtrArray *days, YzHolidayState state, const Tally *tally, YzPrintLanguage language)
{
  g_autofree char *named = name_days (days, state, language);
  g_autofree char *counted = say_days (tally->n_in[state], language);
  const char *which = named != NULL ? named : counted;

  if (language == YZ_PRINT_ENGLISH)
    return g_strconcat (state == YZ_HOLIDAY_SHUT ? "closed " : "not certain ", named != NULL ? "" : "on ", which, NULL);
  return g_strconcat (which, state == YZ_HOLIDAY_SHUT ? "休息" : "时间待定", NULL);
}

static char *
say_all_in_english (guint n)
{
  g_autofree char *count = say_days (n, YZ_PRINT_ENGLISH);

  if (n <= 2)
    return g_strdup (n == 1 ? "on this day" : "on both days");
  return g_strconcat ("on all ", count, NULL);
}

static char *
say_all_open_in_chinese (const Tally *tally)
{
  g_autofree char *count = say_days (tally->n, YZ_PRINT_CHINESE);
  g_autofree char *all = tally->n == 1 ? g_strdup ("当天") : g_strconcat (count, "都", NULL);
  g_autofree char *start = say_time (tally->start), *end = say_time (tally->end);

  if (tally->all_day)
    return g_strconcat (all, " 24 小时开放", NULL);
  if (tally->usual)
    return g_strconcat (tally->n == 1 ? all : count, "照常开放", NULL);
  if (tally->start >= 0 && tally->end >= 0 && !tally->broken)
    return g_strconcat (all, "开，", start, "–", end, NULL);
  if (tally->start >= 0)
    return g_strconcat (all, " ", start, " 开门", NULL);
  return g_strconcat (all, "开，时间见下表", NULL);
}

static char *
say_all_open_in_english (const Tally *tally)
{
  g_autofree char *all = say_all_in_english (tally->n);
  g_autofree char *start = say_time (tally->start), *end = say_time (tally->end);

  if (tally->all_day)
    return g_strconcat ("open around the clock ", all, NULL);
  if (tally->usual)
    return g_strconcat ("open as usual ", all, NULL);
  if (tally->start >= 0 && tally->end >= 0 && !tally->broken)
    return g_strconcat ("open ", start, "–", end, " ", all, NULL);
  if (tally->start >= 0)
    return g_strconcat ("open from ", start, " ", all, NULL);
  return g_strconcat ("open ", all, ", at the hours below", NULL);
}

static char *
say_all_shut (guint n, YzPrintLanguage language)
{
  g_autofree char *count = say_days (n, language);
  g_autofree char *all = say_all_in_english (n);

  if (language == YZ_PRINT_ENGLISH)
    return g_strconcat ("closed ", all, NULL);
  return n == 1 ? g_strdup ("当天休息") : g_strconcat (count, "都休息", NULL);
}

static char *
compose (const GPtrArray *days, const Tally *tally, YzPrintLanguage language)
{
  static const YzHolidayState named[] = { YZ_HOLIDAY_SHUT, YZ_HOLIDAY_UNKNOWN };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (tally->n_in[YZ_HOLIDAY_UNKNOWN] == tally->n)
    return g_strdup (yz_print_say (language, "时间未核实，去前先打电话", "hours not known: call first"));
  if (tally->n_in[YZ_HOLIDAY_SHUT] == tally->n)
    return say_all_shut (tally->n, language);
  if (tally->n_in[YZ_HOLIDAY_OPEN] == tally->n)
    return language == YZ_PRINT_ENGLISH ? say_all_open_in_english (tally) : say_all_open_in_chinese (tally);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (tally->n_in[named[i]] > 0)
      g_ptr_array_add (parts, say_some (days, named[i], tally, language));
  if (tally->n_in[YZ_HOLIDAY_OPEN] > 0)
    g_ptr_array_add (parts, say_rest (tally, language));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (yz_print_say (language, "，", "; "), (char **) parts->pdata);
}

char *
yz_holiday_get_sentence (const GPtrArray *days, YzPrintLanguage language)
{
  const Tally tally = count_days (days);
  char *sentence = compose (days, &tally, language == YZ_PRINT_BOTH ? YZ_PRINT_CHINESE : language);

  if (language == YZ_PRINT_ENGLISH)
    sentence[0] = g_ascii_toupper (sentence[0]);
  return sentence;
}

#include "config.h"

#include "guide-fixture.h"

static const char *const dates[] = {
  "2026-02-14", "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
  "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23", "2026-02-24", "2026-02-28"
};
static const char *const moons[] = { "腊月廿七", "腊月廿八", "除夕", "初一", "初二", "初三",
                                     "初四",     "初五",     "初六", "初七", "初八", "十二" };

/* A letter a day: open, half a day, shut, as usual, with a break, round the clock, at night without staff, unknown. */
static const char *const ways[] = { "uohsssoooouu", "uuuuuuuuuuuu", "usssssssssuu", "aaaaaaaaaaaa",
                                    "ubbsbsbsbsuu", "nnnnnnnnnnnn", "????????????", "uoo???ooooub" };

static void
add_bar (GArray *bars, guint weekday, int start, int end, gboolean self_service)
{
  const YzHoursBar bar = {
    .weekday = weekday, .start = start * 60, .end = end * 60, .state = YZ_HOURS_OPEN, .self_service = self_service
  };

  g_array_append_val (bars, bar);
}

static GArray *
new_bars (char way, guint weekday)
{
  GArray *bars = way != '?' ? g_array_new (FALSE, TRUE, sizeof (YzHoursBar)) : NULL;

  switch (way)
    {
    case 'o':
      add_bar (bars, weekday, 9, 16, FALSE);
      break;
    case 'h':
      add_bar (bars, weekday, 9, 12, FALSE);
      break;
    case 'u':
      add_bar (bars, weekday, 8, 18, FALSE);
      break;
    case 'b':
      add_bar (bars, weekday, 9, 12, FALSE);
      add_bar (bars, weekday, 14, 17, FALSE);
      break;
    case 'a':
      add_bar (bars, weekday, 0, 24, FALSE);
      break;
    case 'n':
      add_bar (bars, weekday, 0, 7, TRUE);
      add_bar (bars, weekday, 9, 17, FALSE);
      add_bar (bars, weekday, 21, 24, TRUE);
      break;
    default:
      break;
    }
  return bars;
}

static YzGuideDay *
new_day (YzPrintLanguage language, guint i, char way)
{
  YzGuideDay *day = g_new0 (YzGuideDay, 1);

  day->date = g_strdup (dates[i]);
  day->kind = i == 0 || i == 11 ? YZ_GUIDE_DAY_WORKDAY : i < 10 ? YZ_GUIDE_DAY_HOLIDAY : YZ_GUIDE_DAY_ORDINARY;
  if (language != YZ_PRINT_ENGLISH)
    day->lunar = g_strdup (moons[i]);
  else if (i == 2 || i == 3)
    day->lunar = g_strdup (i == 2 ? "Lunar New Year's Eve" : "Lunar New Year");
  day->bars = new_bars (way, (i + 5) % 7 + 1); /* the first is a Saturday */
  day->usual = way == 'u' || way == 'a' || way == 'n';
  return day;
}

void
guide_fixture_add_days (YzGuideContent *content)
{
  content->first = g_strdup (dates[1]);
  content->last = g_strdup (dates[9]);
  content->holiday = g_strdup (yz_print_say (content->language, "春节", "Spring Festival"));
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);
      const char *way = station->look == YZ_GUIDE_PAUSED ? ways[2] : ways[i % G_N_ELEMENTS (ways)];

      for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
        g_ptr_array_add (station->days, new_day (content->language, k, way[k]));
    }
}

#include "config.h"

#include "yz-guide-words.h"

#include "yz-hours-names.h"

#include <string.h>

static void
add_lines (GStrvBuilder *builder, YzHours *hours, YzHoursLanguage language)
{
  g_autofree char *sentence = yz_hours_describe (hours, language);
  g_auto (GStrv) clauses = g_strsplit (sentence, language == YZ_HOURS_CHINESE ? "；" : "; ", -1);

  g_strv_builder_addv (builder, (const char **) clauses);
}

/* Whether somebody or nobody is there at every minute of the day. */
static gboolean
covers_the_day (const GArray *spans)
{
  int covered = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, i);

      if (span->start > covered || span->unknown)
        return FALSE;
      covered = MAX (covered, span->end);
    }
  return covered >= 24 * 60;
}

/* A row that says nothing is that of the weekday, or of the year. */
static gboolean
covers_every_day (const YzHoursGrid *grid)
{
  for (guint i = 0; i < grid->seasons->len; i++)
    {
      const YzHoursGridSeason *season = g_ptr_array_index (grid->seasons, i);

      for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
        if (season->rows[row].is_set ? !covers_the_day (season->rows[row].spans)
                                     : i == 0 && row != YZ_HOURS_ROW_HOLIDAY)
          return FALSE;
    }
  return grid->exceptions->len == 0;
}

gboolean
yz_guide_hours_are_all_day (YzHours *hours)
{
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new_for_hours (hours);

  return grid != NULL && covers_every_day (grid);
}

/* Returns how many spans are left. */
static guint
drop_self_service (YzHoursGridSeason *season, guint *n_dropped)
{
  guint n_left = 0;

  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    {
      GArray *spans = season->rows[row].spans;

      for (guint i = season->rows[row].is_set ? spans->len : 0; i > 0; i--)
        if (yz_hours_comment_is_self_service (g_array_index (spans, YzHoursGridSpan, i - 1).comment))
          {
            g_array_remove_index (spans, i - 1);
            (*n_dropped)++;
          }
        else
          n_left++;
    }
  return n_left;
}

/*
 * The hours of the staff where the door opens for everybody at all other times: "all other times" is a line, each of
 * them would be a paragraph. %NULL where it is not so.
 */
static YzHours *
take_staffed (YzHours *hours)
{
  g_autoptr (YzHoursGrid) grid = yz_hours_grid_new_for_hours (hours);
  g_autofree char *text = NULL;
  guint n_dropped = 0, n_left = 0;

  if (grid == NULL || !covers_every_day (grid))
    return NULL;
  for (guint i = 0; i < grid->seasons->len; i++)
    n_left += drop_self_service (g_ptr_array_index (grid->seasons, i), &n_dropped);
  if (n_dropped == 0 || n_left == 0)
    return NULL;
  text = yz_hours_grid_to_string (grid);
  return yz_hours_parse (text, NULL, NULL);
}

GStrv
yz_guide_hours_to_lines (YzHours *hours, YzHoursLanguage language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (YzHours) staffed = take_staffed (hours);
  YzHours *told = staffed != NULL ? staffed : hours;

  add_lines (builder, told, language);
  if (staffed != NULL)
    g_strv_builder_add (builder, language == YZ_HOURS_CHINESE ? "其余时间自助进门" : "Self-service at all other times");
  return g_strv_builder_end (builder);
}

static char *
exception_in (const YzHoursException *exception, YzHoursLanguage language)
{
  gboolean chinese = language == YZ_HOURS_CHINESE;
  g_autofree char *times = exception->spans->len > 0 ? yz_hours_spans_to_string (exception->spans, language)
                                                     : g_strdup ("");
  const char *gap = *times != '\0' ? " " : "";

  switch (yz_hours_exception_get_kind (exception))
    {
    case YZ_HOURS_EXCEPTION_CLOSED:
      return chinese ? g_strconcat (times, gap, "不开放", NULL) : g_strconcat ("closed", gap, times, NULL);
    case YZ_HOURS_EXCEPTION_SELF_SERVICE:
      return chinese ? g_strconcat (times, gap, "自助开放", NULL) : g_strconcat ("self-service only", gap, times, NULL);
    case YZ_HOURS_EXCEPTION_UNKNOWN:
      return chinese ? g_strconcat (times, gap, "是否开放待定", NULL) : g_strconcat ("not certain", gap, times, NULL);
    case YZ_HOURS_EXCEPTION_OTHER_HOURS:
    case YZ_HOURS_N_EXCEPTION_KINDS:
    default:
      return *times == '\0' ? g_strdup (chinese ? "全天开放" : "open all day")
                            : g_strconcat (chinese ? "开放 " : "open ", times, NULL);
    }
}

char *
yz_guide_exception_to_words (const YzHoursException *exception, YzPrintLanguage language, gboolean with_reason)
{
  gboolean in_english = language == YZ_PRINT_ENGLISH;
  g_autofree char *text = exception_in (exception, in_english ? YZ_HOURS_ENGLISH : YZ_HOURS_CHINESE);
  g_autofree char *reason = yz_hours_exception_dup_reason (exception);

  if (*reason == '\0' || !with_reason)
    return g_steal_pointer (&text);
  return g_strdup_printf (in_english ? "%s (%s)" : "%s（%s）", text, reason);
}

char *
yz_guide_access_to_words (YzRecord *station, YzPrintLanguage language)
{
  /* of each way in: the words for it, and what a note says that tells it already */
  static const char *const ways[][4] = {
    { "door", "推门就进", "Walk in", "进" },
    { "app", "扫码开门", "Door opens by scanning the code", "码" },
    { "key_holder", "找钥匙保管人开门", "Ask the key holder", "钥匙" },
  };
  const char *access = yz_record_get_text (station, "access");
  const char *note = yz_record_get_text (station, "access_note");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (access, ways[i][0]) == 0)
      {
        g_autofree char *way = yz_print_say_both (language, ways[i][1], ways[i][2]);

        if (note == NULL)
          return g_steal_pointer (&way);
        if (language == YZ_PRINT_CHINESE && strstr (note, ways[i][3]) != NULL)
          return g_strdup (note);
        return g_strconcat (way, yz_print_say (language, "；", "; "), note, NULL);
      }
  return g_strdup (note);
}

static char *
state_in (YzPrintLanguage language, gboolean planned, const char *reason, const char *until)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *date = until != NULL ? yz_print_date (language, until) : NULL;

  if (planned)
    g_string_append (words, yz_print_say (language, "尚未开放", "Not open yet"));
  else
    g_string_append (words, yz_print_say (language, "暂停开放", "Closed for now"));
  if (reason != NULL)
    g_string_append_printf (words, "%s%s", yz_print_say (language, "：", ": "), reason);
  if (date != NULL && language == YZ_PRINT_ENGLISH)
    g_string_append_printf (words, ", %s about %s", planned ? "opens" : "opens again", date);
  else if (date != NULL)
    g_string_append_printf (words, "，预计 %s%s", date, planned ? "开放" : "恢复");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
yz_guide_state_to_words (YzRecord *station, YzPrintLanguage language)
{
  const char *state = yz_record_get_text (station, "state");
  const char *reason = yz_record_get_text (station, "state_reason");
  const char *until = yz_record_get_text (station, "state_until");
  gboolean planned = g_strcmp0 (state, "planned") == 0;
  g_autofree char *chinese = NULL, *english = NULL;

  if (g_strcmp0 (state, "open") == 0)
    return NULL;
  chinese = state_in (YZ_PRINT_CHINESE, planned, reason, until);
  /* the reason stands in the Chinese already */
  english = state_in (YZ_PRINT_ENGLISH, planned, language == YZ_PRINT_BOTH ? NULL : reason, until);
  return yz_print_say_both (language, chinese, english);
}

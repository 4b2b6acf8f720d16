/* The hours of one day as a text: what stands beside a row of bars, and what may be typed there. */
#include "config.h"

#include "yz-hours-grid.h"

#include "yz-hours-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words after a time, and what they make of it. The first of a kind is written. */
static const struct
{
  const char *word;
  const char *comment;
  gboolean unknown;
} kinds[] = {
  { "自助", "自助", FALSE },         { "无人值守", "自助", FALSE }, { "self-service", "自助", FALSE },
  { "self service", "自助", FALSE }, { "未知", NULL, TRUE },        { "不定", NULL, TRUE },
  { "unknown", NULL, TRUE },         { "有人值守", NULL, FALSE },   { "值守", NULL, FALSE },
  { "staffed", NULL, FALSE },
};

static const char *const closed_words[] = { "休息", "不开放", "不开", "关闭", "closed", "off", "-", NULL };
static const char *const all_day_words[] = { "24小时", "24 小时", "全天", "24h", "24 h", "24/7", "24 hours", NULL };

static void
refuse (GError **error, const char *part)
{
  g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX,
               _ ("“%s” is not a time of day; write it like 8:30-12:00, 13:30-18:00"), part);
}

static void
append_span (GArray *spans, int start, int end, const char *comment, gboolean unknown)
{
  YzHoursGridSpan span = { start, end, g_strdup (comment), unknown };

  g_array_append_val (spans, span);
}

/* Times as the goodwill of the grammar reads them: "9-12", "0830-1200". */
static gboolean
append_times (GArray *spans, const char *text, const char *comment, gboolean unknown)
{
  g_autoptr (YzHours) hours = yz_hours_parse (text, NULL, NULL);
  const YzHoursRule *rule = hours != NULL ? &g_array_index (hours->rules, YzHoursRule, 0) : NULL;

  if (hours == NULL || hours->rules->len != 1 || rule->names_days || rule->follows_sun || rule->comment != NULL ||
      rule->state != YZ_HOURS_OPEN)
    return FALSE;
  if (rule->segments == NULL)
    append_span (spans, 0, YZ_HOURS_DAY, comment, unknown);
  for (guint i = 0; rule->segments != NULL && i < rule->segments->len; i++)
    {
      const YzHoursSegment *segment = &g_array_index (rule->segments, YzHoursSegment, i);

      if (segment->open_end)
        return FALSE;
      append_span (spans, segment->start, segment->end, comment, unknown);
    }
  return TRUE;
}

static gboolean
ends_with (const char *text, const char *word)
{
  gsize length = strlen (text), word_length = strlen (word);

  return length >= word_length && g_ascii_strcasecmp (text + length - word_length, word) == 0;
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Cuts the words or the quoted comment off the end of @part. */
static void
take_kind (char *part, const char **comment, gboolean *unknown)
{
  char *quote;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (ends_with (part, kinds[i].word))
      {
        part[strlen (part) - strlen (kinds[i].word)] = '\0';
        *comment = kinds[i].comment;
        *unknown = kinds[i].unknown;
        g_strchomp (part);
        return;
      }
  if (!ends_with (part, "\""))
    return;
  part[strlen (part) - 1] = '\0';
  quote = strrchr (part, '"');
  if (quote == NULL)
    return;
  *quote = '\0';
  g_strchomp (part);
  take_kind (part, comment, unknown);
  *comment = quote + 1;
}

static gboolean
append_part (GArray *spans, char *part)
{
  const char *comment = NULL;
  gboolean unknown = FALSE;

  take_kind (part, &comment, &unknown);
  return append_times (spans, is_one_of (part, all_day_words) ? "00:00-24:00" : part, comment, unknown);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return ((const YzHoursGridSpan *) a)->start - ((const YzHoursGridSpan *) b)->start;
}

GArray *
yz_hours_spans_parse (const char *text, GError **error)
{
  g_autoptr (GArray) spans = yz_hours_spans_copy (NULL, 0);
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GString) plain = NULL;
  g_auto (GStrv) parts = NULL;

  if (folded == NULL)
    {
      g_set_error_literal (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX, _ ("Not valid text"));
      return NULL;
    }
  plain = g_string_new (folded);
  g_string_replace (plain, "、", ",", 0);
  g_string_replace (plain, "；", ",", 0);
  g_string_replace (plain, ";", ",", 0);
  g_strstrip (plain->str);
  if (*plain->str == '\0' || is_one_of (plain->str, closed_words))
    return g_steal_pointer (&spans);

  parts = g_strsplit (plain->str, ",", YZ_HOURS_MAX_SPANS);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_strdup (g_strstrip (parts[i]));

      if (!append_part (spans, parts[i]))
        {
          refuse (error, part);
          return NULL;
        }
    }
  g_array_sort (spans, compare_starts);
  return g_steal_pointer (&spans);
}

static void
append_kind (GString *out, const YzHoursGridSpan *span, YzHoursLanguage language)
{
  gboolean chinese = language == YZ_HOURS_CHINESE;

  if (span->unknown)
    g_string_append (out, chinese ? " 未知" : " unknown");
  if (g_strcmp0 (span->comment, "自助") == 0)
    g_string_append (out, chinese ? " 自助" : " self-service");
  else if (span->comment != NULL)
    g_string_append_printf (out, " \"%s\"", span->comment);
}

char *
yz_hours_spans_to_string (const GArray *spans, YzHoursLanguage language)
{
  gboolean chinese = language == YZ_HOURS_CHINESE;
  GString *out = g_string_new (NULL);

  if (spans->len == 0)
    g_string_append (out, chinese ? "休息" : "closed");
  for (guint i = 0; i < spans->len; i++)
    {
      const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, i);
      int end = span->end > YZ_HOURS_DAY ? span->end - YZ_HOURS_DAY : span->end;

      if (i > 0)
        g_string_append (out, ", ");
      if (span->start == 0 && span->end == YZ_HOURS_DAY)
        g_string_append (out, chinese ? "24 小时" : "24 hours");
      else
        g_string_append_printf (out, "%d:%02d-%d:%02d", span->start / 60, span->start % 60, end / 60, end % 60);
      append_kind (out, span, language);
    }
  return g_string_free (out, FALSE);
}

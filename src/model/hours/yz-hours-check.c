/* What is seen only when all rules are read: what cannot be accepted, and hints at what few people mean. */
#include "config.h"

#include "yz-hours-rule.h"

#include <glib/gi18n-lib.h>

/*
 * Whether the rule says the same with ";" and with "," before it: then it does not matter which one is missing. It
 * does matter where days are named twice, or where the rule before has dates that may hold for both.
 */
static gboolean
joins_surely (const YzHours *self, guint index)
{
  const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, index);

  for (guint i = 0; i < index; i++)
    {
      const YzHoursRule *before = &g_array_index (self->rules, YzHoursRule, i);

      if (before->years != NULL || before->dates != NULL || before->weeks != NULL || before->days == NULL ||
          (before->weekdays & rule->weekdays) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
check_joined_rules (const YzHours *self, GPtrArray *notes)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);

      if (rule->joined && !joins_surely (self, i))
        yz_hours_note_add (notes, YZ_HOURS_NOTE_ERROR, rule->start, rule->end,
                           _ ("Here a new rule seems to begin: put “;” before it"));
    }
}

/* What makes an evaluation slow must be little: no place needs much of it. */
static void
check_effort (const YzHours *self, GPtrArray *notes)
{
  guint n_sun_spans = 0, n_fallbacks = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);

      n_sun_spans += rule->follows_sun ? rule->spans->len : 0;
      n_fallbacks += rule->separator == YZ_HOURS_FALLBACK;
      if (n_sun_spans <= YZ_HOURS_MAX_SUN_SPANS && n_fallbacks <= YZ_HOURS_MAX_FALLBACKS)
        continue;
      yz_hours_note_add (notes, YZ_HOURS_NOTE_ERROR, rule->start, rule->end,
                         _ ("There are more rules than any place can have"));
      return;
    }
}

void
yz_hours_check_rules (const YzHours *self, GPtrArray *notes)
{
  check_joined_rules (self, notes);
  check_effort (self, notes);
}

static gboolean
names_weekdays_only (const YzHoursRule *rule)
{
  return rule->years == NULL && rule->dates == NULL && rule->weeks == NULL && rule->n_within == 0;
}

static guint8
weekday_mask (const YzHoursRule *rule)
{
  return rule->days != NULL ? rule->weekdays : 0xfe;
}

/* The weekdays into which the rule's nights reach. */
static guint8
mornings_after (const YzHoursRule *rule)
{
  guint8 days = weekday_mask (rule);

  return ((days << 1) | (days >> 6)) & 0xfe;
}

/* "Fr 22:00-02:00; Sa 10:00-12:00": the second rule ends Friday's night at midnight. */
static gboolean
cuts_night (const YzHoursRule *night, const YzHoursRule *later)
{
  return night->reach > 0 && !night->follows_sun && night->state != YZ_HOURS_CLOSED && names_weekdays_only (night) &&
         later->separator == YZ_HOURS_NORMAL && later->state != YZ_HOURS_CLOSED && later->names_days &&
         names_weekdays_only (later) && (mornings_after (night) & weekday_mask (later)) != 0;
}

static void
check_nights (const YzHours *self, GPtrArray *notes)
{
  for (guint i = 0; i + 1 < self->rules->len; i++)
    for (guint j = i + 1; j < self->rules->len; j++)
      {
        const YzHoursRule *later = &g_array_index (self->rules, YzHoursRule, j);

        if (!cuts_night (&g_array_index (self->rules, YzHoursRule, i), later))
          continue;
        yz_hours_note_add (notes, YZ_HOURS_NOTE_HINT, later->start, later->end,
                           _ ("This rule ends the night before it at midnight; “,” instead of “;” keeps it"));
        return;
      }
}

static void
check_holidays (const YzHours *self, GPtrArray *notes)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);

      if (rule->days == NULL || rule->weekdays == 0 || rule->weekdays == 0xfe || rule->state != YZ_HOURS_OPEN)
        continue;
      if (!yz_hours_uses_holidays ((YzHours *) self))
        yz_hours_note_add (notes, YZ_HOURS_NOTE_HINT, rule->start, rule->end,
                           _ ("Nothing is said about public holidays: add “PH off” or their hours"));
      return;
    }
}

/* A rule that nothing of the ones before survives, though they were written. */
static void
check_replaced (const YzHours *self, GPtrArray *notes)
{
  for (guint i = 1; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);
      const YzHoursRule *before = &g_array_index (self->rules, YzHoursRule, i - 1);

      if (rule->separator != YZ_HOURS_NORMAL || rule->names_days || before->names_days ||
          rule->state == YZ_HOURS_CLOSED || before->state == YZ_HOURS_CLOSED)
        continue;
      yz_hours_note_add (notes, YZ_HOURS_NOTE_HINT, rule->start, rule->end,
                         _ ("This rule replaces the one before it; “,” instead of “;” adds to it"));
    }
}

void
yz_hours_check_meaning (const YzHours *self, GPtrArray *notes)
{
  check_nights (self, notes);
  check_replaced (self, notes);
  check_holidays (self, notes);
}

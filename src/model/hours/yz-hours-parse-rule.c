/* One rule: its selectors, its times and what holds then, in whatever order and with the slips that people write. */
#include "config.h"

#include "yz-hours-parser.h"

#include <glib/gi18n-lib.h>

static gboolean
sees_rule_end (const YzParser *self)
{
  return yz_parser_sees (self, 0, YZ_TOKEN_END) || yz_parser_sees_sign (self, 0, ';') ||
         yz_parser_sees_sign (self, 0, '|') || yz_parser_sees_sign (self, 0, ',');
}

/* How many tokens say "always": "24/7", "24 hours", "24h", and "24" where nothing else is said. */
static guint
count_always (const YzParser *self, guint ahead)
{
  const YzToken *number = yz_parser_peek (self, ahead);

  if (number->kind == YZ_TOKEN_ALWAYS)
    return 1;
  if (number->kind != YZ_TOKEN_NUMBER || number->value != 24 || number->digits != 2)
    return 0;
  if (yz_parser_sees_always (self, ahead))
    return 3;
  if (yz_parser_sees (self, ahead + 1, YZ_TOKEN_HOUR) && !yz_parser_sees_sign (self, ahead + 2, '-'))
    return 2;
  return self->n_tokens == 2;
}

static gboolean
take_always (YzParser *self)
{
  const YzToken *token = yz_parser_peek (self, 0);
  guint n_tokens = count_always (self, 0);

  if (n_tokens == 1 && token->kind == YZ_TOKEN_NUMBER)
    yz_parser_warn (self, token, _ ("“24/7” is how the standard says it"));
  self->at += n_tokens;
  return n_tokens > 0;
}

static gboolean
read_state (YzParser *self, YzHoursRule *rule)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (rule->has_state)
    return yz_parser_fail (self, token, _ ("The rule states twice what holds; separate rules with “;”"));
  rule->has_state = TRUE;
  rule->state = token->value;
  self->at++;
  return TRUE;
}

static char *
dup_comment (const YzParser *self, const YzToken *token)
{
  const char *start = self->text + token->start;

  return g_strndup (token->bare ? start : g_utf8_next_char (start), token->value);
}

static gboolean
read_comment (YzParser *self, YzHoursRule *rule, gboolean first)
{
  const YzToken *token = yz_parser_peek (self, 0);

  self->at++;
  if (first && rule->label == NULL && yz_parser_sees_sign (self, 0, ':'))
    {
      rule->label = dup_comment (self, token);
      self->at++;
      return !sees_rule_end (self) ||
             yz_parser_fail (self, yz_parser_peek (self, 0), _ ("This colon separates nothing"));
    }
  if (rule->comment != NULL)
    return yz_parser_fail (self, token, _ ("The rule has two comments; put both into one pair of quotes"));
  rule->comment = dup_comment (self, token);
  return TRUE;
}

/* "Fr :00-12:00" */
static gboolean
lacks_hours (const YzParser *self, const YzToken *colon)
{
  const YzToken *next = yz_parser_peek (self, 0);

  return colon->spaced && next->kind == YZ_TOKEN_NUMBER && !next->spaced && !yz_parser_sees_clock (self, 0);
}

/* A colon after a selector of days helps the reader; anywhere else something is missing. */
static gboolean
read_colon (YzParser *self, const YzHoursRule *rule, gboolean first)
{
  const YzToken *colon = yz_parser_peek (self, 0);

  self->at++;
  if (first || rule->spans != NULL || sees_rule_end (self) || yz_parser_sees_sign (self, 0, ':') ||
      lacks_hours (self, colon))
    return yz_parser_fail (self, colon, _ ("This colon separates nothing"));
  if (rule->days != NULL || rule->always || rule->has_state)
    yz_parser_warn (self, colon, _ ("No colon belongs here"));
  return TRUE;
}

static gboolean
read_days_in_order (YzParser *self, YzHoursRule *rule)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (rule->spans != NULL)
    yz_parser_warn (self, token, _ ("The days stand before the times"));
  return yz_parser_read_days (self, rule);
}

static gboolean
read_times_in_order (YzParser *self, YzHoursRule *rule, YzTokenKind previous)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (rule->spans != NULL && (previous == YZ_TOKEN_WEEKDAY || previous == YZ_TOKEN_COMMENT))
    return yz_parser_fail (self, token, _ ("Here a new rule seems to begin: put “;” before it"));
  return yz_parser_read_times (self, rule);
}

static gboolean
read_wide (YzParser *self, YzHoursRule *rule)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (rule->spans != NULL)
    yz_parser_warn (self, token, _ ("The dates stand before the times"));
  if (token->kind == YZ_TOKEN_WEEK)
    return yz_parser_read_weeks (self, rule);
  if (token->kind == YZ_TOKEN_NUMBER && !yz_parser_sees (self, 1, YZ_TOKEN_MONTH) &&
      !yz_parser_sees (self, 1, YZ_TOKEN_EASTER))
    return yz_parser_read_years (self, rule);
  return yz_parser_read_dates (self, rule);
}

/* "2026 Jan": a year at the start of a rule; later a number is a time */
static gboolean
sees_years (const YzParser *self, const YzHoursRule *rule)
{
  return yz_parser_sees_year (self, 0) && rule->days == NULL && rule->spans == NULL && rule->dates == NULL &&
         (!yz_parser_sees_sign (self, 1, ':') || !yz_parser_sees (self, 2, YZ_TOKEN_NUMBER) ||
          yz_parser_peek (self, 2)->spaced);
}

static gboolean
read_part (YzParser *self, YzHoursRule *rule, YzTokenKind previous)
{
  const YzToken *token = yz_parser_peek (self, 0);
  gboolean first = previous == YZ_TOKEN_END;

  if (take_always (self))
    {
      if (rule->always)
        return yz_parser_fail (self, token, _ ("“24/7” stands here twice"));
      return rule->always = TRUE;
    }

  switch (token->kind)
    {
    case YZ_TOKEN_MONTH:
    case YZ_TOKEN_EASTER:
    case YZ_TOKEN_WEEK:
      return read_wide (self, rule);
    case YZ_TOKEN_NUMBER:
      if (sees_years (self, rule))
        return read_wide (self, rule);
      return read_times_in_order (self, rule, previous);
    case YZ_TOKEN_WEEKDAY:
    case YZ_TOKEN_WEEKDAYS:
    case YZ_TOKEN_HOLIDAY:
      return read_days_in_order (self, rule);
    case YZ_TOKEN_EVENT:
    case YZ_TOKEN_NOON:
      return read_times_in_order (self, rule, previous);
    case YZ_TOKEN_STATE:
      return read_state (self, rule);
    case YZ_TOKEN_COMMENT:
      return read_comment (self, rule, first);
    case YZ_TOKEN_SIGN:
      if (token->value == ':')
        return read_colon (self, rule, first);
      if (token->value == '(')
        return read_times_in_order (self, rule, previous);
      return yz_parser_fail (self, token, _ ("This sign cannot stand here"));
    case YZ_TOKEN_WORD:
      return yz_parser_fail (self, token, _ ("Not understood"));
    case YZ_TOKEN_DAY:
    case YZ_TOKEN_HOUR:
    case YZ_TOKEN_MERIDIEM:
    case YZ_TOKEN_ALWAYS:
    case YZ_TOKEN_END:
    default:
      return yz_parser_fail (self, token, _ ("This word cannot stand here"));
    }
}

/* What a rule means that says no state: open, or unknown where it has only a comment to say. */
static void
imply_state (YzHoursRule *rule)
{
  if (!rule->has_state)
    rule->state = rule->comment != NULL || rule->label != NULL ? YZ_HOURS_UNKNOWN : YZ_HOURS_OPEN;
}

/* "Mo-Fr 08:00-17:00 Sa 08:00-12:00": nothing but a rule of its own can begin with a day here. */
static gboolean
sees_joined_rule (const YzParser *self, const YzHoursRule *rule)
{
  YzTokenKind kind = yz_parser_peek (self, 0)->kind;

  return rule->days != NULL && (rule->spans != NULL || rule->has_state) &&
         (kind == YZ_TOKEN_WEEKDAY || kind == YZ_TOKEN_WEEKDAYS || kind == YZ_TOKEN_HOLIDAY);
}

static gboolean
names_days_only (const YzHoursRule *rule)
{
  gboolean names_days = rule->years != NULL || rule->dates != NULL || rule->weeks != NULL || rule->days != NULL;

  return names_days && rule->spans == NULL && !rule->always && !rule->has_state && rule->comment == NULL;
}

/* "Mo-Fr, 08:00-12:00" and "Su, off": after days a comma before their hours cannot separate rules. */
static gboolean
skip_comma_before_hours (YzParser *self, const YzHoursRule *rule)
{
  const YzToken *comma = yz_parser_peek (self, 0);
  YzTokenKind kind = yz_parser_peek (self, 1)->kind;

  if (!yz_token_is_sign (comma, ',') || !names_days_only (rule))
    return FALSE;
  if (!yz_parser_sees_clock (self, 1) && kind != YZ_TOKEN_EVENT && kind != YZ_TOKEN_STATE &&
      count_always (self, 1) == 0)
    return FALSE;
  yz_parser_warn (self, comma, _ ("No comma belongs between days and their hours"));
  self->at++;
  return TRUE;
}

/* "PH,Dec 24 off": a list goes on from days of the week to dates, or back; the rest of the rule is for both. */
static gboolean
sees_mixed_list (const YzParser *self, const YzHoursRule *rule)
{
  if (!yz_parser_sees_sign (self, 0, ',') || !names_days_only (rule) || (rule->days != NULL) == (rule->dates != NULL) ||
      rule->years != NULL || rule->weeks != NULL)
    return FALSE;
  return rule->days != NULL ? yz_parser_sees_date (self, 1) : yz_parser_sees_day (self, 1);
}

gboolean
yz_parser_read_rule (YzParser *self, YzHoursRule *rule)
{
  YzTokenKind previous = YZ_TOKEN_END;

  self->compact_times = FALSE;
  rule->start = rule->end = yz_parser_peek (self, 0)->start;
  while (skip_comma_before_hours (self, rule) || (!sees_rule_end (self) && !sees_joined_rule (self, rule)))
    {
      const YzToken *token = yz_parser_peek (self, 0);
      guint before = self->at;

      if (!read_part (self, rule, previous))
        return FALSE;
      if (token->kind == YZ_TOKEN_SIGN && token->value == ':' && self->at == before + 1)
        continue;
      previous = token->kind == YZ_TOKEN_WEEKDAYS || token->kind == YZ_TOKEN_HOLIDAY ? YZ_TOKEN_WEEKDAY : token->kind;
    }
  rule->end = self->at > 0 ? self->tokens[self->at - 1].end : 0;
  rule->goes_on = sees_mixed_list (self, rule);
  imply_state (rule);
  return TRUE;
}

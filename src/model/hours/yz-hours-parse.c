/* A list of rules and what separates them: the top of the grammar, and what every parser file shares. */
#include "config.h"

#include "yz-hours-parser.h"

#include <glib/gi18n-lib.h>

gboolean
yz_parser_fail (YzParser *self, const YzToken *token, const char *message)
{
  yz_hours_note_add (self->notes, YZ_HOURS_NOTE_ERROR, token->start, token->end, message);
  return FALSE;
}

void
yz_parser_warn (YzParser *self, const YzToken *token, const char *message)
{
  yz_hours_note_add (self->notes, YZ_HOURS_NOTE_WARNING, token->start, token->end, message);
}

gboolean
yz_parser_take_sign (YzParser *self, int sign)
{
  if (!yz_parser_sees_sign (self, 0, sign))
    return FALSE;
  self->at++;
  return TRUE;
}

gboolean
yz_parser_sees_year (const YzParser *self, guint ahead)
{
  const YzToken *token = yz_parser_peek (self, ahead);

  return token->kind == YZ_TOKEN_NUMBER && token->digits == 4 && token->value >= 1900;
}

gboolean
yz_parser_sees_clock (const YzParser *self, guint ahead)
{
  const YzToken *number = yz_parser_peek (self, ahead);
  const YzToken *sign = yz_parser_peek (self, ahead + 1);
  const YzToken *minutes = yz_parser_peek (self, ahead + 2);

  if (number->kind != YZ_TOKEN_NUMBER)
    return FALSE;
  if (number->digits > 2 || sign->kind == YZ_TOKEN_HOUR || sign->kind == YZ_TOKEN_MERIDIEM)
    return TRUE;
  return (yz_token_is_sign (sign, ':') || yz_token_is_sign (sign, '.')) && minutes->kind == YZ_TOKEN_NUMBER &&
         !minutes->spaced;
}

gboolean
yz_parser_sees_always (const YzParser *self, guint ahead)
{
  const YzToken *number = yz_parser_peek (self, ahead), *days = yz_parser_peek (self, ahead + 2);

  return number->kind == YZ_TOKEN_NUMBER && number->value == 24 && yz_parser_sees_sign (self, ahead + 1, '/') &&
         days->kind == YZ_TOKEN_NUMBER && days->value == 7;
}

static gboolean
sees_list_gap (YzParser *self, const YzHoursRule *rule)
{
  const YzToken *comma = yz_parser_peek (self, 0);

  if (!yz_token_is_sign (comma, ','))
    return FALSE;
  if (yz_parser_sees_sign (self, 1, ',') || yz_parser_sees_sign (self, 1, ';') || yz_parser_sees_sign (self, 1, '|'))
    return !yz_parser_fail (self, comma, _ ("Something is missing between these separators"));
  if (rule->spans == NULL && !rule->has_state && rule->comment == NULL && !rule->always && !rule->goes_on &&
      !yz_parser_sees (self, 1, YZ_TOKEN_END))
    return !yz_parser_fail (self, comma, _ ("This comma joins things of different kinds; separate rules with “;”"));
  return FALSE;
}

/* Steps over one separator; surplus semicolons are forgiven. */
static gboolean
read_separator (YzParser *self, YzHoursRule *rule, const YzHoursRule *before)
{
  const YzToken *token = yz_parser_peek (self, 0);

  if (token->kind != YZ_TOKEN_SIGN)
    {
      yz_parser_warn (self, token, _ ("“;” is missing before this rule"));
      rule->separator = YZ_HOURS_NORMAL;
      return rule->joined = TRUE;
    }

  self->at++;
  rule->separator = token->value == '|'   ? YZ_HOURS_FALLBACK
                    : token->value == ',' ? YZ_HOURS_ADDITIONAL
                                          : YZ_HOURS_NORMAL;
  /* what is laid over a fallback belongs to the fallback */
  if (before->goes_on || (token->value == ',' && before->separator == YZ_HOURS_FALLBACK))
    rule->separator = before->separator;

  while (yz_parser_sees_sign (self, 0, ';') && token->value == ';')
    yz_parser_warn (self, &self->tokens[self->at++], _ ("One “;” is enough"));
  if (yz_parser_sees_sign (self, 0, '|') || yz_parser_sees_sign (self, 0, ';'))
    return yz_parser_fail (self, token, _ ("Something is missing between these separators"));
  return TRUE;
}

/*
 * Whether a list of days and dates can only mean all of them. Months and ranges may be meant as a frame instead, as
 * in "Jul-Aug,Sa,Su 10:00-18:00", and days after a date may explain it: "Dec 24,Th 10:00-12:00".
 */
static gboolean
is_surely_one_list (const YzHoursRule *rule, gboolean starts_list)
{
  gboolean closed = rule->state == YZ_HOURS_CLOSED && rule->has_state;

  for (guint i = 0; rule->dates != NULL && i < rule->dates->len; i++)
    {
      const YzHoursDates *dates = &g_array_index (rule->dates, YzHoursDates, i);

      if (dates->first.kind == YZ_HOURS_DATE_MONTH || (dates->kind != YZ_HOURS_DATES_SINGLE && !closed))
        return FALSE;
    }
  return closed || rule->dates == NULL || !starts_list;
}

/* Gives the rules that go on in the last one what that one has beside its days. */
static gboolean
share_rest (YzParser *self, GArray *rules)
{
  const YzHoursRule *last = &g_array_index (rules, YzHoursRule, rules->len - 1);
  gboolean sure = TRUE;

  for (guint i = rules->len - 1; i > 0 && last[-1].goes_on; i--, last--)
    {
      YzHoursRule *rule = &g_array_index (rules, YzHoursRule, i - 1);

      rule->spans = last->spans != NULL ? g_array_copy (last->spans) : NULL;
      rule->always = last->always;
      rule->has_state = last->has_state;
      rule->state = last->state;
      rule->comment = g_strdup (last->comment);
      rule->end = last->end;
      sure &= is_surely_one_list (rule, TRUE) && is_surely_one_list (last, FALSE);
      yz_hours_note_add (self->notes, sure ? YZ_HOURS_NOTE_WARNING : YZ_HOURS_NOTE_ERROR, rule->start, rule->end,
                         sure ? _ ("Days of the week and dates in one list: taken as two rules")
                              : _ ("This comma joins things of different kinds; separate rules with “;”"));
    }
  return sure;
}

/* After an error the next rule is looked at too, so that an editor can mark all there is. */
static void
skip_rule (YzParser *self)
{
  while (!yz_parser_sees (self, 0, YZ_TOKEN_END) && !yz_parser_sees_sign (self, 0, ';'))
    self->at++;
}

void
yz_parser_read_rules (YzParser *self, GArray *rules)
{
  YzHoursRule rule = { 0 };

  while (yz_parser_sees_sign (self, 0, ';'))
    yz_parser_warn (self, &self->tokens[self->at++], _ ("One “;” is enough"));
  if (yz_parser_sees (self, 0, YZ_TOKEN_END) || yz_parser_sees_sign (self, 0, '|') ||
      yz_parser_sees_sign (self, 0, ','))
    yz_parser_fail (self, yz_parser_peek (self, 0), _ ("There are no opening hours here"));

  while (!yz_parser_sees (self, 0, YZ_TOKEN_END))
    {
      YzHoursRule next = { 0 };

      if (!yz_parser_read_rule (self, &rule) || sees_list_gap (self, &rule))
        skip_rule (self);
      g_array_append_val (rules, rule);
      if (!rule.goes_on)
        share_rest (self, rules);
      if (rules->len > YZ_HOURS_MAX_RULES)
        {
          yz_parser_fail (self, yz_parser_peek (self, 0), _ ("There are more rules than any place can have"));
          return;
        }
      if (yz_parser_sees (self, 0, YZ_TOKEN_END))
        return;

      if (!read_separator (self, &next, &rule))
        skip_rule (self);
      rule = next;
      if (yz_parser_sees (self, 0, YZ_TOKEN_END))
        yz_parser_warn (self, &self->tokens[self->at - 1], _ ("The separator at the end separates nothing"));
    }
}

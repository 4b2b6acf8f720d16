/* Rules and what separates them: the top of the grammar, and what every parser file shares. */
#include "config.h"

#include "yz-hours-parser.h"

#include <string.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (yz - hours - error - quark, yz_hours_error)

void
yz_hours_note_free (YzHoursNote *note)
{
  g_free (note->message);
  g_free (note);
}

void
yz_hours_note_add (GPtrArray *notes, YzHoursNoteKind kind, guint start, guint end, const char *message)
{
  YzHoursNote *note = g_new (YzHoursNote, 1);

  *note = (YzHoursNote){ kind, start, end, g_strdup (message) };
  g_ptr_array_add (notes, note);
}

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

/* "Jan": a year at the start of a rule; later a number is a time */
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

static gboolean
read_rule (YzParser *self, YzHoursRule *rule)
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
share_rest (YzParser *self, YzHours *hours)
{
  const YzHoursRule *last = &g_array_index (hours->rules, YzHoursRule, hours->rules->len - 1);
  gboolean sure = TRUE;

  for (guint i = hours->rules->len - 1; i > 0 && last[-1].goes_on; i--, last--)
    {
      YzHoursRule *rule = &g_array_index (hours->rules, YzHoursRule, i - 1);

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

static void
clear_rule (gpointer rule)
{
  yz_hours_rule_clear (rule);
}

static void
read_rules (YzParser *self, YzHours *hours)
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

      if (!read_rule (self, &rule) || sees_list_gap (self, &rule))
        skip_rule (self);
      g_array_append_val (hours->rules, rule);
      if (!rule.goes_on)
        share_rest (self, hours);
      if (hours->rules->len > YZ_HOURS_MAX_RULES)
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

static YzHours *
hours_new (const char *text)
{
  YzHours *self = g_new0 (YzHours, 1);

  g_atomic_ref_count_init (&self->references);
  self->text = g_strdup (text);
  self->rules = g_array_new (FALSE, FALSE, sizeof (YzHoursRule));
  g_array_set_clear_func (self->rules, clear_rule);
  return self;
}

static gboolean
set_first_error (GPtrArray *notes, GError **error)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const YzHoursNote *note = g_ptr_array_index (notes, i);

      if (note->kind != YZ_HOURS_NOTE_ERROR)
        continue;
      g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX, "%s", note->message);
      return TRUE;
    }
  return FALSE;
}

/* A text that is no text at all: too long, or not UTF-8. */
static gboolean
check_text (const char *text, GPtrArray *notes, GError **error)
{
  const char *bad;

  if (strlen (text) > YZ_HOURS_MAX_BYTES)
    {
      yz_hours_note_add (notes, YZ_HOURS_NOTE_ERROR, YZ_HOURS_MAX_BYTES, strlen (text), _ ("The text is too long"));
      g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_TOO_LONG, "%s", _ ("The text is too long"));
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, &bad))
    {
      yz_hours_note_add (notes, YZ_HOURS_NOTE_ERROR, bad - text, bad - text + 1, _ ("Not valid text"));
      return !set_first_error (notes, error);
    }
  return TRUE;
}

static gint
compare_notes (gconstpointer a, gconstpointer b)
{
  const YzHoursNote *first = *(YzHoursNote *const *) a;
  const YzHoursNote *second = *(YzHoursNote *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static YzHours *
parse_into (const char *text, GPtrArray *notes, GError **error)
{
  g_autoptr (YzHours) self = NULL;
  g_autoptr (GArray) tokens = NULL;
  YzParser parser = { .text = text, .notes = notes };

  if (!check_text (text, notes, error))
    return NULL;

  self = hours_new (text);
  tokens = yz_hours_scan (text, notes);
  parser.tokens = (const YzToken *) tokens->data;
  parser.n_tokens = tokens->len;
  read_rules (&parser, self);
  if (parser.moment != NULL && parser.has_spans)
    yz_parser_fail (&parser, parser.moment,
                    _ ("A single time is no opening hours: write a span such as 08:00-12:00, or 08:00+"));
  yz_hours_compile (self);
  yz_hours_check_rules (self, notes);
  g_ptr_array_sort (notes, compare_notes);
  if (set_first_error (notes, error))
    return NULL;

  yz_hours_check_meaning (self, notes);
  return g_steal_pointer (&self);
}

YzHours *
yz_hours_parse (const char *text, GPtrArray **notes, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_hours_note_free);
  YzHours *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = parse_into (text, found, error);
  if (notes != NULL)
    *notes = g_steal_pointer (&found);
  return self;
}

YzHours *
yz_hours_ref (YzHours *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
yz_hours_unref (YzHours *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->rules);
  g_free (self->text);
  g_free (self);
}

const char *
yz_hours_get_text (YzHours *self)
{
  return self->text;
}

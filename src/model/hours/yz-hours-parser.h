/*
 * The parser's state and its entry points: the list of rules in yz-hours-parse.c, one rule in yz-hours-parse-rule.c,
 * selectors of days in yz-hours-parse-days.c and yz-hours-parse-dates.c, times in yz-hours-parse-times.c.
 *
 * Every function that reads something returns whether it could, and has noted an error where not.
 *
 * Private to the hours library.
 */
#pragma once

#include "yz-hours-lexer.h"
#include "yz-hours-rule.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  const YzToken *tokens;
  guint n_tokens;
  guint at;
  gboolean compact_times; /* the rule writes "0830": a year and a time look alike */
  gboolean after_months;  /* a list of months goes on: "Jan,Feb Su[1]" selects from both */
  gboolean has_spans;     /* a time with an end, somewhere */
  const YzToken *moment;  /* the first time without one: "Su 9:30" */
  GPtrArray *notes;
} YzParser;

/* Token @ahead of the current one; the end token where there is none. */
static inline const YzToken *
yz_parser_peek (const YzParser *self, guint ahead)
{
  return &self->tokens[MIN (self->at + ahead, self->n_tokens - 1)];
}

static inline gboolean
yz_token_is_sign (const YzToken *token, int sign)
{
  return token->kind == YZ_TOKEN_SIGN && token->value == sign;
}

static inline gboolean
yz_parser_sees_sign (const YzParser *self, guint ahead, int sign)
{
  return yz_token_is_sign (yz_parser_peek (self, ahead), sign);
}

static inline gboolean
yz_parser_sees (const YzParser *self, guint ahead, YzTokenKind kind)
{
  return yz_parser_peek (self, ahead)->kind == kind;
}

/* Steps over the sign if it stands there, and returns whether it did. */
gboolean yz_parser_take_sign (YzParser *self, int sign);

/* A number that is a year by its look: four digits, 1900 or later. */
gboolean yz_parser_sees_year (const YzParser *self, guint ahead);

/* A number that begins a time: "05:00", "5h", "5.30", "5 pm"; but "Jan 5: 10:00" has a colon to be read more easily. */
gboolean yz_parser_sees_clock (const YzParser *self, guint ahead);

/* "24/7" */
gboolean yz_parser_sees_always (const YzParser *self, guint ahead);

/* A day of the week or a holiday; a month, a date or easter, perhaps after a year. */
gboolean yz_parser_sees_day (const YzParser *self, guint ahead);
gboolean yz_parser_sees_date (const YzParser *self, guint ahead);

/* Notes an error at @token. Returns: %FALSE */
gboolean yz_parser_fail (YzParser *self, const YzToken *token, const char *message);

/* Notes at @token what was understood though it is not as the grammar has it. */
void yz_parser_warn (YzParser *self, const YzToken *token, const char *message);

/* The selectors of days, in the order of the grammar: "2026", "Jan-Mar 15", "week 2-10", "Mo-Fr,PH". */
gboolean yz_parser_read_years (YzParser *self, YzHoursRule *rule);
gboolean yz_parser_read_dates (YzParser *self, YzHoursRule *rule);
gboolean yz_parser_read_weeks (YzParser *self, YzHoursRule *rule);
gboolean yz_parser_read_days (YzParser *self, YzHoursRule *rule);

/* "+1 day", "-7 days", by @most days at most; nothing where there is none. */
gboolean yz_parser_read_offset (YzParser *self, int most, gint16 *offset);

/* "/2"; nothing where there is none. */
gboolean yz_parser_read_step (YzParser *self, int least, int most, int *step);

/* Appends what the text has to @rules (element-type YzHoursRule), rules with errors too: those are in the notes. */
void yz_parser_read_rules (YzParser *self, GArray *rules);

/* Up to the separator, or to a rule that begins without one. */
gboolean yz_parser_read_rule (YzParser *self, YzHoursRule *rule);

/* "08:00-12:00,14:00+" */
gboolean yz_parser_read_times (YzParser *self, YzHoursRule *rule);

/* "[1,3-4,-1]" after the day of the week */
gboolean yz_parser_read_nths (YzParser *self, guint8 *nth, guint8 *nth_last);

G_END_DECLS

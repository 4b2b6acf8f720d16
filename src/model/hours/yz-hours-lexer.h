/*
 * Text → tokens. What people type instead of the grammar's signs is mapped here, so that the parser sees one
 * alphabet; what a token stood for stays known by its place in the text.
 *
 * Private to the hours library.
 */
#pragma once

#include "yz-hours.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_TOKEN_END,
  YZ_TOKEN_NUMBER,   /* @value, @digits */
  YZ_TOKEN_MONTH,    /* @value 1…12 */
  YZ_TOKEN_WEEKDAY,  /* @value GDateWeekday */
  YZ_TOKEN_WEEKDAYS, /* @value first * 8 + last: "daily", "weekend" */
  YZ_TOKEN_HOLIDAY,  /* @value 0 public, 1 school */
  YZ_TOKEN_EVENT,    /* @value YzHoursEvent */
  YZ_TOKEN_STATE,    /* @value YzHoursState */
  YZ_TOKEN_COMMENT,  /* @value bytes of text, between quotes unless it is @bare */
  YZ_TOKEN_EASTER,
  YZ_TOKEN_WEEK,
  YZ_TOKEN_DAY,      /* of "+1 day" */
  YZ_TOKEN_HOUR,     /* the h of "10h30"; @value 1: may count hours, as in "8 hours" */
  YZ_TOKEN_MERIDIEM, /* @value 0 am, 12 pm */
  YZ_TOKEN_NOON,     /* @value minutes */
  YZ_TOKEN_ALWAYS,
  YZ_TOKEN_SIGN,     /* @value one of ; , : . - + / ( ) [ ] and '|' for || */
  YZ_TOKEN_WORD,     /* no known word */
} YzTokenKind;

typedef struct
{
  YzTokenKind kind;
  int value;
  guint start; /* bytes */
  guint end;
  guint8 digits;
  gboolean spaced;   /* after a space */
  gboolean germanic; /* a day of the week beside standard ones only */
  gboolean bare;     /* a comment without quotes */
} YzToken;

/* Full width to half width, every dash to one, curly quotes to straight ones, every space to one. */
gunichar yz_hours_fold (gunichar c);

/* Returns: (element-type YzToken): at least the end token. What was not standard is added to @notes. */
GArray *yz_hours_scan (const char *text, GPtrArray *notes);

G_END_DECLS

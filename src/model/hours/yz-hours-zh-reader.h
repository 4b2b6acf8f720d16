/*
 * What is known while Chinese text is read: statements in yz-hours-zh.c, their times in yz-hours-zh-times.c.
 *
 * Every function that reads something returns whether it could, and has set the reason where not.
 *
 * Private to the hours library.
 */
#pragma once

#include "yz-hours-zh.h"

G_BEGIN_DECLS

typedef struct
{
  int start; /* minutes since midnight */
  int end;
} YzZhSpan;

typedef struct
{
  const YzZhToken *tokens;
  guint at;
  GError **error;

  GString *value; /* rules so far */

  /* the statement that is being read */
  GString *dates;
  GString *days;
  GArray *spans;   /* YzZhSpan */
  GString *except; /* days that the statement leaves out */
  gboolean all_day;
  int last_end;     /* of the latest span */
  guint8 weekdays;  /* bits, of all statements */
  gboolean closed;  /* the last statement closed its days: times need days of their own */
  gboolean no_rest; /* "无休" somewhere */
  gboolean opens;   /* a statement has hours */
  guint n_brackets; /* that are open around times */
} YzZhReader;

static inline const YzZhToken *
yz_zh_reader_peek (const YzZhReader *self, guint ahead)
{
  for (guint i = 0; i < ahead; i++)
    if (self->tokens[self->at + i].kind == YZ_ZH_END)
      return &self->tokens[self->at + i];
  return &self->tokens[self->at + ahead];
}

/* Keeps the first reason. Returns: %FALSE */
gboolean yz_zh_reader_fail (YzZhReader *self, const char *reason);

/* A span, or the times of a rest within the spans before: "8:30-17:30 中午12:00-13:30休息" */
gboolean yz_zh_reader_read_span (YzZhReader *self);

/* The times that follow "午休" */
gboolean yz_zh_reader_read_lunch (YzZhReader *self);

/* "24小时" */
gboolean yz_zh_reader_read_all_day (YzZhReader *self);

G_END_DECLS

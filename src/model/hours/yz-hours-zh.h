/*
 * Chinese ledger text → tokens.
 *
 * Private to the hours library.
 */
#pragma once

#include "yz-hours.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_ZH_END,
  YZ_ZH_DAYS,     /* @first to @last: days of the week, 1…7 */
  YZ_ZH_HOLIDAY,  /* 法定节假日; @first 1: only 节假日 */
  YZ_ZH_DATE,     /* @first month, @last day; 0: the whole month */
  YZ_ZH_TIME,     /* @first minutes as written, @period before it; @last 1: of the next day */
  YZ_ZH_PERIOD,   /* 上午 with no time after it */
  YZ_ZH_ALL_DAY,  /* 24小时 */
  YZ_ZH_CLOSED,   /* 休息, 除外 */
  YZ_ZH_EXCEPT,   /* 除 … */
  YZ_ZH_OUTSIDE,  /* … 外 */
  YZ_ZH_OTHERS,   /* 其余时间: the days that were not named */
  YZ_ZH_LUNCH,    /* 午休 */
  YZ_ZH_SEASON,   /* 夏季, which its dates explain */
  YZ_ZH_NO_REST,  /* 无休 */
  YZ_ZH_DASH,
  YZ_ZH_COMMA,    /* separates things of one kind: , 、 和; @first 1: only a space */
  YZ_ZH_OPEN,     /* a bracket */
  YZ_ZH_CLOSE,
} YzZhKind;

typedef enum
{
  YZ_ZH_ANY_TIME,
  YZ_ZH_SMALL_HOURS, /* 凌晨 */
  YZ_ZH_MORNING,     /* 上午, 早上 */
  YZ_ZH_NOON,        /* 中午 */
  YZ_ZH_AFTERNOON,   /* 下午 */
  YZ_ZH_EVENING,     /* 晚上 */
} YzZhPeriod;

typedef struct
{
  YzZhKind kind;
  int first;
  int last;
  YzZhPeriod period;
} YzZhToken;

/* Returns: (nullable) (element-type YzZhToken): with an end token, or %NULL where a word is not known */
GArray *yz_hours_zh_scan (const char *text, GError **error);

G_END_DECLS

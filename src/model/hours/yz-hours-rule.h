/*
 * The parsed form of a value: rules of selectors, as written and as compiled for evaluation.
 *
 * Private to the hours library.
 */
#pragma once

#include "yz-hours.h"

G_BEGIN_DECLS

#define YZ_HOURS_DAY 1440 /* minutes */

typedef enum
{
  YZ_HOURS_NORMAL,     /* ";"  replaces the rules before it on the days it names */
  YZ_HOURS_ADDITIONAL, /* ","  is laid over them */
  YZ_HOURS_FALLBACK,   /* "||" fills what they leave closed */
} YzHoursSeparator;

typedef struct
{
  gint16 first;
  gint16 last; /* G_MAXINT16: no end */
  gint16 step; /* 1: every year */
} YzHoursYears;

typedef enum
{
  YZ_HOURS_DATE_MONTH,  /* "Jan": its first day as a start, its last as an end */
  YZ_HOURS_DATE_DAY,    /* "Jan 31" */
  YZ_HOURS_DATE_NTH,    /* "Jan Su[-1]" */
  YZ_HOURS_DATE_EASTER, /* "easter" */
} YzHoursDateKind;

typedef struct
{
  YzHoursDateKind kind;
  gint16 year; /* 0: every year */
  gint8 month;
  gint8 day;
  gint8 weekday;
  gint8 nth;           /* -5…5 */
  gint8 toward;        /* "+Su", "-Su": that day after or before; 0: as it is */
  gint8 toward_sign;   /* 1 or -1 */
  gint16 offset;       /* days */
} YzHoursDate;

typedef enum
{
  YZ_HOURS_DATES_SINGLE,
  YZ_HOURS_DATES_RANGE,
  YZ_HOURS_DATES_ONWARDS, /* "2026 Jan 31+" */
} YzHoursDatesKind;

typedef struct
{
  YzHoursDatesKind kind;
  YzHoursDate first;
  YzHoursDate last; /* of a range */
  gint16 step;      /* 1: every day */
  gboolean in_mask; /* compiled into the rule's months */
} YzHoursDates;

typedef struct
{
  gint8 first;
  gint8 last;
  gint8 step;
} YzHoursWeeks;

typedef enum
{
  YZ_HOURS_DAYS_WEEKDAYS, /* "Mo", "Mo-Fr", wraps */
  YZ_HOURS_DAYS_NTH,      /* "Mo[1,-1] +1 day" */
  YZ_HOURS_DAYS_PUBLIC,   /* "PH -1 day" */
  YZ_HOURS_DAYS_SCHOOL,   /* "SH" */
} YzHoursDaysKind;

typedef struct
{
  YzHoursDaysKind kind;
  gint8 first; /* GDateWeekday */
  gint8 last;
  guint8 nth;      /* bit n - 1: the nth of the month */
  guint8 nth_last; /* bit n - 1: the nth from the end */
  gint16 offset;   /* days */
} YzHoursDays;

typedef enum
{
  YZ_HOURS_CLOCK, /* a time of day */
  YZ_HOURS_DAWN,
  YZ_HOURS_SUNRISE,
  YZ_HOURS_SUNSET,
  YZ_HOURS_DUSK,
} YzHoursEvent;

typedef struct
{
  YzHoursEvent event;
  gint16 minutes; /* since midnight up to 48:00, or after the event */
} YzHoursTime;

typedef struct
{
  YzHoursTime start;
  YzHoursTime end; /* equals @start where only an open end follows */
  gboolean open_end;
} YzHoursSpan;

/* A compiled span: minutes since the midnight that begins the rule's day, over following midnights. */
typedef struct
{
  gint16 start;
  gint16 end;
  gboolean open_end;
} YzHoursSegment;

typedef struct
{
  YzHoursSeparator separator;

  /* selectors; NULL where the rule has none of the kind */
  GArray *years;
  GArray *dates;
  GArray *weeks;
  GArray *days;
  GArray *spans;
  guint n_within;             /* "SH Mo-Fr": the first so many days are a frame for the others; 0: there is none */
  gboolean always;            /* "24/7" */
  char *label;                /* "winter": … */

  gboolean has_state; /* written, not implied */
  YzHoursState state;
  char *comment;

  gboolean joined;  /* the separator before it is missing */
  gboolean goes_on; /* only days: the next rule is the rest of the list, "PH,Dec 24 off" */
  guint start; /* bytes of the text */
  guint end;

  /* compiled */
  guint16 months;         /* bit month - 1: named as a whole, in every year */
  guint8 weekdays;        /* bit GDateWeekday: named plainly, within the frame or without one */
  gboolean names_days;    /* any selector of days */
  gboolean follows_sun;   /* segments are made anew for each day */
  guint8 reach;           /* midnights that the last segment crosses */
  GArray *segments;       /* YzHoursSegment, in order, disjoint; NULL: the whole day */
} YzHoursRule;

struct _YzHours
{
  gatomicrefcount references;
  char *text;
  GArray *rules; /* YzHoursRule */
  gboolean week_stable;
  guint cycle; /* days */
};

/* A civil day taken apart once for all the rules. */
typedef struct
{
  guint32 julian;
  int year;
  int month;
  int day;
  int weekday;
  int week;   /* ISO 8601; 0 until it is asked for */
  int hours_of; /* the weekday whose hours hold: differs on a shifted workday */
} YzHoursDay;

/* Takes @julian apart; @calendar (nullable) knows the shifted workdays. */
void yz_hours_day_init (YzHoursDay *day, guint32 julian, const YzHoursCalendar *calendar);

/* GDate's day number; @day may lie beyond the end of its month. */
guint32 yz_hours_day_from_civil (int year, int month, int day);

/* 28 to 31. */
int yz_hours_days_in_month (int year, int month);

/* Whether the rule's selectors of days name @day. */
gboolean yz_hours_rule_names_day (const YzHoursRule *self, YzHoursDay *day, const YzHoursCalendar *calendar);

/* Fills the compiled parts. */
void yz_hours_compile (YzHours *self);

/* The standard's names by number, from 1: GDateWeekday, month. */
extern const char *const yz_hours_weekday_names[8];
extern const char *const yz_hours_month_names[13];

/* Whether it has only a start: "08:00+" */
static inline gboolean
yz_hours_span_is_bare (const YzHoursSpan *self)
{
  return self->open_end && self->start.event == self->end.event && self->start.minutes == self->end.minutes;
}

/* The comment, or the label in front of a rule without one; %NULL where it has neither. */
const char *yz_hours_rule_get_comment (const YzHoursRule *self);

void yz_hours_rule_clear (YzHoursRule *self);

/* What the sun does on one day: minutes since midnight by event, -1 where it does not, as in summer beyond the polar
 * circle, or where no position is known: spans that follow it are then unknown. */
typedef struct
{
  guint32 julian;
  gint16 minutes[YZ_HOURS_DUSK + 1];
} YzHoursSun;

/* Reckons the sun of the day @julian (GDate) at the position of @calendar, which may be %NULL. */
void yz_hours_sun_init (YzHoursSun *self, guint32 julian, const YzHoursCalendar *calendar);

/* The suns of the latest days: many rules ask for the same. */
typedef struct
{
  const YzHoursCalendar *calendar;
  YzHoursSun days[4];
} YzHoursSky;

static inline const YzHoursSun *
yz_hours_sky_get_sun (YzHoursSky *self, guint32 julian)
{
  YzHoursSun *sun = &self->days[julian % G_N_ELEMENTS (self->days)];

  if (sun->julian != julian)
    yz_hours_sun_init (sun, julian, self->calendar);
  return sun;
}

/* Appends the segments of a day that has this sun; @self->spans follow it. */
void yz_hours_rule_add_segments (const YzHoursRule *self, const YzHoursSun *sun, GArray *segments);

/* Errors that no single rule has. */
void yz_hours_check_rules (const YzHours *self, GPtrArray *notes);

/* Hints about the meaning: correct, but perhaps not what was meant. */
void yz_hours_check_meaning (const YzHours *self, GPtrArray *notes);

/* Appends a note about the bytes @start to @end of the text; @message is translated, and copied. */
void yz_hours_note_add (GPtrArray *notes, YzHoursNoteKind kind, guint start, guint end, const char *message);

G_END_DECLS

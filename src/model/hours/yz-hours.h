/*
 * Opening hours: the OpenStreetMap opening_hours syntax (specification 0.7) read, evaluated and written.
 *
 * Pure arithmetic on civil time. Nothing here knows what time it is, in which zone, or which days are holidays:
 * the caller hands in instants and a calendar.
 */
#pragma once

#include "yz-hours-calendar.h"

G_BEGIN_DECLS

/* Of text in bytes. OpenStreetMap itself ends at 255 characters. */
#define YZ_HOURS_MAX_BYTES 2048
#define YZ_HOURS_MAX_RULES 255
#define YZ_HOURS_MAX_SPANS 64     /* of one rule */
#define YZ_HOURS_MAX_SUN_SPANS 32 /* that are reckoned anew each day */
#define YZ_HOURS_MAX_FALLBACKS 16 /* rules behind "||" */

/* "It never changes", where an instant is asked for. */
#define YZ_HOURS_NEVER G_MAXINT64

#define YZ_HOURS_ERROR (yz_hours_error_quark ())

/**
 * YzHoursError:
 * @YZ_HOURS_ERROR_SYNTAX: the text does not follow the grammar, also with goodwill
 * @YZ_HOURS_ERROR_TOO_LONG: the text or its number of rules is beyond any real value
 * @YZ_HOURS_ERROR_UNCERTAIN: the text says something, but not surely one thing
 */
typedef enum
{
  YZ_HOURS_ERROR_SYNTAX,
  YZ_HOURS_ERROR_TOO_LONG,
  YZ_HOURS_ERROR_UNCERTAIN,
} YzHoursError;

GQuark yz_hours_error_quark (void);

typedef enum
{
  YZ_HOURS_CLOSED,
  YZ_HOURS_OPEN,
  YZ_HOURS_UNKNOWN, /* "by appointment", after an open end: neither open nor closed can be promised */
} YzHoursState;

typedef enum
{
  YZ_HOURS_NOTE_HINT,    /* correct, but perhaps not what was meant */
  YZ_HOURS_NOTE_WARNING, /* understood, though not written as the grammar has it */
  YZ_HOURS_NOTE_ERROR,   /* not understood: there is no result */
} YzHoursNoteKind;

/* What is to be said about a part of the text: bytes @start to @end, in a translated sentence. */
typedef struct
{
  YzHoursNoteKind kind;
  guint start;
  guint end;
  char *message;
} YzHoursNote;

void yz_hours_note_free (YzHoursNote *note);

/**
 * YzHours:
 *
 * A parsed value. Immutable, may be shared between threads.
 */
typedef struct _YzHours YzHours;

/**
 * yz_hours_parse:
 * @text: an opening_hours value
 * @notes: (out) (optional) (transfer container) (element-type YzHoursNote): what there is to say about the text, in
 *   its order; set in any case
 * @error: the first note of kind %YZ_HOURS_NOTE_ERROR, as an error
 *
 * Reads the grammar and what people type who mean it: missing minutes, other dashes, full-width characters, English
 * names of days, a missing or surplus space. Takes time linear in the length of @text.
 *
 * Returns: (transfer full) (nullable): the hours, or %NULL with @error set
 */
YzHours *yz_hours_parse (const char *text, GPtrArray **notes, GError **error);

YzHours *yz_hours_ref (YzHours *self);
void yz_hours_unref (YzHours *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHours, yz_hours_unref)

/**
 * yz_hours_get_text:
 *
 * Returns: the text that was parsed
 */
const char *yz_hours_get_text (YzHours *self);

/**
 * yz_hours_to_string:
 *
 * The canonical spelling: two-digit times, standard names, one kind of dash. Parsing it gives equal hours, and the
 * canonical spelling of those is the same text.
 *
 * Returns: (transfer full): a value that follows the grammar strictly
 */
char *yz_hours_to_string (YzHours *self);

/**
 * yz_hours_is_week_stable:
 *
 * Returns: whether every week has the same hours, whatever the date and the holidays
 */
gboolean yz_hours_is_week_stable (YzHours *self);

/**
 * yz_hours_uses_holidays:
 *
 * Returns: whether the answer depends on public or school holidays, so that a year without data must be told
 */
gboolean yz_hours_uses_holidays (YzHours *self);

/**
 * yz_hours_uses_sun:
 *
 * Returns: whether the answer depends on sunrise or its kin, so that it needs a position
 */
gboolean yz_hours_uses_sun (YzHours *self);

/* Instants are minutes of civil time, so that they compare and subtract: @julian is GDate's day number. */
static inline gint64
yz_hours_instant (guint32 julian, int minute)
{
  return (gint64) julian * 1440 + minute;
}

static inline guint32
yz_hours_instant_get_julian (gint64 instant)
{
  return instant / 1440;
}

static inline int
yz_hours_instant_get_minute (gint64 instant)
{
  return instant % 1440;
}

/**
 * YzHoursStatus:
 * @state: at the instant asked for
 * @comment: (nullable): of the deciding rule; belongs to the hours
 * @rule: index of the deciding rule, or -1 where none applies
 *
 * What holds at one instant.
 */
typedef struct
{
  YzHoursState state;
  const char *comment;
  int rule;
} YzHoursStatus;

/**
 * yz_hours_get_status:
 * @calendar: (nullable): holidays; %NULL for none
 * @at: an instant
 */
YzHoursStatus yz_hours_get_status (YzHours *self, const YzHoursCalendar *calendar, gint64 at);

/**
 * yz_hours_get_rule_text:
 * @rule: as in #YzHoursStatus
 *
 * Returns: (transfer full) (nullable): the rule as it was written, runs of spaces as one
 */
char *yz_hours_get_rule_text (YzHours *self, int rule);

/**
 * yz_hours_get_next_change:
 * @after: an instant
 * @state: (out) (optional): the state from then on
 *
 * The search is bounded: by the longest cycle that the value can have, forty years at most, from @after and from each
 * later year that it names.
 *
 * Returns: the first instant after @after at which the state differs from that before it, or %YZ_HOURS_NEVER
 */
gint64 yz_hours_get_next_change (YzHours *self, const YzHoursCalendar *calendar, gint64 after, YzHoursState *state);

/* One stretch of time: @start included, @end not. @comment belongs to the hours. */
typedef struct
{
  gint64 start;
  gint64 end;
  YzHoursState state;
  const char *comment;
  int rule;
} YzHoursInterval;

/**
 * yz_hours_get_intervals:
 * @from: an instant
 * @to: the first instant that is no longer asked for
 *
 * Returns: (transfer full) (element-type YzHoursInterval): what is not closed, in order, clipped to the window;
 *   neighbours of one state and comment are one
 */
GArray *yz_hours_get_intervals (YzHours *self, const YzHoursCalendar *calendar, gint64 from, gint64 to);

/* One bar of a week strip. Bars lie within their day and do not overlap. */
typedef struct
{
  guint8 weekday; /* GDateWeekday */
  gint16 start;   /* minutes since midnight */
  gint16 end;     /* at most 1440 */
  YzHoursState state;
  gboolean self_service; /* open without staff, as the comment says */
  const char *comment;
} YzHoursBar;

/**
 * yz_hours_get_week:
 * @monday: day number of the first day
 *
 * Returns: (transfer full) (element-type YzHoursBar): what is not closed in the seven days from @monday
 */
GArray *yz_hours_get_week (YzHours *self, const YzHoursCalendar *calendar, guint32 monday);

/**
 * yz_hours_comment_is_self_service:
 *
 * Returns: whether @comment says that the door is open but nobody is there: `"自助"`, `"self-service"`
 */
gboolean yz_hours_comment_is_self_service (const char *comment);

typedef enum
{
  YZ_HOURS_CHINESE,
  YZ_HOURS_ENGLISH,
} YzHoursLanguage;

/**
 * yz_hours_describe:
 *
 * A short natural sentence for lists, guides and posters. The language is chosen by the caller, not by the locale:
 * a poster speaks both.
 *
 * Returns: (transfer full): such as "周一至周五 9:00–12:00、14:00–18:00；法定节假日休息"
 */
char *yz_hours_describe (YzHours *self, YzHoursLanguage language);

/**
 * yz_hours_from_chinese:
 * @text: hours as ledgers have them: "周一至周五 08:30-12:00,13:00-17:30", "上午8点~~晚上10点"
 * @error: why not, in a sentence
 *
 * Converts only what has one meaning; never guesses.
 *
 * Returns: (transfer full) (nullable): a canonical value, or %NULL with @error set
 */
char *yz_hours_from_chinese (const char *text, GError **error);

G_END_DECLS

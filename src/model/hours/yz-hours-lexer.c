/* One pass over the bytes; every character is folded before it is looked at. */
#include "config.h"

#include "yz-hours-lexer.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "yz-hours-rule.h"

typedef struct
{
  const char *word; /* lower case */
  YzTokenKind kind;
  int value;
} Word;

#define RANGE(first, last) (8 * (first) + (last))

/* The grammar's own words, looked for first. They are taken in any case. */
/* clang-format off */
static const Word standard_words[] = {
  { "mo", YZ_TOKEN_WEEKDAY, 1 },         { "tu", YZ_TOKEN_WEEKDAY, 2 },
  { "we", YZ_TOKEN_WEEKDAY, 3 },         { "th", YZ_TOKEN_WEEKDAY, 4 },
  { "fr", YZ_TOKEN_WEEKDAY, 5 },         { "sa", YZ_TOKEN_WEEKDAY, 6 },
  { "su", YZ_TOKEN_WEEKDAY, 7 },         { "ph", YZ_TOKEN_HOLIDAY, 0 },
  { "sh", YZ_TOKEN_HOLIDAY, 1 },         { "jan", YZ_TOKEN_MONTH, 1 },
  { "feb", YZ_TOKEN_MONTH, 2 },          { "mar", YZ_TOKEN_MONTH, 3 },
  { "apr", YZ_TOKEN_MONTH, 4 },          { "may", YZ_TOKEN_MONTH, 5 },
  { "jun", YZ_TOKEN_MONTH, 6 },          { "jul", YZ_TOKEN_MONTH, 7 },
  { "aug", YZ_TOKEN_MONTH, 8 },          { "sep", YZ_TOKEN_MONTH, 9 },
  { "oct", YZ_TOKEN_MONTH, 10 },         { "nov", YZ_TOKEN_MONTH, 11 },
  { "dec", YZ_TOKEN_MONTH, 12 },         { "off", YZ_TOKEN_STATE, YZ_HOURS_CLOSED },
  { "open", YZ_TOKEN_STATE, YZ_HOURS_OPEN }, { "closed", YZ_TOKEN_STATE, YZ_HOURS_CLOSED },
  { "unknown", YZ_TOKEN_STATE, YZ_HOURS_UNKNOWN }, { "week", YZ_TOKEN_WEEK, 0 },
  { "easter", YZ_TOKEN_EASTER, 0 },      { "day", YZ_TOKEN_DAY, 0 },
  { "days", YZ_TOKEN_DAY, 0 },           { "dawn", YZ_TOKEN_EVENT, YZ_HOURS_DAWN },
  { "sunrise", YZ_TOKEN_EVENT, YZ_HOURS_SUNRISE }, { "sunset", YZ_TOKEN_EVENT, YZ_HOURS_SUNSET },
  { "dusk", YZ_TOKEN_EVENT, YZ_HOURS_DUSK },
};
/* clang-format on */

/* Words that have one meaning in whatever language they are from. */
/* clang-format off */
static const Word lenient_words[] = {
  { "mon", YZ_TOKEN_WEEKDAY, 1 },        { "monday", YZ_TOKEN_WEEKDAY, 1 },
  { "mondays", YZ_TOKEN_WEEKDAY, 1 },    { "montag", YZ_TOKEN_WEEKDAY, 1 },
  { "lundi", YZ_TOKEN_WEEKDAY, 1 },      { "lunes", YZ_TOKEN_WEEKDAY, 1 },
  { "tue", YZ_TOKEN_WEEKDAY, 2 },        { "tues", YZ_TOKEN_WEEKDAY, 2 },
  { "tuesday", YZ_TOKEN_WEEKDAY, 2 },    { "tuesdays", YZ_TOKEN_WEEKDAY, 2 },
  { "dienstag", YZ_TOKEN_WEEKDAY, 2 },   { "mardi", YZ_TOKEN_WEEKDAY, 2 },
  { "wed", YZ_TOKEN_WEEKDAY, 3 },        { "wednesday", YZ_TOKEN_WEEKDAY, 3 },
  { "wednesdays", YZ_TOKEN_WEEKDAY, 3 }, { "mittwoch", YZ_TOKEN_WEEKDAY, 3 },
  { "mercredi", YZ_TOKEN_WEEKDAY, 3 },   { "thu", YZ_TOKEN_WEEKDAY, 4 },
  { "thur", YZ_TOKEN_WEEKDAY, 4 },       { "thurs", YZ_TOKEN_WEEKDAY, 4 },
  { "thursday", YZ_TOKEN_WEEKDAY, 4 },   { "thursdays", YZ_TOKEN_WEEKDAY, 4 },
  { "donnerstag", YZ_TOKEN_WEEKDAY, 4 }, { "jeudi", YZ_TOKEN_WEEKDAY, 4 },
  { "fri", YZ_TOKEN_WEEKDAY, 5 },        { "friday", YZ_TOKEN_WEEKDAY, 5 },
  { "fridays", YZ_TOKEN_WEEKDAY, 5 },    { "freitag", YZ_TOKEN_WEEKDAY, 5 },
  { "vendredi", YZ_TOKEN_WEEKDAY, 5 },   { "sat", YZ_TOKEN_WEEKDAY, 6 },
  { "saturday", YZ_TOKEN_WEEKDAY, 6 },   { "saturdays", YZ_TOKEN_WEEKDAY, 6 },
  { "samstag", YZ_TOKEN_WEEKDAY, 6 },    { "samedi", YZ_TOKEN_WEEKDAY, 6 },
  { "sun", YZ_TOKEN_WEEKDAY, 7 },        { "sunday", YZ_TOKEN_WEEKDAY, 7 },
  { "sundays", YZ_TOKEN_WEEKDAY, 7 },    { "sonntag", YZ_TOKEN_WEEKDAY, 7 },
  { "dimanche", YZ_TOKEN_WEEKDAY, 7 },   { "january", YZ_TOKEN_MONTH, 1 },
  { "januar", YZ_TOKEN_MONTH, 1 },       { "february", YZ_TOKEN_MONTH, 2 },
  { "februar", YZ_TOKEN_MONTH, 2 },      { "march", YZ_TOKEN_MONTH, 3 },
  { "märz", YZ_TOKEN_MONTH, 3 },         { "april", YZ_TOKEN_MONTH, 4 },
  { "mai", YZ_TOKEN_MONTH, 5 },          { "june", YZ_TOKEN_MONTH, 6 },
  { "juni", YZ_TOKEN_MONTH, 6 },         { "july", YZ_TOKEN_MONTH, 7 },
  { "juli", YZ_TOKEN_MONTH, 7 },         { "august", YZ_TOKEN_MONTH, 8 },
  { "sept", YZ_TOKEN_MONTH, 9 },         { "september", YZ_TOKEN_MONTH, 9 },
  { "october", YZ_TOKEN_MONTH, 10 },     { "oktober", YZ_TOKEN_MONTH, 10 },
  { "okt", YZ_TOKEN_MONTH, 10 },         { "november", YZ_TOKEN_MONTH, 11 },
  { "december", YZ_TOKEN_MONTH, 12 },    { "dezember", YZ_TOKEN_MONTH, 12 },
  { "dez", YZ_TOKEN_MONTH, 12 },         { "close", YZ_TOKEN_STATE, YZ_HOURS_CLOSED },
  { "geschlossen", YZ_TOKEN_STATE, YZ_HOURS_CLOSED }, { "fermé", YZ_TOKEN_STATE, YZ_HOURS_CLOSED },
  { "cerrado", YZ_TOKEN_STATE, YZ_HOURS_CLOSED }, { "chiuso", YZ_TOKEN_STATE, YZ_HOURS_CLOSED },
  { "holiday", YZ_TOKEN_HOLIDAY, 0 },    { "holidays", YZ_TOKEN_HOLIDAY, 0 },
  { "feiertag", YZ_TOKEN_HOLIDAY, 0 },   { "feiertage", YZ_TOKEN_HOLIDAY, 0 },
  { "lun", YZ_TOKEN_WEEKDAY, 1 },        { "mi", YZ_TOKEN_WEEKDAY, 3 },
  { "mer", YZ_TOKEN_WEEKDAY, 3 },        { "gio", YZ_TOKEN_WEEKDAY, 4 },
  { "jeu", YZ_TOKEN_WEEKDAY, 4 },        { "ven", YZ_TOKEN_WEEKDAY, 5 },
  { "vie", YZ_TOKEN_WEEKDAY, 5 },        { "sab", YZ_TOKEN_WEEKDAY, 6 },
  { "sam", YZ_TOKEN_WEEKDAY, 6 },        { "so", YZ_TOKEN_WEEKDAY, 7 },
  { "dom", YZ_TOKEN_WEEKDAY, 7 },        { "dim", YZ_TOKEN_WEEKDAY, 7 },
  { "seg", YZ_TOKEN_WEEKDAY, 1 },        { "pon", YZ_TOKEN_WEEKDAY, 1 },
  { "wo", YZ_TOKEN_WEEKDAY, 3 },         { "qua", YZ_TOKEN_WEEKDAY, 3 },
  { "qui", YZ_TOKEN_WEEKDAY, 4 },        { "czw", YZ_TOKEN_WEEKDAY, 4 },
  { "sex", YZ_TOKEN_WEEKDAY, 5 },        { "pt", YZ_TOKEN_WEEKDAY, 5 },
  { "sáb", YZ_TOKEN_WEEKDAY, 6 },        { "sob", YZ_TOKEN_WEEKDAY, 6 },
  { "ago", YZ_TOKEN_MONTH, 8 },          { "dic", YZ_TOKEN_MONTH, 12 },
  { "weeks", YZ_TOKEN_WEEK, 0 },         { "h", YZ_TOKEN_HOUR, 0 },
  { "hs", YZ_TOKEN_HOUR, 1 },            { "hr", YZ_TOKEN_HOUR, 1 },
  { "hrs", YZ_TOKEN_HOUR, 1 },           { "hour", YZ_TOKEN_HOUR, 1 },
  { "hours", YZ_TOKEN_HOUR, 1 },         { "uhr", YZ_TOKEN_HOUR, 0 },
  { "am", YZ_TOKEN_MERIDIEM, 0 },        { "pm", YZ_TOKEN_MERIDIEM, 12 },
  { "noon", YZ_TOKEN_NOON, 720 },        { "midnight", YZ_TOKEN_NOON, 1440 },
  { "always", YZ_TOKEN_ALWAYS, 0 },      { "daily", YZ_TOKEN_WEEKDAYS, RANGE (1, 7) },
  { "everyday", YZ_TOKEN_WEEKDAYS, RANGE (1, 7) }, { "weekday", YZ_TOKEN_WEEKDAYS, RANGE (1, 5) },
  { "weekdays", YZ_TOKEN_WEEKDAYS, RANGE (1, 5) }, { "weekend", YZ_TOKEN_WEEKDAYS, RANGE (6, 7) },
  { "weekends", YZ_TOKEN_WEEKDAYS, RANGE (6, 7) }, { "to", YZ_TOKEN_SIGN, '-' },
  { "till", YZ_TOKEN_SIGN, '-' },        { "until", YZ_TOKEN_SIGN, '-' },
  { "thru", YZ_TOKEN_SIGN, '-' },        { "through", YZ_TOKEN_SIGN, '-' },
  { "bis", YZ_TOKEN_SIGN, '-' },         { "à", YZ_TOKEN_SIGN, '-' },
  { "a", YZ_TOKEN_SIGN, '-' },           { "至", YZ_TOKEN_SIGN, '-' },          { "到", YZ_TOKEN_SIGN, '-' },
  { "до", YZ_TOKEN_SIGN, '-' },          { "and", YZ_TOKEN_SIGN, ',' },
  { "und", YZ_TOKEN_SIGN, ',' },         { "et", YZ_TOKEN_SIGN, ',' },
};
/* clang-format on */

/* Germanic days that other languages use for Sunday. They are days of ours only beside one of the standard, which
 * those languages do not have. */
static const Word germanic_words[] = {
  { "di", YZ_TOKEN_WEEKDAY, 2 },
  { "do", YZ_TOKEN_WEEKDAY, 4 },
};

typedef struct
{
  const char *text;
  const char *at;
  GArray *tokens;
  GPtrArray *notes;
  gboolean standard_day; /* a day of the week that only the standard and Germanic languages have */
  guint8 german;         /* bits of the German days that others have too: no other language has these pairs */
} Scanner;

gunichar
yz_hours_fold (gunichar c)
{
  if (c < 0x80)
    return c == '\t' || c == '\n' || c == '\r' ? ' ' : c == '~' ? '-' : c;
  if (c == 0xff5e)
    return '-';
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;

  switch (c)
    {
    case 0x2212:
    case 0x301c:
    case 0x30fc:
    case 0x2043:
    case 0xfe63:
      return '-';
    case 0x2236:
      return ':';
    case 0x3001:
      return ',';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case 0xbb:
      return '"';
    case 0xfeff:
    case 0x200b:
    case 0x200e:
    case 0x200f:
      return ' ';
    default:
      if (c >= 0x2010 && c <= 0x2015)
        return '-';
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

static YzToken *
add (Scanner *self, YzTokenKind kind, int value, const char *start, const char *end)
{
  gboolean spaced = start > self->text && yz_hours_fold (g_utf8_get_char (g_utf8_prev_char (start))) == ' ';
  YzToken token = { kind, value, start - self->text, end - self->text, 0, spaced, FALSE, FALSE };

  g_array_append_val (self->tokens, token);
  return &g_array_index (self->tokens, YzToken, self->tokens->len - 1);
}

static void
warn (Scanner *self, const char *start, const char *end, const char *message)
{
  yz_hours_note_add (self->notes, YZ_HOURS_NOTE_WARNING, start - self->text, end - self->text, message);
}

static void
scan_number (Scanner *self)
{
  const char *start = self->at;
  gboolean wide = FALSE;
  guint digits = 0;
  int value = 0;

  for (; *self->at != '\0'; self->at = g_utf8_next_char (self->at))
    {
      gunichar c = yz_hours_fold (g_utf8_get_char (self->at));

      if (c < '0' || c > '9')
        break;
      wide |= (guchar) *self->at >= 0x80;
      value = MIN (value * 10 + (int) (c - '0'), 99999);
      digits = MIN (digits + 1, G_MAXUINT8);
    }
  add (self, YZ_TOKEN_NUMBER, value, start, self->at)->digits = digits;
  if (wide)
    warn (self, start, self->at, _ ("Full-width digits"));
}

/* A quoted comment keeps its text untouched. It may be opened by one kind of quote and closed by another. */
static void
scan_comment (Scanner *self, gunichar quote)
{
  const char *start = self->at;
  const char *inner = g_utf8_next_char (start);

  for (const char *p = inner; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (quote == '\'' ? c != '\'' : yz_hours_fold (c) != '"')
        continue;
      self->at = g_utf8_next_char (p);
      add (self, YZ_TOKEN_COMMENT, p - inner, start, self->at);
      if (*start != '"' || *p != '"')
        warn (self, start, self->at, _ ("A comment stands between straight double quotes"));
      return;
    }
  add (self, YZ_TOKEN_WORD, 0, start, inner);
  self->at = inner;
}

static const Word *
find_word (const Word *words, gsize n_words, const char *word)
{
  for (gsize i = 0; i < n_words; i++)
    if (words[i].word[0] == word[0] && strcmp (words[i].word, word) == 0)
      return &words[i];
  return NULL;
}

/* @c is folded */
static gboolean
is_word_part (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
}

/* Steps over a word. Returns: it, folded and in lower case */
static char *
take_word (Scanner *self)
{
  GString *word = g_string_sized_new (16);

  while (TRUE)
    {
      gunichar c = yz_hours_fold (g_utf8_get_char (self->at));

      if (!is_word_part (c))
        return g_string_free (word, FALSE);
      g_string_append_unichar (word, g_unichar_tolower (c));
      self->at = g_utf8_next_char (self->at);
    }
}

/* "a.m." and "p.m." are the only words with dots inside. */
static gboolean
scan_dotted_meridiem (Scanner *self)
{
  char letter = g_ascii_tolower (self->at[0]);
  const char *start = self->at;

  if ((letter != 'a' && letter != 'p') || self->at[1] != '.' || g_ascii_tolower (self->at[2]) != 'm' ||
      g_ascii_isalpha (self->at[3]))
    return FALSE;

  self->at += self->at[3] == '.' ? 4 : 3;
  add (self, YZ_TOKEN_MERIDIEM, letter == 'p' ? 12 : 0, start, self->at);
  return TRUE;
}

/* "SHWe": a forgotten space after a holiday */
static gboolean
split_holiday (Scanner *self, const char *word, const char *start)
{
  const Word *holiday, *day;

  if (strlen (word) != 4 || (!g_str_has_prefix (word, "ph") && !g_str_has_prefix (word, "sh")))
    return FALSE;
  holiday = find_word (standard_words, G_N_ELEMENTS (standard_words), word[0] == 'p' ? "ph" : "sh");
  day = find_word (standard_words, G_N_ELEMENTS (standard_words), word + 2);
  if (day == NULL || day->kind != YZ_TOKEN_WEEKDAY)
    return FALSE;

  add (self, holiday->kind, holiday->value, start, start + 2);
  add (self, day->kind, day->value, start + 2, self->at)->spaced = TRUE;
  warn (self, start, self->at, _ ("A space belongs between the holiday and the day of the week"));
  return TRUE;
}

/* Comments that are known without their quotes. */
static gboolean
scan_phrase (Scanner *self)
{
  static const char *const phrases[] = { "by appointment only", "by appointment", "on appointment", "nach Vereinbarung",
                                         "sur rendez-vous" };
  const char *start = self->at;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      gsize length = strlen (phrases[i]);

      if (g_ascii_strncasecmp (start, phrases[i], length) != 0 || g_ascii_isalnum (start[length]))
        continue;
      self->at += length;
      add (self, YZ_TOKEN_COMMENT, (int) length, start, self->at)->bare = TRUE;
      warn (self, start, self->at, _ ("A comment stands between straight double quotes"));
      return TRUE;
    }
  return FALSE;
}

static void
scan_word (Scanner *self)
{
  const char *start = self->at;
  g_autofree char *lower = NULL;
  const Word *word;

  if (scan_dotted_meridiem (self) || scan_phrase (self))
    return;
  lower = take_word (self);

  word = find_word (standard_words, G_N_ELEMENTS (standard_words), lower);
  if (word != NULL)
    {
      add (self, word->kind, word->value, start, self->at);
      self->standard_day |= word->kind == YZ_TOKEN_WEEKDAY && word->value != G_DATE_SATURDAY;
    }
  else if ((word = find_word (lenient_words, G_N_ELEMENTS (lenient_words), lower)) != NULL)
    {
      add (self, word->kind, word->value, start, self->at);
      if (g_str_equal (lower, "so") || g_str_equal (lower, "mi"))
        self->german |= 1 << word->value;
      warn (self, start, self->at, _ ("Not a word of the standard, but understood"));
    }
  else if ((word = find_word (germanic_words, G_N_ELEMENTS (germanic_words), lower)) != NULL)
    {
      add (self, word->kind, word->value, start, self->at)->germanic = TRUE;
      self->german |= 1 << word->value;
      warn (self, start, self->at, _ ("Not a word of the standard, but understood"));
    }
  else if (!split_holiday (self, lower, start))
    {
      add (self, YZ_TOKEN_WORD, 0, start, self->at);
    }
  if (word != NULL && (word->kind == YZ_TOKEN_WEEKDAY || word->kind == YZ_TOKEN_MONTH) && *self->at == '.')
    self->at++;
}

static void
scan_sign (Scanner *self, gunichar c)
{
  const char *start = self->at;
  const char *next = g_utf8_next_char (start);

  if (c == '|' && *next == '|')
    {
      self->at = next + 1;
      add (self, YZ_TOKEN_SIGN, '|', start, self->at);
      return;
    }

  self->at = next;
  if (c == '&')
    c = ',';
  /* "——" and "~~" are one dash; "--" is none of ours, as in "10:00--" where something is missing */
  if (c == '-' && *start != '-')
    while (*self->at != '\0' && *self->at != '-' && yz_hours_fold (g_utf8_get_char (self->at)) == '-')
      self->at = g_utf8_next_char (self->at);

  if (c >= 0x80 || strchr (";,:.-+/()[]", c) == NULL)
    {
      add (self, YZ_TOKEN_WORD, 0, start, self->at);
      return;
    }
  add (self, YZ_TOKEN_SIGN, c, start, self->at);
  if (*start != (char) c || self->at > next)
    warn (self, start, self->at, _ ("Not a sign of the standard, but understood"));
}

/* "Di-So", "Do-Di", "Di-Mi"; but "Mi-Do" are Spanish days too */
static gboolean
is_surely_german (const Scanner *self)
{
  guint8 thursday = 1 << 4, tuesday = 1 << 2, wednesday = 1 << 3, sunday = 1 << 7;

  return (self->german & sunday) != 0 ||
         ((self->german & tuesday) != 0 && (self->german & (wednesday | thursday)) != 0);
}

static void
settle_germanic_days (Scanner *self)
{
  for (guint i = 0; i < self->tokens->len && !self->standard_day && !is_surely_german (self); i++)
    {
      YzToken *token = &g_array_index (self->tokens, YzToken, i);

      if (token->germanic)
        token->kind = YZ_TOKEN_WORD;
    }
}

GArray *
yz_hours_scan (const char *text, GPtrArray *notes)
{
  Scanner self = { text, text, g_array_sized_new (FALSE, FALSE, sizeof (YzToken), 32), notes };

  while (*self.at != '\0')
    {
      gunichar c = yz_hours_fold (g_utf8_get_char (self.at));

      if (c == ' ')
        self.at = g_utf8_next_char (self.at);
      else if (c >= '0' && c <= '9')
        scan_number (&self);
      else if (c == '"' || c == '\'')
        scan_comment (&self, c);
      else if (is_word_part (c))
        scan_word (&self);
      else
        scan_sign (&self, c);
    }
  add (&self, YZ_TOKEN_END, 0, self.at, self.at);
  settle_germanic_days (&self);
  return self.tokens;
}

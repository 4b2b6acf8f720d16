/*
 * The guard before the parser: one pass over the bytes, no memory but a depth counter's worth of stack.
 *
 * Arrays and objects are told apart by one bit per level, so that the scan needs no recursion.
 */
#include "config.h"

#include "yz-json.h"

#include <math.h>

G_DEFINE_QUARK (yz_json_error, yz_json_error)

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint depth;
  guint32 objects; /* bit n: the value open at depth n is an object */
} Scan;

G_STATIC_ASSERT (YZ_JSON_MAX_DEPTH <= 32);

static gboolean
refuse (const Scan *scan, YzJsonError code, const char *what, GError **error)
{
  g_set_error (error, YZ_JSON_ERROR, code, "%s at byte %" G_GSIZE_FORMAT, what, (gsize) (scan->at - scan->start));
  return FALSE;
}

static char
peek (const Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' || *scan->at == '\r'))
    scan->at++;
}

static gboolean
scan_word (Scan *scan, const char *word, GError **error)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "unknown word", error);
  scan->at += length;
  return TRUE;
}

static guint
scan_hex (Scan *scan)
{
  guint code = 0;

  for (guint i = 0; i < 4; i++, scan->at++)
    {
      if (!g_ascii_isxdigit (peek (scan)))
        return G_MAXUINT;
      code = code * 16 + (guint) g_ascii_xdigit_value (*scan->at);
    }
  return code;
}

/* \uXXXX: no zero byte, which no C string could hold, and no half of a surrogate pair. */
static gboolean
scan_unicode (Scan *scan, GError **error)
{
  guint code = scan_hex (scan);
  guint low = 0;

  if (code >= 0xD800 && code <= 0xDBFF)
    {
      if (scan->end - scan->at >= 2 && scan->at[0] == '\\' && scan->at[1] == 'u')
        {
          scan->at += 2;
          low = scan_hex (scan);
        }
      if (low < 0xDC00 || low > 0xDFFF)
        return refuse (scan, YZ_JSON_ERROR_SYNTAX, "half a character", error);
      return TRUE;
    }
  if (code == 0 || code == G_MAXUINT || (code >= 0xDC00 && code <= 0xDFFF))
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "bad character code", error);
  return TRUE;
}

static gboolean
scan_string (Scan *scan, GError **error)
{
  scan->at++;
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return refuse (scan, YZ_JSON_ERROR_SYNTAX, "control character in a text", error);
      if (*scan->at++ != '\\')
        continue;
      if (peek (scan) == 'u')
        {
          scan->at++;
          if (!scan_unicode (scan, error))
            return FALSE;
        }
      else if (peek (scan) != '\0' && strchr ("\"\\/bfnrt", *scan->at) != NULL)
        scan->at++;
      else
        return refuse (scan, YZ_JSON_ERROR_SYNTAX, "unknown escape", error);
    }
  if (scan->at >= scan->end)
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "text without an end", error);
  scan->at++;
  return TRUE;
}

static guint
scan_digits (Scan *scan)
{
  const char *first = scan->at;

  while (g_ascii_isdigit (peek (scan)))
    scan->at++;
  return (guint) (scan->at - first);
}

static gboolean
check_number (const Scan *scan, const char *first, gboolean integer, GError **error)
{
  g_autofree char *text = g_strndup (first, (gsize) (scan->at - first));

  if (integer && !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return refuse (scan, YZ_JSON_ERROR_RANGE, "integer beyond 64 bit", error);
  if (!isfinite (g_ascii_strtod (text, NULL)))
    return refuse (scan, YZ_JSON_ERROR_RANGE, "number too large", error);
  return TRUE;
}

static gboolean
scan_number (Scan *scan, GError **error)
{
  const char *first = scan->at;
  gboolean integer = TRUE;

  if (peek (scan) == '-')
    scan->at++;
  if (peek (scan) == '0')
    scan->at++;
  else if (scan_digits (scan) == 0)
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "unexpected character", error);

  if (peek (scan) == '.')
    {
      integer = FALSE;
      scan->at++;
      if (scan_digits (scan) == 0)
        return refuse (scan, YZ_JSON_ERROR_SYNTAX, "bad number", error);
    }
  if (peek (scan) == 'e' || peek (scan) == 'E')
    {
      integer = FALSE;
      scan->at++;
      if (peek (scan) == '+' || peek (scan) == '-')
        scan->at++;
      if (scan_digits (scan) == 0)
        return refuse (scan, YZ_JSON_ERROR_SYNTAX, "bad number", error);
    }
  return check_number (scan, first, integer, error);
}

static gboolean
in_object (const Scan *scan)
{
  return scan->depth > 0 && (scan->objects >> (scan->depth - 1) & 1) != 0;
}

static gboolean
scan_name (Scan *scan, GError **error)
{
  skip_space (scan);
  if (peek (scan) != '"')
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "a member's name is missing", error);
  if (!scan_string (scan, error))
    return FALSE;
  skip_space (scan);
  if (peek (scan) != ':')
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "a colon is missing", error);
  scan->at++;
  return TRUE;
}

/* Opens an array or object. @empty: whether it is closed at once, which makes it a whole value. */
static gboolean
scan_open (Scan *scan, gboolean *empty, GError **error)
{
  gboolean object = *scan->at == '{';

  if (scan->depth == YZ_JSON_MAX_DEPTH)
    return refuse (scan, YZ_JSON_ERROR_LIMIT, "nested too deep", error);

  scan->at++;
  skip_space (scan);
  *empty = peek (scan) == (object ? '}' : ']');
  if (*empty)
    {
      scan->at++;
      return TRUE;
    }
  scan->objects = (scan->objects & ~(1u << scan->depth)) | (guint32) object << scan->depth;
  scan->depth++;
  return !object || scan_name (scan, error);
}

/* @whole: whether a value ended, FALSE after an opening bracket. */
static gboolean
scan_value (Scan *scan, gboolean *whole, GError **error)
{
  *whole = TRUE;
  skip_space (scan);
  switch (peek (scan))
    {
    case '{':
    case '[':
      return scan_open (scan, whole, error);
    case '"':
      return scan_string (scan, error);
    case 't':
      return scan_word (scan, "true", error);
    case 'f':
      return scan_word (scan, "false", error);
    case 'n':
      return scan_word (scan, "null", error);
    default:
      return scan_number (scan, error);
    }
}

/* What follows a value: closing brackets, then a comma and, in an object, the next name; or the end. */
static gboolean
scan_after_value (Scan *scan, GError **error)
{
  skip_space (scan);
  while (scan->depth > 0 && peek (scan) == (in_object (scan) ? '}' : ']'))
    {
      scan->at++;
      scan->depth--;
      skip_space (scan);
    }
  if (scan->depth == 0)
    return TRUE;
  if (peek (scan) != ',')
    return refuse (scan, YZ_JSON_ERROR_SYNTAX, "a comma or bracket is missing", error);
  scan->at++;
  return !in_object (scan) || scan_name (scan, error);
}

gboolean
yz_json_scan (const char *text, gssize length, GError **error)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  Scan scan = { .start = text, .at = text, .end = text + n_bytes };
  gboolean whole;

  if (n_bytes > YZ_JSON_MAX_LENGTH)
    return refuse (&scan, YZ_JSON_ERROR_LIMIT, "too long", error);
  if (!g_utf8_validate_len (text, n_bytes, &scan.at))
    return refuse (&scan, YZ_JSON_ERROR_SYNTAX, "not UTF-8", error);

  scan.at = text;
  do
    {
      if (!scan_value (&scan, &whole, error))
        return FALSE;
      if (whole && !scan_after_value (&scan, error))
        return FALSE;
    }
  while (scan.depth > 0);

  if (scan.at != scan.end)
    return refuse (&scan, YZ_JSON_ERROR_SYNTAX, "something follows the end", error);
  return TRUE;
}

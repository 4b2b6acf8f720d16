/*
 * Reads and writes positions. The reader is a scanner over folded text (full width narrowed, lower case, dashes
 * unified): numbers with their marks of degree, minute and second make angles, words tell which angle is which.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "yz-position-text.h"
#include "yz-text.h"

G_DEFINE_QUARK (yz_position_text_error, yz_position_text_error)

typedef enum
{
  AXIS_UNKNOWN,
  AXIS_LON,
  AXIS_LAT,
} Axis;

typedef struct
{
  double value;
  Axis axis;
} Angle;

typedef struct
{
  const char *word;
  Axis axis; /* unknown: the word says nothing */
  int sign;  /* 0: a label before the number, else a hemisphere, before or after it */
} Word;

/* The longer of two words with one beginning stands first. */
/* clang-format off */
static const Word words[] = {
  { "longitude", AXIS_LON, 0 }, { "latitude", AXIS_LAT, 0 }, { "lng", AXIS_LON, 0 }, { "lon", AXIS_LON, 0 },
  { "lat", AXIS_LAT, 0 }, { "north", AXIS_LAT, 1 }, { "south", AXIS_LAT, -1 }, { "east", AXIS_LON, 1 },
  { "west", AXIS_LON, -1 }, { "东经", AXIS_LON, 1 }, { "東經", AXIS_LON, 1 }, { "西经", AXIS_LON, -1 },
  { "北纬", AXIS_LAT, 1 }, { "北緯", AXIS_LAT, 1 }, { "南纬", AXIS_LAT, -1 }, { "经度", AXIS_LON, 0 },
  { "經度", AXIS_LON, 0 }, { "纬度", AXIS_LAT, 0 }, { "緯度", AXIS_LAT, 0 }, { "经纬度", AXIS_UNKNOWN, 0 },
  { "坐标", AXIS_UNKNOWN, 0 }, { "point", AXIS_UNKNOWN, 0 }, { "geo", AXIS_UNKNOWN, 0 },
  /* surveyors call the north x, everyone else the east */
  { "x", AXIS_UNKNOWN, 0 }, { "y", AXIS_UNKNOWN, 0 }, { "n", AXIS_LAT, 1 }, { "s", AXIS_LAT, -1 }, { "e", AXIS_LON, 1 },
  { "w", AXIS_LON, -1 },
};
/* clang-format on */

static const Word *
read_word (const char **cursor)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if (strncmp (*cursor, words[i].word, length) != 0)
        continue;
      *cursor += length;
      return &words[i];
    }
  return NULL;
}

static gboolean
skip_any (const char **cursor, const char *characters)
{
  gboolean skipped = FALSE;

  while (**cursor != '\0' && g_utf8_strchr (characters, -1, g_utf8_get_char (*cursor)) != NULL)
    {
      *cursor = g_utf8_next_char (*cursor);
      skipped = TRUE;
    }
  return skipped;
}

/* A decimal number and nothing else that strtod would take: no hexadecimal, no exponent, no "inf". */
static gboolean
read_number (const char **cursor, double *number)
{
  g_autofree char *digits = NULL;
  gsize length = strspn (*cursor, "+-");

  if (length > 1)
    return FALSE;
  length += strspn (*cursor + length, "0123456789");
  if ((*cursor)[length] == '.')
    length += 1 + strspn (*cursor + length + 1, "0123456789");

  digits = g_strndup (*cursor, length);
  if (strpbrk (digits, "0123456789") == NULL)
    return FALSE;

  *number = g_ascii_strtod (digits, NULL);
  *cursor += length;
  return isfinite (*number);
}

/* One further part of an angle, minutes or seconds, with its mark. */
static gboolean
read_part (const char **cursor, const char *marks, double *part)
{
  const char *ahead = *cursor;

  skip_any (&ahead, " ");
  if (!g_ascii_isdigit (*ahead) || !read_number (&ahead, part) || !skip_any (&ahead, marks))
    return FALSE;
  *cursor = ahead;
  return TRUE;
}

/* Degrees with minutes and seconds where marked. */
static gboolean
read_degrees (const char **cursor, double *degrees)
{
  gboolean negative = **cursor == '-';
  double minutes = 0, seconds = 0;

  if (!read_number (cursor, degrees))
    return FALSE;
  /* folding turns the degree-like ring º into the letter o */
  if (!skip_any (cursor, "°˚o度"))
    return TRUE;

  if (read_part (cursor, "'′’‘分", &minutes))
    read_part (cursor, "\"″”“秒'′’", &seconds);
  if (minutes >= 60 || seconds >= 60)
    return FALSE;

  *degrees += (negative ? -1 : 1) * (minutes / 60 + seconds / 3600);
  return TRUE;
}

static gboolean
set_axis (Angle *angle, const Word *word)
{
  if (word->axis == AXIS_UNKNOWN)
    return TRUE;
  if (angle->axis != AXIS_UNKNOWN && angle->axis != word->axis)
    return FALSE;
  angle->axis = word->axis;
  if (word->sign < 0)
    angle->value = -fabs (angle->value);
  return TRUE;
}

/* "n 30.5", "30.5 n", "lat: 30.5" or "30.5" */
static gboolean
read_angle (const char **cursor, Angle *angle)
{
  const Word *label = NULL;
  const Word *word;

  skip_any (cursor, " \"'([{");
  while ((word = read_word (cursor)) != NULL)
    {
      label = word->axis != AXIS_UNKNOWN ? word : label;
      skip_any (cursor, " \"':=([{");
    }

  angle->axis = AXIS_UNKNOWN;
  if (!read_degrees (cursor, &angle->value) || (label != NULL && !set_axis (angle, label)))
    return FALSE;
  if (label != NULL && label->sign != 0)
    return TRUE;

  skip_any (cursor, " ");
  /* a label that follows belongs to the next number; a hemisphere to this one */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].sign != 0 && g_str_has_prefix (*cursor, words[i].word))
      {
        *cursor += strlen (words[i].word);
        return set_axis (angle, &words[i]);
      }
  return TRUE;
}

static gboolean
read_angles (const char *folded, Angle *angles, guint n_angles)
{
  const char *cursor = folded;

  for (guint i = 0; i < n_angles; i++)
    {
      /* "0371-67956331" is a phone, not a position south of the equator */
      if (i > 0 && !skip_any (&cursor, " ,;、/|&\"'") && strspn (cursor, "+-") > 0)
        return FALSE;
      if (!read_angle (&cursor, &angles[i]))
        return FALSE;
    }
  skip_any (&cursor, " )]}\"'。.;,");
  return *cursor == '\0';
}

static YzPosition
pair_to_position (YzPairShape shape, double first, double second)
{
  if (shape == YZ_PAIR_LAT_LON || shape == YZ_PAIR_METRES_SWAPPED)
    return (YzPosition){ .lon = second, .lat = first };
  return (YzPosition){ .lon = first, .lat = second };
}

/* Letters decide; then China's ranges; then what is possible on the globe at all. */
static gboolean
read_pair (const Angle angles[2], YzPositionReading *reading)
{
  double first = angles[0].value, second = angles[1].value;
  gboolean lon_first = angles[0].axis == AXIS_LON || angles[1].axis == AXIS_LAT;
  gboolean lat_first = angles[0].axis == AXIS_LAT || angles[1].axis == AXIS_LON;

  if (lon_first && lat_first)
    return FALSE;

  reading->shape = yz_datum_guess_pair (first, second);
  reading->certain = lon_first || lat_first || reading->shape != YZ_PAIR_IMPLAUSIBLE;

  if (lon_first || lat_first)
    {
      /* What is written beats what is likely; the shape still tells metres from degrees. */
      gboolean metres = reading->shape == YZ_PAIR_METRES || reading->shape == YZ_PAIR_METRES_SWAPPED;

      if (metres)
        reading->shape = lon_first ? YZ_PAIR_METRES : YZ_PAIR_METRES_SWAPPED;
      else if (reading->shape != YZ_PAIR_IMPLAUSIBLE)
        reading->shape = lon_first ? YZ_PAIR_LON_LAT : YZ_PAIR_LAT_LON;
      reading->position = pair_to_position (lon_first ? YZ_PAIR_LON_LAT : YZ_PAIR_LAT_LON, first, second);
      return metres || yz_position_is_valid (reading->position);
    }

  reading->position = pair_to_position (reading->shape, first, second);
  if (reading->shape != YZ_PAIR_IMPLAUSIBLE || yz_position_is_valid (reading->position))
    return TRUE;

  reading->position = pair_to_position (YZ_PAIR_LAT_LON, first, second);
  reading->certain = TRUE;
  return yz_position_is_valid (reading->position);
}

gboolean
yz_position_parse_pair (const char *text, YzPositionReading *reading, GError **error)
{
  g_autofree char *folded = yz_text_fold (text);
  Angle angles[2] = { 0 };

  g_return_val_if_fail (reading != NULL, FALSE);

  if (!read_angles (folded, angles, 2))
    {
      g_set_error (error, YZ_POSITION_TEXT_ERROR, YZ_POSITION_TEXT_ERROR_SYNTAX,
                   "“%s” is not a longitude and a latitude", folded);
      return FALSE;
    }
  if (!read_pair (angles, reading))
    {
      g_set_error (error, YZ_POSITION_TEXT_ERROR, YZ_POSITION_TEXT_ERROR_RANGE, "“%s” lies nowhere on the globe",
                   folded);
      return FALSE;
    }
  return TRUE;
}

gboolean
yz_position_parse_number (const char *text, double *degrees, GError **error)
{
  g_autofree char *folded = yz_text_fold (text);
  Angle angle = { 0 };

  g_return_val_if_fail (degrees != NULL, FALSE);

  if (!read_angles (folded, &angle, 1))
    {
      g_set_error (error, YZ_POSITION_TEXT_ERROR, YZ_POSITION_TEXT_ERROR_SYNTAX, "“%s” is not a number of degrees",
                   folded);
      return FALSE;
    }
  *degrees = angle.value;
  return TRUE;
}

char *
yz_position_format (YzPosition position)
{
  char lon[G_ASCII_DTOSTR_BUF_SIZE];
  char lat[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (lon, sizeof lon, "%.6f", position.lon);
  g_ascii_formatd (lat, sizeof lat, "%.6f", position.lat);
  return g_strconcat (lon, ",", lat, NULL);
}

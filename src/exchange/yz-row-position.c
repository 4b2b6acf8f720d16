/* The position of a row: two columns, one cell with both numbers, or the geometry that the format has. */
#include "config.h"

#include "yz-row-position-private.h"

#include "yz-position-text.h"
#include "yz-row-values-private.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEGREES_PER_STEP 1e7

YzPositionSource
yz_position_source_find (const YzSheet *sheet, const YzMapping *mapping)
{
  YzPositionSource source = { -1, -1, -1, FALSE };

  source.lon = yz_mapping_find_field (mapping, "lon");
  source.lat = yz_mapping_find_field (mapping, "lat");
  source.pair = yz_mapping_find_pair (mapping);
  source.geometry = yz_kind_find_field (yz_mapping_get_kind (mapping), "lon") != NULL && yz_sheet_has_points (sheet) &&
                    source.pair < 0 && (source.lon < 0 || source.lat < 0);
  return source;
}

/* Empty, or the zero that databases write where they have no position. */
static gboolean
is_nothing (const char *cell)
{
  return *cell == '0' ? strspn (cell, "0.") == strlen (cell) : yz_row_cell_is_nothing (cell);
}

static gboolean
read_number (const char *cell, double *number)
{
  char *end;

  if (strspn (cell, "0123456789.") != strlen (cell))
    return yz_position_parse_number (cell, number, NULL);
  *number = g_ascii_strtod (cell, &end);
  return *end == '\0';
}

static YzPositionState
read_columns (const YzSheet *sheet, const YzPositionSource *source, guint index, YzPosition *position,
              YzPairShape *shape)
{
  const char *lon = source->lon >= 0 ? yz_sheet_get_cell (sheet, index, source->lon) : "";
  const char *lat = source->lat >= 0 ? yz_sheet_get_cell (sheet, index, source->lat) : "";

  if (is_nothing (lon) && is_nothing (lat))
    return YZ_POSITION_NONE;
  if (is_nothing (lon) || is_nothing (lat))
    return YZ_POSITION_HALF;
  if (!read_number (lon, &position->lon) || !read_number (lat, &position->lat))
    return YZ_POSITION_BROKEN;

  *shape = yz_datum_guess_pair (position->lon, position->lat);
  if (*shape == YZ_PAIR_LAT_LON || *shape == YZ_PAIR_METRES_SWAPPED)
    {
      *position = (YzPosition){ position->lat, position->lon };
      return YZ_POSITION_SWAPPED;
    }
  return YZ_POSITION_READ;
}

static YzPositionState
read_pair (const char *cell, YzPosition *position, YzPairShape *shape)
{
  YzPositionReading reading;

  if (yz_row_cell_is_nothing (cell))
    return YZ_POSITION_NONE;
  if (!yz_position_parse_pair (cell, &reading, NULL))
    return YZ_POSITION_BROKEN;
  if (reading.position.lon == 0 && reading.position.lat == 0)
    return YZ_POSITION_NONE;
  *position = reading.position;
  *shape = reading.shape;
  return YZ_POSITION_READ;
}

/* @position: as it stands in the list, longitude (or x) first, if the answer is READ or SWAPPED.
 * @shape: how the numbers are written. */
static YzPositionState
read_source (const YzSheet *sheet, const YzPositionSource *source, guint index, YzPosition *position,
             YzPairShape *shape)
{
  *shape = YZ_PAIR_IMPLAUSIBLE;
  if (source->pair >= 0)
    return read_pair (yz_sheet_get_cell (sheet, index, source->pair), position, shape);
  if (source->lon >= 0 && source->lat >= 0)
    return read_columns (sheet, source, index, position, shape);
  if (!source->geometry || !yz_sheet_get_point (sheet, index, position))
    return YZ_POSITION_NONE;
  *shape = yz_datum_guess_pair (position->lon, position->lat);
  return YZ_POSITION_READ;
}

gboolean
yz_row_read_pair (const YzSheet *sheet, const YzMapping *mapping, guint index, YzPosition *position, YzPairShape *shape)
{
  YzPositionSource source = yz_position_source_find (sheet, mapping);
  YzPairShape ignored;
  YzPositionState state = read_source (sheet, &source, index, position, shape != NULL ? shape : &ignored);

  return state == YZ_POSITION_READ || state == YZ_POSITION_SWAPPED;
}

/* --- into the row --- */

static YzDatum
get_row_datum (const YzSheetRow *row, YzDatum usual)
{
  const char *nick = yz_sheet_row_get_text (row, "datum");
  YzDatum datum;

  return nick != NULL && yz_datum_from_name (nick, &datum) ? datum : usual;
}

static double
round_degrees (double degrees)
{
  return round (degrees * DEGREES_PER_STEP) / DEGREES_PER_STEP;
}

static void
set_degrees (YzSheetRow *row, const char *field, double degrees)
{
  yz_sheet_row_set (row, yz_kind_find_field (row->kind, field), YZ_ROW_VALUE,
                    g_variant_new_double (round_degrees (degrees)));
}

static void
set_position (YzSheetRow *row, YzPosition position, YzPairShape shape, YzDatum usual)
{
  static const char *const nicks[YZ_N_DATUMS] = { "wgs84", "gcj02", "bd09", "bd09mc" };
  /* nothing but Baidu's metres has such numbers */
  YzDatum datum = shape == YZ_PAIR_METRES ? YZ_DATUM_BD09MC : get_row_datum (row, usual);
  const YzField *field = yz_kind_find_field (row->kind, "datum");
  YzPosition there = yz_datum_convert (position, datum, YZ_DATUM_WGS84);

  set_degrees (row, "lon", there.lon);
  set_degrees (row, "lat", there.lat);
  if (field != NULL)
    yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_new_string (nicks[datum]));
}

static gboolean
has_chinese_address (const YzSheetRow *row)
{
  const char *address = yz_sheet_row_get_text (row, "address");

  for (const char *p = address; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (yz_text_is_han (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): why @position cannot be where the row is */
static char *
find_fault (const YzSheetRow *row, YzPosition position, YzPairShape shape)
{
  if (shape != YZ_PAIR_METRES && !yz_position_is_valid (position))
    return g_strdup_printf (_ ("%.10g, %.10g is no position on earth"), position.lon, position.lat);
  if (shape == YZ_PAIR_IMPLAUSIBLE && has_chinese_address (row))
    return g_strdup_printf (_ ("%.10g, %.10g lies outside China, but the address is Chinese"), position.lon,
                            position.lat);
  return NULL;
}

gboolean
yz_position_source_is_there (const YzPositionSource *source)
{
  return source->pair >= 0 || source->geometry || (source->lon >= 0 && source->lat >= 0);
}

guint
yz_position_source_get_column (const YzPositionSource *source)
{
  if (source->pair >= 0)
    return (guint) source->pair;
  return source->lon >= 0 ? (guint) source->lon : G_MAXUINT;
}

YzPositionState
yz_position_source_take (const YzSheet *sheet, const YzPositionSource *source, guint index, YzDatum datum,
                         YzSheetRow *row)
{
  guint column = yz_position_source_get_column (source);
  YzPosition position = { NAN, NAN };
  YzPairShape shape;
  YzPositionState state = read_source (sheet, source, index, &position, &shape);
  g_autofree char *fault = NULL;

  if (state == YZ_POSITION_HALF)
    yz_row_report (sheet, index, row, YZ_FINDING_ERROR, column, _ ("a position needs longitude and latitude"));
  if (state == YZ_POSITION_BROKEN)
    yz_row_report (sheet, index, row, YZ_FINDING_ERROR, column, _ ("this is not a position"));
  if (state == YZ_POSITION_SWAPPED)
    yz_row_report (sheet, index, row, YZ_FINDING_NOTE, column, _ ("longitude and latitude were swapped"));
  if (state != YZ_POSITION_READ && state != YZ_POSITION_SWAPPED)
    return state;

  if (state == YZ_POSITION_SWAPPED)
    shape = YZ_PAIR_LON_LAT;
  fault = find_fault (row, position, shape);
  if (fault != NULL)
    yz_row_report (sheet, index, row, YZ_FINDING_ERROR, column, fault);
  else
    set_position (row, position, shape, datum);
  return state;
}

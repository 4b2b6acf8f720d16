/* The position of a row: two columns, one cell with both numbers, or the geometry that the format has. */
#include "config.h"

#include "yz-row-position-private.h"

#include "yz-position-text.h"
#include "yz-row-reader.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

YzPositionState
yz_position_source_read (const YzSheet *sheet, const YzPositionSource *source, guint index, YzPosition *position,
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
  YzPositionState state = yz_position_source_read (sheet, &source, index, position, shape != NULL ? shape : &ignored);

  return state == YZ_POSITION_READ || state == YZ_POSITION_SWAPPED;
}

/* Positions as people write them: in a cell of a list, in the box "go to", on the clipboard. */
#pragma once

#include "yz-datum.h"

G_BEGIN_DECLS

#define YZ_POSITION_TEXT_ERROR (yz_position_text_error_quark ())

typedef enum
{
  YZ_POSITION_TEXT_ERROR_SYNTAX, /* not two numbers */
  YZ_POSITION_TEXT_ERROR_RANGE,  /* two numbers, no position */
} YzPositionTextError;

GQuark yz_position_text_error_quark (void);

typedef struct
{
  YzPosition position; /* degrees, or x and y in metres where @shape says so */
  YzPairShape shape;   /* as written; implausible outside China */
  gboolean certain;    /* the order was told by letters or by China's ranges, not assumed */
} YzPositionReading;

/**
 * yz_position_parse_pair:
 * @text: one cell or entry: "104.06213,30.67041", "30.67041 104.06213", "30°40′13″N 104°03′44″E",
 *   "北纬30度40分13秒，东经104度3分44秒", "N30.5 E104", "POINT(104.06 30.67)", "lng: 104.06, lat: 30.67",
 *   "12934801.49,3387137.45"; full-width forms too
 * @reading: (out): filled on success
 *
 * The datum is the caller's to state. The order is told by N, S, E, W, 东经, 北纬, lng, lat where written, else by
 * China's ranges; a position elsewhere is read as lon, lat unless only the other order is possible.
 *
 * Returns: whether @text holds exactly one position
 */
gboolean yz_position_parse_pair (const char *text, YzPositionReading *reading, GError **error);

/**
 * yz_position_parse_number:
 * @text: one cell of a column of longitudes or latitudes: "104.06213", "104°03′44″E", "１０４．０６"
 * @degrees: (out): south and west negative; metres pass as they are
 *
 * Returns: whether @text holds exactly one number
 */
gboolean yz_position_parse_number (const char *text, double *degrees, GError **error);

/**
 * yz_position_format:
 *
 * Returns: (transfer full): "104.062130,30.670410": longitude first, as Chinese lists and services write it, with six
 *   places (0.1 m); never depends on the locale
 */
char *yz_position_format (YzPosition position);

G_END_DECLS

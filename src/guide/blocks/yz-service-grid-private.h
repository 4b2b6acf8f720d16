/* The services of a station in columns, each a symbol and its word. */
#pragma once

#include "yz-guide-content.h"
#include "yz-pen-private.h"

G_BEGIN_DECLS

/**
 * YzServiceGrid:
 * @pitch: least width of a column, in millimetres of the design
 * @english_pitch: likewise, where words are English too
 * @symbol: size of a symbol
 * @row: least height of a row
 * @size: of the words, in points
 * @brief: short words
 */
typedef struct
{
  double pitch;
  double english_pitch;
  double symbol;
  double row;
  double size;
  gboolean brief;
} YzServiceGrid;

/**
 * yz_service_grid_lay:
 * @offers: (element-type YzGuideOffer): in their order
 *
 * A service that is paused or planned is drawn in that style. In both languages the English word stands below.
 *
 * Returns: the height
 */
double yz_service_grid_lay (const YzServiceGrid *self, const YzPen *pen, const GPtrArray *offers, double x, double y,
                            double width);

G_END_DECLS

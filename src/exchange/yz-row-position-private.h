/* Where a list has its positions, and one row's numbers as they stand there. */
#pragma once

#include "yz-mapping.h"

G_BEGIN_DECLS

/* Columns, -1 where there is none. */
typedef struct
{
  int lon;
  int lat;
  int pair;
  gboolean geometry;
} YzPositionSource;

typedef enum
{
  YZ_POSITION_NONE,
  YZ_POSITION_HALF,
  YZ_POSITION_BROKEN,
  YZ_POSITION_READ,
  YZ_POSITION_SWAPPED, /* read: latitude stood in the column of longitude */
} YzPositionState;

YzPositionSource yz_position_source_find (const YzSheet *sheet, const YzMapping *mapping);

YzPositionState yz_position_source_read (const YzSheet *sheet, const YzPositionSource *source, guint index,
                                         YzPosition *position, YzPairShape *shape);

/**
 * yz_row_cell_is_nothing:
 *
 * Returns: whether a cell is empty or says that there is nothing: "-", "/", "无", "暂无", "null", "#N/A"
 */
gboolean yz_row_cell_is_nothing (const char *cell);

G_END_DECLS

/* Where a list has its positions, and one row's numbers as they stand there. */
#pragma once

#include "yz-mapping.h"
#include "yz-sheet-row.h"

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

/* Where the positions of @sheet are. */
YzPositionSource yz_position_source_find (const YzSheet *sheet, const YzMapping *mapping);

/**
 * yz_position_source_is_there:
 *
 * Returns: whether the list has positions at all
 */
gboolean yz_position_source_is_there (const YzPositionSource *source);

/**
 * yz_position_source_get_column:
 *
 * Returns: the column that findings are about, %G_MAXUINT if the position stands in none
 */
guint yz_position_source_get_column (const YzPositionSource *source);

/**
 * yz_position_source_take:
 * @datum: of the list; a row may have its own
 * @row: gets the position, in WGS-84, or a finding
 *
 * Returns: what was found
 */
YzPositionState yz_position_source_take (const YzSheet *sheet, const YzPositionSource *source, guint index,
                                         YzDatum datum, YzSheetRow *row);

G_END_DECLS

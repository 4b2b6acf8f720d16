/* What a query holds, and how it is asked. */
#pragma once

#include "yz-database-private.h"
#include "yz-query.h"

G_BEGIN_DECLS

typedef struct
{
  const YzField *field;
  const YzField *other; /* (nullable): that may meet it instead */
  YzCompare compare;
  GVariant *value;
} YzCondition;

struct _YzQuery
{
  const YzKind *kind;
  GArray *conditions; /* of YzCondition */
  char *expression;
  char *search;
  gboolean near;
  double near_lon, near_lat, near_metres;
  YzQueryTrash trash;
  char *order;
  gboolean descending;
  gboolean distance_order;
  double order_lon, order_lat;
  guint limit;
};

/**
 * yz_query_prepare:
 * @columns: what to select, "t.row" or "count(*)"; the table is t
 * @tail: (nullable): what follows the conditions instead of the query's order and limit, "GROUP BY 1"
 *
 * Returns: (transfer full) (nullable): the statement, with its values bound
 */
YzStatement *yz_query_prepare (YzDatabase *database, const YzQuery *query, const char *columns, const char *tail,
                               GError **error);

G_END_DECLS

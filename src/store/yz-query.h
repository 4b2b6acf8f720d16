/*
 * A question to the store: which records of a kind, in which order. Conditions are added and combined by "and".
 * A query is a plain value: build it, hand it over, it is not changed.
 */
#pragma once

#include "yz-kind.h"

G_BEGIN_DECLS

typedef struct _YzQuery YzQuery;

/**
 * YzCompare:
 *
 * How a field is compared with a value. Except for %YZ_COMPARE_EMPTY an empty field matches nothing.
 * %YZ_COMPARE_HAS asks a list for an element, a map for a key ("water") or for a key in a state ("water:paused").
 * %YZ_COMPARE_IN takes an "as" of alternatives.
 */
typedef enum
{
  YZ_COMPARE_EQUAL,
  YZ_COMPARE_NOT_EQUAL,
  YZ_COMPARE_LESS,
  YZ_COMPARE_LESS_OR_EQUAL,
  YZ_COMPARE_GREATER,
  YZ_COMPARE_GREATER_OR_EQUAL,
  YZ_COMPARE_CONTAINS,
  YZ_COMPARE_IN,
  YZ_COMPARE_HAS,
  YZ_COMPARE_HAS_NOT,
  YZ_COMPARE_EMPTY,
  YZ_COMPARE_NOT_EMPTY,
} YzCompare;

/**
 * YzQueryTrash:
 * @YZ_QUERY_LIVE: records that are not in the trash
 * @YZ_QUERY_TRASHED: those that are
 */
typedef enum
{
  YZ_QUERY_LIVE,
  YZ_QUERY_TRASHED,
} YzQueryTrash;

/**
 * yz_query_new:
 *
 * Returns: (transfer full): a query for every live record of @kind, in the order in which they were made
 */
YzQuery *yz_query_new (const YzKind *kind);

/**
 * yz_query_copy:
 *
 * Returns: (transfer full): a query of its own
 */
YzQuery *yz_query_copy (const YzQuery *query);
void     yz_query_free (YzQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzQuery, yz_query_free)

/**
 * yz_query_get_kind:
 *
 * Returns: (transfer none): whose records are asked for
 */
const YzKind *yz_query_get_kind (const YzQuery *query);

/**
 * yz_query_add:
 * @field: name of a field
 * @value: (nullable): of the field's type (IN: "as"; HAS: "s"; CONTAINS: "s"); a floating reference is taken
 *
 * Adds a condition.
 */
void yz_query_add (YzQuery *query, const char *field, YzCompare compare, GVariant *value);

/**
 * yz_query_add_either:
 * @value: as in yz_query_add()
 *
 * Adds the condition that one of two fields of the same type meets.
 */
void yz_query_add_either (YzQuery *query, const char *field, const char *other, YzCompare compare, GVariant *value);

/**
 * yz_query_set_expression:
 * @expression: (nullable): an SQL expression over the names of the fields, "state = 'open' and area > 20", or a
 *   plain comparison "state=open"
 *
 * Adds a condition that a person typed. It is compiled by SQLite itself with everything forbidden but reading the
 * kind's own fields and calling harmless functions; what it cannot understand is a %YZ_STORE_ERROR_QUERY when the
 * query runs. Beside the fields it may name id.
 */
void yz_query_set_expression (YzQuery *query, const char *expression);

/**
 * yz_query_set_search:
 * @text: (nullable): words, parts of names and addresses, pinyin or initials, digits of a telephone number
 *
 * Only records that match; without an order of its own the best matches come first.
 */
void yz_query_set_search (YzQuery *query, const char *text);

/**
 * yz_query_set_near:
 * @metres: radius
 *
 * Only records whose position lies within a circle (WGS-84, great-circle distance), the nearest first if no other
 * order is set.
 */
void yz_query_set_near (YzQuery *query, double lon, double lat, double metres);

/**
 * yz_query_set_trash:
 *
 * Asks for what is in the trash instead of what is live.
 */
void yz_query_set_trash (YzQuery *query, YzQueryTrash trash);

/**
 * yz_query_set_order:
 * @field: (nullable): name of a field, or "created" or "changed"
 *
 * Texts are ordered as Chinese readers expect (by pinyin); empty fields come last either way. Of equal ones the older
 * record comes first, but from times that descend the newer one.
 */
void yz_query_set_order (YzQuery *query, const char *field, gboolean descending);

/**
 * yz_query_set_distance_order:
 *
 * Orders by distance from a point (WGS-84); records without a position come last.
 */
void yz_query_set_distance_order (YzQuery *query, double lon, double lat);

/**
 * yz_query_set_limit:
 * @limit: at most that many, 0 for all
 */
void yz_query_set_limit (YzQuery *query, guint limit);

G_END_DECLS

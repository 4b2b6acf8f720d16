/*
 * Where goods come from, in words, for those without a lot: nobody who counts umbrellas can tell by which slip each
 * came, so that they are no lot; what is known of their origin stands with the movement.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_stock_origin_dup_reason:
 * @reason: (nullable): what somebody wrote
 * @source: (nullable): a choice of the field "source" of lots; that goods were bought goes without saying
 * @supplier: (nullable): supplier or donor
 * @cost: of one unit in fen, -1 for unknown
 *
 * Returns: (transfer full) (nullable): "donated, 某某公司, 35.00 yuan each", behind @reason if there is one
 */
char *yz_stock_origin_dup_reason (const char *reason, const char *source, const char *supplier, gint64 cost);

G_END_DECLS

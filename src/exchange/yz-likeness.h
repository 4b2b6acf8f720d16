/* How alike two names or addresses are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_likeness_core:
 * @name: of a station
 *
 * What is left of a name without the words that all of them have (工会驿站, 户外劳动者, 爱心) and without marks.
 *
 * Returns: (transfer full): the whole name, folded, if nothing is left
 */
char *yz_likeness_core (const char *name);

/**
 * yz_likeness_compare:
 * @a, @b: folded
 *
 * The larger of two measures: the share of common pairs of neighbouring characters (Dice), and one less the edits
 * needed (Levenshtein) by the longer length. Texts whose numbers differ (1号, 2号) are not alike at all.
 *
 * Returns: 0 to 1
 */
double yz_likeness_compare (const char *a, const char *b);

/**
 * yz_likeness_hash:
 *
 * Returns: 64 bits of FNV-1a of @text, never 0
 */
guint64 yz_likeness_hash (const char *text, gsize length);

G_END_DECLS

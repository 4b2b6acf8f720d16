/*
 * Joins lines that belong together end to end: a street comes as dozens of pieces, but its name wants to be written
 * along the whole, and a small scale wants few long lines.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YzLineJoiner YzLineJoiner;

/**
 * YzJoinedFunc:
 * @key: of the pieces that make the line
 * @xy: @n_points pairs
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*YzJoinedFunc) (const char *key, const double *xy, guint n_points, gpointer user_data);

/**
 * yz_line_joiner_new:
 *
 * Returns: (transfer full): no lines yet
 */
YzLineJoiner *yz_line_joiner_new (void);

void yz_line_joiner_free (YzLineJoiner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzLineJoiner, yz_line_joiner_free)

/**
 * yz_line_joiner_add:
 * @key: only pieces of equal key are joined
 * @xy: (array): @n_points pairs in metres, copied
 */
void yz_line_joiner_add (YzLineJoiner *self, const char *key, const double *xy, guint n_points);

/**
 * yz_line_joiner_foreach:
 *
 * Calls @func for every joined line, in an order that depends only on the order of yz_line_joiner_add(). At a
 * junction the straightest continuation wins; a turn of more than 60° ends the line.
 *
 * Returns: whether @func never returned %FALSE
 */
gboolean yz_line_joiner_foreach (YzLineJoiner *self, YzJoinedFunc func, gpointer user_data);

G_END_DECLS

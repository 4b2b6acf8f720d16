/* The life of a station: planned → open → paused, rectifying → merged or closed (domain facts A2, A11). */
#pragma once

#include "yz-model-error.h"

G_BEGIN_DECLS

/**
 * yz_station_state_get_next:
 * @state: a nick of the station's field "state"
 *
 * Returns: (transfer none) (array zero-terminated=1): the states that a user may bring a station to from @state
 */
const char *const *yz_station_state_get_next (const char *state);

/**
 * yz_station_state_check:
 *
 * Returns: %FALSE with %YZ_MODEL_ERROR_TRANSITION if a station may not go from @from to @to
 */
gboolean yz_station_state_check (const char *from, const char *to, GError **error);

/**
 * yz_station_state_needs_reason:
 *
 * Returns: whether somebody who brings a station to @state is asked why
 */
gboolean yz_station_state_needs_reason (const char *state);

/**
 * yz_station_state_is_supplied:
 * @state: (nullable)
 *
 * Returns: whether stations in @state are kept in goods: those in service, and those that soon are again
 */
gboolean yz_station_state_is_supplied (const char *state);

/**
 * yz_station_state_is_over:
 *
 * Returns: whether stations in @state are hidden unless asked for
 */
gboolean yz_station_state_is_over (const char *state);

G_END_DECLS

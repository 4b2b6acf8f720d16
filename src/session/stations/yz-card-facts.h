/* The facts of a station as the detail pane words them: pure functions of its record. */
#pragma once

#include "yz-station-hours.h"

G_BEGIN_DECLS

/**
 * yz_card_dup_field:
 * @name: of a field
 * @reveal: whether personal data is shown in full
 *
 * Returns: (transfer full) (nullable): the value as a person reads it, %NULL if there is none
 */
char *yz_card_dup_field (YzRecord *station, const char *name, gboolean reveal);

/**
 * yz_card_dup_address:
 *
 * Returns: (transfer full) (nullable): the address, behind the district where it does not name that itself
 */
char *yz_card_dup_address (YzRecord *station);

/**
 * yz_card_dup_position:
 *
 * Returns: (transfer full) (nullable): "WGS-84 113.66000, 34.75000"
 */
char *yz_card_dup_position (YzRecord *station);

/**
 * yz_card_dup_size:
 *
 * Returns: (transfer full) (nullable): "60 m² · 12 seats", either of which may be missing
 */
char *yz_card_dup_size (YzRecord *station);

/**
 * yz_card_dup_hours:
 * @hours: of @station
 *
 * Returns: (transfer full): the hours as a sentence, and whose hours hold on shifted workdays
 */
char *yz_card_dup_hours (YzRecord *station, YzStationHours *hours);

/**
 * yz_card_dup_tags:
 * @hours: (nullable): of @station, %NULL while they are unknown
 *
 * Returns: (transfer full) (array zero-terminated=1): the short words under its name
 */
char **yz_card_dup_tags (YzRecord *station, YzStationHours *hours);

G_END_DECLS

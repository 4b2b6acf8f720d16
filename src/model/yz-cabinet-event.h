/* Events of smart cabinets: each is one record, however often it is told. */
#pragma once

#include "yz-kinds.h"

G_BEGIN_DECLS

/**
 * yz_cabinet_event_dup_id:
 * @cabinet: the id of the cabinet
 * @event: the number that its maker gave the event
 *
 * Returns: (transfer full): the id of the record
 */
char *yz_cabinet_event_dup_id (const char *cabinet, const char *event);

G_END_DECLS

/* What `stock cabinet` answers: cabinets, rounds and lists of events, in words or as JSON. */
#pragma once

#include "yz-cabinet-events.h"
#include "yz-cli-stock.h"
#include "yz-refill-rounds.h"

G_BEGIN_DECLS

/* Each appends to @out: a line, or an object. */
void yz_cli_cabinet_append (GString *out, const YzCabinetView *view, gboolean json);
void yz_cli_cabinet_append_pickup (GString *out, YzStore *store, YzRecord *pickup, gboolean json);

/* The whole answer. */
void yz_cli_cabinet_put_round (const YzRefillRound *round, gboolean json);
void yz_cli_cabinet_put_events (const YzCabinetEvents *events, gboolean done, gboolean json);

G_END_DECLS

/* SQL functions of our own, harmless ones only: expressions that people type may call them. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * Registers
 *   yz_distance (lon, lat, lon, lat): metres along a great circle
 *   yz_rank (title, search): how well a title that was found fits, the smaller the better
 */
void yz_functions_register (sqlite3 *handle);

G_END_DECLS

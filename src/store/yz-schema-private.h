/* The tables of a workspace: made and brought up to date here, and nowhere else. */
#pragma once

#include "yz-database-private.h"

G_BEGIN_DECLS

/* "Yzhn": what file(1) and SQLite know a workspace by. */
#define YZ_SCHEMA_APPLICATION_ID 0x597a686e

/**
 * YzSchemaState:
 * @YZ_SCHEMA_NEW: an empty file
 * @YZ_SCHEMA_OLD: to be migrated
 * @YZ_SCHEMA_CURRENT: nothing to be done
 */
typedef enum
{
  YZ_SCHEMA_NEW,
  YZ_SCHEMA_OLD,
  YZ_SCHEMA_CURRENT,
} YzSchemaState;

/**
 * yz_schema_examine:
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_NOT_A_WORKSPACE or %YZ_STORE_ERROR_TOO_NEW
 */
gboolean yz_schema_examine (YzDatabase *database, YzSchemaState *state, GError **error);

/**
 * yz_schema_migrate:
 *
 * Replays the numbered steps that the file has not seen, then adds the tables and columns of new kinds and fields,
 * in one transaction. A new file goes the same way.
 */
gboolean yz_schema_migrate (YzDatabase *database, GError **error);

G_END_DECLS

/*
 * The table of a kind: SQL made from the field table, and the reading and writing of its rows. This is the only place
 * where SQL is put together from names; values are always bound.
 */
#pragma once

#include "yz-database-private.h"
#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzGone:
 * @YZ_GONE_NOT: an ordinary record
 * @YZ_GONE_TRASHED: in the trash
 * @YZ_GONE_UNMADE: its creation was undone; the row is kept for a redo
 * @YZ_GONE_PURGED: only the id is left, so that no other record ever takes it
 */
typedef enum
{
  YZ_GONE_NOT,
  YZ_GONE_TRASHED,
  YZ_GONE_UNMADE,
  YZ_GONE_PURGED,
} YzGone;

/**
 * YzRow:
 * @row: its number
 * @changed: the last action that wrote it
 * @checksum: see yz_cell_checksum()
 */
typedef struct
{
  gint64 row;
  YzGone gone;
  gint64 gone_at;
  gint64 changed;
  guint64 checksum;
  YzRecord *record;
} YzRow;

void yz_row_clear (YzRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzRow, yz_row_clear)

/**
 * yz_table_migrate:
 *
 * Makes the table of @kind, or adds the columns that it lacks, and gives it the indexes that the fields want.
 */
gboolean yz_table_migrate (YzDatabase *database, const YzKind *kind, GError **error);

/**
 * yz_table_is_current:
 *
 * @current: whether the table of @kind is there with every column, and with the indexes that the fields want
 */
gboolean yz_table_is_current (YzDatabase *database, const YzKind *kind, gboolean *current, GError **error);

/**
 * yz_table_make_title_keys:
 *
 * Makes every title's sort key anew.
 */
gboolean yz_table_make_title_keys (YzDatabase *database, const YzKind *kind, GError **error);

/**
 * yz_table_load:
 * @id: (nullable): of the record, or %NULL to go by @number
 *
 * Returns: %FALSE with an error; @row->record is %NULL if there is no such row, or nothing but its id is left
 */
gboolean yz_table_load (YzDatabase *database, const YzKind *kind, const char *id, gint64 number, YzRow *row,
                        GError **error);

/**
 * yz_table_load_head:
 *
 * The same without the record: @row->row is 0 if there is no such row.
 */
gboolean yz_table_load_head (YzDatabase *database, const YzKind *kind, gint64 number, YzRow *row, GError **error);

/**
 * yz_table_insert:
 * @action: that creates it
 *
 * Returns: the number of the new row, 0 with an error
 */
gint64 yz_table_insert (YzDatabase *database, YzRecord *record, gint64 action, GError **error);

/**
 * yz_table_update:
 * @row: as it was loaded
 * @fields: (element-type YzField): those that differ in @after
 */
gboolean yz_table_update (YzDatabase *database, const YzRow *row, YzRecord *after, GPtrArray *fields, gint64 action,
                          GError **error);

/**
 * yz_table_set_gone:
 * @at: when, milliseconds since 1970-01-01T00:00Z
 *
 * Puts the row in the trash, or takes it out, or makes it one that was never made.
 */
gboolean yz_table_set_gone (YzDatabase *database, const YzKind *kind, gint64 number, YzGone gone, gint64 at,
                            gint64 action, GError **error);

/**
 * yz_table_purge:
 *
 * Empties every field of a row that is in the trash: it is %YZ_GONE_PURGED then. No action of the log does that.
 */
gboolean yz_table_purge (YzDatabase *database, const YzRow *row, GError **error);

G_END_DECLS

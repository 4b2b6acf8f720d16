/*
 * One connection to a workspace file, with its prepared statements. Not to be used by two threads at a time.
 * SQLite's codes are translated here, once.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "yz-collator.h"
#include "yz-kind.h"
#include "yz-store-error.h"

G_BEGIN_DECLS

typedef struct _YzDatabase YzDatabase;

/**
 * YzDatabaseMode:
 * @YZ_DATABASE_READ: reads only
 * @YZ_DATABASE_WRITE: the file must exist
 * @YZ_DATABASE_CREATE: makes the file if it is missing
 */
typedef enum
{
  YZ_DATABASE_READ,
  YZ_DATABASE_WRITE,
  YZ_DATABASE_CREATE,
} YzDatabaseMode;

/**
 * yz_database_open:
 *
 * Returns: (transfer full) (nullable): a connection for one thread at a time, or %NULL with a %YZ_STORE_ERROR
 */
YzDatabase *yz_database_open (const char *path, YzDatabaseMode mode, GError **error);
void        yz_database_close (YzDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzDatabase, yz_database_close)

/* SQLite itself, for what is not wrapped here: backup, tokenizer, authorizer. */
sqlite3 *yz_database_get_handle (YzDatabase *self);

/**
 * yz_database_set_error:
 *
 * Sets @error from the last call on the connection.
 *
 * Returns: %FALSE
 */
gboolean yz_database_set_error (YzDatabase *self, GError **error);

/**
 * yz_database_set_action:
 * @seq: of the action that is being written, 0 for none
 *
 * Rows of records can be written only while an action is: triggers see to it.
 */
void yz_database_set_action (YzDatabase *self, gint64 seq);

/**
 * yz_database_set_cancellable:
 * @cancellable: (nullable): ends statements with %G_IO_ERROR_CANCELLED from now on
 */
void yz_database_set_cancellable (YzDatabase *self, GCancellable *cancellable);

/**
 * yz_database_set_time_limit:
 *
 * Ends statements in the same way after some seconds, until the next yz_database_set_cancellable().
 */
void yz_database_set_time_limit (YzDatabase *self, guint seconds);

/**
 * yz_database_execute:
 * @script: SQL without parameters, possibly several statements
 */
gboolean yz_database_execute (YzDatabase *self, const char *script, GError **error);

/**
 * yz_database_get_number:
 * @sql: a query whose first value is wanted
 *
 * Returns: the number, -1 with an error
 */
gint64 yz_database_get_number (YzDatabase *self, const char *sql, GError **error);

/* Statements. A prepared statement belongs to its connection and is kept; the pointer is a loan until its next use. */

typedef sqlite3_stmt YzStatement;

/* Gives the statement back: its rows and bindings are forgotten. */
void yz_statement_reset (YzStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStatement, yz_statement_reset)

/**
 * yz_database_prepare:
 *
 * Returns: (transfer full) (nullable): the statement, to be held in a g_autoptr()
 */
YzStatement *yz_database_prepare (YzDatabase *self, const char *sql, GError **error);

/**
 * yz_database_prepare_named:
 * @name: of a file in sql/queries, without ".sql"
 */
YzStatement *yz_database_prepare_named (YzDatabase *self, const char *name, GError **error);

/**
 * yz_database_prepare_for:
 * @what: a static text that says what is done, "insert"
 * @make_sql: makes the SQL, called only the first time
 *
 * The statement for a kind's table: as yz_database_prepare(), without making its text for every row.
 */
YzStatement *yz_database_prepare_for (YzDatabase *self, const YzKind *kind, const char *what,
                                      char *(*make_sql) (const YzKind *kind), GError **error);

/* Bind the parameter of that name, ":seq"; a text is copied, %NULL stays empty. */
void yz_statement_bind_integer (YzStatement *statement, const char *name, gint64 value);
void yz_statement_bind_text (YzStatement *statement, const char *name, const char *value);

/**
 * yz_statement_step:
 * @row: (out): whether there is a row
 */
gboolean yz_statement_step (YzStatement *statement, gboolean *row, GError **error);

/**
 * yz_statement_run:
 *
 * Runs a statement whose rows, if any, are of no interest, and resets it.
 */
gboolean yz_statement_run (YzStatement *statement, GError **error);

/**
 * yz_statement_collect:
 *
 * Runs a statement to its end.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the first column of every row, an integer
 */
GArray *yz_statement_collect (YzStatement *statement, GError **error);

/* A column of the current row, until the next step; %NULL where it is empty. */
const char *yz_statement_get_text (YzStatement *statement, int column);

/* What the program remembers about the file: the table meta. @value is %NULL for what was never set. */
gboolean yz_database_get_meta (YzDatabase *self, const char *name, char **value, GError **error);
gboolean yz_database_set_meta (YzDatabase *self, const char *name, const char *value, GError **error);

/**
 * yz_database_get_collator:
 *
 * Returns: (transfer none): the order of texts
 */
YzCollator *yz_database_get_collator (YzDatabase *self);

/**
 * yz_database_get_texts:
 *
 * Returns: (transfer none): for yz_cell_from_shared(), until the end of the transaction
 */
GHashTable *yz_database_get_texts (YzDatabase *self);

/**
 * yz_database_get_maps:
 *
 * Returns: (transfer none): maps that were read, for yz_cell_to_shared()
 */
GHashTable *yz_database_get_maps (YzDatabase *self);

/* Transactions. A transaction that is not committed is rolled back when it goes out of scope. */

typedef YzDatabase YzTransaction;

/* Begins to write: %NULL with %YZ_STORE_ERROR_BUSY while another program does. No transaction lies within another. */
YzTransaction *yz_transaction_begin (YzDatabase *database, GError **error);
gboolean       yz_transaction_commit (YzTransaction *transaction, GError **error);
void           yz_transaction_end (YzTransaction *transaction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzTransaction, yz_transaction_end)

/**
 * yz_store_sql_load:
 * @path: beneath sql/, "queries/undo-target"
 *
 * Returns: (transfer full) (nullable): the text of an SQL file
 */
char *yz_store_sql_load (const char *path, GError **error);

G_END_DECLS

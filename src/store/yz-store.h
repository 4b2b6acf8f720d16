/*
 * A workspace: one SQLite file, NAME.yizhan, with every record, the log of every change, and what is made from them
 * (search index, spatial index).
 *
 * Threads: all writing happens on one worker; the functions named _async run there and call back in the caller's
 * main context. Reading functions are blocking and quick, may be called from any thread, and see every write that
 * has called back. There is no way to write but an edit (yz_store_apply_async()), undo and redo.
 */
#pragma once

#include "yz-action.h"
#include "yz-id.h"
#include "yz-query.h"
#include "yz-store-error.h"

G_BEGIN_DECLS

/* How long a record stays in the trash. */
#define YZ_TRASH_DAYS 90

#define YZ_TYPE_STORE (yz_store_get_type ())

G_DECLARE_FINAL_TYPE (YzStore, yz_store, YZ, STORE, GObject)

/**
 * YzStoreFlags:
 * @YZ_STORE_CREATE: make the file if it is missing
 * @YZ_STORE_READ_ONLY: never write, not even a migration
 * @YZ_STORE_UNKEPT: close it without the day's backup: a file that is still to be moved to its place
 */
typedef enum
{
  YZ_STORE_NONE = 0,
  YZ_STORE_CREATE = 1 << 0,
  YZ_STORE_READ_ONLY = 1 << 1,
  YZ_STORE_UNKEPT = 1 << 2,
} YzStoreFlags;

/**
 * YzStore::changed:
 * @kind: (nullable): name of the kind concerned, %NULL for several
 * @ids: (nullable): ids of the records concerned, %NULL for "many: read again"
 *
 * Emitted in the main context that opened the store, after each apply, undo and redo, also one made by another
 * program on the same file.
 */

/**
 * YzProgressFunc:
 * @done: of @total; @total is 0 while it is unknown
 *
 * Called on any thread, at most some ten times a second.
 */
typedef void (*YzProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/**
 * yz_store_open:
 * @path: of the file
 * @clock: (transfer none): gives the time of changes
 * @ids: (transfer none): gives the ids of actions
 *
 * Opens a workspace, migrates it if it is older than the program (a copy is kept beside it first) and seeds a new
 * one with the service catalogue and the official calendar. Blocking; see yz_store_open_async().
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with a %YZ_STORE_ERROR
 */
YzStore *yz_store_open (const char *path, YzStoreFlags flags, YzClock *clock, YzIdFactory *ids, GError **error);

/**
 * yz_store_open_async:
 *
 * The same without blocking, on a thread of its own. yz_store_open_finish() returns the store, or %NULL with an error.
 */
void     yz_store_open_async (const char *path, YzStoreFlags flags, YzClock *clock, YzIdFactory *ids,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
YzStore *yz_store_open_finish (GAsyncResult *result, GError **error);

/**
 * yz_store_close:
 *
 * Finishes what is being written, empties the trash of what is older than 90 days, makes the day's backup if there
 * is none yet, and closes the file. Every later call fails. Blocking.
 *
 * Returns: %FALSE if the backup failed, which leaves the workspace itself unharmed
 */
gboolean yz_store_close (YzStore *self, GError **error);

/* What it was opened with, all (transfer none). */
const char  *yz_store_get_path (YzStore *self);
YzClock     *yz_store_get_clock (YzStore *self);
YzIdFactory *yz_store_get_ids (YzStore *self);

/**
 * yz_store_set_author:
 * @who: (nullable): the name written beside every change from now on
 */
void yz_store_set_author (YzStore *self, const char *who);

/**
 * yz_store_dup_author:
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): that name
 */
char *yz_store_dup_author (YzStore *self);

/* Reading */

/**
 * yz_store_load:
 *
 * Returns: (transfer full) (nullable): a copy of the record, also one in the trash; %NULL with
 *   %YZ_STORE_ERROR_NOT_FOUND
 */
YzRecord *yz_store_load (YzStore *self, const YzKind *kind, const char *id, GError **error);

/**
 * yz_store_look_up:
 * @record: (out) (transfer full) (nullable): the record, also one in the trash; %NULL if there is none of that kind
 *
 * The same for an id that may be that of something else.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR if nobody could tell
 */
gboolean yz_store_look_up (YzStore *self, const YzKind *kind, const char *id, YzRecord **record, GError **error);

/**
 * yz_store_load_async:
 *
 * The same without blocking, for a thread that draws. yz_store_load_finish() returns the record, or %NULL with an
 * error.
 */
void      yz_store_load_async (YzStore *self, const YzKind *kind, const char *id, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
YzRecord *yz_store_load_finish (YzStore *self, GAsyncResult *result, GError **error);

/**
 * yz_store_find:
 * @text: an id, the beginning of one that leaves no doubt, or a value of the unique field, else of the field "code"
 *
 * Finds a record by what a person typed.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with %YZ_STORE_ERROR_NOT_FOUND
 */
YzRecord *yz_store_find (YzStore *self, const YzKind *kind, const char *text, GError **error);

/**
 * yz_store_find_called:
 * @record: (out) (transfer full) (nullable): what yz_store_find() finds, or else the only record with the title @text;
 *   %NULL if there is none, or several are called so
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR if nobody could tell
 */
gboolean yz_store_find_called (YzStore *self, const YzKind *kind, const char *text, YzRecord **record, GError **error);

/**
 * yz_store_load_row:
 * @row: of a query's answer
 *
 * Returns: (transfer full) (nullable): the record, %NULL without an error if it is gone
 */
YzRecord *yz_store_load_row (YzStore *self, const YzKind *kind, gint64 row, GError **error);

/**
 * yz_store_query:
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row numbers of the matching records in order, or
 *   %NULL with a %YZ_STORE_ERROR
 */
GArray *yz_store_query (YzStore *self, const YzQuery *query, GCancellable *cancellable, GError **error);

/**
 * yz_store_load_records:
 *
 * Blocking, for a few hundred records at most.
 *
 * Returns: (transfer full) (nullable) (element-type YzRecord): the records that answer @query, in its order, or %NULL
 *   with a %YZ_STORE_ERROR
 */
GPtrArray *yz_store_load_records (YzStore *self, const YzQuery *query, GError **error);

/**
 * yz_store_load_only:
 * @record: (out) (transfer full) (nullable): the record that answers @query, %NULL if none does, or several do
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR if nobody could tell
 */
gboolean yz_store_load_only (YzStore *self, const YzQuery *query, YzRecord **record, GError **error);

/**
 * yz_store_query_async:
 * @query: (transfer none): copied
 *
 * The same without blocking. yz_store_query_finish() returns the row numbers, or %NULL with an error.
 */
void    yz_store_query_async (YzStore *self, const YzQuery *query, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
GArray *yz_store_query_finish (YzStore *self, GAsyncResult *result, GError **error);

/**
 * yz_store_count:
 *
 * Returns: how many records match, -1 with a %YZ_STORE_ERROR
 */
gint64 yz_store_count (YzStore *self, const YzQuery *query, GError **error);

/* Writing */

/**
 * yz_store_apply_async:
 * @edit: (transfer none): not changed any more
 *
 * Checks and writes an edit in one transaction, with its log. yz_store_apply_finish() returns the action, or %NULL
 * with a %YZ_MODEL_ERROR or %YZ_STORE_ERROR, the file then being as it was. An edit that changes nothing is
 * answered by %NULL without an error.
 */
void      yz_store_apply_async (YzStore *self, YzEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
YzAction *yz_store_apply_finish (YzStore *self, GAsyncResult *result, GError **error);

/**
 * yz_store_apply:
 *
 * The same, blocking: for the command line, tests and workers; never on a thread that draws.
 */
YzAction *yz_store_apply (YzStore *self, YzEdit *edit, GCancellable *cancellable, GError **error);

/**
 * YzChangeSource:
 * @change: (out): the next change, owned by the source until the next call; %NULL at the end
 *
 * Gives the changes of an edit too large to hold: called on the store's worker.
 *
 * Returns: %FALSE with an error to write nothing at all
 */
typedef gboolean (*YzChangeSource) (const YzChange **change, gpointer user_data, GError **error);

/**
 * yz_store_apply_stream:
 * @edit: label and subject of the action, and changes to be written first
 * @source: (scope call): the changes
 *
 * As yz_store_apply(), for the changes that @source gives.
 */
YzAction *yz_store_apply_stream (YzStore *self, YzEdit *edit, YzChangeSource source, gpointer user_data,
                                 YzProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                                 GError **error);

/* Undo and history */

/**
 * yz_store_get_undo:
 *
 * Returns: (transfer full) (nullable): the action that undo would take back
 */
YzAction *yz_store_get_undo (YzStore *self);

/**
 * yz_store_get_redo:
 *
 * Returns: (transfer full) (nullable): the action that redo would do again
 */
YzAction *yz_store_get_redo (YzStore *self);

/**
 * yz_store_undo_async:
 * @action: the @seq of an action, 0 for the last one
 *
 * Takes an action back. Refused with %YZ_STORE_ERROR_DEPENDS where a later change depends on it.
 */
void      yz_store_undo_async (YzStore *self, gint64 action, YzProgressFunc progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
YzAction *yz_store_undo_finish (YzStore *self, GAsyncResult *result, GError **error);

/**
 * yz_store_undo:
 *
 * The same, blocking: for the command line, tests and workers.
 */
YzAction *yz_store_undo (YzStore *self, gint64 action, GCancellable *cancellable, GError **error);

/**
 * yz_store_redo_async:
 *
 * Does again what was taken back last. yz_store_redo_finish() returns the action, or %NULL with
 * %YZ_STORE_ERROR_NOT_FOUND where there is nothing, or where an edit came between.
 */
void      yz_store_redo_async (YzStore *self, YzProgressFunc progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
YzAction *yz_store_redo_finish (YzStore *self, GAsyncResult *result, GError **error);

/**
 * yz_store_redo:
 *
 * The same, blocking: for the command line, tests and workers.
 */
YzAction *yz_store_redo (YzStore *self, GCancellable *cancellable, GError **error);

/**
 * yz_store_get_history:
 * @record_id: (nullable): of one record, %NULL for the whole workspace
 * @before: only entries of actions with a smaller seq, 0 for the newest
 * @limit: at most that many entries
 *
 * Returns: (transfer full) (element-type YzHistoryEntry) (nullable): newest first
 */
GPtrArray *yz_store_get_history (YzStore *self, const char *record_id, gint64 before, guint limit, GError **error);

/**
 * yz_store_get_history_async:
 *
 * The newest entries without blocking. yz_store_get_history_finish() returns them.
 */
void       yz_store_get_history_async (YzStore *self, const char *record_id, guint limit, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *yz_store_get_history_finish (YzStore *self, GAsyncResult *result, GError **error);

/**
 * yz_store_make_revert:
 * @change: the @seq of an entry of the history
 *
 * Makes the edit that sets the fields of one change back to what they were before it, to be applied like any other.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_STORE_ERROR_DEPENDS if a field was changed again
 */
YzEdit *yz_store_make_revert (YzStore *self, gint64 change, GError **error);

/* Care */

/**
 * yz_store_check:
 *
 * Checks the file and everything in it: SQLite's integrity, row checksums, references, indexes against rows, log.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the findings, empty if all is well; %NULL with an error
 *   if the check could not run
 */
GPtrArray *yz_store_check (YzStore *self, YzProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                           GError **error);

/**
 * yz_store_backup:
 * @path: of the copy; replaced only once the copy is complete and verified
 *
 * Copies the workspace as it is at one moment, also while somebody writes to it. Blocking.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR, or as cancelled, @path then being as it was
 */
gboolean yz_store_backup (YzStore *self, const char *path, GCancellable *cancellable, GError **error);

/**
 * yz_store_list_backups:
 * @path: of a workspace
 *
 * Returns: (transfer full) (nullable) (element-type filename): paths of its backups, newest first, none where none was
 *   made yet; %NULL with a %YZ_STORE_ERROR if their folder cannot be read
 */
GPtrArray *yz_store_list_backups (const char *path, GError **error);

/**
 * yz_store_restore:
 * @path: of a workspace that is not open
 * @backup: of one of its backups
 *
 * Puts a verified copy of @backup in the place of @path. What was there is kept as a backup itself.
 *
 * Returns: %FALSE with a %YZ_STORE_ERROR, @path then being as it was
 */
gboolean yz_store_restore (const char *path, const char *backup, GError **error);

G_END_DECLS

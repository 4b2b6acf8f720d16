/*
 * The session: which workspace is open, what can be undone, what is going on. The screen shows it and the command
 * line drives it; no widget in it. Main thread.
 */
#pragma once

#include "yz-job.h"
#include "yz-store.h"

G_BEGIN_DECLS

#define YZ_TYPE_SESSION (yz_session_get_type ())

G_DECLARE_FINAL_TYPE (YzSession, yz_session, YZ, SESSION, GObject)

/**
 * YzSession::applied:
 * @action: (type YzAction): what was written
 *
 * Emitted after an edit, undo or redo has been written from here: the moment to say so and to offer undo.
 */

/**
 * YzSession::failed:
 * @error: why something could not be done
 *
 * Emitted when something that nobody waits for failed: an edit without a callback, undo, redo.
 */

/**
 * yz_session_new:
 * @clock: (transfer none): the time of everything in the session
 * @ids: (transfer none): the ids of everything in the session
 *
 * Properties: "store" (nullable), "workspace-name", "author", "can-undo", "can-redo", "undo-action", "redo-action"
 * (boxed #YzAction), "jobs" (a #GListModel of running #YzJob).
 *
 * Returns: (transfer full): a session without a workspace
 */
YzSession *yz_session_new (YzClock *clock, YzIdFactory *ids);

YzClock     *yz_session_get_clock (YzSession *self);
YzIdFactory *yz_session_get_ids (YzSession *self);
YzStore     *yz_session_get_store (YzSession *self);
GListModel  *yz_session_get_jobs (YzSession *self);

/**
 * yz_session_get_workspace_name:
 *
 * Returns: (transfer none) (nullable): the file's name without its ending
 */
const char *yz_session_get_workspace_name (YzSession *self);

void        yz_session_set_author (YzSession *self, const char *author);

/**
 * yz_session_expand_date:
 * @text: see yz_date_from_shorthand()
 *
 * Returns: (transfer full) (nullable): the civil date that is meant today, %NULL for an empty text
 */
char *yz_session_expand_date (YzSession *self, const char *text);

/**
 * yz_session_open_async:
 * @path: of a workspace
 *
 * Opens another workspace in place of the present one, which stays open if that fails.
 */
void     yz_session_open_async (YzSession *self, const char *path, YzStoreFlags flags, GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean yz_session_open_finish (YzSession *self, GAsyncResult *result, GError **error);

/**
 * yz_session_close:
 *
 * Closes the workspace; see yz_store_close().
 */
gboolean yz_session_close (YzSession *self, GError **error);

/**
 * yz_session_release_store:
 *
 * Takes the workspace out of the session without closing it.
 *
 * Returns: (transfer full) (nullable): the store, to be closed by the caller
 */
YzStore *yz_session_release_store (YzSession *self);

/**
 * yz_session_new_record:
 *
 * Returns: (transfer full): a record with a new id and the initial values of its kind
 */
YzRecord *yz_session_new_record (YzSession *self, const YzKind *kind);

/**
 * yz_session_apply_async:
 * @callback: (nullable): without one a failure is told by #YzSession::failed
 */
void      yz_session_apply_async (YzSession *self, YzEdit *edit, GAsyncReadyCallback callback, gpointer user_data);
YzAction *yz_session_apply_finish (YzSession *self, GAsyncResult *result, GError **error);

/**
 * yz_session_apply:
 *
 * The same without waiting for an answer.
 */
void yz_session_apply (YzSession *self, YzEdit *edit);

/**
 * yz_session_undo:
 *
 * Takes back the last action that was not settled, also one of another day. What a later change depends on is refused,
 * with the reason in #YzSession::failed.
 */
void yz_session_undo (YzSession *self);

/**
 * yz_session_redo:
 *
 * Does again what was undone last; nothing if something else was done since.
 */
void yz_session_redo (YzSession *self);

const YzAction *yz_session_get_undo_action (YzSession *self);
const YzAction *yz_session_get_redo_action (YzSession *self);

/**
 * yz_session_report_error:
 *
 * Tells what could not be done, by #YzSession::failed.
 */
void yz_session_report_error (YzSession *self, const GError *error);

/**
 * yz_session_report_applied:
 * @action: what was written past yz_session_apply_async(), by an import, undo or redo
 *
 * Tells that something was done, by #YzSession::applied.
 */
void yz_session_report_applied (YzSession *self, const YzAction *action);

/**
 * yz_session_add_job:
 * @job: (transfer none): listed until it is done
 */
void yz_session_add_job (YzSession *self, YzJob *job);

G_END_DECLS

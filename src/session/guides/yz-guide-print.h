/* Documents on their way out: into a file, or to the printer. Jobs of the session; cancelling one leaves no file. */
#pragma once

#include "yz-guide-request.h"
#include "yz-session.h"

G_BEGIN_DECLS

/**
 * yz_guide_save_async:
 * @request: (transfer none): copied
 * @path: ends in .pdf, .svg, .png, or as yz_guide_web_has_ending() has it
 * @page: the page of an .svg or .png, from 1; its side if @request shows sheets
 *
 * Writes the document as the workspace is now. People whose telephone numbers are in it leave a trace in the workspace,
 * and what has the name of an edition and is a whole document is recorded as one.
 */
void     yz_guide_save_async (YzSession *session, const YzGuideRequest *request, const char *path, guint page,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean yz_guide_save_finish (YzSession *session, GAsyncResult *result, GError **error);

/**
 * YzGuideRun:
 *
 * Pages that are ready for the printer.
 */
typedef struct _YzGuideRun YzGuideRun;

void yz_guide_run_free (YzGuideRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideRun, yz_guide_run_free)

/**
 * yz_guide_run_get_pages:
 *
 * Returns: (transfer none): complete, to be drawn by the caller's thread
 */
YzPages *yz_guide_run_get_pages (YzGuideRun *self);

/**
 * yz_guide_run_find_side:
 * @page: from 1, as it was seen; its side if what was wanted shows sheets
 *
 * Returns: the index of the side that it is printed on
 */
guint yz_guide_run_find_side (YzGuideRun *self, guint page);

/**
 * yz_guide_run_note_printed:
 *
 * Records what went to the printer, as yz_guide_save_async() does for a file. A failure is told by #YzSession::failed.
 */
void yz_guide_run_note_printed (YzGuideRun *self, YzSession *session);

/**
 * yz_guide_prepare_async:
 *
 * Makes the pages as the workspace is now. yz_guide_prepare_finish() returns them, or %NULL with an error.
 */
void        yz_guide_prepare_async (YzSession *session, const YzGuideRequest *request, GAsyncReadyCallback callback,
                                    gpointer user_data);
YzGuideRun *yz_guide_prepare_finish (YzSession *session, GAsyncResult *result, GError **error);

/**
 * yz_guide_take_back:
 * @edition: id
 *
 * Takes back an edition that was recorded by mistake, see yz_guide_edition_take_back(). What hinders it is told by
 * @session.
 */
void yz_guide_take_back (YzSession *session, const char *edition);

G_END_DECLS

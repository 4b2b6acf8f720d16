/*
 * An audit of equipment under way: tags come in one after the other, each is looked up and written down in turn,
 * however quickly the next one comes; the four lists follow the workspace, also when something is taken back. Main
 * thread.
 */
#pragma once

#include "yz-equipment-audits.h"
#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_AUDIT_WALK (yz_audit_walk_get_type ())

G_DECLARE_FINAL_TYPE (YzAuditWalk, yz_audit_walk, YZ, AUDIT_WALK, GObject)

/**
 * YzAuditWalk::changed:
 *
 * Emitted when yz_audit_walk_get_result() gives other lists. What fails is told by #YzSession::failed.
 */

/**
 * yz_audit_walk_new:
 *
 * Properties: "message" (what the last tag was, in words; "" before the first one).
 *
 * Returns: (transfer full): a walk that has not begun
 */
YzAuditWalk *yz_audit_walk_new (YzSession *session);

/**
 * yz_audit_walk_begin:
 * @place: an id of a station or of a place
 * @auditor: (nullable): who walks
 *
 * Begins a new audit.
 */
void yz_audit_walk_begin (YzAuditWalk *self, const char *place, const char *auditor);

/**
 * yz_audit_walk_resume:
 * @audit: an id
 *
 * Goes on with an audit.
 */
void yz_audit_walk_resume (YzAuditWalk *self, const char *audit);

/**
 * yz_audit_walk_submit:
 * @tag: what stands in the scan field when Enter comes
 */
void yz_audit_walk_submit (YzAuditWalk *self, const char *tag);

/**
 * yz_audit_walk_close:
 * @accepted: (array zero-terminated=1): tags of the rows whose proposal is accepted
 *
 * Closes the audit.
 */
void yz_audit_walk_close (YzAuditWalk *self, const char *const *accepted);

/**
 * yz_audit_walk_get_result:
 *
 * Returns: (transfer none) (nullable): the four lists, %NULL before they are known
 */
const YzAuditResult *yz_audit_walk_get_result (YzAuditWalk *self);

G_END_DECLS

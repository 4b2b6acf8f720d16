/*
 * Audits of equipment: begun at a place, tags scanned one after another, closed with what came of it. The four lists
 * are those of yz-equipment-audit.h. Of a station as a whole every piece of the station is where it should be, on
 * whatever shelf; of a shelf only what belongs there.
 *
 * All of them read the workspace: blocking, for the command line, tests and workers.
 */
#pragma once

#include "yz-equipment-audit.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_audit_finding_get_nick:
 *
 * Returns: (transfer none): the choice of the field "finding" of marks
 */
const char *yz_audit_finding_get_nick (YzAuditFinding finding);

/**
 * yz_audit_make_begin:
 * @number: (nullable): what it is called; %NULL for a number of the instant
 * @place: an id of a station or of a place
 * @auditor: (nullable): who walks
 * @at: milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_audit_make_begin (YzStore *store, const char *number, const char *place, const char *auditor, gint64 at,
                             GError **error);

/**
 * YzAuditNews:
 * @YZ_AUDIT_NEWS_SEEN: a piece that was not seen before
 * @YZ_AUDIT_NEWS_REPEATED: seen already at the same place; nothing changes
 * @YZ_AUDIT_NEWS_UNKNOWN: a tag that the books do not have
 *
 * What is said when a tag was scanned.
 */
typedef enum
{
  YZ_AUDIT_NEWS_SEEN,
  YZ_AUDIT_NEWS_REPEATED,
  YZ_AUDIT_NEWS_UNKNOWN,
} YzAuditNews;

/**
 * yz_audit_make_mark:
 * @audit: its id
 * @tag: as it was scanned or typed; spaces around it do not count, nor does its case
 * @place: (nullable): where it was seen, an id of a station or place; %NULL for the place of the audit
 * @seen_by: (nullable): who saw it
 * @news: (out): what to say
 *
 * Returns: (transfer full) (nullable): the edit, which changes nothing for a repeat; %NULL with
 *   %YZ_MODEL_ERROR_TRANSITION if the audit is closed, or another error
 */
YzEdit *yz_audit_make_mark (YzStore *store, const char *audit, const char *tag, const char *place, const char *seen_by,
                            gint64 at, YzAuditNews *news, GError **error);

/**
 * YzAuditRow:
 * @piece: (nullable): %NULL for a tag that is not in the books
 * @item: (nullable): its type
 * @tag: as it was scanned, or of the piece
 * @books: (nullable): where the books have it, a station or place; %NULL for nowhere
 * @seen: (nullable): where it was seen, a place
 * @at: when, 0 for never
 * @note: (nullable): of a closed audit: what was done about it
 * @mark: (nullable): the record of the last sight
 */
typedef struct
{
  YzAuditFinding finding;
  YzRecord *piece;
  YzRecord *item;
  char *tag;
  YzRecord *books;
  YzRecord *seen;
  gint64 at;
  char *note;
  YzRecord *mark;
} YzAuditRow;

/**
 * YzAuditResult:
 * @place: which is audited
 * @rows: (element-type YzAuditRow): those that were seen in the order in which they were, then what is missing
 * @counts: how many of each finding
 */
typedef struct
{
  YzRecord *audit;
  YzRecord *place;
  GPtrArray *rows;
  guint counts[YZ_N_AUDIT_FINDINGS];
} YzAuditResult;

void yz_audit_result_free (YzAuditResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzAuditResult, yz_audit_result_free)

/**
 * yz_audit_read:
 * @audit: its id
 *
 * Returns: (transfer full) (nullable): the four lists, as they are now or, of a closed audit, as they were then
 */
YzAuditResult *yz_audit_read (YzStore *store, const char *audit, GCancellable *cancellable, GError **error);

/**
 * yz_audit_row_get_proposal:
 *
 * Returns: (transfer full) (nullable): in words what yz_audit_make_close() does about the row, %NULL where nothing is
 *   to be done
 */
char *yz_audit_row_get_proposal (const YzAuditRow *row);

/**
 * yz_audit_make_close:
 * @audit: its id
 * @accepted: (nullable) (array zero-terminated=1): tags of the rows whose proposal is accepted, %NULL for all
 * @at: milliseconds since 1970-01-01T00:00Z
 *
 * Closes the audit and writes down what came of it. What is accepted is done: a piece that was seen elsewhere is moved
 * to where it was seen; one that was lent or disposed of and is there is in use again; one that is missing is nowhere
 * known.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_audit_make_close (YzStore *store, const char *audit, const char *const *accepted, gint64 at, GError **error);

G_END_DECLS

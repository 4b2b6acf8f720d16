/*
 * What an audit of equipment comes to, on plain numbers: what the books have, and what was seen. Four lists without
 * overlap: found, missing, elsewhere, extra. Each piece stands in one of them once, however often it was seen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzAuditPiece:
 * @piece: greater than 0
 * @place: where the books have it, 0 for nowhere
 * @gone: whether it was disposed of, and should be nowhere
 */
typedef struct
{
  guint32 piece;
  guint32 place;
  gboolean gone;
} YzAuditPiece;

/**
 * YzAuditSight:
 * @piece: what was seen, 0 for a tag that is not in the books
 * @tag: (nullable): that tag
 * @place: where it was seen
 */
typedef struct
{
  guint32 piece;
  const char *tag;
  guint32 place;
} YzAuditSight;

/**
 * YzAuditFinding:
 * @YZ_AUDIT_FOUND: seen where the books have it
 * @YZ_AUDIT_MISSING: should be in the audited place, and was seen nowhere
 * @YZ_AUDIT_ELSEWHERE: seen in another place than the books have it
 * @YZ_AUDIT_EXTRA: seen, though the books do not have it, or not any more
 */
typedef enum
{
  YZ_AUDIT_FOUND,
  YZ_AUDIT_MISSING,
  YZ_AUDIT_ELSEWHERE,
  YZ_AUDIT_EXTRA,
} YzAuditFinding;

#define YZ_N_AUDIT_FINDINGS (YZ_AUDIT_EXTRA + 1)

/**
 * YzAuditLine:
 * @piece: 0 for a tag that is not in the books
 * @sight: which sight it was, the last one of the piece or tag; %G_MAXUINT of what is missing
 * @times: how often it was seen
 */
typedef struct
{
  YzAuditFinding finding;
  guint32 piece;
  guint sight;
  guint times;
} YzAuditLine;

/**
 * yz_equipment_audit:
 * @place: which is audited
 * @pieces: every piece that was seen or whose place is @place, each once
 * @sights: what was seen, in the order of time, anything as often as it happened
 *
 * Of a piece that was seen in several places, the last counts: it was carried there.
 *
 * Returns: (transfer full) (element-type YzAuditLine): a line for each piece that was seen or should have been, and for
 *   each unknown tag, those that were seen in the order in which they first were
 */
GArray *yz_equipment_audit (guint32 place, const YzAuditPiece *pieces, guint n_pieces, const YzAuditSight *sights,
                            guint n_sights);

G_END_DECLS

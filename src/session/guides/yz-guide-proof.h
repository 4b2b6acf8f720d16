/*
 * The pages of a document as they are shown before it is printed: a #GListModel of #YzGuideLeaf that grows while the
 * pages are laid out. Everything that takes time happens on a worker, which draws between two pages what is asked for;
 * giving the proof up ends the work. Main thread.
 */
#pragma once

#include "yz-guide-leaf.h"
#include "yz-guide-stock.h"
#include "yz-worker.h"

G_BEGIN_DECLS

#define YZ_TYPE_GUIDE_PROOF (yz_guide_proof_get_type ())

G_DECLARE_FINAL_TYPE (YzGuideProof, yz_guide_proof, YZ, GUIDE_PROOF, GObject)

/**
 * YzGuideProofState:
 * @YZ_GUIDE_PROOF_MAKING: more pages may come
 * @YZ_GUIDE_PROOF_DONE: all are there
 * @YZ_GUIDE_PROOF_FAILED: there are none, yz_guide_proof_get_error() tells why
 */
typedef enum
{
  YZ_GUIDE_PROOF_MAKING,
  YZ_GUIDE_PROOF_DONE,
  YZ_GUIDE_PROOF_FAILED,
} YzGuideProofState;

/**
 * YzGuideProof::changed:
 *
 * Emitted when leaves have come, and when the state is another.
 */

/**
 * yz_guide_proof_new:
 * @worker: lays out and draws; several proofs may share it
 * @stock: (transfer none): of content, which @worker alone looks into
 * @request: (transfer none): copied
 *
 * Returns: (transfer full): a proof whose pages are being made
 */
YzGuideProof *yz_guide_proof_new (YzWorker *worker, YzGuideStock *stock, const YzGuideRequest *request);

YzGuideProofState yz_guide_proof_get_state (YzGuideProof *self);

/**
 * yz_guide_proof_shows_sheets:
 *
 * Returns: whether its leaves are sides of printed sheets rather than pages
 */
gboolean yz_guide_proof_shows_sheets (YzGuideProof *self);

/**
 * yz_guide_proof_get_error:
 *
 * Returns: (transfer none) (nullable): why there are no pages
 */
const GError *yz_guide_proof_get_error (YzGuideProof *self);

/**
 * yz_guide_proof_get_title:
 *
 * Returns: (transfer none) (nullable): of the document; a file of it gets that name
 */
const char *yz_guide_proof_get_title (YzGuideProof *self);

/**
 * yz_guide_proof_get_missing:
 *
 * Returns: (transfer none) (nullable): characters that no font has, so that it cannot be printed
 */
const char *yz_guide_proof_get_missing (YzGuideProof *self);

/**
 * yz_guide_proof_get_n_stations:
 *
 * Returns: how many stations the document is about
 */
guint yz_guide_proof_get_n_stations (YzGuideProof *self);

/**
 * yz_guide_proof_get_n_people:
 *
 * Returns: how many people stand in it with their telephone numbers
 */
guint yz_guide_proof_get_n_people (YzGuideProof *self);

G_END_DECLS

/*
 * The editions of a workspace in the order in which they were recorded. What was recorded is never deleted: one that is
 * taken back stays, and a record after it says so. For yz-guide-editions.c.
 */
#pragma once

#include "yz-guide-editions.h"

G_BEGIN_DECLS

/**
 * YzGuideRoll:
 * @standing: (element-type YzGuideEdition): those that nobody took back, the newest first
 * @numbering: (element-type YzGuideEdition): those whose numbers are given, the newest first: besides @standing, those
 *   after which another edition of their area went on from their numbers before they were taken back
 */
typedef struct
{
  GPtrArray *standing;
  GPtrArray *numbering;
} YzGuideRoll;

/**
 * yz_guide_roll_load:
 * @area: (nullable): only editions of an area
 *
 * Returns: (transfer full) (nullable): the roll, or %NULL with an error
 */
YzGuideRoll *yz_guide_roll_load (YzStore *store, const char *area, GCancellable *cancellable, GError **error);
void         yz_guide_roll_free (YzGuideRoll *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideRoll, yz_guide_roll_free)

G_END_DECLS

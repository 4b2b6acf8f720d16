/* The days that a notice is about, and how each station is open on them. For yz-guide-source.c. */
#pragma once

#include "yz-guide-choice.h"
#include "yz-guide-content.h"
#include "yz-station-hours.h"

G_BEGIN_DECLS

typedef struct _YzGuideDays YzGuideDays;

/**
 * yz_guide_days_load:
 * @content: with its language and date; gets the days, and what they are called
 *
 * Returns: (transfer full) (nullable): the days, or %NULL with %YZ_MODEL_ERROR_INVALID where @choice names none that
 *   can be told, or a %YZ_STORE_ERROR
 */
YzGuideDays *yz_guide_days_load (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content,
                                 GCancellable *cancellable, GError **error);
void         yz_guide_days_free (YzGuideDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideDays, yz_guide_days_free)

/**
 * yz_guide_days_fill:
 * @station: with its look, its hours and its ordinary week; gets its days
 */
void yz_guide_days_fill (YzGuideDays *self, const YzStationHoursSource *source, YzGuideStation *station);

G_END_DECLS

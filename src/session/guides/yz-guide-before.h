/* Stations as an edition printed them: kept, read again, and dated by the history of what changed since. */
#pragma once

#include "yz-guide-stations.h"

G_BEGIN_DECLS

/**
 * yz_guide_before_keep:
 * @kept: of kind "edition_station": gets what stands in the guide
 * @edition: id
 * @record: the station
 * @station: as it is printed
 */
void yz_guide_before_keep (YzRecord *kept, const char *edition, YzRecord *record, const YzGuideStation *station);

/**
 * yz_guide_before_load:
 * @edition: id
 *
 * Reads the stations of an edition into @reading's content, in its language. Of those that are no longer in the guide
 * it finds out why.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_before_load (YzStore *store, const YzGuideReading *reading, const char *edition, GError **error);

/**
 * yz_guide_before_date_changes:
 * @from: civil date of the edition before
 *
 * Finds in the history since when things are as they are, for stations that have changed.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_before_date_changes (YzStore *store, YzGuideContent *content, const char *from, GError **error);

G_END_DECLS

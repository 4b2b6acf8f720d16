/* Which stations a guide has, each as its pages show it. For yz-guide-source.c. */
#pragma once

#include "yz-guide-choice.h"
#include "yz-guide-content.h"
#include "yz-guide-days.h"
#include "yz-guide-hours.h"
#include "yz-guide-orgs.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzGuideReading:
 * @content: with its language, date and services
 * @days: (nullable): how stations are open on certain days
 * @stations: (element-type YzGuideStation): of @content, to be read
 *
 * What is read for what, by the functions here and of yz-guide-editions.h.
 */
typedef struct
{
  const YzGuideChoice *choice;
  YzGuideOrgs *orgs;
  YzGuideContent *content;
  YzGuideHours *hours;
  YzGuideDays *days;
  GPtrArray *stations;
} YzGuideReading;

/**
 * yz_guide_stations_load:
 *
 * Reads the stations that the choice means, by district, street and name, and where else one can go.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_stations_load (YzStore *store, const YzGuideReading *reading, GCancellable *cancellable,
                                 GError **error);

/**
 * yz_guide_reading_make_station:
 * @record: of kind "station"
 *
 * Returns: (transfer full): the station as a page shows it
 */
YzGuideStation *yz_guide_reading_make_station (const YzGuideReading *reading, YzRecord *record);

G_END_DECLS

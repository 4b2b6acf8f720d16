/* Which stations a guide has, each as its pages show it. For yz-guide-source.c. */
#pragma once

#include "yz-guide-choice.h"
#include "yz-guide-content.h"
#include "yz-guide-orgs.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_guide_stations_load:
 * @content: with its language, date and services; gets the stations that @choice means, by district, street and name
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_stations_load (YzStore *store, const YzGuideChoice *choice, YzGuideOrgs *orgs,
                                 YzGuideContent *content, GCancellable *cancellable, GError **error);

G_END_DECLS

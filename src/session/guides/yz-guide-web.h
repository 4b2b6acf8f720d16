/*
 * The guide for telephones and mini programs, from the content that pages are made of: one HTML page that needs no
 * network, the stations as GeoJSON, the days on which they are open at other hours than usual as a calendar.
 */
#pragma once

#include <gio/gio.h>

#include "yz-guide-content.h"

G_BEGIN_DECLS

/* So many days beyond the date of the data are looked at for days that are not as usual. */
#define YZ_GUIDE_WEB_DAYS 180

/**
 * yz_guide_web_has_ending:
 *
 * Returns: whether @path ends in ".html", ".geojson" or ".ics"
 */
gboolean yz_guide_web_has_ending (const char *path);

/**
 * yz_guide_web_write:
 * @content: with the days of its stations
 * @path: whose ending says what is written; made or replaced when it is complete
 *
 * Blocking, for a worker thread.
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_web_write (const YzGuideContent *content, const char *path, GCancellable *cancellable,
                             GError **error);

G_END_DECLS

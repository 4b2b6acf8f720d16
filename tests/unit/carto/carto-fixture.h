/* A small town for the tests: a river with a bridge, streets, a park, a province's boundary. */
#pragma once

#include "yz-basemap.h"

G_BEGIN_DECLS

/**
 * carto_fixture_write_osm:
 *
 * Returns: (transfer full): a path in the test's own temporary folder
 */
char *carto_fixture_write_osm (const char *name);

/**
 * carto_fixture_import:
 *
 * Returns: (transfer full): the path of the small town's basemap
 */
char *carto_fixture_import (const char *name);

/**
 * carto_fixture_path:
 *
 * Returns: (transfer full): @name in the test's own temporary folder
 */
char *carto_fixture_path (const char *name);

/* In the middle of the small town. */
#define CARTO_FIXTURE_CENTER ((YzPosition){ 104.01, 30.01 })

G_END_DECLS

/* The standard services in English, for pages that are read by those who know no Chinese. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_guide_service_english:
 * @code: of a service
 *
 * Returns: (transfer none) (nullable): its name, one to three words; %NULL for services that a workspace added
 */
const char *yz_guide_service_english (const char *code);

G_END_DECLS

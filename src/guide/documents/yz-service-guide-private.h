/* What the parts of a service guide share. */
#pragma once

#include "yz-documents-private.h"
#include "yz-index-block.h"

G_BEGIN_DECLS

#define YZ_SERVICE_GUIDE_FEWEST_CHAPTERS 4 /* for which there are contents */
#define YZ_ANCHOR_CONTACTS "contacts"

/**
 * yz_service_guide_get_district_name:
 * @district: "" for stations without one
 *
 * Returns: (transfer none): what its chapter is called
 */
const char *yz_service_guide_get_district_name (const YzGuideContent *content, const char *district,
                                                guint n_districts);

char *yz_service_guide_dup_index_title (const YzGuideContent *content);
char *yz_service_guide_dup_contacts_title (YzPrintLanguage language);

void yz_service_guide_add_legend (YzSection *section, const YzGuideContent *content);

/**
 * yz_service_guide_add_row:
 * @row: without entries
 * @entries: (element-type YzIndexEntry): its numbers; very many are divided into rows of about one length
 */
void yz_service_guide_add_row (YzSection *section, const YzGuideContent *content, const YzIndexRow *row,
                               GArray *entries);

/**
 * yz_service_guide_list_at:
 * @stations: (element-type YzGuideStation)
 *
 * Returns: (transfer full) (element-type YzIndexEntry): those that are open then
 */
GArray *yz_service_guide_list_at (const GPtrArray *stations, YzIndexTime time);

/**
 * yz_service_guide_add_index:
 * @districts: (element-type utf8): as they are called in the chapters
 */
void yz_service_guide_add_index (YzSection *section, const YzGuideContent *content, const GPtrArray *districts);

G_END_DECLS

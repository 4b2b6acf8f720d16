/* Content for documents: invented stations, ordinary ones and those that strain a page. */
#pragma once

#include "yz-guide-content.h"
#include "yz-pages.h"

G_BEGIN_DECLS

/**
 * guide_fixture_new:
 * @n_stations: in four districts, numbered from 1
 * @seed: the same seed gives the same content
 * @wild: names, addresses and services from none to far too many
 *
 * Returns: (transfer full): content
 */
YzGuideContent *guide_fixture_new (YzPrintLanguage language, guint n_stations, guint32 seed, gboolean wild);

/**
 * guide_fixture_add_days:
 *
 * Tells of each station how it is open from 15 to 23 February 2026, in many ways.
 */
void guide_fixture_add_days (YzGuideContent *content);

/**
 * guide_fixture_add_files:
 *
 * Gives each station the facts and the history of a ledger, more of them to every next one.
 */
void guide_fixture_add_files (YzGuideContent *content);

/**
 * guide_fixture_add_goods:
 * @wild: names that are far too long, far too many lines, nothing known of them
 *
 * Gives papers about stock to the first stations.
 */
void guide_fixture_add_goods (YzGuideContent *content, gboolean wild);

/**
 * guide_fixture_check:
 *
 * Asserts of all pages that no text leaves the page, or touches another text.
 */
void guide_fixture_check (YzPages *pages);

/**
 * guide_fixture_show:
 *
 * Writes the pages as NAME.pdf into the folder that the environment variable YIZHAN_SHOTS names, if there is one.
 */
void guide_fixture_show (YzPages *pages, const char *name);

G_END_DECLS

/* Whom to turn to: the hotline in a frame, and those who settle disputes with place and hours. */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * yz_contacts_new:
 *
 * Returns: (transfer full): the hotline, with the contacts of @content beside it or below
 */
YzBlock *yz_contacts_new (const YzGuideContent *content);

/**
 * yz_imprint_new:
 *
 * Returns: (transfer full): what to do about a mistake, who publishes the guide and when, whose work the maps are
 */
YzBlock *yz_imprint_new (const YzGuideContent *content);

G_END_DECLS

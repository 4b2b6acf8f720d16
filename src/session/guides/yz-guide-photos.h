/* The first photo of each station of a guide, made small. For yz-guide-source.c. */
#pragma once

#include "yz-guide-content.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_guide_photos_load:
 * @content: whose stations get their photos
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_photos_load (YzStore *store, YzGuideContent *content, GCancellable *cancellable, GError **error);

G_END_DECLS

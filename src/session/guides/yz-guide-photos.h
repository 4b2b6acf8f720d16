/* Photos of stations, made small. For yz-guide-source.c and yz-guide-files.c. */
#pragma once

#include "yz-guide-content.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_guide_photo_read:
 * @sha256: of a file of the workspace
 *
 * Returns: (transfer full) (nullable): the photo with as many dots as paper shows, or %NULL with an error
 */
GBytes *yz_guide_photo_read (YzStore *store, const char *sha256, GError **error);

/**
 * yz_guide_photos_load:
 * @content: whose stations get their first photo
 *
 * Returns: %FALSE with an error
 */
gboolean yz_guide_photos_load (YzStore *store, YzGuideContent *content, GCancellable *cancellable, GError **error);

G_END_DECLS

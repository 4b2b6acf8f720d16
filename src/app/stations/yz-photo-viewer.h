/* A window that shows the photos of a station one by one. */
#pragma once

#include <adwaita.h>

#include "yz-photos.h"

G_BEGIN_DECLS

#define YZ_TYPE_PHOTO_VIEWER (yz_photo_viewer_get_type ())

G_DECLARE_FINAL_TYPE (YzPhotoViewer, yz_photo_viewer, YZ, PHOTO_VIEWER, AdwWindow)

/**
 * yz_photo_viewer_new:
 * @id: of the attachment that is shown first
 */
GtkWidget *yz_photo_viewer_new (YzPhotos *photos, const char *id);

G_END_DECLS

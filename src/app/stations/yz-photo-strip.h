/* The photos and documents of a station as a row of thumbnails, each a button that opens the viewer. */
#pragma once

#include <gtk/gtk.h>

#include "yz-photos.h"

G_BEGIN_DECLS

#define YZ_TYPE_PHOTO_STRIP (yz_photo_strip_get_type ())

/**
 * YzPhotoStrip:
 *
 * Properties: "photos" (#YzPhotos, nullable).
 */
G_DECLARE_FINAL_TYPE (YzPhotoStrip, yz_photo_strip, YZ, PHOTO_STRIP, GtkWidget)

G_END_DECLS

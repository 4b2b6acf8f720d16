/* From the bytes of a photo to what can be drawn, on another thread. */
#pragma once

#include <gdk/gdk.h>

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzPictureFit:
 * @YZ_PICTURE_WHOLE: the longer edge has the size asked for
 * @YZ_PICTURE_SQUARE: a square of that size from the middle
 */
typedef enum
{
  YZ_PICTURE_WHOLE,
  YZ_PICTURE_SQUARE,
} YzPictureFit;

/**
 * yz_picture_load_async:
 * @sha256: of an attachment that is a picture
 * @size: pixels; a smaller picture keeps its size
 *
 * Reads and decodes a picture, turned as the camera was held. What is too large to be decoded safely is refused.
 */
void        yz_picture_load_async (YzStore *store, const char *sha256, YzPictureFit fit, int size,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *yz_picture_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* Photos on pages. */
#pragma once

#include "yz-canvas.h"

G_BEGIN_DECLS

/**
 * yz_photo_draw:
 * @file: a JPEG or PNG
 * @rect: is filled; what does not fit its shape is cut off evenly
 *
 * A PDF gets the photo as a JPEG of no more dots than a printer shows. A file that cannot be read is an empty frame.
 */
void yz_photo_draw (YzCanvas *canvas, GBytes *file, const YzRect *rect);

G_END_DECLS

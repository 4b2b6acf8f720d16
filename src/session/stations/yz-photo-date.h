/* The day on which a photo was taken, as the camera wrote it into the file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_photo_read_date:
 * @bytes: of a JPEG picture
 *
 * Returns: (transfer full) (nullable): a civil date, YYYY-MM-DD, by the camera's clock; %NULL if the file does not say
 */
char *yz_photo_read_date (GBytes *bytes);

G_END_DECLS

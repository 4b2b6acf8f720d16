/*
 * The photos and documents of one station, as a list that follows the workspace, and what is done with them.
 * Main thread; files are read and kept on another.
 */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_PHOTOS (yz_photos_get_type ())

/**
 * YzPhotos:
 *
 * A #GListModel of #YzAttachment records, the oldest first. Properties: "n-items" (guint).
 */
G_DECLARE_FINAL_TYPE (YzPhotos, yz_photos, YZ, PHOTOS, GObject)

/**
 * yz_photos_new:
 *
 * Returns: (transfer full): an empty list
 */
YzPhotos *yz_photos_new (YzSession *session);

YzSession *yz_photos_get_session (YzPhotos *self);

/**
 * yz_photos_set_station:
 * @id: (nullable): of a station
 */
void yz_photos_set_station (YzPhotos *self, const char *id);

/**
 * yz_photos_find:
 * @id: of an attachment
 *
 * Returns: where it stands in the list, %G_MAXUINT if it does not
 */
guint yz_photos_find (YzPhotos *self, const char *id);

/**
 * yz_photos_add_async:
 * @uris: (array zero-terminated=1): of files
 *
 * Keeps the files' bytes and adds them to the station in one action, as a job of the session that can be cancelled.
 * Where some are refused the others are added; yz_photos_add_finish() then returns the reasons, each a sentence that
 * begins with the file's name.
 */
void   yz_photos_add_async (YzPhotos *self, const char *const *uris, GAsyncReadyCallback callback,
                            gpointer user_data);
char **yz_photos_add_finish (YzPhotos *self, GAsyncResult *result, GError **error);

/**
 * yz_photos_remove:
 *
 * Puts an attachment into the trash.
 */
void yz_photos_remove (YzPhotos *self, YzRecord *photo);

/**
 * yz_photos_set_caption:
 * @caption: empty for none
 */
void yz_photos_set_caption (YzPhotos *self, YzRecord *photo, const char *caption);

/**
 * yz_photos_save_async:
 * @file: replaced if it is there
 *
 * Writes what an attachment holds into a file.
 */
void     yz_photos_save_async (YzPhotos *self, YzRecord *photo, GFile *file, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean yz_photos_save_finish (YzPhotos *self, GAsyncResult *result, GError **error);

G_END_DECLS

/* The log as people read it. */
#pragma once

#include "yz-id.h"
#include "yz-log-private.h"

G_BEGIN_DECLS

/* See yz_store_get_history() and yz_store_make_revert(). */
GPtrArray *yz_history_read (YzDatabase *database, const char *record_id, gint64 before, guint limit, GError **error);
YzEdit    *yz_history_make_revert (YzDatabase *database, gint64 change, YzIdFactory *ids, GError **error);

G_END_DECLS

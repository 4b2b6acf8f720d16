/* The store's insides, shared by the files that make it up. */
#pragma once

#include "yz-database-private.h"
#include "yz-store.h"
#include "yz-worker.h"

G_BEGIN_DECLS

struct _YzStore
{
  GObject parent_instance;

  char *path;
  YzClock *clock;
  YzIdFactory *ids;
  YzStoreFlags flags;
  GMainContext *context; /* of the opener, for ::changed */
  YzWorker *worker;
  YzDatabase *writer; /* worker only */
  gboolean written;   /* worker only: whether anything was written since opening */
  gint64 version;     /* worker only: of the data, as other connections changed it */
  GSource *watch;     /* asks for it from time to time */

  GMutex lock;        /* for what follows */
  GPtrArray *readers; /* idle connections */
  char *author;
  gboolean closed;
};

/**
 * YzReader:
 *
 * A connection borrowed from the store's pool for the length of one call.
 */
typedef struct
{
  YzStore *store;
  YzDatabase *database;
} YzReader;

/**
 * yz_reader_borrow:
 * @cancellable: (nullable): ends what is read
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with an error if the store is closed
 */
YzReader *yz_reader_borrow (YzStore *self, GCancellable *cancellable, GError **error);
void      yz_reader_return (YzReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzReader, yz_reader_return)

/* Sets an error that says the store is closed. Returns: %FALSE */
gboolean yz_store_refuse_closed (GError **error);

/**
 * yz_store_notify_changed:
 * @kind: (nullable): of the records concerned, %NULL for several
 * @ids: (nullable) (transfer full): their ids, %NULL for many
 *
 * Emits ::changed in the opener's context, before the answer to the caller that was not given yet.
 */
void yz_store_notify_changed (YzStore *self, const YzKind *kind, char **ids);

G_END_DECLS

/* Blobs: recognised by their first bytes, written by the worker, read through the pool like everything else. */
#include "config.h"

#include "yz-blob.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-blob-private.h"
#include "yz-model-error.h"
#include "yz-store-private.h"

typedef struct
{
  const char *content_type;
  const char *magic;
  gsize length;
  const char *more; /* four bytes at 8, or NULL */
} Signature;

static const Signature signatures[] = {
  { "image/jpeg", "\xff\xd8\xff", 3, NULL },
  { "image/png", "\x89PNG\r\n\x1a\n", 8, NULL },
  { "image/webp", "RIFF", 4, "WEBP" },
  { "application/pdf", "%PDF-", 5, NULL },
};

static gboolean
signature_fits (const Signature *signature, const char *data, gsize size)
{
  return size >= signature->length && memcmp (data, signature->magic, signature->length) == 0 &&
         (signature->more == NULL || (size >= 12 && memcmp (data + 8, signature->more, 4) == 0));
}

const char *
yz_blob_recognise (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > YZ_BLOB_MAX_SIZE)
    {
      g_autofree char *most = g_format_size_full (YZ_BLOB_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE,
                   _ ("The file is too large: at most %s can be kept, save the picture in a smaller size"), most);
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (signature_fits (&signatures[i], data, size))
      return signatures[i].content_type;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                       size == 0 ? _ ("The file is empty")
                                 : _ ("The file is neither a JPEG, PNG or WebP picture nor a PDF document"));
  return NULL;
}

typedef struct
{
  YzStore *store;
  GBytes *bytes;
  const char *sha256;
  gboolean ran;
  GError *error;
} Put;

static gboolean
put_bytes (YzStore *self, GBytes *bytes, const char *sha256, GError **error)
{
  g_autoptr (YzTransaction) transaction = yz_transaction_begin (self->writer, error);
  g_autoptr (YzStatement) statement = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (transaction == NULL)
    return FALSE;
  statement = yz_database_prepare_named (self->writer, "put-blob", error);
  if (statement == NULL)
    return FALSE;
  yz_statement_bind_text (statement, ":sha256", sha256);
  yz_statement_bind_integer (statement, ":now", yz_clock_get_now (self->clock));
  sqlite3_bind_blob64 (statement, sqlite3_bind_parameter_index (statement, ":bytes"), data, size, SQLITE_STATIC);
  return yz_statement_run (statement, error) && yz_transaction_commit (transaction, error);
}

static void
put_in_worker (gpointer data)
{
  Put *put = data;
  YzStore *self = put->store;

  put->ran = TRUE;
  if ((self->flags & YZ_STORE_READ_ONLY) != 0)
    g_set_error_literal (&put->error, YZ_STORE_ERROR, YZ_STORE_ERROR_READ_ONLY,
                         _ ("The workspace is open for reading only"));
  else if (put_bytes (self, put->bytes, put->sha256, &put->error))
    self->written = TRUE;
}

char *
yz_store_put_blob (YzStore *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *sha256 = NULL;
  Put put = { .store = self, .bytes = bytes };

  g_return_val_if_fail (YZ_IS_STORE (self) && bytes != NULL, NULL);

  if (yz_blob_recognise (bytes, error) == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  put.sha256 = sha256;
  yz_worker_run_sync (self->worker, put_in_worker, &put);
  if (!put.ran)
    yz_store_refuse_closed (&put.error);
  if (put.error != NULL)
    {
      g_propagate_error (error, put.error);
      return NULL;
    }
  return g_steal_pointer (&sha256);
}

static GBytes *
read_bytes (YzStatement *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

GBytes *
yz_store_get_blob (YzStore *self, const char *sha256, GError **error)
{
  g_autoptr (YzReader) reader = NULL;
  g_autoptr (YzStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (YZ_IS_STORE (self) && sha256 != NULL, NULL);

  reader = yz_reader_borrow (self, NULL, error);
  statement = reader != NULL ? yz_database_prepare_named (reader->database, "get-blob", error) : NULL;
  if (statement == NULL)
    return NULL;
  yz_statement_bind_text (statement, ":sha256", sha256);
  if (!yz_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_bytes (statement, 0);
  g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
                       _ ("The content of this photo or document is not in the workspace"));
  return NULL;
}

gboolean
yz_blob_delete_loose (YzDatabase *database, gint64 before, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "delete-loose-blobs", error);

  if (statement == NULL)
    return FALSE;
  yz_statement_bind_integer (statement, ":before", before);
  return yz_statement_run (statement, error);
}

gboolean
yz_blob_check_sums (YzDatabase *database, YzBlobFinding finding, gpointer user_data, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare (database, "SELECT sha256, bytes FROM blob", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *sum = NULL;

      if (!yz_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      bytes = read_bytes (statement, 1);
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (g_strcmp0 (sum, yz_statement_get_text (statement, 0)) != 0)
        finding (yz_statement_get_text (statement, 0), user_data);
    }
}

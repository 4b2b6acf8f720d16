#include "config.h"

#include "yz-list-export.h"

#include "yz-disclosures.h"
#include "yz-kinds.h"
#include "yz-service-words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PROGRESS_ROWS 256

typedef struct
{
  YzStore *store;
  GHashTable *titles; /* id → what a list calls it */
  GError *failure;    /* (nullable): the store's first; a list that lacks names is not written */
} Titles;

static void
titles_clear (Titles *titles)
{
  g_hash_table_unref (titles->titles);
  g_clear_error (&titles->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Titles, titles_clear)

static gboolean
has_failed (Titles *titles, GError **error)
{
  if (titles->failure == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&titles->failure));
  return TRUE;
}

/* The code says which organisation is meant, where it has one; names may come twice. */
static char *
find_title (const char *kind_name, const char *id, gpointer user_data)
{
  Titles *titles = user_data;
  const YzKind *kind = yz_kinds_find (kind_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) record = NULL;
  const char *title = g_hash_table_lookup (titles->titles, id);

  if (title != NULL)
    return g_strdup (title);
  record = yz_store_load (titles->store, kind, id, titles->failure == NULL ? &error : NULL);
  if (record == NULL)
    {
      if (error != NULL && !g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
        titles->failure = g_steal_pointer (&error);
      return NULL;
    }
  if (yz_kind_find_field (kind, "code") != NULL)
    title = yz_record_get_text (record, "code");
  if (title == NULL)
    title = yz_record_get_title (record);
  g_hash_table_insert (titles->titles, g_strdup (id), g_strdup (title));
  return g_strdup (title);
}

static gboolean
write_record (YzListWriter *writer, const YzRecordColumns *columns, YzRecord *record, GError **error)
{
  guint n_columns;
  g_auto (GStrv) cells = NULL;
  YzPosition point;
  gboolean has_point;

  yz_record_columns_get (columns, &n_columns);
  cells = g_new0 (char *, n_columns + 1);
  has_point = yz_record_columns_format (columns, record, cells, &point);
  return yz_list_writer_add (writer, (const char *const *) cells, has_point ? &point : NULL, error);
}

static gboolean
write_records (YzStore *store, const YzKind *kind, GArray *rows, YzListWriter *writer, const YzRecordColumns *columns,
               YzProgressFunc progress, gpointer progress_data, GCancellable *cancellable, guint *n_exported,
               GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (YzRecord) record = NULL;

      if (i % PROGRESS_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i % PROGRESS_ROWS == 0 && progress != NULL)
        progress (i, rows->len, progress_data);
      record = yz_store_load_row (store, kind, g_array_index (rows, gint64, i), &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      /* deleted since the query */
      if (record == NULL)
        continue;
      if (!write_record (writer, columns, record, error))
        return FALSE;
      (*n_exported)++;
    }
  return TRUE;
}

/* No list of people in full leaves the workspace without a trace: where that cannot be written, there is no list. */
static gboolean
leave_trace (YzStore *store, const YzKind *kind, guint n, const char *path, const char *purpose, GError **error)
{
  YzDisclosed disclosed = { .kind = kind, .n_records = n, .path = path, .purpose = purpose };
  g_autoptr (YzEdit) edit = yz_disclosure_new_edit (store, &disclosed);
  g_autoptr (YzAction) action = yz_store_apply (store, edit, NULL, error);

  if (action != NULL)
    return TRUE;
  g_unlink (path);
  return FALSE;
}

gboolean
yz_list_export (YzStore *store, const YzKind *kind, GArray *rows, const char *path, const YzExportOptions *options,
                YzProgressFunc progress, gpointer progress_data, GCancellable *cancellable, guint *n_exported,
                GError **error)
{
  g_autoptr (YzWordList) words = yz_service_words_load (store, error);
  g_auto (Titles) titles = { store, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_autoptr (YzRecordColumns) columns = NULL;
  g_autoptr (YzListWriter) writer = NULL;
  const YzListColumn *headings;
  guint n_columns, n = 0;

  if (words == NULL)
    return FALSE;
  columns = yz_record_columns_new (kind, options->fields, options->datum, options->flags, words, find_title, &titles);
  headings = yz_record_columns_get (columns, &n_columns);
  writer = yz_list_writer_new (path, options->format, _ (kind->title_plural), headings, n_columns,
                               yz_record_columns_get_title (columns), error);
  if (writer == NULL ||
      !write_records (store, kind, rows, writer, columns, progress, progress_data, cancellable, &n, error) ||
      has_failed (&titles, error) || !yz_list_writer_finish (writer, error))
    return FALSE;
  if ((options->flags & YZ_EXPORT_UNMASKED) != 0 && n > 0 && yz_kind_has_personal_data (kind) &&
      !leave_trace (store, kind, n, path, options->purpose, error))
    return FALSE;
  if (n_exported != NULL)
    *n_exported = n;
  return TRUE;
}

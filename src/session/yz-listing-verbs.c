#include "config.h"

#include "yz-listing-verbs.h"

#include <glib/gi18n-lib.h>

/* The thread that draws has better things to do than to hear of every record. */
#define REPORTED_EACH 256

/* --- reading what is selected, on a worker --- */

typedef struct
{
  YzStore *store; /* NULL only where nothing is read */
  const YzKind *kind;
  GArray *rows;
  YzJob *job;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->store);
  g_clear_object (&reading->job);
  g_clear_pointer (&reading->rows, g_array_unref);
  g_free (reading);
}

static GTask *
begin_reading (YzListing *self, GArray *rows, GAsyncReadyCallback callback, gpointer user_data)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  g_set_object (&reading->store, yz_listing_get_store (self));
  reading->kind = yz_listing_get_kind (self);
  reading->rows = g_array_ref (rows);
  reading->job = yz_job_new (_ ("Reading the selected records"));
  task = g_task_new (self, yz_job_get_cancellable (reading->job), callback, user_data);
  g_task_set_task_data (task, reading, reading_free);
  yz_session_add_job (yz_listing_get_session (self), reading->job);
  yz_job_finish_with (reading->job, task);
  return task;
}

/* Gives each record that is still there to @take. */
static gboolean
read_rows (Reading *reading, GCancellable *cancellable, void (*take) (YzRecord *record, gpointer taken), gpointer taken,
           GError **error)
{
  for (guint i = 0; i < reading->rows->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (YzRecord) record = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      record =
        yz_store_load_row (reading->store, reading->kind, g_array_index (reading->rows, gint64, i), &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (record != NULL)
        take (record, taken);
      if (i % REPORTED_EACH == 0)
        yz_job_report (i, reading->rows->len, reading->job);
    }
  return TRUE;
}

/* --- ids --- */

static void
take_id (YzRecord *record, gpointer ids)
{
  g_strv_builder_add (ids, yz_record_get_id (record));
}

static void
read_ids_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GError *error = NULL;

  if (read_rows (data, cancellable, take_id, ids, &error))
    g_task_return_pointer (task, g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

void
yz_listing_load_selected_ids_async (YzListing *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YZ_IS_LISTING (self));

  task = begin_reading (self, yz_listing_get_selected (self), callback, user_data);
  g_task_set_source_tag (task, yz_listing_load_selected_ids_async);
  g_task_run_in_thread (task, read_ids_in_thread);
}

char **
yz_listing_load_selected_ids_finish (YzListing *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- deletion --- */

static void
take_deletion (YzRecord *record, gpointer edit)
{
  if (yz_record_get_deleted_at (record) == 0)
    yz_edit_delete (edit, record);
}

static void
make_deletion_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Move to trash"));
  GError *error = NULL;

  if (read_rows (data, cancellable, take_deletion, edit, &error))
    g_task_return_pointer (task, g_steal_pointer (&edit), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
apply_deletion (YzSession *session, const YzKind *kind, YzEdit *edit)
{
  guint n = yz_edit_get_n_changes (edit);
  /* Translators: a kind of record, as of several, and how many: "Stations × 3" */
  g_autofree char *subject = g_strdup_printf (_ ("%s × %u"), _ (kind->title_plural), n);

  /* of one record the history says the name */
  if (n > 1)
    yz_edit_set_subject (edit, subject);
  if (n > 0)
    yz_session_apply (session, edit);
}

static void
on_deletion_made (GObject *source, GAsyncResult *result, gpointer data)
{
  YzListing *self = YZ_LISTING (source);
  YzSession *session = yz_listing_get_session (self);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (edit == NULL)
    yz_session_report_error (session, error);
  else if (yz_session_get_store (session) == reading->store)
    apply_deletion (session, reading->kind, edit);
}

static void
delete_rows (YzListing *self, GArray *rows)
{
  g_autoptr (GTask) task = begin_reading (self, rows, on_deletion_made, NULL);

  g_task_set_source_tag (task, delete_rows);
  g_task_run_in_thread (task, make_deletion_in_thread);
}

void
yz_listing_delete_current (YzListing *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 row;

  g_return_if_fail (YZ_IS_LISTING (self));

  row = yz_listing_get_current_row (self);
  if (row == 0)
    return;
  g_array_append_val (rows, row);
  delete_rows (self, rows);
}

void
yz_listing_delete_selected (YzListing *self)
{
  g_return_if_fail (YZ_IS_LISTING (self));

  if (yz_listing_get_selected (self)->len == 0)
    yz_listing_delete_current (self);
  else
    delete_rows (self, yz_listing_get_selected (self));
}

/* --- creation --- */

typedef struct
{
  YzListing *listing;
  char *id;
} Creating;

static void
creating_free (Creating *creating)
{
  g_object_unref (creating->listing);
  g_free (creating->id);
  g_free (creating);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Creating, creating_free)

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Creating) creating = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    yz_session_report_error (YZ_SESSION (source), error);
  else
    yz_listing_select_id (creating->listing, creating->id);
}

void
yz_listing_create (YzListing *self, YzEdit *edit, const char *id)
{
  Creating *creating;

  g_return_if_fail (YZ_IS_LISTING (self));
  g_return_if_fail (YZ_IS_EDIT (edit) && id != NULL);

  creating = g_new0 (Creating, 1);
  creating->listing = g_object_ref (self);
  creating->id = g_strdup (id);
  yz_session_apply_async (yz_listing_get_session (self), edit, on_created, creating);
}

#include "config.h"

#include "yz-workspace-care.h"

#include "yz-street-maps.h"

#include <glib/gi18n-lib.h>

struct _YzBackupFile
{
  GObject parent_instance;

  char *path;
  char *when;
  char *size;
  gint64 written; /* ms; 0 of a file that cannot be looked at */
};

G_DEFINE_FINAL_TYPE (YzBackupFile, yz_backup_file, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_WHEN,
  PROP_REASON,
  PROP_SIZE,
} YzBackupFileProperty;

static GParamSpec *properties[PROP_SIZE + 1];

/* The store writes the reason into the name of the file; without one it is the backup of a day. */
static const char *
get_reason (YzBackupFile *self)
{
  if (g_str_has_suffix (self->path, "-before-restore.yizhan"))
    return _ ("before a backup was restored");
  if (g_str_has_suffix (self->path, "-before-migration.yizhan"))
    return _ ("before the program was updated");
  if (g_str_has_suffix (self->path, "-damaged.yizhan"))
    return _ ("damaged file, kept as it was");
  return _ ("daily");
}

static void
yz_backup_file_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzBackupFile *self = YZ_BACKUP_FILE (object);

  switch ((YzBackupFileProperty) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_REASON:
      g_value_set_string (value, get_reason (self));
      break;
    case PROP_SIZE:
      g_value_set_string (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_backup_file_finalize (GObject *object)
{
  YzBackupFile *self = YZ_BACKUP_FILE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->when, g_free);
  g_clear_pointer (&self->size, g_free);

  G_OBJECT_CLASS (yz_backup_file_parent_class)->finalize (object);
}

static void
yz_backup_file_class_init (YzBackupFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_backup_file_get_property;
  object_class->finalize = yz_backup_file_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_string ("size", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_backup_file_init (YzBackupFile *self)
{
}

static YzBackupFile *
backup_file_new (const char *path)
{
  YzBackupFile *self = g_object_new (YZ_TYPE_BACKUP_FILE, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo)
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                              G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) modified = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = modified != NULL ? yz_office_time (g_date_time_to_unix (modified) * 1000) : NULL;

  self->path = g_strdup (path);
  self->written = modified != NULL ? g_date_time_to_unix (modified) * 1000 : 0;
  self->when = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_filename_display_basename (path);
  self->size = info != NULL ? g_format_size ((guint64) g_file_info_get_size (info)) : g_strdup (_ ("cannot be read"));
  return self;
}

/* Their names tell only the day of a daily backup, which may have been made before others of that day or after. */
static int
compare_written (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 one = YZ_BACKUP_FILE ((gpointer) a)->written;
  gint64 other = YZ_BACKUP_FILE ((gpointer) b)->written;

  return (one < other) - (one > other);
}

GListModel *
yz_workspace_list_backups (YzSession *session, GError **error)
{
  YzStore *store = yz_session_get_store (session);
  g_autoptr (GPtrArray) paths = NULL;
  GListStore *backups;

  g_return_val_if_fail (store != NULL, NULL);

  paths = yz_store_list_backups (yz_store_get_path (store), error);
  if (paths == NULL)
    return NULL;
  backups = g_list_store_new (YZ_TYPE_BACKUP_FILE);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (YzBackupFile) backup = backup_file_new (g_ptr_array_index (paths, i));

      g_list_store_append (backups, backup);
    }
  g_list_store_sort (backups, compare_written, NULL);
  return G_LIST_MODEL (backups);
}

/* --- work on a thread --- */

typedef struct
{
  YzStore *store;
  YzJob *job;
  char *path;
  GError *error; /* of a restore, kept until the workspace is open again */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_clear_object (&work->job);
  g_clear_error (&work->error);
  g_free (work->path);
  g_free (work);
}

static GTask *
begin (YzSession *session, YzStore *store, YzJob *job, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, yz_job_get_cancellable (job), callback, data);
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->job = g_object_ref (job);
  work->path = g_strdup (path);
  g_task_set_task_data (task, work, work_free);
  yz_session_add_job (session, job);
  return task;
}

static gboolean
finish_job (gpointer data)
{
  yz_job_finish (YZ_JOB (data));
  return G_SOURCE_REMOVE;
}

/* From the thread: queued before the answer, so that the job is over when the caller is told. */
static void
end_job (Work *work)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, finish_job, g_object_ref (work->job), g_object_unref);
}

static void
on_reopened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean opened = yz_session_open_finish (YZ_SESSION (source), result, &error);

  yz_job_finish (work->job);
  if (work->error != NULL)
    {
      g_clear_error (&error);
      g_task_return_error (task, g_steal_pointer (&work->error));
    }
  else if (!opened)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (data);
  Work *work = g_task_get_task_data (task);

  g_task_propagate_boolean (G_TASK (result), &work->error);
  yz_session_open_async (YZ_SESSION (source), yz_store_get_path (work->store), YZ_STORE_NONE, on_reopened, task);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  yz_store_close (work->store, NULL);
  if (yz_store_restore (yz_store_get_path (work->store), work->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yz_workspace_restore_async (YzSession *session, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (YzJob) job = yz_job_new (_ ("Restoring a backup"));
  g_autoptr (YzStore) store = NULL;
  g_autoptr (GTask) restoring = NULL;
  GTask *task;

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (path != NULL);

  store = yz_session_release_store (session);
  task = begin (session, store, job, path, callback, user_data);
  g_task_set_source_tag (task, yz_workspace_restore_async);
  g_task_set_check_cancellable (task, FALSE); /* the file has been replaced, whatever was pressed since */
  restoring = g_task_new (session, NULL, on_restored, task);
  g_task_set_task_data (restoring, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (restoring, restore_in_thread);
}

gboolean
yz_workspace_restore_finish (YzSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
copy_street_map (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  if (g_file_equal (source, target))
    return TRUE;
  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return TRUE;
  g_prefix_error (error, "%s ", _ ("The copy is saved, but without its street map:"));
  return FALSE;
}

/* The street maps are files of their own beside the workspace: a copy without them would be bare. */
static gboolean
copy_street_maps (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) maps = yz_street_maps_list (from);

  for (guint i = 0; maps[i] != NULL; i++)
    {
      g_autofree char *copy = yz_street_map_dup_path_beside (maps[i], from, to);

      if (!copy_street_map (maps[i], copy, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean copied = yz_store_backup (work->store, work->path, cancellable, &error) &&
                    copy_street_maps (yz_store_get_path (work->store), work->path, cancellable, &error);

  end_job (work);
  if (copied)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yz_workspace_save_copy_async (YzSession *session, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (YzJob) job = yz_job_new (_ ("Saving a copy"));
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (path != NULL);

  task = begin (session, yz_session_get_store (session), job, path, callback, user_data);
  g_task_set_source_tag (task, yz_workspace_save_copy_async);
  g_task_run_in_thread (task, copy_in_thread);
}

gboolean
yz_workspace_save_copy_finish (YzSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  GPtrArray *findings = yz_store_check (work->store, yz_job_report, work->job, cancellable, &error);

  end_job (work);
  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
yz_workspace_check_async (YzSession *session, YzJob *job, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (YZ_IS_JOB (job));

  task = begin (session, yz_session_get_store (session), job, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_workspace_check_async);
  g_task_run_in_thread (task, check_in_thread);
}

GPtrArray *
yz_workspace_check_finish (YzSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

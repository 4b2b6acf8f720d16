#include "config.h"

#include "yz-sample.h"

#include "yz-import-plan.h"
#include "yz-kinds.h"
#include "yz-map-layers.h"
#include "yz-sample-stock.h"
#include "yz-street-maps.h"
#include "yz-service-words.h"
#include "yz-sheet-reader.h"

/* What others refer to comes first. */
static const struct
{
  const YzKind *kind;
  const char *file;
} lists[] = {
  { &yz_org_kind, "sample-organisations.csv" },
  { &yz_station_kind, "sample-stations.csv" },
  { &yz_person_kind, "sample-people.csv" },
};

/* @job: (nullable) */
static gboolean
import_list (YzStore *store, const YzKind *kind, const char *file, YzJob *job, GError **error)
{
  const YzImportOptions options = { .duplicates = YZ_IMPORT_SEPARATE, .settled = TRUE };
  YzExchangeProgress progress = job != NULL ? yz_job_report : NULL;
  GCancellable *cancellable = job != NULL ? yz_job_get_cancellable (job) : NULL;
  g_autofree char *list = yz_shipped_map_path (file);
  g_autoptr (YzSheet) sheet = yz_sheet_read_file (list, NULL, NULL, NULL, NULL, cancellable, error);
  g_autoptr (YzWordList) words = NULL;
  g_autoptr (YzMapping) mapping = NULL;
  g_autoptr (YzImportPlan) plan = NULL;
  g_autoptr (YzAction) action = NULL;

  words = sheet != NULL ? yz_service_words_load (store, error) : NULL;
  if (words == NULL)
    return FALSE;
  mapping = yz_mapping_guess (kind, sheet, words);
  yz_mapping_set_datum (mapping, YZ_DATUM_WGS84);
  plan = yz_import_plan_new (store, sheet, mapping, &options);
  return yz_import_plan_prepare (plan, cancellable, error) &&
         yz_import_plan_judge (plan, NULL, NULL, cancellable, error) &&
         yz_import_plan_apply (plan, progress, job, cancellable, &action, error);
}

/* @job: (nullable) */
static gboolean
fill (YzStore *store, YzJob *job, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!import_list (store, lists[i].kind, lists[i].file, job, error))
      return FALSE;
  return yz_sample_stock_fill (store, job != NULL ? yz_job_get_cancellable (job) : NULL, error);
}

/* The street map lies beside its workspace. */
static gboolean
copy_map (const char *workspace, GError **error)
{
  g_autofree char *from = yz_shipped_map_path ("sample-city.gpkg");
  g_autofree char *to = yz_street_map_dup_path (workspace, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

gboolean
yz_sample_fill (YzStore *store, GError **error)
{
  return fill (store, NULL, error) && copy_map (yz_store_get_path (store), error);
}

typedef struct
{
  YzClock *clock;
  YzIdFactory *ids;
  YzJob *job;
  GFile *target;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->clock);
  g_object_unref (making->ids);
  g_object_unref (making->job);
  g_object_unref (making->target);
  g_free (making);
}

/* Made under another name first: a sample that was made by half is made again. */
static gboolean
make (const Making *making, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (making->target);
  g_autoptr (GFile) made = g_file_get_child (folder, "sample-part.yizhan");
  g_autoptr (YzStore) store = NULL;
  gboolean filled;

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  g_file_delete (made, NULL, NULL);
  store = yz_store_open (g_file_peek_path (made), YZ_STORE_CREATE | YZ_STORE_UNKEPT, making->clock, making->ids, error);
  if (store == NULL)
    return FALSE;
  filled = fill (store, making->job, error) && copy_map (g_file_peek_path (making->target), error);
  yz_store_close (store, NULL);
  return filled && g_file_move (made, making->target, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;

  if (make (making, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

GFile *
yz_sample_get_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "yizhan", "sample.yizhan", NULL);

  return g_file_new_for_path (path);
}

void
yz_sample_make_async (YzClock *clock, YzIdFactory *ids, YzJob *job, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  g_return_if_fail (YZ_IS_JOB (job));

  task = g_task_new (NULL, yz_job_get_cancellable (job), callback, user_data);
  g_task_set_source_tag (task, yz_sample_make_async);
  making = g_new0 (Making, 1);
  *making = (Making){ g_object_ref (clock), g_object_ref (ids), g_object_ref (job), yz_sample_get_file () };
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_thread);
}

gboolean
yz_sample_make_finish (GAsyncResult *result, GError **error)
{
  Making *making;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  making = g_task_get_task_data (G_TASK (result));
  yz_job_finish (making->job);
  return g_task_propagate_boolean (G_TASK (result), error);
}

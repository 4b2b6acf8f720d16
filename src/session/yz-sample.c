#include "config.h"

#include "yz-sample.h"

#include "yz-import-plan.h"
#include "yz-kinds.h"
#include "yz-map-layers.h"
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

static gboolean
import_list (YzStore *store, const YzKind *kind, const char *file, GError **error)
{
  const YzImportOptions options = { .duplicates = YZ_IMPORT_SEPARATE };
  g_autofree char *list = yz_shipped_map_path (file);
  g_autoptr (YzSheet) sheet = yz_sheet_read_file (list, NULL, NULL, NULL, NULL, NULL, error);
  g_autoptr (YzWordList) words = NULL;
  g_autoptr (YzMapping) mapping = NULL;
  g_autoptr (YzImportPlan) plan = NULL;
  g_autoptr (YzAction) action = NULL;

  if (sheet == NULL)
    return FALSE;
  words = yz_import_plan_load_words (store);
  mapping = yz_mapping_guess (kind, sheet, words);
  yz_mapping_set_datum (mapping, YZ_DATUM_WGS84);
  plan = yz_import_plan_new (store, sheet, mapping, &options);
  return yz_import_plan_prepare (plan, NULL, error) && yz_import_plan_judge (plan, NULL, NULL, NULL, error) &&
         yz_import_plan_apply (plan, NULL, NULL, NULL, &action, error);
}

static gboolean
import_lists (YzStore *store, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!import_list (store, lists[i].kind, lists[i].file, error))
      return FALSE;
  return TRUE;
}

/* The street map lies beside its workspace. */
static gboolean
copy_map (const char *workspace, GError **error)
{
  g_autofree char *from = yz_shipped_map_path ("sample-city.gpkg");
  g_autofree char *to = yz_street_map_path_for_workspace (workspace);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

gboolean
yz_sample_fill (YzStore *store, GError **error)
{
  return import_lists (store, error) && copy_map (yz_store_get_path (store), error);
}

/* Made under another name first: a sample that was made by half is made again. */
GFile *
yz_sample_prepare (YzClock *clock, YzIdFactory *ids, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "yizhan", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.yizhan", NULL);
  g_autofree char *part = g_build_filename (folder, "sample-part.yizhan", NULL);
  g_autoptr (GFile) made = g_file_new_for_path (part);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (YzStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&target);

  g_mkdir_with_parents (folder, 0700);
  g_file_delete (made, NULL, NULL);
  store = yz_store_open (part, YZ_STORE_CREATE | YZ_STORE_UNKEPT, clock, ids, error);
  if (store == NULL || !import_lists (store, error) || !copy_map (path, error))
    return NULL;
  yz_store_close (store, NULL);
  if (!g_file_move (made, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&target);
}

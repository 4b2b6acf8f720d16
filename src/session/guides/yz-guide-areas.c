#include "config.h"

#include "yz-guide-areas.h"

#include "yz-guide-editions.h"
#include "yz-guide-option.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

struct _YzGuideAreas
{
  GPtrArray *orgs;     /* of YzRecord */
  GPtrArray *services; /* likewise */
  GPtrArray *editions; /* of YzGuideEdition */
};

void
yz_guide_areas_free (YzGuideAreas *self)
{
  g_clear_pointer (&self->orgs, g_ptr_array_unref);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_free (self);
}

static void
load_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  YzStore *store = data;
  g_autoptr (YzGuideAreas) areas = g_new0 (YzGuideAreas, 1);
  g_autoptr (YzQuery) orgs = yz_query_new (&yz_org_kind);
  g_autoptr (YzQuery) services = yz_query_new (&yz_service_kind);
  GError *error = NULL;

  yz_query_set_order (services, "position", FALSE);
  areas->orgs = yz_store_load_records (store, orgs, &error);
  if (areas->orgs != NULL)
    areas->services = yz_store_load_records (store, services, &error);
  if (areas->services != NULL)
    areas->editions = yz_guide_editions_load (store, NULL, cancellable, &error);
  if (areas->editions != NULL)
    g_task_return_pointer (task, g_steal_pointer (&areas), (GDestroyNotify) yz_guide_areas_free);
  else
    g_task_return_error (task, error);
}

void
yz_guide_areas_load_async (YzWorker *worker, YzStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, yz_guide_areas_load_async);
  g_task_set_task_data (task, g_object_ref (store), g_object_unref);
  yz_worker_run (worker, task, load_in_worker);
}

YzGuideAreas *
yz_guide_areas_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
append (GListStore *list, const char *id, const char *title)
{
  g_autoptr (YzGuideOption) option = yz_guide_option_new (id, title, NULL);

  g_list_store_append (list, option);
}

static void
append_districts (GListStore *list, YzStations *stations)
{
  g_autoptr (GArray) districts = yz_stations_get_districts (stations);

  for (guint i = 0; i < districts->len; i++)
    {
      const YzDistrictCount *district = &g_array_index (districts, YzDistrictCount, i);
      g_autofree char *id = g_strconcat ("district:", district->name, NULL);
      /* Translators: a district and how many stations it has */
      g_autofree char *title = g_strdup_printf (_ ("%s (%u)"), district->name, district->n);

      if (*district->name != '\0')
        append (list, id, title);
    }
}

static void
append_orgs (GListStore *list, const GPtrArray *orgs)
{
  for (guint i = 0; i < orgs->len; i++)
    {
      YzRecord *org = g_ptr_array_index (orgs, i);
      g_autofree char *id = g_strconcat ("org:", yz_record_get_id (org), NULL);

      append (list, id, yz_record_get_title (org));
    }
}

GListModel *
yz_guide_areas_list (YzGuideAreas *self, YzStations *stations, GArray *selected, const char *area)
{
  GListStore *list = g_list_store_new (YZ_TYPE_GUIDE_OPTION);
  g_autofree char *all = NULL, *listed = NULL, *chosen = NULL;
  guint total, shown;

  g_object_get (stations, "total", &total, "shown", &shown, NULL);
  all = g_strdup_printf (_ ("All stations (%u)"), total);
  listed = g_strdup_printf (_ ("As listed on the Stations page (%u)"), shown);
  append (list, "all", all);
  if (selected != NULL)
    {
      chosen = g_strdup_printf (_ ("Chosen stations (%u)"), selected->len);
      append (list, "selection", chosen);
    }
  if (g_str_has_prefix (area, "station:"))
    append (list, area, _ ("The chosen station"));
  append (list, "filter", listed);
  append_districts (list, stations);
  if (self != NULL)
    append_orgs (list, self->orgs);
  return G_LIST_MODEL (list);
}

GListModel *
yz_guide_areas_list_services (YzGuideAreas *self)
{
  GListStore *list = g_list_store_new (YZ_TYPE_GUIDE_OPTION);

  append (list, "", _ ("Any service"));
  for (guint i = 0; i < self->services->len; i++)
    {
      YzRecord *service = g_ptr_array_index (self->services, i);
      const char *code = yz_record_get_text (service, "code");

      if (code != NULL)
        append (list, code, yz_record_get_title (service));
    }
  return G_LIST_MODEL (list);
}

GListModel *
yz_guide_areas_list_editions (YzGuideAreas *self, const char *document)
{
  GListStore *list = g_list_store_new (YZ_TYPE_GUIDE_OPTION);

  append (list, "", _ ("The last one"));
  for (guint i = 0; i < self->editions->len; i++)
    {
      const YzGuideEdition *edition = g_ptr_array_index (self->editions, i);
      /* Translators: a printed edition: its name, its area, the day of its data */
      g_autofree char *title = g_strdup_printf (_ ("%s · %s · %s"), edition->name, edition->area, edition->date);

      if (document == NULL || g_str_equal (edition->document, document))
        append (list, edition->id, title);
    }
  return G_LIST_MODEL (list);
}

#include "config.h"

#include "yz-card-services.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static void
card_service_free (gpointer data)
{
  YzCardService *service = data;

  g_free (service->code);
  g_free (service->name);
  g_free (service->short_name);
  g_free (service->icon);
  g_free (service->state);
  g_free (service->since);
  g_free (service);
}

static YzCardService *
make_service (YzRecord *service, const char *state, const char *since)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, "services");
  const YzChoice *choice = yz_field_get_choice (field, state);
  const char *code = yz_record_get_text (service, "code");
  const char *icon = yz_record_get_text (service, "icon");
  YzCardService *shown = g_new0 (YzCardService, 1);

  shown->code = g_strdup (code);
  shown->name = g_strdup (yz_record_get_title (service));
  shown->short_name = g_strdup (yz_record_get_text (service, "short_name"));
  shown->icon = icon != NULL ? g_strdup (icon) : g_strdup_printf ("yz-service-%s-symbolic", code);
  shown->state = g_strdup (state);
  shown->state_title = choice != NULL ? _ (choice->title) : state;
  shown->since = *since != '\0' ? g_strdup (since) : NULL;
  return shown;
}

GPtrArray *
yz_card_services_load (YzStore *store, GVariant *services, GError **error)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (card_service_free);
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (GPtrArray) catalogue = NULL;

  if (store == NULL || services == NULL)
    return g_steal_pointer (&shown);
  yz_query_set_order (query, "position", FALSE);
  catalogue = yz_store_load_records (store, query, error);
  if (catalogue == NULL)
    return NULL;
  for (guint i = 0; i < catalogue->len; i++)
    {
      YzRecord *service = g_ptr_array_index (catalogue, i);
      const char *code = yz_record_get_text (service, "code");
      const char *state, *since;

      if (code != NULL && g_variant_lookup (services, code, "(&s&s)", &state, &since))
        g_ptr_array_add (shown, make_service (service, state, since));
    }
  return g_steal_pointer (&shown);
}

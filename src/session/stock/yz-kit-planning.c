#include "config.h"

#include "yz-kit-planning.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yz-kinds.h"
#include "yz-stock-movements.h"

static void
site_free (gpointer data)
{
  YzKitSite *site = data;

  g_free (site->id);
  g_free (site->name);
  g_clear_pointer (&site->stock, yz_kit_stock_free);
  g_free (site);
}

void
yz_kit_planning_free (YzKitPlanning *self)
{
  g_clear_pointer (&self->recipe, yz_recipe_free);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->plan, yz_stock_kit_plan_free);
  g_free (self);
}

const YzKitSite *
yz_kit_planning_get_site (const YzKitPlanning *self, guint index)
{
  return g_ptr_array_index (self->sites, index);
}

YzRecord *
yz_kit_planning_get_item (const YzKitPlanning *self, guint part)
{
  return part == YZ_STOCK_KIT_NONE ? self->recipe->item : yz_recipe_get_part (self->recipe, part)->item;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static gboolean
has_site (YzKitPlanning *self, const char *id)
{
  for (guint i = 0; i < self->sites->len; i++)
    if (g_str_equal (yz_kit_planning_get_site (self, i)->id, id))
      return TRUE;
  return FALSE;
}

/* A place stands where its station stands. */
static gboolean
find_station (YzStore *store, const char *holder, YzRecord **station, char **name, GError **error)
{
  g_autoptr (YzRecord) place = NULL;
  const char *id;

  *station = yz_store_load (store, &yz_station_kind, holder, NULL);
  if (*station != NULL)
    {
      *name = g_strdup (yz_record_get_title (*station));
      return TRUE;
    }
  place = yz_store_load (store, &yz_place_kind, holder, error);
  if (place == NULL)
    return FALSE;
  *name = g_strdup (yz_record_get_title (place));
  id = yz_record_get_text (place, "station");
  *station = id != NULL ? yz_store_load (store, &yz_station_kind, id, error) : NULL;
  return id == NULL || *station != NULL;
}

static gboolean
add_site (YzKitPlanning *self, YzStore *store, const char *holder, gint64 heads, gint64 at, GError **error)
{
  YzKitSite *site;
  g_autoptr (YzRecord) station = NULL;
  g_autofree char *name = NULL;

  if (has_site (self, holder))
    return TRUE;
  if (!find_station (store, holder, &station, &name, error))
    return FALSE;
  site = g_new0 (YzKitSite, 1);
  g_ptr_array_add (self->sites, site);
  *site =
    (YzKitSite){ .id = g_strdup (holder), .name = g_steal_pointer (&name), .heads = heads, .position = { NAN, NAN } };
  if (station != NULL)
    site->position = (YzPosition){ yz_record_get_real (station, "lon"), yz_record_get_real (station, "lat") };
  site->stock = yz_kit_stock_read (store, self->recipe, holder, at, error);
  return site->stock != NULL;
}

static gboolean
add_warehouses (YzKitPlanning *self, YzStore *store, gint64 at, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_place_kind);
  g_autoptr (GPtrArray) places = NULL;

  yz_query_add (query, "type", YZ_COMPARE_EQUAL, g_variant_new_string (yz_place_type_get_nick (YZ_PLACE_WAREHOUSE)));
  places = yz_store_load_records (store, query, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    if (!add_site (self, store, yz_record_get_id (g_ptr_array_index (places, i)), 0, at, error))
      return FALSE;
  return places != NULL;
}

/* --- planning ----------------------------------------------------------------------------------------------------- */

static double
measure (guint from, guint to, gpointer data)
{
  YzPosition one = yz_kit_planning_get_site (data, from)->position;
  YzPosition other = yz_kit_planning_get_site (data, to)->position;

  return yz_position_is_valid (one) && yz_position_is_valid (other) ? yz_position_distance (one, other) : INFINITY;
}

/* A warehouse is there to give; a station keeps its minimum. */
static gint64
find_kept (const YzKitSite *site, YzRecord *item, YzStore *store)
{
  g_autoptr (YzRecord) station = yz_store_load (store, &yz_station_kind, site->id, NULL);

  return station != NULL ? yz_record_get_integer (item, "minimum") : 0;
}

static void
plan (YzKitPlanning *self, YzStore *store)
{
  guint n_sites = self->sites->len, n_parts = self->recipe->parts->len;
  g_autofree YzStockKitSite *sites = g_new0 (YzStockKitSite, n_sites + 1);
  g_autofree gint64 *recipe = g_new0 (gint64, n_parts + 1);
  g_autofree gint64 *usable = g_new0 (gint64, n_sites * n_parts + 1);
  g_autofree gint64 *keeps = g_new0 (gint64, n_sites * n_parts + 1);
  const YzStockKitTask task = { sites, n_sites, recipe, n_parts, usable, keeps, measure, self };

  for (guint i = 0; i < n_parts; i++)
    recipe[i] = yz_recipe_get_part (self->recipe, i)->quantity;
  for (guint i = 0; i < n_sites; i++)
    {
      const YzKitSite *site = yz_kit_planning_get_site (self, i);

      sites[i] = (YzStockKitSite){ site->heads, site->stock->ready, find_kept (site, self->recipe->item, store) };
      for (guint j = 0; j < n_parts; j++)
        {
          usable[i * n_parts + j] = site->stock->usable[j];
          keeps[i * n_parts + j] = find_kept (site, yz_recipe_get_part (self->recipe, j)->item, store);
        }
    }
  self->plan = yz_stock_kit_plan (&task);
}

YzKitPlanning *
yz_kit_planning_read (YzStore *store, const char *kit, const YzKitDemand *demands, guint n_demands,
                      gboolean with_warehouses, gint64 at, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzKitPlanning) self = g_new0 (YzKitPlanning, 1);

  self->sites = g_ptr_array_new_with_free_func (site_free);
  self->recipe = yz_recipe_load (store, kit, error);
  if (self->recipe == NULL)
    return NULL;
  for (guint i = 0; i < n_demands; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_site (self, store, demands[i].holder, demands[i].heads, at, error))
      return NULL;
  if (with_warehouses && !add_warehouses (self, store, at, error))
    return NULL;
  plan (self, store);
  return g_steal_pointer (&self);
}

/* --- carrying it out ---------------------------------------------------------------------------------------------- */

/* Sends are sorted by way: those of one are a transfer. */
static gboolean
send_way (const YzKitPlanning *self, YzStockMoving *moving, guint first, guint end, const char *due, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (YzStockLine));
  const YzStockKitSend *way = &g_array_index (self->plan->sends, YzStockKitSend, first);

  for (guint i = first; i < end; i++)
    {
      const YzStockKitSend *send = &g_array_index (self->plan->sends, YzStockKitSend, i);
      YzStockLine line = { yz_record_get_id (yz_kit_planning_get_item (self, send->part)), NULL, send->quantity };

      g_array_append_val (lines, line);
    }
  return yz_stock_moving_send (moving, NULL, yz_kit_planning_get_site (self, way->from)->id,
                               yz_kit_planning_get_site (self, way->to)->id, due, (YzStockLine *) lines->data,
                               lines->len, error);
}

static guint
find_end_of_way (const YzKitPlanning *self, guint first)
{
  const YzStockKitSend *sends = (const YzStockKitSend *) self->plan->sends->data;
  guint end = first + 1;

  while (end < self->plan->sends->len && sends[end].from == sends[first].from && sends[end].to == sends[first].to)
    end++;
  return end;
}

YzEdit *
yz_kit_planning_make_transfers (const YzKitPlanning *self, YzStore *store, const char *due, const YzStockNote *note,
                                GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Send what kits are made of"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };

  yz_edit_set_subject (edit, yz_record_get_title (self->recipe->kit));
  for (guint first = 0, end; first < self->plan->sends->len; first = end)
    {
      end = find_end_of_way (self, first);
      if (!send_way (self, &moving, first, end, due, error))
        return NULL;
    }
  return g_steal_pointer (&edit);
}

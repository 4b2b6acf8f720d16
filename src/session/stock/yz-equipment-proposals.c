#include "config.h"

#include "yz-equipment-proposals.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-position.h"
#include "yz-stock-minimum.h"
#include "yz-store-columns.h"

/* Nobody moves more pieces at a time. */
#define MOST_PIECES 500

/* Not a number where nobody knows it. */
static YzPosition
get_position (YzRecord *where)
{
  YzPosition unknown = { NAN, NAN };

  if (where == NULL || yz_record_get_kind (where) != &yz_station_kind)
    return unknown;
  return (YzPosition){ yz_record_get_real (where, "lon"), yz_record_get_real (where, "lat") };
}

/* A station that should have more pieces of a type than it has. */
typedef struct
{
  char *station;
  YzPosition position;
  gint64 lacks;
  char *reason;
} Want;

static void
want_free (gpointer data)
{
  Want *want = data;

  g_free (want->station);
  g_free (want->reason);
  g_free (want);
}

static void
proposal_free (gpointer data)
{
  YzEquipmentProposal *proposal = data;

  g_clear_object (&proposal->piece);
  g_clear_object (&proposal->item);
  g_clear_object (&proposal->from);
  g_clear_object (&proposal->to);
  g_free (proposal->reason);
  g_free (proposal);
}

/* The stations that want pieces of one type. */
typedef struct
{
  YzStore *store;
  YzRecord *item;
  const char *today;
  GCancellable *cancellable;
  GHashTable *wants; /* station → Want */
  const char *reason;
  gint64 number;
} Search;

static void
add_want (Search *self, const char *station, YzPosition position, gint64 number, const char *reason)
{
  Want *want = g_hash_table_lookup (self->wants, station);

  if (want != NULL && want->lacks >= number)
    return;
  want = g_new0 (Want, 1);
  *want = (Want){ g_strdup (station), position, number, g_strdup (reason) };
  g_hash_table_replace (self->wants, want->station, want);
}

static void
on_station (gint64 row, const YzColumn *columns, gpointer data)
{
  Search *self = data;
  YzPosition position = { columns[1].empty ? NAN : columns[1].real, columns[2].empty ? NAN : columns[2].real };

  add_want (self, columns[0].text, position, self->number, self->reason);
}

/* @query: of stations */
static gboolean
add_stations (Search *self, YzQuery *query, gint64 number, const char *reason, GError **error)
{
  static const char *const fields[] = { "id", "lon", "lat", NULL };
  const char *const states[] = { "open", "planned", NULL };

  yz_query_add (query, "state", YZ_COMPARE_IN, g_variant_new_strv (states, -1));
  self->number = number;
  self->reason = reason;
  return yz_store_read_columns (self->store, query, fields, on_station, self, self->cancellable, error);
}

static gboolean
add_service (Search *self, YzRecord *service, const char *state, const char *reason, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  g_autofree char *has = g_strdup_printf ("%s:%s", yz_record_get_text (service, "code"), state);

  yz_query_add (query, "services", YZ_COMPARE_HAS, g_variant_new_string (has));
  return add_stations (self, query, 1, reason, error);
}

static gboolean
add_services (Search *self, GError **error)
{
  const char *id = yz_record_get_text (self->item, "service");
  g_autoptr (YzRecord) service = id != NULL ? yz_store_load (self->store, &yz_service_kind, id, NULL) : NULL;
  g_autofree char *paused = NULL;
  g_autofree char *planned = NULL;

  if (service == NULL)
    return TRUE;
  paused = g_strdup_printf (_ ("The service “%s” is paused"), yz_record_get_title (service));
  planned = g_strdup_printf (_ ("The service “%s” is planned"), yz_record_get_title (service));
  return add_service (self, service, "paused", paused, error) && add_service (self, service, "planned", planned, error);
}

static gboolean
add_every_station (Search *self, GError **error)
{
  gint64 minimum = yz_record_get_integer (self->item, "minimum");
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  return minimum <= 0 || add_stations (self, query, minimum, _ ("Every station should have it"), error);
}

static gboolean
is_in_season (YzRecord *level, const char *today)
{
  const YzStockMinimum season = { .begins = yz_stock_minimum_read_day (yz_record_get_text (level, "begins")),
                                  .ends = yz_stock_minimum_read_day (yz_record_get_text (level, "ends")) };

  return yz_stock_minimum_holds (&season, yz_stock_minimum_read_day (today + strlen ("2026-")));
}

static gboolean
add_levels (Search *self, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_stock_level_kind);
  g_autoptr (GPtrArray) levels = NULL;

  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (self->item)));
  levels = yz_store_load_records (self->store, query, error);
  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      YzRecord *level = g_ptr_array_index (levels, i);
      g_autoptr (YzRecord)
        place = yz_store_load (self->store, &yz_place_kind, yz_record_get_text (level, "place"), error);
      const char *id = place != NULL ? yz_record_get_text (place, "station") : NULL;
      g_autoptr (YzRecord) station = id != NULL ? yz_store_load (self->store, &yz_station_kind, id, error) : NULL;

      if (place == NULL || (id != NULL && station == NULL))
        return FALSE;
      if (station == NULL || !is_in_season (level, self->today))
        continue;
      add_want (self, id, get_position (station), yz_record_get_integer (level, "minimum"),
                _ ("Its stock level asks for more"));
    }
  return levels != NULL;
}

static void
on_piece (gint64 row, const YzColumn *columns, gpointer wants)
{
  Want *want = columns[0].text != NULL ? g_hash_table_lookup (wants, columns[0].text) : NULL;

  if (want != NULL)
    want->lacks--;
}

/* What works and is there already. */
static gboolean
subtract_pieces (Search *self, GError **error)
{
  static const char *const fields[] = { "station", NULL };
  const char *const states[] = { "in_use", "idle", NULL };
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);

  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (self->item)));
  yz_query_add (query, "state", YZ_COMPARE_IN, g_variant_new_strv (states, -1));
  return yz_store_read_columns (self->store, query, fields, on_piece, self->wants, self->cancellable, error);
}

static GHashTable *
find_wants (YzStore *store, YzRecord *item, const char *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) wants = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, want_free);
  Search search = { store, item, today, cancellable, wants };

  if (!add_services (&search, error) || !add_every_station (&search, error) || !add_levels (&search, error) ||
      !subtract_pieces (&search, error))
    return NULL;
  return g_steal_pointer (&wants);
}

/* --- which piece goes where --------------------------------------------------------------------------------------- */

/* Among those that are equally far, or of which nobody knows it, the ids decide: the answer is the same every time. */
static gboolean
is_nearer (double metres, const Want *want, double than, const Want *best)
{
  if (best == NULL || isnan (metres) != isnan (than))
    return best == NULL || isnan (than);
  if (isnan (metres) || metres == than)
    return strcmp (want->station, best->station) < 0;
  return metres < than;
}

static Want *
find_nearest (GHashTable *wants, YzPosition position, const char *own, double *metres)
{
  GHashTableIter iter;
  gpointer value;
  Want *best = NULL;

  g_hash_table_iter_init (&iter, wants);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Want *want = value;
      double distance = yz_position_distance (position, want->position);

      if (want->lacks <= 0 || g_strcmp0 (want->station, own) == 0 || !is_nearer (distance, want, *metres, best))
        continue;
      best = want;
      *metres = distance;
    }
  return best;
}

/* A shelf of a station is where the station is. */
static YzRecord *
load_where (YzStore *store, YzRecord *piece)
{
  const char *station = yz_record_get_text (piece, "station"), *place = yz_record_get_text (piece, "place");

  if (station != NULL)
    return yz_store_load (store, &yz_station_kind, station, NULL);
  return place != NULL ? yz_store_load (store, &yz_place_kind, place, NULL) : NULL;
}

/* (nullable): without an error if nobody wants it */
static YzEquipmentProposal *
propose (YzStore *store, GHashTable *wants, YzRecord *piece, YzRecord *item, GError **error)
{
  g_autoptr (YzRecord) from = load_where (store, piece);
  double metres = NAN;
  Want *want = find_nearest (wants, get_position (from), yz_record_get_text (piece, "station"), &metres);
  g_autoptr (YzRecord) to = want != NULL ? yz_store_load (store, &yz_station_kind, want->station, error) : NULL;
  YzEquipmentProposal *proposal;

  if (to == NULL)
    return NULL;
  want->lacks--;
  proposal = g_new0 (YzEquipmentProposal, 1);
  *proposal = (YzEquipmentProposal){
    g_object_ref (piece),   g_object_ref (item), g_steal_pointer (&from), g_steal_pointer (&to), metres,
    g_strdup (want->reason)
  };
  return proposal;
}

static GPtrArray *
load_idle (YzStore *store, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);

  yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("idle"));
  yz_query_set_order (query, "state_since", FALSE);
  yz_query_set_limit (query, MOST_PIECES);
  return yz_store_load_records (store, query, error);
}

/* What is known of a type while the pieces are gone through. */
typedef struct
{
  YzRecord *item;
  GHashTable *wants;
} Type;

static void
type_free (gpointer data)
{
  Type *type = data;

  g_clear_object (&type->item);
  g_clear_pointer (&type->wants, g_hash_table_unref);
  g_free (type);
}

static Type *
find_type (GHashTable *types, YzStore *store, const char *id, const char *today, GCancellable *cancellable,
           GError **error)
{
  Type *type = g_hash_table_lookup (types, id);

  if (type != NULL)
    return type;
  type = g_new0 (Type, 1);
  g_hash_table_insert (types, g_strdup (id), type);
  type->item = yz_store_load (store, &yz_item_kind, id, error);
  if (type->item != NULL)
    type->wants = find_wants (store, type->item, today, cancellable, error);
  return type->wants != NULL ? type : NULL;
}

GPtrArray *
yz_equipment_propose (YzStore *store, const char *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) idle = load_idle (store, error);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, type_free);
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (proposal_free);

  for (guint i = 0; idle != NULL && i < idle->len; i++)
    {
      YzRecord *piece = g_ptr_array_index (idle, i);
      g_autoptr (GError) local_error = NULL;
      Type *type = find_type (types, store, yz_record_get_text (piece, "item"), today, cancellable, error);
      YzEquipmentProposal *proposal;

      if (type == NULL)
        return NULL;
      proposal = propose (store, type->wants, piece, type->item, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (proposal != NULL)
        g_ptr_array_add (proposals, proposal);
    }
  return idle != NULL ? g_steal_pointer (&proposals) : NULL;
}

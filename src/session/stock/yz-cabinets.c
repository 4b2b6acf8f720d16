/* What is in the slots of a cabinet. */
#include "config.h"

#include "yz-cabinets.h"

#include <glib/gi18n-lib.h>

#include "yz-item.h"
#include "yz-kinds.h"
#include "yz-pickups.h"
#include "yz-place.h"
#include "yz-stock-lots.h"

const char *
yz_slot_state_get_title (YzSlotState state)
{
  static const char *const titles[] = {
    [YZ_SLOT_FINE] = N_ ("In stock"),           [YZ_SLOT_FREE] = N_ ("Not in use"),
    [YZ_SLOT_LOW] = N_ ("Running low"),         [YZ_SLOT_EXPIRING] = N_ ("Expires soon"),
    [YZ_SLOT_EXPIRED] = N_ ("To be taken out"), [YZ_SLOT_EMPTY] = N_ ("Sold out"),
    [YZ_SLOT_RESERVED] = N_ ("Reserved"),       [YZ_SLOT_BROKEN] = N_ ("Out of order"),
  };

  return _ (titles[state]);
}

static void
slot_free (gpointer data)
{
  YzSlot *slot = data;

  g_clear_object (&slot->place);
  g_clear_object (&slot->item);
  g_free (slot);
}

void
yz_cabinet_view_free (YzCabinetView *view)
{
  g_clear_object (&view->cabinet);
  g_clear_object (&view->station);
  g_clear_pointer (&view->slots, g_ptr_array_unref);
  g_free (view);
}

const YzSlot *
yz_cabinet_view_get_slot (const YzCabinetView *view, guint index)
{
  return g_ptr_array_index (view->slots, index);
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static void
add_heap (YzSlot *self, const YzStockLot *lot, guint32 today)
{
  self->there += lot->quantity;
  if (!yz_stock_lot_is_usable (lot, today))
    self->unusable += MAX (lot->quantity, 0);
  else if (lot->expiry != 0 && (self->expiry == 0 || lot->expiry < self->expiry))
    self->expiry = lot->expiry;
}

/* The last one of few, or less than a third. */
static gboolean
is_low (const YzSlot *self, gint64 usable)
{
  return (usable == 1 && self->capacity > 1) || usable * 3 < self->capacity;
}

/* What somebody has to do something about comes before what is good to know. */
static YzSlotState
find_state (const YzSlot *self, guint32 today)
{
  gint64 usable = self->there - self->unusable;

  if (g_strcmp0 (yz_record_get_text (self->place, "state"), "out_of_order") == 0)
    return YZ_SLOT_BROKEN;
  if (self->unusable > 0)
    return YZ_SLOT_EXPIRED;
  if (usable <= 0)
    return self->item != NULL ? YZ_SLOT_EMPTY : YZ_SLOT_FREE;
  if (self->reserved >= usable)
    return YZ_SLOT_RESERVED;
  if (self->expiry != 0 && self->expiry <= today + yz_item_get_warn_days (self->item))
    return YZ_SLOT_EXPIRING;
  if (is_low (self, usable))
    return YZ_SLOT_LOW;
  return self->reserved > 0 ? YZ_SLOT_RESERVED : YZ_SLOT_FINE;
}

static gboolean
find_touched (YzStore *store, const char *slot, gint64 *touched, GError **error)
{
  static const char *const ends[] = { "source", "target" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
      g_autoptr (GPtrArray) last = NULL;

      yz_query_add (query, ends[i], YZ_COMPARE_EQUAL, g_variant_new_string (slot));
      yz_query_add (query, "takes_back", YZ_COMPARE_EMPTY, NULL);
      yz_query_set_order (query, "at", TRUE);
      yz_query_set_limit (query, 1);
      last = yz_store_load_records (store, query, error);
      if (last == NULL)
        return FALSE;
      if (last->len > 0)
        *touched = MAX (*touched, yz_record_get_integer (g_ptr_array_index (last, 0), "at"));
    }
  return TRUE;
}

/* What lies in a slot that nobody assigned is what it is for. */
static gboolean
load_item (YzStore *store, YzSlot *self, const YzStockLots *lots, GError **error)
{
  const char *item = yz_record_get_text (self->place, "item");

  if (item != NULL)
    self->item = yz_store_load (store, &yz_item_kind, item, error);
  else if (lots->lots->len > 0)
    self->item = yz_store_load_row (store, &yz_item_kind, g_array_index (lots->items, gint64, 0), error);
  else
    return TRUE;
  return self->item != NULL;
}

static YzSlot *
read_slot (YzStore *store, YzRecord *place, gint64 now, GError **error)
{
  const char *id = yz_record_get_id (place);
  YzStockQuestion question = { .place = id };
  guint32 today = yz_office_day (now);
  g_autoptr (YzStockLots) lots = yz_stock_lots_read (store, &question, error);
  YzSlot *self;

  if (lots == NULL)
    return NULL;
  self = g_new0 (YzSlot, 1);
  self->place = g_object_ref (place);
  self->capacity = yz_record_get_integer (place, "capacity");
  for (guint i = 0; i < lots->lots->len; i++)
    add_heap (self, &g_array_index (lots->lots, YzStockLot, i), today);
  if (!load_item (store, self, lots, error) || !yz_pickup_count_held (store, id, now, &self->reserved, error) ||
      !find_touched (store, id, &self->touched, error))
    {
      slot_free (self);
      return NULL;
    }
  self->state = find_state (self, today);
  return self;
}

static gboolean
read_slots (YzCabinetView *self, YzStore *store, gint64 now, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_place_kind);
  g_autoptr (GPtrArray) places = NULL;

  yz_query_add (query, "cabinet", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (self->cabinet)));
  yz_query_set_order (query, "position", FALSE);
  places = yz_store_load_records (store, query, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      YzSlot *slot = read_slot (store, g_ptr_array_index (places, i), now, error);

      if (slot == NULL)
        return FALSE;
      g_ptr_array_add (self->slots, slot);
    }
  return places != NULL;
}

YzCabinetView *
yz_cabinet_read (YzStore *store, const char *cabinet, gint64 now, GError **error)
{
  g_autoptr (YzCabinetView) self = g_new0 (YzCabinetView, 1);

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  self->today = yz_office_day (now);
  self->cabinet = yz_store_load (store, &yz_cabinet_kind, cabinet, error);
  if (self->cabinet == NULL)
    return NULL;
  self->columns = (guint) yz_record_get_integer (self->cabinet, "columns");
  self->station = yz_store_load (store, &yz_station_kind, yz_record_get_text (self->cabinet, "station"), error);
  return self->station != NULL && read_slots (self, store, now, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
yz_cabinet_list (YzStore *store, const char *station, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_cabinet_kind);

  if (station != NULL)
    yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (station));
  yz_query_set_order (query, "visit_order", FALSE);
  return yz_store_load_records (store, query, error);
}

/* --- finding ------------------------------------------------------------------------------------------------------ */

/* "b-05" and "Ｂ5" are "B5". */
static char *
fold_name (const char *name)
{
  g_autofree char *wide = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = wide != NULL ? wide : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_toupper (g_utf8_get_char (p));
      gboolean follows_digit = folded->len > 0 && g_ascii_isdigit (folded->str[folded->len - 1]);

      if (!g_unichar_isalnum (c) || (c == '0' && !follows_digit))
        continue;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

const YzSlot *
yz_cabinet_find_slot (const YzCabinetView *view, const char *name)
{
  g_autofree char *wanted = fold_name (name);

  for (guint i = 0; i < view->slots->len; i++)
    {
      const YzSlot *slot = yz_cabinet_view_get_slot (view, i);
      g_autofree char *known = fold_name (yz_record_get_title (slot->place));

      if (g_str_equal (known, wanted))
        return slot;
    }
  for (guint i = 0; i < view->slots->len; i++)
    {
      const YzSlot *slot = yz_cabinet_view_get_slot (view, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, yz_record_get_integer (slot->place, "position"));

      if (g_str_equal (number, wanted))
        return slot;
    }
  return NULL;
}

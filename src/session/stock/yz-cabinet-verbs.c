/* What is done with a cabinet and its slots. */
#include "config.h"

#include "yz-cabinets-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-lots.h"
#include "yz-stock-movements.h"

#define MAX_ROWS 26
#define MAX_COLUMNS 24

static YzEdit *
refuse (GError **error, YzModelError code, const char *message)
{
  g_set_error_literal (error, YZ_MODEL_ERROR, code, message);
  return NULL;
}

static void
add_slot (YzStore *store, YzEdit *edit, YzRecord *cabinet, guint row, guint column, guint columns)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  g_autofree char *name = g_strdup_printf ("%c%u", (char) ('A' + row), column + 1);
  g_autoptr (YzRecord) slot = yz_record_new (&yz_place_kind, id);

  yz_record_set_text (slot, "name", name);
  yz_record_set_text (slot, "type", yz_place_type_get_nick (YZ_PLACE_SLOT));
  yz_record_set_text (slot, "station", yz_record_get_text (cabinet, "station"));
  yz_record_set_text (slot, "cabinet", yz_record_get_id (cabinet));
  yz_record_set (slot, "position", g_variant_new_int64 (row * columns + column + 1));
  yz_edit_create (edit, slot);
}

YzEdit *
yz_cabinet_make (YzStore *store, const char *name, const char *code, const char *station, guint rows, guint columns,
                 gint64 monthly_cap, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Add a smart cabinet"));
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  g_autoptr (YzRecord) cabinet = yz_record_new (&yz_cabinet_kind, id);

  if (rows < 1 || rows > MAX_ROWS || columns < 1 || columns > MAX_COLUMNS)
    return refuse (error, YZ_MODEL_ERROR_RANGE, _ ("A cabinet has 1 to 26 rows of 1 to 24 slots"));
  yz_edit_set_subject (edit, name);
  yz_record_set_text (cabinet, "name", name);
  yz_record_set_text (cabinet, "code", code);
  yz_record_set_text (cabinet, "station", station);
  yz_record_set (cabinet, "columns", g_variant_new_int64 (columns));
  if (monthly_cap >= 0)
    yz_record_set (cabinet, "monthly_cap", g_variant_new_int64 (monthly_cap));
  yz_edit_create (edit, cabinet);
  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      add_slot (store, edit, cabinet, row, column, columns);
  return g_steal_pointer (&edit);
}

/* A slot with what lies in it, or NULL with an error. */
static YzStockLots *
read_slot (YzStore *store, const char *slot, YzRecord **place, GError **error)
{
  YzStockQuestion question = { .place = slot };

  *place = yz_store_load (store, &yz_place_kind, slot, error);
  if (*place == NULL)
    return NULL;
  if (yz_place_get_type_of (*place) != YZ_PLACE_SLOT)
    {
      refuse (error, YZ_MODEL_ERROR_INVALID, _ ("This place is no slot of a cabinet"));
      return NULL;
    }
  return yz_stock_lots_read (store, &question, error);
}

static gboolean
holds_another (YzStore *store, const YzStockLots *lots, const char *item)
{
  for (guint i = 0; i < lots->lots->len; i++)
    {
      g_autoptr (YzRecord)
        there = yz_store_load_row (store, &yz_item_kind, g_array_index (lots->items, gint64, i), NULL);

      if (there != NULL && g_strcmp0 (yz_record_get_id (there), item) != 0)
        return TRUE;
    }
  return FALSE;
}

YzEdit *
yz_slot_make_assignment (YzStore *store, const char *slot, const char *item, gint64 capacity, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Say what belongs in a slot"));
  g_autoptr (YzRecord) place = NULL;
  g_autoptr (YzStockLots) lots = read_slot (store, slot, &place, error);

  if (lots == NULL)
    return NULL;
  if (holds_another (store, lots, item))
    return refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("Something else is still in the slot: take it out first"));
  yz_edit_set_subject (edit, yz_record_get_title (place));
  yz_edit_set (edit, place, "item", item != NULL ? g_variant_new_string (item) : NULL);
  yz_edit_set (edit, place, "capacity", item != NULL ? g_variant_new_int64 (capacity) : NULL);
  return g_steal_pointer (&edit);
}

YzEdit *
yz_slot_make_broken (YzStore *store, const char *slot, const char *reason, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (reason != NULL ? N_ ("Put a slot out of order") : N_ ("Put a slot in order"));
  g_autoptr (YzRecord) place = NULL;
  g_autoptr (YzStockLots) lots = read_slot (store, slot, &place, error);

  if (lots == NULL)
    return NULL;
  yz_edit_set_subject (edit, yz_record_get_title (place));
  yz_edit_set (edit, place, "state", g_variant_new_string (reason != NULL ? "out_of_order" : "in_use"));
  yz_edit_set (edit, place, "state_reason", reason != NULL ? g_variant_new_string (reason) : NULL);
  return g_steal_pointer (&edit);
}

static gboolean
check_refill (YzRecord *place, const YzStockLots *lots, gint64 quantity, GError **error)
{
  gint64 there = 0, capacity = yz_record_get_integer (place, "capacity");

  for (guint i = 0; i < lots->lots->len; i++)
    there += g_array_index (lots->lots, YzStockLot, i).quantity;
  if (yz_record_get (place, "item") == NULL)
    refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("Say first what belongs in this slot"));
  else if (g_strcmp0 (yz_record_get_text (place, "state"), "out_of_order") == 0)
    refuse (error, YZ_MODEL_ERROR_TRANSITION, _ ("This slot is out of order"));
  else if (quantity < 1)
    refuse (error, YZ_MODEL_ERROR_RANGE, _ ("At least 1"));
  else if (capacity > 0 && there + quantity > capacity)
    g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE,
                 /* Translators: a slot, and two numbers */
                 _ ("Slot %s holds %d, and %d are in it"), yz_record_get_title (place), (int) capacity, (int) there);
  else
    return TRUE;
  return FALSE;
}

YzEdit *
yz_slot_make_refill (YzStore *store, const char *slot, const char *from, gint64 quantity, const YzStockNote *note,
                     GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Fill a slot"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };
  g_autoptr (YzRecord) place = NULL;
  g_autoptr (YzStockLots) lots = read_slot (store, slot, &place, error);
  YzStockLine line = { .quantity = quantity };

  if (lots == NULL || !check_refill (place, lots, quantity, error))
    return NULL;
  yz_edit_set_subject (edit, yz_record_get_title (place));
  line.item = yz_record_get_text (place, "item");
  if (from == NULL)
    from = yz_record_get_text (place, "station");
  return yz_stock_moving_take_loose (&moving, YZ_MOVEMENT_MOVE, &line, from, slot, error) ? g_steal_pointer (&edit)
                                                                                          : NULL;
}

gboolean
yz_slot_clear (YzStockMoving *self, const char *slot, GError **error)
{
  guint32 today = yz_office_day (self->note->at);
  g_autoptr (YzRecord) place = NULL;
  g_autoptr (YzStockLots) lots = read_slot (self->store, slot, &place, error);
  g_autofree char *end = NULL;

  if (lots != NULL)
    end = yz_stock_moving_dup_place (self, yz_place_get_single_id (YZ_PLACE_WRITTEN_OFF), error);
  for (guint i = 0; end != NULL && i < lots->lots->len; i++)
    {
      const YzStockLot *lot = &g_array_index (lots->lots, YzStockLot, i);
      g_autoptr (YzRecord) item = NULL;
      YzRecord *movement;

      if (lot->quantity <= 0 || yz_stock_lot_is_usable (lot, today))
        continue;
      item = yz_store_load_row (self->store, &yz_item_kind, g_array_index (lots->items, gint64, i), error);
      if (item == NULL)
        return FALSE;
      movement = yz_stock_moving_add (self, YZ_MOVEMENT_WRITE_OFF, yz_record_get_id (item),
                                      yz_stock_lots_get_id (lots, i), lot->quantity, slot, end);
      if (self->note->reason == NULL)
        yz_record_set_text (movement, "reason", lot->recalled ? _ ("Recalled") : _ ("Expired in the cabinet"));
    }
  return end != NULL;
}

YzEdit *
yz_slot_make_clearance (YzStore *store, const char *slot, const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Clear a slot of what has expired"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };

  return yz_slot_clear (&moving, slot, error) ? g_steal_pointer (&edit) : NULL;
}

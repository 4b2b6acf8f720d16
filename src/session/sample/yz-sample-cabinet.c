/* What the sample’s cabinet gave out last evening, what is reserved in it, and what was handed out beside it. */
#include "config.h"

#include "yz-cabinet-events.h"
#include "yz-pickups.h"
#include "yz-sample-private.h"

#define HOUR 60

/* Yesterday, after it was filled. */
static const struct
{
  const char *slot, *good;
  int minutes;
} dispensed[] = {
  { "A6", "暖贴", 19 * HOUR + 6 },        { "A4", "红糖姜茶", 19 * HOUR + 42 }, { "B1", "一次性雨衣", 20 * HOUR + 15 },
  { "A2", "瓶装饮用水", 21 * HOUR + 30 }, { "C4", "口罩", 22 * HOUR + 8 },
};

static void
row_free (gpointer data)
{
  YzCabinetEventRow *row = data;

  g_clear_object (&row->record);
  g_clear_object (&row->slot);
  g_clear_object (&row->item);
  g_free (row);
}

static YzCabinetEventRow *
new_row (YzSample *self, guint index)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  g_autofree char *head = yz_sample_format_date (self, -1, "ZNG-%y%m%d");
  g_autofree char *number = g_strdup_printf ("%s-%03u", head, 41 + 3 * index);
  YzCabinetEventRow *row = g_new0 (YzCabinetEventRow, 1);
  YzRecord *event = yz_record_new (&yz_cabinet_event_kind, id);

  yz_record_set_text (event, "event", number);
  yz_record_set_text (event, "cabinet", yz_sample_get_id (self, "智能柜 A"));
  yz_record_set_text (event, "slot", yz_sample_get_id (self, dispensed[index].slot));
  yz_record_set_text (event, "item", yz_sample_get_id (self, dispensed[index].good));
  yz_record_set (event, "quantity", g_variant_new_int64 (1));
  yz_record_set (event, "at", g_variant_new_int64 (yz_sample_get_time (self, -1, dispensed[index].minutes)));
  yz_record_set_text (event, "type", "dispense");
  row->number = index + 1;
  row->record = event;
  return row;
}

static gboolean
dispense (YzSample *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  YzCabinetEvents events = { .source = (char *) "智能柜 A", .rows = rows };

  for (guint i = 0; i < G_N_ELEMENTS (dispensed); i++)
    {
      YzCabinetEventRow *row = new_row (self, i);

      g_ptr_array_add (rows, row);
      row->slot = yz_store_load (self->store, &yz_place_kind, yz_sample_get_id (self, dispensed[i].slot), error);
      if (row->slot == NULL)
        return FALSE;
      row->item = yz_store_load (self->store, &yz_item_kind, yz_sample_get_id (self, dispensed[i].good), error);
      if (row->item == NULL)
        return FALSE;
    }
  events.counts[YZ_CABINET_EVENT_NEW] = rows->len;
  return yz_sample_apply (self,
                          yz_cabinet_events_make (&events, self->store, FALSE, "智能柜 A", self->cancellable, error),
                          error);
}

/* The last umbrella of its slot, and a case of water: both for a day. */
static gboolean
reserve (YzSample *self, GError **error)
{
  return yz_sample_apply (self,
                          yz_pickup_make_reservation (self->store, yz_sample_get_id (self, "B3"), 1, "外卖骑手", 0,
                                                      self->now, error),
                          error) &&
         yz_sample_apply (self,
                          yz_pickup_make_reservation (self->store, yz_sample_get_id (self, "A1"), 1, "环卫班组", 0,
                                                      self->now, error),
                          error);
}

static gboolean
give_warmth (YzSample *self, GError **error)
{
  YzStockLine line = { yz_sample_get_id (self, "暖贴"), NULL, 3 };
  YzStockNote note = { .at = yz_sample_get_time (self, 0, 8 * HOUR + 35),
                       .handler = "周敏",
                       .recipient = "外卖骑手",
                       .people = 3,
                       .campaign = "冬季送温暖" };

  return yz_sample_apply (self,
                          yz_stock_make_hand_out (self->store, yz_sample_get_id (self, YZ_SAMPLE_FIRST), &line, 1,
                                                  &note, error),
                          error);
}

gboolean
yz_sample_use_cabinet (YzSample *self, GError **error)
{
  return dispense (self, error) && give_warmth (self, error) && reserve (self, error);
}

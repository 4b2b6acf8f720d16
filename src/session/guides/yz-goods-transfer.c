/* The slip of a transfer and the list by which it is picked: what was sent of it, and what came. */
#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-kinds.h"
#include "yz-movement.h"
#include "yz-place.h"

/* What was sent and what came of one lot. */
typedef struct
{
  YzRecord *item;
  YzRecord *lot;   /* nullable */
  YzRecord *place; /* where it was taken from */
  gint64 sent;
  gint64 came;
} Goods;

static Goods *
find_goods (GArray *all, YzRecord *item, YzRecord *lot)
{
  const Goods fresh = { .item = item, .lot = lot };

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Goods, i).item == item && g_array_index (all, Goods, i).lot == lot)
      return &g_array_index (all, Goods, i);
  g_array_append_val (all, fresh);
  return &g_array_index (all, Goods, all->len - 1);
}

static gboolean
is_way (const char *place)
{
  return g_strcmp0 (place, yz_place_get_single_id (YZ_PLACE_TRANSIT)) == 0;
}

/* Counter-entries name the transfer too, the other way round: so the sums are what was not taken back. */
static gboolean
add_movement (YzGoodsReading *self, GArray *all, YzRecord *movement, GError **error)
{
  const char *lot_id = yz_record_get_text (movement, "lot");
  const char *source = yz_record_get_text (movement, "source"), *target = yz_record_get_text (movement, "target");
  YzMovementType type = yz_movement_get_type_of (movement);
  gint64 quantity = yz_record_get_integer (movement, "quantity");
  YzRecord *item = yz_goods_reader_get (self->reader, &yz_item_kind, yz_record_get_text (movement, "item"), error);
  YzRecord *lot = item != NULL ? yz_goods_reader_get (self->reader, &yz_lot_kind, lot_id, error) : NULL;
  Goods *goods;

  if (item == NULL || (lot == NULL && lot_id != NULL))
    return FALSE;
  goods = find_goods (all, item, lot);
  if (type == YZ_MOVEMENT_SEND)
    {
      goods->sent += is_way (target) ? quantity : -quantity;
      goods->place = yz_goods_reader_get (self->reader, &yz_place_kind, is_way (target) ? source : target, error);
      return goods->place != NULL;
    }
  if (type == YZ_MOVEMENT_ARRIVE || type == YZ_MOVEMENT_COUNT)
    goods->came += is_way (source) || type == YZ_MOVEMENT_COUNT ? quantity : -quantity;
  return TRUE;
}

static GArray *
read_goods (YzGoodsReading *self, const char *transfer, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Goods));
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;

  yz_query_add (query, "transfer", YZ_COMPARE_EQUAL, g_variant_new_string (transfer));
  movements = yz_store_load_records (yz_goods_reader_get_store (self->reader), query, error);
  for (guint i = 0; movements != NULL && i < movements->len; i++)
    if (!add_movement (self, all, g_ptr_array_index (movements, i), error))
      return NULL;
  return movements != NULL ? g_steal_pointer (&all) : NULL;
}

static char *
dup_where (YzGoodsReading *self, YzRecord *transfer, const char *field, GError **error)
{
  YzRecord *place = yz_goods_reader_get (self->reader, &yz_place_kind, yz_record_get_text (transfer, field), error);

  return place != NULL ? yz_goods_reader_dup_where (self->reader, place, error) : NULL;
}

static YzGoodsPaper *
new_paper (YzGoodsReading *self, YzRecord *transfer, GError **error)
{
  g_autofree char *from = dup_where (self, transfer, "source", error);
  g_autofree char *to = from != NULL ? dup_where (self, transfer, "target", error) : NULL;
  YzGoodsPaper *paper;

  if (to == NULL)
    return NULL;
  paper = yz_goods_paper_new (yz_record_get_id (transfer), from);
  paper->number = g_strdup (yz_record_get_text (transfer, "number"));
  paper->target = g_steal_pointer (&to);
  paper->at = yz_goods_dup_time (yz_record_get_integer (transfer, "sent"));
  paper->due = g_strdup (yz_record_get_text (transfer, "due"));
  paper->reason = g_strdup (yz_record_get_text (transfer, "reason"));
  paper->people[0] = g_strdup (yz_record_get_text (transfer, "sent_by"));
  paper->people[1] = g_strdup (yz_record_get_text (transfer, "carrier"));
  paper->people[2] = g_strdup (yz_record_get_text (transfer, "received_by"));
  return paper;
}

/* Before it is received nobody knows what comes. */
static void
add_lines (YzGoodsReading *self, YzGoodsPaper *paper, const GArray *all, gboolean is_closed)
{
  YzGoodsGroup *group = yz_goods_paper_add_group (paper, "", NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const Goods *goods = &g_array_index (all, Goods, i);
      YzGoodsLine *line;

      if (goods->sent <= 0 && goods->came <= 0)
        continue;
      line = yz_goods_reader_add (self->reader, group, goods->item, goods->lot, MAX (goods->sent, 0));
      line->arrived = is_closed ? MAX (goods->came, 0) : -1;
      line->place = goods->place != NULL ? g_strdup (yz_record_get_title (goods->place)) : NULL;
    }
}

gboolean
yz_goods_read_transfer (YzGoodsReading *self, GError **error)
{
  YzRecord *transfer = yz_goods_reader_get (self->reader, &yz_transfer_kind, self->choice->subject, error);
  g_autoptr (YzGoodsPaper) paper = transfer != NULL ? new_paper (self, transfer, error) : NULL;
  g_autoptr (GArray) all = paper != NULL ? read_goods (self, self->choice->subject, error) : NULL;

  if (all == NULL)
    return FALSE;
  add_lines (self, paper, all, yz_record_get (transfer, "closed") != NULL);
  if (((YzGoodsGroup *) g_ptr_array_index (paper->groups, 0))->lines->len > 0)
    g_ptr_array_add (self->content->goods, g_steal_pointer (&paper));
  return TRUE;
}

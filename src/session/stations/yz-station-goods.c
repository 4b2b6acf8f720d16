#include "config.h"

#include "yz-station-goods.h"

#include <glib/gi18n-lib.h>

#include "yz-equipment-verbs.h"
#include "yz-kinds.h"
#include "yz-stock-holder.h"
#include "yz-stock-movements.h"
#include "yz-stock.h"

/* More is told as a number. */
#define NAMED 6

void
yz_station_goods_free (YzStationGoods *self)
{
  g_free (self->station);
  g_clear_pointer (&self->heaps, g_array_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->transfers, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_free (self);
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static gboolean
read_heaps (YzStationGoods *self, YzStore *store, GCancellable *cancellable, GError **error)
{
  YzStockQuestion question = { .station = self->station };

  self->heaps = yz_stock_list (store, &question, cancellable, error);
  return self->heaps != NULL;
}

static gboolean
read_pieces (YzStationGoods *self, YzStore *store, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);

  yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (self->station));
  yz_query_add (query, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("disposed"));
  yz_query_set_order (query, "tag", FALSE);
  self->pieces = yz_store_load_records (store, query, error);
  return self->pieces != NULL;
}

/* Adds the records of @query, whose @field is one of @places, to *@found, which may be empty yet. */
static gboolean
add_open (YzStore *store, YzQuery *query, const char *field, const char *const *places, GPtrArray **found,
          GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  yz_query_add (query, field, YZ_COMPARE_IN, g_variant_new_strv (places, -1));
  records = yz_store_load_records (store, query, error);
  if (records == NULL)
    return FALSE;
  if (*found == NULL)
    *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_extend_and_steal (*found, g_steal_pointer (&records));
  return TRUE;
}

/* Nobody waits for what was taken back. */
static gboolean
drop_taken_back (YzStore *store, GPtrArray *transfers, GError **error)
{
  for (guint i = transfers != NULL ? transfers->len : 0; i > 0; i--)
    {
      gboolean is_on_way;

      if (!yz_stock_read_is_on_way (store, yz_record_get_id (g_ptr_array_index (transfers, i - 1)), &is_on_way, error))
        return FALSE;
      if (!is_on_way)
        g_ptr_array_remove_index (transfers, i - 1);
    }
  return TRUE;
}

static gboolean
read_open (YzStationGoods *self, YzStore *store, GError **error)
{
  static const char *const unfinished[] = { "counting", "counted", NULL };
  g_autoptr (YzQuery) transfers = yz_query_new (&yz_transfer_kind);
  g_autoptr (YzQuery) stocktakes = yz_query_new (&yz_stocktake_kind);
  g_autoptr (YzQuery) audits = yz_query_new (&yz_audit_kind);
  g_auto (GStrv) places = yz_stock_holder_list_places (store, "station", self->station, error);

  if (places == NULL)
    return FALSE;
  yz_query_add (transfers, "closed", YZ_COMPARE_EMPTY, NULL);
  yz_query_add (stocktakes, "state", YZ_COMPARE_IN, g_variant_new_strv (unfinished, -1));
  yz_query_add (audits, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("open"));
  return add_open (store, transfers, "target", (const char *const *) places, &self->transfers, error) &&
         drop_taken_back (store, self->transfers, error) &&
         add_open (store, stocktakes, "place", (const char *const *) places, &self->counts, error) &&
         add_open (store, audits, "place", (const char *const *) places, &self->counts, error);
}

YzStationGoods *
yz_station_goods_read (YzStore *store, const char *station, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzStationGoods) self = g_new0 (YzStationGoods, 1);

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  self->station = g_strdup (station);
  if (!read_heaps (self, store, cancellable, error) || !read_pieces (self, store, error) ||
      !read_open (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
yz_station_goods_is_empty (const YzStationGoods *self)
{
  return self->heaps->len + self->pieces->len + self->transfers->len + self->counts->len == 0;
}

/* --- in words ----------------------------------------------------------------------------------------------------- */

/* "瓶装饮用水 14 箱", of all places and lots together; heaps of one item stand together. */
static GPtrArray *
name_goods (const YzStationGoods *self, YzStore *store)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->heaps->len;)
    {
      gint64 row = g_array_index (self->heaps, YzStockHeap, i).item, sum = 0;
      g_autoptr (YzRecord) item = yz_store_load_row (store, &yz_item_kind, row, NULL);

      for (; i < self->heaps->len && g_array_index (self->heaps, YzStockHeap, i).item == row; i++)
        sum += g_array_index (self->heaps, YzStockHeap, i).quantity;
      if (item != NULL)
        g_ptr_array_add (names, g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", yz_record_get_title (item), sum,
                                                 yz_record_get_text (item, "unit")));
    }
  return names;
}

static GPtrArray *
name_records (YzStore *store, GPtrArray *records)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      YzRecord *record = g_ptr_array_index (records, i);
      gboolean is_piece = yz_record_get_kind (record) == &yz_equipment_kind;
      g_autoptr (YzRecord)
        type = is_piece ? yz_store_load (store, &yz_item_kind, yz_record_get_text (record, "item"), NULL) : NULL;

      g_ptr_array_add (names, type != NULL
                                ? g_strdup_printf ("%s %s", yz_record_get_title (type), yz_record_get_title (record))
                                : g_strdup (yz_record_get_title (record)));
    }
  return names;
}

/* @names: (transfer full) */
static void
append_line (GString *text, const char *heading, GPtrArray *names)
{
  g_autoptr (GPtrArray) owned = names;

  if (names->len == 0)
    return;
  g_string_append (text, text->len > 0 ? "\n" : "");
  /* Translators: a sort of thing, how many there are */
  g_string_append_printf (text, _ ("%s (%u): "), heading, names->len);
  for (guint i = 0; i < MIN (names->len, NAMED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > NAMED)
    g_string_append (text, " …");
}

char *
yz_station_goods_describe (const YzStationGoods *self, YzStore *store)
{
  GString *text = g_string_new (NULL);

  append_line (text, _ ("Goods"), name_goods (self, store));
  append_line (text, _ ("Equipment"), name_records (store, self->pieces));
  append_line (text, _ ("Transfers on their way here"), name_records (store, self->transfers));
  append_line (text, _ ("Unfinished stocktakes and audits"), name_records (store, self->counts));
  return g_string_free (text, FALSE);
}

/* --- moving ------------------------------------------------------------------------------------------------------- */

static char *
dup_id_of_row (YzStore *store, const YzKind *kind, gint64 row, GError **error)
{
  g_autoptr (YzRecord) record = row != 0 ? yz_store_load_row (store, kind, row, error) : NULL;

  return record != NULL ? g_strdup (yz_record_get_id (record)) : NULL;
}

/* What the books lack is made good from there too, or the sums would not be those of before. */
static gboolean
move_heap (YzStockMoving *moving, const YzStockHeap *heap, const char *target, GError **error)
{
  g_autofree char *place = dup_id_of_row (moving->store, &yz_place_kind, heap->place, error);
  g_autofree char *item = place != NULL ? dup_id_of_row (moving->store, &yz_item_kind, heap->item, error) : NULL;
  g_autofree char *lot = item != NULL ? dup_id_of_row (moving->store, &yz_lot_kind, heap->lot, error) : NULL;
  gboolean lacking = heap->quantity < 0;
  YzRecord *movement;

  if (item == NULL || (heap->lot != 0 && lot == NULL))
    return FALSE;
  movement = yz_stock_moving_add (moving, YZ_MOVEMENT_MOVE, item, lot, ABS (heap->quantity), lacking ? target : place,
                                  lacking ? place : target);
  if (lacking)
    {
      yz_record_set (movement, "forced", g_variant_new_boolean (TRUE));
      yz_record_set_text (movement, "reason", _ ("What the books lacked was moved with the rest"));
    }
  return TRUE;
}

static gboolean
move_pieces (const YzStationGoods *self, YzStore *store, YzEdit *edit, const char *target, GError **error)
{
  g_autoptr (YzRecord) station = yz_store_load (store, &yz_station_kind, target, NULL);
  g_autoptr (YzRecord) where = station == NULL ? yz_store_load (store, &yz_place_kind, target, error)
                                               : g_object_ref (station);

  for (guint i = 0; where != NULL && i < self->pieces->len; i++)
    {
      g_autoptr (YzRecord) after = yz_record_copy (g_ptr_array_index (self->pieces, i));

      yz_equipment_set_where (after, where);
      yz_edit_update (edit, g_ptr_array_index (self->pieces, i), after);
    }
  return where != NULL;
}

static gboolean
redirect_transfers (const YzStationGoods *self, YzEdit *edit, const char *place, GError **error)
{
  for (guint i = 0; i < self->transfers->len; i++)
    {
      YzRecord *transfer = g_ptr_array_index (self->transfers, i);

      if (g_strcmp0 (yz_record_get_text (transfer, "source"), place) == 0)
        {
          g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
                       _ ("Transfer %s comes from there: receive it, or take it back, before everything goes there"),
                       yz_record_get_title (transfer));
          return FALSE;
        }
      yz_edit_set (edit, transfer, "target", g_variant_new_string (place));
    }
  return TRUE;
}

static void
call_off_counts (const YzStationGoods *self, YzEdit *edit, gint64 at)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      YzRecord *record = g_ptr_array_index (self->counts, i);
      gboolean is_audit = yz_record_get_kind (record) == &yz_audit_kind;

      yz_edit_set (edit, record, "state", g_variant_new_string (is_audit ? "closed" : "cancelled"));
      if (is_audit)
        yz_edit_set (edit, record, "closed", g_variant_new_int64 (at));
    }
}

gboolean
yz_station_goods_move (const YzStationGoods *self, YzStore *store, YzEdit *edit, const char *target, gint64 at,
                       const char *reason, GError **error)
{
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = at, .handler = author, .reason = reason };
  YzStockMoving moving = { .store = store, .edit = edit, .note = &note };
  g_autofree char *place = yz_stock_moving_dup_place (&moving, target, error);

  if (place == NULL || !move_pieces (self, store, edit, target, error))
    return FALSE;
  for (guint i = 0; i < self->heaps->len; i++)
    if (!move_heap (&moving, &g_array_index (self->heaps, YzStockHeap, i), place, error))
      return FALSE;
  call_off_counts (self, edit, at);
  return redirect_transfers (self, edit, place, error);
}

/* --- for what draws ----------------------------------------------------------------------------------------------- */

static void
describe_in_thread (GTask *task, gpointer store, gpointer station, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (YzStationGoods) goods = yz_station_goods_read (store, station, cancellable, &error);

  if (goods != NULL)
    g_task_return_pointer (task, yz_station_goods_describe (goods, store), g_free);
  else
    g_task_return_error (task, error);
}

void
yz_station_goods_describe_async (YzStore *store, const char *station, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, yz_station_goods_describe_async);
  g_task_set_task_data (task, g_strdup (station), g_free);
  g_task_run_in_thread (task, describe_in_thread);
}

char *
yz_station_goods_describe_finish (YzStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

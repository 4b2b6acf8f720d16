/* Transfers: what is sent is on the way until somebody has counted what came. */
#include "config.h"

#include "yz-stock-movements.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"

static gboolean
is_made (YzEdit *edit, const char *number)
{
  for (guint i = 0; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *record = yz_edit_get_change (edit, i)->record;

      if (yz_record_get_kind (record) == &yz_transfer_kind && g_str_equal (yz_record_get_title (record), number))
        return TRUE;
    }
  return FALSE;
}

/* What was taken back gives its number back: the same slip is often written once more. */
static gboolean
read_is_taken (YzStockMoving *self, const char *number, gboolean *is_taken, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) named = NULL;

  *is_taken = is_made (self->edit, number);
  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (number));
  named = yz_store_load_records (self->store, query, error);
  for (guint i = 0; named != NULL && i < named->len && !*is_taken; i++)
    {
      YzRecord *transfer = g_ptr_array_index (named, i);

      *is_taken = yz_record_get (transfer, "closed") != NULL;
      if (!*is_taken && !yz_stock_read_is_on_way (self->store, yz_record_get_id (transfer), is_taken, error))
        return FALSE;
    }
  return named != NULL;
}

/* The day and the minute; what is sent in the same one goes by a number behind it. */
static char *
propose_number (YzStockMoving *self, GError **error)
{
  g_autoptr (GDateTime) time = yz_office_time (self->note->at);
  g_autofree char *stem = g_date_time_format (time, "DB-%y%m%d-%H%M");
  g_autofree char *number = g_strdup (stem);
  gboolean is_taken;

  for (guint n = 2; read_is_taken (self, number, &is_taken, error); n++)
    {
      if (!is_taken)
        return g_steal_pointer (&number);
      g_free (number);
      number = g_strdup_printf ("%s-%u", stem, n);
    }
  return NULL;
}

static char *
choose_number (YzStockMoving *self, const char *wanted, GError **error)
{
  gboolean is_taken;

  if (wanted == NULL)
    return propose_number (self, error);
  if (!read_is_taken (self, wanted, &is_taken, error))
    return NULL;
  if (!is_taken)
    return g_strdup (wanted);
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
               _ ("There is a transfer “%s” already: give this one another number"), wanted);
  return NULL;
}

static YzRecord *
new_transfer (YzStore *store, const char *number, const char *source, const char *target, const char *due,
              const YzStockNote *note)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  YzRecord *transfer = yz_record_new (&yz_transfer_kind, id);

  yz_record_set_text (transfer, "number", number);
  yz_record_set_text (transfer, "source", source);
  yz_record_set_text (transfer, "target", target);
  yz_record_set_text (transfer, "due", due);
  yz_record_set (transfer, "sent", g_variant_new_int64 (note->at));
  yz_record_set_text (transfer, "sent_by", note->handler);
  yz_record_set_text (transfer, "reason", note->reason);
  return transfer;
}

static gboolean
send (YzStockMoving *self, const YzStockLine *line, const char *from, const char *source, const char *way,
      GError **error)
{
  if (line->lot == NULL && !self->note->forced)
    return yz_stock_moving_take_loose (self, YZ_MOVEMENT_SEND, line, from, way, error);
  return yz_stock_moving_take (self, YZ_MOVEMENT_SEND, line, YZ_STOCK_TAKING_USABLE, source, way, error);
}

gboolean
yz_stock_moving_send (YzStockMoving *self, const char *number, const char *from, const char *to, const char *due,
                      const YzStockLine *lines, guint n_lines, GError **error)
{
  g_autofree char *source = yz_stock_moving_dup_place (self, from, error);
  g_autofree char *target = source != NULL ? yz_stock_moving_dup_place (self, to, error) : NULL;
  g_autofree char *way = NULL, *chosen = NULL;
  g_autoptr (YzRecord) transfer = NULL;

  if (target != NULL)
    way = yz_stock_moving_dup_place (self, yz_place_get_single_id (YZ_PLACE_TRANSIT), error);
  chosen = way != NULL ? choose_number (self, number, error) : NULL;
  if (chosen == NULL)
    return FALSE;
  transfer = new_transfer (self->store, chosen, source, target, due, self->note);
  yz_edit_create (self->edit, transfer);
  self->transfer = yz_record_get_id (transfer);
  for (guint i = 0; i < n_lines; i++)
    if (!send (self, &lines[i], from, source, way, error))
      return FALSE;
  self->transfer = NULL;
  return TRUE;
}

static void
name_by_transfer (YzEdit *edit)
{
  for (guint i = 0; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *record = yz_edit_get_change (edit, i)->record;

      if (yz_record_get_kind (record) == &yz_transfer_kind)
        yz_edit_set_subject (edit, yz_record_get_title (record));
    }
}

YzEdit *
yz_stock_make_transfer (YzStore *store, const char *number, const char *from, const char *to, const char *due,
                        const YzStockLine *lines, guint n_lines, const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Send goods"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };

  if (!yz_stock_moving_send (&moving, number, from, to, due, lines, n_lines, error))
    return NULL;
  name_by_transfer (edit);
  return g_steal_pointer (&edit);
}

static void
sent_free (gpointer data)
{
  YzStockSent *sent = data;

  g_free (sent->item);
  g_free (sent->lot);
  g_free (sent);
}

static YzStockSent *
find_sent (GPtrArray *all, const char *item, const char *lot)
{
  for (guint i = 0; i < all->len; i++)
    {
      YzStockSent *sent = g_ptr_array_index (all, i);

      if (g_str_equal (sent->item, item) && g_strcmp0 (sent->lot, lot) == 0)
        return sent;
    }
  return NULL;
}

/* The counter-entries of a transfer name it too, the other way round: so the sum is what is on the way. */
static void
add_sent (GPtrArray *all, YzRecord *movement)
{
  const char *way = yz_place_get_single_id (YZ_PLACE_TRANSIT);
  const char *item = yz_record_get_text (movement, "item"), *lot = yz_record_get_text (movement, "lot");
  gint64 quantity = yz_record_get_integer (movement, "quantity");
  YzStockSent *sent = find_sent (all, item, lot);

  if (sent == NULL)
    {
      sent = g_new0 (YzStockSent, 1);
      sent->item = g_strdup (item);
      sent->lot = g_strdup (lot);
      g_ptr_array_add (all, sent);
    }
  if (g_strcmp0 (yz_record_get_text (movement, "target"), way) == 0)
    sent->quantity += quantity;
  if (g_strcmp0 (yz_record_get_text (movement, "source"), way) == 0)
    sent->quantity -= quantity;
}

GPtrArray *
yz_stock_read_sent (YzStore *store, const char *transfer, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;
  GPtrArray *all;

  yz_query_add (query, "transfer", YZ_COMPARE_EQUAL, g_variant_new_string (transfer));
  movements = yz_store_load_records (store, query, error);
  if (movements == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func (sent_free);
  for (guint i = 0; i < movements->len; i++)
    add_sent (all, g_ptr_array_index (movements, i));
  return all;
}

static gboolean
is_any_left (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (((YzStockSent *) g_ptr_array_index (all, i))->quantity != 0)
      return TRUE;
  return FALSE;
}

gboolean
yz_stock_read_is_on_way (YzStore *store, const char *transfer, gboolean *is_on_way, GError **error)
{
  g_autoptr (GPtrArray) all = yz_stock_read_sent (store, transfer, error);

  *is_on_way = all != NULL && is_any_left (all);
  return all != NULL;
}

/* Without a lot the first one of the item that was sent is meant, and the next when that is used up. */
static YzStockSent *
find_next (GPtrArray *all, const YzStockLine *line)
{
  if (line->lot != NULL)
    return find_sent (all, line->item, line->lot);
  for (guint i = 0; i < all->len; i++)
    {
      YzStockSent *sent = g_ptr_array_index (all, i);

      if (g_str_equal (sent->item, line->item) && sent->quantity > 0)
        return sent;
    }
  return NULL;
}

static void
arrive (YzStockMoving *self, GPtrArray *all, const YzStockLine *line, const char *target, gboolean *differs)
{
  gint64 left = line->quantity;
  YzStockSent *sent = find_next (all, line);

  for (; sent != NULL && left > 0 && sent->quantity > 0; sent = find_next (all, line))
    {
      gint64 quantity = MIN (left, sent->quantity);

      yz_stock_moving_add (self, YZ_MOVEMENT_ARRIVE, sent->item, sent->lot, quantity,
                           yz_place_get_single_id (YZ_PLACE_TRANSIT), target);
      sent->quantity -= quantity;
      left -= quantity;
    }
  if (left == 0)
    return;
  *differs = TRUE;
  yz_stock_moving_add (self, YZ_MOVEMENT_ARRIVE, line->item, line->lot, left,
                       yz_place_get_single_id (YZ_PLACE_DIFFERENCE), target);
}

/* What did not come is no longer on the way. */
static void
write_off_rest (YzStockMoving *self, GPtrArray *all, gboolean *differs)
{
  for (guint i = 0; i < all->len; i++)
    {
      YzStockSent *sent = g_ptr_array_index (all, i);

      if (sent->quantity <= 0)
        continue;
      *differs = TRUE;
      yz_stock_moving_add (self, YZ_MOVEMENT_WRITE_OFF, sent->item, sent->lot, sent->quantity,
                           yz_place_get_single_id (YZ_PLACE_TRANSIT), yz_place_get_single_id (YZ_PLACE_WRITTEN_OFF));
    }
}

static gboolean
close_transfer (YzStockMoving *self, YzRecord *transfer, gboolean differs, GError **error)
{
  const YzStockNote *note = self->note;

  if (differs && note->reason == NULL)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED,
                           _ ("What came is not what was sent: say why"));
      return FALSE;
    }
  yz_edit_set (self->edit, transfer, "closed", g_variant_new_int64 (note->at));
  if (note->handler != NULL)
    yz_edit_set (self->edit, transfer, "received_by", g_variant_new_string (note->handler));
  if (differs)
    yz_edit_set (self->edit, transfer, "difference_reason", g_variant_new_string (note->reason));
  return TRUE;
}

static gboolean
ensure_ends (YzStockMoving *self, GError **error)
{
  static const YzPlaceType types[] = { YZ_PLACE_TRANSIT, YZ_PLACE_DIFFERENCE, YZ_PLACE_WRITTEN_OFF };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *id = yz_stock_moving_dup_place (self, yz_place_get_single_id (types[i]), error);

      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

YzEdit *
yz_stock_make_arrival (YzStore *store, const char *transfer, const YzStockLine *lines, guint n_lines,
                       const YzStockNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Receive a transfer"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note, .transfer = transfer };
  g_autoptr (YzRecord) record = yz_store_load (store, &yz_transfer_kind, transfer, error);
  g_autoptr (GPtrArray) all = record != NULL ? yz_stock_read_sent (store, transfer, error) : NULL;
  gboolean differs = FALSE;

  if (all == NULL || !ensure_ends (&moving, error))
    return NULL;
  if (yz_record_get (record, "closed") != NULL)
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION, _ ("Transfer %s was received already"),
                   yz_record_get_title (record));
      return NULL;
    }
  if (!is_any_left (all))
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                   _ ("Transfer %s was taken back: nothing of it is on the way"), yz_record_get_title (record));
      return NULL;
    }
  yz_edit_set_subject (edit, yz_record_get_title (record));
  for (guint i = 0; i < n_lines; i++)
    arrive (&moving, all, &lines[i], yz_record_get_text (record, "target"), &differs);
  write_off_rest (&moving, all, &differs);
  return close_transfer (&moving, record, differs, error) ? g_steal_pointer (&edit) : NULL;
}

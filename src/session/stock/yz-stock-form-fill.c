/* What a form reads on a worker: the lots to choose from, what nobody may use any more, what is on its way. */
#include "config.h"

#include "yz-stock-form-private.h"

#include "yz-kinds.h"
#include "yz-stock-lots.h"

#include <glib/gi18n-lib.h>

/* --- lots to choose from ------------------------------------------------------------------------------------------ */

typedef struct
{
  YzStockFormLine *line;
  char *holder;
  char *item;
  gint64 at;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->line);
  g_free (offer->holder);
  g_free (offer->item);
  g_free (offer);
}

static void
read_offer_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Offer *offer = data;
  GError *error = NULL;
  YzStockLots *lots = yz_stock_lots_read_loose (store, offer->holder, offer->item, offer->at, &error);

  if (lots != NULL)
    g_task_return_pointer (task, lots, (GDestroyNotify) yz_stock_lots_free);
  else
    g_task_return_error (task, error);
}

/* Another place may have been chosen since. */
static void
on_offer_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStockForm) self = data;
  const Offer *offer = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  YzStockLots *lots = g_task_propagate_pointer (G_TASK (result), &error);

  if (lots == NULL)
    yz_session_report_error (yz_stock_form_get_session (self), error);
  else if (g_strcmp0 (offer->holder, yz_stock_form_get_place (self)) == 0)
    yz_stock_form_line_set_offer (offer->line, lots, yz_office_day (offer->at));
  else
    yz_stock_lots_free (lots);
}

void
yz_stock_form_read_offer (YzStockForm *self, YzStockFormLine *line, gint64 at)
{
  YzStore *store = yz_session_get_store (yz_stock_form_get_session (self));
  g_autoptr (GTask) task = NULL;
  Offer *offer;

  if (store == NULL)
    return;
  offer = g_new0 (Offer, 1);
  *offer = (Offer){ g_object_ref (line), g_strdup (yz_stock_form_get_place (self)),
                    g_strdup (yz_record_get_id (yz_stock_form_line_get_item (line))), at };
  task = g_task_new (store, NULL, on_offer_read, g_object_ref (self));
  g_task_set_source_tag (task, yz_stock_form_read_offer);
  g_task_set_task_data (task, offer, offer_free);
  g_task_run_in_thread (task, read_offer_in_thread);
}

/* --- lines that are found ----------------------------------------------------------------------------------------- */

typedef struct
{
  YzRecord *item;
  YzRecord *lot; /* nullable */
  gint64 quantity;
  char *place; /* nullable */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->item);
  g_clear_object (&found->lot);
  g_free (found->place);
  g_free (found);
}

typedef struct
{
  char *holder; /* or a transfer */
  gboolean is_station;
  gint64 at;
  YzRecord *transfer; /* (out) */
  char *target_title; /* (out) */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->holder);
  g_free (search->target_title);
  g_clear_object (&search->transfer);
  g_free (search);
}

static void
append_found (GPtrArray *lines, YzRecord *item, YzRecord *lot, gint64 quantity, const char *place)
{
  Found *found = g_new0 (Found, 1);

  g_set_object (&found->item, item);
  g_set_object (&found->lot, lot);
  found->quantity = quantity;
  found->place = g_strdup (place);
  g_ptr_array_add (lines, found);
}

static gboolean
add_unusable (YzStore *store, const YzStockLots *all, guint index, guint32 today, GPtrArray *lines, GError **error)
{
  const YzStockLot *lot = &g_array_index (all->lots, YzStockLot, index);
  g_autoptr (YzRecord) item = NULL;

  if (lot->quantity <= 0 || yz_stock_lot_is_usable (lot, today))
    return TRUE;
  item = yz_store_load_row (store, &yz_item_kind, g_array_index (all->items, gint64, index), error);
  if (item != NULL)
    append_found (lines, item, g_ptr_array_index (all->records, index), lot->quantity,
                  yz_stock_lots_get_place (all, index));
  return item != NULL;
}

static GPtrArray *
read_unusable (YzStore *store, const Search *search, GError **error)
{
  YzStockQuestion question = { .station = search->is_station ? search->holder : NULL,
                               .place = search->is_station ? NULL : search->holder };
  g_autoptr (YzStockLots) all = yz_stock_lots_read (store, &question, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; all != NULL && i < all->lots->len; i++)
    if (!add_unusable (store, all, i, yz_office_day (search->at), lines, error))
      return NULL;
  return all != NULL ? g_steal_pointer (&lines) : NULL;
}

static gboolean
add_sent (YzStore *store, const YzStockSent *sent, GPtrArray *lines, GError **error)
{
  g_autoptr (YzRecord) item = NULL;
  g_autoptr (YzRecord) lot = NULL;

  if (sent->quantity <= 0)
    return TRUE;
  item = yz_store_load (store, &yz_item_kind, sent->item, error);
  if (item != NULL && sent->lot != NULL)
    lot = yz_store_load (store, &yz_lot_kind, sent->lot, error);
  if (item == NULL || (sent->lot != NULL && lot == NULL))
    return FALSE;
  append_found (lines, item, lot, sent->quantity, NULL);
  return TRUE;
}

static GPtrArray *
read_sent (YzStore *store, Search *search, GError **error)
{
  g_autoptr (GPtrArray) sent = yz_stock_read_sent (store, search->holder, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (found_free);
  g_autoptr (YzRecord) target = NULL;

  search->transfer = sent != NULL ? yz_store_load (store, &yz_transfer_kind, search->holder, error) : NULL;
  if (search->transfer != NULL)
    target = yz_store_load (store, &yz_place_kind, yz_record_get_text (search->transfer, "target"), error);
  if (target == NULL)
    return NULL;
  search->target_title = g_strdup (yz_record_get_title (target));
  for (guint i = 0; i < sent->len; i++)
    if (!add_sent (store, g_ptr_array_index (sent, i), lines, error))
      return NULL;
  return g_steal_pointer (&lines);
}

static void
search_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  gboolean arriving = g_task_get_source_tag (task) == yz_stock_form_fill_arrival;
  GError *error = NULL;
  GPtrArray *lines = arriving ? read_sent (store, data, &error) : read_unusable (store, data, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStockForm) self = data;
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), &error);

  if (lines == NULL)
    {
      yz_session_report_error (yz_stock_form_get_session (self), error);
      return;
    }
  if (search->transfer != NULL)
    {
      g_object_set (self, "number", yz_record_get_title (search->transfer), NULL);
      yz_stock_form_set_place (self, yz_record_get_text (search->transfer, "target"), FALSE, search->target_title);
    }
  if (lines->len == 0 && search->transfer == NULL)
    yz_stock_form_refuse (self, "lines", _ ("Nothing that lies here has expired or was recalled"));
  for (guint i = 0; i < lines->len; i++)
    {
      const Found *found = g_ptr_array_index (lines, i);

      yz_stock_form_append (self, found->item, found->lot, found->quantity, found->place);
    }
}

static void
start_search (YzStockForm *self, Search *search, gpointer tag)
{
  YzStore *store = yz_session_get_store (yz_stock_form_get_session (self));
  g_autoptr (GTask) task = g_task_new (store, NULL, on_searched, g_object_ref (self));

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

void
yz_stock_form_fill_unusable (YzStockForm *self)
{
  Search *search;

  g_return_if_fail (YZ_IS_STOCK_FORM (self));

  if (yz_stock_form_get_place (self) == NULL)
    {
      yz_stock_form_refuse (self, "place", _ ("Choose a station or warehouse"));
      return;
    }
  search = g_new0 (Search, 1);
  search->holder = g_strdup (yz_stock_form_get_place (self));
  search->is_station = yz_stock_form_is_at_station (self);
  search->at = yz_clock_get_now (yz_session_get_clock (yz_stock_form_get_session (self)));
  g_object_set (self, "reason", _ ("Expired or recalled"), NULL);
  start_search (self, search, yz_stock_form_fill_unusable);
}

void
yz_stock_form_fill_arrival (YzStockForm *self, const char *transfer)
{
  Search *search;

  g_return_if_fail (YZ_IS_STOCK_FORM (self));

  yz_stock_form_set_transfer (self, transfer);
  search = g_new0 (Search, 1);
  search->holder = g_strdup (transfer);
  start_search (self, search, yz_stock_form_fill_arrival);
}

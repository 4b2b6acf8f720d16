#include "config.h"

#include "yz-stock-heap-list.h"

#include "yz-kinds.h"
#include "yz-place-names.h"
#include "yz-stock-figures.h"
#include "yz-stock-lots.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static void
line_free (gpointer data)
{
  YzStockHeapLine *line = data;

  g_clear_object (&line->lot);
  g_free (line->title);
  g_free (line->detail);
  g_free (line);
}

static char *
dup_usability (const YzStockLot *lot, guint32 today)
{
  g_autofree char *day = yz_value_format_day (lot->expiry);

  if (lot->recalled)
    return g_strdup (_ ("recalled"));
  if (day == NULL)
    return g_strdup (_ ("no expiry"));
  return g_strdup_printf (lot->expiry < today ? _ ("expired on %s") : _ ("usable until %s"), day);
}

static void
append_line (GPtrArray *answer, YzStore *store, const YzStockLots *lots, guint index, const char *unit, guint32 today)
{
  const YzStockLot *lot = &g_array_index (lots->lots, YzStockLot, index);
  YzRecord *record = g_ptr_array_index (lots->records, index);
  g_autofree char *quantity = yz_stock_dup_quantity (lot->quantity, unit);
  g_autofree char *usability = dup_usability (lot, today);
  g_autofree char *place = yz_place_dup_name (store, g_ptr_array_index (lots->places, index), NULL);
  YzStockHeapLine *line = g_new0 (YzStockHeapLine, 1);

  g_set_object (&line->lot, record);
  line->title =
    g_strdup_printf ("%s · %s", record != NULL ? yz_record_get_title (record) : _ ("without a lot"), quantity);
  line->detail = g_strdup_printf ("%s · %s", usability, place);
  g_ptr_array_add (answer, line);
}

gpointer
yz_stock_heap_list_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable,
                         GError **error)
{
  const char *id = g_variant_get_string (wish, NULL);
  g_autoptr (YzRecord) item = yz_store_load (store, &yz_item_kind, id, error);
  YzStockQuestion question = { .station = scope->station, .place = scope->place, .item = id };
  g_autoptr (YzStockLots) lots = item != NULL ? yz_stock_lots_read (store, &question, error) : NULL;
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func (line_free);

  if (lots == NULL)
    return NULL;
  for (guint i = 0; i < lots->lots->len; i++)
    append_line (answer, store, lots, i, yz_record_get_text (item, "unit"), scope->today);
  return g_steal_pointer (&answer);
}

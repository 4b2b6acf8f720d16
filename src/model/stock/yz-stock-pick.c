#include "config.h"

#include "yz-stock-pick.h"

/* What keeps has the expiry 0: 0 - 1 is the greatest number. */
int
yz_stock_expiry_compare (guint32 a, guint32 b)
{
  return (a - 1 > b - 1) - (a - 1 < b - 1);
}

gboolean
yz_stock_lot_is_usable (const YzStockLot *lot, guint32 today)
{
  return !lot->recalled && lot->quantity > 0 && (lot->expiry == 0 || lot->expiry >= today);
}

gint64
yz_stock_count_usable (const YzStockLot *lots, guint n_lots, guint32 today)
{
  gint64 usable = 0;

  for (guint i = 0; i < n_lots; i++)
    if (yz_stock_lot_is_usable (&lots[i], today))
      usable += lots[i].quantity;
  return usable;
}

static int
compare_lots (gconstpointer a, gconstpointer b, gpointer data)
{
  const YzStockLot *lots = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  const YzStockLot *one = &lots[left], *two = &lots[right];

  if (one->expiry != two->expiry)
    return yz_stock_expiry_compare (one->expiry, two->expiry);
  if (one->received != two->received)
    return one->received < two->received ? -1 : 1;
  return (left > right) - (left < right);
}

GArray *
yz_stock_pick (const YzStockLot *lots, guint n_lots, gint64 quantity, guint32 today, gint64 *missing)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (YzStockPick));

  for (guint i = 0; i < n_lots; i++)
    if (yz_stock_lot_is_usable (&lots[i], today))
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_lots, (gpointer) lots);
  for (guint i = 0; i < order->len && quantity > 0; i++)
    {
      guint index = g_array_index (order, guint, i);
      YzStockPick pick = { index, MIN (quantity, lots[index].quantity) };

      g_array_append_val (picks, pick);
      quantity -= pick.quantity;
    }
  *missing = MAX (quantity, 0);
  return picks;
}

gboolean
yz_stock_pick_is_first_expiring (const YzStockLot *lots, guint n_lots, GArray *picks, guint32 today)
{
  g_autofree gint64 *left = g_new (gint64, n_lots + 1);
  guint32 last = 0; /* the latest expiry that was taken */

  for (guint i = 0; i < n_lots; i++)
    left[i] = yz_stock_lot_is_usable (&lots[i], today) ? lots[i].quantity : 0;
  for (guint i = 0; i < picks->len; i++)
    {
      const YzStockPick *pick = &g_array_index (picks, YzStockPick, i);

      left[pick->index] -= pick->quantity;
      if (i == 0 || yz_stock_expiry_compare (lots[pick->index].expiry, last) > 0)
        last = lots[pick->index].expiry;
    }
  for (guint i = 0; i < n_lots; i++)
    if (picks->len > 0 && left[i] > 0 && yz_stock_expiry_compare (lots[i].expiry, last) < 0)
      return FALSE;
  return TRUE;
}

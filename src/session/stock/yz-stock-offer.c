#include "config.h"

#include "yz-stock-offer.h"

#include <glib/gi18n-lib.h>

#include "yz-stock-figures.h"

static const YzStockLot *
get_lots (const YzStockLots *self)
{
  return (const YzStockLot *) self->lots->data;
}

static void
append_pick (GString *text, const YzStockLots *self, const YzStockPick *pick, const char *unit)
{
  YzRecord *lot = g_ptr_array_index (self->records, pick->index);
  const char *expiry = lot != NULL ? yz_record_get_text (lot, "expiry") : NULL;
  g_autofree char *quantity = yz_stock_dup_quantity (pick->quantity, unit);

  if (lot == NULL)
    return;
  g_string_append (text, text->len > 0 ? _ (", ") : "");
  if (expiry != NULL)
    /* Translators: a lot, its last day of use, and how many of it */
    g_string_append_printf (text, _ ("%s (until %s) %s"), yz_record_get_title (lot), expiry, quantity);
  else
    g_string_append_printf (text, "%s %s", yz_record_get_title (lot), quantity);
}

static char *
describe_choice (const YzStockLots *self, gint64 quantity, const char *lot, guint32 today)
{
  guint index = yz_stock_lots_find (self, lot);
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (YzStockPick));
  YzStockPick pick = { index, quantity };

  if (index == G_MAXUINT)
    return g_strdup (_ ("This lot does not lie here"));
  g_array_append_val (picks, pick);
  if (!yz_stock_lot_is_usable (&get_lots (self)[index], today))
    return g_strdup (_ ("This lot has expired or was recalled: say below why it is used all the same"));
  if (!yz_stock_pick_is_first_expiring (get_lots (self), self->lots->len, picks, today))
    return g_strdup (_ ("Another lot expires earlier: say below why this one is taken"));
  return g_strdup ("");
}

char *
yz_stock_offer_describe (const YzStockLots *lots, gint64 quantity, const char *lot, const char *unit, guint32 today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) picks = NULL;
  g_autofree char *there = yz_stock_dup_quantity (yz_stock_lots_count (lots, today), unit);
  gint64 missing;

  if (lot != NULL)
    return describe_choice (lots, quantity, lot, today);
  picks = yz_stock_pick (get_lots (lots), lots->lots->len, quantity, today, &missing);
  for (guint i = 0; i < picks->len; i++)
    append_pick (text, lots, &g_array_index (picks, YzStockPick, i), unit);
  if (missing > 0)
    {
      g_string_printf (text, _ ("Only %s may be used here"), there);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_append (text, text->len > 0 ? " · " : "");
  /* Translators: how many there are */
  g_string_append_printf (text, _ ("%s here"), there);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

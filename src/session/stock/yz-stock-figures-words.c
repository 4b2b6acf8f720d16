/* Figures of stock in words. */
#include "config.h"

#include "yz-stock-figures.h"

#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

char *
yz_stock_dup_quantity (gint64 quantity, const char *unit)
{
  return g_strdup_printf (unit != NULL ? "%" G_GINT64_FORMAT " %s" : "%" G_GINT64_FORMAT, quantity, unit);
}

char *
yz_stock_dup_money (gint64 fen)
{
  g_autofree char *amount = yz_value_format_money (ABS (fen));

  return g_strdup_printf ("%s¥%s", fen < 0 ? "−" : "", amount);
}

static char *
dup_several (const YzStockFigure *self)
{
  switch (self->state)
    {
    case YZ_STOCK_OUT:
    case YZ_STOCK_LOW:
      return self->unit != NULL
               ? g_strdup_printf (ngettext ("Low at %u place", "Low at %u places", self->n_low), self->n_low)
               : g_strdup_printf (ngettext ("%u item low", "%u items low", self->n_low), self->n_low);
    case YZ_STOCK_EXPIRED:
      return g_strdup (_ ("Expired stock"));
    case YZ_STOCK_EXPIRING:
      return g_strdup (_ ("Expires soon"));
    case YZ_STOCK_ENOUGH:
    default:
      return g_strdup (_ ("Enough"));
    }
}

char *
yz_stock_figure_dup_state (const YzStockFigure *self, guint32 today)
{
  g_autofree char *unusable = yz_stock_dup_quantity (self->expired > 0 ? self->expired : self->recalled, self->unit);
  guint days = self->expiry - today;

  if (self->n_items > 1)
    return dup_several (self);
  switch (self->state)
    {
    case YZ_STOCK_OUT:
      return g_strdup (_ ("None left"));
    case YZ_STOCK_LOW:
      return g_strdup (_ ("Too few"));
    case YZ_STOCK_EXPIRED:
      /* Translators: a number with its unit */
      return g_strdup_printf (self->expired > 0 ? _ ("%s expired") : _ ("%s recalled"), unusable);
    case YZ_STOCK_EXPIRING:
      return days > 0 ? g_strdup_printf (ngettext ("%u day left", "%u days left", days), days)
                      : g_strdup (_ ("Last day"));
    case YZ_STOCK_ENOUGH:
    default:
      return g_strdup (_ ("Enough"));
    }
}

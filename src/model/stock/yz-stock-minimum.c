#include "config.h"

#include "yz-stock-minimum.h"

#include <string.h>

guint
yz_stock_minimum_read_day (const char *text)
{
  if (text == NULL || strlen (text) != 5 || text[2] != '-' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return 0;
  return (guint) ((text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[3] - '0') * 10 + (text[4] - '0'));
}

gboolean
yz_stock_minimum_holds (const YzStockMinimum *self, guint day)
{
  if (self->begins == 0)
    return TRUE;
  if (self->begins <= self->ends)
    return self->begins <= day && day <= self->ends;
  return self->begins <= day || day <= self->ends;
}

/* In days of a year whose months all have 31: enough to tell which season is the shorter one. */
static guint
get_length (const YzStockMinimum *self)
{
  gint first = (gint) (self->begins / 100 * 31 + self->begins % 100);
  gint last = (gint) (self->ends / 100 * 31 + self->ends % 100);

  if (self->begins == 0)
    return G_MAXUINT;
  return (guint) (first <= last ? last - first : last + 12 * 31 - first);
}

const YzStockMinimum *
yz_stock_minimum_prefer (const YzStockMinimum *best, const YzStockMinimum *next, guint day)
{
  return yz_stock_minimum_holds (next, day) && (best == NULL || get_length (next) <= get_length (best)) ? next : best;
}

gint64
yz_stock_minimum_count_lacking (const YzStockMinimum *self, gint64 there, gint64 coming)
{
  gint64 expected = there + coming;

  return expected < self->minimum ? MAX (self->target, self->minimum) - expected : 0;
}

gint64
yz_stock_minimum_count_spare (const YzStockMinimum *self, gint64 there)
{
  gint64 kept = self != NULL ? MAX (self->target, self->minimum) : 0;

  return MAX (there - kept, 0);
}

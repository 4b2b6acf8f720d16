#include "config.h"

#include "yz-stock-use.h"

#include <glib/gi18n-lib.h>

#include "yz-day-words.h"
#include "yz-kinds.h"
#include "yz-stock-entries.h"
#include "yz-stock-lots.h"

#define N_DAYS (YZ_STOCK_USE_WEEKS * 7)
#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

void
yz_stock_use_free (YzStockUse *self)
{
  g_free (self->unit);
  g_free (self);
}

typedef struct
{
  guint32 today;
  gint64 days[N_DAYS]; /* the last one is today */
} Days;

static void
on_use (gint64 at, gint64 quantity, gpointer data)
{
  Days *self = data;
  guint32 day = yz_office_day (at);

  if (day <= self->today && self->today - day < N_DAYS)
    self->days[N_DAYS - 1 - (self->today - day)] += quantity;
}

static gboolean
read_stock (YzStockUse *self, YzStore *store, const YzInventoryScope *scope, const char *item, GError **error)
{
  const YzStockQuestion question = { .station = scope->station, .place = scope->place, .item = item };
  g_autoptr (YzStockLots) lots = yz_stock_lots_read (store, &question, error);

  if (lots == NULL)
    return FALSE;
  self->stock = yz_stock_lots_count (lots, scope->today);
  return TRUE;
}

YzStockUse *
yz_stock_use_read (YzStore *store, const YzInventoryScope *scope, const char *item, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (YzStockUse) self = g_new0 (YzStockUse, 1);
  g_autoptr (YzRecord) record = yz_store_load (store, &yz_item_kind, item, error);
  Days days = { .today = scope->today };

  if (record == NULL ||
      !yz_stock_read_use (store, scope->station, scope->place, item, scope->now - (N_DAYS + 1) * DAY_MS, on_use, &days,
                          cancellable, error) ||
      !read_stock (self, store, scope, item, error))
    return NULL;
  self->today = scope->today;
  self->unit = g_strdup (yz_record_get_text (record, "unit"));
  for (guint i = 0; i < N_DAYS; i++)
    self->weeks[i / 7] += days.days[i];
  self->forecast = yz_stock_forecast_make (days.days, N_DAYS - 1, self->stock);
  return g_steal_pointer (&self);
}

static char *
describe_end (const YzStockUse *self, const char *mean, const char *stock)
{
  guint days = self->forecast.days;
  g_autofree char *day = yz_day_format_date (self->today + days, self->today);

  if (days >= YZ_STOCK_FORECAST_HORIZON)
    /* Translators: two numbers with their units */
    return g_strdup_printf (_ ("%s a day on average; the %s left last for two years and more"), mean, stock);
  /* Translators: two numbers with their units, a number of days, and a day */
  return g_strdup_printf (ngettext ("%s a day on average; the %s left last %u day, until %s",
                                    "%s a day on average; the %s left last %u days, until %s", days),
                          mean, stock, days, day);
}

char *
yz_stock_use_describe (const YzStockUse *self)
{
  const char *unit = self->unit != NULL ? self->unit : "";
  g_autofree char *stock = g_strdup_printf ("%" G_GINT64_FORMAT " %s", self->stock, unit);
  g_autofree char *mean = g_strdup_printf ("%.1f %s", self->forecast.mean, unit);

  if (!self->forecast.known)
    /* Translators: a number with its unit */
    return g_strdup_printf (_ ("%s left. Too little was given out so far to tell how long that lasts"), stock);
  return describe_end (self, mean, stock);
}

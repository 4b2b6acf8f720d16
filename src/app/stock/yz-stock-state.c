#include "config.h"

#include "yz-stock-state.h"

#include "yz-widgets.h"

static const struct
{
  const char *icon, *style;
} looks[] = {
  [YZ_STOCK_ENOUGH] = { "yz-state-open-symbolic", "yz-state-open" },
  [YZ_STOCK_EXPIRING] = { "yz-stock-expiring-symbolic", "yz-state-paused" },
  [YZ_STOCK_EXPIRED] = { "yz-stock-expired-symbolic", "yz-refused" },
  [YZ_STOCK_LOW] = { "yz-stock-low-symbolic", "yz-state-paused" },
  [YZ_STOCK_OUT] = { "yz-stock-out-symbolic", "yz-refused" },
};

void
yz_stock_state_show (GtkWidget *box, const YzStockFigure *figure, guint32 today)
{
  /* where others have some, it has not run out */
  YzStockState state = figure->state == YZ_STOCK_OUT && figure->usable > 0 ? YZ_STOCK_LOW : figure->state;
  g_autofree char *words = yz_stock_figure_dup_state (figure, today);

  yz_widgets_show_state (box, looks[state].icon, looks[state].style, words, state == YZ_STOCK_ENOUGH);
}

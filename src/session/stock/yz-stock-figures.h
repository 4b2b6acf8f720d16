/*
 * What there is: for each item how much may be used, until when, and whether it is enough, at one place or at all of
 * them; for one item, or for all, the same for each station and warehouse. Blocking, for workers.
 */
#pragma once

#include "yz-inventory.h"

G_BEGIN_DECLS

/**
 * YzStockState:
 * @YZ_STOCK_ENOUGH: nothing is to be done
 * @YZ_STOCK_EXPIRING: a lot expires soon
 * @YZ_STOCK_EXPIRED: something lies there that nobody may use any more
 * @YZ_STOCK_LOW: less than the minimum may be used
 * @YZ_STOCK_OUT: nothing may be used
 *
 * How an item stands; of several the last one counts.
 */
typedef enum
{
  YZ_STOCK_ENOUGH,
  YZ_STOCK_EXPIRING,
  YZ_STOCK_EXPIRED,
  YZ_STOCK_LOW,
  YZ_STOCK_OUT,
} YzStockState;

/**
 * YzStockFigure:
 * @id: of the item, or of the station or warehouse
 * @title: what it is called
 * @detail: (nullable): what tells it apart: specification, district
 * @unit: (nullable): of the quantities; %NULL where several items are counted together
 * @usable: what may be used
 * @expired: what has expired
 * @recalled: what was recalled
 * @held: what is held for campaigns
 * @coming: what is on its way
 * @expiring: how many of @usable expire soon
 * @minimum, @target: how many there should be, 0 for unknown
 * @expiry: the first last day of what may be used, a Julian day, 0 for what keeps
 * @lot: (nullable): the number of that lot
 * @n_lots: how many lots may be used
 * @n_places: at how many stations and warehouses something may be used
 * @n_items: how many items are counted together
 * @n_low: how many of these places, or items, have less than they should
 * @rank: where it stands in the order of titles
 * @state: how it stands
 */
typedef struct
{
  char *id;
  char *title;
  char *detail;
  char *unit;
  gint64 usable;
  gint64 expired;
  gint64 recalled;
  gint64 held;
  gint64 coming;
  gint64 expiring;
  gint64 minimum;
  gint64 target;
  guint32 expiry;
  char *lot;
  guint n_lots;
  guint n_places;
  guint n_items;
  guint n_low;
  guint rank;
  YzStockState state;
} YzStockFigure;

/**
 * YzStockFigures:
 * @rows: (element-type YzStockFigure): by title
 * @today: a Julian day
 * @has_place: whether they are about one place
 * @item: (nullable): the title of the only item
 * @total: of all items together, whatever @rows is about
 * @n_items: how many items may be used somewhere
 * @n_low: of how many items there are too few somewhere
 * @low: (nullable): the names of a few of them
 * @people: how many people were given something this month
 * @people_before: and in the month before
 */
typedef struct
{
  GPtrArray *rows;
  guint32 today;
  gboolean has_place;
  char *item;
  YzStockFigure total;
  guint n_items;
  guint n_low;
  char *low;
  gint64 people;
  gint64 people_before;
} YzStockFigures;

/**
 * yz_stock_figures_read:
 * @wish: (nullable): "(bss)": whether the rows are stations and warehouses, not items; the id of the only item, or "";
 *   what is searched, or ""
 *
 * A #YzStockReadFunc.
 *
 * Returns: (transfer full) (nullable): a #YzStockFigures, or %NULL with a %YZ_STORE_ERROR
 */
gpointer yz_stock_figures_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish,
                                GCancellable *cancellable, GError **error);

YzStockFigures *yz_stock_figures_ref (YzStockFigures *self);
void            yz_stock_figures_unref (gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockFigures, yz_stock_figures_unref)

/**
 * yz_stock_figure_dup_state:
 * @today: a Julian day
 *
 * Returns: (transfer full): its state in words, such as "8 days left"
 */
char *yz_stock_figure_dup_state (const YzStockFigure *self, guint32 today);

/**
 * yz_stock_dup_quantity:
 * @unit: (nullable)
 *
 * Returns: (transfer full): a number with its unit
 */
char *yz_stock_dup_quantity (gint64 quantity, const char *unit);

/**
 * yz_stock_dup_money:
 *
 * Returns: (transfer full): an amount as it stands in tables: "¥12.50", "−¥2.50"
 */
char *yz_stock_dup_money (gint64 fen);

G_END_DECLS

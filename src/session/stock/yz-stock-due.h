/* What is due (待办): each thing with its place, how many, by when, and the one thing to do about it. */
#pragma once

#include "yz-stock-due-read.h"

G_BEGIN_DECLS

/**
 * YzStockDueVerb:
 * @YZ_STOCK_DUE_TRANSFER: bring it from a place that has more than it needs
 * @YZ_STOCK_DUE_REPLENISH: buy it: nobody has any to spare
 * @YZ_STOCK_DUE_HANDLE: use it up elsewhere in time, or write it off
 * @YZ_STOCK_DUE_BEGIN: count
 * @YZ_STOCK_DUE_RECEIVE: receive it, or ask where it is
 */
typedef enum
{
  YZ_STOCK_DUE_TRANSFER,
  YZ_STOCK_DUE_REPLENISH,
  YZ_STOCK_DUE_HANDLE,
  YZ_STOCK_DUE_BEGIN,
  YZ_STOCK_DUE_RECEIVE,
} YzStockDueVerb;

/**
 * yz_stock_due_verb_get_nick:
 *
 * Returns: (transfer none): "transfer"
 */
const char *yz_stock_due_verb_get_nick (YzStockDueVerb verb);

/**
 * yz_stock_due_type_get_nick:
 *
 * Returns: (transfer none): "out"
 */
const char *yz_stock_due_type_get_nick (YzStockDueType type);

#define YZ_TYPE_STOCK_DUE_ENTRY (yz_stock_due_entry_get_type ())

/**
 * YzStockDueEntry:
 *
 * A line of the list. Properties, all read-only: "title" ("Gloves have run out, 10 pairs are missing"), "detail" ("The
 * warehouse has 120 pairs", nullable), "where" (what the station or place is called), "verb-label" ("Transfer").
 */
G_DECLARE_FINAL_TYPE (YzStockDueEntry, yz_stock_due_entry, YZ, STOCK_DUE_ENTRY, GObject)

/* What is due, what somebody can do about it, and the properties; (transfer none), the detail nullable. */
const YzStockDue *yz_stock_due_entry_get_due (YzStockDueEntry *self);
YzStockDueVerb    yz_stock_due_entry_get_verb (YzStockDueEntry *self);
const char       *yz_stock_due_entry_get_title (YzStockDueEntry *self);
const char       *yz_stock_due_entry_get_detail (YzStockDueEntry *self);
const char       *yz_stock_due_entry_get_where (YzStockDueEntry *self);

/**
 * yz_stock_due_entry_get_item:
 *
 * Returns: (transfer none) (nullable): the item that it is about
 */
YzRecord *yz_stock_due_entry_get_item (YzStockDueEntry *self);

/**
 * yz_stock_due_entry_get_record:
 *
 * Returns: (transfer none) (nullable): the lot, stocktake or transfer that it is about
 */
YzRecord *yz_stock_due_entry_get_record (YzStockDueEntry *self);

/**
 * yz_stock_due_entry_get_holder:
 *
 * Returns: (transfer none) (nullable): the station, or the place of no station; %NULL if it is gone
 */
YzRecord *yz_stock_due_entry_get_holder (YzStockDueEntry *self);

/**
 * yz_stock_due_entry_get_giver:
 *
 * Returns: (transfer none) (nullable): the station or place that has some to spare
 */
YzRecord *yz_stock_due_entry_get_giver (YzStockDueEntry *self);

/**
 * yz_stock_due_entry_get_given:
 *
 * Returns: how many of what is missing the giver can give
 */
gint64 yz_stock_due_entry_get_given (YzStockDueEntry *self);

#define YZ_TYPE_STOCK_DUE_LIST (yz_stock_due_list_get_type ())

/**
 * YzStockDueList:
 *
 * A #GListModel of #YzStockDueEntry, as it was when it was read. An entry is worded when somebody asks for it: a
 * country's list has a hundred thousand.
 */
G_DECLARE_FINAL_TYPE (YzStockDueList, yz_stock_due_list, YZ, STOCK_DUE_LIST, GObject)

/**
 * yz_stock_due_list_read:
 * @station, @place, @days: see yz_stock_dues_read()
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with a %YZ_STORE_ERROR
 */
YzStockDueList *yz_stock_due_list_read (YzStore *store, const char *station, const char *place, int days,
                                        GCancellable *cancellable, GError **error);

G_END_DECLS

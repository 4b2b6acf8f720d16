/* A line of what is being received, handed out, sent…, as it is typed. Main thread. */
#pragma once

#include "yz-record.h"
#include "yz-stock-lots.h"

G_BEGIN_DECLS

#define YZ_TYPE_STOCK_FORM_LINE (yz_stock_form_line_get_type ())

G_DECLARE_FINAL_TYPE (YzStockFormLine, yz_stock_form_line, YZ, STOCK_FORM_LINE, GObject)

/**
 * YzStockFormLine::offered:
 *
 * Emitted when yz_stock_form_line_get_offer() gives something else.
 */

/**
 * yz_stock_form_line_new:
 * @item: of kind "item"
 * @quantity: to begin with
 *
 * Properties, writable texts: "quantity", "lot" (the number of a lot that comes in; otherwise the id of the lot that
 * was chosen, "" for what expires first), "expiry" (as typed), "cost" (yuan, as typed). Read-only: "proposal" (which
 * lots will be taken), "error" (nullable: what is wrong with the line).
 *
 * Returns: (transfer full)
 */
YzStockFormLine *yz_stock_form_line_new (YzRecord *item, gint64 quantity);

/* (transfer none): of kind "item" */
YzRecord *yz_stock_form_line_get_item (YzStockFormLine *self);

/* The text of a property, never %NULL. */
const char *yz_stock_form_line_get (YzStockFormLine *self, const char *property);

/**
 * yz_stock_form_line_set_place:
 * @place: (nullable): the id of a place, if it is not that of the form
 */
void        yz_stock_form_line_set_place (YzStockFormLine *self, const char *place);
const char *yz_stock_form_line_get_place (YzStockFormLine *self);

/**
 * yz_stock_form_line_find_place:
 *
 * Returns: (transfer none) (nullable): that place, or the one where the chosen lot lies
 */
const char *yz_stock_form_line_find_place (YzStockFormLine *self);

/**
 * yz_stock_form_line_set_lot:
 * @lot: of kind "lot": the line is about it and no other
 */
void      yz_stock_form_line_set_lot (YzStockFormLine *self, YzRecord *lot);
YzRecord *yz_stock_form_line_get_lot (YzStockFormLine *self);

/**
 * yz_stock_form_line_set_offer:
 * @lots: (transfer full) (nullable): what there is to choose from
 * @today: the day on which it is taken, a Julian day
 */
void         yz_stock_form_line_set_offer (YzStockFormLine *self, YzStockLots *lots, guint32 today);
YzStockLots *yz_stock_form_line_get_offer (YzStockFormLine *self);

/* @error: (nullable): what is wrong with the line, translated; whoever mends it takes it away. */
void yz_stock_form_line_set_error (YzStockFormLine *self, const char *error);

/**
 * yz_stock_form_line_add:
 *
 * Counts @quantity more to what was typed.
 */
void yz_stock_form_line_add (YzStockFormLine *self, gint64 quantity);

/**
 * yz_stock_form_line_read_quantity:
 *
 * Returns: what was typed, -1 if it is no whole number
 */
gint64 yz_stock_form_line_read_quantity (YzStockFormLine *self);

G_END_DECLS

/* What the files of YzStockForm share: what is handed to a worker, and what comes back. */
#pragma once

#include "yz-stock-form.h"
#include "yz-stock-verbs.h"

G_BEGIN_DECLS

/**
 * YzStockOrder:
 *
 * A form that was read: every text is a value now.
 */
typedef struct
{
  YzStockVerb verb;
  YzStockNote note;
  char *place;
  char *target;
  char *transfer;
  char *number;
  char *due;
  GArray *lines;    /* YzStockLine */
  GArray *arrivals; /* YzStockArrival */
  GPtrArray *texts; /* that the others point to */
} YzStockOrder;

YzStockOrder *yz_stock_order_new (YzStockVerb verb);
void          yz_stock_order_free (gpointer order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockOrder, yz_stock_order_free)

/**
 * yz_stock_order_keep:
 * @text: (nullable)
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the order; %NULL for ""
 */
const char *yz_stock_order_keep (YzStockOrder *self, const char *text);

/**
 * yz_stock_order_make_async:
 * @order: (transfer full)
 *
 * Makes the edit on a worker. yz_stock_order_make_finish() returns it, or %NULL with an error and, in @culprit, the
 * index of the line that is to blame, -1 if none is.
 */
void    yz_stock_order_make_async (YzStore *store, YzStockOrder *order, GAsyncReadyCallback callback,
                                   gpointer user_data);
YzEdit *yz_stock_order_make_finish (GAsyncResult *result, int *culprit, GError **error);

/**
 * yz_stock_form_append:
 * @place: (nullable): the id of the place where it lies, if it is not that of the form
 *
 * Returns: (transfer none): the new line
 */
YzStockFormLine *yz_stock_form_append (YzStockForm *self, YzRecord *item, YzRecord *lot, gint64 quantity,
                                       const char *place);

/**
 * yz_stock_form_read_offer:
 *
 * Tells @line, a moment later, what there is to choose from at the form's place.
 */
void yz_stock_form_read_offer (YzStockForm *self, YzStockFormLine *line, gint64 at);

/* Says at the field of that name what is wrong with it. */
void yz_stock_form_refuse (YzStockForm *self, const char *name, const char *message);

/**
 * yz_stock_form_read:
 * @order: which says already what was chosen
 *
 * Fills @order with what was typed, and notes what is wrong with that.
 */
void yz_stock_form_read (YzStockForm *self, YzStockOrder *order);

/* The text of a property that is typed, never %NULL. */
const char *yz_stock_form_get_text (YzStockForm *self, const char *name);

/* Whether the place that was chosen is a station. */
gboolean yz_stock_form_is_at_station (YzStockForm *self);

/* Says which transfer arrives. */
void yz_stock_form_set_transfer (YzStockForm *self, const char *transfer);

G_END_DECLS

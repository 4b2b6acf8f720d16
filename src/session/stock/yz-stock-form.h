/*
 * What somebody is about to do with stock, as it is typed: receive, hand out, send, move, take back, write off, receive
 * what was sent. Nothing is lost while something is wrong with it; what is wrong stands at its field. Done, it is one
 * action. Main thread.
 */
#pragma once

#include "yz-session.h"
#include "yz-stock-form-line.h"

G_BEGIN_DECLS

/**
 * YzStockVerb:
 * @YZ_STOCK_ARRIVE: what was sent has come
 */
typedef enum
{
  YZ_STOCK_RECEIVE,
  YZ_STOCK_HAND_OUT,
  YZ_STOCK_SEND,
  YZ_STOCK_MOVE,
  YZ_STOCK_TAKE_BACK,
  YZ_STOCK_WRITE_OFF,
  YZ_STOCK_ARRIVE,
} YzStockVerb;

#define YZ_N_STOCK_VERBS (YZ_STOCK_ARRIVE + 1)

#define YZ_TYPE_STOCK_FORM (yz_stock_form_get_type ())

G_DECLARE_FINAL_TYPE (YzStockForm, yz_stock_form, YZ, STOCK_FORM, GObject)

/**
 * YzStockForm::errors-changed:
 *
 * Emitted when yz_stock_form_get_error() may give something else.
 */

/**
 * yz_stock_form_new:
 *
 * Properties, writable texts: "when" (see yz_stock_when_parse()), "number" and "due" (of a transfer), "document",
 * "handler", "recipient", "people", "campaign", "reason", "source" (a choice of the field "source" of lots),
 * "supplier"; "forced" (gboolean: it happened, though the books have less). Read-only: "place-title", "target-title"
 * (what is chosen, in words), "busy", "can-force" (whether it would help to say that it happened all the same).
 *
 * Returns: (transfer full): an empty form, dated now, done by the session's author
 */
YzStockForm *yz_stock_form_new (YzSession *session, YzStockVerb verb);

/* (transfer none), and as they were given */
YzSession  *yz_stock_form_get_session (YzStockForm *self);
YzStockVerb yz_stock_form_get_verb (YzStockForm *self);

/**
 * yz_stock_form_set_place:
 * @id: (nullable): of a place or a station
 * @title: what it is called
 *
 * Says from where; of what comes in, to where.
 */
void        yz_stock_form_set_place (YzStockForm *self, const char *id, gboolean is_station, const char *title);
const char *yz_stock_form_get_place (YzStockForm *self);

/**
 * yz_stock_form_set_target:
 *
 * The same for the place that something is sent or moved to.
 */
void        yz_stock_form_set_target (YzStockForm *self, const char *id, gboolean is_station, const char *title);
const char *yz_stock_form_get_target (YzStockForm *self);

/**
 * yz_stock_form_get_lines:
 *
 * Returns: (transfer none): a model of #YzStockFormLine
 */
GListModel *yz_stock_form_get_lines (YzStockForm *self);

/**
 * yz_stock_form_add:
 * @lot: (nullable): the lot that is meant
 *
 * Adds @times of an item, to the line that is about it already, if there is one.
 */
void yz_stock_form_add (YzStockForm *self, YzRecord *item, YzRecord *lot, guint times);
void yz_stock_form_remove (YzStockForm *self, YzStockFormLine *line);

/**
 * yz_stock_form_fill_unusable:
 *
 * Adds a line for each lot at the place that has expired or was recalled, read on a worker.
 */
void yz_stock_form_fill_unusable (YzStockForm *self);

/**
 * yz_stock_form_fill_arrival:
 * @transfer: its id
 *
 * Makes it the form of what comes of @transfer: all that is on the way, read on a worker.
 */
void yz_stock_form_fill_arrival (YzStockForm *self, const char *transfer);

/**
 * yz_stock_form_get_error:
 * @name: of a property, "place", "target" or "lines"; "" for what concerns the whole
 *
 * Returns: (transfer none) (nullable): what is wrong, translated
 */
const char *yz_stock_form_get_error (YzStockForm *self, const char *name);

/**
 * yz_stock_form_apply_async:
 *
 * Does it. yz_stock_form_apply_finish() returns %FALSE if something is wrong, which the form then says.
 */
void     yz_stock_form_apply_async (YzStockForm *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean yz_stock_form_apply_finish (YzStockForm *self, GAsyncResult *result);

G_END_DECLS

/* What was typed into a form, as values. What is wrong is noted at its field, all of it at once. */
#include "config.h"

#include "yz-stock-form-private.h"

#include "yz-stock-when.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static void
read_date (YzStockForm *self, const char *name, const char *text, char **date)
{
  g_autofree char *expanded = yz_session_expand_date (yz_stock_form_get_session (self), text);

  *date = expanded != NULL ? yz_value_parse_date (expanded) : NULL;
  if (expanded != NULL && *date == NULL)
    yz_stock_form_refuse (self, name, _ ("No date: write 2026-11-20, 1120, yesterday or -1"));
}

static void
read_note (YzStockForm *self, YzStockOrder *order)
{
  YzStockNote *note = &order->note;
  const char *people = yz_stock_form_get_text (self, "people");
  gint64 now = yz_clock_get_now (yz_session_get_clock (yz_stock_form_get_session (self)));
  g_autoptr (GError) error = NULL;

  if (!yz_stock_when_parse (yz_stock_form_get_text (self, "when"), now, &note->at, &error))
    yz_stock_form_refuse (self, "when", error->message);
  if (*people != '\0' && (!yz_value_parse_integer (people, NULL, &note->people) || note->people < 0))
    yz_stock_form_refuse (self, "people", _ ("A whole number"));
  note->document = yz_stock_order_keep (order, yz_stock_form_get_text (self, "document"));
  note->handler = yz_stock_order_keep (order, yz_stock_form_get_text (self, "handler"));
  note->recipient = yz_stock_order_keep (order, yz_stock_form_get_text (self, "recipient"));
  note->campaign = yz_stock_order_keep (order, yz_stock_form_get_text (self, "campaign"));
  note->reason = yz_stock_order_keep (order, yz_stock_form_get_text (self, "reason"));
}

static void
read_ends (YzStockForm *self, YzStockOrder *order)
{
  gboolean has_target = order->verb == YZ_STOCK_SEND || order->verb == YZ_STOCK_MOVE;

  order->number = g_strdup (yz_stock_form_get_text (self, "number"));
  if (order->place == NULL && order->verb != YZ_STOCK_ARRIVE)
    yz_stock_form_refuse (self, "place", _ ("Choose a station or warehouse"));
  if (has_target && order->target == NULL)
    yz_stock_form_refuse (self, "target", _ ("Choose where it goes"));
  else if (has_target && g_strcmp0 (order->place, order->target) == 0)
    yz_stock_form_refuse (self, "target", _ ("It goes from a place to the same place"));
  if (order->verb == YZ_STOCK_SEND && *order->number == '\0')
    yz_stock_form_refuse (self, "number", _ ("A transfer has a number"));
  read_date (self, "due", yz_stock_form_get_text (self, "due"), &order->due);
}

static void
read_arrival (YzStockForm *self, YzStockOrder *order, YzStockFormLine *line, gint64 quantity)
{
  const char *cost = yz_stock_form_line_get (line, "cost");
  g_autofree char *expanded =
    yz_session_expand_date (yz_stock_form_get_session (self), yz_stock_form_line_get (line, "expiry"));
  g_autofree char *expiry = expanded != NULL ? yz_value_parse_date (expanded) : NULL;
  YzStockArrival arrival = {
    .item = yz_stock_order_keep (order, yz_record_get_id (yz_stock_form_line_get_item (line))),
    .quantity = quantity,
    .lot = yz_stock_order_keep (order, yz_stock_form_line_get (line, "lot")),
    .expiry = yz_stock_order_keep (order, expiry),
    .source = yz_stock_order_keep (order, yz_stock_form_get_text (self, "source")),
    .supplier = yz_stock_order_keep (order, yz_stock_form_get_text (self, "supplier")),
    .cost = -1,
  };

  if (expanded != NULL && expiry == NULL)
    yz_stock_form_line_set_error (line, _ ("The last day of use is no date: write 2027-06-30, +18m or 202706e"));
  else if (*cost != '\0' && !yz_value_parse_money (cost, &arrival.cost))
    yz_stock_form_line_set_error (line, _ ("The cost is no amount of yuan"));
  g_array_append_val (order->arrivals, arrival);
}

static void
read_line (YzStockForm *self, YzStockOrder *order, YzStockFormLine *line)
{
  gint64 quantity = yz_stock_form_line_read_quantity (line);
  gboolean may_be_none = order->verb == YZ_STOCK_ARRIVE;
  YzStockLine wanted = {
    .item = yz_stock_order_keep (order, yz_record_get_id (yz_stock_form_line_get_item (line))),
    .lot = yz_stock_order_keep (order, yz_stock_form_line_get (line, "lot")),
    .quantity = quantity,
    .place = yz_stock_order_keep (order, yz_stock_form_line_find_place (line)),
  };

  yz_stock_form_line_set_error (line, NULL);
  if (quantity < (may_be_none ? 0 : 1))
    yz_stock_form_line_set_error (line, _ ("How many? A whole number, at least 1"));
  else if (order->verb == YZ_STOCK_RECEIVE)
    read_arrival (self, order, line, quantity);
  else if (quantity > 0)
    g_array_append_val (order->lines, wanted);
}

void
yz_stock_form_read (YzStockForm *self, YzStockOrder *order)
{
  GListModel *lines = yz_stock_form_get_lines (self);

  read_ends (self, order);
  read_note (self, order);
  if (g_list_model_get_n_items (lines) == 0)
    yz_stock_form_refuse (self, "lines", _ ("Add at least one item"));
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (YzStockFormLine) line = g_list_model_get_item (lines, i);

      read_line (self, order, line);
    }
}

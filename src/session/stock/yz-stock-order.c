#include "config.h"

#include "yz-stock-form-private.h"

YzStockOrder *
yz_stock_order_new (YzStockVerb verb)
{
  YzStockOrder *self = g_new0 (YzStockOrder, 1);

  self->verb = verb;
  self->lines = g_array_new (FALSE, TRUE, sizeof (YzStockLine));
  self->arrivals = g_array_new (FALSE, TRUE, sizeof (YzStockArrival));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
yz_stock_order_free (gpointer order)
{
  YzStockOrder *self = order;

  g_free (self->place);
  g_free (self->target);
  g_free (self->transfer);
  g_free (self->number);
  g_free (self->due);
  g_array_unref (self->lines);
  g_array_unref (self->arrivals);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

const char *
yz_stock_order_keep (YzStockOrder *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  g_ptr_array_add (self->texts, g_strdup (text));
  return g_ptr_array_index (self->texts, self->texts->len - 1);
}

static YzEdit *
make (YzStore *store, const YzStockOrder *self, guint n_lines, GError **error)
{
  const YzStockLine *lines = (const YzStockLine *) self->lines->data;
  const YzStockNote *note = &self->note;

  switch (self->verb)
    {
    case YZ_STOCK_RECEIVE:
      return yz_stock_make_receipt (store, self->place, (YzStockArrival *) self->arrivals->data, n_lines, note, error);
    case YZ_STOCK_HAND_OUT:
      return yz_stock_make_hand_out (store, self->place, lines, n_lines, note, error);
    case YZ_STOCK_SEND:
      return yz_stock_make_transfer (store, self->number, self->place, self->target, self->due, lines, n_lines, note,
                                     error);
    case YZ_STOCK_MOVE:
      return yz_stock_make_move (store, self->place, self->target, lines, n_lines, note, error);
    case YZ_STOCK_TAKE_BACK:
      return yz_stock_make_return (store, self->place, lines, n_lines, note, error);
    case YZ_STOCK_WRITE_OFF:
      return yz_stock_make_write_off (store, self->place, lines, n_lines, note, error);
    case YZ_STOCK_ARRIVE:
    default:
      return yz_stock_make_arrival (store, self->transfer, lines, n_lines, note, error);
    }
}

/* Lines are made one after the other: the first with which it fails is the one to blame, none (-1) if it fails
   without any. */
static int
find_culprit (YzStore *store, const YzStockOrder *self, guint n_lines)
{
  for (guint i = 0; i <= n_lines; i++)
    {
      g_autoptr (YzEdit) edit = make (store, self, i, NULL);

      if (edit == NULL)
        return (int) i - 1;
    }
  return -1;
}

static YzEdit *
make_all (YzStore *store, const YzStockOrder *self, int *culprit, GError **error)
{
  guint n_lines = self->verb == YZ_STOCK_RECEIVE ? self->arrivals->len : self->lines->len;
  YzEdit *edit = make (store, self, n_lines, error);

  *culprit = -1;
  if (edit == NULL && self->verb != YZ_STOCK_ARRIVE)
    *culprit = find_culprit (store, self, n_lines);
  return edit;
}

/* --- on a worker -------------------------------------------------------------------------------------------------- */

typedef struct
{
  YzStockOrder *order;
  int culprit;
} Making;

static void
making_free (gpointer data)
{
  yz_stock_order_free (((Making *) data)->order);
  g_free (data);
}

static void
make_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  YzEdit *edit = make_all (store, making->order, &making->culprit, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yz_stock_order_make_async (YzStore *store, YzStockOrder *order, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->order = order;
  g_task_set_source_tag (task, yz_stock_order_make_async);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_in_thread);
}

YzEdit *
yz_stock_order_make_finish (GAsyncResult *result, int *culprit, GError **error)
{
  *culprit = ((Making *) g_task_get_task_data (G_TASK (result)))->culprit;
  return g_task_propagate_pointer (G_TASK (result), error);
}

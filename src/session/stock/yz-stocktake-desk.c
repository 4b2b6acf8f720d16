#include "config.h"

#include "yz-stocktake-desk-private.h"

#include "yz-text.h"

typedef struct _Order Order;

/* Called on a worker. */
typedef YzEdit *(*MakeFunc) (YzStore *store, const char *stocktake, const Order *order, GError **error);

/* Something to be written; which of the fields are used depends on what it is. */
struct _Order
{
  MakeFunc make; /* NULL to take a confirmation back */
  YzStocktakeEntry entry;
  YzStocktakeFind find;
  GArray *lines;    /* guint */
  GPtrArray *texts; /* that the others point to */
  const char *who;
  const char *reason;
  gint64 at;
};

struct _YzStocktakeDesk
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  char *stocktake;
  gboolean review;
  YzStocktakeSheet *sheet;
  gboolean has_books;
  GCancellable *cancellable; /* of the sheet that is being read */
  GQueue orders;             /* Order; the first is under way */
};

G_DEFINE_FINAL_TYPE (YzStocktakeDesk, yz_stocktake_desk, G_TYPE_OBJECT)

typedef enum
{
  PROP_REVIEW = 1,
  PROP_BUSY,
} YzStocktakeDeskProperty;

static GParamSpec *properties[PROP_BUSY + 1];
static guint changed_signal, refused_signal;

/* --- reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char *stocktake;
  YzStocktakeBooks books;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->stocktake);
  g_free (question);
}

static void
free_sheet (gpointer sheet)
{
  yz_stocktake_sheet_free (sheet);
}

static void
read_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  YzStocktakeSheet *sheet = yz_stocktake_sheet_load (store, question->stocktake, question->books, cancellable, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, free_sheet);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStocktakeDesk) self = data;
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  YzStocktakeSheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);

  if (sheet == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, refused_signal, 0, 0, error);
      return;
    }
  g_clear_pointer (&self->sheet, yz_stocktake_sheet_free);
  self->sheet = sheet;
  self->has_books = question->books == YZ_STOCKTAKE_WITH_BOOKS;
  g_signal_emit (self, changed_signal, 0);
}

static void
reload (YzStocktakeDesk *self)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->stocktake = g_strdup (self->stocktake);
  question->books = self->review ? YZ_STOCKTAKE_WITH_BOOKS : YZ_STOCKTAKE_BLIND;
  task = g_task_new (self->store, self->cancellable, on_read, g_object_ref (self));
  g_task_set_source_tag (task, reload);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_store_changed (YzStocktakeDesk *self, const char *kind)
{
  static const char *const kinds[] = { "stocktake", "count_line", "movement", "item", "lot", "place", NULL };

  if (kind == NULL || g_strv_contains (kinds, kind))
    reload (self);
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static Order *
order_new (MakeFunc make)
{
  Order *order = g_new0 (Order, 1);

  order->make = make;
  order->texts = g_ptr_array_new_with_free_func (g_free);
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->lines, g_array_unref);
  g_ptr_array_unref (order->texts);
  g_free (order);
}

/* What is empty is not said. */
static const char *
keep (Order *order, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  g_ptr_array_add (order->texts, g_strdup (text));
  return g_ptr_array_index (order->texts, order->texts->len - 1);
}

static void begin_next (YzStocktakeDesk *self);

static void
go_on (YzStocktakeDesk *self, const GError *error)
{
  g_autoptr (YzStocktakeDesk) kept = g_object_ref (self);
  Order *order = g_queue_pop_head (&self->orders);
  guint line = order->entry.line;

  order_free (order);
  if (error != NULL)
    g_signal_emit (self, refused_signal, 0, line, error);
  begin_next (self);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStocktakeDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  go_on (self, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStocktakeDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (edit == NULL || yz_session_get_store (self->session) != self->store)
    go_on (self, error);
  else
    yz_session_apply_async (self->session, edit, on_applied, g_object_ref (self));
}

static void
make_in_thread (GTask *task, gpointer source, gpointer order, GCancellable *cancellable)
{
  YzStocktakeDesk *self = source;
  GError *error = NULL;
  YzEdit *edit = ((const Order *) order)->make (self->store, self->stocktake, order, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
take_back_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  YzStocktakeDesk *self = source;
  GError *error = NULL;
  YzAction *action = NULL;
  gint64 seq;

  if (yz_stocktake_find_confirmation (self->store, self->stocktake, &seq, &error))
    action = yz_store_undo (self->store, seq, NULL, &error);
  if (action != NULL)
    g_task_return_pointer (task, action, (GDestroyNotify) yz_action_free);
  else
    g_task_return_error (task, error);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStocktakeDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = g_task_propagate_pointer (G_TASK (result), &error);

  if (action != NULL)
    yz_session_report_applied (self->session, action);
  go_on (self, error);
}

static void
begin_next (YzStocktakeDesk *self)
{
  Order *order = g_queue_peek_head (&self->orders);
  g_autoptr (GTask) task = NULL;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (order == NULL)
    return;
  task = g_task_new (self, NULL, order->make != NULL ? on_made : on_taken_back, g_object_ref (self));
  g_task_set_source_tag (task, begin_next);
  g_task_set_task_data (task, order, NULL);
  g_task_run_in_thread (task, order->make != NULL ? make_in_thread : take_back_in_thread);
}

/* Takes @order. */
static void
submit (YzStocktakeDesk *self, Order *order)
{
  g_queue_push_tail (&self->orders, order);
  if (self->orders.length == 1)
    begin_next (self);
}

static YzEdit *
make_entry (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_entries (store, stocktake, &order->entry, 1, error);
}

static YzEdit *
make_find (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_find (store, stocktake, &order->find, error);
}

static YzEdit *
make_reason (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_reason (store, stocktake, (const guint *) order->lines->data, order->lines->len,
                                   order->reason, error);
}

static YzEdit *
make_finish (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_finish (store, stocktake, order->who, error);
}

static YzEdit *
make_reopening (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_reopening (store, stocktake, error);
}

static YzEdit *
make_cancellation (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_cancellation (store, stocktake, error);
}

static YzEdit *
make_confirmation (YzStore *store, const char *stocktake, const Order *order, GError **error)
{
  return yz_stocktake_make_confirmation (store, stocktake, order->who, order->reason, order->at, error);
}

void
yz_stocktake_desk_enter (YzStocktakeDesk *self, const YzStocktakeEntry *entry)
{
  Order *order = order_new (make_entry);

  order->entry = *entry;
  order->entry.reason = keep (order, entry->reason);
  submit (self, order);
}

void
yz_stocktake_desk_find (YzStocktakeDesk *self, const YzStocktakeFind *find)
{
  Order *order = order_new (make_find);

  order->find = *find;
  order->find.place = keep (order, find->place);
  order->find.item = keep (order, find->item);
  order->find.lot = keep (order, find->lot);
  order->find.expiry = keep (order, find->expiry);
  submit (self, order);
}

void
yz_stocktake_desk_explain (YzStocktakeDesk *self, const guint *lines, guint n_lines, const char *reason)
{
  Order *order = order_new (make_reason);

  order->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (order->lines, lines, n_lines);
  order->reason = keep (order, reason);
  submit (self, order);
}

void
yz_stocktake_desk_finish (YzStocktakeDesk *self, const char *counted_by)
{
  Order *order = order_new (make_finish);

  order->who = keep (order, counted_by);
  submit (self, order);
}

void
yz_stocktake_desk_reopen (YzStocktakeDesk *self)
{
  submit (self, order_new (make_reopening));
}

void
yz_stocktake_desk_cancel (YzStocktakeDesk *self)
{
  submit (self, order_new (make_cancellation));
}

void
yz_stocktake_desk_confirm (YzStocktakeDesk *self, const char *confirmed_by, const char *reason)
{
  Order *order = order_new (make_confirmation);

  order->who = keep (order, confirmed_by);
  order->reason = keep (order, reason);
  order->at = yz_clock_get_now (yz_session_get_clock (self->session));
  submit (self, order);
}

void
yz_stocktake_desk_take_back (YzStocktakeDesk *self)
{
  submit (self, order_new (NULL));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
yz_stocktake_desk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStocktakeDesk *self = YZ_STOCKTAKE_DESK (object);

  switch ((YzStocktakeDeskProperty) prop_id)
    {
    case PROP_REVIEW:
      g_value_set_boolean (value, self->review);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->orders.length > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stocktake_desk_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStocktakeDesk *self = YZ_STOCKTAKE_DESK (object);

  if (prop_id != PROP_REVIEW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->review == g_value_get_boolean (value))
    return;
  self->review = g_value_get_boolean (value);
  reload (self);
  g_object_notify_by_pspec (object, pspec);
}

/* What is still to be written keeps the desk, so that closing a window loses nothing. */
static void
yz_stocktake_desk_dispose (GObject *object)
{
  YzStocktakeDesk *self = YZ_STOCKTAKE_DESK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sheet, yz_stocktake_sheet_free);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_stocktake_desk_parent_class)->dispose (object);
}

static void
yz_stocktake_desk_finalize (GObject *object)
{
  YzStocktakeDesk *self = YZ_STOCKTAKE_DESK (object);

  g_queue_clear_full (&self->orders, order_free);
  g_free (self->stocktake);

  G_OBJECT_CLASS (yz_stocktake_desk_parent_class)->finalize (object);
}

static void
yz_stocktake_desk_class_init (YzStocktakeDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stocktake_desk_get_property;
  object_class->set_property = yz_stocktake_desk_set_property;
  object_class->dispose = yz_stocktake_desk_dispose;
  object_class->finalize = yz_stocktake_desk_finalize;

  properties[PROP_REVIEW] = g_param_spec_boolean ("review", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  changed_signal =
    g_signal_new ("changed", YZ_TYPE_STOCKTAKE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  refused_signal = g_signal_new ("refused", YZ_TYPE_STOCKTAKE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_UINT, G_TYPE_ERROR);
}

static void
yz_stocktake_desk_init (YzStocktakeDesk *self)
{
  g_queue_init (&self->orders);
}

YzStocktakeDesk *
yz_stocktake_desk_new (YzSession *session, const char *stocktake)
{
  YzStocktakeDesk *self;

  g_return_val_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL, NULL);

  self = g_object_new (YZ_TYPE_STOCKTAKE_DESK, NULL);
  self->session = g_object_ref (session);
  self->store = g_object_ref (yz_session_get_store (session));
  self->stocktake = g_strdup (stocktake);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

YzSession *
yz_stocktake_desk_get_session (YzStocktakeDesk *self)
{
  g_return_val_if_fail (YZ_IS_STOCKTAKE_DESK (self), NULL);
  return self->session;
}

YzStore *
yz_stocktake_desk_get_store (YzStocktakeDesk *self)
{
  return self->store;
}

const char *
yz_stocktake_desk_get_stocktake (YzStocktakeDesk *self)
{
  g_return_val_if_fail (YZ_IS_STOCKTAKE_DESK (self), NULL);
  return self->stocktake;
}

const YzStocktakeSheet *
yz_stocktake_desk_get_sheet (YzStocktakeDesk *self)
{
  g_return_val_if_fail (YZ_IS_STOCKTAKE_DESK (self), NULL);
  return self->sheet;
}

gboolean
yz_stocktake_desk_has_books (YzStocktakeDesk *self)
{
  g_return_val_if_fail (YZ_IS_STOCKTAKE_DESK (self), FALSE);
  return self->has_books;
}

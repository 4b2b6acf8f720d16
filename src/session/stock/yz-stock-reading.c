#include "config.h"

#include "yz-stock-reading.h"

struct _YzStockReading
{
  GObject parent_instance;

  YzInventory *inventory;
  YzStockReadFunc func;
  GDestroyNotify free_answer;
  GVariant *wish; /* nullable */
  gboolean active;
  gboolean stale;
  gpointer answer;
  GCancellable *cancellable; /* of the question that is being answered */
};

G_DEFINE_FINAL_TYPE (YzStockReading, yz_stock_reading, G_TYPE_OBJECT)

enum
{
  PROP_ACTIVE = 1,
};

static GParamSpec *properties[PROP_ACTIVE + 1];
static guint answered_signal;

typedef struct
{
  YzInventoryScope *scope;
  GVariant *wish;
  YzStockReadFunc func;
  GDestroyNotify free_answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  yz_inventory_scope_free (question->scope);
  g_clear_pointer (&question->wish, g_variant_unref);
  g_free (question);
}

static void
drop_answer (YzStockReading *self)
{
  if (self->answer != NULL)
    self->free_answer (g_steal_pointer (&self->answer));
}

static void
read_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  gpointer answer = question->func (store, question->scope, question->wish, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, question->free_answer);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStockReading) self = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (error == NULL)
    {
      drop_answer (self);
      self->answer = answer;
      g_signal_emit (self, answered_signal, 0);
    }
  else if (self->inventory != NULL)
    yz_session_report_error (yz_inventory_get_session (self->inventory), error);
}

static void
stop (YzStockReading *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
begin (YzStockReading *self)
{
  YzStore *store = yz_session_get_store (yz_inventory_get_session (self->inventory));
  g_autoptr (GTask) task = NULL;
  Question *question;

  stop (self);
  if (store == NULL)
    return;
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  *question = (Question){ yz_inventory_dup_scope (self->inventory),
                          self->wish != NULL ? g_variant_ref (self->wish) : NULL, self->func, self->free_answer };
  task = g_task_new (store, self->cancellable, on_read, g_object_ref (self));
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
renew (YzStockReading *self)
{
  self->stale = TRUE;
  if (self->active)
    begin (self);
}

static void
set_active (YzStockReading *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  if (active && self->stale)
    begin (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
yz_stock_reading_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value, YZ_STOCK_READING (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_reading_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ACTIVE)
    set_active (YZ_STOCK_READING (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_reading_dispose (GObject *object)
{
  YzStockReading *self = YZ_STOCK_READING (object);

  stop (self);
  g_clear_object (&self->inventory);
  drop_answer (self);
  g_clear_pointer (&self->wish, g_variant_unref);

  G_OBJECT_CLASS (yz_stock_reading_parent_class)->dispose (object);
}

static void
yz_stock_reading_class_init (YzStockReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_stock_reading_get_property;
  object_class->set_property = yz_stock_reading_set_property;
  object_class->dispose = yz_stock_reading_dispose;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  answered_signal =
    g_signal_new ("answered", YZ_TYPE_STOCK_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_stock_reading_init (YzStockReading *self)
{
  self->stale = TRUE;
}

YzStockReading *
yz_stock_reading_new (YzInventory *inventory, YzStockReadFunc func, GDestroyNotify free_answer)
{
  YzStockReading *self;

  g_return_val_if_fail (YZ_IS_INVENTORY (inventory), NULL);

  self = g_object_new (YZ_TYPE_STOCK_READING, NULL);
  self->inventory = g_object_ref (inventory);
  self->func = func;
  self->free_answer = free_answer;
  g_signal_connect_object (inventory, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  return self;
}

void
yz_stock_reading_set_wish (YzStockReading *self, GVariant *wish)
{
  g_autoptr (GVariant) sunk = wish != NULL ? g_variant_ref_sink (wish) : NULL;

  g_return_if_fail (YZ_IS_STOCK_READING (self));

  if (self->wish == sunk || (self->wish != NULL && sunk != NULL && g_variant_equal (self->wish, sunk)))
    return;
  g_clear_pointer (&self->wish, g_variant_unref);
  self->wish = g_steal_pointer (&sunk);
  renew (self);
}

gpointer
yz_stock_reading_get_answer (YzStockReading *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_READING (self), NULL);
  return self->answer;
}

#include "config.h"

#include "yz-stock-doing.h"

typedef struct
{
  YzStockMakeFunc make;
  gpointer data;
  GDestroyNotify free_data;
} Doing;

static void
doing_free (gpointer data)
{
  Doing *doing = data;

  if (doing->free_data != NULL)
    doing->free_data (doing->data);
  g_free (doing);
}

static void
make_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Doing *doing = data;
  GError *error = NULL;
  YzEdit *edit = doing->make (store, doing->data, cancellable, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (edit == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    yz_session_apply_async (g_task_get_source_object (task), edit, on_applied, g_object_ref (task));
}

void
yz_stock_do_async (YzSession *session, YzStockMakeFunc make, gpointer data, GDestroyNotify free_data,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  g_autoptr (GTask) making = g_task_new (yz_session_get_store (session), NULL, on_made, g_object_ref (task));
  Doing *doing = g_new0 (Doing, 1);

  g_task_set_source_tag (task, yz_stock_do_async);
  *doing = (Doing){ make, data, free_data };
  g_task_set_task_data (making, doing, doing_free);
  g_task_run_in_thread (making, make_in_thread);
}

gboolean
yz_stock_do_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!yz_stock_do_finish (result, &error))
    yz_session_report_error (YZ_SESSION (source), error);
}

void
yz_stock_do (YzSession *session, YzStockMakeFunc make, gpointer data, GDestroyNotify free_data)
{
  yz_stock_do_async (session, make, data, free_data, on_done, NULL);
}

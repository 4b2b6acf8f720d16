#include "yz-worker.h"

#include "yz-test.h"

static void
count_up (gpointer data)
{
  (*(int *) data)++;
}

static void
task_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_assert_true (yz_worker_is_current (YZ_WORKER (source)));
  g_task_return_int (task, ++*(int *) data);
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  int *order = data;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, ++*order);
  g_assert_no_error (error);
}

static gboolean
all_finished (gpointer data)
{
  return *(int *) data == 20;
}

static void
test_order (void)
{
  g_autoptr (YzWorker) worker = yz_worker_new ("test");
  int count = 0, order = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GTask) task = g_task_new (worker, NULL, finish_cb, &order);

      g_task_set_task_data (task, &count, NULL);
      yz_worker_run (worker, task, task_func);
    }
  yz_test_wait_until (all_finished, &order);

  yz_worker_run_sync (worker, count_up, &count);
  g_assert_cmpint (count, ==, 21);
  g_assert_false (yz_worker_is_current (worker));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  *(gboolean *) data = TRUE;
}

static void
test_stopped (void)
{
  g_autoptr (YzWorker) worker = yz_worker_new ("test");
  g_autoptr (GTask) task = NULL;
  gboolean closed = FALSE;
  int count = 0;

  yz_worker_stop (worker);
  yz_worker_stop (worker);

  task = g_task_new (worker, NULL, closed_cb, &closed);
  g_task_set_task_data (task, &count, NULL);
  yz_worker_run (worker, task, task_func);
  yz_test_wait (&closed);
  yz_worker_run_sync (worker, count_up, &count);
  g_assert_cmpint (count, ==, 0);
}

/* Somebody who comes while the worker is being stopped is served or refused, but never left waiting. */
static gpointer
come_late (gpointer data)
{
  int count = 0;

  for (guint i = 0; i < 100; i++)
    yz_worker_run_sync (data, count_up, &count);
  return NULL;
}

static void
test_stopped_meanwhile (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (YzWorker) worker = yz_worker_new ("test");
      GThread *threads[3];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("late", come_late, worker);
      yz_worker_stop (worker);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/worker/order", test_order);
  g_test_add_func ("/base/worker/stopped", test_stopped);
  g_test_add_func ("/base/worker/stopped-meanwhile", test_stopped_meanwhile);
  return g_test_run ();
}

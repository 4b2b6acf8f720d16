/* A thread, a queue of jobs, an orderly end. */
#include "config.h"

#include "yz-worker.h"

struct _YzWorker
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *queue; /* of Job */
  gboolean stopped;   /* under the queue's lock: nothing is queued behind the job that ends the thread */
};

G_DEFINE_FINAL_TYPE (YzWorker, yz_worker, G_TYPE_OBJECT)

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;

  /* of yz_worker_run_sync(), which owns the job and waits for @done */
  void (*sync_func) (gpointer data);
  gpointer sync_data;
  GMutex lock;
  GCond cond;
  gboolean done;

  gboolean last;
} Job;

static void
job_finish_sync (Job *job)
{
  g_mutex_lock (&job->lock);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->lock);
}

static void
job_run (Job *job)
{
  if (job->sync_func != NULL)
    {
      job->sync_func (job->sync_data);
      job_finish_sync (job);
      return;
    }

  job->func (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
             g_task_get_cancellable (job->task));
  g_object_unref (job->task);
  g_free (job);
}

static gpointer
worker_main (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (queue);

      if (job->last)
        {
          g_free (job);
          return NULL;
        }
      job_run (job);
    }
}

static void
yz_worker_finalize (GObject *object)
{
  YzWorker *self = YZ_WORKER (object);

  yz_worker_stop (self);
  g_clear_pointer (&self->thread, g_thread_unref);
  g_clear_pointer (&self->queue, g_async_queue_unref);

  G_OBJECT_CLASS (yz_worker_parent_class)->finalize (object);
}

static void
yz_worker_class_init (YzWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_worker_finalize;
}

static void
yz_worker_init (YzWorker *self)
{
  self->queue = g_async_queue_new ();
}

/* Returns: whether the job was queued */
static gboolean
queue_job (YzWorker *self, Job *job)
{
  gboolean queued;

  g_async_queue_lock (self->queue);
  queued = !self->stopped;
  if (queued)
    g_async_queue_push_unlocked (self->queue, job);
  self->stopped = self->stopped || job->last;
  g_async_queue_unlock (self->queue);
  return queued;
}

YzWorker *
yz_worker_new (const char *name)
{
  YzWorker *self = g_object_new (YZ_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, worker_main, g_async_queue_ref (self->queue));
  return self;
}

void
yz_worker_run (YzWorker *self, GTask *task, GTaskThreadFunc func)
{
  Job *job;

  g_return_if_fail (YZ_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));

  job = g_new0 (Job, 1);
  job->task = g_object_ref (task);
  job->func = func;
  if (queue_job (self, job))
    return;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", "the worker has stopped");
  g_object_unref (job->task);
  g_free (job);
}

void
yz_worker_run_sync (YzWorker *self, void (*func) (gpointer data), gpointer data)
{
  Job job = { .sync_func = func, .sync_data = data };

  g_return_if_fail (YZ_IS_WORKER (self));

  if (yz_worker_is_current (self))
    {
      func (data);
      return;
    }

  g_mutex_init (&job.lock);
  g_cond_init (&job.cond);
  if (queue_job (self, &job))
    {
      g_mutex_lock (&job.lock);
      while (!job.done)
        g_cond_wait (&job.cond, &job.lock);
      g_mutex_unlock (&job.lock);
    }
  g_cond_clear (&job.cond);
  g_mutex_clear (&job.lock);
}

gboolean
yz_worker_is_current (YzWorker *self)
{
  g_return_val_if_fail (YZ_IS_WORKER (self), FALSE);
  return self->thread == g_thread_self ();
}

void
yz_worker_stop (YzWorker *self)
{
  Job *job;

  g_return_if_fail (YZ_IS_WORKER (self));

  job = g_new0 (Job, 1);
  job->last = TRUE;
  if (!queue_job (self, job))
    {
      g_free (job);
      return;
    }

  /* The last reference may be dropped by a task that ran on the worker itself. The thread's own stays until the end: a
   * later thread at its address is not the worker. */
  if (!yz_worker_is_current (self))
    g_thread_join (g_thread_ref (self->thread));
}

/*
 * One thread with a queue of tasks, for things that want to be touched by one thread alone: a SQLite writer.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YZ_TYPE_WORKER (yz_worker_get_type ())

G_DECLARE_FINAL_TYPE (YzWorker, yz_worker, YZ, WORKER, GObject)

/**
 * yz_worker_new:
 * @name: of the thread, at most 15 bytes
 *
 * Returns: (transfer full): a running worker
 */
YzWorker *yz_worker_new (const char *name);

/**
 * yz_worker_run:
 * @task: (transfer none): returns its result from within @func
 * @func: runs on the worker's thread, with the task's source object, data and cancellable
 *
 * Tasks run one after the other in the order they came. After yz_worker_stop() a task ends at once with
 * %G_IO_ERROR_CLOSED.
 */
void yz_worker_run (YzWorker *self, GTask *task, GTaskThreadFunc func);

/**
 * yz_worker_run_sync:
 *
 * Runs @func (@data) on the worker's thread and waits for it. For the command line, tests and shutdown;
 * never on a thread that draws. Does nothing after yz_worker_stop().
 */
void yz_worker_run_sync (YzWorker *self, void (*func) (gpointer data), gpointer data);

/**
 * yz_worker_is_current:
 *
 * Returns: whether the caller runs on the worker's thread
 */
gboolean yz_worker_is_current (YzWorker *self);

/**
 * yz_worker_stop:
 *
 * Finishes what is queued, then ends the thread. Blocks until then. Safe to call twice.
 */
void yz_worker_stop (YzWorker *self);

G_END_DECLS

/*
 * Work that takes time and that the user can watch and cancel: an import, an export, an undo of many rows, a map
 * being made. Shown wherever the screen has room; no widget in it. Main thread, but for yz_job_report().
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YZ_TYPE_JOB (yz_job_get_type ())

G_DECLARE_FINAL_TYPE (YzJob, yz_job, YZ, JOB, GObject)

/**
 * yz_job_new:
 * @title: translated: what is being done, "Importing stations.xlsx"
 *
 * Properties: "title", "fraction" (0 to 1, negative while unknown), "done".
 *
 * Returns: (transfer full): a job that has begun
 */
YzJob *yz_job_new (const char *title);

const char   *yz_job_get_title (YzJob *self);
GCancellable *yz_job_get_cancellable (YzJob *self);
double        yz_job_get_fraction (YzJob *self);
void          yz_job_cancel (YzJob *self);

/**
 * yz_job_report:
 * @self: a #YzJob as gpointer, so that it is a #YzProgressFunc
 *
 * Says how far the work is. May be called from any thread, as often as one likes.
 */
void yz_job_report (guint64 done, guint64 total, gpointer self);

/**
 * yz_job_finish_with:
 *
 * Says that the work ends when @task does, whatever becomes of it.
 */
void yz_job_finish_with (YzJob *self, GTask *task);

/**
 * yz_job_finish:
 *
 * Says that the work has ended, one way or the other.
 */
void yz_job_finish (YzJob *self);

G_END_DECLS

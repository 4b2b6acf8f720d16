/* A line about one job: what is being done, how far, and a way to end it. */
#pragma once

#include "yz-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_JOB_ROW (yz_job_row_get_type ())

G_DECLARE_FINAL_TYPE (YzJobRow, yz_job_row, YZ, JOB_ROW, GtkWidget)

/**
 * yz_job_row_new:
 * @job: (transfer none): what is shown until it is done
 */
GtkWidget *yz_job_row_new (YzJob *job);

G_END_DECLS

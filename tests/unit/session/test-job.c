#include "yz-job.h"
#include "yz-test.h"

static gpointer
report_often (gpointer data)
{
  for (guint i = 1; i <= 100000; i++)
    yz_job_report (i, 100000, data);
  return NULL;
}

static gboolean
is_complete (gpointer data)
{
  return yz_job_get_fraction (YZ_JOB (data)) >= 1;
}

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

/* However often a worker reports, the screen is told at its own pace, on its own thread. */
static void
test_reports_from_a_thread (void)
{
  g_autoptr (YzJob) job = yz_job_new ("Importing");
  GThread *thread;
  guint notified = 0;

  g_signal_connect (job, "notify::fraction", G_CALLBACK (count), &notified);
  g_assert_cmpfloat (yz_job_get_fraction (job), <, 0);
  thread = g_thread_new ("report", report_often, job);
  g_thread_join (thread);
  yz_test_wait_until (is_complete, job);
  g_assert_cmpuint (notified, ==, 1);
}

static void
test_end (void)
{
  g_autoptr (YzJob) job = yz_job_new ("Importing");
  gboolean done = TRUE;
  guint notified = 0;

  g_signal_connect (job, "notify::done", G_CALLBACK (count), &notified);
  yz_job_cancel (job);
  g_assert_true (g_cancellable_is_cancelled (yz_job_get_cancellable (job)));
  g_object_get (job, "done", &done, NULL);
  g_assert_false (done);
  yz_job_finish (job);
  yz_job_finish (job);
  g_object_get (job, "done", &done, NULL);
  g_assert_true (done);
  g_assert_cmpuint (notified, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/job/reports-from-a-thread", test_reports_from_a_thread);
  g_test_add_func ("/session/job/end", test_end);
  return g_test_run ();
}

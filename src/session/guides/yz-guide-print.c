#include "config.h"

#include "yz-guide-print.h"

#include "yz-guide-editions.h"
#include "yz-guide-error.h"
#include "yz-guide-source.h"
#include "yz-guide-web.h"
#include "yz-output.h"

#include <glib/gi18n-lib.h>

/* Of a page as an image: 300 dots an inch. */
#define DOTS_A_MILLIMETRE (300 / 25.4)

struct _YzGuideRun
{
  YzStore *store;
  YzGuideRequest *request;
  YzGuideContent *content;
  YzPages *pages;
};

typedef struct
{
  YzStore *store;
  YzGuideRequest *request;
  char *path;
  guint page;
  YzJob *job;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_object_unref (work->job);
  yz_guide_request_free (work->request);
  g_free (work->path);
  g_free (work);
}

void
yz_guide_run_free (YzGuideRun *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->content, yz_guide_content_unref);
  g_clear_pointer (&self->request, yz_guide_request_free);
  g_free (self);
}

YzPages *
yz_guide_run_get_pages (YzGuideRun *self)
{
  return self->pages;
}

/* On a booklet a page stands beside another one. */
guint
yz_guide_run_find_side (YzGuideRun *self, guint page)
{
  guint index = MAX (page, 1) - 1;

  if (self->request->paper->imposition != YZ_IMPOSITION_BOOKLET || yz_guide_request_shows_sheets (self->request))
    return index;
  for (guint side = 0; side < yz_sheets_count (self->pages); side++)
    {
      guint n;
      g_autofree guint *list = yz_sheets_list (self->pages, side, &n);

      for (guint i = 0; i < n; i++)
        if (list[i] == index)
          return side;
    }
  return 0;
}

/* Who took personal data away, and which edition it was. */
static gboolean
record (YzStore *store, const YzGuideRequest *request, const YzGuideContent *content, const char *path,
        gboolean is_whole, GError **error)
{
  g_autoptr (YzEdit) trace = yz_guide_source_new_disclosure (store, request->choice, content, path);
  g_autoptr (YzAction) traced = trace != NULL ? yz_store_apply (store, trace, NULL, error) : NULL;
  g_autoptr (YzEdit) edition = NULL;
  g_autoptr (YzAction) recorded = NULL;

  if (trace != NULL && traced == NULL)
    return FALSE;
  if (!is_whole || request->choice->edition_name == NULL)
    return TRUE;
  edition = yz_guide_edition_new_edit (store, content, request->kind->nick, request->paper->nick, error);
  recorded = edition != NULL ? yz_store_apply (store, edition, NULL, error) : NULL;
  return recorded != NULL;
}

static void
note_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const YzGuideRun *run = data;
  GError *error = NULL;

  /* Translators: where personal data went to, in place of a file's name */
  if (record (run->store, run->request, run->content, _ ("Printer"), TRUE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    yz_session_report_error (YZ_SESSION (source), error);
}

void
yz_guide_run_note_printed (YzGuideRun *self, YzSession *session)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, on_noted, NULL);
  YzGuideRun *run = g_new0 (YzGuideRun, 1);

  run->store = g_object_ref (self->store);
  run->request = yz_guide_request_copy (self->request);
  run->content = yz_guide_content_ref (self->content);
  g_task_set_source_tag (task, yz_guide_run_note_printed);
  g_task_set_task_data (task, run, (GDestroyNotify) yz_guide_run_free);
  g_task_run_in_thread (task, note_in_thread);
}

typedef struct
{
  YzStore *store;
  char *edition;
} Mistake;

static void
mistake_free (gpointer data)
{
  Mistake *mistake = data;

  g_object_unref (mistake->store);
  g_free (mistake->edition);
  g_free (mistake);
}

static void
take_back_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Mistake *mistake = data;
  GError *error = NULL;

  if (yz_guide_edition_take_back (mistake->store, mistake->edition, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yz_guide_take_back (YzSession *session, const char *edition)
{
  g_autoptr (GTask) task = NULL;
  Mistake *mistake;

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (edition != NULL);

  task = g_task_new (session, NULL, on_noted, NULL);
  mistake = g_new0 (Mistake, 1);
  mistake->store = g_object_ref (yz_session_get_store (session));
  mistake->edition = g_strdup (edition);
  g_task_set_source_tag (task, yz_guide_take_back);
  g_task_set_task_data (task, mistake, mistake_free);
  g_task_run_in_thread (task, take_back_in_thread);
}

static YzGuideRun *
make_run (const Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzGuideRun) run = g_new0 (YzGuideRun, 1);

  run->store = g_object_ref (work->store);
  run->request = yz_guide_request_copy (work->request);
  if (work->path != NULL && yz_guide_web_has_ending (work->path))
    {
      run->request->choice->days_ahead = YZ_GUIDE_WEB_DAYS;
      run->request->choice->with_days = TRUE;
    }
  run->content = yz_guide_request_load (run->request, work->store, YZ_GUIDE_IN_FULL, cancellable, error);
  if (run->content == NULL)
    return NULL;
  run->pages = yz_guide_request_make_pages (run->request, run->content, error);
  return run->pages != NULL ? g_steal_pointer (&run) : NULL;
}

static void
report (guint done, guint all, gpointer data)
{
  yz_job_report (done, all, data);
}

static gboolean
write_side (YzGuideRun *run, const Work *work, GFile *file, GCancellable *cancellable, GError **error)
{
  guint side, n;

  if (!yz_pages_make_all (run->pages, cancellable, error))
    return FALSE;
  side = yz_guide_run_find_side (run, work->page);
  n = yz_sheets_count (run->pages);
  if (side >= n)
    {
      g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNKNOWN,
                   ngettext ("There is no page %u: the document has %u page",
                             "There is no page %u: the document has %u pages", n),
                   work->page, n);
      return FALSE;
    }
  return g_str_has_suffix (work->path, ".svg")
           ? yz_output_svg (run->pages, side, file, cancellable, error)
           : yz_output_png (run->pages, side, DOTS_A_MILLIMETRE, file, cancellable, error);
}

static gboolean
write_file (YzGuideRun *run, const Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (work->path);

  if (yz_guide_web_has_ending (work->path))
    return yz_guide_web_write (run->content, work->path, cancellable, error);
  if (g_str_has_suffix (work->path, ".pdf"))
    return yz_output_pdf (run->pages, file, report, work->job, cancellable, error);
  if (g_str_has_suffix (work->path, ".svg") || g_str_has_suffix (work->path, ".png"))
    return write_side (run, work, file, cancellable, error);
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_WRITE,
               _ ("“%s” does not end in .pdf, .svg, .png, .html, .geojson or .ics"), work->path);
  return FALSE;
}

static gboolean
record_file (const Work *work, const YzGuideRun *run, GError **error)
{
  gboolean is_whole = g_str_has_suffix (work->path, ".pdf") || g_str_has_suffix (work->path, ".html");

  return record (work->store, run->request, run->content, work->path, is_whole, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  g_autoptr (YzGuideRun) run = make_run (work, cancellable, &error);

  if (run != NULL && write_file (run, work, cancellable, &error) && record_file (work, run, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (YzGuideRun) run = make_run (data, cancellable, &error);

  if (run != NULL && yz_pages_make_all (run->pages, cancellable, &error) && yz_output_check (run->pages, &error))
    g_task_return_pointer (task, g_steal_pointer (&run), (GDestroyNotify) yz_guide_run_free);
  else
    g_task_return_error (task, error);
}

static void
on_completed (YzJob *job)
{
  yz_job_finish (job);
}

static void
start (YzSession *session, const YzGuideRequest *request, const char *path, guint page, GTaskThreadFunc func,
       gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *title = name != NULL ? g_strdup_printf (_ ("Printing into %s"), name)
                                        : g_strdup_printf (_ ("Making the pages of “%s”"), _ (request->kind->title));
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (yz_session_get_store (session));
  work->request = yz_guide_request_copy (request);
  work->path = g_strdup (path);
  work->page = page;
  work->job = yz_job_new (title);
  yz_session_add_job (session, work->job);

  task = g_task_new (session, yz_job_get_cancellable (work->job), callback, user_data);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, work_free);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (on_completed), work->job, G_CONNECT_SWAPPED);
  g_task_run_in_thread (task, func);
}

void
yz_guide_save_async (YzSession *session, const YzGuideRequest *request, const char *path, guint page,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (request != NULL && path != NULL);

  start (session, request, path, MAX (page, 1), save_in_thread, yz_guide_save_async, callback, user_data);
}

gboolean
yz_guide_save_finish (YzSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yz_guide_prepare_async (YzSession *session, const YzGuideRequest *request, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (request != NULL);

  start (session, request, NULL, 1, prepare_in_thread, yz_guide_prepare_async, callback, user_data);
}

YzGuideRun *
yz_guide_prepare_finish (YzSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

#include "config.h"

#include "yz-day-export.h"

#include "yz-export.h"
#include "yz-kinds.h"
#include "yz-list-writer.h"
#include "yz-mask.h"

#include <glib/gi18n-lib.h>

/* A station that is listed, and what is said of it: the review may have another answer before the file is written. */
typedef struct
{
  gint64 row;
  const char *verdict;
  char *usual;
  char *special;
  char *reason;
} Line;

typedef struct
{
  YzStore *store;
  char *path;
  char *title;
  GArray *lines;
  YzJob *job;
} Export;

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->usual);
  g_free (line->special);
  g_free (line->reason);
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->store);
  g_clear_object (&export->job);
  g_clear_pointer (&export->lines, g_array_unref);
  g_free (export->path);
  g_free (export->title);
  g_free (export);
}

static GArray *
copy_lines (YzDayReview *review)
{
  GListModel *list = yz_day_review_get_list (review);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; YZ_IS_RECORD_LIST (list) && i < g_list_model_get_n_items (list); i++)
    {
      const YzDayFinding *finding = yz_day_review_get_finding (review, i);
      Line line = { .row = yz_record_list_get_row (YZ_RECORD_LIST (list), i) };

      line.verdict = yz_day_verdict_get_title (finding->verdict);
      line.usual = g_strdup (finding->usual);
      line.special = g_strdup (finding->special);
      line.reason = g_strdup (finding->reason != NULL ? finding->reason : "");
      g_array_append_val (lines, line);
    }
  return lines;
}

static char *
dup_phones (YzRecord *station)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, "phones");
  g_autoptr (GVariant) masked = yz_mask_value (field, yz_record_get (station, field->name));

  return yz_field_format (field, masked);
}

static const char *
get_text (YzRecord *station, const char *field)
{
  const char *text = yz_record_get_text (station, field);

  return text != NULL ? text : "";
}

static gboolean
write_station (YzListWriter *writer, YzRecord *station, const Line *line, GError **error)
{
  g_autofree char *phones = dup_phones (station);
  const char *const cells[] = { get_text (station, "code"),
                                yz_record_get_title (station),
                                get_text (station, "district"),
                                phones,
                                line->verdict,
                                line->usual,
                                line->special,
                                line->reason };

  return yz_list_writer_add (writer, cells, NULL, error);
}

static gboolean
write_line (YzListWriter *writer, YzStore *store, const Line *line, GError **error)
{
  g_autoptr (YzRecord) station = yz_store_load_row (store, &yz_station_kind, line->row, error);

  return station != NULL && write_station (writer, station, line, error);
}

static gboolean
write_list (const Export *export, GCancellable *cancellable, GError **error)
{
  const YzListColumn columns[] = {
    { (char *) _ ("Code"), YZ_LIST_TEXT },          { (char *) _ ("Name"), YZ_LIST_TEXT },
    { (char *) _ ("District"), YZ_LIST_TEXT },      { (char *) _ ("Telephone"), YZ_LIST_TEXT },
    { (char *) _ ("On these days"), YZ_LIST_TEXT }, { (char *) _ ("Usual hours"), YZ_LIST_TEXT },
    { (char *) _ ("Hours then"), YZ_LIST_TEXT },    { (char *) _ ("Why"), YZ_LIST_TEXT },
  };
  YzListFormat format = YZ_LIST_FORMAT_CSV;
  g_autoptr (YzListWriter) writer = NULL;

  yz_list_format_from_path (export->path, &format);
  writer = yz_list_writer_new (export->path, format, export->title, columns, G_N_ELEMENTS (columns), 1, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < export->lines->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_line (writer, export->store, &g_array_index (export->lines, Line, i), error))
        return FALSE;
      yz_job_report (i, export->lines->len, export->job);
    }
  return yz_list_writer_finish (writer, error);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_list (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yz_day_export_async (YzDayReview *review, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  YzSession *session;
  Export *export;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YZ_IS_DAY_REVIEW (review) && path != NULL);

  session = yz_listing_get_session (YZ_LISTING (yz_day_review_get_stations (review)));
  g_return_if_fail (yz_session_get_store (session) != NULL);

  export = g_new0 (Export, 1);
  export->store = g_object_ref (yz_session_get_store (session));
  export->path = g_strdup (path);
  export->title = yz_day_review_dup_title (review);
  export->lines = copy_lines (review);
  export->job = yz_export_begin_job (session, path);

  task = g_task_new (review, yz_job_get_cancellable (export->job), callback, user_data);
  g_task_set_source_tag (task, yz_day_export_async);
  g_task_set_task_data (task, export, export_free);
  yz_job_finish_with (export->job, task);
  g_task_run_in_thread (task, run_export);
}

gboolean
yz_day_export_finish (YzDayReview *review, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, review), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

#include "config.h"

#include "yz-bulk-edit.h"

#include "yz-elements.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

/* The thread that draws has better things to do than to hear of every record. */
#define REPORTED_EACH 256

/* What is to be done with each record. Shared with a worker, which is the only one to call the function. */
typedef struct
{
  const YzField *field;
  YzBulkFunc func;
  gpointer data;
  GDestroyNotify free;
} Choice;

struct _YzBulkEdit
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  const YzKind *kind;
  char **ids;
  GPtrArray *records; /* of YzRecord, shared with workers and not changed any more; NULL until they are read */
  GPtrArray *rows;    /* of YzBulkRow, in the same order */
  GPtrArray *afters;  /* of YzRecord, NULL where nothing can be done */
  Choice *choice;     /* the last one, NULL for none */
  YzJob *job;         /* the reading, or the last working out */
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (YzBulkEdit, yz_bulk_edit, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  if (choice->free != NULL)
    choice->free (choice->data);
}

static void
choice_release (Choice *choice)
{
  g_atomic_rc_box_release_full (choice, choice_clear);
}

static void
bulk_row_free (gpointer data)
{
  YzBulkRow *row = data;

  g_clear_object (&row->record);
  g_free (row->before);
  g_free (row->after);
  g_free (row->problem);
  g_free (row);
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (bulk_row_free);
}

static GPtrArray *
new_afters (void)
{
  return g_ptr_array_new_with_free_func (unref_if_set);
}

static void
yz_bulk_edit_finalize (GObject *object)
{
  YzBulkEdit *self = YZ_BULK_EDIT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->job);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->afters, g_ptr_array_unref);
  g_clear_pointer (&self->choice, choice_release);

  G_OBJECT_CLASS (yz_bulk_edit_parent_class)->finalize (object);
}

static void
yz_bulk_edit_class_init (YzBulkEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_bulk_edit_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", YZ_TYPE_BULK_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", YZ_TYPE_BULK_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_bulk_edit_init (YzBulkEdit *self)
{
  self->rows = new_rows ();
  self->afters = new_afters ();
}

/* --- on a worker: what becomes of each record --- */

typedef struct
{
  YzStore *store;
  const YzKind *kind;
  char **ids;
  GPtrArray *records;
  GPtrArray *rows;
  GPtrArray *afters;
  Choice *choice;
  YzJob *job;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_clear_object (&work->job);
  g_clear_pointer (&work->ids, g_strfreev);
  g_clear_pointer (&work->records, g_ptr_array_unref);
  g_clear_pointer (&work->rows, g_ptr_array_unref);
  g_clear_pointer (&work->afters, g_ptr_array_unref);
  g_clear_pointer (&work->choice, choice_release);
  g_free (work);
}

static void
report (Work *work, guint done, guint total)
{
  if (done % REPORTED_EACH == 0)
    yz_job_report (done, total, work->job);
}

static void
add_row (Work *work, YzRecord *record, GVariant *value, const char *problem)
{
  const YzField *field = work->choice->field;
  YzBulkRow *row = g_new0 (YzBulkRow, 1);
  g_autoptr (YzRecord) after = yz_record_copy (record);
  g_autoptr (GError) error = NULL;

  yz_record_set (after, field->name, value);
  row->record = g_object_ref (record);
  row->before = yz_value_to_words (work->store, field, yz_record_get (record, field->name), FALSE);
  row->after = yz_value_to_words (work->store, field, yz_record_get (after, field->name), FALSE);
  row->same = problem == NULL && yz_record_equal (record, after);
  row->problem = g_strdup (problem);
  if (problem == NULL && !row->same && !yz_record_check (after, record, &error))
    row->problem = g_strdup (error->message);

  g_ptr_array_add (work->rows, row);
  g_ptr_array_add (work->afters, row->same || row->problem != NULL ? NULL : g_steal_pointer (&after));
}

static void
work_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  const Choice *choice = work->choice;

  for (guint i = 0; i < work->records->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      YzRecord *record = g_ptr_array_index (work->records, i);
      GVariant *old = yz_record_get (record, choice->field->name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = choice->func (old, choice->data, &error);

      add_row (work, record, error != NULL ? old : value, error != NULL ? error->message : NULL);
      report (work, i, work->records->len);
    }
  g_task_return_boolean (task, TRUE);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  guint n = g_strv_length (work->ids);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) error = NULL;
      YzRecord *record = yz_store_load (work->store, work->kind, work->ids[i], &error);

      if (record != NULL)
        g_ptr_array_add (work->records, record);
      else if (!g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      report (work, i, n);
    }
  g_task_return_boolean (task, TRUE);
}

/* --- beginning and ending it --- */

static Work *
begin (YzBulkEdit *self, const char *title, GAsyncReadyCallback callback, GTask **task)
{
  Work *work = g_new0 (Work, 1);

  g_clear_object (&self->job);
  self->job = yz_job_new (title);
  work->store = g_object_ref (self->store);
  work->kind = self->kind;
  work->job = g_object_ref (self->job);
  *task = g_task_new (self, yz_job_get_cancellable (self->job), callback, NULL);
  g_task_set_task_data (*task, work, work_free);
  yz_session_add_job (self->session, self->job);
  yz_job_finish_with (self->job, *task);
  return work;
}

static void
on_worked_out (GObject *source, GAsyncResult *result, gpointer data)
{
  YzBulkEdit *self = YZ_BULK_EDIT (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  /* cancelled: by another choice, which will be answered itself, or by somebody who wants no answer */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&work->rows);
  g_ptr_array_unref (self->afters);
  self->afters = g_steal_pointer (&work->afters);
  self->complete = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
work_out (YzBulkEdit *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work = begin (self, _ ("Working out what becomes of the records"), on_worked_out, &task);

  g_task_set_source_tag (task, work_out);
  work->records = g_ptr_array_ref (self->records);
  work->rows = new_rows ();
  work->afters = new_afters ();
  work->choice = g_atomic_rc_box_acquire (self->choice);
  g_task_run_in_thread (task, work_out_in_thread);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  YzBulkEdit *self = YZ_BULK_EDIT (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      yz_session_report_error (self->session, error);
      g_signal_emit (self, signals[FAILED], 0);
      return;
    }
  self->records = g_steal_pointer (&work->records);
  if (self->choice != NULL)
    work_out (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

YzBulkEdit *
yz_bulk_edit_new (YzSession *session, const YzKind *kind, const char *const *ids)
{
  YzBulkEdit *self;
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_val_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL, NULL);
  g_return_val_if_fail (kind != NULL && ids != NULL, NULL);

  self = g_object_new (YZ_TYPE_BULK_EDIT, NULL);
  self->session = g_object_ref (session);
  self->store = g_object_ref (yz_session_get_store (session));
  self->kind = kind;
  self->ids = g_strdupv ((char **) ids);
  work = begin (self, _ ("Reading the selected records"), on_read, &task);
  g_task_set_source_tag (task, yz_bulk_edit_new);
  work->ids = g_strdupv ((char **) ids);
  work->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
  return self;
}

void
yz_bulk_edit_cancel (YzBulkEdit *self)
{
  g_return_if_fail (YZ_IS_BULK_EDIT (self));
  yz_job_cancel (self->job);
}

guint
yz_bulk_edit_get_n_records (YzBulkEdit *self)
{
  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), 0);
  return self->records != NULL ? self->records->len : g_strv_length (self->ids);
}

GVariant *
yz_bulk_edit_find_usual_value (YzBulkEdit *self, const char *field)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_variant_hash, g_variant_equal);
  GVariant *usual = NULL;
  guint most = 0;

  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    {
      GVariant *value = yz_record_get (g_ptr_array_index (self->records, i), field);
      guint count;

      if (value == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value)) + 1;
      g_hash_table_insert (counts, value, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          usual = value;
        }
    }
  return usual;
}

gboolean
yz_bulk_edit_has_choice (YzBulkEdit *self)
{
  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), FALSE);
  return self->choice != NULL;
}

gboolean
yz_bulk_edit_is_complete (YzBulkEdit *self)
{
  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), FALSE);
  return self->complete;
}

/* --- choosing --- */

/* What is being worked out is for a choice that nobody wants any more. */
static void
drop_choice (YzBulkEdit *self)
{
  if (self->records != NULL)
    yz_job_cancel (self->job);
  g_clear_pointer (&self->choice, choice_release);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->afters, 0);
  self->complete = FALSE;
}

void
yz_bulk_edit_set_each (YzBulkEdit *self, const char *name, YzBulkFunc func, gpointer user_data, GDestroyNotify free)
{
  const YzField *field;

  g_return_if_fail (YZ_IS_BULK_EDIT (self));
  field = yz_kind_find_field (self->kind, name);
  g_return_if_fail (field != NULL);

  drop_choice (self);
  self->choice = g_atomic_rc_box_new0 (Choice);
  *self->choice = (Choice){ field, func, user_data, free };
  if (self->records != NULL)
    work_out (self);
}

typedef struct
{
  const YzField *field;
  GVariant *value;
  char sign;
} Combination;

static void
combination_free (gpointer data)
{
  Combination *combination = data;

  g_clear_pointer (&combination->value, g_variant_unref);
  g_free (combination);
}

static GVariant *
combine (GVariant *old, gpointer data, GError **error)
{
  const Combination *with = data;

  if (with->sign == '+')
    return yz_elements_add (with->field, old, with->value);
  if (with->sign == '-')
    return yz_elements_remove (with->field, old, with->value);
  return with->value != NULL ? g_variant_ref (with->value) : NULL;
}

void
yz_bulk_edit_set_value (YzBulkEdit *self, const char *name, GVariant *value, char sign)
{
  Combination *combination;

  g_return_if_fail (YZ_IS_BULK_EDIT (self));

  combination = g_new0 (Combination, 1);
  combination->field = yz_kind_find_field (self->kind, name);
  combination->value = value != NULL ? g_variant_ref_sink (value) : NULL;
  combination->sign = sign;
  yz_bulk_edit_set_each (self, name, combine, combination, combination_free);
}

void
yz_bulk_edit_unset (YzBulkEdit *self)
{
  g_return_if_fail (YZ_IS_BULK_EDIT (self));
  drop_choice (self);
}

/* --- what was worked out --- */

GPtrArray *
yz_bulk_edit_get_rows (YzBulkEdit *self)
{
  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), NULL);
  return self->rows;
}

void
yz_bulk_edit_count (YzBulkEdit *self, guint *changed, guint *same, guint *refused)
{
  g_return_if_fail (YZ_IS_BULK_EDIT (self));

  *changed = *same = *refused = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YzBulkRow *row = g_ptr_array_index (self->rows, i);

      if (row->problem != NULL)
        (*refused)++;
      else if (row->same)
        (*same)++;
      else
        (*changed)++;
    }
}

YzEdit *
yz_bulk_edit_make_edit (YzBulkEdit *self)
{
  YzEdit *edit;
  g_autofree char *subject = NULL;
  guint changed, same, refused;

  g_return_val_if_fail (YZ_IS_BULK_EDIT (self), NULL);

  edit = yz_edit_new (N_ ("Edit several"));
  for (guint i = 0; i < self->afters->len; i++)
    if (g_ptr_array_index (self->afters, i) != NULL)
      yz_edit_update (edit, g_ptr_array_index (self->records, i), g_ptr_array_index (self->afters, i));

  yz_bulk_edit_count (self, &changed, &same, &refused);
  subject = self->choice != NULL ? g_strdup_printf ("%s × %u", _ (self->choice->field->title), changed) : NULL;
  yz_edit_set_subject (edit, subject);
  return edit;
}

#include "config.h"

#include "yz-audit-walk.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-text.h"

typedef enum
{
  STEP_BEGIN,
  STEP_MARK,
  STEP_CLOSE,
} StepType;

/* Something that is made into an edit on a worker. */
typedef struct
{
  StepType type;
  char *text; /* a place, or a tag */
  char *who;  /* NULL if nobody says */
  char **accepted;
} Step;

struct _YzAuditWalk
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  char *audit; /* NULL before it has begun */
  char *auditor;
  char *message;
  GQueue *steps; /* of Step */
  gboolean busy;
  gboolean stale; /* whether the lists are to be read once more */
  gboolean reading;
  YzAuditResult *result;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YzAuditWalk, yz_audit_walk, G_TYPE_OBJECT)

enum
{
  PROP_MESSAGE = 1,
};

static GParamSpec *properties[PROP_MESSAGE + 1];
static guint changed_signal;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->text);
  g_free (step->who);
  g_strfreev (step->accepted);
  g_free (step);
}

static void
set_message (YzAuditWalk *self, const char *message)
{
  if (yz_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

/* --- the lists ---------------------------------------------------------------------------------------------------- */

static void
read_in_thread (GTask *task, gpointer store, gpointer audit, GCancellable *cancellable)
{
  GError *error = NULL;
  YzAuditResult *result = yz_audit_read (store, audit, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) yz_audit_result_free);
  else
    g_task_return_error (task, error);
}

static void read_lists (YzAuditWalk *self);

static void
on_read (GObject *source, GAsyncResult *task, gpointer data)
{
  g_autoptr (YzAuditWalk) self = data;
  g_autoptr (GError) error = NULL;
  YzAuditResult *result = g_task_propagate_pointer (G_TASK (task), &error);

  self->reading = FALSE;
  if (result != NULL)
    {
      g_clear_pointer (&self->result, yz_audit_result_free);
      self->result = result;
      g_signal_emit (self, changed_signal, 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_session_report_error (self->session, error);
  if (self->stale)
    read_lists (self);
}

static void
read_lists (YzAuditWalk *self)
{
  g_autoptr (GTask) task = NULL;

  self->stale = self->audit != NULL;
  if (self->reading || !self->stale || self->store == NULL)
    return;
  self->stale = FALSE;
  self->reading = TRUE;
  task = g_task_new (self->store, self->cancellable, on_read, g_object_ref (self));
  g_task_set_source_tag (task, read_lists);
  g_task_set_task_data (task, g_strdup (self->audit), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* --- one step after the other ------------------------------------------------------------------------------------- */

/* What a worker needs to make the edit, and what it has found out. */
typedef struct
{
  Step *step;
  char *audit;
  gint64 now;
  YzAuditNews news;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  step_free (making->step);
  g_free (making->audit);
  g_free (making);
}

static YzEdit *
make_edit (YzStore *store, Making *making, GError **error)
{
  const Step *step = making->step;

  switch (step->type)
    {
    case STEP_BEGIN:
      return yz_audit_make_begin (store, NULL, step->text, step->who, making->now, error);
    case STEP_MARK:
      return yz_audit_make_mark (store, making->audit, step->text, NULL, step->who, making->now, &making->news, error);
    case STEP_CLOSE:
      return yz_audit_make_close (store, making->audit, (const char *const *) step->accepted, making->now, error);
    default:
      g_assert_not_reached ();
    }
}

static void
make_in_thread (GTask *task, gpointer store, gpointer making, GCancellable *cancellable)
{
  GError *error = NULL;
  YzEdit *edit = make_edit (store, making, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void go_on (YzAuditWalk *self);

static void
on_applied (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzAuditWalk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (session), result, &error);

  if (error != NULL)
    yz_session_report_error (self->session, error);
  self->busy = FALSE;
  go_on (self);
}

static void
tell_news (YzAuditWalk *self, const Making *making, YzEdit *edit)
{
  const char *tag = yz_edit_get_subject (edit);
  g_autofree char *message = NULL;

  if (making->step->type != STEP_MARK)
    return;
  if (making->news == YZ_AUDIT_NEWS_REPEATED)
    message = g_strdup_printf (_ ("%s: scanned already"), tag);
  else if (making->news == YZ_AUDIT_NEWS_UNKNOWN)
    message = g_strdup_printf (_ ("%s: not in the books"), tag);
  else
    /* Translators: a tag that was scanned */
    message = g_strdup_printf (_ ("%s: seen"), tag);
  /* the same news twice are news */
  set_message (self, "");
  set_message (self, message);
}

/* The audit is what the edit made last. */
static void
learn_audit (YzAuditWalk *self, YzEdit *edit)
{
  const YzChange *change = yz_edit_get_change (edit, yz_edit_get_n_changes (edit) - 1);

  self->audit = g_strdup (yz_record_get_id (change->record));
}

static void
on_made (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzAuditWalk) self = data;
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_session_report_error (self->session, error);
  if (edit != NULL)
    tell_news (self, making, edit);
  if (edit != NULL && yz_edit_get_n_changes (edit) > 0 && yz_session_get_store (self->session) == self->store)
    {
      if (making->step->type == STEP_BEGIN)
        learn_audit (self, edit);
      yz_session_apply_async (self->session, edit, on_applied, g_object_ref (self));
      return;
    }
  self->busy = FALSE;
  go_on (self);
}

static void
go_on (YzAuditWalk *self)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  if (self->busy || self->store == NULL || g_queue_is_empty (self->steps))
    return;
  self->busy = TRUE;
  making = g_new0 (Making, 1);
  *making = (Making){ .step = g_queue_pop_head (self->steps),
                      .audit = g_strdup (self->audit),
                      .now = yz_clock_get_now (yz_session_get_clock (self->session)) };
  task = g_task_new (self->store, self->cancellable, on_made, g_object_ref (self));
  g_task_set_source_tag (task, go_on);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
add_step (YzAuditWalk *self, StepType type, const char *text, const char *const *accepted)
{
  Step *step = g_new0 (Step, 1);

  *step = (Step){ type, g_strdup (text), g_strdup (self->auditor), g_strdupv ((char **) accepted) };
  g_queue_push_tail (self->steps, step);
  go_on (self);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

void
yz_audit_walk_begin (YzAuditWalk *self, const char *place, const char *auditor)
{
  g_return_if_fail (YZ_IS_AUDIT_WALK (self) && self->audit == NULL);

  yz_set_str (&self->auditor, auditor);
  add_step (self, STEP_BEGIN, place, NULL);
}

void
yz_audit_walk_resume (YzAuditWalk *self, const char *audit)
{
  g_return_if_fail (YZ_IS_AUDIT_WALK (self) && self->audit == NULL);

  self->audit = g_strdup (audit);
  read_lists (self);
}

void
yz_audit_walk_submit (YzAuditWalk *self, const char *tag)
{
  g_return_if_fail (YZ_IS_AUDIT_WALK (self));

  if (*tag != '\0')
    add_step (self, STEP_MARK, tag, NULL);
}

void
yz_audit_walk_close (YzAuditWalk *self, const char *const *accepted)
{
  g_return_if_fail (YZ_IS_AUDIT_WALK (self));

  add_step (self, STEP_CLOSE, NULL, accepted);
}

const YzAuditResult *
yz_audit_walk_get_result (YzAuditWalk *self)
{
  g_return_val_if_fail (YZ_IS_AUDIT_WALK (self), NULL);
  return self->result;
}

static void
yz_audit_walk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_MESSAGE)
    g_value_set_string (value, YZ_AUDIT_WALK (object)->message);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_audit_walk_dispose (GObject *object)
{
  YzAuditWalk *self = YZ_AUDIT_WALK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_audit_walk_parent_class)->dispose (object);
}

static void
yz_audit_walk_finalize (GObject *object)
{
  YzAuditWalk *self = YZ_AUDIT_WALK (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->result, yz_audit_result_free);
  g_queue_free_full (self->steps, step_free);
  g_free (self->audit);
  g_free (self->auditor);
  g_free (self->message);

  G_OBJECT_CLASS (yz_audit_walk_parent_class)->finalize (object);
}

static void
yz_audit_walk_class_init (YzAuditWalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_audit_walk_get_property;
  object_class->dispose = yz_audit_walk_dispose;
  object_class->finalize = yz_audit_walk_finalize;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "",
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  changed_signal = g_signal_new ("changed", YZ_TYPE_AUDIT_WALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_audit_walk_init (YzAuditWalk *self)
{
  self->message = g_strdup ("");
  self->steps = g_queue_new ();
  self->cancellable = g_cancellable_new ();
}

YzAuditWalk *
yz_audit_walk_new (YzSession *session)
{
  YzAuditWalk *self;

  g_return_val_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL, NULL);

  self = g_object_new (YZ_TYPE_AUDIT_WALK, NULL);
  self->session = g_object_ref (session);
  self->store = g_object_ref (yz_session_get_store (session));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (read_lists), self, G_CONNECT_SWAPPED);
  return self;
}

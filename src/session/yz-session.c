/* The open workspace, and the work that is going on. What is written to it is in yz-session-changes.c. */
#include "config.h"

#include "yz-session.h"

#include "yz-date-shorthand.h"
#include "yz-sample.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>

struct _YzSession
{
  GObject parent_instance;

  YzClock *clock;
  YzIdFactory *ids;
  YzStore *store; /* NULL while no workspace is open */
  gulong store_changed_id;
  char *workspace_name;
  char *author;
  YzAction *undo_action;
  YzAction *redo_action;
  GListStore *jobs;
};

G_DEFINE_FINAL_TYPE (YzSession, yz_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_STORE = 1,
  PROP_WORKSPACE_NAME,
  PROP_AUTHOR,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_ACTION,
  PROP_REDO_ACTION,
  PROP_JOBS,
} YzSessionProperty;

enum
{
  APPLIED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_JOBS + 1];
static guint signals[N_SIGNALS];

static void
set_undo_actions (YzSession *self, YzAction *undo, YzAction *redo)
{
  g_clear_pointer (&self->undo_action, yz_action_free);
  g_clear_pointer (&self->redo_action, yz_action_free);
  self->undo_action = undo;
  self->redo_action = redo;

  for (guint prop = PROP_CAN_UNDO; prop <= PROP_REDO_ACTION; prop++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
on_store_changed (YzSession *self)
{
  set_undo_actions (self, yz_store_get_undo (self->store), yz_store_get_redo (self->store));
}

static char *
workspace_name_from_path (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GFile) sample = yz_sample_get_file ();
  char *dot = g_strrstr (base, ".yizhan");

  /* the file is ours, and has no name that people gave it */
  if (g_strcmp0 (path, g_file_peek_path (sample)) == 0)
    return g_strdup (_ ("Sample city"));
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_filename_display_name (base);
}

static void
set_store (YzSession *self, YzStore *store)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_id, self->store);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->workspace_name, g_free);

  if (store != NULL)
    {
      self->workspace_name = workspace_name_from_path (yz_store_get_path (store));
      yz_store_set_author (store, self->author);
      self->store_changed_id =
        g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
      on_store_changed (self);
    }
  else
    set_undo_actions (self, NULL, NULL);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

static void
yz_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzSession *self = YZ_SESSION (object);

  switch ((YzSessionProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_WORKSPACE_NAME:
      g_value_set_string (value, self->workspace_name);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_action != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_action != NULL);
      break;
    case PROP_UNDO_ACTION:
      g_value_set_boxed (value, self->undo_action);
      break;
    case PROP_REDO_ACTION:
      g_value_set_boxed (value, self->redo_action);
      break;
    case PROP_JOBS:
      g_value_set_object (value, self->jobs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzSession *self = YZ_SESSION (object);

  if (prop_id == PROP_AUTHOR)
    yz_session_set_author (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_session_dispose (GObject *object)
{
  YzSession *self = YZ_SESSION (object);

  yz_session_close (self, NULL);
  g_list_store_remove_all (self->jobs);

  G_OBJECT_CLASS (yz_session_parent_class)->dispose (object);
}

static void
yz_session_finalize (GObject *object)
{
  YzSession *self = YZ_SESSION (object);

  g_clear_object (&self->jobs);
  g_clear_object (&self->ids);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->undo_action, yz_action_free);
  g_clear_pointer (&self->redo_action, yz_action_free);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (yz_session_parent_class)->finalize (object);
}

static void
yz_session_class_init (YzSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_session_get_property;
  object_class->set_property = yz_session_set_property;
  object_class->dispose = yz_session_dispose;
  object_class->finalize = yz_session_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, YZ_TYPE_STORE, flags);
  properties[PROP_WORKSPACE_NAME] = g_param_spec_string ("workspace-name", NULL, NULL, NULL, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags | G_PARAM_WRITABLE);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_ACTION] = g_param_spec_boxed ("undo-action", NULL, NULL, YZ_TYPE_ACTION, flags);
  properties[PROP_REDO_ACTION] = g_param_spec_boxed ("redo-action", NULL, NULL, YZ_TYPE_ACTION, flags);
  properties[PROP_JOBS] = g_param_spec_object ("jobs", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[APPLIED] =
    g_signal_new ("applied", YZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, YZ_TYPE_ACTION);
  signals[FAILED] =
    g_signal_new ("failed", YZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
yz_session_init (YzSession *self)
{
  self->jobs = g_list_store_new (YZ_TYPE_JOB);
}

YzSession *
yz_session_new (YzClock *clock, YzIdFactory *ids)
{
  YzSession *self;

  g_return_val_if_fail (YZ_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (YZ_IS_ID_FACTORY (ids), NULL);

  self = g_object_new (YZ_TYPE_SESSION, NULL);
  self->clock = g_object_ref (clock);
  self->ids = g_object_ref (ids);
  return self;
}

YzClock *
yz_session_get_clock (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return self->clock;
}

YzIdFactory *
yz_session_get_ids (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return self->ids;
}

YzStore *
yz_session_get_store (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return self->store;
}

GListModel *
yz_session_get_jobs (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return G_LIST_MODEL (self->jobs);
}

const char *
yz_session_get_workspace_name (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return self->workspace_name;
}

void
yz_session_set_author (YzSession *self, const char *author)
{
  g_return_if_fail (YZ_IS_SESSION (self));

  if (!yz_set_str (&self->author, author))
    return;
  if (self->store != NULL)
    yz_store_set_author (self->store, author);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHOR]);
}

char *
yz_session_expand_date (YzSession *self, const char *text)
{
  g_autoptr (GDateTime) local = NULL;
  GDate today;

  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);

  if (text == NULL || *text == '\0')
    return NULL;
  local = yz_clock_get_local (self->clock);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));
  return yz_date_from_shorthand (text, &today);
}

static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YzSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (YzStore) store = yz_store_open_finish (result, &error);

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  yz_session_close (self, NULL);
  set_store (self, store);
  g_task_return_boolean (task, TRUE);
}

void
yz_session_open_async (YzSession *self, const char *path, YzStoreFlags flags, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (YZ_IS_SESSION (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_session_open_async);
  yz_store_open_async (path, flags, self->clock, self->ids, NULL, on_store_opened, task);
}

gboolean
yz_session_open_finish (YzSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

YzStore *
yz_session_release_store (YzSession *self)
{
  YzStore *store;

  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);

  if (self->store == NULL)
    return NULL;
  store = g_object_ref (self->store);
  set_store (self, NULL);
  return store;
}

gboolean
yz_session_close (YzSession *self, GError **error)
{
  g_autoptr (YzStore) store = NULL;

  g_return_val_if_fail (YZ_IS_SESSION (self), FALSE);

  store = yz_session_release_store (self);
  return store == NULL || yz_store_close (store, error);
}

YzRecord *
yz_session_new_record (YzSession *self, const YzKind *kind)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);

  id = yz_id_factory_next (self->ids);
  return yz_record_new (kind, id);
}

const YzAction *
yz_session_get_undo_action (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return self->undo_action;
}

const YzAction *
yz_session_get_redo_action (YzSession *self)
{
  g_return_val_if_fail (YZ_IS_SESSION (self), NULL);
  return self->redo_action;
}

void
yz_session_report_error (YzSession *self, const GError *error)
{
  g_return_if_fail (YZ_IS_SESSION (self));
  g_return_if_fail (error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

void
yz_session_report_applied (YzSession *self, const YzAction *action)
{
  g_return_if_fail (YZ_IS_SESSION (self));
  g_signal_emit (self, signals[APPLIED], 0, action);
}

static void
on_job_done (YzJob *job, GParamSpec *pspec, YzSession *self)
{
  guint position;

  if (g_list_store_find (self->jobs, job, &position))
    g_list_store_remove (self->jobs, position);
}

void
yz_session_add_job (YzSession *self, YzJob *job)
{
  g_return_if_fail (YZ_IS_SESSION (self));
  g_return_if_fail (YZ_IS_JOB (job));

  g_list_store_append (self->jobs, job);
  g_signal_connect_object (job, "notify::done", G_CALLBACK (on_job_done), self, 0);
}

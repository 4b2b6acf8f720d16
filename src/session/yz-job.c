#include "config.h"

#include "yz-job.h"

struct _YzJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  double fraction;
  gboolean done;

  GMutex lock; /* of what other threads report */
  double reported;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (YzJob, yz_job, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_FRACTION,
  PROP_DONE,
} YzJobProperty;

static GParamSpec *properties[PROP_DONE + 1];

static void
yz_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzJob *self = YZ_JOB (object);

  switch ((YzJobProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_DONE:
      g_value_set_boolean (value, self->done);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_job_finalize (GObject *object)
{
  YzJob *self = YZ_JOB (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->title, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (yz_job_parent_class)->finalize (object);
}

static void
yz_job_class_init (YzJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_job_get_property;
  object_class->finalize = yz_job_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_DONE] = g_param_spec_boolean ("done", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_job_init (YzJob *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
}

YzJob *
yz_job_new (const char *title)
{
  YzJob *self = g_object_new (YZ_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
yz_job_get_title (YzJob *self)
{
  g_return_val_if_fail (YZ_IS_JOB (self), NULL);
  return self->title;
}

GCancellable *
yz_job_get_cancellable (YzJob *self)
{
  g_return_val_if_fail (YZ_IS_JOB (self), NULL);
  return self->cancellable;
}

double
yz_job_get_fraction (YzJob *self)
{
  g_return_val_if_fail (YZ_IS_JOB (self), -1);
  return self->fraction;
}

void
yz_job_cancel (YzJob *self)
{
  g_return_if_fail (YZ_IS_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

static gboolean
show_report (gpointer data)
{
  YzJob *self = YZ_JOB (data);

  g_mutex_lock (&self->lock);
  self->fraction = self->reported;
  self->idle_id = 0;
  g_mutex_unlock (&self->lock);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

void
yz_job_report (guint64 done, guint64 total, gpointer data)
{
  YzJob *self = YZ_JOB (data);

  g_mutex_lock (&self->lock);
  self->reported = total > 0 ? CLAMP ((double) done / (double) total, 0, 1) : -1;
  /* one idle at a time, however often the work reports; it holds the job */
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_DEFAULT, show_report, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

void
yz_job_finish (YzJob *self)
{
  g_return_if_fail (YZ_IS_JOB (self));

  if (self->done)
    return;
  self->done = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DONE]);
}

void
yz_job_finish_with (YzJob *self, GTask *task)
{
  g_return_if_fail (YZ_IS_JOB (self));
  g_return_if_fail (G_IS_TASK (task));

  g_signal_connect_object (task, "notify::completed", G_CALLBACK (yz_job_finish), self, G_CONNECT_SWAPPED);
}

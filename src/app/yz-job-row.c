#include "config.h"

#include "yz-job-row.h"

#include "yz-widgets.h"

/* Most jobs end before anybody could read what they are. */
#define PATIENCE_MS 500
#define PULSE_MS 120

struct _YzJobRow
{
  GtkWidget parent_instance;

  YzJob *job;
  GtkProgressBar *progress_bar;
  guint patience_id;
  guint pulse_id;
};

G_DEFINE_FINAL_TYPE (YzJobRow, yz_job_row, GTK_TYPE_WIDGET)

enum
{
  PROP_JOB = 1,
};

static GParamSpec *properties[PROP_JOB + 1];

static gboolean
on_pulse (gpointer data)
{
  YzJobRow *self = YZ_JOB_ROW (data);
  double fraction = yz_job_get_fraction (self->job);

  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  return G_SOURCE_CONTINUE;
}

static void
on_patience_ended (gpointer data)
{
  YzJobRow *self = YZ_JOB_ROW (data);

  self->patience_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->pulse_id = g_timeout_add (PULSE_MS, on_pulse, self);
}

static void
cancel_job (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_job_cancel (YZ_JOB_ROW (widget)->job);
}

static void
yz_job_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_JOB)
    g_value_set_object (value, YZ_JOB_ROW (object)->job);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_job_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_JOB)
    YZ_JOB_ROW (object)->job = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_job_row_dispose (GObject *object)
{
  YzJobRow *self = YZ_JOB_ROW (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  yz_widgets_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (yz_job_row_parent_class)->dispose (object);
}

static void
yz_job_row_finalize (GObject *object)
{
  g_clear_object (&YZ_JOB_ROW (object)->job);

  G_OBJECT_CLASS (yz_job_row_parent_class)->finalize (object);
}

static void
yz_job_row_class_init (YzJobRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_job_row_get_property;
  object_class->set_property = yz_job_row_set_property;
  object_class->dispose = yz_job_row_dispose;
  object_class->finalize = yz_job_row_finalize;

  properties[PROP_JOB] = g_param_spec_object ("job", NULL, NULL, YZ_TYPE_JOB,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "job.cancel", NULL, cancel_job);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-job-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzJobRow, progress_bar);
}

static void
yz_job_row_init (YzJobRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->patience_id = g_timeout_add_once (PATIENCE_MS, on_patience_ended, self);
}

GtkWidget *
yz_job_row_new (YzJob *job)
{
  return g_object_new (YZ_TYPE_JOB_ROW, "job", job, NULL);
}

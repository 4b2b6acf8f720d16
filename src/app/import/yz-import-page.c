#include "config.h"

#include "yz-import-page-private.h"

#include "yz-import-bar.h"
#include "yz-import-columns.h"
#include "yz-import-datum.h"
#include "yz-import-tabs.h"
#include "yz-widgets.h"
#include "yz-window.h"
#include "yz-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (YzImportPage, yz_import_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_IMPORT,
  PROP_SHOWN,
} YzImportPageProperty;

static GParamSpec *properties[PROP_SHOWN + 1];

/* --- closures of the template --- */

static gboolean
is_preview (GObject *object, int stage)
{
  return stage == YZ_IMPORT_STAGE_PREVIEW;
}

static gboolean
is_not_done (GObject *object, int stage)
{
  return stage != YZ_IMPORT_STAGE_DONE;
}

static char *
format_apply (GObject *object, guint n_written)
{
  return g_strdup_printf (ngettext ("Import %u row", "Import %u rows", n_written), n_written);
}

/* --- what the page shows --- */

static void
set_shown (YzImportPage *self, int shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  if (self->import != NULL)
    g_object_set (self->import, "shown", shown, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
update_stage (YzImportPage *self)
{
  static const char *const names[] = { "source", "preview", "done" };
  int stage;

  g_object_get (self->import, "stage", &stage, NULL);
  gtk_stack_set_visible_child_name (self->stages, names[stage]);
}

static void
update_actions (YzImportPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (YzJob) job = NULL;
  guint n_written;

  g_object_get (self->import, "job", &job, "n-written", &n_written, NULL);
  gtk_widget_action_set_enabled (widget, "import.apply", job == NULL && n_written > 0);
  gtk_widget_action_set_enabled (widget, "import.save-report", yz_import_get_plan (self->import) != NULL);
  gtk_widget_action_set_enabled (widget, "import.save-report-to", yz_import_get_plan (self->import) != NULL);
}

/* What is written goes on when the page is left; so it is the window that tells of it. */
static gboolean
is_told_by_window (YzImportPage *self, YzJob *job)
{
  return g_list_store_find (G_LIST_STORE (yz_session_get_jobs (self->session)), job, NULL);
}

static void
update_job (YzImportPage *self)
{
  g_autoptr (YzJob) job = NULL;

  g_object_get (self->import, "job", &job, NULL);
  gtk_widget_set_visible (self->job_box, job != NULL && !is_told_by_window (self, job));
  g_clear_object (&self->progress_binding);
  if (job != NULL)
    {
      gtk_progress_bar_set_text (self->progress_bar, yz_job_get_title (job));
      self->progress_binding =
        g_object_ref (g_object_bind_property (job, "fraction", self->progress_bar, "fraction", G_BINDING_DEFAULT));
    }
  update_actions (self);
}

/* "Import a list of stations", and where to see them afterwards */
static void
update_kind (YzImportPage *self)
{
  const YzKind *kind = yz_import_get_kind (self->import);
  /* Translators: %s are many of a kind: stations, people */
  g_autofree char *title = g_strdup_printf (_ ("Import a list: %s"), _ (kind->title_plural));
  g_autofree char *label = g_strdup_printf (_ ("Show Them: %s"), _ (kind->title_plural));

  adw_status_page_set_title (self->source_page, title);
  gtk_button_set_label (self->show_button, label);
}

static void
on_row_selected (YzImportPage *self)
{
  g_autoptr (YzImportRow) row = NULL;

  g_object_get (self->table, "selected", &row, NULL);
  yz_import_compare_show (self->compare, self->import, row);
  gtk_widget_set_visible (self->compare_card, row != NULL);
}

static void
on_judged (YzImportPage *self)
{
  set_shown (self, -1);
  on_row_selected (self);
  if (yz_import_count (self->import, YZ_IMPORT_DUPLICATE) > 0)
    yz_import_table_select_next (self->table, YZ_IMPORT_DUPLICATE);
}

static void
on_report_saved (YzImportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (YZ_IS_WINDOW (root))
    yz_window_add_toast (YZ_WINDOW (root), adw_toast_new (_ ("The list with its results is saved")));
}

/* --- the object --- */

static void
set_session (YzImportPage *self, YzSession *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  self->import = yz_import_new (session);
  g_signal_connect_object (self->import, "notify::stage", G_CALLBACK (update_stage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "notify::job", G_CALLBACK (update_job), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yz_session_get_jobs (session), "items-changed", G_CALLBACK (update_job), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "notify::n-written", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "notify::kind", G_CALLBACK (update_kind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "judged", G_CALLBACK (on_judged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "report-saved", G_CALLBACK (on_report_saved), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORT]);
  update_kind (self);
  update_stage (self);
  update_job (self);
}

static void
yz_import_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzImportPage *self = YZ_IMPORT_PAGE (object);

  switch ((YzImportPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IMPORT:
      g_value_set_object (value, self->import);
      break;
    case PROP_SHOWN:
      g_value_set_int (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_import_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (YZ_IMPORT_PAGE (object), g_value_get_object (value));
  else if (prop_id == PROP_SHOWN)
    set_shown (YZ_IMPORT_PAGE (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_page_dispose (GObject *object)
{
  YzImportPage *self = YZ_IMPORT_PAGE (object);

  g_clear_object (&self->progress_binding);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->import);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, content);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, stages);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, job_box);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, source_page);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, show_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, table);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, compare);
  gtk_widget_class_bind_template_child (widget_class, YzImportPage, compare_card);
  yz_widgets_bind_text_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, is_preview);
  gtk_widget_class_bind_template_callback (widget_class, is_not_done);
  gtk_widget_class_bind_template_callback (widget_class, format_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
yz_import_page_class_init (YzImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_import_page_get_property;
  object_class->set_property = yz_import_page_set_property;
  object_class->dispose = yz_import_page_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, flags | G_PARAM_WRITABLE);
  properties[PROP_IMPORT] = g_param_spec_object ("import", NULL, NULL, YZ_TYPE_IMPORT, flags);
  properties[PROP_SHOWN] =
    g_param_spec_int ("shown", NULL, NULL, -1, YZ_N_IMPORT_OUTCOMES, -1, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_IMPORT_BAR);
  g_type_ensure (YZ_TYPE_IMPORT_COLUMNS);
  g_type_ensure (YZ_TYPE_IMPORT_COMPARE);
  g_type_ensure (YZ_TYPE_IMPORT_DATUM);
  g_type_ensure (YZ_TYPE_IMPORT_TABLE);
  g_type_ensure (YZ_TYPE_IMPORT_TABS);
  g_type_ensure (YZ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/import/yz-import-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  yz_import_page_install_actions (widget_class);
}

static void
yz_import_page_init (YzImportPage *self)
{
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  yz_import_page_accept_drops (self);
}

void
yz_import_page_begin (YzImportPage *self, const YzKind *kind)
{
  int stage;

  g_return_if_fail (YZ_IS_IMPORT_PAGE (self));

  g_object_get (self->import, "stage", &stage, NULL);
  /* an import that was begun goes on, unless it is about something else */
  if (stage == YZ_IMPORT_STAGE_DONE || yz_import_get_kind (self->import) != kind)
    yz_import_reset (self->import);
  yz_import_set_kind (self->import, kind);
}

/* Begins and ends an editing, and lays its parts side by side. What is done to hours: yz-hours-page-actions.c. */
#include "config.h"

#include "yz-hours-page.h"

#include "yz-bulk-dialog.h"
#include "yz-dialogs.h"
#include "yz-hours-exceptions.h"
#include "yz-hours-page-actions.h"
#include "yz-hours-reading.h"
#include "yz-hours-week.h"
#include "yz-kinds.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzHoursPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *text_card;
  YzHoursWeek *week;
  YzHoursExceptions *exceptions;
  YzHoursReading *reading;
  GMenu *template_section;

  YzSession *session;
  YzHoursEdit *edit;
  gulong applied_id;         /* waits for a bulk edit to be done */
  GCancellable *cancellable; /* of what is read for @edit */
};

G_DEFINE_FINAL_TYPE (YzHoursPage, yz_hours_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_EDIT = 1,
} YzHoursPageProperty;

static GParamSpec *properties[PROP_EDIT + 1];
static guint closed_signal;

/* --- closures of the template --- */

static char *
format_changes (GObject *object, guint n_changes, gboolean dirty, guint n_stations)
{
  g_autofree char *changes = NULL;

  if (!dirty)
    return g_strdup ("");
  if (n_changes == 0)
    return g_strdup (n_stations == 1 ? _ ("draft taken up again") : "");
  changes = g_strdup_printf (ngettext ("%u change", "%u changes", n_changes), n_changes);
  return n_stations == 1 ? g_strdup_printf (_ ("%s · draft kept"), changes) : g_steal_pointer (&changes);
}

static char *
name_save (GObject *object, guint n_stations)
{
  return g_strdup (n_stations > 1 ? _ ("_Review Changes…") : _ ("_Save"));
}

/* --- what is shown --- */

static void
update (YzHoursPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_undo, can_redo, can_save;
  gboolean grid = yz_hours_edit_get_grid (self->edit) != NULL;

  g_object_get (self->edit, "can-undo", &can_undo, "can-redo", &can_redo, "can-save", &can_save, NULL);
  gtk_widget_action_set_enabled (widget, "hours.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "hours.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "hours.save", can_save);
  gtk_widget_action_set_enabled (widget, "hours.add-exception", grid);
  gtk_widget_set_visible (GTK_WIDGET (self->week), grid);
  gtk_widget_set_visible (GTK_WIDGET (self->exceptions), grid);
  gtk_widget_set_visible (self->text_card, !grid);
}

/* --- verbs --- */

static YzHoursEdit *
get_edit (GtkWidget *widget)
{
  return YZ_HOURS_PAGE (widget)->edit;
}

static void
close_page (YzHoursPage *self)
{
  g_clear_signal_handler (&self->applied_id, self->session);
  g_signal_emit (self, closed_signal, 0);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzHoursPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!yz_draft_save_finish (YZ_DRAFT (source), result, &error))
    yz_session_report_error (self->session, error);
  else if (self->edit != NULL && yz_hours_edit_get_draft (self->edit) == YZ_DRAFT (source))
    close_page (self);
}

/* The preview that every bulk edit has; what is done there ends the editing here. */
static void
review (YzHoursPage *self)
{
  GtkWidget *dialog = yz_bulk_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                          &yz_station_kind, yz_hours_edit_get_ids (self->edit));

  yz_draft_set_text (yz_bulk_dialog_get_draft (YZ_BULK_DIALOG (dialog)), "hours", yz_hours_edit_get_value (self->edit));
  gtk_widget_activate_action (dialog, "bulk.field", "s", "hours");
  g_clear_signal_handler (&self->applied_id, self->session);
  self->applied_id = g_signal_connect_swapped (self->session, "applied", G_CALLBACK (close_page), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursPage *self = YZ_HOURS_PAGE (widget);

  if (yz_hours_edit_get_n_stations (self->edit) > 1)
    review (self);
  else
    yz_draft_save_async (yz_hours_edit_get_draft (self->edit), on_saved, g_object_ref (self));
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_draft_discard (yz_hours_edit_get_draft (get_edit (widget)));
  close_page (YZ_HOURS_PAGE (widget));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean can_undo, dirty;

  g_object_get (get_edit (widget), "can-undo", &can_undo, "dirty", &dirty, NULL);
  if (dirty && can_undo)
    yz_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Give up the changes?"),
                        _ ("The hours stay as they were."), _ ("_Give Up"), "win.discard-hours", NULL);
  else
    discard_cb (widget, name, parameter);
}

static void
on_station_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzHoursPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) station = yz_store_load_finish (YZ_STORE (source), result, &error);

  if (station != NULL)
    yz_hours_edit_copy_from (self->edit, station);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_session_report_error (self->session, error);
}

static void
copy_station_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursPage *self = YZ_HOURS_PAGE (widget);

  yz_store_load_async (yz_session_get_store (self->session), &yz_station_kind, g_variant_get_string (parameter, NULL),
                       self->cancellable, on_station_loaded, g_object_ref (self));
}

static void
recognise_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_reading_recognise (YZ_HOURS_PAGE (widget)->reading, g_variant_get_string (parameter, NULL));
}

/* --- the widget --- */

static void
yz_hours_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_EDIT)
    g_value_set_object (value, YZ_HOURS_PAGE (object)->edit);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_hours_page_dispose (GObject *object)
{
  YzHoursPage *self = YZ_HOURS_PAGE (object);

  if (self->content != NULL)
    yz_hours_page_set_edit (self, NULL, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yz_hours_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "hours.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "hours.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "hours.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "hours.copy-station", "s", copy_station_cb);
  gtk_widget_class_install_action (widget_class, "hours.recognise-text", "s", recognise_text_cb);
  yz_hours_page_install_edit_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "hours.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "hours.leave", NULL);
}

static void
yz_hours_page_class_init (YzHoursPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_hours_page_get_property;
  object_class->dispose = yz_hours_page_dispose;
  properties[PROP_EDIT] = g_param_spec_object ("edit", NULL, NULL, YZ_TYPE_HOURS_EDIT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  closed_signal = g_signal_new ("closed", YZ_TYPE_HOURS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YZ_TYPE_HOURS_WEEK);
  g_type_ensure (YZ_TYPE_HOURS_EXCEPTIONS);
  g_type_ensure (YZ_TYPE_HOURS_READING);
  g_type_ensure (YZ_TYPE_HOURS_EDIT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/hours/yz-hours-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHoursPage, content);
  gtk_widget_class_bind_template_child (widget_class, YzHoursPage, text_card);
  gtk_widget_class_bind_template_child (widget_class, YzHoursPage, week);
  gtk_widget_class_bind_template_child (widget_class, YzHoursPage, exceptions);
  gtk_widget_class_bind_template_child (widget_class, YzHoursPage, reading);
  gtk_widget_class_bind_template_child (widget_class, YzHoursPage, template_section);
  yz_widgets_bind_text_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_changes);
  gtk_widget_class_bind_template_callback (widget_class, name_save);
  install_actions (widget_class);
}

static void
fill_templates (YzHoursPage *self)
{
  guint n_templates;
  const char *const *titles = yz_hours_edit_get_templates (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (titles[i]), NULL);

      g_menu_item_set_action_and_target (item, "hours.template", "u", i);
      g_menu_append_item (self->template_section, item);
    }
}

static void
yz_hours_page_init (YzHoursPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_templates (self);
}

void
yz_hours_page_set_edit (YzHoursPage *self, YzSession *session, YzHoursEdit *edit)
{
  g_return_if_fail (YZ_IS_HOURS_PAGE (self));

  if (self->session != NULL)
    g_clear_signal_handler (&self->applied_id, self->session);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->session, session);
  yz_hours_week_set_edit (self->week, edit);
  yz_hours_exceptions_set_edit (self->exceptions, edit);
  yz_hours_reading_set_edit (self->reading, edit);
  if (g_set_object (&self->edit, edit))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDIT]);
  if (edit == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

YzHoursEdit *
yz_hours_page_get_edit (YzHoursPage *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_PAGE (self), NULL);
  return self->edit;
}

GtkWidget *
yz_hours_page_get_bars (YzHoursPage *self, YzHoursRow row)
{
  g_return_val_if_fail (YZ_IS_HOURS_PAGE (self), NULL);
  return yz_hours_week_get_bars (self->week, row);
}

YzSession *
yz_hours_page_get_session (YzHoursPage *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_PAGE (self), NULL);
  return self->session;
}

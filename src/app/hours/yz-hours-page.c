#include "config.h"

#include "yz-hours-page.h"

#include "yz-bulk-dialog.h"
#include "yz-dialogs.h"
#include "yz-hours-dialogs.h"
#include "yz-hours-exceptions.h"
#include "yz-hours-names.h"
#include "yz-hours-reading.h"
#include "yz-hours-week.h"
#include "yz-kinds.h"

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
  gulong applied_id; /* waits for a bulk edit to be done */
};

G_DEFINE_FINAL_TYPE (YzHoursPage, yz_hours_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_EDIT = 1,
} YzHoursPageProperty;

static GParamSpec *properties[PROP_EDIT + 1];
static guint closed_signal;

/* --- closures of the template --- */

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

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

static const YzHoursGrid *
get_grid (GtkWidget *widget)
{
  return yz_hours_edit_get_grid (get_edit (widget));
}

static guint
get_season (GtkWidget *widget)
{
  guint season;

  g_object_get (get_edit (widget), "season", &season, NULL);
  return season;
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_undo (get_edit (widget));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_redo (get_edit (widget));
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
template_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint n_templates;

  yz_hours_edit_get_templates (&n_templates);
  if (g_variant_get_uint32 (parameter) < n_templates)
    yz_hours_edit_apply_template (get_edit (widget), g_variant_get_uint32 (parameter));
}

static void
copy_from_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_dialog_show_copy (widget, YZ_HOURS_PAGE (widget)->session);
}

static void
copy_station_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursPage *self = YZ_HOURS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) station = yz_store_load (yz_session_get_store (self->session), &yz_station_kind,
                                                g_variant_get_string (parameter, NULL), &error);

  if (station != NULL)
    yz_hours_edit_copy_from (self->edit, station);
  else
    yz_session_report_error (self->session, error);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_clear (get_edit (widget));
}

static void
text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_set_text (get_edit (widget), g_variant_get_string (parameter, NULL));
}

static void
row_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text;
  guint row;

  g_variant_get (parameter, "(u&s)", &row, &text);
  if (get_grid (widget) != NULL && row < YZ_HOURS_N_ROWS)
    yz_hours_edit_set_row_text (get_edit (widget), row, text, NULL);
}

static void
show_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (get_edit (widget), "season", g_variant_get_uint32 (parameter), NULL);
}

static void
add_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_dialog_show_season (widget, NULL, 0);
}

static void
add_season_dates_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int first_month, first_day, last_month, last_day;

  g_variant_get (parameter, "(iiii)", &first_month, &first_day, &last_month, &last_day);
  yz_hours_edit_add_season (get_edit (widget), first_month, first_day, last_month, last_day);
}

static void
edit_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint season = get_season (widget);

  if (season > 0)
    yz_hours_dialog_show_season (widget, g_ptr_array_index (get_grid (widget)->seasons, season), season);
}

static void
set_season_dates_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int first_month, first_day, last_month, last_day;
  guint season;

  g_variant_get (parameter, "(uiiii)", &season, &first_month, &first_day, &last_month, &last_day);
  yz_hours_edit_set_season_dates (get_edit (widget), season, first_month, first_day, last_month, last_day);
}

static void
remove_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (get_season (widget) > 0)
    yz_hours_edit_remove_season (get_edit (widget), get_season (widget));
}

static void
workday_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_set_workday (get_edit (widget), g_variant_get_string (parameter, NULL));
}

static void
remedy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GPtrArray *findings = yz_hours_edit_get_findings (get_edit (widget));
  guint index, remedy;

  g_variant_get (parameter, "(uu)", &index, &remedy);
  if (index < findings->len)
    yz_hours_edit_apply_remedy (get_edit (widget), g_ptr_array_index (findings, index), remedy);
}

static void
add_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_dialog_show_exception (widget, YZ_HOURS_PAGE (widget)->session, NULL, G_MAXUINT);
}

static void
edit_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint index = g_variant_get_uint32 (parameter);

  if (get_grid (widget) != NULL && index < get_grid (widget)->exceptions->len)
    yz_hours_dialog_show_exception (widget, YZ_HOURS_PAGE (widget)->session,
                                    g_ptr_array_index (get_grid (widget)->exceptions, index), index);
}

static void
set_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *first, *last, *times, *reason;
  g_autoptr (GError) error = NULL;
  YzHoursException *exception;
  guint index;
  int kind;

  g_variant_get (parameter, "(ui&s&s&s&s)", &index, &kind, &first, &last, &times, &reason);
  exception = yz_hours_exception_new_from_words (CLAMP (kind, 0, YZ_HOURS_N_EXCEPTION_KINDS - 1), first, last, times,
                                                 reason, &error);
  if (exception != NULL)
    yz_hours_edit_set_exception (get_edit (widget), index, exception);
  else
    yz_session_report_error (YZ_HOURS_PAGE (widget)->session, error);
}

static void
remove_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_remove_exception (get_edit (widget), g_variant_get_uint32 (parameter));
}

static void
recognise_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_reading_recognise (YZ_HOURS_PAGE (widget)->reading, g_variant_get_string (parameter, NULL));
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_accept_recognised (get_edit (widget));
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
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "hours.undo", NULL, undo_cb },
    { "hours.redo", NULL, redo_cb },
    { "hours.save", NULL, save_cb },
    { "hours.leave", NULL, leave_cb },
    { "hours.discard", NULL, discard_cb },
    { "hours.template", "u", template_cb },
    { "hours.copy-from", NULL, copy_from_cb },
    { "hours.copy-station", "s", copy_station_cb },
    { "hours.clear", NULL, clear_cb },
    { "hours.text", "s", text_cb },
    { "hours.row-text", "(us)", row_text_cb },
    { "hours.show-season", "u", show_season_cb },
    { "hours.add-season", NULL, add_season_cb },
    { "hours.add-season-dates", "(iiii)", add_season_dates_cb },
    { "hours.edit-season", NULL, edit_season_cb },
    { "hours.set-season-dates", "(uiiii)", set_season_dates_cb },
    { "hours.remove-season", NULL, remove_season_cb },
    { "hours.workday", "s", workday_cb },
    { "hours.remedy", "(uu)", remedy_cb },
    { "hours.add-exception", NULL, add_exception_cb },
    { "hours.edit-exception", "u", edit_exception_cb },
    { "hours.set-exception", "(uissss)", set_exception_cb },
    { "hours.remove-exception", "u", remove_exception_cb },
    { "hours.recognise-text", "s", recognise_text_cb },
    { "hours.accept", NULL, accept_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
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
  gtk_widget_class_bind_template_callback (widget_class, has_text);
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
  g_set_object (&self->session, session);
  yz_hours_week_set_edit (self->week, edit);
  yz_hours_exceptions_set_edit (self->exceptions, edit);
  yz_hours_reading_set_edit (self->reading, edit);
  if (g_set_object (&self->edit, edit))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDIT]);
  if (edit == NULL)
    return;
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

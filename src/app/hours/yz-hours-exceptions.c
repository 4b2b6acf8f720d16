#include "config.h"

#include "yz-hours-exceptions.h"

#include "yz-hours-names.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzHoursExceptions
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *count_label;
  GtkListBox *list;
  GtkWidget *empty_label;

  YzHoursEdit *edit;
};

G_DEFINE_FINAL_TYPE (YzHoursExceptions, yz_hours_exceptions, GTK_TYPE_WIDGET)

static GtkWidget *
make_when (const YzHoursException *exception, guint32 today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *days = yz_hours_exception_days_to_words (exception, today);
  g_autofree char *when = yz_hours_exception_when_to_words (exception, today);

  gtk_widget_set_size_request (box, 212, -1);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (days, "yz-name"));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (when, "yz-second"));
  return box;
}

static GtkWidget *
make_kind (const YzHoursException *exception)
{
  static const char *const styles[] = { "yz-state-paused", "yz-state-open", "yz-state-open", "yz-state-unknown" };
  YzHoursExceptionKind kind = yz_hours_exception_get_kind (exception);
  GtkWidget *label = gtk_label_new (kind == YZ_HOURS_EXCEPTION_CLOSED && exception->spans->len > 0
                                      ? C_ ("exception", "Closed for some hours")
                                      : yz_hours_exception_kind_to_words (kind));

  gtk_widget_add_css_class (label, "yz-tag");
  gtk_widget_add_css_class (label, styles[kind]);
  gtk_widget_set_size_request (label, 84, -1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
make_button (const char *icon, const char *verb, const char *days, const char *action, guint index)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", verb, days);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, verb);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_row (YzHoursExceptions *self, const YzHoursException *exception, guint index, guint32 today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("yz-calendar-symbolic");
  g_autofree char *days = yz_hours_exception_days_to_words (exception, today);
  g_autofree char *reason = yz_hours_exception_dup_reason (exception);
  g_autofree char *note = yz_hours_edit_dup_exception_note (self->edit, index);
  GtkWidget *reason_label = yz_widgets_make_label (reason, NULL);

  gtk_widget_set_hexpand (reason_label, TRUE);
  gtk_widget_add_css_class (icon, "yz-dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_when (exception, today));
  gtk_box_append (GTK_BOX (box), make_kind (exception));
  gtk_box_append (GTK_BOX (box), reason_label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), yz_widgets_make_label (note, "yz-second"));
  gtk_box_append (GTK_BOX (box),
                  make_button ("document-edit-symbolic", _ ("Edit"), days, "hours.edit-exception", index));
  gtk_box_append (GTK_BOX (box),
                  make_button ("user-trash-symbolic", _ ("Delete"), days, "hours.remove-exception", index));
  if (exception->last < today)
    gtk_widget_add_css_class (box, "yz-dim");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
update (YzHoursExceptions *self)
{
  const YzHoursGrid *grid = yz_hours_edit_get_grid (self->edit);
  guint n_exceptions = grid != NULL ? grid->exceptions->len : 0;
  g_autofree char *count = n_exceptions > 0 ? g_strdup_printf ("%u", n_exceptions) : g_strdup ("");
  guint32 today = yz_hours_edit_get_today (self->edit);

  yz_widgets_clear_list (self->list);
  for (guint i = 0; i < n_exceptions; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (grid->exceptions, i), i, today));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_exceptions > 0);
  gtk_widget_set_visible (self->empty_label, n_exceptions == 0);
  gtk_label_set_label (self->count_label, count);
}

static void
yz_hours_exceptions_dispose (GObject *object)
{
  YzHoursExceptions *self = YZ_HOURS_EXCEPTIONS (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (yz_hours_exceptions_parent_class)->dispose (object);
}

static void
yz_hours_exceptions_class_init (YzHoursExceptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_hours_exceptions_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/hours/yz-hours-exceptions.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHoursExceptions, content);
  gtk_widget_class_bind_template_child (widget_class, YzHoursExceptions, count_label);
  gtk_widget_class_bind_template_child (widget_class, YzHoursExceptions, list);
  gtk_widget_class_bind_template_child (widget_class, YzHoursExceptions, empty_label);
}

static void
yz_hours_exceptions_init (YzHoursExceptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
yz_hours_exceptions_set_edit (YzHoursExceptions *self, YzHoursEdit *edit)
{
  g_return_if_fail (YZ_IS_HOURS_EXCEPTIONS (self));

  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_set_object (&self->edit, edit);
  if (edit == NULL)
    return;
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

#include "config.h"

#include "yz-small-form.h"

#include "yz-stock-when.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzSmallForm
{
  AdwWindow parent_instance;

  YzSession *session;
  YzSmallFormAccept accept;
  gpointer user_data;
  GDestroyNotify free_user_data;

  GtkWidget *verb;
  AdwPreferencesGroup *group;
  GtkEditable *when; /* NULL without such a row */
  GtkLabel *problem;
  gboolean is_begun; /* has a row */
};

G_DEFINE_FINAL_TYPE (YzSmallForm, yz_small_form, ADW_TYPE_WINDOW)

static void
set_problem (YzSmallForm *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzSmallForm *self = YZ_SMALL_FORM (widget);

  set_problem (self, NULL);
  self->accept (self, self->user_data);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzSmallForm) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.accept", TRUE);
  if (yz_stock_do_finish (result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    set_problem (self, error->message);
}

void
yz_small_form_do (YzSmallForm *self, YzStockMakeFunc make, gpointer data, GDestroyNotify free_data)
{
  g_return_if_fail (YZ_IS_SMALL_FORM (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.accept", FALSE);
  yz_stock_do_async (self->session, make, data, free_data, on_done, g_object_ref (self));
}

void
yz_small_form_refuse (YzSmallForm *self, const char *message)
{
  g_return_if_fail (YZ_IS_SMALL_FORM (self));
  set_problem (self, message);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* Who opens a form begins to fill it in at the top. */
static void
add_row (YzSmallForm *self, GtkWidget *row, GtkWidget *control)
{
  adw_preferences_group_add (self->group, row);
  if (!self->is_begun)
    gtk_widget_grab_focus (control);
  self->is_begun = TRUE;
}

GtkEditable *
yz_small_form_add_entry (YzSmallForm *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_val_if_fail (YZ_IS_SMALL_FORM (self), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  add_row (self, row, row);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (gtk_widget_activate), self->verb);
  return GTK_EDITABLE (row);
}

void
yz_small_form_add_widget (YzSmallForm *self, const char *title, GtkWidget *widget)
{
  GtkWidget *row = adw_action_row_new ();

  g_return_if_fail (YZ_IS_SMALL_FORM (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  add_row (self, row, widget);
}

GtkSpinButton *
yz_small_form_add_number (YzSmallForm *self, const char *title, gint64 lowest, gint64 highest, gint64 value)
{
  GtkWidget *spin = gtk_spin_button_new_with_range ((double) lowest, (double) MAX (highest, lowest), 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) value);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  yz_small_form_add_widget (self, title, spin);
  return GTK_SPIN_BUTTON (spin);
}

void
yz_small_form_add_when (YzSmallForm *self)
{
  g_return_if_fail (YZ_IS_SMALL_FORM (self));
  self->when = yz_small_form_add_entry (self, _ ("When, if not now (9:30, 1120)"), NULL);
}

gboolean
yz_small_form_read_when (YzSmallForm *self, gint64 *at)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (YZ_IS_SMALL_FORM (self), FALSE);

  if (yz_stock_when_parse (self->when != NULL ? gtk_editable_get_text (self->when) : "",
                           yz_clock_get_now (yz_session_get_clock (self->session)), at, &error))
    return TRUE;
  set_problem (self, error->message);
  return FALSE;
}

void
yz_small_form_set_description (YzSmallForm *self, const char *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  g_return_if_fail (YZ_IS_SMALL_FORM (self));
  adw_preferences_group_set_description (self->group, markup);
}

/* --- the window --------------------------------------------------------------------------------------------------- */

static void
yz_small_form_dispose (GObject *object)
{
  YzSmallForm *self = YZ_SMALL_FORM (object);

  g_clear_object (&self->session);
  if (self->free_user_data != NULL)
    g_clear_pointer (&self->user_data, self->free_user_data);

  G_OBJECT_CLASS (yz_small_form_parent_class)->dispose (object);
}

static void
yz_small_form_class_init (YzSmallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_small_form_dispose;
  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (YzSmallForm *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->verb = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->verb), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->verb), "form.accept");
  gtk_widget_add_css_class (self->verb, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->verb);
  return header;
}

static void
yz_small_form_init (YzSmallForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *problem = yz_widgets_make_wrapped_label (NULL, "error");

  self->problem = GTK_LABEL (problem);
  gtk_widget_set_visible (problem, FALSE);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_add_css_class (page, "yz-small-form");
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (page), problem);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yz");
}

YzSmallForm *
yz_small_form_new (GtkWindow *parent, YzSession *session, const char *title, const char *verb, YzSmallFormAccept accept,
                   gpointer user_data, GDestroyNotify free_user_data)
{
  YzSmallForm *self = g_object_new (YZ_TYPE_SMALL_FORM, "transient-for", parent, "modal", TRUE, "title", title,
                                    "default-width", 420, "resizable", FALSE, NULL);

  self->session = g_object_ref (session);
  self->accept = accept;
  self->user_data = user_data;
  self->free_user_data = free_user_data;
  gtk_button_set_label (GTK_BUTTON (self->verb), verb);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->verb);
  return self;
}

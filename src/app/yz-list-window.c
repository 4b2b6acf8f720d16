#include "config.h"

#include "yz-list-window.h"

GtkWidget *
yz_list_window_new (GtkWindow *parent, const char *title, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title", title,
                                    "default-width", 560, "default-height", 620, "content", box, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_widget_add_css_class (window, "yz");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  return window;
}

GtkWidget *
yz_list_window_make_row (const char *title, const char *subtitle, const char *button, GCallback clicked,
                         gpointer user_data, GClosureNotify destroy)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *verb = gtk_button_new_with_label (button);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (verb, GTK_ALIGN_CENTER);
  g_signal_connect_data (verb, "clicked", clicked, user_data, destroy, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), verb);
  return row;
}

GtkWidget *
yz_list_window_wrap (AdwPreferencesGroup *group, guint n_rows, const char *empty)
{
  GtkWidget *page;

  if (n_rows == 0)
    {
      g_autofree char *markup = g_markup_escape_text (empty, -1);

      g_object_ref_sink (group);
      g_object_unref (group);
      return g_object_new (ADW_TYPE_STATUS_PAGE, "description", markup, "vexpand", TRUE, NULL);
    }
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

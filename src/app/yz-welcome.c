#include "config.h"

#include "yz-welcome.h"

#include "yz-recent.h"
#include "yz-widgets.h"

#include <adwaita.h>

struct _YzWelcome
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *recent_group;
};

G_DEFINE_FINAL_TYPE (YzWelcome, yz_welcome, GTK_TYPE_WIDGET)

static GtkWidget *
make_recent_row (GFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = yz_recent_dup_name (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *place = g_file_get_parse_name (folder != NULL ? folder : file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
yz_welcome_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_welcome_parent_class)->dispose (object);
}

static void
yz_welcome_class_init (YzWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_welcome_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, YzWelcome, recent_group);
}

static void
yz_welcome_init (YzWelcome *self)
{
  g_autoptr (GPtrArray) files = yz_recent_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < files->len; i++)
    adw_preferences_group_add (self->recent_group, make_recent_row (g_ptr_array_index (files, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), files->len > 0);
}

#include "config.h"

#include "yz-hours-seasons.h"

#include "yz-hours-names.h"

struct _YzHoursSeasons
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *tabs;
  GtkWidget *edit_button;
  GtkWidget *remove_button;

  YzHoursEdit *edit;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YzHoursSeasons, yz_hours_seasons, GTK_TYPE_WIDGET)

static void
on_toggled (YzHoursSeasons *self, GtkToggleButton *button)
{
  if (!self->filling && gtk_toggle_button_get_active (button))
    g_object_set (self->edit, "season", GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "season")), NULL);
}

static GtkWidget *
make_tab (YzHoursSeasons *self, guint index, const YzHoursGridSeason *season, GtkToggleButton *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *label = yz_hours_season_to_words (season);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  g_object_set_data (G_OBJECT (button), "season", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

/* Buttons that are still right stay, so that the focus does. */
static void
update_tabs (YzHoursSeasons *self)
{
  const YzHoursGrid *grid = yz_hours_edit_get_grid (self->edit);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)), *first = child, *next;
  guint season;

  g_object_get (self->edit, "season", &season, NULL);
  for (guint i = 0; i < grid->seasons->len; i++, child = next)
    {
      g_autofree char *label = yz_hours_season_to_words (g_ptr_array_index (grid->seasons, i));

      if (child == NULL)
        {
          child = make_tab (self, i, g_ptr_array_index (grid->seasons, i), GTK_TOGGLE_BUTTON (first));
          gtk_box_append (self->tabs, child);
          first = first != NULL ? first : child;
        }
      gtk_button_set_label (GTK_BUTTON (child), label);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), i == season);
      next = gtk_widget_get_next_sibling (child);
    }
  for (; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      gtk_box_remove (self->tabs, child);
    }
  gtk_widget_set_visible (self->edit_button, season > 0);
  gtk_widget_set_visible (self->remove_button, season > 0);
}

static void
update (YzHoursSeasons *self)
{
  if (yz_hours_edit_get_grid (self->edit) == NULL)
    return;
  self->filling = TRUE;
  update_tabs (self);
  self->filling = FALSE;
}

static void
yz_hours_seasons_dispose (GObject *object)
{
  YzHoursSeasons *self = YZ_HOURS_SEASONS (object);

  yz_hours_seasons_set_edit (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yz_hours_seasons_parent_class)->dispose (object);
}

static void
yz_hours_seasons_class_init (YzHoursSeasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_hours_seasons_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/hours/yz-hours-seasons.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHoursSeasons, content);
  gtk_widget_class_bind_template_child (widget_class, YzHoursSeasons, tabs);
  gtk_widget_class_bind_template_child (widget_class, YzHoursSeasons, edit_button);
  gtk_widget_class_bind_template_child (widget_class, YzHoursSeasons, remove_button);
}

static void
yz_hours_seasons_init (YzHoursSeasons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
yz_hours_seasons_set_edit (YzHoursSeasons *self, YzHoursEdit *edit)
{
  g_return_if_fail (YZ_IS_HOURS_SEASONS (self));

  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_set_object (&self->edit, edit);
  if (edit == NULL)
    return;
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

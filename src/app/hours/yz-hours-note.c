#include "config.h"

#include "yz-hours-note.h"

#include "yz-widgets.h"

GtkWidget *
yz_hours_note_new (const char *message)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name ("yz-state-paused-symbolic");
  GtkWidget *label = yz_widgets_make_wrapped_label (message, "yz-state-paused");

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_add_css_class (image, "yz-state-paused");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "yz-warning");
  gtk_widget_add_css_class (box, "yz-hours-note");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

void
yz_hours_note_add_remedies (GtkBox *box, guint index, const YzHoursFinding *finding)
{
  for (guint i = 0; i < finding->offers->len; i++)
    {
      const YzHoursRemedyOffer *offer = g_ptr_array_index (finding->offers, i);
      GtkWidget *button = gtk_button_new_with_label (offer->label);

      gtk_widget_add_css_class (button, "yz-compact");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "hours.remedy");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", index, offer->remedy);
      gtk_box_append (box, button);
    }
}

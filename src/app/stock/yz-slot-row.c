#include "config.h"

#include "yz-slot-row.h"

#include "yz-planogram.h"
#include "yz-widgets.h"

static GtkWidget *
make_state (const YzSlot *slot)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *icon = yz_slot_state_get_icon (slot->state), *style = yz_slot_state_get_style (slot->state);
  GtkWidget *image = gtk_image_new_from_icon_name (icon != NULL ? icon : "yz-state-open-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (yz_slot_state_get_title (slot->state), NULL));
  gtk_widget_add_css_class (box, "yz-slot-state");
  if (style != NULL)
    gtk_widget_add_css_class (box, style);
  gtk_widget_set_size_request (box, 84, -1);
  return box;
}

GtkWidget *
yz_slot_row_new (const YzSlot *slot, guint32 today)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = gtk_label_new (yz_record_get_title (slot->place));
  GtkWidget *item = yz_widgets_make_label (slot->item != NULL ? yz_record_get_title (slot->item) : "–", NULL);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, slot->there, slot->capacity);
  g_autofree char *description = yz_slot_dup_description (slot, today);

  gtk_widget_add_css_class (name, "yz-strong");
  gtk_widget_set_size_request (name, 30, -1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (item, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), item);
  gtk_box_append (GTK_BOX (box), gtk_label_new (slot->capacity > 0 ? count : ""));
  gtk_box_append (GTK_BOX (box), make_state (slot));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, yz_record_get_id (slot->place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  return row;
}

#include "config.h"

#include "yz-equipment-words.h"

#include "yz-kinds.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

GtkWidget *
yz_equipment_make_state (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  return box;
}

void
yz_equipment_show_state (GtkWidget *box, YzRecord *piece)
{
  static const struct
  {
    const char *icon, *style;
  } looks[] = {
    [YZ_EQUIPMENT_IN_USE] = { "yz-state-open-symbolic", "yz-state-open" },
    [YZ_EQUIPMENT_IDLE] = { "yz-state-closed-symbolic", "yz-state-planned" },
    [YZ_EQUIPMENT_BROKEN] = { "yz-state-paused-symbolic", "yz-state-paused" },
    [YZ_EQUIPMENT_LENT] = { "yz-move-symbolic", "yz-state-planned" },
    [YZ_EQUIPMENT_DISPOSED] = { "yz-state-closed-for-good-symbolic", "yz-dim" },
  };
  YzEquipmentState state = yz_equipment_get_state (piece);
  const YzField *field = yz_kind_find_field (&yz_equipment_kind, "state");
  g_autofree char *word = yz_field_format (field, yz_record_get (piece, "state"));
  GtkWidget *image = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  const char *styles[] = { looks[state].style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[state].icon);
  gtk_widget_set_css_classes (image, styles);
  gtk_label_set_text (GTK_LABEL (label), word);
  gtk_widget_set_css_classes (label, state == YZ_EQUIPMENT_IN_USE ? NULL : styles);
}

char *
yz_equipment_dup_field (YzStore *store, YzRecord *piece, const char *field)
{
  return yz_value_to_words (store, yz_kind_find_field (&yz_equipment_kind, field), yz_record_get (piece, field), FALSE);
}

char *
yz_equipment_dup_where (YzStore *store, YzRecord *piece)
{
  g_autofree char *station = yz_equipment_dup_field (store, piece, "station");
  g_autofree char *place = yz_equipment_dup_field (store, piece, "place");

  if (*station == '\0' && *place == '\0')
    return g_strdup (_ ("Nobody knows where"));
  return g_strdup_printf ("%s%s%s", station, *station != '\0' && *place != '\0' ? " · " : "", place);
}

#include "config.h"

#include "yz-planogram.h"

#include "yz-cabinet-answer.h"
#include "yz-slot-pips.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define ICON_SIZE 20

struct _YzPlanogram
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  char *slot; /* "" for none */
};

G_DEFINE_FINAL_TYPE (YzPlanogram, yz_planogram, GTK_TYPE_WIDGET)

enum
{
  PROP_SLOT = 1,
};

static GParamSpec *properties[PROP_SLOT + 1];

const char *
yz_slot_state_get_icon (YzSlotState state)
{
  static const char *const icons[] = {
    [YZ_SLOT_FINE] = NULL,
    [YZ_SLOT_FREE] = NULL,
    [YZ_SLOT_LOW] = "yz-stock-low-symbolic",
    [YZ_SLOT_EXPIRING] = "yz-stock-expiring-symbolic",
    [YZ_SLOT_EXPIRED] = "yz-stock-expired-symbolic",
    [YZ_SLOT_EMPTY] = "yz-stock-out-symbolic",
    [YZ_SLOT_RESERVED] = "yz-person-symbolic",
    [YZ_SLOT_BROKEN] = "yz-service-tools-symbolic",
  };

  return icons[state];
}

const char *
yz_slot_state_get_style (YzSlotState state)
{
  static const char *const styles[] = {
    [YZ_SLOT_FINE] = NULL,           [YZ_SLOT_FREE] = "free",       [YZ_SLOT_LOW] = "low",
    [YZ_SLOT_EXPIRING] = "low",      [YZ_SLOT_EXPIRED] = "expired", [YZ_SLOT_EMPTY] = "empty",
    [YZ_SLOT_RESERVED] = "reserved", [YZ_SLOT_BROKEN] = "broken",
  };

  return styles[state];
}

/* --- a slot ------------------------------------------------------------------------------------------------------- */

static void
add_mark (GtkBox *head, const char *icon)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (mark), 12);
  gtk_widget_add_css_class (mark, "yz-slot-mark");
  gtk_box_append (head, mark);
}

static GtkWidget *
make_head (const YzSlot *slot)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (yz_record_get_title (slot->place));
  const char *icon = yz_slot_state_get_icon (slot->state);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_halign (name, GTK_ALIGN_START);
  gtk_widget_add_css_class (name, "yz-slot-name");
  gtk_box_append (GTK_BOX (box), name);
  /* what is more urgent does not hide that some of it is promised */
  if (slot->reserved > 0 && slot->state != YZ_SLOT_RESERVED)
    add_mark (GTK_BOX (box), yz_slot_state_get_icon (YZ_SLOT_RESERVED));
  if (icon != NULL)
    add_mark (GTK_BOX (box), icon);
  return box;
}

static const char *
find_picture (const YzSlot *slot)
{
  const char *icon = slot->item != NULL ? yz_record_get_text (slot->item, "icon") : NULL;

  if (icon != NULL)
    return icon;
  return slot->item != NULL ? "yz-page-inventory-symbolic" : "yz-service-cabinet-symbolic";
}

static GtkWidget *
make_content (const YzSlot *slot)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *picture = gtk_image_new_from_icon_name (find_picture (slot));
  GtkWidget *word = yz_widgets_make_label (slot->item != NULL ? yz_record_get_title (slot->item)
                                                              : yz_slot_state_get_title (slot->state),
                                           "yz-slot-word");
  GtkWidget *pips = yz_slot_pips_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (picture), ICON_SIZE);
  gtk_widget_add_css_class (picture, "yz-slot-picture");
  gtk_label_set_xalign (GTK_LABEL (word), 0.5);
  gtk_label_set_max_width_chars (GTK_LABEL (word), 6);
  yz_slot_pips_show (YZ_SLOT_PIPS (pips), slot);
  gtk_box_append (GTK_BOX (box), make_head (slot));
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), pips);
  return box;
}

static void
on_toggled (GtkToggleButton *button, YzPlanogram *self)
{
  if (gtk_toggle_button_get_active (button))
    g_object_set (self, "slot", gtk_widget_get_name (GTK_WIDGET (button)), NULL);
}

static GtkWidget *
make_slot (YzPlanogram *self, const YzSlot *slot, guint32 today, GtkToggleButton *group)
{
  const char *id = yz_record_get_id (slot->place), *style = yz_slot_state_get_style (slot->state);
  g_autofree char *description = yz_slot_dup_description (slot, today);
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_content (slot));
  gtk_widget_set_name (button, id);
  gtk_widget_add_css_class (button, "yz-slot");
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_widget_set_tooltip_text (button, description);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_str_equal (self->slot, id));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  return button;
}

/* --- the cabinet -------------------------------------------------------------------------------------------------- */

static void
clear (YzPlanogram *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* Where the focus was, so that a slot that was just filled keeps it. */
static char *
dup_focused (YzPlanogram *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->grid));

  return focused != NULL ? g_strdup (gtk_widget_get_name (focused)) : NULL;
}

void
yz_planogram_show (YzPlanogram *self, const YzCabinetView *view)
{
  g_autofree char *focused = dup_focused (self);
  GtkWidget *first = NULL;

  g_return_if_fail (YZ_IS_PLANOGRAM (self));

  clear (self);
  for (guint i = 0; view != NULL && i < view->slots->len; i++)
    {
      const YzSlot *slot = yz_cabinet_view_get_slot (view, i);
      GtkWidget *button = make_slot (self, slot, view->today, first != NULL ? GTK_TOGGLE_BUTTON (first) : NULL);

      if (first == NULL)
        first = button;
      gtk_grid_attach (self->grid, button, (int) (i % view->columns), (int) (i / view->columns), 1, 1);
      if (g_strcmp0 (focused, yz_record_get_id (slot->place)) == 0)
        gtk_widget_grab_focus (button);
    }
}

static void
set_slot (YzPlanogram *self, const char *slot)
{
  if (!yz_set_str (&self->slot, slot != NULL ? slot : ""))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), g_str_equal (gtk_widget_get_name (child), self->slot));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOT]);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_planogram_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SLOT)
    g_value_set_string (value, YZ_PLANOGRAM (object)->slot);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_planogram_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SLOT)
    set_slot (YZ_PLANOGRAM (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_planogram_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_planogram_parent_class)->dispose (object);
}

static void
yz_planogram_finalize (GObject *object)
{
  g_free (YZ_PLANOGRAM (object)->slot);

  G_OBJECT_CLASS (yz_planogram_parent_class)->finalize (object);
}

static void
yz_planogram_class_init (YzPlanogramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_planogram_get_property;
  object_class->set_property = yz_planogram_set_property;
  object_class->dispose = yz_planogram_dispose;
  object_class->finalize = yz_planogram_finalize;

  properties[PROP_SLOT] =
    g_param_spec_string ("slot", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "planogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
yz_planogram_init (YzPlanogram *self)
{
  self->slot = g_strdup ("");
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

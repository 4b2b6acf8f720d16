#include "config.h"

#include "yz-map-layers-popover.h"

#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

struct _YzMapLayersPopover
{
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkEditable *name;
  GtkEditable *address;
  GtkEditable *key;
  GtkDropDown *datum;
  GtkEditable *attribution;
  GtkLabel *message;

  YzMapLayers *layers;
  GtkCheckButton *group; /* never seen: makes round buttons of the grounds, also where there is only one */
};

G_DEFINE_FINAL_TYPE (YzMapLayersPopover, yz_map_layers_popover, GTK_TYPE_POPOVER)

/* --- the layers --- */

static void
on_toggled (GtkCheckButton *button, YzMapLayersPopover *self)
{
  YzMapLayer *layer = g_object_get_data (G_OBJECT (button), "layer");

  yz_map_layers_show (self->layers, layer, gtk_check_button_get_active (button));
}

static void
on_remove (GtkButton *button, YzMapLayersPopover *self)
{
  yz_map_layers_remove (self->layers, g_object_get_data (G_OBJECT (button), "layer"));
}

static const char *
describe (YzMapLayer *layer)
{
  switch (yz_map_layer_get_kind (layer))
    {
    case YZ_MAP_LAYER_PICTURES:
      return _ ("Pictures from a file");
    case YZ_MAP_LAYER_ONLINE:
      return _ ("Online, uses the network");
    case YZ_MAP_LAYER_OUTLINES:
      return _ ("Districts with counts");
    case YZ_MAP_LAYER_BASEMAP:
    default:
      return _ ("Drawn by the program, works offline");
    }
}

static GtkWidget *
create_words (YzMapLayer *layer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (yz_map_layer_get_name (layer));
  GtkWidget *kind = gtk_label_new (describe (layer));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_add_css_class (kind, "yz-second");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  return box;
}

static GtkWidget *
create_remove (YzMapLayersPopover *self, YzMapLayer *layer)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (
    /* Translators: %s is the name of a map layer */
    _ ("Remove “%s”"), yz_map_layer_get_name (layer));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "layer", g_object_ref (layer), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  return button;
}

static GtkWidget *
create_check (YzMapLayersPopover *self, YzMapLayer *layer)
{
  GtkWidget *check = gtk_check_button_new ();

  if (yz_map_layer_is_ground (layer))
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), yz_map_layer_get_shown (layer));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_words (layer));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, yz_map_layer_get_name (layer),
                                  -1);
  g_object_set_data_full (G_OBJECT (check), "layer", g_object_ref (layer), g_object_unref);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

static void
add_row (YzMapLayersPopover *self, YzMapLayer *layer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), create_check (self, layer));
  if (yz_map_layer_get_kind (layer) != YZ_MAP_LAYER_BASEMAP)
    gtk_box_append (GTK_BOX (box), create_remove (self, layer));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, yz_map_layer_get_name (layer),
                                  -1);
  gtk_list_box_append (self->list, row);
}

static void
show_layers (YzMapLayersPopover *self)
{
  yz_widgets_clear_list (self->list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->layers)); i++)
    {
      g_autoptr (YzMapLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->layers), i);

      add_row (self, layer);
    }
}

/* --- a new service --- */

static void
on_new_online (YzMapLayersPopover *self)
{
  gtk_stack_set_visible_child_name (self->stack, "online");
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
on_back (YzMapLayersPopover *self)
{
  gtk_stack_set_visible_child_name (self->stack, "layers");
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
clear_online (YzMapLayersPopover *self)
{
  GtkEditable *entries[] = { self->name, self->address, self->key, self->attribution };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (entries[i], "");
}

static void
on_add_online (YzMapLayersPopover *self)
{
  static const YzDatum datums[] = { YZ_DATUM_WGS84, YZ_DATUM_GCJ02 };
  YzDatum datum = datums[MIN (gtk_drop_down_get_selected (self->datum), G_N_ELEMENTS (datums) - 1)];
  g_autofree char *name = dup_text (self->name);
  g_autofree char *address = dup_text (self->address);
  g_autofree char *key = dup_text (self->key);
  g_autofree char *attribution = dup_text (self->attribution);
  g_autoptr (GError) error = NULL;

  if (!yz_map_layer_check_address (address, &error))
    {
      gtk_label_set_label (self->message, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->address));
      return;
    }
  gtk_label_set_label (self->message, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "map.add-online", "(sssss)", *name != '\0' ? name : _ ("Online map"),
                              address, key, yz_datum_get_name (datum), attribution);
  clear_online (self);
  on_back (self);
}

static void
yz_map_layers_popover_dispose (GObject *object)
{
  YzMapLayersPopover *self = YZ_MAP_LAYERS_POPOVER (object);

  if (self->layers != NULL)
    g_signal_handlers_disconnect_by_data (self->layers, self);
  g_clear_object (&self->layers);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (yz_map_layers_popover_parent_class)->dispose (object);
}

static void
yz_map_layers_popover_class_init (YzMapLayersPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_map_layers_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/map/yz-map-layers-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, list);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, name);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, address);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, key);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, datum);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, attribution);
  gtk_widget_class_bind_template_child (widget_class, YzMapLayersPopover, message);
  gtk_widget_class_bind_template_callback (widget_class, on_new_online);
  gtk_widget_class_bind_template_callback (widget_class, on_add_online);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
yz_map_layers_popover_init (YzMapLayersPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
}

GtkWidget *
yz_map_layers_popover_new (void)
{
  return g_object_new (YZ_TYPE_MAP_LAYERS_POPOVER, NULL);
}

void
yz_map_layers_popover_set_layers (YzMapLayersPopover *self, YzMapLayers *layers)
{
  g_return_if_fail (YZ_IS_MAP_LAYERS_POPOVER (self));

  if (self->layers == layers)
    return;
  if (self->layers != NULL)
    g_signal_handlers_disconnect_by_data (self->layers, self);
  g_set_object (&self->layers, layers);
  g_signal_connect_object (layers, "items-changed", G_CALLBACK (show_layers), self, G_CONNECT_SWAPPED);
  show_layers (self);
}

/*
 * The verbs of the map:
 *
 *   map.zoom-in, map.zoom-out, map.pan(ii)   pixels to the east and to the south
 *   map.fit                                  what is selected; where that is seen already, all stations
 *   map.fit-all, map.centre-here
 *   map.go-to, map.go-to-text(s)             asks for, or goes to, a position or a station's name or address
 *   map.menu                                 what can be done with the selected station
 *   map.add-here, map.copy-position(s)       datum "wgs84" or "gcj02"
 *   map.move-mode, map.nudge(ii), map.move-to((xdd)), map.move(dd)   see yz-station-map-move.c
 */
#include "config.h"

#include "yz-station-map-private.h"

#include "yz-map-extent.h"
#include "yz-position-text.h"

#include <glib/gi18n-lib.h>

#define PAN_STEP 96
#define GO_TO_ZOOM 16

static void
zoom_by (YzStationMap *self, int steps)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  double middle = (extent.width - self->right_inset) / 2;

  yz_station_map_go_to (self, yz_map_extent_get_position (&extent, middle, extent.height / 2),
                        yz_station_map_get_zoom (self) + steps);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (YZ_STATION_MAP (widget), g_str_equal (name, "map.zoom-in") ? 1 : -1);
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  YzPosition centre;
  int dx, dy, step;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  /* in move mode the arrows move the selected pin instead */
  if (yz_map_station_layer_get_move_mode (self->layer) && yz_station_map_nudge (self, dx, dy))
    return;
  step = ABS (dx) > 1 || ABS (dy) > 1 ? PAN_STEP / 2 : PAN_STEP;
  centre = yz_map_extent_get_position (&extent, extent.width / 2 + dx * step, extent.height / 2 + dy * step);
  shumate_map_center_on (self->map, centre.lat, centre.lon);
}

static void
fit_all (YzStationMap *self)
{
  YzBox bounds;

  yz_station_map_get_bounds (self, &bounds);
  yz_station_map_fit (self, &bounds);
}

static void
fit_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fit_all (YZ_STATION_MAP (widget));
}

static gboolean
shows_in_the_middle (YzStationMap *self, YzPosition position)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  double x, y;

  yz_map_extent_project (&extent, yz_world_from_position (position), &x, &y);
  return ABS (x - (extent.width - self->right_inset) / 2) < 8 && ABS (y - extent.height / 2) < 8 &&
         yz_station_map_get_zoom (self) >= GO_TO_ZOOM;
}

/* Of the stations that are selected together. */
static YzBox
get_selected_bounds (YzStationMap *self)
{
  GArray *rows = yz_listing_get_selected (YZ_LISTING (self->stations));
  GArray *points = yz_stations_get_points (self->stations);
  g_autoptr (GHashTable) selected = g_hash_table_new (g_int64_hash, g_int64_equal);
  YzBox bounds = YZ_BOX_EMPTY;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (selected, &g_array_index (rows, gint64, i));
  for (guint i = 0; i < points->len; i++)
    {
      const YzStationPoint *point = &g_array_index (points, YzStationPoint, i);

      if (g_hash_table_contains (selected, &point->row))
        yz_box_add (&bounds, (YzPosition){ point->lon, point->lat });
    }
  return bounds;
}

static gboolean
is_same_view (const YzMapExtent *a, const YzMapExtent *b)
{
  double x, y;

  yz_map_extent_project (a, b->centre, &x, &y);
  return ABS (a->world - b->world) < 1 && ABS (x - a->width / 2) < 1 && ABS (y - a->height / 2) < 1;
}

static void
fit_together (YzStationMap *self)
{
  YzMapExtent before = yz_map_station_layer_get_extent (self->layer);
  YzBox bounds = get_selected_bounds (self);
  YzMapExtent after;

  yz_station_map_fit (self, &bounds);
  after = yz_map_station_layer_get_extent (self->layer);
  if (is_same_view (&before, &after))
    fit_all (self);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  const YzStationPoint *point = yz_map_scene_get_selected (self->scene);
  YzPosition position = point != NULL ? (YzPosition){ point->lon, point->lat } : (YzPosition){ 0 };

  if (yz_listing_get_selected (YZ_LISTING (self->stations))->len > 1)
    fit_together (self);
  else if (point == NULL || shows_in_the_middle (self, position))
    fit_all (self);
  else
    yz_station_map_go_to (self, position, MAX (yz_station_map_get_zoom (self), GO_TO_ZOOM));
}

static void
centre_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);

  yz_station_map_go_to (self, self->menu_place, -1);
}

/* --- go to --- */

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_map_go_to_popup (YZ_STATION_MAP (widget)->go_to);
}

static void
go_to_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_map_go_to_find (YZ_STATION_MAP (widget)->go_to, g_variant_get_string (parameter, NULL));
}

/* --- at a place --- */

void
yz_station_map_mark_place (YzStationMap *self, const YzPosition *place)
{
  GtkWidget *image;
  ShumateMarker *marker;

  shumate_marker_layer_remove_all (self->places);
  if (place == NULL)
    return;
  image = gtk_image_new_from_icon_name ("yz-locate-symbolic");
  marker = shumate_marker_new ();
  gtk_widget_add_css_class (image, "yz-map-place");
  shumate_marker_set_child (marker, image);
  gtk_widget_set_can_target (GTK_WIDGET (marker), FALSE);
  shumate_location_set_location (SHUMATE_LOCATION (marker), place->lat, place->lon);
  shumate_marker_layer_add_marker (self->places, marker);
}

static void
add_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);

  yz_station_map_mark_place (self, &self->menu_place);
  gtk_widget_activate_action (widget, "station.add-at", "(dd)", self->menu_place.lon, self->menu_place.lat);
}

static void
copy_position_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  YzDatum datum = YZ_DATUM_WGS84;
  YzPosition position;
  g_autofree char *text = NULL;

  yz_datum_from_name (g_variant_get_string (parameter, NULL), &datum);
  position = yz_datum_convert (self->menu_place, YZ_DATUM_WGS84, datum);
  text = yz_position_format (position);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static GMenu *
copy_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("Copy Position (WGS-84)"), "map.copy-position::wgs84");
  g_menu_append (section, _ ("Copy Position (GCJ-02)"), "map.copy-position::gcj02");
  return section;
}

static GMenuModel *
menu_for_station (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) verbs = g_menu_new ();
  g_autoptr (GMenu) copy = copy_section ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (verbs, _ ("Show Details"), "station.open");
  g_menu_append (verbs, _ ("Edit…"), "station.edit");
  g_menu_append (verbs, _ ("Edit Hours…"), "win.edit-hours");
  g_menu_append (verbs, _ ("Move on the Map"), "map.move-mode");
  g_menu_append (verbs, _ ("Duplicate"), "station.duplicate");
  g_menu_append (end, _ ("Close Station…"), "station.close");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verbs));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
menu_for_place (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) verbs = g_menu_new ();
  g_autoptr (GMenu) copy = copy_section ();

  g_menu_append (verbs, _ ("Add Station Here…"), "map.add-here");
  g_menu_append (verbs, _ ("Centre the Map Here"), "map.centre-here");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verbs));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
yz_station_map_popup_menu (YzStationMap *self, gint64 row, double x, double y)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  const YzStationPoint *point = row != 0 ? yz_map_scene_get_selected (self->scene) : NULL;
  g_autoptr (GMenuModel) model = row != 0 ? menu_for_station () : menu_for_place ();
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  self->menu_place = point != NULL ? (YzPosition){ point->lon, point->lat }
                                   : yz_map_extent_get_position (&extent, x, y);
  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (self->menu, &place);
  gtk_popover_popup (self->menu);
}

void
yz_station_map_popup_menu_for_selection (YzStationMap *self)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  const YzStationPoint *point = yz_map_scene_get_selected (self->scene);
  double x = (extent.width - self->right_inset) / 2, y = extent.height / 2;

  if (point != NULL)
    yz_map_extent_project (&extent, yz_world_from_position ((YzPosition){ point->lon, point->lat }), &x, &y);
  if (x < 0 || y < 0 || x > extent.width || y > extent.height)
    point = NULL;
  yz_station_map_popup_menu (self, point != NULL ? point->row : 0, x, y);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_station_map_popup_menu_for_selection (YZ_STATION_MAP (widget));
}

static void
bind_arrow (GtkWidgetClass *widget_class, guint key, guint keypad_key, int dx, int dy)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "map.pan", "(ii)", dx, dy);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, "map.pan", "(ii)", dx, dy);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "map.pan", "(ii)", 10 * dx, 10 * dy);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding_action (widget_class, in[i], 0, "map.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding_action (widget_class, out[i], 0, "map.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "map.fit-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "map.menu", NULL);
  bind_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}

void
yz_station_map_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "map.fit-all", NULL, fit_all_action);
  gtk_widget_class_install_action (widget_class, "map.centre-here", NULL, centre_here_action);
  gtk_widget_class_install_action (widget_class, "map.go-to", NULL, go_to_action);
  gtk_widget_class_install_action (widget_class, "map.go-to-text", "s", go_to_text_action);
  gtk_widget_class_install_action (widget_class, "map.add-here", NULL, add_here_action);
  gtk_widget_class_install_action (widget_class, "map.copy-position", "s", copy_position_action);
  gtk_widget_class_install_action (widget_class, "map.menu", NULL, menu_action);
  bind_keys (widget_class);
}

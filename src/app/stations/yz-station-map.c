#include "config.h"

#include "yz-station-map-private.h"

#include "yz-map-extent.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (YzStationMap, yz_station_map, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATIONS = 1,
  PROP_RIGHT_INSET,
} YzStationMapProperty;

static GParamSpec *properties[PROP_RIGHT_INSET + 1];

static void
on_zoom_level (YzStationMap *self)
{
  yz_map_scene_fan_out (self->scene, NULL);
  yz_station_map_view_changed (self);
}

/* Distances in the list are measured from the middle of the map. */
static void
on_rested (YzStationMap *self, double lon, double lat)
{
  yz_stations_set_origin (self->stations, lon, lat);
}

/* --- the stations --- */

static void
describe (YzStationMap *self)
{
  guint n = yz_map_scene_get_n_points (self->scene);
  g_autofree char *text =
    /* Translators: read aloud; the list beside the map holds the same stations */
    g_strdup_printf (ngettext ("%u station with a position; the list has them all",
                               "%u stations with a position; the list has them all", n),
                     n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of the stations"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
on_scene_changed (YzStationMap *self)
{
  describe (self);
  yz_station_map_place_view (self);
}

static const YzStationPoint *
find_point (GArray *points, gint64 row)
{
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, YzStationPoint, i).row == row)
      return &g_array_index (points, YzStationPoint, i);
  return NULL;
}

static void
on_points_changed (YzStationMap *self, gint64 row)
{
  GArray *points = yz_stations_get_points (self->stations);

  yz_map_scene_carry (self->scene, 0, (YzWorld){ 0 });
  yz_station_map_mark_place (self, NULL);
  yz_map_station_layer_forget_names (self->layer);
  if (row == 0)
    yz_map_scene_set_points (self->scene, points);
  else
    yz_map_scene_put_point (self->scene, row, find_point (points, row));
  yz_map_backdrop_count_districts (self->backdrop, points);
}

static void
on_current_changed (YzStationMap *self)
{
  yz_station_map_mark_place (self, NULL);
  yz_map_scene_select_row (self->scene, yz_listing_get_current_row (YZ_LISTING (self->stations)));
  yz_station_map_bring_selected_into_view (self);
}

/* --- the pointer --- */

static void
on_activated (YzStationMap *self, const YzMapMark *mark)
{
  YzBox box;
  guint split_zoom;

  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  yz_station_map_mark_place (self, NULL);
  if (mark == NULL)
    yz_map_scene_fan_out (self->scene, NULL);
  else if (mark->point != YZ_CLUSTER_NONE)
    yz_listing_select_row (YZ_LISTING (self->stations), yz_map_scene_get_point (self->scene, mark->point)->row);
  else
    {
      box = yz_map_scene_get_box (self->scene, mark, &split_zoom);
      yz_station_map_fit (self, &box);
      /* the contents may be so wide that they fit no nearer, yet a click has to open the cluster */
      if (yz_station_map_get_zoom (self) < split_zoom && split_zoom <= YZ_STATION_MAP_MAX_ZOOM)
        yz_station_map_go_to (self, (YzPosition){ (box.west + box.east) / 2, (box.south + box.north) / 2 }, split_zoom);
    }
}

static void
on_hovered (YzStationMap *self, const YzMapMark *mark)
{
  g_autoptr (YzRecord) station = NULL;

  if (mark != NULL && mark->point != YZ_CLUSTER_NONE)
    station = yz_listing_load_row (YZ_LISTING (self->stations), yz_map_scene_get_point (self->scene, mark->point)->row);
  if (station != NULL)
    {
      self->card_x = mark->x;
      self->card_y = mark->y;
      self->card_radius = mark->radius;
      yz_station_hover_card_show (self->card, self->stations, station);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->card), station != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self->card));
}

/* The card stands above the pin, or below it where there is no room, and inside the map. */
static gboolean
on_get_child_position (GtkOverlay *overlay, GtkWidget *child, GdkRectangle *place, YzStationMap *self)
{
  GtkRequisition size;

  if (child != GTK_WIDGET (self->card))
    return FALSE;
  gtk_widget_get_preferred_size (child, NULL, &size);
  place->width = size.width;
  place->height = size.height;
  place->x =
    (int) CLAMP (self->card_x - size.width / 2.0, 6, MAX (6, yz_station_map_get_seen_width (self) - size.width - 6));
  place->y = (int) (self->card_y - self->card_radius - 8 - size.height);
  if (place->y < 6)
    place->y = (int) (self->card_y + self->card_radius + 8);
  return TRUE;
}

static void
on_chosen (YzStationMap *self, gint64 row, double lon, double lat)
{
  if (row != 0)
    yz_listing_select_row (YZ_LISTING (self->stations), row);
  else
    yz_station_map_mark_place (self, &(YzPosition){ lon, lat });
  yz_station_map_go_to (self, (YzPosition){ lon, lat }, MAX (yz_station_map_get_zoom (self), YZ_STATION_MAP_FIT_ZOOM));
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
on_menu (YzStationMap *self, const YzMapMark *mark, double x, double y)
{
  gint64 row = 0;

  if (mark != NULL && mark->point != YZ_CLUSTER_NONE)
    row = yz_map_scene_get_point (self->scene, mark->point)->row;
  if (row != 0)
    yz_listing_select_row (YZ_LISTING (self->stations), row);
  yz_station_map_popup_menu (self, row, x, y);
}

static void
on_dropped (YzStationMap *self, gint64 row, double lon, double lat)
{
  yz_listing_select_row (YZ_LISTING (self->stations), row);
  yz_station_map_move_station (self, row, (YzPosition){ lon, lat });
}

/* --- what went wrong --- */

void
yz_station_map_tell (YzStationMap *self, const char *message)
{
  gtk_label_set_label (self->notice_label, message);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

static void
on_notice_closed (YzStationMap *self)
{
  gtk_revealer_set_reveal_child (self->notice, FALSE);
}

/* --- object --- */

/* The view can be fitted once the map has its size. The panes beside it take theirs in the first frames, and details
   that slide over it come a frame later, so it has to be the same twice. */
static gboolean
place_view_once (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  int width = gtk_widget_get_width (GTK_WIDGET (self->map));

  self->has_size = width > self->right_inset && width == self->first_width;
  self->first_width = width;
  yz_station_map_place_view (self);
  return self->has_size ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* libshumate turns the map with two fingers; names and symbols here stand upright, so it does not. */
static void
keep_north_up (ShumateMap *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ROTATE (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
on_layers_replaced (YzStationMap *self)
{
  YzMapLayersPopover *popover = YZ_MAP_LAYERS_POPOVER (gtk_menu_button_get_popover (self->layers_button));

  yz_map_layers_popover_set_layers (popover, yz_map_backdrop_get_layers (self->backdrop));
  self->is_placed = FALSE;
}

static void
connect_stations (YzStationMap *self)
{
  g_signal_connect_object (self->scene, "changed", G_CALLBACK (on_scene_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stations, "points-changed", G_CALLBACK (on_points_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stations, "notify::current", G_CALLBACK (on_current_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->go_to, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "hovered", G_CALLBACK (on_hovered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
}

static void
yz_station_map_constructed (GObject *object)
{
  YzStationMap *self = YZ_STATION_MAP (object);
  ShumateViewport *viewport = yz_station_map_get_viewport (self);

  G_OBJECT_CLASS (yz_station_map_parent_class)->constructed (object);

  self->layer = yz_map_station_layer_new (viewport, self->scene, self->stations);
  self->backdrop = yz_map_backdrop_new (self->map, yz_listing_get_session (YZ_LISTING (self->stations)), self->scene);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  self->places = shumate_marker_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->places));
  self->go_to = YZ_MAP_GO_TO (yz_map_go_to_new (self->stations));
  gtk_widget_set_parent (GTK_WIDGET (self->go_to), self->go_to_button);
  g_object_bind_property (self->backdrop, "attribution", self->attribution, "label", G_BINDING_SYNC_CREATE);
  connect_stations (self);
  gtk_menu_button_set_popover (self->layers_button, yz_map_layers_popover_new ());
  g_signal_connect_object (self->backdrop, "notify::layers", G_CALLBACK (on_layers_replaced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backdrop, "rested", G_CALLBACK (on_rested), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backdrop, "failed", G_CALLBACK (yz_station_map_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backdrop, "outlined", G_CALLBACK (yz_station_map_outlined), self, G_CONNECT_SWAPPED);
  on_layers_replaced (self);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (on_zoom_level), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (yz_station_map_view_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::longitude", G_CALLBACK (yz_station_map_view_changed), self,
                           G_CONNECT_SWAPPED);
  on_points_changed (self, 0);
  on_current_changed (self);
}

static void
yz_station_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationMap *self = YZ_STATION_MAP (object);

  switch ((YzStationMapProperty) prop_id)
    {
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_RIGHT_INSET:
      g_value_set_int (value, self->right_inset);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_map_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationMap *self = YZ_STATION_MAP (object);

  switch ((YzStationMapProperty) prop_id)
    {
    case PROP_STATIONS:
      self->stations = g_value_dup_object (value);
      break;
    case PROP_RIGHT_INSET:
      yz_station_map_set_right_inset (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_map_dispose (GObject *object)
{
  YzStationMap *self = YZ_STATION_MAP (object);

  if (self->go_to != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->go_to)));
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->backdrop);
  g_clear_object (&self->awaited);
  g_clear_object (&self->scene);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_map_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-map.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, map);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, controls);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, scale);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, attribution);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, banner);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, notice);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, notice_label);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_closed);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, card);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, go_to_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationMap, layers_button);
  gtk_widget_class_bind_template_callback (widget_class, on_get_child_position);
}

static void
yz_station_map_class_init (YzStationMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = yz_station_map_constructed;
  object_class->get_property = yz_station_map_get_property;
  object_class->set_property = yz_station_map_set_property;
  object_class->dispose = yz_station_map_dispose;

  properties[PROP_STATIONS] =
    g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_RIGHT_INSET] = g_param_spec_int ("right-inset", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stationmap");
  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (YZ_TYPE_MAP_SCALE);
  g_type_ensure (YZ_TYPE_STATION_HOVER_CARD);
  bind_template (widget_class);
  yz_station_map_install_actions (widget_class);
  yz_station_map_install_move_actions (widget_class);
  yz_station_map_install_layer_actions (widget_class);
}

/* Ctrl+G works wherever the focus is in the window. */
static void
add_shortcut (YzStationMap *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_g, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("map.go-to")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
yz_station_map_init (YzStationMap *self)
{
  ShumateViewport *viewport;

  self->scene = yz_map_scene_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  viewport = yz_station_map_get_viewport (self);
  shumate_viewport_set_min_zoom_level (viewport, YZ_STATION_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, YZ_STATION_MAP_MAX_ZOOM);
  keep_north_up (self->map);
  add_shortcut (self);
  yz_map_scale_set_viewport (self->scale, viewport);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), place_view_once, NULL, NULL);
}

GtkWidget *
yz_station_map_new (YzStations *stations)
{
  g_return_val_if_fail (YZ_IS_STATIONS (stations), NULL);
  return g_object_new (YZ_TYPE_STATION_MAP, "stations", stations, NULL);
}

void
yz_station_map_set_right_inset (YzStationMap *self, int inset)
{
  g_return_if_fail (YZ_IS_STATION_MAP (self));

  if (self->right_inset == inset)
    return;
  self->right_inset = inset;
  gtk_widget_set_margin_end (self->controls, 12 + inset);
  gtk_widget_set_margin_end (GTK_WIDGET (self->banner), inset);
  gtk_widget_set_margin_end (GTK_WIDGET (self->notice), inset);
  yz_station_map_bring_selected_into_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RIGHT_INSET]);
}

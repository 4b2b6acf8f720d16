#include "config.h"

#include "yz-map-station-layer-private.h"

#include "yz-map-viewport.h"
#include "yz-pin-labels.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (YzMapStationLayer, yz_map_station_layer, SHUMATE_TYPE_LAYER)

typedef enum
{
  PROP_MOVE_MODE = 1,
} YzMapStationLayerProperty;

enum
{
  ACTIVATED,
  HOVERED,
  MENU,
  DROPPED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_MOVE_MODE + 1];
static guint signals[N_SIGNALS];

YzMapExtent
yz_map_station_layer_get_extent (YzMapStationLayer *self)
{
  return yz_map_viewport_get_extent (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self));
}

static void
yz_map_station_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  yz_map_station_layer_draw (YZ_MAP_STATION_LAYER (widget), snapshot);
}

/* Layers of libshumate are met by the pointer only where they have children; this one is met everywhere. */
static gboolean
yz_map_station_layer_contains (GtkWidget *widget, double x, double y)
{
  return x >= 0 && y >= 0 && x < gtk_widget_get_width (widget) && y < gtk_widget_get_height (widget);
}

static void
yz_map_station_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  YzMapStationLayer *self = YZ_MAP_STATION_LAYER (widget);

  GTK_WIDGET_CLASS (yz_map_station_layer_parent_class)->css_changed (widget, change);
  if (self->art != NULL)
    yz_map_art_reset (self->art);
  gtk_widget_queue_draw (widget);
}

static void
on_scale_factor (YzMapStationLayer *self)
{
  yz_map_art_reset (self->art);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- pointer --- */

static void
hover (YzMapStationLayer *self, const YzMapMark *mark)
{
  guint32 point = mark != NULL ? mark->point : YZ_CLUSTER_NONE;
  guint32 cluster = mark != NULL ? mark->cluster : YZ_CLUSTER_NONE;

  if (self->hovered_point == point && self->hovered_cluster == cluster)
    return;
  self->hovered_point = point;
  self->hovered_cluster = cluster;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark == NULL ? NULL : self->move_mode ? "move" : "pointer");
  g_signal_emit (self, signals[HOVERED], 0, mark);
}

static void
on_motion (YzMapStationLayer *self, double x, double y)
{
  self->hover_x = x;
  self->hover_y = y;
  if (self->dragged == 0)
    hover (self, yz_map_scene_hit (self->scene, x, y));
}

static void
on_leave (YzMapStationLayer *self)
{
  hover (self, NULL);
}

static void
on_released (YzMapStationLayer *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  const YzMapMark *mark = yz_map_scene_hit (self->scene, x, y);

  if (n_press > 1)
    return;
  if (mark != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (mark == NULL || mark->point == YZ_CLUSTER_NONE)
    hover (self, NULL);
  if (mark != NULL && mark->is_spot)
    yz_map_scene_fan_out (self->scene, mark);
  else
    g_signal_emit (self, signals[ACTIVATED], 0, mark);
}

static void
on_menu_pressed (YzMapStationLayer *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  hover (self, NULL);
  g_signal_emit (self, signals[MENU], 0, yz_map_scene_hit (self->scene, x, y), x, y);
}

/* Only a pin in move mode is taken; everything else is left to the map, which pans. */
static void
on_drag_begin (YzMapStationLayer *self, double x, double y, GtkGestureDrag *gesture)
{
  const YzMapMark *mark = self->move_mode ? yz_map_scene_hit (self->scene, x, y) : NULL;

  if (mark == NULL || mark->point == YZ_CLUSTER_NONE || mark->is_fanned)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = yz_map_scene_get_point (self->scene, mark->point)->row;
  self->grip_x = x - mark->x;
  self->grip_y = y - mark->y;
}

static YzWorld
drag_place (YzMapStationLayer *self, double dx, double dy, GtkGestureDrag *gesture)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self);
  double x = 0, y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  return yz_map_extent_unproject (&extent, x + dx - self->grip_x, y + dy - self->grip_y);
}

static void
on_drag_update (YzMapStationLayer *self, double dx, double dy, GtkGestureDrag *gesture)
{
  if (self->dragged == 0 || hypot (dx, dy) < 4)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  hover (self, NULL);
  yz_map_scene_carry (self->scene, self->dragged, drag_place (self, dx, dy, gesture));
}

static void
on_drag_end (YzMapStationLayer *self, double dx, double dy, GtkGestureDrag *gesture)
{
  YzPosition position;
  gint64 row = self->dragged;

  self->dragged = 0;
  if (row == 0 || hypot (dx, dy) < 4)
    return;
  position = yz_world_to_position (drag_place (self, dx, dy, gesture));
  g_signal_emit (self, signals[DROPPED], 0, row, position.lon, position.lat);
}

static void
on_drag_cancel (YzMapStationLayer *self)
{
  /* also comes after the end, when a dialog takes the pointer: the pin then waits for the answer */
  if (self->dragged == 0)
    return;
  self->dragged = 0;
  yz_map_scene_carry (self->scene, 0, (YzWorld){ 0 });
}

static void
add_pointer (YzMapStationLayer *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* --- object --- */

static void
yz_map_station_layer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzMapStationLayer *self = YZ_MAP_STATION_LAYER (object);

  switch ((YzMapStationLayerProperty) prop_id)
    {
    case PROP_MOVE_MODE:
      g_value_set_boolean (value, self->move_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_map_station_layer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((YzMapStationLayerProperty) prop_id)
    {
    case PROP_MOVE_MODE:
      yz_map_station_layer_set_move_mode (YZ_MAP_STATION_LAYER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_map_station_layer_dispose (GObject *object)
{
  YzMapStationLayer *self = YZ_MAP_STATION_LAYER (object);

  g_clear_handle_id (&self->redraw_id, g_source_remove);
  g_clear_object (&self->scene);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_map_station_layer_parent_class)->dispose (object);
}

static void
yz_map_station_layer_finalize (GObject *object)
{
  YzMapStationLayer *self = YZ_MAP_STATION_LAYER (object);

  g_clear_pointer (&self->art, yz_map_art_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->label_marks, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);

  G_OBJECT_CLASS (yz_map_station_layer_parent_class)->finalize (object);
}

static void
yz_map_station_layer_class_init (YzMapStationLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = YZ_TYPE_MAP_STATION_LAYER;

  object_class->get_property = yz_map_station_layer_get_property;
  object_class->set_property = yz_map_station_layer_set_property;
  object_class->dispose = yz_map_station_layer_dispose;
  object_class->finalize = yz_map_station_layer_finalize;
  widget_class->snapshot = yz_map_station_layer_snapshot;
  widget_class->contains = yz_map_station_layer_contains;
  widget_class->css_changed = yz_map_station_layer_css_changed;

  properties[PROP_MOVE_MODE] =
    g_param_spec_boolean ("move-mode", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ACTIVATED] =
    g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[HOVERED] =
    g_signal_new ("hovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_INT64, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
yz_map_station_layer_init (YzMapStationLayer *self)
{
  self->art = yz_map_art_new (GTK_WIDGET (self));
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->labels = g_array_new (FALSE, FALSE, sizeof (YzPinLabel));
  self->label_marks = g_ptr_array_new ();
  self->blocks = g_array_new (FALSE, FALSE, sizeof (YzMapBox));
  self->hovered_point = self->hovered_cluster = YZ_CLUSTER_NONE;
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
  add_pointer (self);
}

static void
follow_viewport (YzMapStationLayer *self, ShumateViewport *viewport)
{
  static const char *const signals_of_viewport[] = { "notify::longitude", "notify::latitude", "notify::zoom-level" };

  for (guint i = 0; i < G_N_ELEMENTS (signals_of_viewport); i++)
    g_signal_connect_object (viewport, signals_of_viewport[i], G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

YzMapStationLayer *
yz_map_station_layer_new (ShumateViewport *viewport, YzMapScene *scene, YzStations *stations)
{
  YzMapStationLayer *self = g_object_new (YZ_TYPE_MAP_STATION_LAYER, "viewport", viewport, NULL);

  self->scene = g_object_ref (scene);
  self->stations = g_object_ref (stations);
  follow_viewport (self, viewport);
  g_signal_connect_object (scene, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return self;
}

void
yz_map_station_layer_forget_names (YzMapStationLayer *self)
{
  g_return_if_fail (YZ_IS_MAP_STATION_LAYER (self));

  g_hash_table_remove_all (self->names);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
yz_map_station_layer_get_move_mode (YzMapStationLayer *self)
{
  g_return_val_if_fail (YZ_IS_MAP_STATION_LAYER (self), FALSE);
  return self->move_mode;
}

void
yz_map_station_layer_set_move_mode (YzMapStationLayer *self, gboolean move_mode)
{
  g_return_if_fail (YZ_IS_MAP_STATION_LAYER (self));

  if (self->move_mode == !!move_mode)
    return;
  self->move_mode = !!move_mode;
  hover (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVE_MODE]);
}

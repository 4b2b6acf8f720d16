/* What part of the world the map of stations shows. */
#include "config.h"

#include "yz-station-map-private.h"

#include "yz-map-extent.h"

#include <math.h>

#define FIT_MARGIN 48 /* pixels around what is fitted */

ShumateViewport *
yz_station_map_get_viewport (YzStationMap *self)
{
  return shumate_map_get_viewport (self->map);
}

double
yz_station_map_get_zoom (YzStationMap *self)
{
  return shumate_viewport_get_zoom_level (yz_station_map_get_viewport (self));
}

double
yz_station_map_get_seen_width (YzStationMap *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self->map)) - self->right_inset, 64);
}

static void
move_view (YzStationMap *self, YzPosition position, double zoom)
{
  YzPosition centre;

  if (zoom < 0)
    zoom = yz_station_map_get_zoom (self);
  zoom = CLAMP (round (zoom), YZ_STATION_MAP_MIN_ZOOM, YZ_STATION_MAP_MAX_ZOOM);
  centre = yz_map_extent_shift (position, zoom, -self->right_inset / 2.0, 0);
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (yz_station_map_get_viewport (self), zoom);
  shumate_map_center_on (self->map, centre.lat, centre.lon);
}

static void
fit_view (YzStationMap *self, const YzBox *box)
{
  YzWorld a = yz_world_from_position ((YzPosition){ box->west, box->north });
  YzWorld b = yz_world_from_position ((YzPosition){ box->east, box->south });
  int zoom = yz_map_extent_fit (box, yz_station_map_get_seen_width (self) - 2 * FIT_MARGIN,
                                gtk_widget_get_height (GTK_WIDGET (self->map)) - 2 * FIT_MARGIN,
                                YZ_STATION_MAP_FIT_ZOOM);

  move_view (self, yz_world_to_position ((YzWorld){ (a.x + b.x) / 2, (a.y + b.y) / 2 }), zoom);
}

void
yz_station_map_go_to (YzStationMap *self, YzPosition position, double zoom)
{
  g_return_if_fail (YZ_IS_STATION_MAP (self));

  self->is_placed = TRUE;
  move_view (self, position, zoom);
}

void
yz_station_map_fit (YzStationMap *self, const YzBox *box)
{
  g_return_if_fail (YZ_IS_STATION_MAP (self));

  if (yz_box_is_empty (box))
    return;
  self->is_placed = TRUE;
  fit_view (self, box);
}

void
yz_station_map_bring_selected_into_view (YzStationMap *self)
{
  const YzStationPoint *point = yz_map_scene_get_selected (self->scene);
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  YzPosition position, centre;
  double x, y;

  if (point == NULL || !self->is_placed || extent.width < 1)
    return;
  position = (YzPosition){ point->lon, point->lat };
  yz_map_extent_project (&extent, yz_world_from_position (position), &x, &y);
  if (x > 40 && y > 40 && x < yz_station_map_get_seen_width (self) - 60 && y < extent.height - 70)
    return;
  centre = yz_map_extent_shift (position, yz_station_map_get_zoom (self), -self->right_inset / 2.0, 0);
  shumate_map_go_to_full_with_duration (self->map, centre.lat, centre.lon, yz_station_map_get_zoom (self), 250);
}

gboolean
yz_station_map_get_bounds (YzStationMap *self, YzBox *bounds)
{
  *bounds = yz_map_scene_get_bounds (self->scene);
  if (!yz_box_is_empty (bounds))
    return TRUE;
  if (!yz_map_backdrop_get_bounds (self->backdrop, bounds))
    *bounds = (YzBox){ .west = 73.5, .south = 18, .east = 135, .north = 53.6 };
  return FALSE;
}

void
yz_station_map_place_view (YzStationMap *self)
{
  YzPosition position;
  YzBox bounds;
  double zoom;

  if (self->is_placed || !self->has_size)
    return;
  if (yz_map_backdrop_get_view (self->backdrop, &position, &zoom))
    {
      yz_station_map_go_to (self, position, zoom);
      return;
    }
  /* the stations may come later; only then has the view its place, and is kept */
  self->is_placed = yz_station_map_get_bounds (self, &bounds);
  fit_view (self, &bounds);
}

void
yz_station_map_view_changed (YzStationMap *self)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);

  if (!self->is_placed)
    return;
  yz_map_backdrop_keep_view (self->backdrop,
                             yz_map_extent_get_position (&extent, yz_station_map_get_seen_width (self) / 2,
                                                         extent.height / 2),
                             yz_station_map_get_zoom (self));
  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in",
                                 yz_station_map_get_zoom (self) < YZ_STATION_MAP_MAX_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out",
                                 yz_station_map_get_zoom (self) > YZ_STATION_MAP_MIN_ZOOM);
}

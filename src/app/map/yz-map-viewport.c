#include "config.h"

#include "yz-map-viewport.h"

#include <math.h>

YzMapExtent
yz_map_viewport_get_extent (ShumateViewport *viewport, GtkWidget *widget)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  YzPosition centre = { shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                        shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) };

  return (YzMapExtent){
    .centre = yz_world_from_position (centre),
    /* asked of the library, which grows between two zoom levels in its own way */
    .world = source != NULL ? shumate_map_source_get_x (source, zoom, 180) : 256 * exp2 (zoom),
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
  };
}

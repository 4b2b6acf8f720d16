#include "config.h"

#include "yz-map-frame.h"

#include <math.h>

YzMapFrame
yz_map_frame_of_viewport (ShumateViewport *viewport, GtkWidget *widget)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  YzPosition centre = { shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                        shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) };

  return (YzMapFrame){
    .centre = yz_world_from_position (centre),
    /* asked of the library, which grows between two zoom levels in its own way */
    .world = source != NULL ? shumate_map_source_get_x (source, zoom, 180) : 256 * exp2 (zoom),
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
  };
}

int
yz_map_frame_fit (const YzBox *box, double width, double height, int max_zoom)
{
  YzWorld a = yz_world_from_position ((YzPosition){ box->west, box->north });
  YzWorld b = yz_world_from_position ((YzPosition){ box->east, box->south });
  double zoom_x = log2 (MAX (width, 64) / (256 * MAX (b.x - a.x, 1e-9)));
  double zoom_y = log2 (MAX (height, 64) / (256 * MAX (b.y - a.y, 1e-9)));

  return (int) CLAMP (floor (MIN (zoom_x, zoom_y)), 2, max_zoom);
}

YzPosition
yz_map_frame_shift (YzPosition position, double zoom, double dx, double dy)
{
  YzWorld world = yz_world_from_position (position);
  double size = 256 * exp2 (zoom);

  return yz_world_to_position ((YzWorld){ world.x - dx / size, world.y - dy / size });
}

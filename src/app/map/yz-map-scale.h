/* A bar that says how long a round distance is on the map. */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define YZ_TYPE_MAP_SCALE (yz_map_scale_get_type ())

G_DECLARE_FINAL_TYPE (YzMapScale, yz_map_scale, YZ, MAP_SCALE, GtkWidget)

/**
 * yz_map_scale_set_viewport:
 * @viewport: whose scale is shown
 */
void yz_map_scale_set_viewport (YzMapScale *self, ShumateViewport *viewport);

G_END_DECLS

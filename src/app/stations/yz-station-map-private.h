/* What the files of the map widget share. */
#pragma once

#include "yz-station-map.h"

#include <shumate/shumate.h>

#include "yz-map-backdrop.h"
#include "yz-map-go-to.h"
#include "yz-map-layers-popover.h"
#include "yz-map-scale.h"
#include "yz-map-scene.h"
#include "yz-map-station-layer.h"
#include "yz-station-hover-card.h"

G_BEGIN_DECLS

#define YZ_STATION_MAP_MIN_ZOOM 2
#define YZ_STATION_MAP_MAX_ZOOM 19

/* The nearest zoom level for what is gone to or fitted into the view. */
#define YZ_STATION_MAP_FIT_ZOOM 16

struct _YzStationMap
{
  GtkWidget parent_instance;

  /* the template */
  ShumateMap *map;
  GtkWidget *controls;
  YzMapScale *scale;
  GtkLabel *attribution;
  GtkRevealer *banner;
  YzStationHoverCard *card;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkWidget *go_to_button;
  GtkMenuButton *layers_button;

  YzStations *stations;
  YzMapScene *scene;
  YzMapStationLayer *layer;
  ShumateMarkerLayer *places; /* holds the mark of a place that is no station yet, or nothing */
  YzMapBackdrop *backdrop;
  YzMapLayer *awaited; /* (nullable): outlines that were just added, to be brought into view */
  YzMapGoTo *go_to;
  GtkPopover *menu; /* (nullable): open at the pointer */

  int right_inset;
  int first_width;       /* of the map in the last frame, until it has its size */
  gboolean has_size;
  gboolean is_placed;    /* whether the view was set once, from the settings or from the stations */
  double card_x, card_y; /* where the hover card points to, pixels */
  double card_radius;
  gint64 menu_row;       /* the station that the menu is about, 0 for the bare map */
  YzPosition menu_place; /* where it was opened */
};

/* yz-station-map-actions.c */
void yz_station_map_install_actions (GtkWidgetClass *widget_class);
void yz_station_map_popup_menu (YzStationMap *self, gint64 row, double x, double y);
void yz_station_map_popup_menu_for_selection (YzStationMap *self);

/* Marks the place that one went to, or where a station is being added; %NULL takes the mark away. */
void yz_station_map_mark_place (YzStationMap *self, const YzPosition *place);

/* yz-station-map-layers.c */
void yz_station_map_install_layer_actions (GtkWidgetClass *widget_class);

/* yz-station-map-move.c */
void     yz_station_map_install_move_actions (GtkWidgetClass *widget_class);
void     yz_station_map_set_move_mode (YzStationMap *self, gboolean move_mode);
void     yz_station_map_move_station (YzStationMap *self, gint64 row, YzPosition place);
gboolean yz_station_map_nudge (YzStationMap *self, int dx, int dy);

/* yz-station-map-view.c */
ShumateViewport *yz_station_map_get_viewport (YzStationMap *self);
double           yz_station_map_get_zoom (YzStationMap *self);

/* Pixels of the map's width that nothing covers. */
double yz_station_map_get_seen_width (YzStationMap *self);

/* All stations; where there are none, what the street map covers, or China. Returns: whether there are stations */
gboolean yz_station_map_get_bounds (YzStationMap *self, YzBox *bounds);

/* Shows what was seen the last time, or else all stations; does nothing once the view has its place. */
void yz_station_map_place_view (YzStationMap *self);

/* The list may select what the map does not show, and the detail pane may slide over it. */
void yz_station_map_bring_selected_into_view (YzStationMap *self);

/* What follows from another view: it is kept, the hover card is gone, the zoom may be at its end. */
void yz_station_map_view_changed (YzStationMap *self);

/* yz-station-map-layers.c */
void yz_station_map_outlined (YzStationMap *self, YzMapLayer *layer, const YzBox *bounds);

/* yz-station-map.c */
void yz_station_map_tell (YzStationMap *self, const char *message);

G_END_DECLS

/*
 * What stands where on the map of stations: for a part of the world as the map shows it, the pins and the clusters
 * with their places in pixels. Positions are projected once, when the index of clusters is built (on a worker); a
 * frame costs the query of what is in view. Main thread.
 */
#pragma once

#include "yz-cluster-index.h"
#include "yz-map-extent.h"
#include "yz-stations.h"

G_BEGIN_DECLS

/* From this zoom level on pins have their names beside them. */
#define YZ_MAP_LABEL_ZOOM 14

/**
 * YzMapMark:
 * @point: number of the station for yz_map_scene_get_point(), %YZ_CLUSTER_NONE for a cluster
 * @cluster: for a cluster its id in the index; for a selected station that of the spot it stands before
 * @count: stations it stands for
 * @looks: how many of each look
 * @is_spot: a cluster whose stations share one position, or the selected one of them in front of the others
 * @is_selected: the selected station; it has a mark of its own even where a cluster counts it
 * @is_fanned: drawn beside its place, which is at @from_x, @from_y
 * @x: pixels from the left edge
 * @y: pixels from its upper edge
 * @radius: of the disc, pixels
 */
typedef struct
{
  guint32 point;
  guint32 cluster;
  guint32 count;
  guint32 looks[YZ_STATION_N_LOOKS];
  guint is_spot : 1;
  guint is_selected : 1;
  guint is_fanned : 1;
  double x;
  double y;
  double from_x;
  double from_y;
  double radius;
} YzMapMark;

#define YZ_TYPE_MAP_SCENE (yz_map_scene_get_type ())

G_DECLARE_FINAL_TYPE (YzMapScene, yz_map_scene, YZ, MAP_SCENE, GObject)

/**
 * YzMapScene::changed:
 *
 * Emitted when yz_map_scene_query() may give something else for the same frame.
 */

YzMapScene *yz_map_scene_new (void);

/**
 * yz_map_scene_set_points:
 * @points: (element-type YzStationPoint): copied
 *
 * Shows other stations. Many are indexed on a worker, the former staying until that is done.
 */
void yz_map_scene_set_points (YzMapScene *self, GArray *points);

/**
 * yz_map_scene_put_point:
 * @row: of the station that changed
 * @point: (nullable): as it is now, %NULL if it is not shown any more
 */
void yz_map_scene_put_point (YzMapScene *self, gint64 row, const YzStationPoint *point);

guint yz_map_scene_get_n_points (YzMapScene *self);

/**
 * yz_map_scene_get_point:
 * @number: of a mark
 *
 * Returns: (transfer none): the station's point, valid until the points change
 */
const YzStationPoint *yz_map_scene_get_point (YzMapScene *self, guint32 number);

/**
 * yz_map_scene_get_selected:
 *
 * Returns: (transfer none) (nullable): the point of the selected station, if it is on the map
 */
const YzStationPoint *yz_map_scene_get_selected (YzMapScene *self);

/**
 * yz_map_scene_select_row:
 * @row: 0 for none
 */
void yz_map_scene_select_row (YzMapScene *self, gint64 row);

/**
 * yz_map_scene_carry:
 * @row: of the station that is being moved, 0 for none
 * @place: where it is shown meanwhile
 */
void yz_map_scene_carry (YzMapScene *self, gint64 row, YzWorld place);

/**
 * yz_map_scene_fan_out:
 * @mark: (nullable): a spot, whose stations are shown around it from now on; %NULL for none
 */
void     yz_map_scene_fan_out (YzMapScene *self, const YzMapMark *mark);
gboolean yz_map_scene_is_fanned_out (YzMapScene *self);

/**
 * yz_map_scene_query:
 *
 * Returns: (transfer none) (element-type YzMapMark): what is in view, in the order in which it is drawn: from north
 *   to south, the selected station last. Valid until the next call.
 */
GArray *yz_map_scene_query (YzMapScene *self, const YzMapExtent *extent);

/**
 * yz_map_scene_hit:
 *
 * Returns: (transfer none) (nullable): the uppermost mark of the last query at a place
 */
const YzMapMark *yz_map_scene_hit (YzMapScene *self, double x, double y);

/**
 * yz_map_scene_get_box:
 * @mark: of the last query
 * @split_zoom: (out) (optional): the zoom level at which the cluster falls into parts
 *
 * Returns: the box of the stations it stands for
 */
YzBox yz_map_scene_get_box (YzMapScene *self, const YzMapMark *mark, guint *split_zoom);

/**
 * yz_map_scene_get_bounds:
 *
 * Returns: the box of all stations, empty where there are none
 */
YzBox yz_map_scene_get_bounds (YzMapScene *self);

G_END_DECLS

/* What the files of the station layer share: yz-map-station-drawing.c draws it, the other one meets the pointer. */
#pragma once

#include "yz-map-art.h"
#include "yz-map-station-layer.h"

G_BEGIN_DECLS

struct _YzMapStationLayer
{
  ShumateLayer parent_instance;

  YzMapScene *scene;
  YzStations *stations;
  YzMapArt *art;
  GHashTable *names;      /* of names by row */
  GArray *labels;         /* of YzPinLabel, scratch */
  GPtrArray *label_marks; /* of YzMapMark, the marks of the labels */
  GArray *blocks;         /* of YzMapBox, scratch */
  guint redraw_id;        /* where names are still to be read */

  gboolean move_mode;
  gint64 dragged;        /* row, 0 for none */
  double grip_x, grip_y; /* from the pin's middle to where it was taken */
  double hover_x, hover_y;
  guint32 hovered_point, hovered_cluster;
};

/* One frame, in the pixels of the widget. */
void yz_map_station_layer_draw (YzMapStationLayer *self, GtkSnapshot *snapshot);

G_END_DECLS

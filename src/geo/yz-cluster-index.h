/*
 * Clusters of points for every zoom of the map, after the method of supercluster: from the deepest zoom upwards,
 * each point or cluster takes the free neighbours within a radius of so many pixels. A cluster also keeps how many of
 * its points are of each category, and the box of its contents.
 *
 * Every point is counted exactly once at every zoom. Points that share one position stay together at every zoom,
 * also beyond the deepest: the map fans them out.
 *
 * Changing one point keeps the clusters, counts, centres and boxes exact and puts the point where there is a cluster
 * within the radius; it does not form the others anew. So the clusters drift from those of a fresh index, slowly: when
 * every point has changed twice, their number at each zoom still differs by 15 % or three at most. Build anew on a
 * worker when a list has been imported, not when a station has been moved.
 *
 * Thread-safety: build anywhere, then hand over. Any number of threads may query an index that nobody changes.
 */
#pragma once

#include "yz-position.h"

G_BEGIN_DECLS

#define YZ_CLUSTER_MAX_CATEGORIES 8
#define YZ_CLUSTER_NONE G_MAXUINT32

typedef struct
{
  guint min_zoom;
  guint max_zoom; /* the deepest with clusters, at most 24 */
  double radius;  /* pixels */
  double tile;    /* pixels of a tile's side at zoom 0 */
} YzClusterOptions;

#define YZ_CLUSTER_OPTIONS_DEFAULT \
  ((YzClusterOptions) { .min_zoom = 0, .max_zoom = 16, .radius = 48, .tile = 256 })

typedef struct
{
  YzPosition position;
  guint8 category; /* below YZ_CLUSTER_MAX_CATEGORIES */
} YzClusterPoint;

/* A cluster, or a point that stands alone. */
typedef struct
{
  guint32 id;      /* for the functions below; valid until the index is changed */
  guint32 point;   /* the caller's number of the point that stands alone, else %YZ_CLUSTER_NONE */
  guint32 count;   /* of points */
  gboolean is_spot; /* several points, all at one position */
  YzWorld centre;  /* mean of the points, to a centimetre */
  guint32 categories[YZ_CLUSTER_MAX_CATEGORIES];
} YzCluster;

typedef struct _YzClusterIndex YzClusterIndex;

/**
 * yz_cluster_index_new:
 * @points: (array length=n_points): their numbers are the caller's numbers for ever; not kept
 * @subset: (array length=n_subset) (nullable): the numbers to take, each once; %NULL for all
 * @options: (nullable): %NULL for the default
 *
 * Points without a valid position are left out.
 *
 * Returns: (transfer full): an index
 */
YzClusterIndex *yz_cluster_index_new (const YzClusterPoint *points, guint n_points, const guint32 *subset,
                                      guint n_subset, const YzClusterOptions *options);

void yz_cluster_index_free (YzClusterIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzClusterIndex, yz_cluster_index_free)

/**
 * yz_cluster_index_get_n_points:
 *
 * Returns: how many points are in the index now
 */
guint yz_cluster_index_get_n_points (const YzClusterIndex *self);

/**
 * yz_cluster_index_query:
 * @view: those whose centre lies within; widen it by the radius so that discs at the edge are drawn
 * @zoom: whole zoom of the map; beyond the deepest, points stand alone unless they share a position
 * @clusters: (element-type YzCluster): emptied and filled; keeps its memory from call to call
 */
void yz_cluster_index_query (const YzClusterIndex *self, const YzBox *view, guint zoom, GArray *clusters);

/**
 * yz_cluster_index_find_cluster:
 * @point: the caller's number
 *
 * Returns: the id of what stands for @point at @zoom, or %YZ_CLUSTER_NONE where @point is not in the index
 */
guint32 yz_cluster_index_find_cluster (const YzClusterIndex *self, guint32 point, guint zoom);

/**
 * yz_cluster_index_get_cluster:
 * @cluster: (out): what yz_cluster_index_query() would give for it
 */
void yz_cluster_index_get_cluster (const YzClusterIndex *self, guint32 id, YzCluster *cluster);

/**
 * yz_cluster_index_get_box:
 *
 * Returns: the box of everything in the cluster, where a click zooms to; without extent where it is a spot
 */
YzBox yz_cluster_index_get_box (const YzClusterIndex *self, guint32 id);

/**
 * yz_cluster_index_get_split_zoom:
 *
 * Returns: the first zoom at which the cluster falls into parts; two beyond the deepest for a spot, which never does
 */
guint yz_cluster_index_get_split_zoom (const YzClusterIndex *self, guint32 id);

/**
 * yz_cluster_index_list_points:
 * @points: (element-type guint32): the caller's numbers are appended, in no particular order
 */
void yz_cluster_index_list_points (const YzClusterIndex *self, guint32 id, GArray *points);

/**
 * yz_cluster_index_put:
 * @point: any number, also a new one; numbers are places in an array, so keep them dense
 *
 * Adds the point, or moves it. Without a valid position it is removed.
 */
void yz_cluster_index_put (YzClusterIndex *self, guint32 point, const YzClusterPoint *value);

/**
 * yz_cluster_index_remove:
 *
 * Does nothing where @point is not in the index.
 */
void yz_cluster_index_remove (YzClusterIndex *self, guint32 point);

G_END_DECLS

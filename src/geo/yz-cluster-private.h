/*
 * The tree behind a cluster index. Private to this folder.
 *
 * A node is a point or a group. It lives at all zooms from its own `zoom` up to, not including, that of its parent;
 * so a point alone from zoom 16 to 9 is one node, not eight, and there are fewer groups than points. As the boxes of
 * the groups nest, the tree is also the spatial index: a query walks down from the roots.
 *
 * Levels, from the deepest: points; spots (points of one position, radius 0); max_zoom … min_zoom.
 */
#pragma once

#include "yz-cluster-index.h"

G_BEGIN_DECLS

#define YZ_NODE_NONE YZ_CLUSTER_NONE
#define YZ_NODE_GROUP (1u << 31) /* set in the id of a group; the rest is its slot */
#define YZ_NODE_ABSENT G_MAXUINT8

typedef struct
{
  guint32 x, y;   /* Web Mercator, the world being 2³² units wide (9 mm at the equator) */
  guint32 parent;
  guint32 next;   /* sibling; among roots the next root; among free groups the next free */
  guint8 zoom;    /* the deepest zoom it lives at; YZ_NODE_ABSENT for a point that is not in the index */
  guint8 category; /* of a point */
} YzNode;

typedef struct
{
  YzNode node;
  guint32 first_child;
  guint32 count;
  guint64 sum_x, sum_y; /* whole numbers, so that taking out what was put in leaves no trace */
  guint32 west, north, east, south;
  guint32 categories[YZ_CLUSTER_MAX_CATEGORIES];
} YzGroup;

struct _YzClusterIndex
{
  YzClusterOptions options;
  GArray *points; /* of YzNode, by the caller's number */
  GArray *groups; /* of YzGroup, by slot */
  guint32 free_group;
  guint32 roots;
  guint n_points;
};

static inline YzGroup *
yz_node_group (const YzClusterIndex *self, guint32 id)
{
  return &g_array_index (self->groups, YzGroup, id & ~YZ_NODE_GROUP);
}

static inline YzNode *
yz_node_get (const YzClusterIndex *self, guint32 id)
{
  return (id & YZ_NODE_GROUP) ? &yz_node_group (self, id)->node : &g_array_index (self->points, YzNode, id);
}

/* Zoom of the level of spots and of the points beneath. */
static inline guint
yz_cluster_spot_zoom (const YzClusterIndex *self)
{
  return self->options.max_zoom + 1;
}

static inline guint
yz_cluster_point_zoom (const YzClusterIndex *self)
{
  return self->options.max_zoom + 2;
}

/* In units; 0 at the level of spots. */
guint32 yz_cluster_radius_at (const YzClusterIndex *self, guint zoom);

/* Fills position and category of a point and marks it present. */
void yz_cluster_fill_point (const YzClusterIndex *self, YzNode *node, const YzClusterPoint *value);

/* An empty group. Nodes may move in memory. */
guint32 yz_cluster_new_group (YzClusterIndex *self, guint zoom);

/* Makes @child the first child of @group and counts it in; the ancestors of @group are the caller's. */
void yz_group_adopt (YzClusterIndex *self, guint32 group, guint32 child);

/* Fills an empty index; @alive holds the numbers of the points with a position and is used up. */
void yz_cluster_build (YzClusterIndex *self, guint32 *alive, guint n_alive);

G_END_DECLS

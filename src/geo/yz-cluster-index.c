/* The index as its users see it: making it, asking it. How it is built and changed lies in the neighbours. */
#include "config.h"

#include <math.h>

#include "yz-cluster-private.h"

#define WORLD_UNITS 4294967296.0

static guint32
to_units (double share)
{
  return (guint32) CLAMP (share * WORLD_UNITS, 0, G_MAXUINT32);
}

static double
from_units (guint32 units)
{
  return (units + 0.5) / WORLD_UNITS;
}

guint32
yz_cluster_radius_at (const YzClusterIndex *self, guint zoom)
{
  if (zoom > self->options.max_zoom)
    return 0;
  /* a quarter of the world at most: the square of a distance within it fits in 63 bits */
  return (guint32) MIN (WORLD_UNITS / 4, self->options.radius / self->options.tile * ldexp (WORLD_UNITS, -(int) zoom));
}

void
yz_cluster_fill_point (const YzClusterIndex *self, YzNode *node, const YzClusterPoint *value)
{
  YzWorld world = yz_world_from_position (value->position);

  *node = (YzNode){
    .x = to_units (world.x),
    .y = to_units (world.y),
    .parent = YZ_NODE_NONE,
    .next = YZ_NODE_NONE,
    .zoom = yz_cluster_point_zoom (self),
    .category = MIN (value->category, YZ_CLUSTER_MAX_CATEGORIES - 1),
  };
}

guint32
yz_cluster_new_group (YzClusterIndex *self, guint zoom)
{
  guint32 id = self->free_group;

  if (id == YZ_NODE_NONE)
    {
      id = self->groups->len | YZ_NODE_GROUP;
      g_array_set_size (self->groups, self->groups->len + 1);
    }
  else
    self->free_group = yz_node_get (self, id)->next;

  *yz_node_group (self, id) = (YzGroup){
    .node = { .parent = YZ_NODE_NONE, .next = YZ_NODE_NONE, .zoom = zoom },
    .first_child = YZ_NODE_NONE,
    .west = G_MAXUINT32,
    .north = G_MAXUINT32,
  };
  return id;
}

static void
group_add_box (YzGroup *group, guint32 west, guint32 north, guint32 east, guint32 south)
{
  group->west = MIN (group->west, west);
  group->north = MIN (group->north, north);
  group->east = MAX (group->east, east);
  group->south = MAX (group->south, south);
}

static void
group_add_point (YzGroup *group, const YzNode *point)
{
  group->count++;
  group->sum_x += point->x;
  group->sum_y += point->y;
  group->categories[point->category]++;
  group_add_box (group, point->x, point->y, point->x, point->y);
}

static void
group_add_group (YzGroup *group, const YzGroup *other)
{
  group->count += other->count;
  group->sum_x += other->sum_x;
  group->sum_y += other->sum_y;
  for (guint i = 0; i < YZ_CLUSTER_MAX_CATEGORIES; i++)
    group->categories[i] += other->categories[i];
  group_add_box (group, other->west, other->north, other->east, other->south);
}

void
yz_group_adopt (YzClusterIndex *self, guint32 group, guint32 child)
{
  YzGroup *parent = yz_node_group (self, group);
  YzNode *node = yz_node_get (self, child);

  if (child & YZ_NODE_GROUP)
    group_add_group (parent, yz_node_group (self, child));
  else
    group_add_point (parent, node);

  node->parent = group;
  node->next = parent->first_child;
  parent->first_child = child;
  parent->node.x = parent->sum_x / parent->count;
  parent->node.y = parent->sum_y / parent->count;
}

static void
take_point (YzClusterIndex *self, const YzClusterPoint *points, guint32 number, guint32 *alive, guint *n_alive)
{
  YzNode *node = &g_array_index (self->points, YzNode, number);

  if (node->zoom != YZ_NODE_ABSENT || !yz_position_is_valid (points[number].position))
    return;
  yz_cluster_fill_point (self, node, &points[number]);
  alive[(*n_alive)++] = number;
}

YzClusterIndex *
yz_cluster_index_new (const YzClusterPoint *points, guint n_points, const guint32 *subset, guint n_subset,
                      const YzClusterOptions *options)
{
  YzClusterIndex *self = g_new0 (YzClusterIndex, 1);
  g_autofree guint32 *alive = g_new (guint32, n_points);
  guint n_alive = 0;

  self->options = options != NULL ? *options : YZ_CLUSTER_OPTIONS_DEFAULT;
  self->options.max_zoom = MIN (self->options.max_zoom, 24);
  self->options.min_zoom = MIN (self->options.min_zoom, self->options.max_zoom);
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (YzNode), n_points);
  self->groups = g_array_sized_new (FALSE, FALSE, sizeof (YzGroup), n_points / 4);
  self->free_group = YZ_NODE_NONE;
  self->roots = YZ_NODE_NONE;

  g_array_set_size (self->points, n_points);
  for (guint i = 0; i < n_points; i++)
    g_array_index (self->points, YzNode, i).zoom = YZ_NODE_ABSENT;

  if (subset == NULL)
    for (guint i = 0; i < n_points; i++)
      take_point (self, points, i, alive, &n_alive);
  else
    for (guint i = 0; i < n_subset; i++)
      if (subset[i] < n_points)
        take_point (self, points, subset[i], alive, &n_alive);

  self->n_points = n_alive;
  yz_cluster_build (self, alive, n_alive);
  return self;
}

void
yz_cluster_index_free (YzClusterIndex *self)
{
  g_array_unref (self->points);
  g_array_unref (self->groups);
  g_free (self);
}

guint
yz_cluster_index_get_n_points (const YzClusterIndex *self)
{
  return self->n_points;
}

void
yz_cluster_index_get_cluster (const YzClusterIndex *self, guint32 id, YzCluster *cluster)
{
  const YzNode *node = yz_node_get (self, id);

  *cluster = (YzCluster){
    .id = id,
    .point = id,
    .count = 1,
    .centre = { from_units (node->x), from_units (node->y) },
  };

  if (id & YZ_NODE_GROUP)
    {
      const YzGroup *group = yz_node_group (self, id);

      cluster->point = YZ_CLUSTER_NONE;
      cluster->count = group->count;
      cluster->is_spot = node->zoom == yz_cluster_spot_zoom (self);
      for (guint i = 0; i < YZ_CLUSTER_MAX_CATEGORIES; i++)
        cluster->categories[i] = group->categories[i];
    }
  else
    cluster->categories[node->category] = 1;
}

typedef struct
{
  const YzClusterIndex *index;
  guint32 west, north, east, south;
  guint zoom;
  GArray *clusters;
} Query;

static gboolean
query_sees_node (const Query *query, const YzNode *node)
{
  return node->x >= query->west && node->x <= query->east && node->y >= query->north && node->y <= query->south;
}

static gboolean
query_sees_group (const Query *query, const YzGroup *group)
{
  return group->east >= query->west && group->west <= query->east && group->south >= query->north &&
         group->north <= query->south;
}

/* Visits the siblings from @first on; deep as the tree, which has fewer than 27 levels. */
static void
query_visit (const Query *query, guint32 first)
{
  for (guint32 id = first; id != YZ_NODE_NONE;)
    {
      const YzNode *node = yz_node_get (query->index, id);

      if (node->zoom < query->zoom)
        {
          const YzGroup *group = yz_node_group (query->index, id);

          if (query_sees_group (query, group))
            query_visit (query, group->first_child);
        }
      else if (query_sees_node (query, node))
        {
          g_array_set_size (query->clusters, query->clusters->len + 1);
          yz_cluster_index_get_cluster (query->index, id,
                                        &g_array_index (query->clusters, YzCluster, query->clusters->len - 1));
        }
      id = node->next;
    }
}

static guint
clamp_zoom (const YzClusterIndex *self, guint zoom)
{
  return CLAMP (zoom, self->options.min_zoom, yz_cluster_spot_zoom (self));
}

void
yz_cluster_index_query (const YzClusterIndex *self, const YzBox *view, guint zoom, GArray *clusters)
{
  YzWorld north_west = yz_world_from_position ((YzPosition){ view->west, view->north });
  YzWorld south_east = yz_world_from_position ((YzPosition){ view->east, view->south });
  Query query = {
    .index = self,
    .west = to_units (north_west.x),
    .north = to_units (north_west.y),
    .east = to_units (south_east.x),
    .south = to_units (south_east.y),
    .zoom = clamp_zoom (self, zoom),
    .clusters = clusters,
  };

  g_return_if_fail (g_array_get_element_size (clusters) == sizeof (YzCluster));

  g_array_set_size (clusters, 0);
  query_visit (&query, self->roots);
}

static gboolean
has_point (const YzClusterIndex *self, guint32 point)
{
  return point < self->points->len && g_array_index (self->points, YzNode, point).zoom != YZ_NODE_ABSENT;
}

guint32
yz_cluster_index_find_cluster (const YzClusterIndex *self, guint32 point, guint zoom)
{
  guint32 id = point;
  guint level = clamp_zoom (self, zoom);

  if (!has_point (self, point))
    return YZ_CLUSTER_NONE;

  for (;;)
    {
      guint32 parent = yz_node_get (self, id)->parent;

      if (parent == YZ_NODE_NONE || yz_node_get (self, parent)->zoom < level)
        return id;
      id = parent;
    }
}

YzBox
yz_cluster_index_get_box (const YzClusterIndex *self, guint32 id)
{
  YzWorld north_west, south_east;
  YzBox box = YZ_BOX_EMPTY;

  if ((id & YZ_NODE_GROUP) != 0)
    {
      const YzGroup *group = yz_node_group (self, id);

      north_west = (YzWorld){ from_units (group->west), from_units (group->north) };
      south_east = (YzWorld){ from_units (group->east), from_units (group->south) };
    }
  else
    {
      const YzNode *node = yz_node_get (self, id);

      north_west = south_east = (YzWorld){ from_units (node->x), from_units (node->y) };
    }
  yz_box_add (&box, yz_world_to_position (north_west));
  yz_box_add (&box, yz_world_to_position (south_east));
  return box;
}

guint
yz_cluster_index_get_split_zoom (const YzClusterIndex *self, guint32 id)
{
  return yz_node_get (self, id)->zoom + 1;
}

void
yz_cluster_index_list_points (const YzClusterIndex *self, guint32 id, GArray *points)
{
  if (!(id & YZ_NODE_GROUP))
    {
      g_array_append_val (points, id);
      return;
    }
  for (guint32 child = yz_node_group (self, id)->first_child; child != YZ_NODE_NONE;)
    {
      yz_cluster_index_list_points (self, child, points);
      child = yz_node_get (self, child)->next;
    }
}

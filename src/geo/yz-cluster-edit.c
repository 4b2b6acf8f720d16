/* Changes of one point: along its ancestors, never further, so the cost is that of the tree's depth. */
#include "config.h"

#include "yz-cluster-private.h"

/* The field that holds the first of @parent's children, or of the roots. */
static guint32 *
list_head (YzClusterIndex *self, guint32 parent)
{
  return parent == YZ_NODE_NONE ? &self->roots : &yz_node_group (self, parent)->first_child;
}

/* Puts @replacement (%YZ_NODE_NONE for nothing) where @id stands among its siblings. */
static void
replace_child (YzClusterIndex *self, guint32 id, guint32 replacement)
{
  YzNode *node = yz_node_get (self, id);
  guint32 *link = list_head (self, node->parent);

  while (*link != id)
    link = &yz_node_get (self, *link)->next;

  if (replacement == YZ_NODE_NONE)
    *link = node->next;
  else
    {
      yz_node_get (self, replacement)->parent = node->parent;
      yz_node_get (self, replacement)->next = node->next;
      *link = replacement;
    }
}

static void
group_update_centre (YzGroup *group)
{
  group->node.x = group->sum_x / group->count;
  group->node.y = group->sum_y / group->count;
}

static void
group_fit_box (YzClusterIndex *self, YzGroup *group)
{
  group->west = group->north = G_MAXUINT32;
  group->east = group->south = 0;

  for (guint32 id = group->first_child; id != YZ_NODE_NONE;)
    {
      const YzNode *node = yz_node_get (self, id);
      const YzGroup *child = (id & YZ_NODE_GROUP) ? yz_node_group (self, id) : NULL;

      group->west = MIN (group->west, child ? child->west : node->x);
      group->north = MIN (group->north, child ? child->north : node->y);
      group->east = MAX (group->east, child ? child->east : node->x);
      group->south = MAX (group->south, child ? child->south : node->y);
      id = node->next;
    }
}

static void
count_in (YzClusterIndex *self, guint32 group, const YzNode *point)
{
  for (guint32 id = group; id != YZ_NODE_NONE; id = yz_node_get (self, id)->parent)
    {
      YzGroup *ancestor = yz_node_group (self, id);

      ancestor->count++;
      ancestor->sum_x += point->x;
      ancestor->sum_y += point->y;
      ancestor->categories[point->category]++;
      ancestor->west = MIN (ancestor->west, point->x);
      ancestor->north = MIN (ancestor->north, point->y);
      ancestor->east = MAX (ancestor->east, point->x);
      ancestor->south = MAX (ancestor->south, point->y);
      group_update_centre (ancestor);
    }
}

/* From the deepest ancestor upwards, so that boxes are fitted to children already right. */
static void
count_out (YzClusterIndex *self, guint32 group, const YzNode *point)
{
  for (guint32 id = group; id != YZ_NODE_NONE; id = yz_node_get (self, id)->parent)
    {
      YzGroup *ancestor = yz_node_group (self, id);

      ancestor->count--;
      ancestor->sum_x -= point->x;
      ancestor->sum_y -= point->y;
      ancestor->categories[point->category]--;
      group_update_centre (ancestor);
      if (point->x == ancestor->west || point->x == ancestor->east || point->y == ancestor->north ||
          point->y == ancestor->south)
        group_fit_box (self, ancestor);
    }
}

typedef struct
{
  guint zoom;
  gint64 x, y;
  gint64 radius;
  guint32 found;
  gint64 distance2;
} Nearest;

static void
nearest_visit (const YzClusterIndex *self, Nearest *nearest, guint32 first)
{
  for (guint32 id = first; id != YZ_NODE_NONE;)
    {
      const YzNode *node = yz_node_get (self, id);
      gint64 dx = nearest->x - node->x, dy = nearest->y - node->y;

      if (node->zoom < nearest->zoom)
        {
          const YzGroup *group = yz_node_group (self, id);

          if (nearest->x >= (gint64) group->west - nearest->radius && nearest->x <= group->east + nearest->radius &&
              nearest->y >= (gint64) group->north - nearest->radius && nearest->y <= group->south + nearest->radius)
            nearest_visit (self, nearest, group->first_child);
        }
      else if (ABS (dx) <= nearest->radius && ABS (dy) <= nearest->radius && dx * dx + dy * dy < nearest->distance2)
        {
          nearest->found = id;
          nearest->distance2 = dx * dx + dy * dy;
        }
      id = node->next;
    }
}

static guint32
find_nearest (const YzClusterIndex *self, const YzNode *point, guint zoom)
{
  gint64 radius = yz_cluster_radius_at (self, zoom);
  Nearest nearest = {
    .zoom = zoom,
    .x = point->x,
    .y = point->y,
    .radius = radius,
    .found = YZ_NODE_NONE,
    .distance2 = radius * radius + 1,
  };

  nearest_visit (self, &nearest, self->roots);
  return nearest.found;
}

/* Makes the point a child of @neighbour, or of a new group of the two that takes the neighbour's place. */
static void
join (YzClusterIndex *self, guint32 point, guint32 neighbour, guint zoom)
{
  guint32 group = neighbour;
  guint32 ancestors;

  if (!(neighbour & YZ_NODE_GROUP) || yz_node_get (self, neighbour)->zoom != zoom)
    {
      group = yz_cluster_new_group (self, zoom);
      replace_child (self, neighbour, group);
      yz_group_adopt (self, group, neighbour);
    }

  yz_group_adopt (self, group, point);
  ancestors = yz_node_get (self, group)->parent;
  count_in (self, ancestors, yz_node_get (self, point));
}

static void
insert (YzClusterIndex *self, guint32 point)
{
  YzNode *node = yz_node_get (self, point);

  self->n_points++;
  for (int zoom = yz_cluster_spot_zoom (self); zoom >= (int) self->options.min_zoom; zoom--)
    {
      guint32 neighbour = find_nearest (self, node, zoom);

      if (neighbour == YZ_NODE_NONE)
        continue;
      join (self, point, neighbour, zoom);
      return;
    }
  node->next = self->roots;
  self->roots = point;
}

/* A group of one is no group: its child takes its place. */
static void
dissolve_single (YzClusterIndex *self, guint32 id)
{
  YzGroup *group = yz_node_group (self, id);

  if (yz_node_get (self, group->first_child)->next != YZ_NODE_NONE)
    return;
  replace_child (self, id, group->first_child);
  group->node.next = self->free_group;
  self->free_group = id;
}

void
yz_cluster_index_remove (YzClusterIndex *self, guint32 point)
{
  YzNode *node;
  guint32 parent;

  g_return_if_fail (self != NULL);

  if (point >= self->points->len)
    return;
  node = yz_node_get (self, point);
  if (node->zoom == YZ_NODE_ABSENT)
    return;

  parent = node->parent;
  replace_child (self, point, YZ_NODE_NONE);
  count_out (self, parent, node);
  if (parent != YZ_NODE_NONE)
    dissolve_single (self, parent);
  node->zoom = YZ_NODE_ABSENT;
  self->n_points--;
}

static void
make_room (YzClusterIndex *self, guint32 point)
{
  guint old = self->points->len;

  if (point < old)
    return;
  g_array_set_size (self->points, point + 1);
  for (guint i = old; i <= point; i++)
    g_array_index (self->points, YzNode, i).zoom = YZ_NODE_ABSENT;
}

void
yz_cluster_index_put (YzClusterIndex *self, guint32 point, const YzClusterPoint *value)
{
  g_return_if_fail (self != NULL && value != NULL);
  g_return_if_fail (!(point & YZ_NODE_GROUP));

  yz_cluster_index_remove (self, point);
  if (!yz_position_is_valid (value->position))
    return;

  make_room (self, point);
  yz_cluster_fill_point (self, yz_node_get (self, point), value);
  insert (self, point);
}

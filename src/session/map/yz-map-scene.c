#include "config.h"

#include "yz-map-scene.h"

#include <math.h>

#define MARGIN 64          /* pixels around the frame from which discs and halos still reach into it */
#define SMALL 4000         /* stations that are indexed at once, in a few milliseconds */
#define CLUSTER_RADIUS 60  /* pixels around a cluster that it draws from: room for a pin with its name */
#define PIN_RADIUS 14.6    /* with its outline */
#define OUTLINE 1.6        /* around every disc */
#define MAX_RADIUS 37      /* of a cluster: from a thousand on the number says it, or neighbours would cover it */
#define CHOSEN_RADIUS 19.6 /* of the selected pin */

struct _YzMapScene
{
  GObject parent_instance;

  GArray *points; /* of YzStationPoint, by number; row 0 where one is gone */
  YzClusterIndex *index;
  guint n_puts;    /* since the index was built */
  GTask *building; /* (nullable): the index being made */

  gint64 selected_row;
  guint32 selected; /* number, YZ_CLUSTER_NONE if none */
  guint32 carried;
  YzWorld carried_to;
  guint32 fan; /* a station of the spot that is fanned out, YZ_CLUSTER_NONE if none */

  GArray *clusters; /* of YzCluster, kept from query to query */
  GArray *marks;    /* of YzMapMark */
  GArray *numbers;  /* of guint32, scratch */
};

G_DEFINE_FINAL_TYPE (YzMapScene, yz_map_scene, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_changed (YzMapScene *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yz_map_scene_dispose (GObject *object)
{
  YzMapScene *self = YZ_MAP_SCENE (object);

  g_clear_object (&self->building);

  G_OBJECT_CLASS (yz_map_scene_parent_class)->dispose (object);
}

static void
yz_map_scene_finalize (GObject *object)
{
  YzMapScene *self = YZ_MAP_SCENE (object);

  g_clear_pointer (&self->index, yz_cluster_index_free);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->clusters, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);

  G_OBJECT_CLASS (yz_map_scene_parent_class)->finalize (object);
}

static void
yz_map_scene_class_init (YzMapSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yz_map_scene_dispose;
  object_class->finalize = yz_map_scene_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", YZ_TYPE_MAP_SCENE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_map_scene_init (YzMapScene *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (YzStationPoint));
  self->index = yz_cluster_index_new (NULL, 0, NULL, 0, NULL);
  self->selected = self->carried = self->fan = YZ_CLUSTER_NONE;
  self->clusters = g_array_new (FALSE, FALSE, sizeof (YzCluster));
  self->marks = g_array_new (FALSE, TRUE, sizeof (YzMapMark));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
}

YzMapScene *
yz_map_scene_new (void)
{
  return g_object_new (YZ_TYPE_MAP_SCENE, NULL);
}

static guint32
find_row (YzMapScene *self, gint64 row)
{
  for (guint i = 0; row != 0 && i < self->points->len; i++)
    if (g_array_index (self->points, YzStationPoint, i).row == row)
      return i;
  return YZ_CLUSTER_NONE;
}

static YzClusterPoint
cluster_point (const YzStationPoint *point)
{
  return (YzClusterPoint){ { point->lon, point->lat }, point->look };
}

static YzClusterIndex *
build_index (GArray *points)
{
  YzClusterOptions options = YZ_CLUSTER_OPTIONS_DEFAULT;
  g_autofree YzClusterPoint *values = g_new (YzClusterPoint, MAX (points->len, 1));

  for (guint i = 0; i < points->len; i++)
    {
      const YzStationPoint *point = &g_array_index (points, YzStationPoint, i);

      values[i] = cluster_point (point);
      if (point->row == 0)
        values[i].position.lon = NAN;
    }
  options.radius = CLUSTER_RADIUS;
  return yz_cluster_index_new (values, points->len, NULL, 0, &options);
}

static void
take_index (YzMapScene *self, GArray *points, YzClusterIndex *index)
{
  g_clear_pointer (&self->index, yz_cluster_index_free);
  g_clear_pointer (&self->points, g_array_unref);
  self->index = index;
  self->points = g_array_ref (points);
  self->n_puts = 0;
  self->carried = self->fan = YZ_CLUSTER_NONE;
  self->selected = find_row (self, self->selected_row);
  tell_changed (self);
}

static void
build_in_thread (GTask *task, gpointer source, gpointer points, GCancellable *cancellable)
{
  g_task_return_pointer (task, build_index (points), (GDestroyNotify) yz_cluster_index_free);
}

static void
on_built (GObject *source, GAsyncResult *result, gpointer data)
{
  YzMapScene *self = YZ_MAP_SCENE (source);
  g_autoptr (YzClusterIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  /* other points have come meanwhile, and their index is on its way */
  if (self->building != G_TASK (result))
    return;
  take_index (self, g_task_get_task_data (self->building), g_steal_pointer (&index));
  g_clear_object (&self->building);
}

static void
set_owned_points (YzMapScene *self, GArray *points)
{
  g_clear_object (&self->building);

  if (points->len <= SMALL)
    {
      take_index (self, points, build_index (points));
      return;
    }
  self->building = g_task_new (self, NULL, on_built, NULL);
  g_task_set_source_tag (self->building, set_owned_points);
  g_task_set_task_data (self->building, g_array_ref (points), (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (self->building, build_in_thread);
}

void
yz_map_scene_set_points (YzMapScene *self, GArray *points)
{
  g_autoptr (GArray) copy = NULL;

  g_return_if_fail (YZ_IS_MAP_SCENE (self));

  copy = g_array_copy (points);
  set_owned_points (self, copy);
}

/* Takes the one change into @points; gives its number. */
static guint32
put_into (GArray *points, guint32 number, const YzStationPoint *point)
{
  if (number == YZ_CLUSTER_NONE && point != NULL)
    {
      number = points->len;
      g_array_append_vals (points, point, 1);
    }
  else if (number != YZ_CLUSTER_NONE && point != NULL)
    g_array_index (points, YzStationPoint, number) = *point;
  else if (number != YZ_CLUSTER_NONE)
    g_array_index (points, YzStationPoint, number).row = 0;
  return number;
}

static void
put_into_index (YzMapScene *self, guint32 number, const YzStationPoint *point)
{
  YzClusterPoint value;

  if (point == NULL)
    {
      yz_cluster_index_remove (self->index, number);
      return;
    }
  value = cluster_point (point);
  yz_cluster_index_put (self->index, number, &value);
}

void
yz_map_scene_put_point (YzMapScene *self, gint64 row, const YzStationPoint *point)
{
  guint32 number;

  g_return_if_fail (YZ_IS_MAP_SCENE (self));

  if (self->building != NULL)
    {
      /* too late for the index on its way: make it of what is true now */
      g_autoptr (GArray) points = g_array_copy (g_task_get_task_data (self->building));

      for (number = 0; number < points->len; number++)
        if (g_array_index (points, YzStationPoint, number).row == row)
          break;
      put_into (points, number < points->len ? number : YZ_CLUSTER_NONE, point);
      set_owned_points (self, points);
      return;
    }

  number = put_into (self->points, find_row (self, row), point);
  if (number == YZ_CLUSTER_NONE)
    return;
  put_into_index (self, number, point);
  self->selected = find_row (self, self->selected_row);
  if (++self->n_puts > MAX (SMALL, self->points->len / 20))
    yz_map_scene_set_points (self, self->points);
  tell_changed (self);
}

guint
yz_map_scene_get_n_points (YzMapScene *self)
{
  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), 0);
  return yz_cluster_index_get_n_points (self->index);
}

const YzStationPoint *
yz_map_scene_get_point (YzMapScene *self, guint32 number)
{
  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), NULL);
  g_return_val_if_fail (number < self->points->len, NULL);
  return &g_array_index (self->points, YzStationPoint, number);
}

const YzStationPoint *
yz_map_scene_get_selected (YzMapScene *self)
{
  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), NULL);
  return self->selected != YZ_CLUSTER_NONE ? yz_map_scene_get_point (self, self->selected) : NULL;
}

void
yz_map_scene_select_row (YzMapScene *self, gint64 row)
{
  g_return_if_fail (YZ_IS_MAP_SCENE (self));

  if (self->selected_row == row)
    return;
  self->selected_row = row;
  self->selected = find_row (self, row);
  tell_changed (self);
}

void
yz_map_scene_carry (YzMapScene *self, gint64 row, YzWorld place)
{
  g_return_if_fail (YZ_IS_MAP_SCENE (self));

  self->carried = find_row (self, row);
  self->carried_to = place;
  tell_changed (self);
}

void
yz_map_scene_fan_out (YzMapScene *self, const YzMapMark *mark)
{
  guint32 fan = YZ_CLUSTER_NONE;

  g_return_if_fail (YZ_IS_MAP_SCENE (self));

  if (mark != NULL && mark->cluster != YZ_CLUSTER_NONE)
    {
      g_array_set_size (self->numbers, 0);
      yz_cluster_index_list_points (self->index, mark->cluster, self->numbers);
      if (self->numbers->len > 0)
        fan = g_array_index (self->numbers, guint32, 0);
    }
  if (self->fan == fan)
    return;
  self->fan = fan;
  tell_changed (self);
}

gboolean
yz_map_scene_is_fanned_out (YzMapScene *self)
{
  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), FALSE);
  return self->fan != YZ_CLUSTER_NONE;
}

static double
cluster_radius (guint count)
{
  return MIN (13 + 8 * log10 (MAX (count, 2)), MAX_RADIUS) + OUTLINE;
}

static YzMapMark
mark_for_point (YzMapScene *self, guint32 number, double x, double y)
{
  const YzStationPoint *point = yz_map_scene_get_point (self, number);
  YzMapMark mark = { .point = number, .cluster = YZ_CLUSTER_NONE, .count = 1, .x = x, .y = y };

  mark.from_x = x;
  mark.from_y = y;
  mark.looks[point->look] = 1;
  mark.is_selected = number == self->selected;
  mark.radius = mark.is_selected ? CHOSEN_RADIUS : PIN_RADIUS;
  return mark;
}

/* Around a circle while they are few, along a spiral when they are many. */
static void
fan_place (guint i, guint n, double *dx, double *dy)
{
  double radius, angle;

  if (n <= 10)
    {
      radius = MAX (36, n * 34 / (2 * G_PI));
      angle = 2 * G_PI * i / n - G_PI / 2;
    }
  else
    {
      /* the length along the spiral grows by one pin's room each time */
      angle = sqrt (36 + 11.0 * i);
      radius = 6.2 * angle;
    }
  *dx = radius * cos (angle);
  *dy = radius * sin (angle);
}

static void
append_fan (YzMapScene *self, const YzMapMark *spot)
{
  g_array_set_size (self->numbers, 0);
  yz_cluster_index_list_points (self->index, spot->cluster, self->numbers);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      double dx, dy;
      YzMapMark mark;

      fan_place (i, self->numbers->len, &dx, &dy);
      mark = mark_for_point (self, g_array_index (self->numbers, guint32, i), spot->x + dx, spot->y + dy);
      mark.is_fanned = TRUE;
      mark.from_x = spot->x;
      mark.from_y = spot->y;
      g_array_append_val (self->marks, mark);
    }
}

static void
append_cluster (YzMapScene *self, const YzMapExtent *extent, const YzCluster *cluster, guint32 fan_id)
{
  YzMapMark mark = { .point = YZ_CLUSTER_NONE, .cluster = cluster->id, .count = cluster->count };

  yz_map_extent_project (extent, cluster->centre, &mark.x, &mark.y);
  mark.from_x = mark.x;
  mark.from_y = mark.y;
  mark.is_spot = cluster->is_spot;
  mark.radius = cluster_radius (cluster->count);
  for (guint i = 0; i < YZ_STATION_N_LOOKS; i++)
    mark.looks[i] = cluster->categories[i];

  if (cluster->id == fan_id && cluster->is_spot)
    append_fan (self, &mark);
  else
    g_array_append_val (self->marks, mark);
}

static guint
query_zoom (const YzMapExtent *extent)
{
  return (guint) CLAMP (floor (yz_map_extent_get_zoom (extent) + 1e-6), 0, 24);
}

static void
append_marks (YzMapScene *self, const YzMapExtent *extent, guint32 fan_id)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const YzCluster *cluster = &g_array_index (self->clusters, YzCluster, i);
      double x, y;
      YzMapMark mark;

      if (cluster->point == YZ_CLUSTER_NONE)
        {
          append_cluster (self, extent, cluster, fan_id);
          continue;
        }
      if (cluster->point == self->carried)
        continue;
      yz_map_extent_project (extent, cluster->centre, &x, &y);
      mark = mark_for_point (self, cluster->point, x, y);
      g_array_append_val (self->marks, mark);
    }
}

static gboolean
has_mark (YzMapScene *self, guint32 number)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, YzMapMark, i).point == number)
      return TRUE;
  return FALSE;
}

/* A station that stands before others of its position can be asked for them. */
static void
mark_spot (YzMapScene *self, const YzMapExtent *extent, YzMapMark *mark)
{
  guint32 id = yz_cluster_index_find_cluster (self->index, mark->point, query_zoom (extent));
  YzCluster cluster;

  if (id == YZ_CLUSTER_NONE)
    return;
  yz_cluster_index_get_cluster (self->index, id, &cluster);
  if (!cluster.is_spot)
    return;
  mark->is_spot = TRUE;
  mark->cluster = id;
}

/* The selected station and the one that is being moved are seen also where a cluster holds them. */
static void
append_always (YzMapScene *self, const YzMapExtent *extent, guint32 number)
{
  const YzStationPoint *point;
  YzWorld world;
  YzMapMark mark;
  double x, y;

  if (number == YZ_CLUSTER_NONE || has_mark (self, number))
    return;
  point = yz_map_scene_get_point (self, number);
  world = number == self->carried ? self->carried_to : yz_world_from_position ((YzPosition){ point->lon, point->lat });
  yz_map_extent_project (extent, world, &x, &y);
  if (x < -MARGIN || y < -MARGIN || x > extent->width + MARGIN || y > extent->height + MARGIN)
    return;
  mark = mark_for_point (self, number, x, y);
  if (number != self->carried)
    mark_spot (self, extent, &mark);
  g_array_append_val (self->marks, mark);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const YzMapMark *mark_a = a;
  const YzMapMark *mark_b = b;

  if (mark_a->is_selected != mark_b->is_selected)
    return mark_a->is_selected ? 1 : -1;
  if (mark_a->is_fanned != mark_b->is_fanned)
    return mark_a->is_fanned ? 1 : -1;
  return mark_a->y < mark_b->y ? -1 : mark_a->y > mark_b->y;
}

GArray *
yz_map_scene_query (YzMapScene *self, const YzMapExtent *extent)
{
  YzPosition north_west, south_east;
  YzBox view;
  guint zoom;
  guint32 fan_id = YZ_CLUSTER_NONE;

  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), NULL);

  north_west = yz_map_extent_get_position (extent, -MARGIN, -MARGIN);
  south_east = yz_map_extent_get_position (extent, extent->width + MARGIN, extent->height + MARGIN);
  view = (YzBox){ MAX (north_west.lon, -180), south_east.lat, MIN (south_east.lon, 180), north_west.lat };
  zoom = query_zoom (extent);

  yz_cluster_index_query (self->index, &view, zoom, self->clusters);
  if (self->fan != YZ_CLUSTER_NONE)
    fan_id = yz_cluster_index_find_cluster (self->index, self->fan, zoom);

  g_array_set_size (self->marks, 0);
  append_marks (self, extent, fan_id);
  append_always (self, extent, self->carried);
  append_always (self, extent, self->selected);
  g_array_sort (self->marks, compare_marks);
  return self->marks;
}

const YzMapMark *
yz_map_scene_hit (YzMapScene *self, double x, double y)
{
  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), NULL);

  for (guint i = self->marks->len; i-- > 0;)
    {
      const YzMapMark *mark = &g_array_index (self->marks, YzMapMark, i);

      if (hypot (mark->x - x, mark->y - y) <= mark->radius)
        return mark;
    }
  return NULL;
}

YzBox
yz_map_scene_get_box (YzMapScene *self, const YzMapMark *mark, guint *split_zoom)
{
  const YzStationPoint *point;

  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), YZ_BOX_EMPTY);

  if (mark->point == YZ_CLUSTER_NONE)
    {
      if (split_zoom != NULL)
        *split_zoom = yz_cluster_index_get_split_zoom (self->index, mark->cluster);
      return yz_cluster_index_get_box (self->index, mark->cluster);
    }
  if (split_zoom != NULL)
    *split_zoom = 0;
  point = yz_map_scene_get_point (self, mark->point);
  return (YzBox){ point->lon, point->lat, point->lon, point->lat };
}

YzBox
yz_map_scene_get_bounds (YzMapScene *self)
{
  YzBox box = YZ_BOX_EMPTY;

  g_return_val_if_fail (YZ_IS_MAP_SCENE (self), box);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YzStationPoint *point = &g_array_index (self->points, YzStationPoint, i);

      if (point->row != 0)
        yz_box_add (&box, (YzPosition){ point->lon, point->lat });
    }
  return box;
}

#include "config.h"

#include "yz-map-district-layer.h"

#include "yz-district-index.h"
#include "yz-label-space.h"
#include "yz-map-art.h"
#include "yz-map-viewport.h"
#include "yz-outline-file.h"

#include <math.h>

struct _YzMapDistrictLayer
{
  ShumateLayer parent_instance;

  YzMapScene *scene; /* (nullable) */
  YzMapLayer *layer;
  GPtrArray *outlines;    /* (nullable): of YzNamedOutline, while they are being read */
  GArray *points;         /* (nullable) */
  guint *counts;          /* (nullable): one for each outline */
  YzDistrictIndex *index; /* (nullable): comes with the counts */
  GTask *counting;        /* (nullable): the latest */
  YzMapArt *art;
};

G_DEFINE_FINAL_TYPE (YzMapDistrictLayer, yz_map_district_layer, SHUMATE_TYPE_LAYER)

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- counting --- */

typedef struct
{
  GPtrArray *outlines;
  GArray *points;
  YzDistrictIndex *index; /* made by the worker, then of the main thread */
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  g_clear_pointer (&counting->outlines, g_ptr_array_unref);
  g_clear_pointer (&counting->points, g_array_unref);
  g_clear_pointer (&counting->index, yz_district_index_free);
  g_free (counting);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Counting *counting = data;
  guint n = counting->outlines->len;
  g_autofree const YzOutline **outlines = g_new (const YzOutline *, MAX (n, 1));
  g_autofree YzPosition *positions = g_new (YzPosition, MAX (counting->points->len, 1));
  guint *counts = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    outlines[i] = ((YzNamedOutline *) counting->outlines->pdata[i])->outline;
  for (guint i = 0; i < counting->points->len; i++)
    {
      const YzStationPoint *point = &g_array_index (counting->points, YzStationPoint, i);

      positions[i] = (YzPosition){ point->lon, point->lat };
    }
  counting->index = yz_district_index_new (outlines, n);
  yz_district_index_count (counting->index, positions, counting->points->len, counts);
  g_task_return_pointer (task, counts, g_free);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  YzMapDistrictLayer *self = YZ_MAP_DISTRICT_LAYER (source);
  g_autofree guint *counts = g_task_propagate_pointer (G_TASK (result), NULL);
  Counting *counting = g_task_get_task_data (G_TASK (result));

  if (self->counting != G_TASK (result))
    return;
  g_free (self->counts);
  self->counts = g_steal_pointer (&counts);
  g_clear_pointer (&self->index, yz_district_index_free);
  self->index = g_steal_pointer (&counting->index);
  g_clear_object (&self->counting);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
count (YzMapDistrictLayer *self)
{
  Counting *counting;

  if (self->outlines == NULL || self->points == NULL)
    return;
  counting = g_new0 (Counting, 1);
  counting->outlines = g_ptr_array_ref (self->outlines);
  /* the page goes on changing its own array */
  counting->points = g_array_copy (self->points);
  g_clear_object (&self->counting);
  self->counting = g_task_new (self, NULL, on_counted, NULL);
  g_task_set_source_tag (self->counting, count);
  g_task_set_task_data (self->counting, counting, counting_free);
  g_task_run_in_thread (self->counting, count_in_thread);
}

void
yz_map_district_layer_count (YzMapDistrictLayer *self, GArray *points)
{
  g_return_if_fail (YZ_IS_MAP_DISTRICT_LAYER (self));

  g_array_ref (points);
  g_clear_pointer (&self->points, g_array_unref);
  self->points = points;
  count (self);
}

/* --- reading --- */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  YzMapDistrictLayer *self = YZ_MAP_DISTRICT_LAYER (source);
  GError *error = NULL;
  GPtrArray *outlines =
    yz_outline_file_read (yz_map_layer_get_source (self->layer), yz_map_layer_get_datum (self->layer), NULL, &error);

  if (outlines == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, outlines, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  YzMapDistrictLayer *self = YZ_MAP_DISTRICT_LAYER (source);
  g_autoptr (GError) error = NULL;

  self->outlines = g_task_propagate_pointer (G_TASK (result), &error);
  count (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[READ], 0, error);
}

/* --- drawing --- */

static void
trace_ring (cairo_t *cr, const YzMapExtent *extent, const YzPosition *points, guint n_points)
{
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < n_points; i++)
    {
      double x, y;

      yz_map_extent_project (extent, yz_world_from_position (points[i]), &x, &y);
      /* what falls on one pixel is one point */
      if (i > 0 && i + 1 < n_points && fabs (x - last_x) + fabs (y - last_y) < 1)
        continue;
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
      last_x = x;
      last_y = y;
    }
  cairo_close_path (cr);
}

static void
draw_outline (cairo_t *cr, const YzMapExtent *extent, const YzOutline *outline, const GdkRGBA *color)
{
  GdkRGBA fill = *color, edge = *color;

  fill.alpha = 0.05f;
  edge.alpha = 0.65f;
  for (guint i = 0; i < yz_outline_get_n_rings (outline); i++)
    {
      guint n_points;
      const YzPosition *points = yz_outline_get_ring (outline, i, &n_points, NULL);

      trace_ring (cr, extent, points, n_points);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &edge);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

/* The stations are drawn above; where they are, no name could be read. */
static void
claim_stations (YzMapDistrictLayer *self, const YzMapExtent *extent, YzLabelSpace *space)
{
  GArray *marks = self->scene != NULL ? yz_map_scene_query (self->scene, extent) : NULL;
  g_autofree YzMapBox *boxes = NULL;

  if (marks == NULL || marks->len == 0)
    return;
  boxes = g_new (YzMapBox, marks->len);
  for (guint i = 0; i < marks->len; i++)
    {
      const YzMapMark *mark = &g_array_index (marks, YzMapMark, i);

      boxes[i] =
        (YzMapBox){ mark->x - mark->radius, mark->y - mark->radius, mark->x + mark->radius, mark->y + mark->radius };
    }
  yz_label_space_claim (space, boxes, marks->len);
}

/* The place of a name: the middle of its district, or what is free and near to it. */
static gboolean
find_place (YzMapDistrictLayer *self, const YzMapExtent *extent, YzLabelSpace *space, guint district,
            const YzMapSprite *sprite, double *x, double *y)
{
  static const double columns[] = { 0.5, 0.38, 0.62, 0.26, 0.74 };
  static const double rows[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82 };
  const YzBox *box = yz_outline_get_box (((YzNamedOutline *) self->outlines->pdata[district])->outline);
  double west, north, east, south;

  yz_map_extent_project (extent, yz_world_from_position ((YzPosition){ box->west, box->north }), &west, &north);
  yz_map_extent_project (extent, yz_world_from_position ((YzPosition){ box->east, box->south }), &east, &south);
  /* a name as wide as its district covers its neighbours */
  if (sprite->width > east - west)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (columns); i++)
    {
      YzMapBox taken;

      *x = west + columns[i % G_N_ELEMENTS (columns)] * (east - west);
      *y = north + rows[i / G_N_ELEMENTS (columns)] * (south - north);
      taken = (YzMapBox){ *x + sprite->left, *y + sprite->top, *x - sprite->left, *y - sprite->top };
      if (yz_district_index_find (self->index, yz_map_extent_get_position (extent, *x, *y)) == district &&
          yz_label_space_claim (space, &taken, 1))
        return TRUE;
    }
  return FALSE;
}

static void
draw_name (YzMapDistrictLayer *self, GtkSnapshot *snapshot, const YzMapExtent *extent, YzLabelSpace *space, guint i)
{
  const YzNamedOutline *named = self->outlines->pdata[i];
  const YzMapSprite *sprite;
  double x, y;

  if (self->counts == NULL)
    return;
  sprite = yz_map_art_get_badge (self->art, named->name, self->counts[i]);
  if (find_place (self, extent, space, i, sprite, &x, &y))
    gtk_snapshot_append_texture (snapshot, sprite->texture,
                                 &GRAPHENE_RECT_INIT ((float) round (x) + sprite->left, (float) round (y) + sprite->top,
                                                      sprite->width, sprite->height));
}

static gboolean
is_in_view (const YzMapExtent *extent, const YzBox *box)
{
  YzPosition north_west = yz_map_extent_get_position (extent, 0, 0);
  YzPosition south_east = yz_map_extent_get_position (extent, extent->width, extent->height);
  YzBox view = { north_west.lon, south_east.lat, south_east.lon, north_west.lat };

  return yz_box_intersects (&view, box);
}

static void
yz_map_district_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzMapDistrictLayer *self = YZ_MAP_DISTRICT_LAYER (widget);
  YzMapExtent extent = yz_map_viewport_get_extent (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget);
  YzMapBox view = { 0, 0, extent.width, extent.height };
  g_autoptr (YzLabelSpace) space = yz_label_space_new (&view);
  GdkRGBA color = yz_map_art_get_color (self->art, "yz_planned");
  cairo_t *cr;

  if (self->outlines == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) extent.width, (float) extent.height));
  for (guint i = 0; i < self->outlines->len; i++)
    {
      const YzNamedOutline *named = self->outlines->pdata[i];

      if (is_in_view (&extent, yz_outline_get_box (named->outline)))
        draw_outline (cr, &extent, named->outline, &color);
    }
  cairo_destroy (cr);
  claim_stations (self, &extent, space);
  for (guint i = 0; i < self->outlines->len; i++)
    draw_name (self, snapshot, &extent, space, i);
}

static void
yz_map_district_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  YzMapDistrictLayer *self = YZ_MAP_DISTRICT_LAYER (widget);

  GTK_WIDGET_CLASS (yz_map_district_layer_parent_class)->css_changed (widget, change);
  if (self->art != NULL)
    yz_map_art_reset (self->art);
  gtk_widget_queue_draw (widget);
}

static void
yz_map_district_layer_finalize (GObject *object)
{
  YzMapDistrictLayer *self = YZ_MAP_DISTRICT_LAYER (object);

  g_clear_object (&self->counting);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->outlines, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->index, yz_district_index_free);
  g_clear_pointer (&self->art, yz_map_art_free);
  g_clear_object (&self->layer);

  G_OBJECT_CLASS (yz_map_district_layer_parent_class)->finalize (object);
}

static void
yz_map_district_layer_class_init (YzMapDistrictLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yz_map_district_layer_finalize;
  widget_class->snapshot = yz_map_district_layer_snapshot;
  widget_class->css_changed = yz_map_district_layer_css_changed;

  signals[READ] = g_signal_new ("read", YZ_TYPE_MAP_DISTRICT_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_ERROR);
}

static void
yz_map_district_layer_init (YzMapDistrictLayer *self)
{
  self->art = yz_map_art_new (GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

YzMapDistrictLayer *
yz_map_district_layer_new (ShumateViewport *viewport, YzMapScene *scene, YzMapLayer *layer)
{
  YzMapDistrictLayer *self = g_object_new (YZ_TYPE_MAP_DISTRICT_LAYER, "viewport", viewport, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);

  self->layer = g_object_ref (layer);
  if (scene != NULL)
    {
      self->scene = g_object_ref (scene);
      g_signal_connect_object (scene, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::longitude", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_task_set_source_tag (task, yz_map_district_layer_new);
  g_task_run_in_thread (task, read_in_thread);
  return self;
}

YzMapLayer *
yz_map_district_layer_get_layer (YzMapDistrictLayer *self)
{
  g_return_val_if_fail (YZ_IS_MAP_DISTRICT_LAYER (self), NULL);
  return self->layer;
}

YzBox
yz_map_district_layer_get_bounds (YzMapDistrictLayer *self)
{
  YzBox bounds = YZ_BOX_EMPTY;

  g_return_val_if_fail (YZ_IS_MAP_DISTRICT_LAYER (self), bounds);

  for (guint i = 0; self->outlines != NULL && i < self->outlines->len; i++)
    {
      const YzBox *box = yz_outline_get_box (((YzNamedOutline *) self->outlines->pdata[i])->outline);

      yz_box_add (&bounds, (YzPosition){ box->west, box->south });
      yz_box_add (&bounds, (YzPosition){ box->east, box->north });
    }
  return bounds;
}

/*
 * A frame of the station layer: legs, names, pins and clusters, the selected station on top. Names are read from the
 * file as they come into sight, a few a frame, and kept.
 */
#include "config.h"

#include "yz-map-station-layer-private.h"

#include "yz-map-extent.h"
#include "yz-pin-labels.h"

#include <math.h>

#define NAMES_A_FRAME 2 /* read from the file at most, so that no frame is late */

static void
put_sprite (YzMapStationLayer *self, GtkSnapshot *snapshot, const YzMapSprite *sprite, double x, double y)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  /* on whole device pixels, or the picture would blur */
  double left = round ((x + sprite->left) * scale) / scale;
  double top = round ((y + sprite->top) * scale) / scale;

  gtk_snapshot_append_texture (snapshot, sprite->texture,
                               &GRAPHENE_RECT_INIT ((float) left, (float) top, sprite->width, sprite->height));
}

static const char *
name_of (YzMapStationLayer *self, const YzMapMark *mark, guint *n_reads)
{
  const YzStationPoint *point = yz_map_scene_get_point (self->scene, mark->point);
  const char *name = g_hash_table_lookup (self->names, &point->row);
  g_autoptr (YzRecord) station = NULL;

  if (name != NULL || *n_reads >= NAMES_A_FRAME)
    return name;
  (*n_reads)++;
  station = yz_listing_load_row (YZ_LISTING (self->stations), point->row);
  name = g_strdup (station != NULL ? yz_record_get_title (station) : "");
  g_hash_table_insert (self->names, g_memdup2 (&point->row, sizeof point->row), (gpointer) name);
  return name;
}

static YzMapBox
box_of (const YzMapMark *mark)
{
  return (YzMapBox){ mark->x - mark->radius, mark->y - mark->radius, mark->x + mark->radius, mark->y + mark->radius };
}

/* What is in use now comes before what is not; the number decides among equals, so that panning changes nothing. */
static guint
importance_of (const YzMapMark *mark, const YzStationPoint *point)
{
  static const guint8 weights[YZ_STATION_N_LOOKS] = { 5, 4, 3, 4, 2, 1 };

  return (weights[point->look] << 26) + (G_MAXUINT >> 6) - MIN (mark->point, G_MAXUINT >> 6);
}

static void
add_label (YzMapStationLayer *self, const YzMapMark *mark, const YzMapSprite *sprite)
{
  YzPinLabel label = {
    .x = mark->x,
    .y = mark->y,
    .reach = mark->radius,
    .width = sprite->width,
    .height = sprite->height,
    .importance = importance_of (mark, yz_map_scene_get_point (self->scene, mark->point)),
  };

  g_array_append_val (self->labels, label);
  g_ptr_array_add (self->label_marks, (gpointer) mark);
}

/* The name of the selected station stands under its pin in any case. */
static void
draw_selected_label (YzMapStationLayer *self, GtkSnapshot *snapshot, const YzMapMark *mark, const char *name)
{
  const YzMapSprite *sprite = yz_map_art_get_label (self->art, name, TRUE);

  put_sprite (self, snapshot, sprite, mark->x, mark->y + 27);
}

static void
block_selected_label (YzMapStationLayer *self, const YzMapMark *mark, const char *name)
{
  const YzMapSprite *sprite = yz_map_art_get_label (self->art, name, TRUE);
  YzMapBox box = { mark->x + sprite->left, mark->y + 27, mark->x + sprite->left + sprite->width,
                   mark->y + 27 + sprite->height };

  g_array_append_val (self->blocks, box);
}

static gboolean
on_more_names (gpointer data)
{
  YzMapStationLayer *self = YZ_MAP_STATION_LAYER (data);

  self->redraw_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
collect_labels (YzMapStationLayer *self, GArray *marks, gboolean all)
{
  guint n_reads = 0;

  g_array_set_size (self->labels, 0);
  g_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->label_marks, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      const YzMapMark *mark = &g_array_index (marks, YzMapMark, i);
      YzMapBox box = box_of (mark);
      const char *name;

      g_array_append_val (self->blocks, box);
      if (mark->point == YZ_CLUSTER_NONE || !(all || mark->is_selected || mark->is_fanned))
        continue;
      name = name_of (self, mark, &n_reads);
      if (name == NULL || *name == '\0')
        continue;
      if (mark->is_selected)
        block_selected_label (self, mark, name);
      else
        add_label (self, mark, yz_map_art_get_label (self->art, name, FALSE));
    }
  /* the rest with the next frame; to ask for it while this one is drawn would be in vain */
  if (n_reads >= NAMES_A_FRAME && self->redraw_id == 0)
    self->redraw_id = g_idle_add (on_more_names, self);
}

static void
draw_labels (YzMapStationLayer *self, GtkSnapshot *snapshot, const YzMapExtent *extent)
{
  YzMapBox view = { 0, 0, extent->width, extent->height };
  guint n_reads = NAMES_A_FRAME;

  yz_pin_labels_place ((YzPinLabel *) (gpointer) self->labels->data, self->labels->len, &view,
                       (YzMapBox *) (gpointer) self->blocks->data, self->blocks->len);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const YzPinLabel *label = &g_array_index (self->labels, YzPinLabel, i);
      const char *name = name_of (self, self->label_marks->pdata[i], &n_reads);

      if (label->side != YZ_LABEL_NOWHERE)
        put_sprite (self, snapshot, yz_map_art_get_label (self->art, name, FALSE), label->left, label->top);
    }
}

static void
draw_leg (YzMapStationLayer *self, GtkSnapshot *snapshot, const YzMapMark *mark)
{
  GdkRGBA color = yz_map_art_get_color (self->art, "yz_pin_disc");
  double length = hypot (mark->x - mark->from_x, mark->y - mark->from_y);
  double angle = atan2 (mark->y - mark->from_y, mark->x - mark->from_x) * 180 / G_PI;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) mark->from_x, (float) mark->from_y));
  gtk_snapshot_rotate (snapshot, (float) angle);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, -0.6f, (float) length, 1.2f));
  gtk_snapshot_restore (snapshot);
}

static void
draw_mark (YzMapStationLayer *self, GtkSnapshot *snapshot, const YzMapMark *mark)
{
  const YzMapSprite *sprite;

  if (mark->point == YZ_CLUSTER_NONE)
    sprite = yz_map_art_get_cluster (self->art, mark);
  else
    sprite = yz_map_art_get_pin (self->art, yz_map_scene_get_point (self->scene, mark->point), mark->is_selected);
  put_sprite (self, snapshot, sprite, mark->x, mark->y);
}

static void
draw_selected (YzMapStationLayer *self, GtkSnapshot *snapshot, GArray *marks)
{
  for (guint i = marks->len; i-- > 0;)
    {
      const YzMapMark *mark = &g_array_index (marks, YzMapMark, i);
      guint n_reads = 0;
      const char *name;

      if (!mark->is_selected)
        continue;
      name = name_of (self, mark, &n_reads);
      if (name != NULL && *name != '\0')
        draw_selected_label (self, snapshot, mark, name);
      return;
    }
}

void
yz_map_station_layer_draw (YzMapStationLayer *self, GtkSnapshot *snapshot)
{
  YzMapExtent extent = yz_map_station_layer_get_extent (self);
  GArray *marks = yz_map_scene_query (self->scene, &extent);

  collect_labels (self, marks, yz_map_extent_get_zoom (&extent) >= YZ_MAP_LABEL_ZOOM - 1e-6);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) extent.width, (float) extent.height));
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, YzMapMark, i).is_fanned)
      draw_leg (self, snapshot, &g_array_index (marks, YzMapMark, i));
  draw_labels (self, snapshot, &extent);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, snapshot, &g_array_index (marks, YzMapMark, i));
  draw_selected (self, snapshot, marks);
  gtk_snapshot_pop (snapshot);
}

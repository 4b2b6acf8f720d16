#include "config.h"

#include "yz-map-shapes-private.h"

#include <math.h>

#include "yz-basemap-file-private.h"

/* cairo's coordinates end at 2²³ pixels; what is so far away is not seen from here. */
#define FAR 4e6

/* Points nearer than this to the one before cannot be seen. */
#define MIN_STEP 0.35

typedef struct
{
  double left; /* Mercator metres */
  double top;
  double scale; /* pixels a metre */
} Frame;

YzMapShapes *
yz_map_shapes_new (void)
{
  YzMapShapes *self = g_new0 (YzMapShapes, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (double));
  self->rings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (YzMapShape));
  self->texts = g_string_chunk_new (1024);
  return self;
}

void
yz_map_shapes_free (YzMapShapes *self)
{
  g_array_unref (self->points);
  g_array_unref (self->rings);
  g_array_unref (self->shapes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* Keeps the first, the last and every point that moves on: *@xy becomes pixels in place. */
static guint
to_pixels (const Frame *frame, double *xy, guint n_points)
{
  guint kept = 0;

  for (guint i = 0; i < n_points; i++)
    {
      double x = CLAMP ((xy[2 * i] - frame->left) * frame->scale, -FAR, FAR);
      double y = CLAMP ((frame->top - xy[2 * i + 1]) * frame->scale, -FAR, FAR);

      if (kept > 0 && i + 1 < n_points && fabs (x - xy[2 * kept - 2]) < MIN_STEP &&
          fabs (y - xy[2 * kept - 1]) < MIN_STEP)
        continue;
      xy[2 * kept] = x;
      xy[2 * kept + 1] = y;
      kept++;
    }
  return kept;
}

static double
get_turn (const double *xy, guint n_points)
{
  double turn = 0;

  for (guint i = 1; i < n_points; i++)
    turn += xy[2 * i - 2] * xy[2 * i + 1] - xy[2 * i] * xy[2 * i - 1];
  return turn;
}

static void
reverse (double *xy, guint n_points)
{
  for (guint i = 0, j = n_points - 1; i < j; i++, j--)
    for (guint k = 0; k < 2; k++)
      {
        double swapped = xy[2 * i + k];

        xy[2 * i + k] = xy[2 * j + k];
        xy[2 * j + k] = swapped;
      }
}

typedef enum
{
  RING_LINE,
  RING_OUTER,
  RING_HOLE,
} RingKind;

static void
add_ring (YzMapShapes *self, const Frame *frame, OGRGeometryH ring, RingKind kind)
{
  guint start = self->points->len / 2;
  guint n_points = OGR_G_GetPointCount (ring);
  double *xy;

  g_array_set_size (self->points, 2 * (start + n_points));
  xy = &g_array_index (self->points, double, 2 * start);
  OGR_G_GetPoints (ring, xy, 2 * sizeof *xy, xy + 1, 2 * sizeof *xy, NULL, 0);
  n_points = to_pixels (frame, xy, n_points);
  if (kind != RING_LINE && (get_turn (xy, n_points) < 0) != (kind == RING_HOLE))
    reverse (xy, n_points);
  n_points += start;
  g_array_set_size (self->points, 2 * n_points);
  g_array_append_val (self->rings, n_points);
}

/* Polygons and collections nest; lines and points do not. Files turn rings as they like, here holes turn against. */
static void
add_rings (YzMapShapes *self, const Frame *frame, OGRGeometryH geometry, RingKind kind)
{
  gboolean polygon = wkbFlatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon;
  int n_parts = OGR_G_GetGeometryCount (geometry);

  if (n_parts == 0 && OGR_G_GetPointCount (geometry) > 0)
    add_ring (self, frame, geometry, kind);
  for (int i = 0; i < n_parts; i++)
    add_rings (self, frame, OGR_G_GetGeometryRef (geometry, i), !polygon ? RING_LINE : i == 0 ? RING_OUTER : RING_HOLE);
}

static const char *
keep_text (YzMapShapes *self, OGRFeatureH row, int column)
{
  if (column < 0 || !OGR_F_IsFieldSetAndNotNull (row, column))
    return NULL;
  return g_string_chunk_insert_const (self->texts, OGR_F_GetFieldAsString (row, column));
}

static void
add_row (YzMapShapes *self, const Frame *frame, OGRFeatureH row, int name_column, int note_column)
{
  OGRGeometryH geometry = OGR_F_GetGeometryRef (row);
  YzMapShape shape = { .id = OGR_F_GetFID (row),
                       .class = OGR_F_GetFieldAsInteger (row, YZ_BASEMAP_FIELD_CLASS),
                       .zoom = OGR_F_GetFieldAsInteger (row, YZ_BASEMAP_FIELD_ZOOM),
                       .first_ring = self->rings->len };

  if (geometry == NULL)
    return;
  shape.name = keep_text (self, row, name_column);
  shape.note = keep_text (self, row, note_column);
  if (name_column < 0 && OGR_F_GetFieldCount (row) > YZ_BASEMAP_FIELD_LAYER)
    {
      shape.flags = OGR_F_GetFieldAsInteger (row, YZ_BASEMAP_FIELD_FLAGS);
      shape.layer = OGR_F_GetFieldAsInteger (row, YZ_BASEMAP_FIELD_LAYER);
    }
  add_rings (self, frame, geometry, RING_LINE);
  shape.n_rings = self->rings->len - shape.first_ring;
  g_array_append_val (self->shapes, shape);
}

void
yz_map_shapes_read (YzMapShapes *self, OGRLayerH table, const YzMapView *view, double margin, int zoom)
{
  OGRFeatureDefnH columns = OGR_L_GetLayerDefn (table);
  int name_column = OGR_FD_GetFieldIndex (columns, "name");
  int note_column = OGR_FD_GetFieldIndex (columns, "note");
  double half_width = (view->width / 2 + margin) * view->resolution;
  double half_height = (view->height / 2 + margin) * view->resolution;
  Frame frame = { .left = view->center_x - view->width / 2 * view->resolution,
                  .top = view->center_y + view->height / 2 * view->resolution,
                  .scale = 1 / view->resolution };
  char filter[32];

  /* OGR binds no parameters; a number needs no quoting */
  g_snprintf (filter, sizeof filter, "zoom <= %d", zoom);
  OGR_L_SetAttributeFilter (table, filter);
  OGR_L_SetSpatialFilterRect (table, view->center_x - half_width, view->center_y - half_height,
                              view->center_x + half_width, view->center_y + half_height);
  for (;;)
    {
      g_auto (OGRFeatureH) row = OGR_L_GetNextFeature (table);

      if (row == NULL)
        break;
      add_row (self, &frame, row, name_column, note_column);
    }
  OGR_L_ResetReading (table);
}

static int
compare_shapes (gconstpointer one, gconstpointer other)
{
  const YzMapShape *a = one, *b = other;

  if (a->layer != b->layer)
    return a->layer - b->layer;
  if (a->class != b->class)
    return (int) a->class - (int) b->class;
  return a->id < b->id ? -1 : a->id > b->id;
}

void
yz_map_shapes_sort (YzMapShapes *self)
{
  g_array_sort (self->shapes, compare_shapes);
}

const double *
yz_map_shapes_get_ring (const YzMapShapes *self, guint ring, guint *n_points)
{
  guint start = ring > 0 ? g_array_index (self->rings, guint, ring - 1) : 0;

  *n_points = g_array_index (self->rings, guint, ring) - start;
  return &g_array_index (self->points, double, 2 * start);
}

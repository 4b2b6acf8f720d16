#include "config.h"

#include "yz-map-block.h"

#include "yz-map-areas-private.h"
#include "yz-map-pins-private.h"

#define ASPECT 0.5
#define LEAST 1000.0 /* metres */

/* Millimetres of A4's type. */
#define LETTERS 4.2
#define NUMBERS 3.8
#define CAPTION_GAP 1.0
#define FOLD 1.4 /* so much stays free on either side of one */

/* From this width on the numbers of the squares stand in the margin, as the map lines up with the text then. */
#define WIDE 100.0

/* A pixel of the screen's map on paper: a little less than 1/96 inch, as print is sharper. */
#define PIXEL (0.92 * 25.4 / 96)

/* Dots are not looked for street by street. */
#define DOTS_PLAINER 1

#define EQUATOR 40075016.6855785 /* Mercator metres */

struct _YzMapBlock
{
  YzBlock parent_instance;
  YzGuideContent *content;
  GPtrArray *stations; /* of YzGuideStation, the content's */
  YzMapBlockOptions options;
  double folds[3];
  YzMapGrid grid;
};

G_DEFINE_FINAL_TYPE (YzMapBlock, yz_map_block, YZ_TYPE_BLOCK)

static double
get_above (YzMapBlock *self, double scale)
{
  return (self->options.parts & YZ_MAP_GRID) != 0 ? LETTERS * scale : 0;
}

static double
get_before (YzMapBlock *self, double width, double scale)
{
  return (self->options.parts & YZ_MAP_GRID) != 0 && width < WIDE * scale ? NUMBERS * scale : 0;
}

static double
get_map_height (YzMapBlock *self, double width, double scale)
{
  if (self->options.height > 0)
    return self->options.height * scale;
  return width * self->grid.rows / self->grid.columns;
}

/* Returns the height of the caption with the gap above it; 0 and no texts where there is none. */
static double
set_caption (YzMapBlock *self, YzTypesetter *typesetter, const YzMapFrame *frame, YzText **left, YzText **right)
{
  if ((self->options.parts & YZ_MAP_CAPTION) == 0)
    return 0;
  return CAPTION_GAP * frame->scale +
         yz_map_caption_set (frame, typesetter, self->content, (self->options.parts & YZ_MAP_GRID) != 0, left, right);
}

static double
map_block_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzMapBlock *self = YZ_MAP_BLOCK (block);
  double scale = yz_typesetter_get_scale (typesetter);
  double map_width = width - get_before (self, width, scale);
  YzRect map = { 0, 0, map_width, get_map_height (self, map_width, scale) };
  YzMapFrame frame;
  g_autoptr (YzText) left = NULL;
  g_autoptr (YzText) right = NULL;

  yz_map_frame_init (&frame, &self->grid, &map, scale);
  return get_above (self, scale) + map.height + set_caption (self, typesetter, &frame, &left, &right);
}

/* What stands on the map in any case, and the folds of the paper. */
static GArray *
list_taken (YzMapBlock *self, const YzMapFrame *frame, double x)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (YzRect));
  YzRect scale = yz_map_frame_get_scale_box (frame), north = yz_map_frame_get_north_box (frame);
  double fold = FOLD * frame->scale;

  if ((self->options.parts & YZ_MAP_SCALE) != 0)
    g_array_append_val (taken, scale);
  if ((self->options.parts & YZ_MAP_NORTH) != 0)
    g_array_append_val (taken, north);
  for (guint i = 0; i < self->options.n_folds; i++)
    {
      YzRect box = { x + self->folds[i] - fold, frame->map.y, 2 * fold, frame->map.height };

      g_array_append_val (taken, box);
    }
  return taken;
}

static GArray *
to_pixels (const GArray *rects, const YzMapFrame *frame, double pixel)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (YzMapBox));

  for (guint i = 0; i < rects->len; i++)
    {
      const YzRect *rect = &g_array_index (rects, YzRect, i);
      YzMapBox box = { (rect->x - frame->map.x) / pixel, (rect->y - frame->map.y) / pixel,
                       (rect->x + rect->width - frame->map.x) / pixel,
                       (rect->y + rect->height - frame->map.y) / pixel };

      g_array_append_val (boxes, box);
    }
  return boxes;
}

static YzMapView
get_view (const YzMapFrame *frame, double pixel)
{
  const YzMapGrid *grid = frame->grid;
  YzWorld middle = { grid->origin.x + grid->columns * grid->cell / grid->metres / 2,
                     grid->origin.y + grid->rows * grid->cell / grid->metres / 2 };
  YzMapView view;

  yz_map_view_init_for_center (&view, yz_world_to_position (middle), 0, frame->map.width / pixel,
                               frame->map.height / pixel);
  view.resolution = pixel / frame->mm * EQUATOR / grid->metres;
  return view;
}

/* Marks are collected from pages drawn into the air: there the streets can be spared. */
static gboolean
is_seen (cairo_t *cr, const YzRect *map)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  return x0 < map->x + map->width && x1 > map->x && y0 < map->y + map->height && y1 > map->y;
}

static void
draw_streets (YzMapBlock *self, YzCanvas *canvas, const YzMapFrame *frame, const GArray *taken, const char *const *said)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  double pixel = PIXEL * frame->scale;
  g_autoptr (GArray) boxes = to_pixels (taken, frame, pixel);
  const YzBasemapDrawing drawing = { .view = get_view (frame, pixel),
                                     .style = yz_canvas_is_grey (canvas) ? YZ_MAP_STYLE_PRINT_GREY : YZ_MAP_STYLE_PRINT,
                                     .taken = (const YzMapBox *) (void *) boxes->data,
                                     .n_taken = boxes->len,
                                     .plainer = self->options.pins == YZ_MAP_DOTS ? DOTS_PLAINER : 0,
                                     .said = said };
  GError *error = NULL;

  if (self->content->basemap == NULL || !is_seen (cr, &frame->map))
    return;
  cairo_save (cr);
  cairo_translate (cr, frame->map.x, frame->map.y);
  cairo_scale (cr, pixel, pixel);
  if (!yz_basemap_draw (self->content->basemap, cr, &drawing, NULL, &error))
    yz_canvas_fail (canvas, error);
  cairo_restore (cr);
}

static void
draw_map (YzMapBlock *self, YzCanvas *canvas, const YzMapFrame *frame, double x)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  g_autoptr (GArray) taken = list_taken (self, frame, x);
  g_autoptr (YzMapPinSet) pins = yz_map_pin_set_new (frame, typesetter, self->stations, self->options.pins, taken);
  g_autoptr (YzMapAreas) areas = NULL;

  yz_map_pin_set_list_boxes (pins, taken);
  if ((self->options.parts & YZ_MAP_AREAS) != 0)
    {
      areas = yz_map_areas_new (frame, typesetter, self->stations, taken);
      yz_map_areas_list_boxes (areas, taken);
    }
  draw_streets (self, canvas, frame, taken, areas != NULL ? yz_map_areas_get_names (areas) : NULL);
  if ((self->options.parts & YZ_MAP_GRID) != 0)
    yz_map_frame_draw_lines (frame, canvas);
  if ((self->options.parts & YZ_MAP_SCALE) != 0)
    yz_map_frame_draw_scale (frame, canvas);
  if ((self->options.parts & YZ_MAP_NORTH) != 0)
    yz_map_frame_draw_north (frame, canvas);
  if (areas != NULL)
    yz_map_areas_draw (areas, canvas);
  yz_map_pin_set_draw (pins, canvas);
  yz_canvas_frame (canvas, &frame->map, 0, 0.2, YZ_INK_BLACK);
}

static void
draw_caption (YzCanvas *canvas, const YzMapFrame *frame, const YzText *left, const YzText *right)
{
  const YzRect *map = &frame->map;
  double y = map->y + map->height + CAPTION_GAP * frame->scale;
  gboolean beside = left->width + right->width + 4 * frame->scale <= map->width;

  yz_canvas_show (canvas, left, map->x, y);
  if (beside)
    yz_canvas_show (canvas, right, map->x + map->width - right->width, y);
  else
    yz_canvas_show (canvas, right, map->x, y + left->height);
}

static void
map_block_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzMapBlock *self = YZ_MAP_BLOCK (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double scale = yz_typesetter_get_scale (typesetter);
  double above = get_above (self, scale), before = get_before (self, area->width, scale);
  YzRect map = { area->x + before, area->y + above, area->width - before, area->height - above };
  YzMapFrame frame;
  g_autoptr (YzText) left = NULL;
  g_autoptr (YzText) right = NULL;

  if (yz_block_get_flow (block) != YZ_BLOCK_FILLS)
    map.height = get_map_height (self, map.width, scale);
  yz_map_frame_init (&frame, &self->grid, &map, scale);
  if (yz_block_get_flow (block) == YZ_BLOCK_FILLS)
    {
      map.height -= set_caption (self, typesetter, &frame, &left, &right);
      g_clear_pointer (&left, yz_text_free);
      g_clear_pointer (&right, yz_text_free);
      yz_map_frame_init (&frame, &self->grid, &map, scale);
    }
  draw_map (self, canvas, &frame, area->x);
  if ((self->options.parts & YZ_MAP_GRID) != 0)
    yz_map_frame_draw_letters (&frame, canvas);
  set_caption (self, typesetter, &frame, &left, &right);
  if (left != NULL && right != NULL)
    draw_caption (canvas, &frame, left, right);
}

static void
yz_map_block_finalize (GObject *object)
{
  YzMapBlock *self = YZ_MAP_BLOCK (object);

  yz_guide_content_unref (self->content);
  g_ptr_array_unref (self->stations);
  G_OBJECT_CLASS (yz_map_block_parent_class)->finalize (object);
}

static void
yz_map_block_class_init (YzMapBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_map_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = map_block_measure;
  YZ_BLOCK_CLASS (class)->draw = map_block_draw;
}

static void
yz_map_block_init (YzMapBlock *self)
{
}

YzBlock *
yz_map_block_new (const YzGuideContent *content, GPtrArray *stations, const YzMapBlockOptions *options)
{
  double aspect = options->aspect > 0 ? options->aspect : ASPECT, least = options->least > 0 ? options->least : LEAST;
  YzMapGrid grid;
  YzMapBlock *self;

  g_return_val_if_fail (options->n_folds <= G_N_ELEMENTS (self->folds), NULL);

  if (!yz_map_grid_init (&grid, stations, aspect, least))
    return NULL;
  self = g_object_new (YZ_TYPE_MAP_BLOCK, NULL);
  self->content = yz_guide_content_ref ((YzGuideContent *) content);
  self->stations = g_ptr_array_new ();
  g_ptr_array_extend (self->stations, stations, NULL, NULL);
  self->options = *options;
  for (guint i = 0; i < options->n_folds; i++)
    self->folds[i] = options->folds[i];
  self->options.folds = NULL;
  self->grid = grid;
  return YZ_BLOCK (self);
}

const YzMapGrid *
yz_map_block_get_grid (YzMapBlock *self)
{
  return &self->grid;
}

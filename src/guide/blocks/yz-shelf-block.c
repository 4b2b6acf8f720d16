#include "config.h"

#include "yz-shelf-block.h"

#include "yz-photo.h"

#define PICTURE 43.0 /* the least width, millimetres of A4's type */
#define GAP 3.0
#define CAPTION_GAP 0.8
#define SHAPE 0.75 /* height of a photo in parts of its width */

static const YzType caption_type = { .size = 7.4, .leading = 3.6, .ink = YZ_INK_SECOND };

/* --- a photo ------------------------------------------------------------------------------------------------------ */

#define YZ_TYPE_PHOTO_BLOCK (yz_photo_block_get_type ())
G_DECLARE_FINAL_TYPE (YzPhotoBlock, yz_photo_block, YZ, PHOTO_BLOCK, YzBlock)

struct _YzPhotoBlock
{
  YzBlock parent_instance;
  GBytes *file;
  char *caption;
};

G_DEFINE_FINAL_TYPE (YzPhotoBlock, yz_photo_block, YZ_TYPE_BLOCK)

static double
photo_block_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzPhotoBlock *self = YZ_PHOTO_BLOCK (block);
  g_autoptr (YzText) caption = NULL;

  if (self->caption == NULL)
    return width * SHAPE;
  caption = yz_typesetter_set (typesetter, &caption_type, self->caption, width);
  return width * SHAPE + CAPTION_GAP * yz_typesetter_get_scale (typesetter) + caption->height;
}

static void
photo_block_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzPhotoBlock *self = YZ_PHOTO_BLOCK (block);
  double scale = yz_typesetter_get_scale (yz_canvas_get_typesetter (canvas));
  const YzRect photo = { area->x, area->y, area->width, area->width * SHAPE };

  yz_photo_draw (canvas, self->file, &photo);
  if (self->caption != NULL)
    yz_canvas_write (canvas, &caption_type, self->caption, area->x, photo.y + photo.height + CAPTION_GAP * scale,
                     area->width);
}

static void
yz_photo_block_finalize (GObject *object)
{
  g_bytes_unref (YZ_PHOTO_BLOCK (object)->file);
  g_free (YZ_PHOTO_BLOCK (object)->caption);
  G_OBJECT_CLASS (yz_photo_block_parent_class)->finalize (object);
}

static void
yz_photo_block_class_init (YzPhotoBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_photo_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = photo_block_measure;
  YZ_BLOCK_CLASS (class)->draw = photo_block_draw;
}

static void
yz_photo_block_init (YzPhotoBlock *self)
{
}

YzBlock *
yz_photo_block_new (GBytes *file, const char *caption)
{
  YzPhotoBlock *self = g_object_new (YZ_TYPE_PHOTO_BLOCK, NULL);

  self->file = g_bytes_ref (file);
  self->caption = g_strdup (caption);
  return YZ_BLOCK (self);
}

/* --- the shelf ---------------------------------------------------------------------------------------------------- */

#define YZ_TYPE_SHELF_BLOCK (yz_shelf_block_get_type ())
G_DECLARE_FINAL_TYPE (YzShelfBlock, yz_shelf_block, YZ, SHELF_BLOCK, YzBlock)

struct _YzShelfBlock
{
  YzBlock parent_instance;
  GPtrArray *pictures;
};

G_DEFINE_FINAL_TYPE (YzShelfBlock, yz_shelf_block, YZ_TYPE_BLOCK)

static guint
count_in_row (YzTypesetter *typesetter, double width, double *picture_width)
{
  double scale = yz_typesetter_get_scale (typesetter), gap = GAP * scale;
  guint n = MAX (1, (guint) ((width + gap) / (PICTURE * scale + gap)));

  *picture_width = (width - (n - 1) * gap) / n;
  return n;
}

/* The height of the row that begins with @first. */
static double
measure_row (YzShelfBlock *self, YzTypesetter *typesetter, guint first, guint n, double width)
{
  double height = 0;

  for (guint i = first; i < first + n && i < self->pictures->len; i++)
    height = MAX (height, yz_block_measure (g_ptr_array_index (self->pictures, i), typesetter, width));
  return height;
}

static double
shelf_block_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzShelfBlock *self = YZ_SHELF_BLOCK (block);
  double picture, gap = GAP * yz_typesetter_get_scale (typesetter), height = -gap;
  guint n = count_in_row (typesetter, width, &picture);

  for (guint first = 0; first < self->pictures->len; first += n)
    height += measure_row (self, typesetter, first, n, picture) + gap;
  return MAX (height, 0);
}

static void
shelf_block_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzShelfBlock *self = YZ_SHELF_BLOCK (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double picture, gap = GAP * yz_typesetter_get_scale (typesetter), y = area->y;
  guint n = count_in_row (typesetter, area->width, &picture);

  for (guint i = 0; i < self->pictures->len; i++)
    {
      YzBlock *child = g_ptr_array_index (self->pictures, i);
      const YzRect box = { area->x + i % n * (picture + gap), y, picture,
                           yz_block_measure (child, typesetter, picture) };

      yz_block_draw (child, canvas, &box);
      if (i % n == n - 1)
        y += measure_row (self, typesetter, i + 1 - n, n, picture) + gap;
    }
}

static YzBlock *
new_part (YzShelfBlock *self, guint first, guint end)
{
  YzBlock *part = yz_shelf_block_new ();

  for (guint i = first; i < end; i++)
    yz_shelf_block_add (part, g_object_ref (g_ptr_array_index (self->pictures, i)));
  yz_block_set_space (part, yz_block_get_space (YZ_BLOCK (self)));
  return part;
}

static gboolean
shelf_block_split (YzBlock *block, YzTypesetter *typesetter, double width, double height, YzBlock **first,
                   YzBlock **rest)
{
  YzShelfBlock *self = YZ_SHELF_BLOCK (block);
  double picture, used = 0;
  guint n = count_in_row (typesetter, width, &picture), fitting = 0;

  while (fitting < self->pictures->len)
    {
      used += measure_row (self, typesetter, fitting, n, picture);
      if (used > height)
        break;
      used += GAP * yz_typesetter_get_scale (typesetter);
      fitting += n;
    }
  if (fitting == 0 || fitting >= self->pictures->len)
    return FALSE;
  *first = new_part (self, 0, fitting);
  *rest = new_part (self, fitting, self->pictures->len);
  return TRUE;
}

static void
yz_shelf_block_finalize (GObject *object)
{
  g_ptr_array_unref (YZ_SHELF_BLOCK (object)->pictures);
  G_OBJECT_CLASS (yz_shelf_block_parent_class)->finalize (object);
}

static void
yz_shelf_block_class_init (YzShelfBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_shelf_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = shelf_block_measure;
  YZ_BLOCK_CLASS (class)->draw = shelf_block_draw;
  YZ_BLOCK_CLASS (class)->split = shelf_block_split;
}

static void
yz_shelf_block_init (YzShelfBlock *self)
{
  self->pictures = g_ptr_array_new_with_free_func (g_object_unref);
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
}

YzBlock *
yz_shelf_block_new (void)
{
  return g_object_new (YZ_TYPE_SHELF_BLOCK, NULL);
}

void
yz_shelf_block_add (YzBlock *shelf, YzBlock *picture)
{
  g_ptr_array_add (YZ_SHELF_BLOCK (shelf)->pictures, picture);
}

/*
 * Tiles are drawn in blocks of about a thousand pixels: names seldom cross a block's edge, and one reading of the
 * basemap serves many tiles. All requests for tiles of one block share its drawing.
 */
#include "config.h"

#include "yz-tile-painter.h"

#include <string.h>

#define BLOCK_SIZE 1024
#define MAX_THREADS 4

/* A block is a tile of larger size: its column and row count blocks. */
typedef struct
{
  YzTileKey key;
  int n_tiles; /* in a row */
} Block;

typedef struct
{
  Block block;
  guint64 serial;
  GPtrArray *tasks; /* of GTask, guarded by the painter's lock */
} Job;

typedef struct
{
  Block block;
  cairo_surface_t *surface;
  gsize size;
} Drawing;

struct _YzTilePainter
{
  GObject parent_instance;

  YzBasemap *basemap;
  GThreadPool *pool;
  gsize cache_size;

  GMutex lock; /* guards what follows */
  guint64 serial;
  GHashTable *jobs;  /* Block to Job: waiting or being drawn */
  GHashTable *cache; /* Block to its link in recent */
  GQueue recent;     /* of Drawing, the last used first */
  gsize cached;      /* bytes */
};

G_DEFINE_FINAL_TYPE (YzTilePainter, yz_tile_painter, G_TYPE_OBJECT)

static guint
block_hash (gconstpointer data)
{
  const YzTileKey *key = &((const Block *) data)->key;

  return ((((guint) key->zoom * 31 + (guint) key->x) * 8191 + (guint) key->y) * 31 + (guint) key->style) * 31 +
         (guint) (key->size + key->scale);
}

static gboolean
block_equal (gconstpointer one, gconstpointer other)
{
  const YzTileKey *a = &((const Block *) one)->key, *b = &((const Block *) other)->key;

  return a->zoom == b->zoom && a->x == b->x && a->y == b->y && a->size == b->size && a->scale == b->scale &&
         a->style == b->style;
}

static Block
block_of (const YzTileKey *key)
{
  Block block = { .key = *key, .n_tiles = MIN (MAX (1, BLOCK_SIZE / key->size), 1 << MIN (key->zoom, 10)) };

  block.key.x /= block.n_tiles;
  block.key.y /= block.n_tiles;
  return block;
}

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->tasks);
  g_free (job);
}

static void
drawing_free (Drawing *drawing)
{
  cairo_surface_destroy (drawing->surface);
  g_free (drawing);
}

static GBytes *
cut_tile (cairo_surface_t *surface, const Block *block, const YzTileKey *key)
{
  gsize row = (gsize) key->size * key->scale * 4, n_rows = (gsize) key->size * key->scale;
  gsize stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  guchar *tile = g_malloc (row * n_rows);

  data += (gsize) (key->y % block->n_tiles) * n_rows * stride + (gsize) (key->x % block->n_tiles) * row;
  for (gsize i = 0; i < n_rows; i++)
    memcpy (tile + i * row, data + i * stride, row);
  return g_bytes_new_take (tile, row * n_rows);
}

static cairo_surface_t *
draw_block (YzBasemap *basemap, const Block *block, GError **error)
{
  const YzTileKey *key = &block->key;
  YzBasemapDrawing drawing = { .style = key->style };
  int pixels = block->n_tiles * key->size * key->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr;
  gboolean drawn;

  cairo_surface_set_device_scale (surface, key->scale, key->scale);
  yz_map_view_init_for_tiles (&drawing.view, key->zoom, key->x * block->n_tiles, key->y * block->n_tiles,
                              block->n_tiles, key->size);
  cr = cairo_create (surface);
  drawn = yz_basemap_draw (basemap, cr, &drawing, NULL, error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (drawn && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_WRITE, "there is no memory left for the map");
      drawn = FALSE;
    }
  if (!drawn)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

/* With the lock held. */
static void
cache_drawing (YzTilePainter *self, const Block *block, cairo_surface_t *surface)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->block = *block;
  drawing->surface = cairo_surface_reference (surface);
  drawing->size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);
  g_queue_push_head (&self->recent, drawing);
  g_hash_table_insert (self->cache, &drawing->block, self->recent.head);
  self->cached += drawing->size;

  while (self->cached > self->cache_size && self->recent.length > 1)
    {
      Drawing *oldest = g_queue_pop_tail (&self->recent);

      g_hash_table_remove (self->cache, &oldest->block);
      self->cached -= oldest->size;
      drawing_free (oldest);
    }
}

/* With the lock held. */
static cairo_surface_t *
find_drawing (YzTilePainter *self, const Block *block)
{
  GList *link = g_hash_table_lookup (self->cache, block);

  if (link == NULL)
    return NULL;
  g_queue_unlink (&self->recent, link);
  g_queue_push_head_link (&self->recent, link);
  return cairo_surface_reference (((Drawing *) link->data)->surface);
}

/* With the lock held. */
static gboolean
job_is_wanted (Job *job)
{
  for (guint i = 0; i < job->tasks->len; i++)
    if (!g_cancellable_is_cancelled (g_task_get_cancellable (g_ptr_array_index (job->tasks, i))))
      return TRUE;
  return FALSE;
}

static void
job_return (Job *job, cairo_surface_t *surface, const GError *error)
{
  for (guint i = 0; i < job->tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (job->tasks, i);

      if (g_task_return_error_if_cancelled (task))
        continue;
      if (surface != NULL)
        g_task_return_pointer (task, cut_tile (surface, &job->block, g_task_get_task_data (task)),
                               (GDestroyNotify) g_bytes_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

/* From the moment the job leaves the table nobody else sees it. */
static void
finish_job (YzTilePainter *self, Job *job, cairo_surface_t *surface)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  if (surface != NULL)
    cache_drawing (self, &job->block, surface);
  g_hash_table_remove (self->jobs, &job->block);
}

static gboolean
drop_if_unwanted (YzTilePainter *self, Job *job)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  if (job_is_wanted (job))
    return FALSE;
  g_hash_table_remove (self->jobs, &job->block);
  return TRUE;
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  /* the tasks hold the painter too, but are gone before we are done */
  g_autoptr (YzTilePainter) self = g_object_ref (user_data);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = NULL;

  if (!drop_if_unwanted (self, job))
    {
      surface = draw_block (self->basemap, &job->block, &error);
      finish_job (self, job, surface);
    }
  job_return (job, surface, error);
  g_clear_pointer (&surface, cairo_surface_destroy);
  job_free (job);
}

static int
compare_jobs (gconstpointer one, gconstpointer other, gpointer user_data)
{
  guint64 a = ((const Job *) one)->serial, b = ((const Job *) other)->serial;

  return a > b ? -1 : a < b;
}

static void
yz_tile_painter_finalize (GObject *object)
{
  YzTilePainter *self = YZ_TILE_PAINTER (object);

  /* no job is left, for each holds us; and we may be on one of the pool's own threads, so do not wait for them */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_queue_clear_full (&self->recent, (GDestroyNotify) drawing_free);
  g_hash_table_unref (self->cache);
  g_hash_table_unref (self->jobs);
  g_object_unref (self->basemap);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (yz_tile_painter_parent_class)->finalize (object);
}

static void
yz_tile_painter_class_init (YzTilePainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_tile_painter_finalize;
}

static void
yz_tile_painter_init (YzTilePainter *self)
{
  g_mutex_init (&self->lock);
  self->jobs = g_hash_table_new (block_hash, block_equal);
  self->cache = g_hash_table_new (block_hash, block_equal);
  g_queue_init (&self->recent);
  self->pool = g_thread_pool_new (run_job, self, (int) MIN (g_get_num_processors (), MAX_THREADS), FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_jobs, NULL);
}

YzTilePainter *
yz_tile_painter_new (YzBasemap *basemap, gsize cache_size)
{
  YzTilePainter *self = g_object_new (YZ_TYPE_TILE_PAINTER, NULL);

  self->basemap = g_object_ref (basemap);
  self->cache_size = cache_size;
  return self;
}

/* Adds @task to the job for @block, which is queued if it is new. With the lock held. */
static void
add_to_job (YzTilePainter *self, const Block *block, GTask *task)
{
  Job *job = g_hash_table_lookup (self->jobs, block);

  if (job == NULL)
    {
      job = g_new0 (Job, 1);
      job->block = *block;
      job->serial = ++self->serial;
      job->tasks = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->jobs, &job->block, job);
      g_ptr_array_add (job->tasks, g_object_ref (task));
      g_thread_pool_push (self->pool, job, NULL);
      return;
    }
  g_ptr_array_add (job->tasks, g_object_ref (task));
}

static gboolean
key_is_valid (const YzTileKey *key)
{
  return key->zoom >= 0 && key->zoom <= 19 && key->x >= 0 && key->x < 1 << key->zoom && key->y >= 0 &&
         key->y < 1 << key->zoom && key->size >= 64 && key->size <= BLOCK_SIZE && key->scale >= 1 && key->scale <= 4;
}

void
yz_tile_painter_paint_async (YzTilePainter *self, const YzTileKey *key, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  cairo_surface_t *surface;
  Block block;

  g_return_if_fail (YZ_IS_TILE_PAINTER (self));
  g_return_if_fail (key_is_valid (key));

  g_task_set_source_tag (task, yz_tile_painter_paint_async);
  g_task_set_task_data (task, g_memdup2 (key, sizeof *key), g_free);
  block = block_of (key);

  locker = g_mutex_locker_new (&self->lock);
  surface = find_drawing (self, &block);
  if (surface == NULL)
    {
      add_to_job (self, &block, task);
      return;
    }
  g_clear_pointer (&locker, g_mutex_locker_free);
  g_task_return_pointer (task, cut_tile (surface, &block, key), (GDestroyNotify) g_bytes_unref);
  cairo_surface_destroy (surface);
}

GBytes *
yz_tile_painter_paint_finish (YzTilePainter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

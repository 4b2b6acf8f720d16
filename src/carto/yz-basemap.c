/*
 * GDAL's handles belong to one thread at a time: a drawing takes a set of them from the pool, or opens one, and
 * puts it back. There are as many sets as there were drawings at once.
 */
#include "config.h"

#include "yz-basemap.h"

#include <math.h>

#include "yz-basemap-file-private.h"
#include "yz-carto-gdal-private.h"
#include "yz-map-ground-private.h"
#include "yz-map-labels-private.h"

struct _YzBasemap
{
  GObject parent_instance;

  char **paths;
  OGREnvelope bounds; /* of the street maps, Mercator */
  gboolean has_streets;
  gboolean has_land;
  YzBasemapOrigin origins;

  GMutex lock;
  GPtrArray *idle; /* of Handles, guarded by lock */
};

G_DEFINE_FINAL_TYPE (YzBasemap, yz_basemap, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *datasets;
} Handles;

static void
handles_free (Handles *handles)
{
  g_ptr_array_unref (handles->datasets);
  g_free (handles);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Handles, handles_free)

static Handles *
handles_open (char *const *paths, GError **error)
{
  g_autoptr (Handles) handles = g_new0 (Handles, 1);

  handles->datasets = g_ptr_array_new_with_free_func (yz_gdal_close);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      GDALDatasetH dataset = yz_carto_gdal_open (paths[i], "GPKG", NULL, error);

      if (dataset == NULL)
        return NULL;
      g_ptr_array_add (handles->datasets, dataset);
    }
  return g_steal_pointer (&handles);
}

static Handles *
yz_basemap_take_handles (YzBasemap *self, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  if (self->idle->len > 0)
    return g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_clear_pointer (&locker, g_mutex_locker_free);
  return handles_open (self->paths, error);
}

static void
yz_basemap_return_handles (YzBasemap *self, Handles *handles)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  g_ptr_array_add (self->idle, handles);
}

static void
yz_basemap_finalize (GObject *object)
{
  YzBasemap *self = YZ_BASEMAP (object);

  g_ptr_array_unref (self->idle);
  g_strfreev (self->paths);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (yz_basemap_parent_class)->finalize (object);
}

static void
yz_basemap_class_init (YzBasemapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_basemap_finalize;
}

static void
yz_basemap_init (YzBasemap *self)
{
  g_mutex_init (&self->lock);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) handles_free);
  self->bounds = (OGREnvelope){ .MinX = INFINITY, .MaxX = -INFINITY, .MinY = INFINITY, .MaxY = -INFINITY };
}

static GHashTable *
read_about (GDALDatasetH dataset)
{
  GHashTable *about = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  OGRLayerH table = GDALDatasetGetLayerByName (dataset, "about");

  for (;;)
    {
      g_auto (OGRFeatureH) row = table != NULL ? OGR_L_GetNextFeature (table) : NULL;

      if (row == NULL || OGR_F_GetFieldCount (row) < 2)
        return about;
      g_hash_table_insert (about, g_strdup (OGR_F_GetFieldAsString (row, 0)),
                           g_strdup (OGR_F_GetFieldAsString (row, 1)));
    }
}

static double
about_number (GHashTable *about, const char *key)
{
  const char *value = g_hash_table_lookup (about, key);

  return value != NULL ? g_ascii_strtod (value, NULL) : 0;
}

static gboolean
check_file (YzBasemap *self, GDALDatasetH dataset, const char *path, GError **error)
{
  g_autoptr (GHashTable) about = read_about (dataset);
  g_autofree char *name = g_filename_display_name (path);
  OGREnvelope *all = &self->bounds;
  int version = (int) about_number (about, "version");

  if (version < 1)
    {
      g_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT, "“%s” is a GeoPackage, but not a basemap", name);
      return FALSE;
    }
  if (version > YZ_BASEMAP_VERSION)
    {
      g_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_TOO_NEW, "“%s” was made by a later version", name);
      return FALSE;
    }
  self->origins |= (YzBasemapOrigin) about_number (about, "origin");
  if (about_number (about, "land") > 0)
    {
      self->has_land = TRUE;
      return TRUE;
    }
  self->has_streets = TRUE;
  all->MinX = MIN (all->MinX, about_number (about, "west"));
  all->MinY = MIN (all->MinY, about_number (about, "south"));
  all->MaxX = MAX (all->MaxX, about_number (about, "east"));
  all->MaxY = MAX (all->MaxY, about_number (about, "north"));
  return TRUE;
}

static gboolean
tables_are_there (GDALDatasetH dataset)
{
  static const char *const kinds[] = { "area", "line", "street" };

  for (guint level = 0; level < YZ_BASEMAP_N_LEVELS; level++)
    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      {
        g_autofree char *name = g_strdup_printf ("%s_%d", kinds[kind], yz_basemap_levels[level].top);

        if (GDALDatasetGetLayerByName (dataset, name) == NULL)
          return FALSE;
      }
  return GDALDatasetGetLayerByName (dataset, "name") != NULL;
}

YzBasemap *
yz_basemap_new (const char *const *paths, GError **error)
{
  g_autoptr (YzBasemap) self = g_object_new (YZ_TYPE_BASEMAP, NULL);
  Handles *handles;

  self->paths = g_strdupv ((char **) paths);
  handles = handles_open (self->paths, error);
  if (handles == NULL)
    return NULL;
  g_ptr_array_add (self->idle, handles);

  for (guint i = 0; i < handles->datasets->len; i++)
    {
      GDALDatasetH dataset = g_ptr_array_index (handles->datasets, i);

      if (!check_file (self, dataset, self->paths[i], error))
        return NULL;
      if (!tables_are_there (dataset))
        {
          g_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT, "a table is missing from the basemap “%s”",
                       self->paths[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

static YzMapShapes *
read_shapes (Handles *handles, const char *table_name, const YzMapView *view, double margin, int zoom)
{
  YzMapShapes *shapes = yz_map_shapes_new ();

  for (guint i = 0; i < handles->datasets->len; i++)
    {
      OGRLayerH table = GDALDatasetGetLayerByName (g_ptr_array_index (handles->datasets, i), table_name);

      if (table != NULL)
        yz_map_shapes_read (shapes, table, view, margin, zoom);
    }
  yz_map_shapes_sort (shapes);
  return shapes;
}

static YzMapShapes *
read_level (Handles *handles, const char *kind, const YzMapView *view, double margin, int zoom)
{
  g_autofree char *table = g_strdup_printf ("%s_%d", kind, yz_basemap_levels[yz_basemap_level_for_zoom (zoom)].top);

  return read_shapes (handles, table, view, margin, zoom);
}

/* A map on paper stands alone: nothing goes on beyond its edge. */
static gboolean
is_print (const YzBasemapDrawing *drawing)
{
  return drawing->style >= YZ_MAP_STYLE_PRINT;
}

/* The widest road's half and a little more: what lies outside and still shows. */
#define GROUND_MARGIN 24

static int
get_level_zoom (const YzBasemapDrawing *drawing, double zoom)
{
  return CLAMP ((int) floor (zoom + 0.25) - (int) drawing->plainer, 0, YZ_BASEMAP_MAX_ZOOM);
}

static void
draw_ground (YzBasemap *self, Handles *handles, cairo_t *cr, const YzBasemapDrawing *drawing, double zoom)
{
  int level_zoom = get_level_zoom (drawing, zoom);
  g_autoptr (YzMapShapes) areas = read_level (handles, "area", &drawing->view, GROUND_MARGIN, level_zoom);
  g_autoptr (YzMapShapes) lines = read_level (handles, "line", &drawing->view, GROUND_MARGIN, level_zoom);
  const YzMapBox box = { -GROUND_MARGIN, -GROUND_MARGIN, drawing->view.width + GROUND_MARGIN,
                         drawing->view.height + GROUND_MARGIN };
  gboolean sea = self->has_land && level_zoom <= yz_basemap_levels[0].top;

  if (is_print (drawing))
    {
      yz_map_shapes_clip (areas, &box, TRUE);
      yz_map_shapes_clip (lines, &box, FALSE);
    }
  yz_map_ground_draw (cr, yz_map_palette_get (drawing->style), areas, lines, zoom, sea, is_print (drawing));
}

static void
draw_names (Handles *handles, cairo_t *cr, const YzBasemapDrawing *drawing, double zoom)
{
  int level_zoom = get_level_zoom (drawing, zoom);
  const YzMapView *view = &drawing->view;
  double margin = is_print (drawing) ? 0 : YZ_MAP_LABEL_MARGIN;
  g_autoptr (YzMapShapes) names = read_shapes (handles, "name", view, margin, level_zoom);
  g_autoptr (YzMapShapes) streets = read_level (handles, "street", view, margin, level_zoom);
  g_autoptr (YzLettering) lettering = yz_lettering_new (cr, is_print (drawing));
  g_autoptr (YzMapLabels) labels = yz_map_labels_new (lettering, view, zoom, margin, drawing->taken, drawing->n_taken);

  if (is_print (drawing))
    yz_map_shapes_clip (streets, &(YzMapBox){ 0, 0, view->width, view->height }, FALSE);
  yz_map_labels_add_names (labels, names, drawing->said);
  yz_map_labels_add_streets (labels, streets);
  yz_map_labels_place (labels);
  yz_map_labels_draw (labels, cr, yz_map_palette_get (drawing->style));
}

gboolean
yz_basemap_draw (YzBasemap *self, cairo_t *cr, const YzBasemapDrawing *drawing, GCancellable *cancellable,
                 GError **error)
{
  Handles *handles;
  double zoom;

  g_return_val_if_fail (YZ_IS_BASEMAP (self), FALSE);
  g_return_val_if_fail (drawing->view.resolution > 0, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  handles = yz_basemap_take_handles (self, error);
  if (handles == NULL)
    return FALSE;

  zoom = yz_map_view_get_zoom (&drawing->view);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, drawing->view.width, drawing->view.height);
  cairo_clip (cr);
  yz_gdal_begin_quiet ();
  draw_ground (self, handles, cr, drawing, zoom);
  if (!drawing->hide_names && !g_cancellable_is_cancelled (cancellable))
    draw_names (handles, cr, drawing, zoom);
  yz_gdal_end_quiet ();
  cairo_restore (cr);

  yz_basemap_return_handles (self, handles);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static YzPosition
from_mercator (double x, double y)
{
  double equator = 256 * YZ_MERCATOR_RESOLUTION;

  return yz_world_to_position ((YzWorld){ 0.5 + x / equator, 0.5 - y / equator });
}

gboolean
yz_basemap_get_bounds (YzBasemap *self, YzBox *bounds)
{
  g_return_val_if_fail (YZ_IS_BASEMAP (self), FALSE);

  if (!self->has_streets)
    return FALSE;
  *bounds = YZ_BOX_EMPTY;
  yz_box_add (bounds, from_mercator (self->bounds.MinX, self->bounds.MinY));
  yz_box_add (bounds, from_mercator (self->bounds.MaxX, self->bounds.MaxY));
  return TRUE;
}

YzBasemapOrigin
yz_basemap_get_origins (YzBasemap *self)
{
  g_return_val_if_fail (YZ_IS_BASEMAP (self), 0);
  return self->origins;
}

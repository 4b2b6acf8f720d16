/*
 * One pass over the source. Areas and points are written as they come; lines are kept until the end, because the
 * smaller scales and the names want them joined.
 */
#include "config.h"

#include "yz-basemap-import.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <math.h>

#include "yz-basemap-file-private.h"
#include "yz-basemap-lines-private.h"
#include "yz-carto-resources.h"
#include "yz-coastline-private.h"

#define READING_SHARE 0.7 /* of the progress bar */

#define MAX_NAME 60 /* characters */

typedef struct
{
  const char *path;
  YzBasemapOrigin origin;
  GDALDatasetH source;
  YzBasemapWriter *writer;
  OGRCoordinateTransformationH to_mercator;

  YzBasemapLines *lines;
  YzCoastline *coast;
  gboolean has_coast;
  GArray *xy; /* scratch */

  YzBasemapProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  double told;
  GError **error;
} Import;

static gboolean
import_tell (Import *self, double fraction)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;
  if (self->progress != NULL && (fraction >= self->told + 0.01 || fraction >= 1))
    {
      self->told = fraction;
      self->progress (fraction, self->user_data);
    }
  return TRUE;
}

static const char *
get_tag (gpointer object, const char *key)
{
  OGRFeatureH feature = object;
  int column = OGR_F_GetFieldIndex (feature, key);

  if (column < 0 || !OGR_F_IsFieldSetAndNotNull (feature, column))
    return NULL;
  return OGR_F_GetFieldAsString (feature, column);
}

/* A name fit to be drawn: valid, one line, not empty, and not somebody's essay. */
static char *
dup_name (OGRFeatureH feature)
{
  const char *text = get_tag (feature, "name");
  char *name;

  if (text == NULL)
    return NULL;
  name = g_strstrip (g_utf8_make_valid (text, -1));
  g_strdelimit (name, "\r\n\t", ' ');
  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME)
    g_clear_pointer (&name, g_free);
  return name;
}

/* Where the name of an area is written: its centre, or a point inside if the centre is not. */
static OGRGeometryH
name_point (OGRGeometryH area)
{
  OGRGeometryH centre = OGR_G_CreateGeometry (wkbPoint);

  if (OGR_G_Centroid (area, centre) == OGRERR_NONE && OGR_G_Contains (area, centre))
    return centre;
  OGR_G_DestroyGeometry (centre);
  return OGR_G_PointOnSurface (area);
}

/* From which zoom level on there is room for a name of four characters inside @area. */
static int
name_zoom (OGRGeometryH area, YzMapClass class, int zoom)
{
  double side = sqrt (OGR_G_Area (area));
  int fits = side > 0 ? (int) ceil (log2 (56 * YZ_MERCATOR_RESOLUTION / side)) : YZ_BASEMAP_MAX_ZOOM;
  int last = class == YZ_MAP_CLASS_BUILDING ? 18 : 17;

  if (class == YZ_MAP_CLASS_BUILDING)
    zoom = 16;
  return CLAMP (fits, zoom, MAX (zoom, last));
}

static gboolean
import_area_name (Import *self, OGRFeatureH feature, OGRGeometryH area, const YzMapRule *rule)
{
  YzMapClass class = yz_map_class_get_name_class (rule->class);
  g_autofree char *name = class != YZ_MAP_CLASS_NONE ? dup_name (feature) : NULL;
  const char *water = get_tag (feature, "water");
  g_auto (OGRGeometryH) point = NULL;

  /* a river is named along its course, and an industrial site by its buildings */
  if (name == NULL || g_strcmp0 (water, "river") == 0 || g_strcmp0 (rule->value, "riverbank") == 0)
    return TRUE;
  point = name_point (area);
  if (point == NULL || OGR_G_IsEmpty (point))
    return TRUE;
  return yz_basemap_writer_add_name (self->writer, OGR_G_GetX (point, 0), OGR_G_GetY (point, 0), class,
                                     name_zoom (area, rule->class, rule->zoom), name, NULL, self->error);
}

static gboolean
import_area (Import *self, OGRFeatureH feature, OGRGeometryH area)
{
  const YzMapRule *rule = yz_map_class_find_rule (YZ_MAP_KIND_AREA, get_tag, feature);

  self->has_coast |= g_strcmp0 (get_tag (feature, "natural"), "coastline") == 0;
  if (rule == NULL)
    return TRUE;
  return yz_basemap_writer_add_area (self->writer, area, rule->class, rule->zoom, self->error) &&
         import_area_name (self, feature, area, rule);
}

static gboolean
import_point (Import *self, OGRFeatureH feature, OGRGeometryH point)
{
  const YzMapRule *rule = yz_map_class_find_rule (YZ_MAP_KIND_POINT, get_tag, feature);
  g_autofree char *name = rule != NULL ? dup_name (feature) : NULL;

  if (name == NULL)
    return TRUE;
  return yz_basemap_writer_add_name (self->writer, OGR_G_GetX (point, 0), OGR_G_GetY (point, 0), rule->class,
                                     rule->zoom, name, get_tag (feature, "ele"), self->error);
}

static gboolean
tag_is_on (OGRFeatureH feature, const char *key)
{
  const char *value = get_tag (feature, key);

  return value != NULL && !g_str_equal (value, "no");
}

static int
line_flags (OGRFeatureH feature)
{
  if (tag_is_on (feature, "bridge"))
    return YZ_MAP_FLAG_BRIDGE;
  return tag_is_on (feature, "tunnel") ? YZ_MAP_FLAG_TUNNEL : 0;
}

static int
line_layer (OGRFeatureH feature)
{
  const char *layer = get_tag (feature, "layer");

  return layer != NULL ? (int) CLAMP (g_ascii_strtoll (layer, NULL, 10), -5, 5) : 0;
}

/* Outlines of countries and provinces are official maps' business: never drawn from what volunteers mapped. */
static gboolean
boundary_is_wanted (OGRFeatureH feature)
{
  const char *level = get_tag (feature, "admin_level");

  return level != NULL && g_ascii_strtoll (level, NULL, 10) >= 5 && g_ascii_strtoll (level, NULL, 10) <= 6;
}

/* What runs underground is no help above it; a road's tunnel is, for one drives through. */
static gboolean
is_underground (const YzLineTraits *traits)
{
  return (traits->flags & YZ_MAP_FLAG_TUNNEL) != 0 && !yz_map_class_is_road (traits->class);
}

/* Spurs and yards would turn a station into a black blot. */
static int
line_zoom (OGRFeatureH feature, const YzMapRule *rule)
{
  const char *service = get_tag (feature, "service");

  if (rule->class == YZ_MAP_CLASS_RAIL && service != NULL)
    return MAX (rule->zoom, 14);
  if (rule->class == YZ_MAP_CLASS_SERVICE && service != NULL)
    return MAX (rule->zoom, 16);
  return rule->zoom;
}

static gboolean
import_line (Import *self, OGRFeatureH feature, OGRGeometryH line)
{
  const YzMapRule *rule = yz_map_class_find_rule (YZ_MAP_KIND_LINE, get_tag, feature);
  g_autofree char *name = NULL;
  YzLineTraits traits;
  guint n_points;
  double *xy;

  if (g_strcmp0 (get_tag (feature, "natural"), "coastline") == 0)
    {
      self->has_coast = TRUE;
      yz_coastline_add (self->coast, line);
    }
  if (rule == NULL || (rule->class == YZ_MAP_CLASS_BOUNDARY && !boundary_is_wanted (feature)))
    return TRUE;

  if (rule->class != YZ_MAP_CLASS_BOUNDARY)
    name = dup_name (feature);
  traits = (YzLineTraits){ .class = rule->class,
                           .zoom = line_zoom (feature, rule),
                           .flags = line_flags (feature),
                           .layer = line_layer (feature),
                           .name = name };
  if (is_underground (&traits))
    return TRUE;

  n_points = OGR_G_GetPointCount (line);
  g_array_set_size (self->xy, 2 * n_points);
  xy = (double *) (void *) self->xy->data;
  OGR_G_GetPoints (line, xy, 2 * sizeof *xy, xy + 1, 2 * sizeof *xy, NULL, 0);
  yz_basemap_lines_keep (self->lines, &traits, xy, n_points);

  return yz_basemap_writer_add_line (self->writer, YZ_BASEMAP_N_LEVELS - 1, line, traits.class, traits.zoom,
                                     traits.flags, traits.layer, self->error);
}

static gboolean
import_feature (Import *self, OGRFeatureH feature)
{
  OGRGeometryH shape = OGR_F_GetGeometryRef (feature);

  if (shape == NULL || OGR_G_Transform (shape, self->to_mercator) != OGRERR_NONE)
    return TRUE; /* a place outside the projection, such as the pole, is on no map */

  switch ((int) wkbFlatten (OGR_G_GetGeometryType (shape)))
    {
    case wkbPoint:
      return import_point (self, feature, shape);
    case wkbLineString:
      return import_line (self, feature, shape);
    case wkbPolygon:
    case wkbMultiPolygon:
      return import_area (self, feature, shape);
    default:
      return TRUE;
    }
}

static gboolean
import_read_all (Import *self)
{
  double fraction = 0;

  for (;;)
    {
      g_auto (OGRFeatureH) feature = NULL;

      /* GEOS complains about many a shape, which is no fault of the file as a whole */
      CPLErrorReset ();
      feature = GDALDatasetGetNextFeature (self->source, NULL, &fraction, NULL, NULL);
      if (feature == NULL)
        break;
      if (!import_feature (self, feature) || !import_tell (self, fraction * READING_SHARE))
        return FALSE;
    }

  if (CPLGetLastErrorType () < CE_Failure)
    return TRUE;
  yz_gdal_set_error (self->error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_FORMAT, "the file is damaged");
  return FALSE;
}

static void
import_clear (Import *self)
{
  OCTDestroyCoordinateTransformation (self->to_mercator);
  yz_basemap_lines_free (self->lines);
  yz_coastline_free (self->coast);
  g_array_unref (self->xy);
  g_clear_pointer (&self->writer, yz_basemap_writer_free);
  if (self->source != NULL)
    GDALClose (self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
import_init (Import *self)
{
  g_auto (OGRSpatialReferenceH) wgs84 = yz_gdal_new_wgs84 ();
  g_auto (OGRSpatialReferenceH) mercator = yz_gdal_new_mercator ();

  self->to_mercator = OCTNewCoordinateTransformation (wgs84, mercator);
  self->lines = yz_basemap_lines_new ();
  self->coast = yz_coastline_new ();
  self->xy = g_array_new (FALSE, FALSE, sizeof (double));
}

/* The head of an extract tells the box it was cut to. */
static gboolean
find_bounds (Import *self, OGREnvelope *bounds)
{
  OGRLayerH layer = GDALDatasetGetLayer (self->source, 0);
  OGREnvelope box;
  double x[2], y[2];

  if (layer == NULL || OGR_L_GetExtent (layer, &box, FALSE) != OGRERR_NONE)
    return FALSE;
  x[0] = box.MinX, x[1] = box.MaxX;
  y[0] = box.MinY, y[1] = box.MaxY;
  if (!OCTTransform (self->to_mercator, 2, x, y, NULL))
    return FALSE;
  *bounds = (OGREnvelope){ x[0], x[1], y[0], y[1] };
  return TRUE;
}

/* GDAL reads its configuration from a file name; its in-memory file system has one for every import. */
static GDALDatasetH
open_osm (const char *source, GError **error)
{
  g_autoptr (GBytes) text = g_resource_lookup_data (yz_carto_get_resource (), "/org/yizhan/carto/osmconf.ini",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *path = g_strdup_printf ("/vsimem/%s.ini", uuid);
  g_autofree char *option = g_strdup_printf ("CONFIG_FILE=%s", path);
  const char *const options[] = { option, "MAX_TMPFILE_SIZE=256", NULL };
  GDALDatasetH dataset;
  gsize length;
  gconstpointer data;

  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &length);
  VSIFCloseL (VSIFileFromMemBuffer (path, (GByte *) data, length, FALSE));
  dataset = yz_carto_gdal_open (source, "OSM", options, error);
  VSIUnlink (path);
  return dataset;
}

/*
 * A coast that is closed comes as an area, but not if an administrative area has the same outline: then GDAL hands
 * out that one alone, unless it is asked for nothing else. Only extracts with a coast are read once more.
 */
static gboolean
import_islands (Import *self)
{
  g_auto (GDALDatasetH) source = NULL;
  OGRLayerH areas;

  if (!self->has_coast)
    return TRUE;
  source = open_osm (self->path, self->error);
  areas = source != NULL ? GDALDatasetGetLayerByName (source, "multipolygons") : NULL;
  if (areas == NULL)
    return source != NULL;
  OGR_L_SetAttributeFilter (areas, "natural = 'coastline'");
  for (;;)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (areas);
      OGRGeometryH shape = feature != NULL ? OGR_F_GetGeometryRef (feature) : NULL;

      if (feature == NULL)
        return TRUE;
      if (shape != NULL && OGR_G_Transform (shape, self->to_mercator) == OGRERR_NONE)
        yz_coastline_add_island (self->coast, shape);
    }
}

static gboolean
import_edges (Import *self)
{
  g_auto (OGRGeometryH) sea = NULL;
  OGREnvelope bounds;

  if (!find_bounds (self, &bounds))
    return TRUE;
  yz_basemap_writer_set_bounds (self->writer, &bounds);
  if (!import_islands (self))
    return FALSE;
  sea = yz_coastline_make_sea (self->coast, &bounds);
  for (int i = 0; sea != NULL && i < OGR_G_GetGeometryCount (sea); i++)
    if (!yz_basemap_writer_add_area (self->writer, OGR_G_GetGeometryRef (sea, i), YZ_MAP_CLASS_WATER, 0, self->error))
      return FALSE;
  return TRUE;
}

static gboolean
import_run (Import *self)
{
  return import_read_all (self) && yz_basemap_lines_write (self->lines, self->writer, self->cancellable, self->error) &&
         import_tell (self, 0.9) && import_edges (self) && yz_basemap_writer_finish (self->writer, self->error) &&
         import_tell (self, 1);
}

static gboolean
import_to_target (Import *self, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  gboolean done;

  self->writer = yz_basemap_writer_new (target, self->origin, self->error);
  if (self->writer == NULL)
    return FALSE;

  yz_gdal_begin_quiet ();
  /* the nodes of a large extract do not fit into memory; where the map goes, there is room, unlike in /tmp */
  CPLSetThreadLocalConfigOption ("CPL_TMPDIR", folder);
  done = import_run (self);
  CPLSetThreadLocalConfigOption ("CPL_TMPDIR", NULL);
  yz_gdal_end_quiet ();
  return done;
}

gboolean
yz_basemap_import_osm (const char *source, const char *target, YzBasemapOrigin origin, YzBasemapProgressFunc progress,
                       gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_auto (Import) self = {
    .path = source,
    .origin = origin,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
    .error = error,
  };

  g_return_val_if_fail (source != NULL && target != NULL, FALSE);

  import_init (&self);
  self.source = open_osm (source, error);
  return self.source != NULL && import_to_target (&self, target);
}

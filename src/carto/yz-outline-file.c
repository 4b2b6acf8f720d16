#include "config.h"

#include "yz-outline-file.h"

#include "yz-carto-gdal-private.h"

static void
named_outline_free (gpointer data)
{
  YzNamedOutline *named = data;

  g_clear_pointer (&named->name, g_free);
  g_clear_pointer (&named->outline, yz_outline_free);
  g_free (named);
}

static void
add_ring (YzOutline *outline, OGRGeometryH ring, YzDatum datum)
{
  int n_points = OGR_G_GetPointCount (ring);
  g_autoptr (GArray) points = g_array_sized_new (FALSE, FALSE, sizeof (YzPosition), (guint) MAX (n_points, 1));

  for (int i = 0; i < n_points; i++)
    {
      YzPosition position = { OGR_G_GetX (ring, i), OGR_G_GetY (ring, i) };

      position = yz_datum_convert (position, datum, YZ_DATUM_WGS84);
      g_array_append_val (points, position);
    }
  yz_outline_add_ring (outline, (YzPosition *) (gpointer) points->data, points->len);
}

/* Collections hold collections; only the polygons in them count. */
static void
add_geometry (YzOutline *outline, OGRGeometryH geometry, YzDatum datum)
{
  gboolean is_polygon = wkbFlatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon;

  if (is_polygon)
    yz_outline_begin_polygon (outline);
  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    {
      OGRGeometryH part = OGR_G_GetGeometryRef (geometry, i);

      if (is_polygon)
        add_ring (outline, part, datum);
      else
        add_geometry (outline, part, datum);
    }
}

/* A Shapefile without a word on its encoding comes as bytes: UTF-8, or as older Chinese programs write it. */
static char *
dup_text (const char *bytes)
{
  g_autofree char *converted = NULL;

  if (!g_utf8_validate (bytes, -1, NULL))
    converted = g_convert (bytes, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  return converted != NULL ? g_steal_pointer (&converted) : g_utf8_make_valid (bytes, -1);
}

static int
find_field (OGRFeatureH feature, const char *name)
{
  for (int i = 0; i < OGR_F_GetFieldCount (feature); i++)
    {
      g_autofree char *field = dup_text (OGR_Fld_GetNameRef (OGR_F_GetFieldDefnRef (feature, i)));

      if (g_ascii_strcasecmp (field, name) == 0)
        return i;
    }
  return -1;
}

static char *
dup_name (OGRFeatureH feature)
{
  static const char *const fields[] = { "name", "名称", "区县", "XZQMC", "NAME_CHN", "fullname" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int index = find_field (feature, fields[i]);

      if (index >= 0 && OGR_F_IsFieldSetAndNotNull (feature, index))
        return dup_text (OGR_F_GetFieldAsString (feature, index));
    }
  return g_strdup ("");
}

static void
add_faults (YzOutlineFaults *sum, const YzOutlineFaults *faults)
{
  sum->closed += faults->closed;
  sum->dropped += faults->dropped;
}

static YzNamedOutline *
read_feature (OGRFeatureH feature, OGRSpatialReferenceH wgs84, YzDatum datum)
{
  OGRGeometryH geometry = OGR_F_GetGeometryRef (feature);
  YzNamedOutline *named = g_new0 (YzNamedOutline, 1);

  named->name = dup_name (feature);
  named->outline = yz_outline_new ();
  /* a file without a reference system has degrees; one that cannot be transformed is read as it stands and refused
     by its coordinates */
  if (geometry != NULL && OGR_G_GetSpatialReference (geometry) != NULL)
    OGR_G_TransformTo (geometry, wgs84);
  if (geometry != NULL)
    add_geometry (named->outline, geometry, datum);
  return named;
}

static GPtrArray *
read_layer (OGRLayerH layer, YzDatum datum, YzOutlineFaults *faults)
{
  g_auto (OGRSpatialReferenceH) wgs84 = yz_gdal_new_wgs84 ();
  GPtrArray *outlines = g_ptr_array_new_with_free_func (named_outline_free);

  for (;;)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
      YzNamedOutline *named;

      if (feature == NULL)
        return outlines;
      named = read_feature (feature, wgs84, datum);
      if (faults != NULL)
        add_faults (faults, yz_outline_get_faults (named->outline));
      if (yz_outline_get_n_rings (named->outline) > 0)
        g_ptr_array_add (outlines, named);
      else
        named_outline_free (named);
    }
}

static gboolean
has_encoding (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".shp"));
  g_autofree char *lower = g_strconcat (stem, ".cpg", NULL);
  g_autofree char *upper = g_strconcat (stem, ".CPG", NULL);

  return g_file_test (lower, G_FILE_TEST_EXISTS) || g_file_test (upper, G_FILE_TEST_EXISTS);
}

GPtrArray *
yz_outline_file_read (const char *path, YzDatum datum, YzOutlineFaults *faults, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_shapefile = g_str_has_suffix (lower, ".shp");
  const char *driver = is_shapefile ? "ESRI Shapefile" : "GeoJSON";
  const char *const as_bytes[] = { "ENCODING=", NULL };
  /* rings that are not closed are mended by YzOutline, which counts them */
  g_auto (GDALDatasetH)
    dataset = yz_carto_gdal_open (path, driver, is_shapefile && !has_encoding (path) ? as_bytes : NULL, error);
  g_autoptr (GPtrArray) outlines = NULL;

  if (faults != NULL)
    *faults = (YzOutlineFaults){ 0 };
  if (dataset == NULL)
    return NULL;

  yz_gdal_begin_quiet ();
  if (GDALDatasetGetLayerCount (dataset) > 0)
    outlines = read_layer (GDALDatasetGetLayer (dataset, 0), datum, faults);
  yz_gdal_end_quiet ();
  if (outlines == NULL || outlines->len == 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, YZ_CARTO_ERROR, YZ_CARTO_ERROR_EMPTY, "“%s” has no outlines", name);
      return NULL;
    }
  return g_steal_pointer (&outlines);
}

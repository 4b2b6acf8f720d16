/*
 * A tree over the boxes of the outlines and, per outline, a prepared geometry of GEOS, which answers "inside?" in
 * about a microsecond however many points the border has.
 */
#include "config.h"

#include <geos_c.h>

#include "yz-district-index.h"

typedef struct
{
  guint number;
  GEOSGeometry *geometry;
  const GEOSPreparedGeometry *prepared;
} District;

struct _YzDistrictIndex
{
  GEOSContextHandle_t geos;
  GEOSSTRtree *tree;   /* of District */
  District *districts; /* those without a polygon have no geometry */
  guint n_districts;
};

static GEOSGeometry *
make_ring (GEOSContextHandle_t geos, const YzPosition *points, guint n_points)
{
  GEOSCoordSequence *sequence = GEOSCoordSeq_copyFromBuffer_r (geos, (const double *) points, n_points, FALSE, FALSE);

  return GEOSGeom_createLinearRing_r (geos, sequence);
}

/* The polygon whose outer ring is number @ring; moves @ring behind its last hole. */
static GEOSGeometry *
make_polygon (GEOSContextHandle_t geos, const YzOutline *outline, guint *ring)
{
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();
  guint n_points;
  const YzPosition *points = yz_outline_get_ring (outline, (*ring)++, &n_points, NULL);
  GEOSGeometry *shell = make_ring (geos, points, n_points);

  for (gboolean is_hole; *ring < yz_outline_get_n_rings (outline); (*ring)++)
    {
      points = yz_outline_get_ring (outline, *ring, &n_points, &is_hole);
      if (!is_hole)
        break;
      g_ptr_array_add (holes, make_ring (geos, points, n_points));
    }
  return GEOSGeom_createPolygon_r (geos, shell, (GEOSGeometry **) holes->pdata, holes->len);
}

/* Each polygon is made valid alone and then united, so that overlapping parts add up instead of cancelling out. */
static GEOSGeometry *
make_geometry (GEOSContextHandle_t geos, const YzOutline *outline)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GEOSGeometry *collection, *geometry;

  for (guint ring = 0; ring < yz_outline_get_n_rings (outline);)
    {
      GEOSGeometry *polygon = make_polygon (geos, outline, &ring);
      GEOSGeometry *valid = GEOSisValid_r (geos, polygon) == 1 ? NULL : GEOSMakeValid_r (geos, polygon);

      g_ptr_array_add (parts, valid != NULL ? valid : polygon);
      if (valid != NULL)
        GEOSGeom_destroy_r (geos, polygon);
    }
  if (parts->len == 1)
    return g_ptr_array_index (parts, 0);

  collection = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION, (GEOSGeometry **) parts->pdata, parts->len);
  geometry = GEOSUnaryUnion_r (geos, collection);
  if (geometry == NULL)
    return collection;
  GEOSGeom_destroy_r (geos, collection);
  return geometry;
}

YzDistrictIndex *
yz_district_index_new (const YzOutline *const *outlines, guint n_outlines)
{
  YzDistrictIndex *self = g_new0 (YzDistrictIndex, 1);

  self->geos = GEOS_init_r ();
  self->tree = GEOSSTRtree_create_r (self->geos, 10);
  self->districts = g_new0 (District, n_outlines);
  self->n_districts = n_outlines;

  for (guint i = 0; i < n_outlines; i++)
    {
      District *district = &self->districts[i];

      district->number = i;
      if (yz_outline_get_n_rings (outlines[i]) == 0)
        continue;
      district->geometry = make_geometry (self->geos, outlines[i]);
      district->prepared = GEOSPrepare_r (self->geos, district->geometry);
      GEOSSTRtree_insert_r (self->geos, self->tree, district->geometry, district);
    }
  return self;
}

void
yz_district_index_free (YzDistrictIndex *self)
{
  for (guint i = 0; i < self->n_districts; i++)
    {
      if (self->districts[i].geometry == NULL)
        continue;
      GEOSPreparedGeom_destroy_r (self->geos, self->districts[i].prepared);
      GEOSGeom_destroy_r (self->geos, self->districts[i].geometry);
    }
  GEOSSTRtree_destroy_r (self->geos, self->tree);
  GEOS_finish_r (self->geos);
  g_free (self->districts);
  g_free (self);
}

typedef struct
{
  GEOSContextHandle_t geos;
  const GEOSGeometry *point;
  guint found;
} Search;

static void
visit_district (void *item, void *data)
{
  const District *district = item;
  Search *search = data;

  if (district->number < search->found &&
      GEOSPreparedIntersects_r (search->geos, district->prepared, search->point) == 1)
    search->found = district->number;
}

guint
yz_district_index_find (YzDistrictIndex *self, YzPosition position)
{
  Search search = { .geos = self->geos, .found = YZ_DISTRICT_NONE };
  GEOSGeometry *point;

  if (!yz_position_is_valid (position))
    return YZ_DISTRICT_NONE;

  point = GEOSGeom_createPointFromXY_r (self->geos, position.lon, position.lat);
  search.point = point;
  GEOSSTRtree_query_r (self->geos, self->tree, point, visit_district, &search);
  GEOSGeom_destroy_r (self->geos, point);
  return search.found;
}

void
yz_district_index_count (YzDistrictIndex *self, const YzPosition *positions, guint n_positions, guint *counts)
{
  for (guint i = 0; i <= self->n_districts; i++)
    counts[i] = 0;

  for (guint i = 0; i < n_positions; i++)
    {
      guint found = yz_district_index_find (self, positions[i]);

      counts[found == YZ_DISTRICT_NONE ? self->n_districts : found]++;
    }
}

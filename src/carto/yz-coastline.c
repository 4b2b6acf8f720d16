#include "config.h"

#include "yz-coastline-private.h"

#include <math.h>

/* So far beside the coast, in metres, lies certainly sea, and not yet the other shore. */
#define BESIDE 0.5

struct _YzCoastline
{
  OGRGeometryH lines; /* a multilinestring */
};

YzCoastline *
yz_coastline_new (void)
{
  YzCoastline *self = g_new0 (YzCoastline, 1);

  self->lines = OGR_G_CreateGeometry (wkbMultiLineString);
  return self;
}

void
yz_coastline_free (YzCoastline *self)
{
  OGR_G_DestroyGeometry (self->lines);
  g_free (self);
}

void
yz_coastline_add (YzCoastline *self, OGRGeometryH line)
{
  OGR_G_AddGeometry (self->lines, line);
}

/* Twice the area, positive where the ring runs against the clock, the land on its left. */
static double
signed_area (OGRGeometryH ring)
{
  double area = 0;

  for (int i = 1; i < OGR_G_GetPointCount (ring); i++)
    area += OGR_G_GetX (ring, i - 1) * OGR_G_GetY (ring, i) - OGR_G_GetX (ring, i) * OGR_G_GetY (ring, i - 1);
  return area;
}

static void
add_island_ring (YzCoastline *self, OGRGeometryH ring)
{
  OGRGeometryH line = OGR_G_CreateGeometry (wkbLineString);
  int n_points = OGR_G_GetPointCount (ring);
  gboolean backwards = signed_area (ring) < 0;

  for (int i = 0; i < n_points; i++)
    {
      int point = backwards ? n_points - 1 - i : i;

      OGR_G_AddPoint_2D (line, OGR_G_GetX (ring, point), OGR_G_GetY (ring, point));
    }
  /* where a piece of the relation was cut off the extract, GDAL leaves the ring open */
  OGR_G_AddPoint_2D (line, OGR_G_GetX (line, 0), OGR_G_GetY (line, 0));
  OGR_G_AddGeometryDirectly (self->lines, line);
}

void
yz_coastline_add_island (YzCoastline *self, OGRGeometryH polygon)
{
  gboolean several = wkbFlatten (OGR_G_GetGeometryType (polygon)) == wkbMultiPolygon;
  int n_parts = several ? OGR_G_GetGeometryCount (polygon) : 1;

  for (int i = 0; i < n_parts; i++)
    {
      OGRGeometryH part = several ? OGR_G_GetGeometryRef (polygon, i) : polygon;

      if (OGR_G_GetGeometryCount (part) > 0)
        add_island_ring (self, OGR_G_GetGeometryRef (part, 0));
    }
}

static OGRGeometryH
new_box (const OGREnvelope *bounds)
{
  OGRGeometryH ring = OGR_G_CreateGeometry (wkbLinearRing);
  OGRGeometryH box = OGR_G_CreateGeometry (wkbPolygon);

  OGR_G_AddPoint_2D (ring, bounds->MinX, bounds->MinY);
  OGR_G_AddPoint_2D (ring, bounds->MaxX, bounds->MinY);
  OGR_G_AddPoint_2D (ring, bounds->MaxX, bounds->MaxY);
  OGR_G_AddPoint_2D (ring, bounds->MinX, bounds->MaxY);
  OGR_G_AddPoint_2D (ring, bounds->MinX, bounds->MinY);
  OGR_G_AddGeometryDirectly (box, ring);
  return box;
}

typedef struct
{
  double sea_x, sea_y;
  double land_x, land_y;
} Shore;

/* Points on either side of the line's longest segment within @bounds; FALSE if it has none there. */
static gboolean
find_shore (OGRGeometryH line, const OGREnvelope *bounds, Shore *shore)
{
  double longest = 0;

  for (int i = 1; i < OGR_G_GetPointCount (line); i++)
    {
      double x0 = OGR_G_GetX (line, i - 1), y0 = OGR_G_GetY (line, i - 1);
      double dx = OGR_G_GetX (line, i) - x0, dy = OGR_G_GetY (line, i) - y0;
      double length = hypot (dx, dy), x = x0 + dx / 2, y = y0 + dy / 2;

      if (length <= longest || x < bounds->MinX || x > bounds->MaxX || y < bounds->MinY || y > bounds->MaxY)
        continue;
      longest = length;
      dx *= BESIDE / length;
      dy *= BESIDE / length;
      *shore = (Shore){ x + dy, y - dx, x - dy, y + dx };
    }
  return longest > 0;
}

static gboolean
face_has (OGRGeometryH face, const OGREnvelope *box, double x, double y)
{
  g_auto (OGRGeometryH) point = NULL;

  if (x < box->MinX || x > box->MaxX || y < box->MinY || y > box->MaxY)
    return FALSE;
  point = OGR_G_CreateGeometry (wkbPoint);
  OGR_G_SetPoint_2D (point, 0, x, y);
  return OGR_G_Contains (face, point);
}

/* Every coast votes with its length, for there are stray pieces and some that were drawn the wrong way round. */
static gboolean
face_is_sea (YzCoastline *self, OGRGeometryH face, const OGREnvelope *bounds)
{
  double votes = 0;
  OGREnvelope box;

  OGR_G_GetEnvelope (face, &box);
  for (int i = 0; i < OGR_G_GetGeometryCount (self->lines); i++)
    {
      OGRGeometryH line = OGR_G_GetGeometryRef (self->lines, i);
      Shore shore = { 0 };

      if (!find_shore (line, bounds, &shore))
        continue;
      if (face_has (face, &box, shore.sea_x, shore.sea_y))
        votes += OGR_G_Length (line);
      if (face_has (face, &box, shore.land_x, shore.land_y))
        votes -= OGR_G_Length (line);
    }
  return votes > 0;
}

/* The pieces into which the coast cuts the extract. */
static OGRGeometryH
cut_faces (YzCoastline *self, const OGREnvelope *bounds)
{
  g_auto (OGRGeometryH) box = new_box (bounds);
  g_auto (OGRGeometryH) edge = OGR_G_Boundary (box);
  g_auto (OGRGeometryH) inside = OGR_G_Intersection (self->lines, box);
  g_auto (OGRGeometryH) network = inside != NULL && edge != NULL ? OGR_G_Union (inside, edge) : NULL;

  return network != NULL ? OGR_G_Polygonize (network) : NULL;
}

OGRGeometryH
yz_coastline_make_sea (YzCoastline *self, const OGREnvelope *bounds)
{
  g_auto (OGRGeometryH) faces = NULL;
  OGRGeometryH sea;

  if (OGR_G_GetGeometryCount (self->lines) == 0)
    return NULL;
  faces = cut_faces (self, bounds);
  if (faces == NULL)
    return NULL;

  sea = OGR_G_CreateGeometry (wkbMultiPolygon);
  for (int i = 0; i < OGR_G_GetGeometryCount (faces); i++)
    {
      OGRGeometryH face = OGR_G_GetGeometryRef (faces, i);

      if (face_is_sea (self, face, bounds))
        OGR_G_AddGeometry (sea, face);
    }
  return sea;
}

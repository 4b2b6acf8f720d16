#include "config.h"

#include "yz-gdal.h"

#include <cpl_error.h>

static void
register_drivers (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      GDALAllRegister ();
      g_once_init_leave (&done, 1);
    }
}

void
yz_gdal_begin_quiet (void)
{
  register_drivers ();
  CPLPushErrorHandler (CPLQuietErrorHandler);
  CPLErrorReset ();
}

void
yz_gdal_end_quiet (void)
{
  CPLPopErrorHandler ();
}

void
yz_gdal_set_error (GError **error, GQuark domain, int code, const char *what)
{
  g_autofree char *detail = g_utf8_make_valid (CPLGetLastErrorMsg (), -1);

  if (*detail == '\0')
    g_set_error_literal (error, domain, code, what);
  else
    g_set_error (error, domain, code, "%s (%s)", what, detail);
}

static OGRSpatialReferenceH
new_reference (int epsg)
{
  OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);

  OSRImportFromEPSG (reference, epsg);
  OSRSetAxisMappingStrategy (reference, OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

OGRSpatialReferenceH
yz_gdal_new_wgs84 (void)
{
  return new_reference (4326);
}

OGRSpatialReferenceH
yz_gdal_new_mercator (void)
{
  return new_reference (3857);
}

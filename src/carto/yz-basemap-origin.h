/* Whose work a basemap is, for the credit that must stand on every picture of it. */
#pragma once

/**
 * YzBasemapOrigin:
 * @YZ_BASEMAP_ORIGIN_OSM: "© OpenStreetMap contributors" is required (ODbL 1.0)
 * @YZ_BASEMAP_ORIGIN_NATURAL_EARTH: public domain; "Made with Natural Earth" is a courtesy
 * @YZ_BASEMAP_ORIGIN_OWN: the invented city of the sample
 *
 * The numbers are stored in basemap files.
 */
typedef enum
{
  YZ_BASEMAP_ORIGIN_OSM = 1 << 0,
  YZ_BASEMAP_ORIGIN_NATURAL_EARTH = 1 << 1,
  YZ_BASEMAP_ORIGIN_OWN = 1 << 2,
} YzBasemapOrigin;

#include "config.h"

#include "yz-map-class-private.h"

/* The first rule that fits decides. Tags as in https://wiki.openstreetmap.org/wiki/Map_features */
static const YzMapRule area_rules[] = {
  { "building", NULL, YZ_MAP_CLASS_BUILDING, 14 },
  { "natural", "water", YZ_MAP_CLASS_WATER, 5 },
  { "natural", "bay", YZ_MAP_CLASS_WATER, 7 },
  { "waterway", "riverbank", YZ_MAP_CLASS_WATER, 5 },
  { "waterway", "dock", YZ_MAP_CLASS_WATER, 11 },
  { "landuse", "reservoir", YZ_MAP_CLASS_WATER, 5 },
  { "landuse", "basin", YZ_MAP_CLASS_WATER, 11 },
  { "leisure", "swimming_pool", YZ_MAP_CLASS_WATER, 16 },
  { "leisure", "pitch", YZ_MAP_CLASS_PITCH, 14 },
  { "leisure", "track", YZ_MAP_CLASS_PITCH, 14 },
  { "leisure", "park", YZ_MAP_CLASS_GREEN, 8 },
  { "leisure", "garden", YZ_MAP_CLASS_GREEN, 12 },
  { "leisure", "nature_reserve", YZ_MAP_CLASS_GREEN, 8 },
  { "leisure", "golf_course", YZ_MAP_CLASS_GREEN, 10 },
  { "leisure", "playground", YZ_MAP_CLASS_PITCH, 16 },
  { "leisure", "stadium", YZ_MAP_CLASS_CAMPUS, 13 },
  { "leisure", "sports_centre", YZ_MAP_CLASS_CAMPUS, 13 },
  { "natural", "wood", YZ_MAP_CLASS_GREEN, 7 },
  { "natural", "scrub", YZ_MAP_CLASS_GREEN, 10 },
  { "natural", "grassland", YZ_MAP_CLASS_GREEN, 10 },
  { "natural", "wetland", YZ_MAP_CLASS_GREEN, 9 },
  { "landuse", "forest", YZ_MAP_CLASS_GREEN, 7 },
  { "landuse", "grass", YZ_MAP_CLASS_GREEN, 12 },
  { "landuse", "meadow", YZ_MAP_CLASS_GREEN, 11 },
  { "landuse", "orchard", YZ_MAP_CLASS_GREEN, 11 },
  { "landuse", "village_green", YZ_MAP_CLASS_GREEN, 12 },
  { "landuse", "recreation_ground", YZ_MAP_CLASS_GREEN, 12 },
  { "landuse", "cemetery", YZ_MAP_CLASS_GREEN, 12 },
  { "highway", "pedestrian", YZ_MAP_CLASS_PLAZA, 13 },
  { "place", "square", YZ_MAP_CLASS_PLAZA, 13 },
  { "highway", "platform", YZ_MAP_CLASS_PLAZA, 16 },
  { "railway", "platform", YZ_MAP_CLASS_PLAZA, 16 },
  { "public_transport", "platform", YZ_MAP_CLASS_PLAZA, 16 },
  { "amenity", "university", YZ_MAP_CLASS_CAMPUS, 11 },
  { "amenity", "college", YZ_MAP_CLASS_CAMPUS, 12 },
  { "amenity", "school", YZ_MAP_CLASS_CAMPUS, 13 },
  { "amenity", "hospital", YZ_MAP_CLASS_CAMPUS, 12 },
  { "landuse", "railway", YZ_MAP_CLASS_CAMPUS, 12 },
  { "landuse", "industrial", YZ_MAP_CLASS_CAMPUS, 12 },
  { "aeroway", "aerodrome", YZ_MAP_CLASS_CAMPUS, 9 },
  { "tourism", "zoo", YZ_MAP_CLASS_GREEN, 12 },
  { "tourism", "theme_park", YZ_MAP_CLASS_CAMPUS, 12 },
};

static const YzMapRule line_rules[] = {
  { "highway", "motorway", YZ_MAP_CLASS_EXPRESSWAY, 5 },
  { "highway", "trunk", YZ_MAP_CLASS_EXPRESSWAY, 6 },
  { "highway", "motorway_link", YZ_MAP_CLASS_SECONDARY, 12 },
  { "highway", "trunk_link", YZ_MAP_CLASS_SECONDARY, 12 },
  { "highway", "primary", YZ_MAP_CLASS_PRIMARY, 8 },
  { "highway", "primary_link", YZ_MAP_CLASS_TERTIARY, 13 },
  { "highway", "secondary", YZ_MAP_CLASS_SECONDARY, 10 },
  { "highway", "secondary_link", YZ_MAP_CLASS_TERTIARY, 13 },
  { "highway", "tertiary", YZ_MAP_CLASS_TERTIARY, 11 },
  { "highway", "tertiary_link", YZ_MAP_CLASS_LOCAL, 13 },
  { "highway", "residential", YZ_MAP_CLASS_LOCAL, 12 },
  { "highway", "unclassified", YZ_MAP_CLASS_LOCAL, 12 },
  { "highway", "living_street", YZ_MAP_CLASS_LOCAL, 13 },
  { "highway", "road", YZ_MAP_CLASS_LOCAL, 13 },
  { "highway", "pedestrian", YZ_MAP_CLASS_SERVICE, 14 },
  { "highway", "service", YZ_MAP_CLASS_SERVICE, 15 },
  { "highway", "track", YZ_MAP_CLASS_PATH, 14 },
  { "highway", "footway", YZ_MAP_CLASS_PATH, 16 },
  { "highway", "path", YZ_MAP_CLASS_PATH, 14 },
  { "highway", "cycleway", YZ_MAP_CLASS_PATH, 16 },
  { "highway", "bridleway", YZ_MAP_CLASS_PATH, 16 },
  { "highway", "steps", YZ_MAP_CLASS_PATH, 16 },
  { "railway", "rail", YZ_MAP_CLASS_RAIL, 8 },
  { "railway", "light_rail", YZ_MAP_CLASS_RAIL, 12 },
  { "railway", "narrow_gauge", YZ_MAP_CLASS_RAIL, 11 },
  { "railway", "subway", YZ_MAP_CLASS_RAIL, 13 },
  { "waterway", "river", YZ_MAP_CLASS_RIVER, 7 },
  { "waterway", "canal", YZ_MAP_CLASS_RIVER, 10 },
  { "waterway", "stream", YZ_MAP_CLASS_STREAM, 13 },
  { "waterway", "drain", YZ_MAP_CLASS_STREAM, 15 },
  { "waterway", "ditch", YZ_MAP_CLASS_STREAM, 15 },
  { "boundary", "administrative", YZ_MAP_CLASS_BOUNDARY, 8 },
};

/* clang-format off */
static const YzMapRule point_rules[] = {
  { "place", "city", YZ_MAP_CLASS_CITY_NAME, 5 },
  { "place", "district", YZ_MAP_CLASS_DISTRICT_NAME, 10 },
  { "place", "borough", YZ_MAP_CLASS_DISTRICT_NAME, 10 },
  { "place", "town", YZ_MAP_CLASS_TOWN_NAME, 9 },
  { "place", "suburb", YZ_MAP_CLASS_DISTRICT_NAME, 12 },
  { "place", "village", YZ_MAP_CLASS_VILLAGE_NAME, 12 },
  { "place", "quarter", YZ_MAP_CLASS_QUARTER_NAME, 13 },
  { "place", "neighbourhood", YZ_MAP_CLASS_QUARTER_NAME, 14 },
  { "place", "hamlet", YZ_MAP_CLASS_VILLAGE_NAME, 14 },
  { "place", "locality", YZ_MAP_CLASS_QUARTER_NAME, 15 },
  { "station", "subway", YZ_MAP_CLASS_METRO, 14 },
  { "railway", "station", YZ_MAP_CLASS_STATION, 12 },
  { "railway", "halt", YZ_MAP_CLASS_STATION, 13 },
  { "natural", "peak", YZ_MAP_CLASS_PEAK, 12 },
  { "amenity", "hospital", YZ_MAP_CLASS_PUBLIC_NAME, 15 },
  { "amenity", "university", YZ_MAP_CLASS_PUBLIC_NAME, 14 },
  { "amenity", "townhall", YZ_MAP_CLASS_PUBLIC_NAME, 15 },
  { "amenity", "bus_station", YZ_MAP_CLASS_PUBLIC_NAME, 15 },
  { "amenity", "library", YZ_MAP_CLASS_PUBLIC_NAME, 16 },
  { "amenity", "school", YZ_MAP_CLASS_PUBLIC_NAME, 16 },
  { "tourism", "museum", YZ_MAP_CLASS_PUBLIC_NAME, 15 },
  { "tourism", "attraction", YZ_MAP_CLASS_PUBLIC_NAME, 16 },
};
/* clang-format on */

static gboolean
rule_fits (const YzMapRule *rule, const char *value)
{
  if (value == NULL || *value == '\0')
    return FALSE;
  return rule->value != NULL ? g_str_equal (rule->value, value) : !g_str_equal (value, "no");
}

const YzMapRule *
yz_map_class_find_rule (YzMapKind kind, YzMapTagFunc get_tag, gpointer object)
{
  static const struct
  {
    const YzMapRule *rules;
    gsize n_rules;
  } tables[] = {
    [YZ_MAP_KIND_POINT] = { point_rules, G_N_ELEMENTS (point_rules) },
    [YZ_MAP_KIND_LINE] = { line_rules, G_N_ELEMENTS (line_rules) },
    [YZ_MAP_KIND_AREA] = { area_rules, G_N_ELEMENTS (area_rules) },
  };
  const char *key = NULL, *value = NULL;

  for (gsize i = 0; i < tables[kind].n_rules; i++)
    {
      const YzMapRule *rule = &tables[kind].rules[i];

      /* rules of one key stand together: look the tag up once */
      if (key == NULL || !g_str_equal (key, rule->key))
        {
          key = rule->key;
          value = get_tag (object, key);
        }
      if (rule_fits (rule, value))
        return rule;
    }
  return NULL;
}

YzMapClass
yz_map_class_get_name_class (YzMapClass area)
{
  switch ((int) area)
    {
    case YZ_MAP_CLASS_CAMPUS:
      return YZ_MAP_CLASS_PUBLIC_NAME;
    case YZ_MAP_CLASS_GREEN:
      return YZ_MAP_CLASS_GREEN_NAME;
    case YZ_MAP_CLASS_PLAZA:
      return YZ_MAP_CLASS_PUBLIC_NAME;
    case YZ_MAP_CLASS_WATER:
      return YZ_MAP_CLASS_WATER_NAME;
    case YZ_MAP_CLASS_BUILDING:
      return YZ_MAP_CLASS_BUILDING_NAME;
    default:
      return YZ_MAP_CLASS_NONE;
    }
}

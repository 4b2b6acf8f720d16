/*
 * What the map distinguishes, and how OpenStreetMap's tags say it. The numbers are stored in basemap files:
 * never reuse one. Within areas and within lines a larger number is drawn later, that is above.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YZ_MAP_CLASS_NONE = 0,

  /* areas */
  YZ_MAP_CLASS_LAND = 1,
  YZ_MAP_CLASS_CAMPUS = 2,
  YZ_MAP_CLASS_GREEN = 3,
  YZ_MAP_CLASS_PITCH = 4,
  YZ_MAP_CLASS_PLAZA = 5,
  YZ_MAP_CLASS_WATER = 6,
  YZ_MAP_CLASS_BUILDING = 7,

  /* lines */
  YZ_MAP_CLASS_STREAM = 20,
  YZ_MAP_CLASS_RIVER = 21,
  YZ_MAP_CLASS_BOUNDARY = 25,
  YZ_MAP_CLASS_PATH = 30,
  YZ_MAP_CLASS_SERVICE = 31,
  YZ_MAP_CLASS_LOCAL = 32,
  YZ_MAP_CLASS_TERTIARY = 33,
  YZ_MAP_CLASS_SECONDARY = 34,
  YZ_MAP_CLASS_PRIMARY = 35,
  YZ_MAP_CLASS_EXPRESSWAY = 36,
  YZ_MAP_CLASS_RAIL = 40,

  /* names that stand at a point */
  YZ_MAP_CLASS_CITY_NAME = 60,
  YZ_MAP_CLASS_DISTRICT_NAME = 61,
  YZ_MAP_CLASS_TOWN_NAME = 62,
  YZ_MAP_CLASS_QUARTER_NAME = 63,
  YZ_MAP_CLASS_VILLAGE_NAME = 64,
  YZ_MAP_CLASS_STATION = 65,
  YZ_MAP_CLASS_METRO = 66,
  YZ_MAP_CLASS_PEAK = 67,
  YZ_MAP_CLASS_GREEN_NAME = 68,
  YZ_MAP_CLASS_WATER_NAME = 69,
  YZ_MAP_CLASS_PUBLIC_NAME = 70,
  YZ_MAP_CLASS_BUILDING_NAME = 71,
} YzMapClass;

typedef enum
{
  YZ_MAP_FLAG_BRIDGE = 1 << 0,
  YZ_MAP_FLAG_TUNNEL = 1 << 1,
} YzMapFlags;

typedef enum
{
  YZ_MAP_KIND_POINT,
  YZ_MAP_KIND_LINE,
  YZ_MAP_KIND_AREA,
} YzMapKind;

/**
 * YzMapRule:
 * @key: a tag's key
 * @value: (nullable): its value, or %NULL for any but "no"
 * @class: what it is on the map
 * @zoom: shown from this zoom level on, if it is large enough
 */
typedef struct
{
  const char *key;
  const char *value;
  YzMapClass class;
  int zoom;
} YzMapRule;

/**
 * YzMapTagFunc:
 *
 * Returns: (nullable): the value of tag @key
 */
typedef const char *(*YzMapTagFunc) (gpointer object, const char *key);

/**
 * yz_map_class_find_rule:
 *
 * Returns: (nullable) (transfer none): the first rule for @kind that fits the tags of @object
 */
const YzMapRule *yz_map_class_find_rule (YzMapKind kind, YzMapTagFunc get_tag, gpointer object);

/**
 * yz_map_class_get_name_class:
 * @area: the class of an area
 *
 * Returns: how the name of such an area is lettered, %YZ_MAP_CLASS_NONE if it is not
 */
YzMapClass yz_map_class_get_name_class (YzMapClass area);

static inline gboolean
yz_map_class_is_road (YzMapClass class)
{
  return class >= YZ_MAP_CLASS_PATH && class <= YZ_MAP_CLASS_EXPRESSWAY;
}

G_END_DECLS

#include "config.h"

#include "yz-map-palette-private.h"

#include <math.h>

static const YzMapPalette palettes[] = {
  [YZ_MAP_STYLE_LIGHT] = {
    .paper = 0xf5f3ee, .campus = 0xf0ede5, .green = 0xdfe8d5, .pitch = 0xd3dfc6, .plaza = 0xfaf9f6,
    .water = 0xcfe0ea, .building = 0xe7e2d8, .building_edge = 0xdbd5c9,
    .road = 0xffffff, .main_road = 0xffffff, .casing = 0xddd7cb, .path = 0xffffff,
    .rail = 0xb3aea4, .boundary = 0xb9b0c0,
    .street_name = 0x69665f, .place_name = 0x45474c, .quarter_name = 0x6b6d72,
    .green_name = 0x4c7340, .water_name = 0x4479a0, .water_halo = 0xdfe8eb,
    .line_scale = 1, .casing_width = 0.9,
  },
  [YZ_MAP_STYLE_DARK] = {
    .paper = 0x26282c, .campus = 0x2a2c30, .green = 0x29342b, .pitch = 0x2f3d31, .plaza = 0x303338,
    .water = 0x1c313e, .building = 0x2e3136, .building_edge = 0x373a40,
    .road = 0x41454c, .main_road = 0x4a4e56, .casing = 0x1e2023, .path = 0x3c4046,
    .rail = 0x6a6e75, .boundary = 0x5b5468,
    .street_name = 0x9a9da4, .place_name = 0xd2d4d9, .quarter_name = 0xa9acb3,
    .green_name = 0x8fbd86, .water_name = 0x7fb2d3, .water_halo = 0x1f2c35,
    .line_scale = 1, .casing_width = 0.9,
  },
  [YZ_MAP_STYLE_PRINT] = {
    .paper = 0xf7f6f3, .campus = 0xf1eee8, .green = 0xe2ebd8, .pitch = 0xd6e2ca, .plaza = 0xfafaf8,
    .water = 0xcfe2ee, .building = 0xebe8e1, .building_edge = 0xd9d5cb,
    .road = 0xffffff, .main_road = 0xfdf3d4, .casing = 0xb9b5ab, .path = 0xc9c5bb,
    .rail = 0x8a867e, .boundary = 0x9a90a4,
    .street_name = 0x3a3a3e, .place_name = 0x141417, .quarter_name = 0x4d4d52,
    .green_name = 0x3d6332, .water_name = 0x2a6187, .water_halo = 0xe4eef4,
    .line_scale = 0.8, .casing_width = 0.5,
  },
  [YZ_MAP_STYLE_PRINT_GREY] = {
    .paper = 0xf6f6f6, .campus = 0xeeeeee, .green = 0xe6e6e6, .pitch = 0xdcdcdc, .plaza = 0xfafafa,
    .water = 0xdedede, .building = 0xe8e8e8, .building_edge = 0xd5d5d5,
    .road = 0xffffff, .main_road = 0xf2f2f2, .casing = 0xb5b5b5, .path = 0xc5c5c5,
    .rail = 0x868686, .boundary = 0x959595,
    .street_name = 0x3a3a3a, .place_name = 0x141414, .quarter_name = 0x4e4e4e,
    .green_name = 0x525252, .water_name = 0x555555, .water_halo = 0xececec,
    .line_scale = 0.8, .casing_width = 0.5,
  },
};

/* Pixels at zoom 6, 8, 10 … 18; between them the width grows evenly with the zoom's logarithm. */
#define N_STOPS 7
#define FIRST_STOP 6.0

typedef struct
{
  YzMapClass class;
  double widths[N_STOPS];
} WidthRow;

static const WidthRow width_rows[] = {
  { YZ_MAP_CLASS_STREAM, { 0.5, 0.5, 0.5, 0.6, 1.0, 2.0, 4.0 } },
  { YZ_MAP_CLASS_RIVER, { 0.6, 0.8, 1.0, 1.5, 2.6, 5.0, 9.0 } },
  { YZ_MAP_CLASS_BOUNDARY, { 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4 } },
  { YZ_MAP_CLASS_PATH, { 0.4, 0.4, 0.4, 0.4, 0.7, 1.2, 2.2 } },
  { YZ_MAP_CLASS_SERVICE, { 0.4, 0.4, 0.4, 0.5, 1.5, 4.0, 9.0 } },
  { YZ_MAP_CLASS_LOCAL, { 0.4, 0.4, 0.5, 0.9, 2.9, 7.5, 15.0 } },
  { YZ_MAP_CLASS_TERTIARY, { 0.4, 0.5, 0.7, 1.8, 4.6, 9.5, 18.0 } },
  { YZ_MAP_CLASS_SECONDARY, { 0.4, 0.6, 1.1, 2.6, 5.8, 11.5, 21.0 } },
  { YZ_MAP_CLASS_PRIMARY, { 0.5, 0.9, 1.6, 3.6, 7.8, 14.0, 24.0 } },
  { YZ_MAP_CLASS_EXPRESSWAY, { 0.9, 1.3, 2.2, 4.4, 9.4, 16.0, 27.0 } },
  { YZ_MAP_CLASS_RAIL, { 0.7, 0.9, 1.1, 1.5, 2.4, 3.4, 4.6 } },
};

const YzMapPalette *
yz_map_palette_get (YzMapStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (palettes), &palettes[YZ_MAP_STYLE_LIGHT]);
  return &palettes[style];
}

void
yz_map_color_set (cairo_t *cr, YzMapColor color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

YzMapColor
yz_map_palette_get_area (const YzMapPalette *self, YzMapClass class)
{
  switch ((int) class)
    {
    case YZ_MAP_CLASS_CAMPUS:
      return self->campus;
    case YZ_MAP_CLASS_GREEN:
      return self->green;
    case YZ_MAP_CLASS_PITCH:
      return self->pitch;
    case YZ_MAP_CLASS_PLAZA:
      return self->plaza;
    case YZ_MAP_CLASS_WATER:
      return self->water;
    case YZ_MAP_CLASS_BUILDING:
      return self->building;
    default:
      return self->paper;
    }
}

static double
interpolate (const double widths[N_STOPS], double zoom)
{
  double position = CLAMP ((zoom - FIRST_STOP) / 2, 0, N_STOPS - 1);
  guint stop = MIN ((guint) position, N_STOPS - 2);
  double part = position - stop;

  return pow (widths[stop], 1 - part) * pow (widths[stop + 1], part);
}

double
yz_map_palette_get_width (const YzMapPalette *self, YzMapClass class, double zoom)
{
  for (guint i = 0; i < G_N_ELEMENTS (width_rows); i++)
    if (width_rows[i].class == class)
      return interpolate (width_rows[i].widths, zoom) * self->line_scale;
  return 1;
}

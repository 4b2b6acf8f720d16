/*
 * Where numbered pins stand on a printed map, so that each can be read: none covers another, none leaves the map, and
 * each is as near to its place as that allows. Plain arithmetic; the same input gives the same map in every edition.
 */
#pragma once

#include "yz-paper.h"

G_BEGIN_DECLS

/**
 * YzPinSpot:
 * @x: the true place, in millimetres
 * @y: likewise
 * @reach: of the pin's shape from its middle, in parts of the radius: 1 for a disc
 * @pin_x: (out): the middle of the pin
 * @pin_y: likewise
 * @led: (out): the pin stands beside its place: a line must lead from it to a dot there
 * @left_out: (out): there is no room for the pin; only a dot can be drawn
 */
typedef struct
{
  double x;
  double y;
  double reach;
  double pin_x;
  double pin_y;
  gboolean led;
  gboolean left_out;
} YzPinSpot;

/**
 * YzPinSpreadOptions:
 * @area: the map
 * @radius: of a disc
 * @floor: the least radius, when there are too many for @radius
 * @gap: between two pins
 * @avoid: (array length=n_avoid) (nullable): what no pin may cover: the scale bar, the folds of the paper
 * @n_avoid: their number
 *
 * All of it millimetres.
 */
typedef struct
{
  YzRect area;
  double radius;
  double floor;
  double gap;
  const YzRect *avoid;
  guint n_avoid;
} YzPinSpreadOptions;

/* Of the dot at the true place of a pin that stands beside it, in parts of the pin's radius. */
#define YZ_PIN_DOT 0.22

/**
 * yz_pin_spread:
 * @spots: (array length=n_spots) (inout): @x, @y and @reach are read, the rest is written
 *
 * Pins that overlap a little are moved apart while they still cover their places; others go beside their places, as
 * near as possible where they cover no other pin's dot and their lines cross neither pins nor lines. Where the pins
 * would cover most of the map, or too many would need a line, they shrink.
 *
 * Returns: the radius at which the pins are to be drawn, from @floor to @radius
 */
double yz_pin_spread (YzPinSpot *spots, guint n_spots, const YzPinSpreadOptions *options);

G_END_DECLS

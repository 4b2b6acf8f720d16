/* The parts of an exceptional-opening notice. Measures are those of a design of this width in millimetres. */
#pragma once

#include "yz-guide-content.h"
#include "yz-pen-block-private.h"

G_BEGIN_DECLS

#define YZ_HOLIDAY_DESIGN 174.0

/**
 * YzHolidayPart:
 * @content: outlives the document
 * @station: that the notice is for
 * @days: (element-type YzGuideDay): those that it is about
 * @title: "春节", or %NULL
 * @title_en: the same in English, or %NULL
 *
 * What every part of a notice is made from.
 */
typedef struct
{
  const YzGuideContent *content;
  const YzGuideStation *station;
  GPtrArray *days;
  char *title;
  char *title_en;
} YzHolidayPart;

/* A line of the table for each day, below a line with the hours; all with one scale. */
double yz_holiday_table_lay_out (const YzPen *pen, const YzRect *area, gpointer part);

/* Where else one can go on the days on which the station is shut; nothing where it never is. */
double yz_holiday_places_lay_out (const YzPen *pen, const YzRect *area, gpointer part);

G_END_DECLS

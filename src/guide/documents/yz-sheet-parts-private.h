/*
 * What a poster and a door sheet have in common: sheets of one station that hang on a wall. Their design is that of A4,
 * SHEET_WIDTH wide; on other paper everything grows or shrinks with it, so that it is read from as far as it is large.
 */
#pragma once

#include "yz-document.h"
#include "yz-guide-content.h"
#include "yz-pen-private.h"

G_BEGIN_DECLS

#define SHEET_WIDTH 186.0 /* of A4 between its margins */
#define SHEET_MARGIN 4.0  /* more than those, on either side */

/**
 * YzSheetPart:
 *
 * Lays one part of a sheet; @data is the sheet's.
 *
 * Returns: its height, 0 for nothing
 */
typedef double (*YzSheetPart) (gpointer data, const YzPen *pen, double x, double y, double width);

/**
 * yz_sheet_lay:
 * @parts: (array length=n_parts): one below the other; the last one stands at the foot
 * @area: of the block
 *
 * Puts parts into @area, with the white that is left between them.
 *
 * Returns: the least height that they need
 */
double yz_sheet_lay (const YzSheetPart *parts, guint n_parts, gpointer data, const YzPen *pen, const YzRect *area);

/**
 * yz_sheet_lay_head:
 *
 * The office and the station's number above the red rule.
 */
double yz_sheet_lay_head (const YzGuideContent *content, const YzGuideStation *station, const YzPen *pen, double x,
                          double y, double width);

/**
 * yz_sheet_lay_hours:
 * @largest: for one clause; the more there are, the smaller
 *
 * When the station is open, or why it is not, a clause a line, with English on a page in both languages.
 */
double yz_sheet_lay_hours (const YzGuideStation *station, const YzPen *pen, const YzType *largest, double x, double y,
                           double width);

/**
 * yz_sheet_lay_foot:
 *
 * Whom to ring, the code, the address, the date.
 */
double yz_sheet_lay_foot (const YzGuideContent *content, const YzGuideStation *station, const YzPen *pen, double x,
                          double y, double width);

/**
 * yz_sheet_add:
 * @block: (transfer full): that fills a page
 *
 * Makes the page of a station.
 */
void yz_sheet_add (YzSection *section, YzBlock *block, const YzGuideStation *station);

G_END_DECLS

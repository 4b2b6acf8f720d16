/*
 * The panels of a pocket fold. A sheet of A4 folded like a Z has two sides of four panels; each panel, or three of them
 * for the map, is a block that lays itself as large as it can be for its page.
 */
#pragma once

#include "yz-block.h"
#include "yz-guide-content.h"
#include "yz-pen-private.h"

G_BEGIN_DECLS

/* Of one sheet: with more, nobody could read it on a bicycle. */
#define YZ_FOLD_MOST_STATIONS 16

/**
 * YzFoldSheet:
 * @content: of the document, which it lives as long as
 * @stations: (element-type YzGuideStation): those of this sheet
 * @title: what the sheet is about: a city or a district
 * @part: which of the sheets about @title it is, from 1
 * @n_parts: how many of them there are
 * @audience: (nullable): whom it is for
 * @map: (nullable): of the stations
 *
 * A sheet; its panels share it.
 */
typedef struct
{
  const YzGuideContent *content;
  GPtrArray *stations;
  char *title;
  guint part;
  guint n_parts;
  char *audience;
  YzBlock *map;
} YzFoldSheet;

/**
 * yz_fold_sheet_new:
 * @stations: (transfer full)
 *
 * Returns: (transfer full): a sheet
 */
YzFoldSheet *yz_fold_sheet_new (const YzGuideContent *content, GPtrArray *stations, const char *title);
void         yz_fold_sheet_unref (YzFoldSheet *self);

/**
 * yz_fold_divide:
 *
 * Divides stations into as many groups as there have to be, so that those which are near each other stay together and
 * no group has more than %YZ_FOLD_MOST_STATIONS. Those without a position come last.
 *
 * Returns: (transfer full) (element-type GPtrArray): the groups; in each the stations as they were ordered
 */
GPtrArray *yz_fold_divide (const GPtrArray *stations);

/**
 * YzFoldLay:
 * @pen: without a canvas, nothing is drawn
 * @area: of the panel
 *
 * Returns: the height that is needed
 */
typedef double (*YzFoldLay) (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);

/**
 * yz_fold_panel_new:
 *
 * Returns: (transfer full): a block that fills its page with what @lay lays, smaller where it would not fit
 */
YzBlock *yz_fold_panel_new (YzFoldSheet *sheet, YzFoldLay lay);

/**
 * yz_fold_lay_heading:
 * @note: (nullable): at the right
 *
 * Returns: its height, with the rule below
 */
double yz_fold_lay_heading (const YzPen *pen, const char *text, const char *note, double x, double y, double width);

/* The panels of a sheet, each a #YzFoldLay: the outside, then the map and what stands beside it. */
double yz_fold_lay_cover (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);
double yz_fold_lay_first (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);
double yz_fold_lay_second (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);
double yz_fold_lay_back (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);
double yz_fold_lay_map (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);
double yz_fold_lay_services (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area);

/**
 * yz_fold_get_minutes:
 *
 * By bicycle: the straight line made longer by a third, as streets are, at 15 km/h.
 *
 * Returns: minutes, rounded up; 0 where a position is unknown
 */
guint yz_fold_get_minutes (const YzGuideStation *from, const YzGuideStation *to);

G_END_DECLS

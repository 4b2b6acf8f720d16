/* How a row of bars is drawn. Private to the editor of hours. */
#pragma once

#include "yz-hours-bars-drag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_HOURS_BARS_HEIGHT 32

/**
 * YzHoursBarsLook:
 * @spans: (element-type YzHoursGridSpan)
 * @faded: whether the row only shows what holds without it
 * @handles: whether the ends can be seen to be dragged
 * @current: index of the bar that the keyboard moves, -1 for none
 * @hint: (nullable): what an empty row says
 */
typedef struct
{
  GtkWidget *widget;
  const GArray *spans;
  gboolean faded;
  gboolean handles;
  int current;
  const char *hint;
  YzHoursBarsDrag drag;
} YzHoursBarsLook;

double yz_hours_bars_minute_to_x (GtkWidget *widget, int minute);
void   yz_hours_bars_draw (cairo_t *cr, const YzHoursBarsLook *look);

G_END_DECLS

/* A bar in the hand, in minutes: what it comes to while it is dragged. Private to the editor of hours. */
#pragma once

#include "yz-hours-edit.h"

G_BEGIN_DECLS

/**
 * YzHoursBarsDrag:
 * @active: whether the hand has moved
 * @index: of the bar that is dragged, -1 for a new one
 * @start: minutes since midnight, as it would be
 * @end: minutes
 * @at_start: whether its start is dragged; both ends where the whole bar is moved
 * @at_end: whether its end is dragged
 * @brush: its kind
 */
typedef struct
{
  gboolean active;
  int index;
  int start;
  int end;
  gboolean at_start;
  gboolean at_end;
  YzHoursBrush brush;

  /*< private >*/
  int grabbed; /* minute at which the drag began */
  int grabbed_start;
  int grabbed_end;
} YzHoursBarsDrag;

/**
 * yz_hours_bars_drag_begin:
 * @self: @index, @at_start and @at_end are set
 * @minute: under the hand
 * @span: (nullable): the bar that is taken, %NULL for a new one
 * @brush: the kind of a new one
 */
void yz_hours_bars_drag_begin (YzHoursBarsDrag *self, int minute, const YzHoursGridSpan *span, YzHoursBrush brush);

/**
 * yz_hours_bars_drag_to:
 * @minute: under the hand
 */
void yz_hours_bars_drag_to (YzHoursBarsDrag *self, int minute);

/**
 * yz_hours_bars_drag_end:
 *
 * Returns: whether it comes to a bar that is to be set
 */
gboolean yz_hours_bars_drag_end (YzHoursBarsDrag *self);

G_END_DECLS

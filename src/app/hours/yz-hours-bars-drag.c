#include "config.h"

#include "yz-hours-bars-drag.h"

#define MINUTES 1440

void
yz_hours_bars_drag_begin (YzHoursBarsDrag *self, int minute, const YzHoursGridSpan *span, YzHoursBrush brush)
{
  self->active = FALSE;
  self->grabbed = minute;
  self->grabbed_start = self->start = span != NULL ? span->start : minute;
  self->grabbed_end = self->end = span != NULL ? span->end : minute;
  self->brush = span != NULL ? yz_hours_span_get_brush (span) : brush;
}

static void
draw_new (YzHoursBarsDrag *self, int minute)
{
  self->start = CLAMP (MIN (minute, self->grabbed), 0, MINUTES - YZ_HOURS_STEP);
  self->end = MAX (minute, self->grabbed);
  self->at_end = minute >= self->grabbed;
  self->at_start = !self->at_end;
}

static void
move (YzHoursBarsDrag *self, int by)
{
  self->start = CLAMP (self->grabbed_start + by, 0, MINUTES - YZ_HOURS_STEP);
  self->end = self->start + self->grabbed_end - self->grabbed_start;
}

void
yz_hours_bars_drag_to (YzHoursBarsDrag *self, int minute)
{
  if (self->index < 0)
    draw_new (self, minute);
  else if (self->at_start)
    self->start = CLAMP (minute, 0, MIN (self->end, MINUTES) - YZ_HOURS_STEP);
  else if (self->at_end)
    self->end = CLAMP (minute, self->start + YZ_HOURS_STEP, self->start + MINUTES);
  else
    move (self, minute - self->grabbed);
  self->active = self->active || self->start != self->grabbed_start || self->end != self->grabbed_end;
}

gboolean
yz_hours_bars_drag_end (YzHoursBarsDrag *self)
{
  gboolean moved = self->active;

  self->active = FALSE;
  return moved && self->end > self->start;
}

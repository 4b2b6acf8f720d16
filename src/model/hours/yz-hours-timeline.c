#include "config.h"

#include "yz-hours-timeline.h"

#include <string.h>

void
yz_hours_timeline_init (YzHoursTimeline *self, int length)
{
  self->n_cells = 1;
  self->length = length;
  self->start[0] = 0;
  self->paint[0] = 0;
}

guint
yz_hours_timeline_find (const YzHoursTimeline *self, int minute)
{
  guint low = 0, high = self->n_cells;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->start[middle] <= minute)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Makes a cell begin at @minute. Returns: its index, the number of cells for the end of the stretch */
static guint
split (YzHoursTimeline *self, int minute)
{
  guint cell;

  if (minute >= self->length)
    return self->n_cells;

  cell = yz_hours_timeline_find (self, minute);
  if (self->start[cell] == minute)
    return cell;

  cell++;
  memmove (self->start + cell + 1, self->start + cell, (self->n_cells - cell) * sizeof self->start[0]);
  memmove (self->paint + cell + 1, self->paint + cell, (self->n_cells - cell) * sizeof self->paint[0]);
  self->start[cell] = minute;
  self->paint[cell] = self->paint[cell - 1];
  self->n_cells++;
  return cell;
}

void
yz_hours_timeline_paint (YzHoursTimeline *self, int start, int end, guint16 paint)
{
  guint first, last, covered;

  start = MAX (start, 0);
  end = MIN (end, self->length);
  if (start >= end)
    return;

  first = split (self, start);
  last = split (self, end);
  self->paint[first] = paint;
  covered = last - first - 1;
  if (covered > 0)
    {
      memmove (self->start + first + 1, self->start + last, (self->n_cells - last) * sizeof self->start[0]);
      memmove (self->paint + first + 1, self->paint + last, (self->n_cells - last) * sizeof self->paint[0]);
      self->n_cells -= covered;
    }
}

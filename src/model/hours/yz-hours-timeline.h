/*
 * A stretch of minutes, painted over and over: later paint covers earlier.
 *
 * Lives on the stack; only the cells in use are touched. Private to the hours library.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Three days: spans reach 48:00, an open end some hours beyond. */
#define YZ_HOURS_TIMELINE_MINUTES 4320

typedef struct
{
  guint n_cells;
  gint16 length; /* minutes */

  /* Cell i holds from start[i] to start[i + 1], the last one to @length. Cells never begin at the same minute. */
  gint16 start[YZ_HOURS_TIMELINE_MINUTES];
  guint16 paint[YZ_HOURS_TIMELINE_MINUTES];
} YzHoursTimeline;

/* One cell of paint 0 over @length minutes. */
void yz_hours_timeline_init (YzHoursTimeline *self, int length);

/* Paints the minutes from @start to @end. What lies outside the stretch is ignored. */
void yz_hours_timeline_paint (YzHoursTimeline *self, int start, int end, guint16 paint);

/* The cell that holds @minute. */
guint yz_hours_timeline_find (const YzHoursTimeline *self, int minute);

static inline int
yz_hours_timeline_get_end (const YzHoursTimeline *self, guint cell)
{
  return cell + 1 < self->n_cells ? self->start[cell + 1] : self->length;
}

G_END_DECLS

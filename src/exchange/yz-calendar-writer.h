/* Days as an iCalendar file (RFC 5545), which telephones and mini programs read. Blocking; for worker threads. */
#pragma once

#include <gio/gio.h>

#include "yz-exchange-error.h"
#include "yz-position.h"

G_BEGIN_DECLS

/**
 * YzCalendarEvent:
 * @uid: the same for the same event in the next file
 * @summary: what is shown
 * @location: (nullable): address
 * @first: civil date
 * @last: likewise, included
 * @position: WGS-84
 * @has_position: whether it is known
 *
 * Something that concerns whole days.
 */
typedef struct
{
  const char *uid;
  const char *summary;
  const char *location;
  const char *first;
  const char *last;
  YzPosition position;
  gboolean has_position;
} YzCalendarEvent;

typedef struct _YzCalendarWriter YzCalendarWriter;

/**
 * yz_calendar_writer_new:
 * @name: of the calendar
 * @stamp: civil date of the data
 *
 * Returns: (transfer full): an empty calendar
 */
YzCalendarWriter *yz_calendar_writer_new (const char *name, const char *stamp);
void              yz_calendar_writer_free (YzCalendarWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCalendarWriter, yz_calendar_writer_free)

/**
 * yz_calendar_writer_add:
 * @event: copied
 *
 * Adds an event.
 */
void yz_calendar_writer_add (YzCalendarWriter *self, const YzCalendarEvent *event);

/**
 * yz_calendar_writer_save:
 * @file: made or replaced when it is complete
 *
 * Returns: %FALSE with a %G_IO_ERROR
 */
gboolean yz_calendar_writer_save (YzCalendarWriter *self, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS

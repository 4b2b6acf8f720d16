#include "config.h"

#include "yz-calendar-writer.h"

#include "yz-file.h"

#include <libical/ical.h>
#include <string.h>

struct _YzCalendarWriter
{
  icalcomponent *calendar;
  struct icaltimetype stamp;
};

YzCalendarWriter *
yz_calendar_writer_new (const char *name, const char *stamp)
{
  YzCalendarWriter *self = g_new0 (YzCalendarWriter, 1);
  icalproperty *title = icalproperty_new_x (name);
  g_auto (GStrv) parts = g_strsplit (stamp, "-", -1);
  g_autofree char *digits = g_strjoinv ("", parts);

  icalproperty_set_x_name (title, "X-WR-CALNAME");
  self->calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                                        icalproperty_new_prodid ("-//Yizhan//" PACKAGE_VERSION "//ZH"),
                                        icalproperty_new_method (ICAL_METHOD_PUBLISH), title, NULL);
  self->stamp = icaltime_from_string (digits);
  self->stamp.is_date = 0;
  self->stamp.zone = icaltimezone_get_utc_timezone ();
  return self;
}

void
yz_calendar_writer_free (YzCalendarWriter *self)
{
  icalcomponent_free (self->calendar);
  g_free (self);
}

static struct icaltimetype
to_day (const char *date, int days_later)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);
  g_autofree char *digits = g_strjoinv ("", parts);
  struct icaltimetype day = icaltime_from_string (digits);

  icaltime_adjust (&day, days_later, 0, 0, 0);
  return day;
}

void
yz_calendar_writer_add (YzCalendarWriter *self, const YzCalendarEvent *event)
{
  /* the end of an event of whole days is the day after it (RFC 5545, 3.6.1) */
  icalcomponent *component =
    icalcomponent_vanew (ICAL_VEVENT_COMPONENT, icalproperty_new_uid (event->uid),
                         icalproperty_new_dtstamp (self->stamp), icalproperty_new_dtstart (to_day (event->first, 0)),
                         icalproperty_new_dtend (to_day (event->last, 1)), icalproperty_new_summary (event->summary),
                         icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT), NULL);

  if (event->location != NULL)
    icalcomponent_add_property (component, icalproperty_new_location (event->location));
  if (event->has_position)
    icalcomponent_add_property (component, icalproperty_new_geo ((struct icalgeotype){ event->position.lat,
                                                                                       event->position.lon }));
  icalcomponent_add_component (self->calendar, component);
}

gboolean
yz_calendar_writer_save (YzCalendarWriter *self, GFile *file, GCancellable *cancellable, GError **error)
{
  char *text = icalcomponent_as_ical_string_r (self->calendar);
  gboolean saved = yz_file_save (file, text, strlen (text), cancellable, error);

  icalmemory_free_buffer (text);
  return saved;
}

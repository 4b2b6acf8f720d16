/* The clock of a session: the computer's, or one that a test has stopped. */
#include "config.h"

#include "yz-clock.h"

struct _YzClock
{
  GObject parent_instance;

  GMutex lock;
  gint64 stopped_at; /* under @lock; G_MININT64 while it runs */
};

G_DEFINE_FINAL_TYPE (YzClock, yz_clock, G_TYPE_OBJECT)

static void
yz_clock_finalize (GObject *object)
{
  g_mutex_clear (&YZ_CLOCK (object)->lock);
  G_OBJECT_CLASS (yz_clock_parent_class)->finalize (object);
}

static void
yz_clock_class_init (YzClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_clock_finalize;
}

static void
yz_clock_init (YzClock *self)
{
  g_mutex_init (&self->lock);
  self->stopped_at = G_MININT64;
}

YzClock *
yz_clock_new (void)
{
  return g_object_new (YZ_TYPE_CLOCK, NULL);
}

YzClock *
yz_clock_new_at (gint64 now)
{
  YzClock *self = yz_clock_new ();

  yz_clock_set_now (self, now);
  return self;
}

void
yz_clock_set_now (YzClock *self, gint64 now)
{
  g_return_if_fail (YZ_IS_CLOCK (self));

  g_mutex_lock (&self->lock);
  self->stopped_at = now;
  g_mutex_unlock (&self->lock);
}

gint64
yz_clock_get_now (YzClock *self)
{
  gint64 stopped_at;

  g_return_val_if_fail (YZ_IS_CLOCK (self), 0);

  g_mutex_lock (&self->lock);
  stopped_at = self->stopped_at;
  g_mutex_unlock (&self->lock);

  return stopped_at != G_MININT64 ? stopped_at : g_get_real_time () / 1000;
}

GDateTime *
yz_clock_get_local (YzClock *self)
{
  return yz_office_time (yz_clock_get_now (self));
}

/* Looked up once: every lookup reads the zone's file again as long as nobody holds the zone. */
static GTimeZone *
get_office_zone (void)
{
  static GTimeZone *found;

  if (g_once_init_enter (&found))
    {
      GTimeZone *zone = g_time_zone_new_identifier ("Asia/Shanghai");

      /* Without a zone database the offset still holds: China has had no daylight saving since 1991. */
      if (zone == NULL)
        zone = g_time_zone_new_offset (8 * 60 * 60);
      g_once_init_leave (&found, zone);
    }
  return found;
}

GDateTime *
yz_office_time (gint64 instant)
{
  g_autoptr (GDateTime)
    utc = g_date_time_new_from_unix_utc (CLAMP (instant, YZ_OFFICE_TIME_FIRST, YZ_OFFICE_TIME_LAST) / 1000);

  return g_date_time_to_timezone (utc, get_office_zone ());
}

guint32
yz_office_day (gint64 instant)
{
  g_autoptr (GDateTime) time = yz_office_time (instant);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  return g_date_get_julian (&day);
}

gint64
yz_office_month (gint64 instant, int months)
{
  g_autoptr (GDateTime) time = yz_office_time (instant);
  g_autoptr (GDateTime) first = g_date_time_new (g_date_time_get_timezone (time), g_date_time_get_year (time),
                                                 g_date_time_get_month (time), 1, 0, 0, 0);
  g_autoptr (GDateTime) wanted = g_date_time_add_months (first, months);

  return g_date_time_to_unix (wanted != NULL ? wanted : first) * 1000;
}

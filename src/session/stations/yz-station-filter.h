/*
 * Which stations are shown. Every condition is a property, so that a chip, a menu and an action can be bound to it;
 * all of them are combined by "and". Main thread.
 */
#pragma once

#include "yz-query.h"
#include "yz-station-facts.h"

G_BEGIN_DECLS

#define YZ_TYPE_STATION_FILTER (yz_station_filter_get_type ())

G_DECLARE_FINAL_TYPE (YzStationFilter, yz_station_filter, YZ, STATION_FILTER, GObject)

/**
 * YzStationFilter::changed:
 * @ask: whether the store has to be asked again; otherwise what is known of each station is enough
 */

/**
 * yz_station_filter_new:
 *
 * Properties. Texts, "" for no condition: "search", "district", "kind", "facility", "state" (empty: all that are not
 * over; "all": those too), "service" (code), "open-at" (see yz_station_filter_parse_time()). Marks: "open-now",
 * "all-day", "no-hours", "no-position", "no-phone", "no-photo", "key-area". Read-only: "active" (anything but the
 * search is set) and "n-details" (guint: conditions that no chip shows).
 *
 * Returns: (transfer full): a filter that lets everything through
 */
YzStationFilter *yz_station_filter_new (void);

/**
 * yz_station_filter_clear:
 *
 * Takes every condition away, the search too.
 */
void yz_station_filter_clear (YzStationFilter *self);

/**
 * yz_station_filter_to_text:
 *
 * Returns: (transfer full): all conditions as a line of text, to be kept
 */
char *yz_station_filter_to_text (YzStationFilter *self);

/**
 * yz_station_filter_set_from_text:
 * @text: from yz_station_filter_to_text(), perhaps of another version: what it does not know it leaves out
 *
 * Returns: %FALSE with the filter unchanged if @text is something else
 */
gboolean yz_station_filter_set_from_text (YzStationFilter *self, const char *text);

/**
 * yz_station_filter_parse_time:
 * @text: "18:30", "2026-11-21 18:30"; a day may be written as yz_date_from_shorthand() reads it
 * @now: civil time
 *
 * Returns: the civil instant, -1 if @text is none
 */
gint64 yz_station_filter_parse_time (const char *text, GDateTime *now);

/**
 * yz_station_filter_get_open_at:
 * @now: civil time
 *
 * Returns: the civil instant that the condition "open-at" means today, -1 without one
 */
gint64 yz_station_filter_get_open_at (YzStationFilter *self, GDateTime *now);

/**
 * yz_station_filter_make_query:
 *
 * Returns: (transfer full): the part of the conditions that the store answers
 */
YzQuery *yz_station_filter_make_query (YzStationFilter *self);

/**
 * YzStationSieve:
 *
 * The other part, ready to be held against many facts.
 */
typedef struct
{
  YzStationFacts *facts;
  gint64 now; /* what is shown is how stations are then: the present, or @open_at */
  gint64 open_at; /* -1: does not matter */
  guint district; /* %G_MAXUINT: one that no station has */
  guint8 kind;
  guint8 facility;
  guint any_district : 1;
  guint any_kind : 1;
  guint any_facility : 1;
  guint open_now : 1;
  guint all_day : 1;
  guint no_hours : 1;
  guint no_position : 1;
  guint no_phone : 1;
  guint no_photo : 1;
  guint key_area : 1;
} YzStationSieve;

/**
 * yz_station_filter_prepare:
 * @now: civil time
 */
void yz_station_filter_prepare (YzStationFilter *self, YzStationFacts *facts, GDateTime *now, YzStationSieve *sieve);

/**
 * yz_station_sieve_passes_base:
 *
 * Returns: whether a station meets every condition but those of the chips "open-now", "all-day" and "no-hours"
 */
gboolean yz_station_sieve_passes_base (const YzStationSieve *sieve, const YzStationFact *fact);

/**
 * yz_station_sieve_passes_chips:
 * @look: of the station now
 */
gboolean yz_station_sieve_passes_chips (const YzStationSieve *sieve, const YzStationFact *fact, YzStationLook look);

G_END_DECLS

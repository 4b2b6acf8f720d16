/*
 * What list and map need to know of every station at once, in flat memory: position, state, hours, and the marks that
 * filters ask for. Loaded on a worker, then used on the main thread.
 */
#pragma once

#include "yz-hours-book.h"
#include "yz-station-status.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzStationFact:
 * @row: row number in the store
 * @lon, @lat: WGS-84 degrees, %NAN without a position
 * @hours: entry in the book of hours
 * @district: index, see yz_station_facts_get_district()
 * @state, @kind, @facility: indexes of the choices, %YZ_NO_CHOICE where the field is empty
 * @over: whether it is merged or closed for good, so that it is hidden unless asked for
 */
typedef struct
{
  gint64 row;
  double lon;
  double lat;
  guint hours;
  guint16 district;
  guint8 state;
  guint8 kind;
  guint8 facility;
  guint8 key_area : 1;
  guint8 smart : 1;
  guint8 has_phone : 1;
  guint8 has_photo : 1;
  guint8 over : 1;
} YzStationFact;

#define YZ_NO_CHOICE 255

typedef struct _YzStationFacts YzStationFacts;

YzStationFacts *yz_station_facts_new (void);
void            yz_station_facts_free (YzStationFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStationFacts, yz_station_facts_free)

/**
 * yz_station_facts_load:
 *
 * Returns: (transfer full) (nullable): the facts of every station that is not in the trash, %NULL with an error
 */
YzStationFacts *yz_station_facts_load (YzStore *store, GCancellable *cancellable, GError **error);
void            yz_station_facts_load_async (YzStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                                             gpointer user_data);
YzStationFacts *yz_station_facts_load_finish (GAsyncResult *result, GError **error);

/**
 * yz_station_facts_update:
 * @station: (nullable): as it is now, %NULL if it is gone
 */
void yz_station_facts_update (YzStationFacts *self, gint64 row, YzRecord *station);

guint                yz_station_facts_get_n (YzStationFacts *self);
const YzStationFact *yz_station_facts_get (YzStationFacts *self, guint index);

/**
 * yz_station_facts_find:
 *
 * Returns: (transfer none) (nullable): the facts of a row
 */
const YzStationFact *yz_station_facts_find (YzStationFacts *self, gint64 row);

YzHoursBook *yz_station_facts_get_book (YzStationFacts *self);

/**
 * yz_station_facts_get_look:
 * @at: civil instant
 */
YzStationLook yz_station_facts_get_look (YzStationFacts *self, const YzStationFact *fact, gint64 at);

/**
 * yz_station_facts_get_district:
 *
 * Returns: (transfer none): a district's name, "" for stations without one
 */
const char *yz_station_facts_get_district (YzStationFacts *self, guint index);
guint       yz_station_facts_get_n_districts (YzStationFacts *self);

/**
 * yz_station_facts_find_district:
 *
 * Returns: its index, %G_MAXUINT if no station has it
 */
guint yz_station_facts_find_district (YzStationFacts *self, const char *name);

/**
 * YzDistrictCount:
 * @name: "" for stations without a district
 * @n: how many stations that are not over
 */
typedef struct
{
  const char *name;
  guint n;
} YzDistrictCount;

/**
 * yz_station_facts_count_districts:
 *
 * Returns: (transfer full) (element-type YzDistrictCount): the districts that have a station, the largest first; their
 *   names are those of the facts
 */
GArray *yz_station_facts_count_districts (YzStationFacts *self);

/**
 * yz_station_facts_count_not_over:
 *
 * Returns: how many stations are not over
 */
guint yz_station_facts_count_not_over (YzStationFacts *self);

/**
 * yz_station_choice_to_index:
 * @field: of #YzStation, a choice
 */
guint8 yz_station_choice_to_index (const char *field, const char *nick);

G_END_DECLS

/*
 * Every distinct value of opening hours in a workspace, read once and evaluated once a minute: thousands of stations
 * share a few hundred values. Not thread-safe; may be filled on one thread and handed to another.
 */
#pragma once

#include "yz-station-hours.h"

G_BEGIN_DECLS

typedef struct _YzHoursBook YzHoursBook;

/* The entry of empty hours. */
#define YZ_HOURS_BOOK_UNKNOWN 0

YzHoursBook *yz_hours_book_new (void);
void         yz_hours_book_free (YzHoursBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHoursBook, yz_hours_book_free)

/**
 * yz_hours_book_set_holidays:
 * @holidays: (nullable): the official calendar from now on; a new book knows none
 */
void yz_hours_book_set_holidays (YzHoursBook *self, YzHolidays *holidays);

/**
 * yz_hours_book_enter:
 *
 * Returns: the entry of a station's hours, the same for all that are open at the same times
 */
guint yz_hours_book_enter (YzHoursBook *self, const YzStationHoursSource *source);

/**
 * yz_hours_book_get_hours:
 *
 * Returns: (transfer none) (nullable): the hours of an entry, %NULL where they are unknown
 */
YzStationHours *yz_hours_book_get_hours (YzHoursBook *self, guint entry);

/**
 * yz_hours_book_get_state:
 * @at: civil instant; asking for one instant at a time is quick
 */
YzHoursState yz_hours_book_get_state (YzHoursBook *self, guint entry, gint64 at);

gboolean yz_hours_book_is_round_the_clock (YzHoursBook *self, guint entry);

G_END_DECLS

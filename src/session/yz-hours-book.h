/*
 * Every distinct value of opening hours in a workspace, read once and evaluated once a minute: thousands of stations
 * share a few hundred values. Not thread-safe; may be filled on one thread and handed to another.
 */
#pragma once

#include "yz-station-status.h"

G_BEGIN_DECLS

typedef struct _YzHoursBook YzHoursBook;

/* The entry of empty and unreadable hours. */
#define YZ_HOURS_BOOK_UNKNOWN 0

YzHoursBook *yz_hours_book_new (void);
void         yz_hours_book_free (YzHoursBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHoursBook, yz_hours_book_free)

/**
 * yz_hours_book_enter:
 * @text: (nullable): an opening_hours value
 *
 * Returns: its entry, the same for the same text
 */
guint yz_hours_book_enter (YzHoursBook *self, const char *text);

/**
 * yz_hours_book_get_hours:
 *
 * Returns: (transfer none) (nullable): the hours of an entry, %NULL where they are unknown
 */
YzHours *yz_hours_book_get_hours (YzHoursBook *self, guint entry);

/**
 * yz_hours_book_get_state:
 * @at: civil instant; asking for one instant at a time is quick
 */
YzHoursState yz_hours_book_get_state (YzHoursBook *self, guint entry, gint64 at);

gboolean yz_hours_book_is_round_the_clock (YzHoursBook *self, guint entry);

G_END_DECLS

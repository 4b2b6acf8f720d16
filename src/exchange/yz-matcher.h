/*
 * Finds, for the rows of a list, the records that they are and those that they might be. Everything is found through
 * hashed keys (code, name with address, telephone, grid cell, halves of names), never by comparing all with all: two
 * hundred thousand rows against as many records take about a second.
 *
 * Known records are entered first, then the rows in their order; an entry is compared only with those before it.
 */
#pragma once

#include "yz-sheet-row.h"

G_BEGIN_DECLS

typedef struct _YzMatcher YzMatcher;

/**
 * YzMatch:
 * @entry: that was found: its number in the order of entering
 * @likeness: of the names, 0 to 1
 * @metres: between the positions, NAN if one has none
 * @same_name, @same_address, @same_phone, @same_code: what they share
 */
typedef struct
{
  guint entry;
  double likeness;
  double metres;
  gboolean same_name;
  gboolean same_address;
  gboolean same_phone;
  gboolean same_code;
} YzMatch;

/**
 * yz_matcher_new:
 * @key: (nullable): names of the fields that together say which record a row is; %NULL for the code, or where there
 *   is none the name with the address and the district
 */
YzMatcher *yz_matcher_new (const YzKind *kind, const char *const *key);
void       yz_matcher_free (YzMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMatcher, yz_matcher_free)

/**
 * yz_matcher_add_record:
 * @record: what is known of it, in the form of a row
 *
 * Returns: the number of the entry, ascending from 0
 */
guint yz_matcher_add_record (YzMatcher *matcher, const YzSheetRow *record);

/**
 * yz_matcher_add_row:
 *
 * Returns: the number of the entry
 */
guint yz_matcher_add_row (YzMatcher *matcher, const YzSheetRow *row);

/**
 * yz_matcher_add_distinct:
 * @entry: of a record
 * @name: of another one
 *
 * Remembers that somebody decided that a row called @name is not that record.
 */
void yz_matcher_add_distinct (YzMatcher *matcher, guint entry, const char *name);

/**
 * yz_matcher_find_same:
 * @entry: of a row
 * @match: (out): an entry before it that is the same by the key
 *
 * A record is given to one row only. A further row with the same key is told the first row that has it.
 *
 * Returns: whether there is one; records come before rows
 */
gboolean yz_matcher_find_same (YzMatcher *matcher, guint entry, YzMatch *match);

/**
 * yz_matcher_find_alike:
 * @entry: of a row
 * @match: (out): the entry before it that is most likely the same place under another name or address
 *
 * Returns: whether the evidence is worth a question
 */
gboolean yz_matcher_find_alike (const YzMatcher *matcher, guint entry, YzMatch *match);

G_END_DECLS

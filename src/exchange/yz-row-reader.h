/*
 * Turns rows of a list into values, by a mapping. One reader belongs to one thread: it remembers the cells that come
 * again and again (states, districts, hours), so that a row costs microseconds.
 */
#pragma once

#include "yz-mapping.h"
#include "yz-sheet-row.h"

G_BEGIN_DECLS

typedef struct _YzRowReader YzRowReader;

/**
 * YzReferenceFunc:
 * @kind_name: of the record that is meant, "org"
 * @text: its name or code
 *
 * Returns: (transfer full) (nullable): its id, %NULL if nobody knows it
 */
typedef char *(*YzReferenceFunc) (const char *kind_name, const char *text, gpointer user_data);

/**
 * yz_row_reader_new:
 * @sheet: (transfer none): the list
 * @mapping: (transfer none): copied
 * @words: (transfer none): the services; must outlive the reader
 * @datum: of the positions
 * @find_reference: (nullable): without it references stay unread
 *
 * Returns: (transfer full)
 */
YzRowReader *yz_row_reader_new (YzSheet *sheet, const YzMapping *mapping, const YzWordList *words, YzDatum datum,
                                YzReferenceFunc find_reference, gpointer user_data);
void         yz_row_reader_free (YzRowReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzRowReader, yz_row_reader_free)

/**
 * yz_row_reader_read:
 * @index: of a row of the sheet
 * @row: (inout): cleared and filled
 *
 * Whatever cannot be read is a finding of the row; nothing is guessed.
 */
void yz_row_reader_read (YzRowReader *reader, guint index, YzSheetRow *row);

/**
 * YzColumnCount:
 * @n_values: cells with something in them
 * @n_read: of which could be read
 * @n_special: of which had more than one part: several telephones, hours turned into the standard syntax
 * @unknown: (element-type utf8): words that nobody knows, each once
 */
typedef struct
{
  guint n_values;
  guint n_read;
  guint n_special;
  GHashTable *unknown;
} YzColumnCount;

/**
 * yz_row_reader_get_count:
 *
 * Returns: (transfer none): what was met in a column in the rows read so far
 */
const YzColumnCount *yz_row_reader_get_count (const YzRowReader *reader, guint column);

/**
 * yz_row_read_pair:
 * @mapping: of @sheet
 * @shape: (out) (optional): how the numbers are written
 *
 * The numbers of a row's position as they stand in the file, longitude (or x) first: for finding out the datum.
 *
 * Returns: whether the row has a position that can be read
 */
gboolean yz_row_read_pair (const YzSheet *sheet, const YzMapping *mapping, guint index, YzPosition *position,
                           YzPairShape *shape);

G_END_DECLS

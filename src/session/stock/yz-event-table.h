/*
 * The list of events that a cabinet's maker hands out, CSV, a spreadsheet or JSON, under whatever headings: what each
 * row says in the fields of kind "cabinet_event", as texts. Blocking.
 */
#pragma once

#include "yz-cabinet-event.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YzEventTable YzEventTable;

/**
 * yz_event_table_read:
 * @path: of a file
 *
 * Returns: (transfer full) (nullable): the rows, or %NULL with an error if the file cannot be read, or nothing in it
 *   looks like the number and the time of an event
 */
YzEventTable *yz_event_table_read (const char *path, GCancellable *cancellable, GError **error);
void          yz_event_table_free (YzEventTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzEventTable, yz_event_table_free)

guint yz_event_table_get_n_rows (const YzEventTable *self);

/**
 * yz_event_table_get_number:
 *
 * Returns: the number that a spreadsheet shows beside the row; of JSON which one it is, counted from 1
 */
guint yz_event_table_get_number (const YzEventTable *self, guint row);

/**
 * yz_event_table_get:
 * @field: a name
 *
 * Returns: (transfer none): what the row says, "" for nothing
 */
const char *yz_event_table_get (const YzEventTable *self, guint row, const char *field);

G_END_DECLS

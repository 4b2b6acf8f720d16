/* The log: rows of the tables action and change. */
#pragma once

#include "yz-action.h"
#include "yz-database-private.h"

G_BEGIN_DECLS

/**
 * YzLogEntry:
 * @seq: of the action, once it is begun
 * @first_change: where its first change is, and the others after it
 *
 * An action that is being written. Texts are borrowed.
 */
typedef struct
{
  gint64 seq;
  YzActionMode mode;
  gint64 target;
  const char *id;
  const char *label;
  const char *subject;
  const char *who;
  gint64 at;
  gint64 first_change;
  guint n_changes;
  gboolean settled;
} YzLogEntry;

/**
 * YzLogChange:
 * @seq: its place in the log
 * @fields: (nullable): JSON, see 0001-log.sql
 */
typedef struct
{
  gint64 seq;
  const YzKind *kind;
  gint64 record;
  YzVerb verb;
  const char *fields;
} YzLogChange;

/* Begins an action: from now on the connection may write records. */
gboolean yz_log_begin (YzDatabase *database, YzLogEntry *entry, GError **error);

/* Adds what was done to the row @record; @fields as yz_log_write_fields() makes them, for a set. */
gboolean yz_log_add_change (YzDatabase *database, YzLogEntry *entry, const YzKind *kind, gint64 record, YzVerb verb,
                            const char *fields, GError **error);

/* Ends an edit. What was undone before it can no longer be redone, unless undo passes over this one (settled). */
gboolean yz_log_finish (YzDatabase *database, const YzLogEntry *entry, GError **error);

/**
 * yz_log_load_action:
 * @entry: (out) (optional): where its changes are
 *
 * Returns: (transfer full) (nullable): the action
 */
YzAction *yz_log_load_action (YzDatabase *database, gint64 seq, YzLogEntry *entry, GError **error);

/* The action that undo would take back, or redo do again; 0 for none, -1 with an error. */
gint64 yz_log_find_undo (YzDatabase *database, GError **error);
gint64 yz_log_find_redo (YzDatabase *database, GError **error);

/* Notes whether an action is taken back at present. */
gboolean yz_log_set_undone (YzDatabase *database, gint64 seq, gboolean undone, GError **error);

/**
 * yz_log_read_change:
 * @statement: whose columns from @column on are seq, kind, record, verb, fields
 *
 * Returns: %FALSE with an error if the log is damaged
 */
gboolean yz_log_read_change (YzStatement *statement, int column, YzLogChange *change, GError **error);

/* The fields of a set, as JSON and back. */
char   *yz_log_write_fields (YzRecord *before, YzRecord *after, GPtrArray *fields);
GArray *yz_log_read_fields (const YzKind *kind, const char *json, GError **error);

/* Appends to what yz_log_read_fields() returned, which owns its values. */
void yz_field_changes_add (GArray *changes, const YzField *field, GVariant *before, GVariant *after);

G_END_DECLS

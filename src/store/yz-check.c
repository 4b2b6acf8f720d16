/*
 * The check of a whole workspace. SQLite's own check sees broken pages and indexes; checksums see a flipped bit in a
 * value, and the rest sees what a program can get wrong.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "yz-blob-private.h"
#include "yz-cell-private.h"
#include "yz-kinds.h"
#include "yz-ledgers-private.h"
#include "yz-store-private.h"
#include "yz-table-private.h"

/* A damaged file can have a hundred thousand faults; nobody reads more than these. */
#define MAX_FINDINGS 100

typedef struct
{
  YzDatabase *database;
  GPtrArray *findings;
} Check;

G_GNUC_PRINTF (2, 3)
static void
add_finding (Check *check, const char *format, ...)
{
  va_list args;

  if (check->findings->len >= MAX_FINDINGS)
    return;
  va_start (args, format);
  g_ptr_array_add (check->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Runs @sql and makes a finding of each row by @format, which has one %s for its first column. */
static gboolean
check_rows (Check *check, const char *sql, const char *format, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare (check->database, sql, error);
  gboolean row = TRUE;

  while (statement != NULL && row)
    {
      if (!yz_statement_step (statement, &row, error))
        return FALSE;
      if (row && g_strcmp0 (yz_statement_get_text (statement, 0), "ok") != 0)
        {
          g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

          add_finding (check, "%s%s%s", parts[0], yz_statement_get_text (statement, 0), parts[1]);
        }
    }
  return statement != NULL;
}

static gboolean
check_file (Check *check, GError **error)
{
  return check_rows (check, "PRAGMA integrity_check (100)", _ ("The file is damaged: %s"), error) &&
         check_rows (check, "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check",
                     _ ("The log refers to something that is not there: %s"), error);
}

static void
check_sum (Check *check, const YzKind *kind, YzStatement *statement)
{
  guint64 sum = 0;

  for (guint i = 0; i <= kind->n_fields; i++)
    {
      YzCell cell;

      yz_cell_from_column (&cell, statement, 1 + (int) i);
      sum += yz_cell_checksum (&cell, i == 0 ? "id" : kind->fields[i - 1].name);
    }
  if (sum != (guint64) sqlite3_column_int64 (statement, 0))
    add_finding (check, _ ("%s %s was changed outside of the program: its checksum is wrong"), _ (kind->title),
                 yz_statement_get_text (statement, 1));
}

static gboolean
check_sums (Check *check, const YzKind *kind, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ck, id");
  g_autoptr (YzStatement) statement = NULL;
  gboolean row = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", %s", kind->fields[i].name);
  g_string_append_printf (sql, " FROM %s", kind->name);
  statement = yz_database_prepare (check->database, sql->str, error);
  while (statement != NULL && row)
    {
      if (!yz_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        check_sum (check, kind, statement);
    }
  return statement != NULL;
}

static gboolean
check_references (Check *check, const YzKind *kind, GError **error)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      g_autofree char *sql = NULL;
      g_autofree char *format = NULL;

      if (field->type != YZ_FIELD_REF)
        continue;
      sql = g_strdup_printf ("SELECT source.id FROM %1$s AS source WHERE source.gone = 0 AND source.%2$s IS NOT NULL"
                             " AND NOT EXISTS (SELECT 1 FROM %3$s AS target WHERE target.id = source.%2$s"
                             " AND target.gone = 0)",
                             kind->name, field->name, field->ref_kind);
      format = g_strdup_printf (_ ("%s %%s refers under “%s” to something that is not there"), _ (kind->title),
                                _ (field->title));
      if (!check_rows (check, sql, format, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_log (Check *check, const YzKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT seq FROM change WHERE kind = '%1$s' AND NOT EXISTS (SELECT 1 FROM %1$s WHERE row = change.record)",
    kind->name);

  return check_rows (check, sql, _ ("Change %s of the log belongs to no record"), error);
}

/* A creation that was taken back has its row still, for redo: the row and the last action that made it must agree about
   that. What stands in a ledger, and what was made with it, is there whatever was undone. */
static gboolean
check_creations (Check *check, const YzKind *kind, GError **error)
{
  g_autofree char *ledger = yz_ledgers_make_condition ("action");
  g_autofree char *sql = NULL;
  g_autofree char *format =
    g_strdup_printf (_ ("%s %%s: whether its creation was undone is recorded wrongly"), _ (kind->title));

  sql = g_strdup_printf ("SELECT made.id FROM change JOIN action ON action.seq = change.action"
                         " JOIN %1$s AS made ON made.row = change.record"
                         " WHERE change.kind = '%1$s' AND change.verb = %2$d AND made.gone <> %3$d"
                         " AND (made.gone = %4$d) <> action.undone AND NOT (%5$s)"
                         " AND NOT EXISTS (SELECT 1 FROM change AS later WHERE later.record = change.record"
                         " AND later.kind = change.kind AND later.verb = change.verb AND later.seq > change.seq)",
                         kind->name, YZ_VERB_CREATE, YZ_GONE_PURGED, YZ_GONE_UNMADE, ledger);
  return check_rows (check, sql, format, error);
}

/* What is undone at present follows from the undos and redos; the flag is kept so that nobody has to count. */
static gboolean
check_undone (Check *check, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT seq FROM action AS done WHERE undone <> (SELECT count (*) FILTER (WHERE mode = %d)"
                     " - count (*) FILTER (WHERE mode = %d) FROM action WHERE target = done.seq)",
                     YZ_ACTION_UNDO, YZ_ACTION_REDO);

  return check_rows (check, sql, _ ("Action %s of the log: whether it is undone is recorded wrongly"), error);
}

static gboolean
check_kind (Check *check, const YzKind *kind, GError **error)
{
  return check_sums (check, kind, error) && check_references (check, kind, error) && check_log (check, kind, error) &&
         check_creations (check, kind, error);
}

static void
on_damaged_blob (const char *sha256, gpointer data)
{
  add_finding (data, _ ("The content of a photo or document is damaged: %s"), sha256);
}

static gboolean
check_blobs (Check *check, GError **error)
{
  return yz_blob_check_sums (check->database, on_damaged_blob, check, error) &&
         check_rows (check, "SELECT id FROM attachment WHERE gone = 0 AND sha256 NOT IN (SELECT sha256 FROM blob)",
                     _ ("The content of the attachment %s is missing"), error);
}

GPtrArray *
yz_store_check (YzStore *self, YzProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YzReader) reader = NULL;
  Check check = { .findings = findings };
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  g_return_val_if_fail (YZ_IS_STORE (self), NULL);

  reader = yz_reader_borrow (self, cancellable, error);
  if (reader == NULL)
    return NULL;
  check.database = reader->database;
  if (!check_file (&check, error) || !check_undone (&check, error))
    return NULL;
  for (guint i = 0; i < n_kinds; i++)
    {
      if (progress != NULL)
        progress (1 + i, 1 + n_kinds, progress_data);
      if (!check_kind (&check, kinds[i], error))
        return NULL;
    }
  return check_blobs (&check, error) ? g_steal_pointer (&findings) : NULL;
}

/* A value as SQLite holds it, on its way between a field's GVariant and a column. */
#pragma once

#include <sqlite3.h>

#include "yz-kind.h"

G_BEGIN_DECLS

/**
 * YzCell:
 * @type: SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT or SQLITE_TEXT
 * @text: borrowed from the value, the column or @owned
 */
typedef struct
{
  int type;
  gint64 integer;
  double real;
  const char *text;
  gsize length;
  char *owned;
} YzCell;

/**
 * yz_cell_type_of:
 *
 * Returns: the type that the values of @field have in SQLite
 */
int yz_cell_type_of (const YzField *field);

void yz_cell_clear (YzCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzCell, yz_cell_clear)

/* The cell borrows from @value, or from the statement until its next step. */
void yz_cell_from_value (YzCell *cell, GVariant *value);
void yz_cell_from_column (YzCell *cell, sqlite3_stmt *statement, int column);

/**
 * yz_cell_from_shared:
 * @texts: (element-type GVariant utf8): what was written before, see yz_cell_texts_new()
 *
 * As yz_cell_from_value(), for a value that other records may have, too: the very same #GVariant, as the rows of a list
 * have it. A map is written as JSON once. The cell borrows from @texts.
 */
void yz_cell_from_shared (YzCell *cell, GVariant *value, GHashTable *texts);

/**
 * yz_cell_texts_new:
 *
 * Returns: (transfer full): nothing written yet, for yz_cell_from_shared()
 */
GHashTable *yz_cell_texts_new (void);

/**
 * yz_cell_bind:
 * @parameter: counted from 1
 *
 * Binds the cell, which must live until the statement is reset: its text is not copied.
 */
void yz_cell_bind (const YzCell *cell, sqlite3_stmt *statement, int parameter);

/**
 * yz_cell_to_value:
 *
 * Returns: %FALSE with an error if @cell cannot be a value of @field: the file is damaged
 */
gboolean yz_cell_to_value (const YzCell *cell, const YzField *field, GVariant **value, GError **error);

/**
 * yz_cell_to_shared:
 * @maps: (element-type utf8 GVariant): what was read before, see yz_cell_maps_new()
 *
 * As yz_cell_to_value(); a map that several records have is parsed once, and is then the very same #GVariant in all.
 */
gboolean yz_cell_to_shared (const YzCell *cell, const YzField *field, GHashTable *maps, GVariant **value,
                            GError **error);

/**
 * yz_cell_maps_new:
 *
 * Returns: (transfer full): nothing read yet, for yz_cell_to_shared()
 */
GHashTable *yz_cell_maps_new (void);

/**
 * yz_cell_checksum:
 * @name: of the column
 *
 * A row's checksum is the sum of those of its cells, so that a change of one field changes it by a difference, and
 * a new empty column does not change it. SQLite's integrity check does not see a flipped bit in a value.
 *
 * Returns: 0 for an empty cell
 */
guint64 yz_cell_checksum (const YzCell *cell, const char *name);

G_END_DECLS
